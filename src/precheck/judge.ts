import type { Redact } from './fingerprint.ts'
import type {
  CheckItem,
  Decision,
  InconclusiveReason,
  Overall,
  Problem,
  ReasonCode,
  TargetResult,
  TaskResult,
} from './model.ts'
import { assertNever, REASONS } from './model.ts'
import type { Counts, FailOn, JudgedItem, JudgedTarget, JudgedTask, Verdict } from './verdict.ts'
import { currentWaivers, findingsIn, noteFor, type PlacedItem, type Waiver, waiverUse } from './waivers.ts'

/** What the user accepts. */
export interface Policy {
  readonly failOn: FailOn
  readonly waivers: readonly Waiver[]
  /** The day of the run, YYYY-MM-DD in UTC. */
  readonly today: string
  /** For fingerprints: they are made of the texts that are shown. */
  readonly redact: Redact
}

/** What of an item decides. */
type Weighed = Pick<JudgedItem, 'status' | 'waiver'>

/** Decisions in the order in which one task's outweighs another's: what was only validated is never hidden by a pass. */
const DECISION_ORDER = [
  'failed',
  'inconclusive',
  'validated',
  'passed',
] as const satisfies readonly Decision[]

const DECISION_OF: ReadonlyMap<ReasonCode, Decision> = new Map(REASONS)

/** The one decision over everything that was read. Pure: the same in any order of targets, tasks and items. */
export function judge(targets: readonly TargetResult[], policy: Policy): Verdict {
  const current = currentWaivers(policy.waivers, policy.today)
  const findings: PlacedItem[] = []
  const judged = targets.map((target): JudgedTarget => {
    const tasks = target.tasks.map(task => {
      const found = findingsIn(task, target.service, policy.redact)
      for (const finding of found) if (finding.fingerprint !== null) findings.push(finding)
      return judgeTask(task, found, current, policy.failOn)
    })
    return { ...target, tasks }
  })
  return verdictOver(judged, policy.failOn, waiverUse(policy.waivers, findings, policy.today))
}

export const NO_WAIVERS: Verdict['waivers'] = { applied: 0, expired: [], unused: [], missed: [] }

/** Returns the verdict over tasks that have been judged. */
export function verdictOver(
  judged: readonly JudgedTarget[],
  failOn: FailOn,
  waivers: Verdict['waivers'],
): Verdict {
  const reasonCode = gateReason(reasonsOf(judged))
  return {
    decision: decisionOf(reasonCode),
    reasonCode,
    enforced: failOn !== 'never',
    failOn,
    counts: countItems(judged.flatMap(target => target.tasks.flatMap(task => task.items))),
    targets: judged,
    waivers,
  }
}

/**
 * Returns what the tasks came to. A target without tasks proves nothing. Inputs rule it out; were one to slip through, it
 * must not be green.
 */
export function reasonsOf(
  targets: readonly { readonly tasks: readonly Pick<JudgedTask, 'reasonCode'>[] }[],
): readonly ReasonCode[] {
  return targets.flatMap(({ tasks }) =>
    tasks.length === 0 ? ['not-verified' as const] : tasks.map(task => task.reasonCode),
  )
}

/** The verdict of a gate that came to no target: its inputs were wrong or its policy could not be had. */
export function verdictWithoutTargets(reasonCode: InconclusiveReason, failOn: FailOn): Verdict {
  return { ...verdictOver([], failOn, NO_WAIVERS), reasonCode }
}

/** One task with its waived items marked and its outcome. `current`: only waivers that hold today. */
export function judgeTask(
  task: TaskResult,
  findings: readonly PlacedItem[],
  current: readonly Waiver[],
  failOn: FailOn,
): JudgedTask {
  const items = findings.map(finding => judgedItem(finding, current))
  const reasonCode = taskReason(task, items, failOn)
  return {
    ...task,
    items,
    outcome: decisionOf(reasonCode),
    reasonCode,
    partial: task.problem !== null && items.length > 0,
  }
}

