/** One whole run as data: what is asked for, what the services do, and what goes wrong on the way. */

export interface Case {
  readonly targets: readonly TargetCase[]
  readonly failOn: 'failed' | 'warning' | 'never'
  readonly waivers: readonly WaiverCase[]
  readonly timeoutMinutes: number
  readonly pollSeconds: number | 'auto'
  readonly settleSeconds: number | 'auto'
  /** When a signal comes, in milliseconds; null: none does. */
  readonly cancelAt: number | null
  readonly credential: 'token' | 'key'
  readonly seed: number
}

export interface WaiverCase {
  readonly item: string
  readonly status: 'warning' | 'failed' | 'any'
  readonly 'failed-reason'?: string
  readonly service?: 'drs' | 'ddm' | 'oms'
  readonly task?: string
  readonly expires: string
}

interface Trouble {
  readonly faults: readonly FaultCase[]
  readonly mutations: readonly MutationCase[]
  /** Of the requests in turn, over and over. */
  readonly latenciesMs: readonly number[]
  readonly mode: 'run' | 'query'
}

export type TargetCase = DrsCase | DdmCase | OmsCase

export interface DrsCase extends Trouble {
  readonly service: 'drs'
  readonly tasks: readonly DrsTaskCase[]
}

export interface DrsTaskCase {
  /** What an earlier run left, and for how many reads after a start it is still shown; the first reads may not show it. */
  readonly earlier: {
    readonly entry: Entry
    readonly staysReads: number
    readonly hidden: { readonly reads: number; readonly as: HiddenAs } | null
  } | null
  /** A run of somebody else that is met by the first start and takes the place of the earlier one. */
  readonly other: readonly Stage<Entry>[] | null
  /** Answers to its starts in turn, then `success` for good. */
  readonly starts: readonly DrsStartCase[]
  /** False: the service says that it starts, and nothing happens. */
  readonly begins: boolean
  readonly ownId: boolean
  readonly stages: readonly Stage<Entry>[]
}

export const HIDDEN = ['missing', 'blank', 'no-result', 'running'] as const
export type HiddenAs = (typeof HIDDEN)[number]

export type DrsStartCase =
  | 'success'
  | 'bare id'
  /** Without a status. */
  | 'mute'
  | 'silent'
  | 'twice'
  | 'failed'
  /** Under a run id that other tasks are given, too. */
  | 'shared id'
  | { readonly code: string }

export interface Stage<T> {
  /** Since the stage before, the first one since the start. */
  readonly afterMs: number
  readonly shows: T
}

/** A result entry of DRS, a field absent where it is undefined; `place` is about the entry as such. */
export interface Entry {
  readonly process?: unknown
  readonly result?: unknown
  readonly total_passed_rate?: unknown
  readonly error_code?: unknown
  readonly error_msg?: unknown
  readonly precheck_result?: unknown
  /** `strange`: under an id that nobody asked for; `another's`: under that of another task. */
  readonly place?: 'missing' | 'twice' | 'surplus' | 'strange' | "another's"
}

export interface DdmCase extends Trouble {
  readonly service: 'ddm'
  /** Null: the answer to the start has no list. */
  readonly start: readonly unknown[] | null
  readonly stages: readonly Stage<readonly unknown[]>[]
}

export interface OmsCase extends Trouble {
  readonly service: 'oms'
  readonly edition: 'enterprise' | 'community'
  readonly keys: 'camel' | 'pascal' | 'lower' | 'upper'
  readonly dataIn: 'object' | 'array'
  readonly itemsIn: 'array' | 'keyed'
  readonly tasks: readonly {
    readonly stages: readonly Stage<RunCase>[]
    /** Submitted under a pre-check id that other projects are given, too. */
    readonly isShared: boolean
  }[]
}

export interface RunCase {
  readonly status: unknown
  /** Under the name that the other edition has for it. */
  readonly otherStatus?: unknown
  readonly otherId?: 'project' | 'strange' | "another's"
  readonly totalCount?: number | string
  /** Further fields of the run, such as speak of an error. */
  readonly beside?: Readonly<Record<string, unknown>>
  readonly progress: unknown
  readonly items: readonly unknown[]
}

/** From the nth request of a kind on, for so many of them. */
interface Window {
  readonly on: 'start' | 'result'
  readonly from: number
  readonly count: number
}

export interface FaultCase extends Window {
  readonly fault: Fault
  /** The service did what was asked all the same. */
  readonly processed: boolean
}

export type Fault =
  | {
      readonly kind: 'error'
      readonly status: number
      readonly code: string | null
      readonly format: 'gateway' | 'appendix' | 'iam' | 'html' | 'oms'
      readonly retryAfter?: number
    }
  | { readonly kind: 'body'; readonly text: string }
  | { readonly kind: 'redirect' }
  | { readonly kind: 'broken'; readonly sent: boolean }
  | { readonly kind: 'hang' }

/** One change to the nth part of an answer, counted through it in depth. */
export interface MutationCase extends Window {
  readonly part: number
  readonly change: Change
}

export const CHANGES = [
  'drop',
  'null',
  'text',
  'blank',
  'number',
  'true',
  'false',
  'object',
  'list',
  'twice',
  'upper',
  'reverse',
] as const
export type Change = (typeof CHANGES)[number]
