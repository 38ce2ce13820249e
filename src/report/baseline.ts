import { isFinding } from '../precheck/fingerprint.ts'
import { withoutMark } from '../precheck/item-name.ts'
import type { Decision, ItemStatus } from '../precheck/model.ts'
import type { Report, ReportItem, ReportTarget, ReportTask } from './schema.ts'
import { lacksResult } from './words.ts'

/** What an earlier report says, as far as the next one is compared with it. */
export interface EarlierReport {
  readonly finishedAt: string
  readonly decision: Decision
  readonly findings: readonly EarlierFinding[]
}

export interface EarlierFinding {
  readonly target: string
  readonly service: string
  readonly task: string
  readonly item: string
  readonly title: string
  readonly status: ItemStatus
  readonly reason: string | null
}

/**
 * Returns the targets with what is new in them since the earlier report, and the sums. Tasks are matched by service and id, findings by
 * item id and, where both have one, reason. What was found then and cannot be told now, of its task or of its item alone,
 * is not said to be fixed.
 */
export function comparedWith(
  earlier: EarlierReport,
  targets: readonly ReportTarget[],
): Pick<Report, 'targets' | 'baseline'> {
  const then = Map.groupBy(earlier.findings, keyOf)
  const counts = { new: 0, still: 0 }
  const itemOf = (item: ReportItem, target: ReportTarget, task: ReportTask): ReportItem => {
    if (!isFinding(item.status)) return item
    const place = { service: target.service, task: task.id, item: item.id, reason: item.reason }
    const since = (then.get(keyOf(place)) ?? []).some(one => isSameReason(one, place)) ? 'still' : 'new'
    counts[since] += 1
    return { ...item, since }
  }
  const compared = targets.map(target => ({
    ...target,
    tasks: target.tasks.map(task => ({
      ...task,
      items: task.items.map(item => itemOf(item, target, task)),
    })),
  }))
  return { targets: compared, baseline: { ...goneSince(earlier, targets), ...counts } }
}

function goneSince(
  earlier: EarlierReport,
  targets: readonly ReportTarget[],
): Omit<NonNullable<Report['baseline']>, 'new' | 'still'> {
  const complete = new Map<string, boolean>()
  const now = new Map<string, ReportItem[]>()
  const untold = new Set<string>()
  for (const { service, tasks } of targets) {
    for (const task of tasks) {
      const key = JSON.stringify([service, task.id])
      complete.set(key, (complete.get(key) ?? true) && !lacksResult(task))
      for (const item of task.items) {
        const place = { service, task: task.id, item: item.id }
        if (isFinding(item.status)) now.set(keyOf(place), [...(now.get(keyOf(place)) ?? []), item])
        else if (item.status !== 'passed') untold.add(nameKeyOf(place))
      }
    }
  }
  const gone = earlier.findings.filter(
    finding => !now.get(keyOf(finding))?.some(one => isSameReason(one, finding)),
  )
  const fixed = gone.filter(
    finding =>
      complete.get(JSON.stringify([finding.service, finding.task])) === true &&
      !untold.has(nameKeyOf(finding)),
  )
  const fixedItems = fixed.map(({ target, task, item, title, status }) => ({
    target,
    task,
    item,
    title,
    status,
  }))
  const { finishedAt, decision } = earlier
  return { finishedAt, decision, fixed: fixed.length, notSeen: gone.length - fixed.length, fixedItems }
}

function isSameReason(one: Pick<EarlierFinding, 'reason'>, other: Pick<EarlierFinding, 'reason'>): boolean {
  return one.reason === null || other.reason === null || one.reason === other.reason
}

function keyOf({ service, task, item }: Pick<EarlierFinding, 'service' | 'task' | 'item'>): string {
  return JSON.stringify([service, task, item])
}

/** Of all items of one name: their numbers follow their content, so one that cannot be told now may be any of them. */
function nameKeyOf(place: Parameters<typeof keyOf>[0]): string {
  return keyOf({ ...place, item: withoutMark(place.item) })
}
