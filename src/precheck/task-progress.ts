import { type CutOff, cutOffProblem } from './cut-off.ts'
import { problemOfDoubt } from './doubts.ts'
import {
  assertNever,
  type Mode,
  NOTHING_SEEN,
  type Problem,
  type Task,
  type TaskResult,
  withoutResult,
} from './model.ts'
import {
  afterAnswer,
  afterNothing,
  afterStart,
  type Binding,
  type Doubt,
  isOfThisRun,
  type Worth,
} from './run-binding.ts'
import type { Beside, Picture, Reading, Started } from './service.ts'
import type { Outlook } from './task-course.ts'
import { type Delay, TaskRequests } from './task-requests.ts'

/**
 * So long after its start a task without evidence is read like one whose result has to stand, whatever its reads have shown:
 * `settle-seconds` at its default. Not for ever: a service that does not mention a task for an hour is asked less often.
 */
const STANDS_FROM_START_MS = 120_000

/** What the poller keeps of one task between starts and reads. */
export class TaskProgress {
  readonly task: Task
  /** When the batch was sent that the task waits for, on `Clock.now`. */
  underWaySince: number | null = null
  readonly requests = new TaskRequests()
  /** The id that the answer to its start gave its run. */
  runId: string | null = null
  /** Whether a result is there that has to stand unchanged: one that may have been missed is read for as often. */
  #stands: 'no' | 'maybe' | 'yes' = 'no'
  /** Whether an answer has spoken of it; null before any came. */
  #mentioned: boolean | null = null
  readonly #mode: Mode
  #binding: Binding | null = null
  #picture: Picture = NOTHING_SEEN
  #end: TaskResult | null = null

  constructor(task: Task, mode: Mode) {
    this.task = task
    this.#mode = mode
  }

  get done(): boolean {
    return this.#end !== null
  }

  /** Ended, but not with a result. */
  get failed(): boolean {
    return this.#end !== null && this.#end.problem !== null
  }

  /** It can be read; whether the start has worked is another matter. */
  get started(): boolean {
    return this.#binding !== null
  }

  /** Started, not finished, and no answer is under way. */
  get readable(): boolean {
    return this.started && !this.done && this.underWaySince === null
  }

  /** When its start is to be sent, on `Clock.now`; infinity while it is not, or an answer has to come first. */
  get startAt(): number {
    const at = this.done || this.underWaySince !== null ? null : this.requests.startAt
    return at ?? Number.POSITIVE_INFINITY
  }

  /** A finished-looking result has yet to prove itself. */
  get settling(): boolean {
    return this.#stands === 'yes'
  }

  /** For the progress line: 100 for a finished task, what was seen last for any other; null when the service gives none. */
  get percent(): number | null {
    return this.done && !this.failed ? 100 : this.#picture.progress
  }

  get outlook(): Outlook {
    return {
      id: this.task.id,
      since: this.requests.startedAt,
      progress: this.#picture.progress,
      settling: this.#stands !== 'no' || this.requests.isUnconfirmed,
      unproven: this.#isUnproven,
      underWay: this.underWaySince !== null,
    }
  }

  /** Its start or its next read goes out. */
  send(kind: 'start' | 'read', now: number): void {
    this.underWaySince = now
    if (kind === 'start') this.requests.sendStart()
  }

  /** Takes over what became of a start. */
  begin(started: Started, now: number, delay: Delay): void {
    switch (started.kind) {
      case 'started':
      case 'unconfirmed': {
        const { precheckId } = started
        const confirmed = started.kind === 'started'
        this.requests.started(confirmed ? null : started.problem, now)
        this.runId = precheckId
        this.#picture = (confirmed && started.picture) || { ...NOTHING_SEEN, precheckId }
        const bound = { confirmed, boundById: confirmed && started.boundById }
        this.#binding = afterStart(this.#binding, this.#mode, bound, now)
        return
      }
      case 'not-started':
        // Refused for the last time: the service was there all the while.
        if (!this.requests.notStarted(started, now, delay))
          this.#end = this.#without({ ...started.problem, reason: 'start-refused' })
        return
      case 'ended':
        this.#end = this.#without(started.problem)
        return
      default:
        assertNever(started)
    }
  }

