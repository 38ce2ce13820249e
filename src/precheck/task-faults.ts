import type { Problem } from './model.ts'
import type { Delay } from './sends.ts'
import type { NotStarted } from './service.ts'

/** What the poller keeps of the requests of one task that came to nothing. */
export class TaskFaults {
  /** That of the last request; null when it was understood. */
  last: Problem | null = null
  throttled = false
  /** After a failed read the next one waits until here, on `Clock.now`. */
  notBefore = Number.NEGATIVE_INFINITY
  #readsInRow = 0

  /** Nothing that was wrong matters any more. */
  clear(): void {
    this.last = null
    this.throttled = false
  }

  /** A read was understood. */
  readUnderstood(): void {
    this.clear()
    this.#readsInRow = 0
  }

  /** A start was not made. */
  startFailed({ problem, throttled }: Pick<NotStarted, 'problem' | 'throttled'>): void {
    this.last = problem
    this.throttled = throttled
  }

  /** A read failed; `delay` says how long to wait where the service named no time. */
  readFailed(
    { problem, throttled, retryAt }: Pick<NotStarted, 'problem' | 'throttled' | 'retryAt'>,
    now: number,
    delay: Delay,
  ): void {
    this.last = problem
    this.throttled = throttled
    this.#readsInRow += 1
    this.notBefore = retryAt ?? now + delay(this.#readsInRow)
  }
}
