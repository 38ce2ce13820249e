import { isFinding } from '../precheck/fingerprint.ts'
import { countItems, decisionOf, gateReason, reasonsOf, taskReason } from '../precheck/judge.ts'
import { type InconclusiveReason, OVERALLS, type Overall, type ReasonCode } from '../precheck/model.ts'
import { inEach, type Sentence, told } from '../precheck/sentence.ts'
import type { Counts } from '../precheck/verdict.ts'
import type { Report, ReportItem, ReportTask } from '../report/schema.ts'

/** Whether a report gives itself the decision that it names: the judge is asked again, over what the report shows. */

/** Returns what does not follow from the tasks of a report, in words; null where all of it does. */
export function unproven(report: Report): Sentence | null {
  const why = whyUnproven(report)
  if (why === null || !isMerged(report)) return why
  return inEach(in_ => told(`${in_(why)}; ${in_(MERGED)}`, `${in_(why)}；${in_(MERGED)}`))
}

/** Legs may have had another `fail-on`, or have been missing: what came of them does not follow from what the report shows. */
const MERGED = told(
  'merge seems to have made it, and a merged report is no leg: give the reports of its legs',
  '它似乎由 merge 合成，而合并后的报告不是分支：请给出各分支自己的报告',
)

/** Merge puts the name of the leg before that of each target. */
function isMerged({ gate: { reasonCode }, targets }: Report): boolean {
  if (reasonCode === 'leg-missing' || reasonCode === 'leg-not-accepted') return true
  return targets.length > 0 && targets.every(({ name }) => /^[0-9A-Za-z][0-9A-Za-z._-]*\//.test(name))
}

function whyUnproven(report: Report): Sentence | null {
  const { decision, reasonCode } = report.gate
  const tasks = report.targets.flatMap(target => target.tasks)
  if (tasks.some(task => !isProven(task, report))) return OTHER_OUTCOME
  if (!isSame(countItems(tasks.flatMap(task => task.items)), report.counts)) return OTHER_COUNTS
  if (decisionOf(reasonCode) !== decision) return OTHER_DECISION
  if (tasks.length === 0) return decision === 'inconclusive' ? null : NO_TASK
  if (gateReason(reasonsOf(report.targets)) !== reasonCode) return NOT_OF_TASKS
  // A gate with problems has no targets; a report that was merged before can have failed all the same.
  return report.problems.length === 0 || decision === 'failed' ? null : HAS_PROBLEMS
}

const OTHER_OUTCOME = told(
  'a task of it has another outcome than its own items give',
  '其中某个任务的结果与它自己的检查项不符',
)
const OTHER_COUNTS = told('its counts are not those of its own items', '它的计数与自己的检查项不符')
const OTHER_DECISION = told('its decision is not that of its reason code', '它的结论与原因码不符')
const NO_TASK = told('it has no task, so nothing can have come of it', '它没有任务，因此不可能有结果')
const NOT_OF_TASKS = told(
  'its decision is not the one that its own tasks give',
  '它的结论与自己的任务得出的不符',
)
const HAS_PROBLEMS = told('it lists problems beside its tasks', '它在任务之外还列有问题')

function isProven(task: ReportTask, { gate, startedAt }: Report): boolean {
  const { error, items, reasonCode } = task
  return (
    items.every(item => isWaivable(item, startedAt)) &&
    (task.outcome !== 'passed' || isWhole(task)) &&
    task.outcome === decisionOf(reasonCode) &&
    task.partial === (error !== null && items.length > 0) &&
    OVERALLS.some(overall => taskReason(endingOf(task, overall), items, gate.failOn) === reasonCode)
  )
}

/** A pass is a finished result that counts, and so has a freshness; not every service tells a progress. */
function isWhole({ progress, freshness }: ReportTask): boolean {
  return freshness !== null && (progress === null || progress === 100)
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
