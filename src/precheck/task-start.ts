import type { Problem } from './model.ts'
import { type Delay, isGivenUp, NOTHING_SENT, nextRepeat, nextStart, withRead } from './sends.ts'
import { inRow, told } from './sentence.ts'
import type { NotStarted } from './service.ts'

/** What the poller keeps of the start of one task: when it is due, what it came to, and why that is not known. */
export class TaskStart {
  /** The id that the answer gave to the run. */
  runId: string | null = null
  /** When the last one was answered that may have worked, on `Clock.now`. */
  at = 0
  /** When it is to be sent; null when it has been. */
  #dueAt: number | null = Number.NEGATIVE_INFINITY
  #sends = NOTHING_SENT
  #isRepetition = false
  /** Why it is not known whether it has worked. */
  #lost: Problem | null = null

  /** When it is to be sent, on `Clock.now`; null when it is not. Unconfirmed, it is sent again after some reads. */
  dueAt(isUnconfirmed: boolean): number | null {
    return isUnconfirmed ? nextRepeat(this.#sends) : this.#dueAt
  }

  /** It goes out. */
  send(): void {
    this.#dueAt = null
  }

  /** It was taken, or may have been: then `lost` says what became of its answer. */
  sent(runId: string | null, lost: Problem | null, now: number): void {
    const repeats = this.#sends.repeats + (this.#isRepetition ? 1 : 0)
    this.#sends = { ...NOTHING_SENT, repeats, lastAt: now }
    this.#isRepetition = true
    this.#dueAt = null
    this.at = now
    this.runId = runId
    // The first loss explains the rest.
    this.#lost = lost === null ? null : (this.#lost ?? lost)
  }

  /** Nothing was started. Returns false when it was the last time. */
  putOff(fault: NotStarted, now: number, delay: Delay): boolean {
    const { sends, at } = nextStart(this.#sends, fault, now, delay)
    this.#sends = sends
    this.#dueAt = at
    return at !== null
  }

  /** A refusal of the repetition says that a run is going, which is no proof of whose it is: the reads go on. */
  notRepeated({ why }: NotStarted, now: number): void {
    const repeats = this.#sends.repeats + (why === 'refused' ? 1 : 0)
    this.#sends = { ...this.#sends, repeats, lastAt: now, reads: 0 }
  }

  /** A read was understood and showed no new run. */
  noteRead(): void {
    this.#sends = withRead(this.#sends)
  }

  /** True when no proof can be hoped for any more although a finished result is there. */
  isGivenUp(standsForMs: number, now: number): boolean {
    return isGivenUp(this.#sends, standsForMs, now)
  }

  /** Returns the problem of a task whose start is unconfirmed: what went wrong first explains the rest. */
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
