import type { Clock, Deadline } from '../src/ports.ts'

/** Virtual time may run this far before a test is taken for stuck: two days. */
const FURTHEST_MS = 172_800_000
/** Wake-ups at one instant after which a loop is taken for a busy one. */
const MOST_WAKE_UPS_AT_ONCE = 10_000

interface Timer {
  readonly at: number
  readonly wake: () => void
}

export interface FakeClockOptions {
  /** While it says so, something real goes on (a request over a socket) and time stands still. */
  readonly isBusy?: () => boolean | Promise<boolean>
  /** The date at the beginning, in milliseconds since 1970. */
  readonly epoch?: number
  /** Nobody has to run the clock: whoever would sleep finds that the time has passed. For one sleeper at a time. */
  readonly jumps?: boolean
}

/**
 * The one clock of all virtual time. It moves only when a test runs it. Sleepers wake one by one, in the order of their
 * times and then of their coming, and everything that follows from one wake-up is done before the next: the same test
 * always takes the same course, and nothing really sleeps.
 */
export class FakeClock implements Clock {
  /** For how long anybody has slept, or wanted to, in the order of their coming. */
  readonly sleeps: number[] = []
  /** The same time for the simulator, which knows the time of day only. */
  readonly ofDay = { now: () => this.date().getTime() }
  #now = 0
  readonly #timers = new Set<Timer>()
  readonly #options: Required<FakeClockOptions>

  constructor({ isBusy = () => false, epoch = Date.UTC(2026, 0, 1), jumps = false }: FakeClockOptions = {}) {
    this.#options = { isBusy, epoch, jumps }
  }

  now(): number {
    return this.#now
  }

  date(): Date {
    return new Date(this.#options.epoch + this.#now)
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return
    this.sleeps.push(ms)
    if (this.#options.jumps) this.#now += Math.max(0, ms)
    else await this.#asleep(ms, signal)
  }

  #asleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      const done = () => {
        this.#timers.delete(timer)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      const timer = { at: this.#now + Math.max(0, ms), wake: done }
      this.#timers.add(timer)
      signal?.addEventListener('abort', done, { once: true })
    })
  }

  /** Moves the time on by `ms`, waking everybody whose time has come on the way. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms
    await this.#settled()
    for (let next = this.#next(); next !== undefined && next.at <= until; next = this.#next()) {
      await this.#wake(next)
    }
    this.#now = until
  }

  /** Moves the time on until the promise is settled, and returns what it gives. Throws when nothing would ever happen. */
  async until<T>(promise: Promise<T>): Promise<T> {
    let open = true
    const close = () => {
      open = false
    }
    promise.then(close, close)
    await this.#settled()
    let atOnce = 0
    while (open) {
      const next = this.#next()
      if (next === undefined) throw new Error(`At ${this.#now} ms everybody waits and nobody sleeps`)
      atOnce = next.at > this.#now ? 0 : atOnce + 1
      if (atOnce > MOST_WAKE_UPS_AT_ONCE) throw new Error(`At ${this.#now} ms somebody is in a busy loop`)
      if (next.at > FURTHEST_MS) throw new Error(`At ${this.#now} ms the next wake-up is at ${next.at} ms`)
      await this.#wake(next)
    }
    return promise
  }

  #next(): Timer | undefined {
    let first: Timer | undefined
    for (const timer of this.#timers) if (first === undefined || timer.at < first.at) first = timer
    return first
  }

  async #wake(timer: Timer): Promise<void> {
    this.#now = Math.max(this.#now, timer.at)
    timer.wake()
    await this.#settled()
  }

  /** All promises that can settle without a timer have done so before the next macrotask. */
  async #settled(): Promise<void> {
    do await new Promise(resolve => setImmediate(resolve))
    while (await this.#options.isBusy())
  }
}

/** A deadline so many milliseconds ahead, as the gate makes it, and a way to cancel the step. */
export function deadlineIn(clock: FakeClock, ms: number): Deadline & { cancel(): void } {
  const stop = new AbortController()
  void clock.sleep(ms, stop.signal).then(() => stop.abort('deadline'))
  return { at: clock.now() + ms, signal: stop.signal, cancel: () => stop.abort('cancelled') }
}

/** A clock that is off by so much, or goes so many times as fast. */
export function askew(
  clock: Clock,
  { offMs = 0, times = 1 }: { readonly offMs?: number; readonly times?: number },
): Clock {
  return {
    now: () => clock.now() * times,
    date: () => new Date(clock.date().getTime() + offMs),
    sleep: (ms, signal) => clock.sleep(ms / times, signal),
  }
}
