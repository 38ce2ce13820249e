import type { Decision } from '../precheck/model.ts'
import type { Dossier, PlacedTask } from './dossier.ts'
import { type Together, together } from './findings.ts'
import type { ReportItem, ReportTask } from './schema.ts'
import { lacksResult, type ShownStatus } from './words.ts'

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
export function withoutResult(tasks: readonly ReportTask[]): readonly Together<ReportTask>[] {
  return together(tasks.filter(lacksResult), ({ reasonCode, error, partial, items }) => {
    const open = items.filter(isOpen).map(item => item.title)
    return JSON.stringify([reasonCode, error && [error.code, error.httpStatus, error.advice], partial, open])
  })
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
