import type { Filter } from './fragment.ts'

/** The items of the page, and which of them a filter shows. */

interface Row {
  readonly element: HTMLElement
  readonly status: string
  /** What is searched; read from the page when it is first asked for. */
  text: string | null
  /** The finding that holds the whole of a text which is cut in the row. */
  readonly finding: string | null
}

interface TaskRows {
  readonly section: HTMLElement
  readonly task: string
  readonly service: string
  readonly rows: readonly Row[]
}

export class Rows {
  readonly #tasks: readonly TaskRows[]
  readonly count: number

  constructor(root: ParentNode) {
    this.#tasks = [...root.querySelectorAll<HTMLElement>('section[data-task]')].map(section => ({
      section,
      task: section.dataset['task'] ?? '',
      service: section.dataset['service'] ?? '',
      rows: [...section.querySelectorAll<HTMLElement>('tr[data-item]')].map(element => ({
        element,
        status: element.dataset['status'] ?? '',
        text: null,
        finding: element.dataset['finding'] ?? null,
      })),
    }))
    this.count = this.#tasks.reduce((sum, { rows }) => sum + rows.length, 0)
  }

  /** Reads what is searched, some of it at a time, so that the first search need not wait for all of it. */
  *prepare(): Generator<void> {
    for (const { rows } of this.#tasks) {
      for (const row of rows) textOf(row)
      yield
    }
  }

  /** Shows what fits and hides the rest. Returns how many rows are shown. */
  show(filter: Filter): number {
    const words = filter.q
      .toLowerCase()
      .split(/\s+/)
      .filter(word => word !== '')
    const isFiltered = words.length > 0 || filter.status !== ''
    let shown = 0
    for (const { section, task, service, rows } of this.#tasks) {
      const fits =
        (filter.task === '' || filter.task === task) && (filter.service === '' || filter.service === service)
      let inTask = 0
      if (fits) for (const row of rows) inTask += showRow(row, filter.status, words)
      setHidden(section, !fits || (inTask === 0 && isFiltered))
      shown += inTask
    }
    return shown
  }
}

function showRow(row: Row, status: string, words: readonly string[]): number {
  const fits = (status === '' || status === row.status) && words.every(word => holds(row, word))
  setHidden(row.element, !fits)
  return fits ? 1 : 0
}

function holds(row: Row, word: string): boolean {
  return textOf(row).includes(word) || (row.finding !== null && wholeOf(row.finding).includes(word))
}

/** The texts of findings that have been asked for: many rows can have one in common. */
const wholes = new Map<string, string>()

function wholeOf(finding: string): string {
  const known = wholes.get(finding)
  if (known !== undefined) return known
  const text = document.querySelector(`#finding-${finding}`)?.textContent?.toLowerCase() ?? ''
  wholes.set(finding, text)
  return text
}

function textOf(row: Row): string {
  row.text ??= `${row.element.dataset['item'] ?? ''} ${row.element.textContent ?? ''}`.toLowerCase()
  return row.text
}

/** Even setting what is set already costs a browser time, thirty thousand times. */
function setHidden(element: HTMLElement, hidden: boolean): void {
  if (element.hidden !== hidden) element.hidden = hidden
}
