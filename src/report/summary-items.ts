import type { Dossier, PlacedTask } from './dossier.ts'
import { passedOnce } from './passed-once.ts'
import type { ReportItem } from './schema.ts'
import {
  capped,
  code,
  detailCell,
  folded,
  type Limits,
  reasonMarkdown,
  row,
  summaryCode,
  summaryText,
  tableHead,
  title,
} from './summary-markdown.ts'
import { byStatus, shownStatus, taskFacts } from './tasks.ts'
import { statusWords, type Words } from './words.ts'

/** Yields every check item of every task, folded; several tasks below one line. */
export function* itemLines({ tasks, words }: Dossier, limits: Limits): Generator<string> {
  if (tasks.length === 0) return
  const rowOf = passedOnce((item: ReportItem) =>
    row([statusWords(item, words), itemCell(item), foundCell(item, words)]),
  )
  const tables = capped(
    tasks,
    limits.rows,
    placed => taskTable(placed, words, limits, rowOf),
    more => words.andMore.tasks(more),
  )
  yield `### ${words.allItems}`
  yield ''
  if (tasks.length > TASKS_OPEN) yield* folded(words.tasks(tasks.length), [...tables, ''])
  else yield* [...tables, '']
}
/** With more tasks than this even one line for each is a page. */
const TASKS_OPEN = 10

/** Stands in a row as it is: no rule takes anything away from it. */
const WRITTEN_WHOLE = /^[!-~]{1,200}$/

/** Returns what the rows of all items take at the least, so that a page far too large need not be made to find that out. */
export function leastBytesOfItems(tasks: readonly PlacedTask[], limits: Limits): number {
  let bytes = 0
  for (const { task } of tasks.slice(0, limits.rows)) {
    for (const { id } of shownOf(task.items, limits).slice(0, limits.rows))
      bytes += LEAST_ROW_BYTES + (WRITTEN_WHOLE.test(id) ? id.length : 0)
  }
  return bytes
}
const LEAST_ROW_BYTES = row(['', '', '']).length

const shownOf = (items: readonly ReportItem[], { passedItems }: Limits) =>
  passedItems ? items : items.filter(item => shownStatus(item) !== 'passed')

function* taskTable(
  placed: PlacedTask,
  words: Words,
  limits: Limits,
  rowOf: (item: ReportItem) => string,
): Generator<string> {
  const rows = byStatus(placed.task)
  const shown = shownOf(rows, limits)
  const hidden = rows.length - shown.length
  const lines = function* () {
    yield taskFacts(placed, words, code)
    yield ''
    if (shown.length > 0) {
      yield* tableHead([words.result, words.checkItem, words.found])
      yield* capped(
        shown,
        limits.rows,
        item => [rowOf(item)],
        more => row(['', words.andMore.items(more), '']),
      )
      yield ''
    }
    if (hidden > 0) yield* [words.passedHidden(hidden), '']
  }
  yield* folded(taskHtml(placed, words), lines())
}

/** Inside `<summary>` Markdown is not read, so the id is an HTML element here. */
function taskHtml({ target, task }: PlacedTask, words: Words): string {
  const id = summaryCode(task.id)
  const name = task.label === null ? id : `${summaryText(task.label)} (${id})`
  return `${summaryText(target.name)}, ${name}${words.colon}${words.outcome[task.outcome]}${words.list}${words.items(task.items.length)}`
}

function itemCell(item: ReportItem): string {
  return item.title === item.id ? code(item.id) : `${title(item.title)} ${code(item.id)}`
}

function foundCell(item: ReportItem, words: Words): string {
  const reason = item.reason === null ? '' : reasonMarkdown(item.reason)
  return [reason, detailCell(item.detail, words)].filter(text => text !== '').join(words.semicolon)
}
