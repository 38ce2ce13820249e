import type { Decision } from '../precheck/model.ts'
import type { Explain } from './explain.ts'
import { type FindingGroup, findingGroups } from './findings.ts'
import type { Report, ReportItem, ReportTarget, ReportTask } from './schema.ts'
import { lacksResult, type ShownStatus, targetsNamed, type Words, wordsIn } from './words.ts'

/** What every section of the page and of the summary needs. */
export interface ReportContext {
  readonly report: Report
  readonly words: Words
  readonly groups: readonly FindingGroup[]
  readonly tasks: readonly PlacedTask[]
  /** The targets of tasks whose name says too little alone. */
  readonly targetOf: ReadonlyMap<ReportTask, string>
  readonly explain: Explain
  /** The first group of findings that a task is in, by its number (reports count from 1), and the title of what the task has of it. */
  readonly firstToFix: ReadonlyMap<ReportTask, { readonly number: number; readonly title: string }>
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

export function contextOf(report: Report, explain: Explain): ReportContext {
  const groups = findingGroups(report, explain)
  const firstToFix = new Map<ReportTask, { number: number; title: string }>()
  groups.forEach((group, index) => {
    for (const { findings, item } of group.items) {
      const first = { number: index + 1, title: item.title }
      for (const { task } of findings) if (!firstToFix.has(task)) firstToFix.set(task, first)
    }
  })
  const tasks = report.targets
    .flatMap(target => target.tasks.map(task => ({ target, task })))
    .map((placed, index) => ({ ...placed, number: index + 1 }))
  const words = wordsIn(report.gate.language)
  return { report, words, groups, tasks, targetOf: targetsNamed(report), explain, firstToFix }
}

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
  { firstToFix }: ReportContext,
): { readonly number: number; readonly title: string } | 'reason' | null {
  const first = firstToFix.get(task)
  if (task.error !== null || (lacksResult(task) && first === undefined)) return 'reason'
  return first ?? (task.outcome === 'failed' ? 'reason' : null)
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
export function withoutResult(
  tasks: readonly ReportTask[],
): readonly (readonly [ReportTask, ...ReportTask[]])[] {
  const same = Map.groupBy(tasks.filter(lacksResult), ({ reasonCode, error, partial, items }) => {
    const open = items.filter(isOpen).map(item => item.title)
    return JSON.stringify([reasonCode, error && [error.code, error.httpStatus, error.advice], partial, open])
  })
  return [...same.values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [[first, ...rest] as const],
  )
}

export const isOpen = ({ status }: ReportItem): boolean => status === 'pending' || status === 'unknown'

/** Returns what is said of tasks without a result: each message once, and the error that its other facts are from. */
export function errorsOf(same: readonly ReportTask[]): {
  readonly messages: readonly string[]
  readonly first: ReportTask['error']
} {
  const errors = same.map(({ error }) => error).filter(error => error !== null)
  return { messages: [...new Set(errors.map(({ message }) => message))], first: errors[0] ?? null }
}

export const shownTime = (iso: string): string => iso.replace('T', ' ').replace(/(:\d\d)(\.\d+)?Z$/, '$1 UTC')
