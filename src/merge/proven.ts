import { isFinding } from '../precheck/fingerprint.ts'
import { countItems, decisionOf, gateReason, reasonsOf, taskReason } from '../precheck/judge.ts'
import { type InconclusiveReason, OVERALLS, type Overall, type ReasonCode } from '../precheck/model.ts'
import type { Counts } from '../precheck/verdict.ts'
import type { Report, ReportItem, ReportTask } from '../report/schema.ts'

/** Whether a report gives itself the decision that it names: the judge is asked again, over what the report shows. */

/** Returns what does not follow from the tasks of a report, in words; null where all of it does. */
export function unproven(report: Report): string | null {
  const { decision, reasonCode } = report.gate
  const tasks = report.targets.flatMap(target => target.tasks)
  if (tasks.some(task => !isProven(task, report)))
    return 'a task of it has another outcome than its own items give'
  if (!isSame(countItems(tasks.flatMap(task => task.items)), report.counts))
    return 'its counts are not those of its own items'
  if (decisionOf(reasonCode) !== decision) return 'its decision is not that of its reason code'
  if (tasks.length === 0)
    return decision === 'inconclusive' ? null : 'it has no task, so nothing can have come of it'
  if (gateReason(reasonsOf(report.targets)) !== reasonCode)
    return 'its decision is not the one that its own tasks give'
  // A gate with problems has no targets; a report that was merged before can have failed all the same.
  return report.problems.length === 0 || decision === 'failed' ? null : 'it lists problems beside its tasks'
}

function isProven(task: ReportTask, { gate, startedAt }: Report): boolean {
  const { error, items, reasonCode } = task
  return (
    items.every(item => isWaivable(item, startedAt)) &&
    task.outcome === decisionOf(reasonCode) &&
    task.partial === (error !== null && items.length > 0) &&
    OVERALLS.some(overall => taskReason(endingOf(task, overall), items, gate.failOn) === reasonCode)
  )
}

/** Only findings are waived, and by no waiver that had ended before the gate began. */
function isWaivable({ status, waiver }: ReportItem, startedAt: string): boolean {
  return waiver === null || (isFinding(status) && waiver.expires >= startedAt.slice(0, 'YYYY-MM-DD'.length))
}

/**
 * How the task may have ended. The report does not say what the service said of the run as a whole, so that can have been
 * anything; an error has any reason that is none of a result.
 */
function endingOf({ error, reasonCode }: ReportTask, overall: Overall): Parameters<typeof taskReason>[0] {
  if (error === null) return { problem: null, overall }
  return { problem: { reason: isInconclusive(reasonCode) ? reasonCode : 'not-verified' }, overall }
}

function isInconclusive(reasonCode: ReasonCode): reasonCode is InconclusiveReason {
  return decisionOf(reasonCode) === 'inconclusive'
}

function isSame(one: Counts, other: Counts): boolean {
  return (
    one.total === other.total &&
    one.passed === other.passed &&
    one.warning === other.warning &&
    one.failed === other.failed &&
    one.waived === other.waived &&
    one.unknown === other.unknown
  )
}
