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

/**
 * Reports cut a message at their end. So that what came back is never cut away, what we say before it is kept to this many
 * characters, and the facts of an answer stand before the service's words.
 */
const PREAMBLE_MAX_CHARACTERS = 280

/** Returns the whole sentence. Our own part is cut between words: half of a secret would not be recognised as one. */
function couldNot(doing: Sentence, what: Sentence): Sentence {
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

/** A call that did not give a usable answer: facts, of which the ends alone make what is shown. Its `message` is for a defect's log. */
export class ApiFault extends Error {
  override readonly name = 'ApiFault'
  readonly kind: FaultKind
  /** Completes "Could not …": "start the pre-check of …"; null where `what` is a whole sentence. */
  readonly doing: Sentence | null = null
  /** What came back: status, code, request id, the service's words. */
  readonly what: Sentence
  readonly advice: Sentence | null = null
  /** The words of the service alone, as they came. */
  readonly words: string | null = null
  readonly code: string | null = null
  /** What the service's own table says of the code. */
  readonly means: CodeMeaning | null = null
  readonly httpStatus: number | null = null
  readonly requestId: string | null = null
  /** Where the network failed; null when an answer came. */
  readonly layer: Layer | null = null
  /** The request cannot have reached the service: no connection was made, or it was turned away as one too many. */
  readonly nothingStarted: boolean = false
  /** The answer was in a known format, whatever it said. */
  readonly understood: boolean = false
  /** A 2xx answer that could not be parsed or has the wrong shape. */
  readonly invalidResponse: boolean = false
  /** One request too many (429): it says nothing about the host's health. */
  readonly throttled: boolean = false
  /** When the service said that a next try makes sense, in milliseconds on `Clock.now`; null when it did not say. */
  readonly retryAt: number | null = null
  /** No further try will be made, though the kind alone would allow one. */
  readonly final: boolean = false
  /** What the answer held, which may be of use all the same; undefined where it was no JSON, or none came. */
  readonly body: unknown = undefined

  constructor(facts: Partial<FaultFacts> & Pick<FaultFacts, 'kind' | 'what'>, cause?: unknown) {
    super(sentenceOf(facts).in('en-us'), cause === undefined ? undefined : { cause })
    this.kind = facts.kind
    this.what = facts.what
    Object.assign(this, facts)
  }

  /** Returns the same fault with some facts changed; the original stays as the cause. */
  with(changes: Partial<FaultFacts>): ApiFault {
    return new ApiFault({ ...this, ...changes }, this.cause ?? this)
  }
}

/** What is known of a fault. */
export type FaultFacts = Omit<ApiFault, keyof Error | 'with'>

/** Returns what is shown of a fault. */
export function sentenceOf({ doing = null, what }: Pick<FaultFacts, 'what'> & Partial<FaultFacts>): Sentence {
  return doing === null ? what : couldNot(doing, what)
}

/** Returns what a fault means for the task it hit, once no further try is made. */
export function problemOf(fault: ApiFault): Problem {
  const { advice, code, httpStatus, requestId } = fault
  const reason =
    fault.kind !== 'transient'
      ? fault.kind
      : fault.invalidResponse
        ? 'invalid-response'
        : 'service-unavailable'
  return { reason, message: sentenceOf(fault), advice, code, httpStatus, requestId }
}
