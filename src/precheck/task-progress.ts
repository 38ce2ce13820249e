import { problemOfDoubt } from './doubts.ts'
import {
  assertNever,
  type Caveat,
  type Freshness,
  type Problem,
  type Task,
  type TaskResult,
} from './model.ts'
import {
  afterAnswer,
  afterNothing,
  type Binding,
  type Doubt,
  isOfThisRun,
  newBinding,
  sentAgain,
  shownAtStart,
} from './run-binding.ts'
import type { Outlook } from './schedule.ts'
import { isGivenUp, NOTHING_SENT, nextRepeat, nextStart, withRead } from './sends.ts'
import type { Beside, NotStarted, Picture, Reading, RunFacts, Started } from './service.ts'

const NOTHING_SEEN: Picture = { precheckId: null, progress: null, overall: 'missing', items: [] }

type Confirmed = Extract<Started, { kind: 'started' }>

type End =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'result'; readonly freshness: Freshness; readonly caveats: readonly Caveat[] }

/** Milliseconds to wait after so many failures in a row. */
export type Delay = (failures: number) => number

function hasItems(beside: Beside | null): boolean {
  return beside !== null && beside.picture.items.length > 0
}

/** What the poller keeps of one task between starts and reads. */
export class TaskProgress {
  readonly task: Task
  /** When the batch was sent that the task waits for, on `Clock.now`. */
  underWaySince: number | null = null
  /** After a failed read the next one waits until here. */
  notBefore = Number.NEGATIVE_INFINITY
  throttled = false
  readonly #mode: Binding['mode']
  /** When a start is to be sent that has not been; null when none is. */
  #startAt: number | null = Number.NEGATIVE_INFINITY
  #sends = NOTHING_SENT
  /** Why it is not known whether the start has worked. */
  #lostStart: Problem | null = null
  #binding: Binding | null = null
  #startedAt = 0
  #runId: string | null = null
  #picture = NOTHING_SEEN
  #settling = false
  #failuresInRow = 0
  #lastFault: Problem | null = null
  #end: End | null = null

  constructor(task: Task, mode: Binding['mode']) {
    this.task = task
    this.#mode = mode
  }

  get done(): boolean {
    return this.#end !== null
  }

  /** Ended, but not with a result. */
  get failed(): boolean {
    return this.#end?.kind === 'problem'
  }

  /** It can be read; whether the start has worked is another matter. */
  get started(): boolean {
    return this.#binding !== null
  }

  /** Started, not finished, and no answer is under way. */
  get readable(): boolean {
    return this.started && !this.done && this.underWaySince === null
  }

  /** When its start is to be sent, on `Clock.now`; null when it is not, or an answer has to come first. */
  get startAt(): number | null {
    if (this.done || this.underWaySince !== null) return null
    return this.#isUnconfirmed ? nextRepeat(this.#sends) : this.#startAt
  }

  /** The id that the answer to its start gave its run. */
  get runId(): string | null {
    return this.#runId
  }

  get progress(): number | null {
    return this.#picture.progress
  }

  /** A finished-looking result has yet to prove itself. */
  get settling(): boolean {
    return this.#settling
  }

  /** For the progress line: 100 for a finished task, what was seen last for any other; null when the service gives none. */
  get percent(): number | null {
    return this.#end?.kind === 'result' ? 100 : this.progress
  }