  /** Takes over a reading; `delay` says how long to wait after a failed one. */
  note(reading: Reading, now: number, delay: Delay): void {
    const before = this.#binding
    if (before === null) throw new Error(`task ${this.task.id} is read before it is started`)
    this.#stands = this.#mayHaveStood(now) ? 'maybe' : 'no'
    if (reading.kind !== 'missing') this.#mentioned = true
    switch (reading.kind) {
      case 'answer': {
        const { picture, standing } = reading.facts
        const { binding, worth } = afterAnswer(before, reading.facts, now)
        this.#binding = binding
        if (binding.confirmed) this.requests.confirm()
        if (worth.kind === 'counts' || worth.shows) this.#picture = picture
        this.#weigh(worth, standing?.forMs ?? 0, now, delay)
        return
      }
      case 'missing':
        this.#mentioned ??= false
        this.requests.read()
        this.#binding = afterNothing(before, null, now)
        return
      case 'unread':
        this.#show(before, reading.beside)
        this.#binding = afterNothing(before, reading.beside, now)
        this.requests.notRead(reading, reading.isEmpty, now, delay)
        return
      case 'ended':
        this.#show(before, reading.beside)
        this.#end = this.#without(reading.problem)
        return
      default:
        assertNever(reading)
    }
  }

  #weigh(worth: Worth, standsForMs: number, now: number, delay: Delay): void {
    switch (worth.kind) {
      case 'counts':
        this.#end = {
          ...this.#picture,
          task: this.task,
          problem: null,
          freshness: worth.freshness,
          caveats: worth.caveats,
        }
        return
      case 'doubted': {
        const { doubt } = worth
        const again = { problem: problemOfDoubt(doubt), throttled: false, retryAt: null }
        // The next answer may be about the right task; the other doubts stay.
        if (doubt.kind === 'other-task') this.requests.notRead(again, false, now, delay)
        else this.doubt(doubt)
        return
      }
      case 'running':
        this.requests.read()
        this.#stands = worth.settling ? 'yes' : 'no'
        if (this.#sawUnclaimedResult && this.requests.isGivenUp(standsForMs, now))
          this.doubt({ kind: 'start-lost' })
        return
      default:
        assertNever(worth)
    }
  }

  /**
   * A read that failed or did not mention the task interrupts a result that has to stand, and does not end the time in which
   * its change back must not be missed; that begins with the start, also when the first read shows nothing.
   */
  #mayHaveStood(now: number): boolean {
    const beganLately = now - this.requests.startedAt < STANDS_FROM_START_MS
    return this.#stands !== 'no' || (this.#isUnproven && beganLately)
  }

  get #isUnproven(): boolean {
    return this.#mode === 'run' && this.#binding?.proven === false
  }

  get #sawUnclaimedResult(): boolean {
    return this.requests.isUnconfirmed && this.#binding?.sawFinished === true
  }

  /** Ends the task without a result. */
  doubt(doubt: Doubt): void {
    this.#end = this.#without(problemOfDoubt(doubt))
  }

  #show(binding: Binding, beside: Beside | null): void {
    if (beside !== null && isOfThisRun(binding, beside)) this.#picture = beside.picture
  }

  /** Returns the task's result; `step` says how the step has ended at `now` for a task that has not. */
  result(step: Pick<CutOff, 'cancelled' | 'longestReadMs'>, now: number): TaskResult {
    return this.#end ?? this.#without(this.#cutOff(step, now))
  }

  #cutOff(step: Pick<CutOff, 'cancelled' | 'longestReadMs'>, now: number): Problem {
    const { started, settling, underWaySince } = this
    const problem = cutOffProblem({
      ...step,
      started,
      settling,
      unmentioned: this.#mentioned === false,
      lastFault: this.requests.fault?.problem ?? null,
      unansweredForMs: underWaySince === null ? 0 : now - underWaySince,
      progress: this.#picture.progress,
    })
    const isOld = this.#sawUnclaimedResult && problem.reason === 'timed-out'
    return isOld ? problemOfDoubt({ kind: 'start-lost' }) : problem
  }

  #without(problem: Problem): TaskResult {
    return withoutResult(this.task, this.requests.explain(problem), this.#picture)
  }
}
