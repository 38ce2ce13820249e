/** What the outside world lends to the gate. Tests pass their own; only index.ts passes the real ones. */

export interface Clock {
  /** Milliseconds on a clock that never jumps. */
  now(): number
  /** The date and time of day, for signatures, reports and expiry dates. */
  date(): Date
  /** Resolves after `ms`, or at once when the signal aborts. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** The variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>

/** A number from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number

/**
 * Returns the first so many characters of a text without the secrets in it. What is to be cut or folded goes through this
 * first: of half a secret nobody would know that it is one.
 */
export type RedactBeginning = (text: string, characters: number) => string

/** The end of the step as a point on `Clock.now`, and a signal that fires there or on cancellation. */
export interface Deadline {
  readonly at: number
  readonly signal: AbortSignal
}

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => new Date(),
  sleep: (ms, signal) =>
    new Promise(resolve => {
      if (signal?.aborted) return resolve()
      const done = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, Math.max(0, ms))
      signal?.addEventListener('abort', done, { once: true })
    }),
}
