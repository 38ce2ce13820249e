import { problemOfDoubt } from './doubts.ts'
import { assertNever, type Problem, type Task, type TaskResult } from './model.ts'
import {
  afterAnswer,
  afterNothing,
  type Binding,
  type Doubt,
  isOfThisRun,
  newBinding,
  sentAgain,
} from './run-binding.ts'
import type { Delay } from './sends.ts'
import type { Beside, NotStarted, Picture, Reading, RunFacts, Started } from './service.ts'
import type { Outlook } from './task-course.ts'
import { TaskFaults } from './task-faults.ts'
import { TaskStart } from './task-start.ts'

const AT_ONCE: Delay = () => 0
const NOTHING_SEEN: Picture = { precheckId: null, progress: null, overall: 'missing', items: [] }

/** What the poller keeps of one task between starts and reads. */
export class TaskProgress {
  readonly task: Task
  /** When the batch was sent that the task waits for, on `Clock.now`. */
  underWaySince: number | null = null
  readonly faults = new TaskFaults()
  readonly #mode: Binding['mode']
  readonly #start = new TaskStart()
  #binding: Binding | null = null
  #picture = NOTHING_SEEN
  #settling = false
  #end: Pick<TaskResult, 'problem' | 'freshness' | 'caveats'> | null = null

  constructor(task: Task, mode: Binding['mode']) {
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

  /** When its start is to be sent, on `Clock.now`; null when it is not, or an answer has to come first. */
  get startAt(): number | null {
    if (this.done || this.underWaySince !== null) return null
    return this.#start.dueAt(this.#isUnconfirmed)
  }

  /** The id that the answer to its start gave its run. */
  get runId(): string | null {
    return this.#start.runId
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
    return this.done && !this.failed ? 100 : this.progress
  }

  get outlook(): Omit<Outlook, 'id' | 'underWay'> {
    const settling = this.#settling || this.#isUnconfirmed
    const unproven = this.#mode === 'run' && this.#binding?.proven === false
    return { since: this.#start.at, progress: this.progress, settling, unproven }
  }

  /** Its start or its next read goes out. */
  send(kind: 'start' | 'read', now: number): void {
    this.underWaySince = now
    if (kind === 'start') this.#start.send()
  }

  /** Takes over what became of a start. */
  begin(started: Started, now: number, delay: Delay): void {
    this.faults.clear()
    switch (started.kind) {
      case 'started':
        this.#sent(started, null, now)
        return
      case 'unconfirmed':
        this.#sent({ ...started, boundById: false }, started.problem, now)
        return
      case 'not-started':
        if (this.#isUnconfirmed) this.#start.notRepeated(started, now)
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
    { precheckId, boundById, picture }: Omit<Extract<Started, { kind: 'started' }>, 'kind' | 'task'>,
    lost: Problem | null,
    now: number,
  ): void {
    const before = this.#binding
    const confirmed = lost === null
    this.#start.sent(precheckId, lost, now)
    this.#binding =
      before === null
        ? newBinding(this.#mode, { confirmed, boundById }, now)
        : sentAgain(before, confirmed, now)
    this.#picture = picture ?? { ...NOTHING_SEEN, precheckId }
  }

  #notStarted(fault: NotStarted, now: number, delay: Delay): void {
    if (this.#start.putOff(fault, now, delay)) this.faults.startFailed(fault)
    // Refused for the last time: the service was there all the while.
    else this.#endWith({ ...fault.problem, reason: 'start-refused' })
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
        this.#binding = afterNothing(binding, null, now)
        return
      case 'unread':
        this.#show(binding, reading.beside)
        this.#binding = afterNothing(binding, reading.beside, now)
        // After a lost start that there is no result yet is what was to be expected, and progress must not be missed.
        this.faults.readFailed(reading, now, reading.isEmpty && this.#isUnconfirmed ? AT_ONCE : delay)
        if (reading.isEmpty) this.#start.noteRead()
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
        this.#end = { problem: null, freshness: worth.freshness, caveats: worth.caveats }
        return
      case 'doubted': {
        const problem = problemOfDoubt(worth.doubt)
        // The next answer may be about the right task; the other doubts stay.
        if (worth.doubt.kind !== 'other-task') this.#endWith(problem)
        else this.faults.readFailed({ problem, throttled: false, retryAt: null }, now, delay)
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
    return this.#sawUnclaimedResult && this.#start.isGivenUp(standing?.forMs ?? 0, now)
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
    this.faults.readUnderstood()
    this.#start.noteRead()
  }

  #show(binding: Binding, beside: Beside | null): void {
    if (beside !== null && isOfThisRun(binding, beside)) this.#picture = beside.picture
  }

  #endWith(problem: Problem): void {
    this.faults.clear()
    this.#end = withoutResult(this.#afterLostStart(problem))
  }

  #afterLostStart(problem: Problem): Problem {
    return this.#isUnconfirmed ? this.#start.explain(problem) : problem
  }

  /** Returns the task's result; `cutOff` says why a task that has not ended stays without one. */
  result(cutOff: (lastFault: Problem | null) => Problem): TaskResult {
    const end = this.#end ?? withoutResult(this.#cutOffBy(cutOff(this.faults.last)))
    return { ...this.#picture, task: this.task, ...end }
  }

  #cutOffBy(problem: Problem): Problem {
    const isOld = this.#sawUnclaimedResult && problem.reason === 'timed-out'
    return this.#afterLostStart(isOld ? problemOfDoubt({ kind: 'start-lost' }) : problem)
  }
}

function withoutResult(problem: Problem) {
  return { problem, freshness: null, caveats: [] }
}
