import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import type { ReasonCode } from '../../src/precheck/model.ts'
import type { Mode, Service } from './targets.ts'

/** The words of the fault matrix: a fault is a row, a moment of a run a column. */

export type Fault = NonNullable<ScenarioInput['rules']>[number]['fault']
export type Operation = 'start' | 'read'

/** The call that a fault hits. */
export interface Hit {
  readonly service: Service
  readonly operation: Operation
}

/**
 * What a fault is, by the contract of errors; the same fault means something else to a start than to a read, and that is
 * not said here but in `expected.ts`.
 */
export type Meaning =
  /** The answer is as good as any. */
  | { readonly kind: 'harmless' }
  /** Understood, and it says that the pre-check is not finished. */
  | { readonly kind: 'pending' }
  /** `known`: an answer in a format that an API of the service has, so that the host is known to be there. */
  | { readonly kind: 'transient'; readonly known: boolean; readonly timesOut?: true }
  /** A 2xx that cannot be understood. */
  | { readonly kind: 'unreadable'; readonly known: boolean }
  /** The service turns the request down, and would again. */
  | { readonly kind: 'refused'; readonly known: boolean }
  | {
      readonly kind: 'ends'
      readonly reason: 'authentication-failed' | 'permission-denied' | 'not-found'
      readonly known: boolean
    }
  /** One request too many; `waitMs` is what the answer tells, null when it tells nothing. */
  | { readonly kind: 'throttled'; readonly waitMs: number | null }
  /** No connection was made. */
  | { readonly kind: 'not-sent' }

export interface FaultRow {
  /** As it stands in the docs. */
  readonly name: string
  readonly fault: (hit: Hit) => Fault
  readonly means: (hit: Hit) => Meaning
  /** What the message has to say. */
  readonly says: RegExp
  /** HTTP status and code that the report has to show. */
  readonly status?: number
  readonly code?: (hit: Hit) => string | null
  /** Which hits the fault can have; all without it. */
  readonly hits?: (hit: Hit) => boolean
  /** Real milliseconds until the fault has happened. */
  readonly lingersMs?: number
  /** For rows that differ from another in their body only: every moment, but not in every form. */
  readonly brief?: (service: Service) => boolean
}

export const MOMENTS = [
  'pre-read',
  'start',
  'start, not arrived',
  'start, old result',
  'first read',
  'mid-poll',
  'mid-poll, an item has failed',
  'last read',
  'deadline',
  'query',
] as const
export type Moment = (typeof MOMENTS)[number]

/** A fault that heals hits one call; one that lasts hits every call from that moment on. */
export type Duration = 'once' | 'lasting'

export interface Cell {
  readonly row: FaultRow
  readonly service: Service
  readonly moment: Moment
  readonly duration: Duration
}

export const modeOf = (moment: Moment): Mode => (moment === 'query' ? 'query' : 'run')
export const operationOf = (moment: Moment): Operation => (moment.startsWith('start') ? 'start' : 'read')

export interface Outcome {
  readonly reason: ReasonCode
  readonly freshness: 'new' | 'assumed' | 'as-found' | null
  /** Requests of the gate, tries included; null where the contract leaves their times open. */
  readonly requests: number | null
  readonly polls: number | null
  readonly starts: number
  /** What the message of the error has to be about; null where the task has no error. */
  readonly error: null | Explanation
  /** The message has to say that a pre-check may be running. */
  readonly mayBeRunning: boolean
}

export type Explanation =
  | 'the fault'
  | 'never sent'
  | 'no start at the deadline'
  | 'no answer at the deadline'
  | 'the deadline'
  | 'an old result'