/** What passed is judged alike wherever it stands: of equal items, which are one object, comes one. */
const judgedPasses = new WeakMap<CheckItem, JudgedItem>()

function judgedItem(finding: PlacedItem, current: readonly Waiver[]): JudgedItem {
  const { item, fingerprint } = finding
  if (item.status !== 'passed') return { ...item, fingerprint, waiver: noteFor(finding, current) }
  const known = judgedPasses.get(item)
  if (known !== undefined) return known
  const judged = { ...item, fingerprint: null, waiver: null }
  judgedPasses.set(item, judged)
  return judged
}

/**
 * Why one task passed, failed or proves nothing: the first line that fits. "Passed" is the answer of a
 * positive test over all items, not what is left over, so that a case nobody thought of is not green.
 */
export function taskReason(
  { problem, overall }: { readonly problem: Pick<Problem, 'reason'> | null; readonly overall: Overall },
  items: readonly Weighed[],
  failOn: FailOn,
): ReasonCode {
  const anyFailed = items.some(item => item.status === 'failed')

  if (items.some(item => item.status === 'failed' && item.waiver === null)) return 'checks-failed'
  if (problem !== null) return problem.reason
  if (overall === 'run-failed' && !anyFailed) return 'checks-failed'
  if (overall === 'run-skipped') return 'not-verified'
  // A run that ended as failed leaves items it never came to; every other run with one is not finished.
  if (overall !== 'run-failed' && items.some(item => item.status === 'pending')) return 'timed-out'
  if (items.length === 0) return 'no-check-items'
  if (items.some(item => item.status === 'unknown')) return 'unknown-status'
  if (!items.some(reallyRan)) return 'not-verified'
  if (overall === 'missing') return 'not-verified'
  if (overall === 'negative' && !anyFailed) return 'checks-failed'
  if (failOn === 'warning' && items.some(item => isWarning(item) && item.waiver === null)) {
    return 'warnings-not-allowed'
  }
  return items.every(isAcceptable) ? passedReason(items) : 'not-verified'
}

/** A skipped item weighs like a warning but shows nothing about the database. */
function reallyRan({ status }: Weighed): boolean {
  return status === 'passed' || status === 'warning' || status === 'failed'
}

function isWarning({ status }: Weighed): boolean {
  return status === 'warning' || status === 'skipped'
}

function isAcceptable(item: Weighed): boolean {
  return item.status === 'passed' || isWarning(item) || (item.status === 'failed' && item.waiver !== null)
}

function passedReason(items: readonly Weighed[]): ReasonCode {
  if (items.some(item => item.waiver !== null)) return 'passed-with-waivers'
  return items.some(isWarning) ? 'passed-with-warnings' : 'all-passed'
}

/**
 * The gate's reason out of its tasks': a failed one before an inconclusive one before a passed one, among
 * several of one decision the first in REASONS. Without any task nothing is verified.
 */
export function gateReason(reasons: readonly ReasonCode[]): ReasonCode {
  for (const decision of DECISION_ORDER) {
    const first = REASONS.find(([code, its]) => its === decision && reasons.includes(code))
    if (first !== undefined) return first[0]
  }
  return 'not-verified'
}

/** Returns the decision that a reason stands for. */
export function decisionOf(reasonCode: ReasonCode): Decision {
  return DECISION_OF.get(reasonCode) ?? 'inconclusive'
}

/** Check items by what they count as: each in exactly one of the five groups that make up the total. */
export function countItems(items: readonly Weighed[]): Counts {
  const counts = { total: items.length, passed: 0, warning: 0, failed: 0, waived: 0, unknown: 0 }
  for (const item of items) counts[countedAs(item)] += 1
  return counts
}

function countedAs({ status, waiver }: Weighed): Exclude<keyof Counts, 'total'> {
  if (waiver !== null) return 'waived'
  switch (status) {
    case 'passed':
    case 'warning':
    case 'failed':
    case 'unknown':
      return status
    case 'skipped':
      return 'warning'
    case 'pending':
      return 'unknown'
    default:
      return assertNever(status)
  }
}
