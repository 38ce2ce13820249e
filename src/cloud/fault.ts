import type { Problem } from '../precheck/model.ts'
import { inEach, type Sentence, told } from '../precheck/sentence.ts'
import type { CodeMeaning } from './error-table.ts'
import type { Layer } from './network-fault.ts'

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
  readonly message: Sentence
  /** The two parts of that sentence, where it is made of them: "start the pre-check of …", and what came back. */
  readonly doing: Sentence | null
  readonly what: Sentence | null
  readonly advice: Sentence | null
  readonly code: string | null
  /** What the service's own table says of the code. */
  readonly means: CodeMeaning | null
  readonly httpStatus: number | null
  readonly requestId: string | null
  /** Where the network failed; null when an answer came. */
  readonly layer: Layer | null
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

/**
 * Reports cut a message at their end. So that what came back is never cut away, what we say before it is kept to this many
 * characters, and the facts of an answer stand before the service's words.
 */
export const PREAMBLE_MAX_CHARACTERS = 280

/** Returns the whole sentence. Our own part is cut between words: half of a secret would not be recognised as one. */
export function couldNot(doing: Sentence, what: Sentence): Sentence {
  return inEach(in_ =>
    told(
      `${briefly(`Could not ${in_(doing)}`)}: ${in_(what)}`,
      `${briefly(`无法${in_(doing)}`)}：${in_(what)}`,
    ),
  )
}

function briefly(preamble: string): string {
  if (preamble.length <= PREAMBLE_MAX_CHARACTERS) return preamble
  const kept = preamble.slice(0, PREAMBLE_MAX_CHARACTERS)
  return `${kept.slice(0, Math.max(0, kept.lastIndexOf(' ')))} …`
}

type FaultWords = 'message' | 'doing' | 'what' | 'advice'

/** A call that did not give a usable answer. */
export class ApiFault extends Error implements Omit<FaultFacts, FaultWords> {
  override readonly name = 'ApiFault'
  /** What it says, in every language; its own words are the English ones. */
  readonly told: Pick<FaultFacts, FaultWords>
  readonly kind: FaultKind
  readonly doing: string | null
  readonly what: string | null
  readonly advice: string | null
  readonly code: string | null
  readonly means: CodeMeaning | null
  readonly httpStatus: number | null
  readonly requestId: string | null
  readonly layer: Layer | null
  readonly nothingStarted: boolean
  readonly understood: boolean
  readonly invalidResponse: boolean
  readonly throttled: boolean
  readonly retryAt: number | null
  readonly final: boolean

  constructor(facts: Partial<FaultFacts> & Pick<FaultFacts, 'kind' | 'message'>, cause?: unknown) {
    super(facts.message.in('en-us'), cause === undefined ? undefined : { cause })
    this.kind = facts.kind
    const { message, doing = null, what = null, advice = null } = facts
    this.told = { message, doing, what, advice }
    this.doing = doing?.in('en-us') ?? null
    this.what = what?.in('en-us') ?? null
    this.advice = advice?.in('en-us') ?? null
    this.code = facts.code ?? null
    this.means = facts.means ?? null
    this.httpStatus = facts.httpStatus ?? null
    this.requestId = facts.requestId ?? null
    this.layer = facts.layer ?? null
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
    const { kind, told, code, means, httpStatus, requestId, layer } = this
    const { nothingStarted, understood, invalidResponse, throttled, retryAt, final } = this
    return {
      kind,
      ...told,
      code,
      means,
      httpStatus,
      requestId,
      layer,
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
  const { message, advice } = fault.told
  const { code, httpStatus, requestId } = fault
  const reason =
    fault.kind !== 'transient'
      ? fault.kind
      : fault.invalidResponse
        ? 'invalid-response'
        : 'service-unavailable'
  return { reason, message, advice, code, httpStatus, requestId }
}
