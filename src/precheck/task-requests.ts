import type { Problem } from './model.ts'
import { inRow, told } from './sentence.ts'
import type { NotStarted } from './service.ts'

/** Milliseconds to wait after so many failures in a row. */
export type Delay = (failures: number) => number

/** Repetitions of a start that was turned away as too frequent or as one of two at a time. */
const REFUSED_START_REPEATS = 5
/** Repetitions of a start whose answer was lost. */
const LOST_START_REPEATS = 3
/** Reads without evidence that have to come before each of them, and before the last one is given up. */
const READS_BEFORE_REPEAT = 3
/** A service may look at what is there before it sends a start again; its time is part of the delay. */
const TIME_TO_LOOK_MS = 600
const FIRST_REPEAT_AFTER_MS = 10_000
/** Gently, because a service that lost an answer is not one that is overrun. */
const REPEAT_GROWTH = 1.2
/** An old result is no longer hoped to make way after so many times the time that a result has to stand. */
const TIMES_STANDING_BEFORE_GIVING_UP = 3

/**
 * What became of the starts and reads of one task, and when they are sent again: after a delay where one came to nothing,
 * starts that are refused so many times only. Where it is not known whether a start has worked, only after reads have shown
 * no new run; a second start of a running pre-check is refused by the services that can be read without one.
 */
export class TaskRequests {
  /** Of the last one; null when it was understood. */
  fault: Pick<NotStarted, 'problem' | 'throttled'> | null = null
  /** When the last start was answered that may have worked, on `Clock.now`. */
  startedAt = 0
  /** When the next read may go out, on `Clock.now`. */
  readFrom = Number.NEGATIVE_INFINITY
  /** When the first start that works is to go out; null once it has. */
  #startAt: number | null = Number.NEGATIVE_INFINITY
  /** Starts that did not reach the service, or reads that failed, in a row. */
  #failures = 0
  #refusals = 0
  /** Starts that may have worked, and repetitions of one that were refused. */
  #starts = 0
  /** When the last of them was answered, and the reads since then that showed no new run. */
  #lastStart = { at: 0, reads: 0 }
  /** Why it is not known whether the start has worked; null where it is. */
  #lost: Problem | null = null

  /** It is not known whether the start has worked. */
  get isUnconfirmed(): boolean {
    return this.#lost !== null
  }

  /** When a start is to be sent, on `Clock.now`; null when none is, or more reads have to come first. */
  get startAt(): number | null {
    if (!this.isUnconfirmed) return this.#startAt
    const { at, reads } = this.#lastStart
    if (this.#starts > LOST_START_REPEATS || reads < READS_BEFORE_REPEAT) return null
    return at + FIRST_REPEAT_AFTER_MS * REPEAT_GROWTH ** (this.#starts - 1)
  }

  /** A start goes out. */
  sendStart(): void {
    this.#startAt = null
  }

  /** It was taken, or may have been: then `lost` says what became of its answer. */
  started(lost: Problem | null, now: number): void {
    this.fault = null
    this.startedAt = now
    this.#failures = 0
    this.#refusals = 0
    this.#starts += 1
    this.#lastStart = { at: now, reads: 0 }
    // The first loss explains the rest.
    this.#lost = lost && (this.#lost ?? lost)
  }

  /** Nothing was started. Returns false when it was the last time. */
  notStarted(fault: NotStarted, now: number, delay: Delay): boolean {
    const { why, retryAt } = fault
    if (this.isUnconfirmed) {
      // A refusal says that a run is going, which is no proof of whose it is: the reads go on.
      this.fault = null
      this.#starts += why === 'refused' ? 1 : 0
      this.#lastStart = { at: now, reads: 0 }
      return true
    }
    this.fault = fault
    if (why === 'unreached') this.#failures += 1
    else this.#refusals += 1
    // One step on from the usual delays: at most 2, 4, 8, 16 and 30 s, 60 s together.
    const wait = why === 'unreached' ? delay(this.#failures) : delay(this.#refusals + 1) - TIME_TO_LOOK_MS
    this.#startAt = retryAt ?? now + wait
    return this.#refusals <= REFUSED_START_REPEATS
  }

  /** A read was understood, and showed no result that counts. */
  read(): void {
    this.fault = null
    this.#failures = 0
    this.#lastStart.reads += 1
  }

  /** A read has shown that the start has worked, whatever became of its answer. */
  confirm(): void {
    this.#lost = null
  }

  /** A read failed; where it says that there is no result yet it shows that no new run is there. */
  notRead(
    fault: Pick<NotStarted, 'problem' | 'throttled' | 'retryAt'>,
    isEmpty: boolean,
    now: number,
    delay: Delay,
  ): void {
    this.fault = fault
    this.#failures += 1
    if (isEmpty) this.#lastStart.reads += 1
    // After a lost start this is what was to be expected, and progress must not be missed.
    this.readFrom = fault.retryAt ?? now + (isEmpty && this.isUnconfirmed ? 0 : delay(this.#failures))
  }

  /** True when no proof can be hoped for any more although a finished result is there. */
  isGivenUp(standsForMs: number, now: number): boolean {
    const { at, reads } = this.#lastStart
    return reads >= READS_BEFORE_REPEAT && now - at >= standsForMs * TIMES_STANDING_BEFORE_GIVING_UP
  }

  /** Returns the problem that ends the task; after a lost start what went wrong first explains the rest. */
  explain(problem: Problem): Problem {
    const lost = this.#lost
    if (lost === null) return problem
    const unknown = told('It is not known whether the start has worked:', '不知道启动是否成功：')
    return {
      ...problem,
      message: inRow(unknown, lost.message, problem.message),
      code: problem.code ?? lost.code,
      httpStatus: problem.httpStatus ?? lost.httpStatus,
      requestId: problem.requestId ?? lost.requestId,
    }
  }
}
