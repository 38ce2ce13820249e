import type { CheckItem, Decision, ReasonCode, TargetResult, TaskResult } from './model.ts'

export const FAIL_ON = ['failed', 'warning', 'never'] as const
export type FailOn = (typeof FAIL_ON)[number]

/** An accepted finding: who accepts it, why, and until which day (UTC, inclusive). */
export interface WaiverNote {
  readonly reason: string
  readonly owner: string
  /** YYYY-MM-DD */
  readonly expires: string
}

/** A waiver as it is listed by name when it has expired or matched nothing. */
export interface ListedWaiver extends WaiverNote {
  readonly item: string
  readonly service: string | null
  readonly task: string | null
}

export interface JudgedItem extends CheckItem {
  readonly waiver: WaiverNote | null
}

export interface JudgedTask extends Omit<TaskResult, 'items'> {
  readonly items: readonly JudgedItem[]
  readonly outcome: Decision
  readonly reasonCode: ReasonCode
  /** Items are there, but the run was cut off before its end. */
  readonly partial: boolean
}

export interface JudgedTarget extends Omit<TargetResult, 'tasks'> {
  readonly tasks: readonly JudgedTask[]
}

/** Check items by what they count as: waived ones only as waived, skipped as warning, pending as unknown. */
export interface Counts {
  readonly total: number
  readonly passed: number
  readonly warning: number
  readonly failed: number
  readonly waived: number
  readonly unknown: number
}

/** The one decision over all targets. Outputs, reports and exit code are projections of it. */
export interface Verdict {
  readonly decision: Decision
  readonly reasonCode: ReasonCode
  /** false under `fail-on: never`: the decision is reported but does not fail the step. */
  readonly enforced: boolean
  readonly failOn: FailOn
  readonly counts: Counts
  readonly targets: readonly JudgedTarget[]
  readonly waivers: {
    readonly applied: number
    readonly expired: readonly ListedWaiver[]
    readonly unused: readonly ListedWaiver[]
  }
}
