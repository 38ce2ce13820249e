import { countItems, decisionOf, gateReason, type Policy } from './judge.ts'
import type { Problem, ReasonCode, Task } from './model.ts'
import type { JudgedTarget, JudgedTask, Verdict } from './verdict.ts'
import { waiverUse } from './waivers.ts'

/** What `mode: validate` found of one task. Apart from `TaskResult`, so that no result can be made of it. */
export interface ValidatedTask {
  readonly task: Task
  /** null where nothing speaks against a run, as far as that can be told without one. */
  readonly problem: Problem | null
}

export interface ValidatedTarget {
  readonly name: string
  readonly service: string
  readonly endpoint: string
  readonly tasks: readonly ValidatedTask[]
}

/** The verdict of a gate that started nothing: `validated`, or what would keep a run from a result. Pure. */
export function judgeValidation(
  targets: readonly ValidatedTarget[],
  { failOn, waivers, today }: Policy,
): Verdict {
  const judged = targets.map(
    (target): JudgedTarget => ({ ...target, mode: 'validate', tasks: target.tasks.map(judgeTask) }),
  )
  // Without a task there is nothing that could have been looked at.
  const reasons = judged.flatMap(({ tasks }) =>
    tasks.length === 0 ? ['not-verified' as const] : tasks.map(task => task.reasonCode),
  )
  const reasonCode = gateReason(reasons)
  return {
    decision: decisionOf(reasonCode),
    reasonCode,
    enforced: failOn !== 'never',
    failOn,
    counts: countItems([]),
    targets: judged,
    // No finding was read, so of no waiver can be said that it has none.
    waivers: { applied: 0, expired: waiverUse(waivers, [], today).expired, unused: [], missed: [] },
  }
}

function judgeTask({ task, problem }: ValidatedTask): JudgedTask {
  const reasonCode: ReasonCode = problem === null ? 'validated' : problem.reason
  return {
    task,
    problem,
    outcome: decisionOf(reasonCode),
    reasonCode,
    partial: false,
    precheckId: null,
    progress: null,
    overall: 'missing',
    freshness: null,
    caveats: [],
    items: [],
  }
}
