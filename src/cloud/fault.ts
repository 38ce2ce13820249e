import type { Problem } from '../precheck/model.ts'

/**
 * What an API call can end in besides an answer that makes sense.
 * `transient` may be gone on the next try; every other kind is final for the call.
 */
export const FAULT_KINDS = [
  'transient',
  'authentication-failed',
  'permission-denied',
  'not-found',
  'start-refused',
  'service-error',
] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

export interface FaultFacts {
  readonly kind: FaultKind
  /** The whole sentence: what was being done, for which task, status, code, text, request id. */
  readonly message: string
  readonly advice: string | null
  readonly code: string | null
  readonly httpStatus: number | null
  readonly requestId: string | null
  /** The request cannot have reached the service: no connection was made, or it was turned away as one too many. */
  readonly nothingStarted: boolean
  /** The answer was in a known format, whatever it said. */
  readonly understood: boolean
  /** A 2xx answer that could not be parsed or has the wrong shape. */
  readonly invalidResponse: boolean
  /** One request too many (429): it says nothing about the host's health. */
  readonly throttled: boolean
  /** When the service said that a next try makes sense, in milliseconds on `Clock.now`; null when it did not say. */
  readonly retryAt: number | null
  /** No further try will be made, though the kind alone would allow one. */
  readonly final: boolean
}

/** A call that did not give a usable answer. */
export class ApiFault extends Error implements FaultFacts {
  override readonly name = 'ApiFault'
  readonly kind: FaultKind
  readonly advice: string | null
  readonly code: string | null
  readonly httpStatus: number | null
  readonly requestId: string | null
  readonly nothingStarted: boolean
  readonly understood: boolean
  readonly invalidResponse: boolean
  readonly throttled: boolean
  readonly retryAt: number | null
  readonly final: boolean

  constructor(facts: Partial<FaultFacts> & Pick<FaultFacts, 'kind' | 'message'>, cause?: unknown) {
    super(facts.message, cause === undefined ? undefined : { cause })
    this.kind = facts.kind
    this.advice = facts.advice ?? null
    this.code = facts.code ?? null
    this.httpStatus = facts.httpStatus ?? null
    this.requestId = facts.requestId ?? null
    this.nothingStarted = facts.nothingStarted ?? false
    this.understood = facts.understood ?? false
    this.invalidResponse = facts.invalidResponse ?? false
    this.throttled = facts.throttled ?? false
    this.retryAt = facts.retryAt ?? null
    this.final = facts.final ?? false
  }

  /** Returns the same fault with some facts changed; the original stays as the cause. */
  with(changes: Partial<FaultFacts>): ApiFault {
    return new ApiFault({ ...this.#facts(), ...changes }, this.cause ?? this)
  }

  #facts(): FaultFacts {
    const { kind, message, advice, code, httpStatus, requestId } = this
    const { nothingStarted, understood, invalidResponse, throttled, retryAt, final } = this
    return {
      kind,
      message,
      advice,
      code,
      httpStatus,
      requestId,
      nothingStarted,
      understood,
      invalidResponse,
      throttled,
      retryAt,
      final,
    }
  }
}

/** Returns what a fault means for the task it hit, once no further try is made. */
export function problemOf(fault: ApiFault): Problem {
  const { message, code, httpStatus, requestId, advice } = fault
  const reason =
    fault.kind !== 'transient'
      ? fault.kind
      : fault.invalidResponse
        ? 'invalid-response'
        : 'service-unavailable'
  return { reason, code, message, httpStatus, requestId, advice }
}
