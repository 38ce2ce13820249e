import type { CheckItem, Decision, GateMode, ReasonCode, TargetResult, TaskResult } from './model.ts'

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
  /** null for an item that is no finding. */
  readonly fingerprint: string | null
  readonly waiver: WaiverNote | null
}

export interface JudgedTask extends Omit<TaskResult, 'items'> {
  readonly items: readonly JudgedItem[]
  readonly outcome: Decision
  readonly reasonCode: ReasonCode
  /** Items are there, but the run was cut off before its end. */
  readonly partial: boolean
}

export interface JudgedTarget extends Omit<TargetResult, 'tasks' | 'mode'> {
  readonly mode: GateMode
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
  /** `applied + expired.length + unused.length` is the number of waivers. */
  readonly waivers: {
    /** Waivers (not items; those are in the counts) that hold today and cover at least one item. */
    readonly applied: number
    readonly expired: readonly ListedWaiver[]
    readonly unused: readonly ListedWaiver[]
    /**
     * Those, used or not, that stop short of a finding which nobody else accepts: it has changed since it was accepted, or
     * has the name of another item of its task.
     */
    readonly missed: readonly (ListedWaiver & { readonly why: 'changed' | 'equal-names' })[]
  }
}

/**
 * Whether the decision makes the step fail. A wrong input and a signal do so under `fail-on: never` too: nothing that
 * could be reported only has been found then.
 */
export function failsStep({
  decision,
  reasonCode,
  enforced,
}: Pick<Verdict, 'decision' | 'reasonCode' | 'enforced'>): boolean {
  if (decision === 'passed' || decision === 'validated') return false
  return enforced || reasonCode === 'invalid-input' || reasonCode === 'cancelled'
}

/** What can fail a step besides its decision, whatever that is and under `fail-on: never` too. */
export interface StepEnd {
  /** What ended the step before its time: a signal, or an error that nobody caught. */
  readonly cutOff: 'signal' | 'crash' | null
  /** A commit status that was asked for could not be posted. */
  readonly statusLost: boolean
  /** An output could not be set: later steps would read an old one, or none. */
  readonly outputsLost: boolean
}

/** What a step comes to. */
export type StepResult = 'ok' | 'failed' | 'inconclusive' | 'invalid-input' | 'signal'

/** The one place that decides how a step ends. A signal says more than what it cut off. */
export function stepResultOf(
  verdict: Parameters<typeof failsStep>[0],
  { cutOff, statusLost, outputsLost }: StepEnd,
): StepResult {
  if (cutOff === 'signal') return 'signal'
  if (verdict.reasonCode === 'invalid-input') return 'invalid-input'
  if (failsStep(verdict)) return verdict.decision === 'failed' ? 'failed' : 'inconclusive'
  return cutOff !== null || statusLost || outputsLost ? 'inconclusive' : 'ok'
}

export const ACTION_EXIT_CODES: Readonly<Record<StepResult, number>> = {
  ok: 0,
  failed: 1,
  inconclusive: 1,
  'invalid-input': 1,
  signal: 1,
}

/**
 * The command tells a finding from a slip in the command line and from what could not be found out, because other CI
 * systems can let the last one pass as a warning.
 */
export const COMMAND_EXIT_CODES: Readonly<Record<StepResult, number>> = {
  ok: 0,
  failed: 1,
  'invalid-input': 2,
  inconclusive: 3,
  signal: 4,
}