  get outlook(): Outlook {
    const settling = this.#settling || this.#isUnconfirmed
    return { since: this.#startedAt, progress: this.progress, settling }
  }

  /** The fault of the last read, null when it was understood. */
  lastFault(): Problem | null {
    return this.#lastFault
  }

  /** Its start or its next read goes out. */
  send(kind: 'start' | 'read', now: number): void {
    this.underWaySince = now
    if (kind === 'start') this.#startAt = null
  }

  /** Takes over what became of a start. */
  begin(started: Started, now: number, delay: Delay): void {
    this.#lastFault = null
    this.throttled = false
    switch (started.kind) {
      case 'started':
        this.#lostStart = null
        this.#sent(started, true, now)
        return
      case 'unconfirmed':
        this.#lostStart ??= started.problem
        this.#sent({ ...started, boundById: false }, false, now)
        return
      case 'not-started':
        if (this.#isUnconfirmed) this.#notRepeated(started, now)
        else this.#notStarted(started, now, delay)
        return
      case 'ended':
        this.#endWith(started.problem)
        return
      default:
        assertNever(started)
    }
  }

  #sent(
    { precheckId, boundById, picture }: Omit<Confirmed, 'kind' | 'task'>,
    confirmed: boolean,
    now: number,
  ): void {
    const before = this.#binding
    const repeats = this.#sends.repeats + (before === null ? 0 : 1)
    this.#sends = { ...NOTHING_SENT, repeats, lastAt: now }
    this.#startAt = null
    this.#startedAt = now
    this.#runId = precheckId
    const binding =
      before === null
        ? newBinding(this.#mode, { confirmed, boundById }, now)
        : sentAgain(before, confirmed, now)
    this.#binding = picture === undefined ? binding : shownAtStart(binding, picture.items)
    this.#picture = picture ?? { ...NOTHING_SEEN, precheckId }
  }

  #notStarted(fault: NotStarted, now: number, delay: Delay): void {
    const { sends, at } = nextStart(this.#sends, fault, now, delay)
    this.#sends = sends
    if (at === null) {
      // Refused for the last time: the service was there all the while.
      this.#endWith({ ...fault.problem, reason: 'start-refused' })
      return
    }
    this.#startAt = at
    this.#lastFault = fault.problem
    this.throttled = fault.throttled
  }

  /** A refusal of the repetition says that a run is going, which is no proof of whose it is: the reads go on. */
  #notRepeated({ why }: NotStarted, now: number): void {
    const repeats = this.#sends.repeats + (why === 'refused' ? 1 : 0)
    this.#sends = { ...this.#sends, repeats, lastAt: now, reads: 0 }
  }

  /** Takes over a reading; `delay` says how long to wait after a failed one. */
  note(reading: Reading, now: number, delay: Delay): void {
    const binding = this.#binding
    if (binding === null) throw new Error(`task ${this.task.id} is read before it is started`)
    this.#settling = false
    switch (reading.kind) {
      case 'answer':
        this.#answered(binding, reading.facts, now, delay)
        return
      case 'missing':
        this.#understood()
        this.#binding = afterNothing(binding, false, now)
        return
      case 'unread':
        this.#show(binding, reading.beside)
        this.#binding = afterNothing(binding, hasItems(reading.beside), now)
        this.#failed(reading.problem, reading.retryAt, now, delay)
        this.throttled = reading.throttled
        if (reading.isEmpty) this.#sends = withRead(this.#sends)
        return
      case 'ended':
        this.#show(binding, reading.beside)
        this.#endWith(reading.problem)
        return
      default:
        assertNever(reading)
    }
  }

  #answered(before: Binding, facts: RunFacts, now: number, delay: Delay): void {
    const { binding, worth } = afterAnswer(before, facts, now)
    this.#binding = binding
    if (worth.kind === 'counts' || worth.shows) this.#picture = facts.picture
    switch (worth.kind) {
      case 'counts':
        this.#end = { kind: 'result', freshness: worth.freshness, caveats: worth.caveats }
        return
      case 'doubted': {
        const problem = problemOfDoubt(worth.doubt)
        // The next answer may be about the right task; the other doubts stay.
        if (worth.doubt.kind === 'other-task') this.#failed(problem, null, now, delay)
        else this.#endWith(problem)
        return
      }
      case 'running':
        this.#understood()
        this.#settling = worth.settling
        if (this.#hasNoHope(facts, now)) this.doubt({ kind: 'start-lost' })
        return
      default:
        assertNever(worth)
    }
  }

  #hasNoHope({ standing }: RunFacts, now: number): boolean {
    return this.#sawUnclaimedResult && isGivenUp(this.#sends, standing?.forMs ?? 0, now)
  }

  get #sawUnclaimedResult(): boolean {
    return this.#isUnconfirmed && this.#binding?.sawFinished === true
  }

  get #isUnconfirmed(): boolean {
    return this.#binding !== null && !this.#binding.confirmed
  }

  /** Ends the task without a result. */
  doubt(doubt: Doubt): void {
    this.#endWith(problemOfDoubt(doubt))
  }

  #understood(): void {
    this.#lastFault = null
    this.#failuresInRow = 0
    this.throttled = false
    this.#sends = withRead(this.#sends)
  }

  #failed(problem: Problem, retryAt: number | null, now: number, delay: Delay): void {
    this.#lastFault = problem
    this.#failuresInRow += 1
    this.notBefore = retryAt ?? now + delay(this.#failuresInRow)
    this.throttled = false
  }

  #show(binding: Binding, beside: Beside | null): void {
    if (beside !== null && isOfThisRun(binding, beside.isFirst)) this.#picture = beside.picture
  }

  #endWith(problem: Problem): void {
    this.#lastFault = null
    this.throttled = false
    this.#end = { kind: 'problem', problem: this.#afterLostStart(problem) }
  }

  /** What went wrong first explains the rest. */
  #afterLostStart(problem: Problem): Problem {
    const lost = this.#isUnconfirmed ? this.#lostStart : null
    if (lost === null) return problem
    const message = `It is not known whether the start has worked: ${lost.message} ${problem.message}`
    return {
      ...problem,
      message,
      code: problem.code ?? lost.code,
      httpStatus: problem.httpStatus ?? lost.httpStatus,
      requestId: problem.requestId ?? lost.requestId,
    }
  }

  /** Returns the task's result; `cutOff` says why a task that has not ended stays without one. */
  result(cutOff: (lastFault: Problem | null) => Problem): TaskResult {
    const { precheckId, progress, overall, items } = this.#picture
    const end = this.#end ?? { kind: 'problem', problem: this.#cutOffBy(cutOff(this.#lastFault)) }
    const problem = end.kind === 'problem' ? end.problem : null
    const freshness = end.kind === 'result' ? end.freshness : null
    const caveats = end.kind === 'result' ? end.caveats : []
    return { task: this.task, precheckId, progress, problem, overall, freshness, caveats, items }
  }

  #cutOffBy(problem: Problem): Problem {
    const isOld = this.#sawUnclaimedResult && problem.reason === 'timed-out'
    return this.#afterLostStart(isOld ? problemOfDoubt({ kind: 'start-lost' }) : problem)
  }
}
