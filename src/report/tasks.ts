import type { Decision } from '../precheck/model.ts'
import { failsStep } from '../precheck/verdict.ts'
import type { Dossier, PlacedTask } from './dossier.ts'
import { type Same, sameBy } from './findings.ts'
import type { ReportItem, ReportTask } from './schema.ts'
import { firstFew } from './text.ts'
import { lacksResult, type ShownStatus, type Words } from './words.ts'

/** What is said of a task, however it is written down. */

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

export function shownStatus(item: ReportItem): ShownStatus {
  return item.waiver === null ? item.status : 'waived'
}

/** Returns how many items of a task count as what, the ones to look at first. */
export function countsOf({ items }: ReportTask): readonly (readonly [ShownStatus, number])[] {
  const counts = Map.groupBy(items, shownStatus)
  return STATUS_ORDER.map(status => [status, counts.get(status)?.length ?? 0] as const).filter(
    ([, count]) => count > 0,
  )
}

/** Returns where somebody begins with a task: a group of findings and what of it the task has, or why there is no result. */
export function firstOf(
  task: ReportTask,
  { firstToFix }: Dossier,
): { readonly number: number; readonly title: string } | 'reason' | null {
  const first = firstToFix.get(task)
  if (task.outcome === 'failed') return first ?? 'reason'
  if (task.error !== null || (lacksResult(task) && first === undefined)) return 'reason'
  return first ?? null
}

/** Tasks that the service calls failed although it marks no item as failed: nothing else of them can be shown. */
export function isSilent({ task }: PlacedTask): boolean {
  return (
    task.outcome === 'failed' &&
    task.reasonCode === 'checks-failed' &&
    task.error === null &&
    task.items.every(item => item.status !== 'failed')
  )
}

/** Returns the tasks as a table lists them: those to look at first. */
export function byUrgency(tasks: readonly PlacedTask[]): readonly PlacedTask[] {
  return tasks.toSorted(
    (a, b) => OUTCOME_ORDER.indexOf(a.task.outcome) - OUTCOME_ORDER.indexOf(b.task.outcome),
  )
}
export const OUTCOME_ORDER: readonly Decision[] = ['failed', 'inconclusive', 'validated', 'passed']

/** Returns the tasks that lack a result, those for one cause together; messages name the task, so they are left out of it. */
export function endedAlike(tasks: readonly ReportTask[]): readonly Same<ReportTask>[] {
  return sameBy(tasks.filter(lacksResult), ({ reasonCode, error, partial, items }) => {
    const open = items.filter(isOpen).map(item => item.title)
    return JSON.stringify([reasonCode, error && [error.code, error.httpStatus, error.advice], partial, open])
  })
}

const isOpen = ({ status }: ReportItem): boolean => status === 'pending' || status === 'unknown'

/** Returns what is said of tasks without a result: each message once, and the error that its other facts are from. */
export function errorsOf(same: readonly ReportTask[]): {
  readonly messages: readonly string[]
  readonly first: ReportTask['error']
} {
  const errors = same.map(({ error }) => error).filter(error => error !== null)
  return { messages: [...new Set(errors.map(({ message }) => message))], first: errors[0] ?? null }
}

export const shownTime = (iso: string): string => iso.replace('T', ' ').replace(/(:\d\d)(\.\d+)?Z$/, '$1 UTC')

/** Returns the items of a task, those to look at first. */
export function byStatus({ items }: ReportTask): readonly ReportItem[] {
  const same = Map.groupBy(items, shownStatus)
  return STATUS_ORDER.flatMap(status => same.get(status) ?? [])
}

/** Returns where a task was checked and what its result is; `written` writes what is not ours. */
export function taskFacts(
  { target, task }: PlacedTask,
  words: Words,
  written: (text: string) => string,
): string {
  const facts = [
    words.atService(written(target.service), written(target.endpoint)),
    task.precheckId === null ? null : words.precheck(written(task.precheckId)),
    task.progress === null ? null : words.progress(task.progress),
    task.freshness === null ? null : words.freshness[task.freshness],
    task.partial ? words.cutOff : null,
  ]
  return `${capitalised(facts.filter(fact => fact !== null).join(words.semicolon))}${words.stop.trim()}`
}

export const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** Returns what a service can find an error by: each under its name, a code as such. */
export function errorMarks<Part>(
  { httpStatus, code, requestId }: NonNullable<ReportTask['error']>,
  words: Words,
  written: (name: string, code: string) => Part,
): readonly (Part | string)[] {
  return [
    httpStatus === null ? null : `HTTP ${httpStatus}`,
    code === null ? null : written(words.code, code),
    requestId === null ? null : written(words.requestId, requestId),
  ].filter(mark => mark !== null)
}

const OPEN_ITEMS_SHOWN = 10

/** Returns the items of a task that have no result, the first of them, with the service's own word. */
export function openItemsOf({ items }: ReportTask, words: Words): readonly string[] {
  const shown = ({ title, status, rawStatus }: ReportItem) =>
    `${title} (${words.status[status]}${rawStatus === null ? '' : `${words.list}${rawStatus}`})`
  return firstFew(items.filter(isOpen), OPEN_ITEMS_SHOWN, shown, words.more)
}

/** Returns what is to be said of the decision besides its reason; `written` writes a setting. */
export function decisionNotes(
  { report: { gate }, words }: Dossier,
  written: (setting: string) => string,
): readonly string[] {
  if (gate.decision === 'passed') return [words.decisionOnly]
  if (gate.decision === 'validated') return [words.validatedOnly]
  return failsStep(gate) ? [] : [words.reportOnly(written(`fail-on: ${gate.failOn}`))]
}

/** Returns how much of a pass rests on an assumption, in words. */
export function assumedNote({ report, tasks, words }: Dossier): string | null {
  const assumed = tasks.filter(({ task }) => task.freshness === 'assumed').length
  return report.gate.decision === 'passed' && assumed > 0 ? words.assumed(assumed, tasks.length) : null
}

/** Returns the findings that somebody accepts. */
export function acceptedIn({ tasks }: Dossier) {
  return tasks.flatMap(placed =>
    placed.task.items.flatMap(item => (item.waiver === null ? [] : { placed, item, waiver: item.waiver })),
  )
}

/** Returns the heading of waivers that matched nothing: what was not read may hold what a waiver is for. */
export function unusedHeading({ tasks, words }: Dossier): string {
  const isWhole = tasks.every(({ task }) => task.outcome !== 'inconclusive' && !task.partial)
  return isWhole ? words.unused.whole : words.unused.part
}
