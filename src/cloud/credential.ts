import type { Sentence } from '../precheck/sentence.ts'
import { ApiFault } from './fault.ts'

export interface SignableRequest {
  readonly method: string
  readonly url: URL
  /** Every header in here is signed, so each must arrive as it is. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Something that proves who is calling. */
export interface Credential {
  /** In words, for messages: "the access key from the inputs". */
  readonly label: Sentence
  /** What a caller can do when the credential is turned away. */
  readonly advice: Sentence
  /** Returns the headers to add to a request. */
  headersFor(request: SignableRequest): Promise<Readonly<Record<string, string>>>
  /** Gets a new one; null for credentials that were given to us and so cannot be renewed. */
  readonly renew: (() => Promise<void>) | null
}

/**
 * Lets the calls of one credential through: alone until one answer has shown that the credential is good,
 * then side by side; never again after it was turned away for good. Five wrong signatures lock a key, so
 * ten targets with one bad key must send one request, not ten.
 */
export class CredentialGate {
  readonly credential: Credential
  #proven = false
  #turnedAway: ApiFault | null = null
  #generation = 0
  #renewedSinceGoodAnswer = false
  #renewal: Promise<void> | null = null
  readonly #proof = Promise.withResolvers<void>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(credential: Credential) {
    this.credential = credential
  }

  /** Runs `attempt`, once more after a renewal. Throws what it throws, or the fault that ended the credential. */
  async run<T>(attempt: () => Promise<T>): Promise<T> {
    for (;;) {
      const outcome = this.#proven ? await this.#try(attempt) : await this.#alone(() => this.#try(attempt))
      if (outcome !== 'again') return outcome.value
    }
  }

  /**
   * Fetches what a request would need. One that is turned away ends the credential; one that is there proves nothing yet,
   * as no service has seen it.
   */
  async prepare(request: SignableRequest): Promise<void> {
    this.throwIfTurnedAway()
    try {
      await this.credential.headersFor(request)
    } catch (error) {
      if (error instanceof ApiFault && error.kind === 'authentication-failed') this.#turnedAway ??= error
      throw error
    }
  }

  /** For calls that were let through, but then had to wait: throws the fault that ended the credential meanwhile. */
  throwIfTurnedAway(): void {
    if (this.#turnedAway !== null) throw this.#turnedAway
  }

  async #try<T>(attempt: () => Promise<T>): Promise<{ value: T } | 'again'> {
    this.throwIfTurnedAway()
    const generation = this.#generation
    try {
      const value = await attempt()
      this.#noteGoodAnswer()
      return { value }
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error
      if (error.kind !== 'authentication-failed') {
        if (error.understood && error.kind !== 'transient') this.#noteGoodAnswer()
        throw error
      }
      if (!error.final && (await this.#renewed(generation))) return 'again'
      this.#turnedAway ??= error
      throw error
    }
  }

  #noteGoodAnswer(): void {
    this.#proven = true
    this.#proof.resolve()
    this.#renewedSinceGoodAnswer = false
  }

  /** Returns true when the credential is newer than the one that was turned away. */
  async #renewed(generation: number): Promise<boolean> {
    if (generation !== this.#generation) return true
    if (this.credential.renew === null || this.#renewedSinceGoodAnswer) return false
    this.#renewal ??= this.credential
      .renew()
      .then(() => {
        this.#generation += 1
        this.#renewedSinceGoodAnswer = true
      })
      .finally(() => {
        this.#renewal = null
      })
    await this.#renewal
    return true
  }

  /** Nobody waits in line once the credential is proven: a host that hangs must not hold up the others. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work)
    this.#last = Promise.race([turn.catch(() => undefined), this.#proof.promise])
    return turn
  }
}
