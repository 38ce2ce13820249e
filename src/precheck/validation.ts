import { decisionOf, NO_WAIVERS, type Policy, verdictOver } from './judge.ts'
import { NOTHING_SEEN, type Problem, type ReasonCode, type Task } from './model.ts'
import type { JudgedTarget, JudgedTask, Verdict } from './verdict.ts'
import { waiverUse } from './waivers.ts'

/** What `mode: validate` found of one target. Apart from `TargetResult`, so that no result can be made of it. */
export interface ValidatedTarget {
  readonly name: string
  readonly service: string
  readonly endpoint: string
  /** `problem` is null where nothing speaks against a run, as far as that can be told without one. */
  readonly tasks: readonly { readonly task: Task; readonly problem: Problem | null }[]
}

/** The verdict of a gate that started nothing: `validated`, or what would keep a run from a result. Pure. */
export function judgeValidation(
  targets: readonly ValidatedTarget[],
  { failOn, waivers, today }: Policy,
): Verdict {
  const judged = targets.map(
    (target): JudgedTarget => ({ ...target, mode: 'validate', tasks: target.tasks.map(judgeTask) }),
  )
  // No finding was read, so of no waiver can be said that it has none.
  const { expired } = waiverUse(waivers, [], today)
  return verdictOver(judged, failOn, { ...NO_WAIVERS, expired })
}

function judgeTask({ task, problem }: ValidatedTarget['tasks'][number]): JudgedTask {
  const reasonCode: ReasonCode = problem === null ? 'validated' : problem.reason
  return {
    task,
    problem,
    outcome: decisionOf(reasonCode),
    reasonCode,
    partial: false,
    ...NOTHING_SEEN,
    freshness: null,
    caveats: [],
  }
}
