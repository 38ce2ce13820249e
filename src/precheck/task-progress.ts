import { assertNever, type Freshness, type Problem, type Task, type TaskResult } from './model.ts'
import type { Outlook } from './schedule.ts'
import type { Picture, Reading, Started } from './service.ts'

const NOTHING_SEEN: Picture = { precheckId: null, progress: null, overall: 'missing', items: [] }

/** What the poller keeps of one task between reads. */
export class TaskProgress {
  readonly task: Task
  /** When the batch was sent that the task waits for, or will be where its start is made again, on `Clock.now`. */
  underWaySince: number | null = null
  /** After a failed read the next one waits until here. */
  notBefore = Number.NEGATIVE_INFINITY
  throttled = false
  #startedAt: number | null = null
  #picture = NOTHING_SEEN
  #settling = false
  #failuresInRow = 0
  #lastFault: Problem | null = null
  #end: { readonly problem: Problem } | { readonly freshness: Freshness } | null = null

  constructor(task: Task) {
    this.task = task
  }

  get done(): boolean {
    return this.#end !== null
  }

  /** Ended, but not with a result. */
  get failed(): boolean {
    return this.#end !== null && 'problem' in this.#end
  }

  get started(): boolean {
    return this.#startedAt !== null
  }

  /** Started, not finished, and no answer is under way. */
  get readable(): boolean {
    return this.started && !this.done && this.underWaySince === null
  }

  get progress(): number | null {
    return this.#picture.progress
  }

  /** For the progress line: 100 for a finished task, what was seen last for any other; null when the service gives none. */
  get percent(): number | null {
    return this.#end !== null && 'freshness' in this.#end ? 100 : this.progress
  }

  get outlook(): Outlook {
    return { since: this.#startedAt ?? 0, progress: this.progress, settling: this.#settling }
  }

  /** The fault of the last read, null when it was understood. */
  lastFault(): Problem | null {
    return this.#lastFault
  }

  /** Takes over what became of the start. */
  begin(started: Started, now: number): void {
    const isStarting = started.kind === 'starting'
    this.#lastFault = isStarting ? started.problem : null
    this.throttled = isStarting && started.throttled
    this.underWaySince = isStarting ? started.nextTryAt : null
    if (isStarting) return
    if (started.kind === 'ended') {
      this.#end = { problem: started.problem }
      return
    }
    this.#startedAt = now
    this.#picture = started.picture ?? { ...NOTHING_SEEN, precheckId: started.precheckId }
  }

  /** Takes over a reading; `retryAt` gives the time of the next try after so many failures in a row. */
  note({ picture, state }: Reading, retryAt: (failures: number) => number): void {
    if (picture !== null) this.#picture = picture
    const understood = state.kind !== 'unread'
    this.#lastFault = understood ? null : state.problem
    this.#failuresInRow = understood ? 0 : this.#failuresInRow + 1
    this.throttled = !understood && state.throttled
    this.#settling = false
    switch (state.kind) {
      case 'running':
        this.#settling = state.settling
        return
      case 'finished':
        this.#end = { freshness: state.freshness }
        return
      case 'ended':
        this.#end = { problem: state.problem }
        return
      case 'unread':
        this.notBefore = state.retryAt ?? retryAt(this.#failuresInRow)
        return
      default:
        assertNever(state)
    }
  }

  /** Returns the task's result; `cutOff` says why a task that has not ended stays without one. */
  result(cutOff: (lastFault: Problem | null) => Problem): TaskResult {
    const { precheckId, progress, overall, items } = this.#picture
    const end = this.#end ?? { problem: cutOff(this.#lastFault) }
    const problem = 'problem' in end ? end.problem : null
    const freshness = 'freshness' in end ? end.freshness : null
    return { task: this.task, precheckId, progress, problem, overall, freshness, items }
  }
}
