import { type FindingGroup, findingGroups } from '../findings.ts'
import type { Report, ReportItem, ReportTarget, ReportTask } from '../schema.ts'
import { type Html, html, type Part } from './markup.ts'
import { type ShownStatus, type Words, wordsIn } from './words.ts'

/** What every section of the page needs. */
export interface PageContext {
  readonly report: Report
  readonly words: Words
  readonly groups: readonly FindingGroup[]
  readonly tasks: readonly PlacedTask[]
  /** The number of the first group of findings that a task is in; the page counts from 1. */
  readonly firstToFix: ReadonlyMap<ReportTask, number>
}

/** From what has to be looked at to what need not be. */
export const STATUS_ORDER: readonly ShownStatus[] = [
  'failed',
  'warning',
  'skipped',
  'waived',
  'unknown',
  'pending',
  'passed',
]

/** A task with the number that its part of the list of items goes by. */
export interface PlacedTask {
  readonly number: number
  readonly target: ReportTarget
  readonly task: ReportTask
}

export function contextOf(report: Report): PageContext {
  const groups = findingGroups(report)
  const firstToFix = new Map<ReportTask, number>()
  groups.forEach((group, index) => {
    for (const { findings } of group.items)
      for (const { task } of findings) if (!firstToFix.has(task)) firstToFix.set(task, index + 1)
  })
  const tasks = report.targets
    .flatMap(target => target.tasks.map(task => ({ target, task })))
    .map((placed, index) => ({ ...placed, number: index + 1 }))
  return { report, words: wordsIn(report.gate.language), groups, tasks, firstToFix }
}

export function shownStatus(item: ReportItem): ShownStatus {
  return item.waiver === null ? item.status : 'waived'
}

/** Returns a coloured word; the word alone says all, the colour is for the eye. */
export function badge(kind: string, text: string): Html {
  return html`<span class="badge ${kind}">${text}</span>`
}

/** Returns a task by its label, or its id; a link to its items. */
export function taskLink({ number, task }: PlacedTask): Html {
  return html`<a href="#task=${number}">${taskLabel(task)}</a>`
}

export const taskLabel = (task: ReportTask): Html =>
  task.label === null ? html`<code>${task.id}</code>` : html`${task.label}`

export const codeOf = (text: string): Html => html`<code>${text}</code>`

/** Returns a part of the page with its heading; nothing where it has nothing to say. */
export function section(id: string, heading: string, content: Part): Html {
  return html`
<section id="${id}">
<h2>${heading}</h2>
${content}
</section>
`
}

export const shownTime = (iso: string): string => iso.replace('T', ' ').replace(/(:\d\d)(\.\d+)?Z$/, '$1 UTC')

/** Returns the text, or its beginning and how much is missing. Never cuts a character in two. */
export function shortened(text: string, maxCharacters: number, words: Words): string {
  if (text.length <= maxCharacters) return text
  const cut = text.slice(0, maxCharacters).replace(/[\uD800-\uDBFF]$/, '')
  return cut + words.cutText(text.length - cut.length)
}
