import type { Sentence } from './sentence.ts'

/**
 * The words of the domain. Everything here is plain readonly data: no HTTP, no runner, no clock.
 * Services translate their wire into these types; judge and report read nothing else.
 */

/** A check item's normalised status. `skipped` weighs like a warning but proves nothing. */
export const ITEM_STATUSES = ['passed', 'warning', 'failed', 'skipped', 'pending', 'unknown'] as const
export type ItemStatus = (typeof ITEM_STATUSES)[number]

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue }

/** One line of a pre-check's result. Texts are the service's own; empty or absent ones are null. */
export interface CheckItem {
  /** Unique within a task: the name, and a number where several items have one. */
  readonly id: string
  /** The name alone, which waivers go by. */
  readonly baseId: string
  /** Stands beside an item of the same name that contradicts it, and is no report of its own. */
  readonly isEcho?: boolean
  /** What the catalogue knows the item by; ids can carry a side, a role or a number as well. */
  readonly topic: string
  /** What the service calls the item in words; null where it sends a code only. */
  readonly name: string | null
  readonly group: string | null
  readonly status: ItemStatus
  readonly rawStatus: string | null
  readonly reason: string | null
  readonly detail: string | null
  readonly suggestion: string | null
  /** Parts of a task that failed on their own, for instance one shard. */
  readonly subJobs: readonly {
    readonly id: string | null
    readonly name: string | null
    readonly status: string | null
  }[]
  readonly skippable: boolean | null
  readonly skipConsequence: string | null
  /** Objects that can be left out of the migration to get past the item, as the service sent them. */
  readonly blackObjects: JsonValue
}

/** One thing that is pre-checked: a DRS task, a DDM schema, an OMS project. */
export interface Task {
  readonly id: string
  readonly label: string | null
}

/**
 * What the service says of a run as a whole.
 * - `positive`, `negative`: its overall result; a negative one without a failed item still fails the task.
 * - `run-failed`: the run itself ended as failed, which outranks missing and unknown items.
 * - `run-skipped`: the service left the whole pre-check out, so nothing is verified.
 * - `missing`: the service should give an overall result and did not.
 * - `none`: this kind of result has no overall part.
 */
export const OVERALLS = ['positive', 'negative', 'run-failed', 'run-skipped', 'missing', 'none'] as const
export type Overall = (typeof OVERALLS)[number]

/** How sure it is that a result belongs to the run that counts. */
export type Freshness = 'new' | 'assumed' | 'as-found'

/** Every reason a gate can give, in the order in which one of several is chosen. */
export const REASONS = [
  ['passed-with-waivers', 'passed'],
  ['passed-with-warnings', 'passed'],
  ['all-passed', 'passed'],
  ['checks-failed', 'failed'],
  ['warnings-not-allowed', 'failed'],
  ['validated', 'validated'],
  ['invalid-input', 'inconclusive'],
  ['leg-missing', 'inconclusive'],
  ['leg-not-accepted', 'inconclusive'],
  ['cancelled', 'inconclusive'],
  ['timed-out', 'inconclusive'],
  ['policy-unavailable', 'inconclusive'],
  ['authentication-failed', 'inconclusive'],
  ['permission-denied', 'inconclusive'],
  ['not-found', 'inconclusive'],
  ['start-refused', 'inconclusive'],
  ['service-unavailable', 'inconclusive'],
  ['service-error', 'inconclusive'],
  ['invalid-response', 'inconclusive'],
  ['no-check-items', 'inconclusive'],
  ['unknown-status', 'inconclusive'],
  ['not-verified', 'inconclusive'],
] as const

export type ReasonCode = (typeof REASONS)[number][0]
/** `validated` says that inputs, files and sign-in are well, and nothing of a database: it is no pass. */
export const DECISIONS = ['passed', 'failed', 'inconclusive', 'validated'] as const
export type Decision = (typeof DECISIONS)[number]
export type InconclusiveReason = Extract<(typeof REASONS)[number], readonly [string, 'inconclusive']>[0]

/** Something that kept a task from a result: what was being done, what came back, what to do next. */
export interface Problem {
  readonly reason: InconclusiveReason
  readonly message: Sentence
  readonly advice: Sentence | null
  /** The service's own error code. */
  readonly code: string | null
  readonly httpStatus: number | null
  readonly requestId: string | null
}

/** Returns a problem that no answer of a service stands behind. */
export function ownProblem(reason: Problem['reason'], message: Sentence, advice: Sentence | null): Problem {
  return { reason, message, advice, code: null, httpStatus: null, requestId: null }
}

/**
 * What is odd about a result that counts.
 * - `assumed`: nothing proves that it is the whole result of the new run.
 * - `strange-id`: it came under an id that was not asked for.
 * - `got-better`: an item had a worse status earlier in the same run.
 */
export type Caveat =
  | { readonly kind: 'assumed'; readonly because: Assumption }
  | { readonly kind: 'strange-id'; readonly asked: string; readonly came: string }
  | { readonly kind: 'got-better'; readonly item: string; readonly from: ItemStatus; readonly to: ItemStatus }

/**
 * What a service leaves open for good.
 * - `no-run-id`: its results carry neither a time nor the id of their run.
 * - `no-news`: the list names nothing beyond the answer to the start, and there is no mark of the end.
 * - `no-start-list`: the answer to the start held no items to compare with.
 */
export type Assumption = 'no-run-id' | 'no-news' | 'no-start-list'

/** All that the gate learned about one task. */
export interface TaskResult {
  readonly task: Task
  readonly precheckId: string | null
  readonly progress: number | null
  /** null when the run is finished and its result counts. */
  readonly problem: Problem | null
  readonly overall: Overall
  readonly freshness: Freshness | null
  /** What to know about a result that counts all the same. */
  readonly caveats: readonly Caveat[]
  /** Items of the run that counts, never those of an earlier one. */
  readonly items: readonly CheckItem[]
}

/** What is seen of a task of which no answer speaks. */
export const NOTHING_SEEN = { precheckId: null, progress: null, overall: 'missing', items: [] } as const

/** Returns the result of a task that has none: what kept it from one, beside what was `seen`. */
export function withoutResult(
  task: Task,
  problem: Problem,
  { precheckId, progress, overall, items }: Omit<TaskResult, 'task' | 'problem' | 'freshness' | 'caveats'>,
): TaskResult {
  return { task, precheckId, progress, problem, overall, freshness: null, caveats: [], items }
}

/** What is done with the pre-checks of a target. */
export const MODES = ['run', 'query'] as const
export type Mode = (typeof MODES)[number]

/** What a gate does: with `validate` it looks at what its targets would need in their own modes, and starts nothing. */
export const GATE_MODES = [...MODES, 'validate'] as const
export type GateMode = (typeof GATE_MODES)[number]

/** One service with its connection and what became of its tasks. */
export interface TargetResult {
  readonly name: string
  readonly service: string
  readonly mode: Mode
  readonly endpoint: string
  readonly tasks: readonly TaskResult[]
}

/** For the exhaustive end of a switch: the compiler complains when a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
