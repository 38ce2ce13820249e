import type { Clock } from '../src/ports.ts'

interface Sleeper {
  readonly at: number
  readonly wake: () => void
}

/** Wake-ups at one instant after which a loop is taken for a busy one. */
const MOST_WAKE_UPS_AT_ONCE = 100_000
const EPOCH = Date.UTC(2026, 0, 1)

/**
 * A clock that jumps from one sleeper's time to the next: hours of waiting take milliseconds, and the same run always
 * takes the same course. `settled` tells when everything that follows from a wake-up is done.
 */
export class VirtualClock implements Clock {
  readonly #settled: () => Promise<void>
  readonly #sleepers = new Set<Sleeper>()
  #now = 0

  constructor(settled: () => Promise<void> = nextMacrotask) {
    this.#settled = settled
  }

  now(): number {
    return this.#now
  }

  date(): Date {
    return new Date(EPOCH + this.#now)
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      if (signal?.aborted) return resolve()
      const wake = () => {
        this.#sleepers.delete(sleeper)
        signal?.removeEventListener('abort', wake)
        resolve()
      }
      const sleeper = { at: this.#now + Math.max(0, ms), wake }
      this.#sleepers.add(sleeper)
      signal?.addEventListener('abort', wake, { once: true })
    })
  }

  /** Runs the clock until the promise is settled, and returns what it gives. Throws when that would never happen. */
  async until<T>(promise: Promise<T>): Promise<T> {
    let open = true
    const close = () => {
      open = false
    }
    promise.then(close, close)
    await this.#settled()
    for (let atOnce = 0; open; ) {
      const next = this.#first()
      if (next === undefined) throw new Error(`At ${this.#now} ms everybody waits and nobody sleeps`)
      atOnce = next.at > this.#now ? 0 : atOnce + 1
      if (atOnce > MOST_WAKE_UPS_AT_ONCE) throw new Error(`At ${this.#now} ms somebody is in a busy loop`)
      this.#now = Math.max(this.#now, next.at)
      next.wake()
      await this.#settled()
    }
    return promise
  }

  #first(): Sleeper | undefined {
    let first: Sleeper | undefined
    for (const sleeper of this.#sleepers) if (first === undefined || sleeper.at < first.at) first = sleeper
    return first
  }
}

/** All promises that can settle without a timer have done so before the next macrotask. */
export function nextMacrotask(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}
