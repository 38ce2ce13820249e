import type { Clock, Deadline, Random } from '../ports.ts'
import type { Mode, Task, TaskResult } from './model.ts'
import type { Schedule } from './schedule.ts'
import type { Sentence } from './sentence.ts'
import type { PrecheckService } from './service.ts'
import { TaskProgress } from './task-progress.ts'
import type { Delay } from './task-requests.ts'

/** Reads under way beyond which no further round begins. More than one, so that one that hangs holds up nobody else. */
const READS_UNDER_WAY = 4

/** What a log line is made from. */
export interface PollView {
  readonly total: number
  readonly done: number
  /** Those of them that have ended, but not with a result. */
  readonly withoutResult: number
  /** Mean progress of all tasks, 0 to 100; null while the service gives none. */
  readonly percent: number | null
  /** Finished-looking tasks whose result has yet to prove itself. */
  readonly settling: number
  readonly throttled: boolean
  /** Why the last read of an open task gave nothing, when it did. */
  readonly trouble: Sentence | null
  /** Milliseconds until the next round of reads; null while answers are under way. */
  readonly nextRoundInMs: number | null
}

interface PollPorts {
  readonly clock: Clock
  readonly random: Random
  readonly deadline: Deadline
  readonly schedule: Schedule
  /** Milliseconds to wait after so many failed reads in a row. */
  readonly retryDelay: (failures: number, random: Random) => number
  readonly observe: (view: PollView) => void
  /** With `query` nothing is started by us, so the first read can come at once. */
  readonly mode: Mode
}

/** Starts all tasks and reads them until each has ended, the deadline has come or the step is cancelled. */
export class Poller {
  readonly #tasks: readonly TaskProgress[]
  readonly #byId: ReadonlyMap<string, TaskProgress>
  readonly #service: PrecheckService
  readonly #ports: PollPorts
  readonly #underWay = new Map<Promise<void>, 'start' | 'read'>()
  #lastRound = Number.NEGATIVE_INFINITY
  #longestReadMs = 0
  #failure: unknown = null

  constructor(tasks: readonly Task[], service: PrecheckService, ports: PollPorts) {
    this.#tasks = tasks.map(task => new TaskProgress(task, ports.mode))
    this.#byId = new Map(this.#tasks.map(state => [state.task.id, state]))
    this.#service = service
    this.#ports = ports
  }

  async poll(): Promise<readonly TaskResult[]> {
    const { clock, deadline } = this.#ports
    // A step that is over before it began must start nothing.
    while (!this.#over) {
      const nextStart = this.#startIfDue()
      const nextRound = this.#readIfDue()
      this.#observe(nextRound)
      if (this.#tasks.every(state => state.done)) break
      const awake = new AbortController()
      const until = Math.min(nextStart, nextRound ?? deadline.at, deadline.at)
      const signal = AbortSignal.any([awake.signal, deadline.signal])
      await Promise.race([clock.sleep(until - clock.now(), signal), ...this.#underWay.keys()])
      awake.abort()
      if (this.#failure !== null) throw this.#failure
    }
    const cancelled = deadline.signal.reason === 'cancelled'
    const step = { cancelled, longestReadMs: this.#longestReadMs }
    return this.#tasks.map(state => state.result(step, clock.now()))
  }

  get #over(): boolean {
    const { clock, deadline } = this.#ports
    return deadline.signal.aborted || clock.now() >= deadline.at
  }

  /** Sends the starts whose time has come. Returns when the next one is due; infinity while only answers can tell. */
  #startIfDue(): number {
    const now = this.#ports.clock.now()
    this.#launch(
      'start',
      this.#tasks.filter(state => state.startAt <= now),
    )
    return Math.min(...this.#tasks.map(state => state.startAt))
  }

  /** Begins a round of reads when it is time. Returns when the next one is due; null while only answers can tell. */
  #readIfDue(): number | null {
    const reads = [...this.#underWay.values()].filter(kind => kind === 'read').length
    if (reads >= READS_UNDER_WAY) return null
    const idle = this.#tasks.filter(state => state.readable)
    if (idle.length === 0) return null
    const { clock, schedule } = this.#ports
    const now = clock.now()
    const open = this.#tasks.filter(state => state.started && !state.done)
    const round = schedule.nextRound(
      open.map(state => state.outlook),
      this.#lastRound,
      now,
    )
    const dueAt = Math.max(round, Math.min(...idle.map(state => state.requests.readFrom)))
    if (dueAt > now) return dueAt
    this.#lastRound = now
    const readable = idle.filter(state => state.requests.readFrom <= now)
    const chosen = new Set(
      schedule
        .begin(
          readable.map(state => state.outlook),
          now,
        )
        .map(task => task.id),
    )
    this.#launch(
      'read',
      readable.filter(state => chosen.has(state.task.id)),
    )
    return null
  }

  async #start(batch: readonly TaskProgress[]): Promise<void> {
    const answers = await this.#service.start(batch.map(state => state.task))
    if (this.#ports.deadline.signal.aborted) return
    for (const state of batch) state.underWaySince = null
    // One time for all: a task that began a moment before the "last round" would count as read.
    const now = this.#ports.clock.now()
    const delay = this.#delayOfBatch()
    for (const started of answers) this.#byId.get(started.task.id)?.begin(started, now, delay)
    this.#endThoseThatShareARun()
    if (this.#ports.mode === 'run' && this.#lastRound === Number.NEGATIVE_INFINITY) this.#lastRound = now
  }

  /** One run cannot be that of two tasks, and nothing says of which it is. */
  #endThoseThatShareARun(): void {
    for (const [runId, sharing] of Map.groupBy(this.#tasks, state => state.runId)) {
      if (runId === null || sharing.length === 1) continue
      for (const state of sharing) state.doubt({ kind: 'shared-run', runId })
    }
  }

  async #read(batch: readonly TaskProgress[]): Promise<void> {
    const { clock, deadline } = this.#ports
    const sentAt = clock.now()
    const readings = await this.#service.read(batch.map(state => state.task))
    // What the end of the step cut off is no fault of the service's; `cutOffProblem` judges it.
    if (deadline.signal.aborted) return
    for (const state of batch) state.underWaySince = null
    const now = clock.now()
    // An answer that says nothing has come all the same.
    const answered = readings.some(
      reading => reading.kind !== 'unread' || reading.problem.httpStatus !== null,
    )
    if (answered) this.#longestReadMs = Math.max(this.#longestReadMs, now - sentAt)
    const delay = this.#delayOfBatch()
    for (const reading of readings) this.#byId.get(reading.task.id)?.note(reading, now, delay)
  }

  /** One jitter for all of a batch, so that what failed together is sent again together, in one call. */
  #delayOfBatch(): Delay {
    const { random, retryDelay } = this.#ports
    const jitter = random()
    return failures => retryDelay(failures, () => jitter)
  }

  /** Sends the tasks off in batches, all at once; how many requests a host gets at a time is the connection's business. */
  #launch(kind: 'start' | 'read', states: readonly TaskProgress[]): void {
    const now = this.#ports.clock.now()
    const batches = Map.groupBy(states, (_state, index) => Math.floor(index / this.#service.batchSize))
    for (const batch of batches.values()) {
      for (const state of batch) state.send(kind, now)
      const running: Promise<void> = (kind === 'start' ? this.#start(batch) : this.#read(batch))
        .catch(error => {
          this.#failure ??= error ?? new Error('a batch failed without a reason')
        })
        .then(() => void this.#underWay.delete(running))
      this.#underWay.set(running, kind)
    }
  }

  #observe(nextRound: number | null): void {
    const { clock, observe } = this.#ports
    const open = this.#tasks.filter(state => !state.done)
    const known = this.#tasks.map(state => state.percent).filter(percent => percent !== null)
    const sum = known.reduce((total, percent) => total + percent, 0)
    observe({
      total: this.#tasks.length,
      done: this.#tasks.length - open.length,
      withoutResult: this.#tasks.filter(state => state.failed).length,
      percent: known.length === 0 ? null : Math.floor(sum / this.#tasks.length),
      settling: open.filter(state => state.settling).length,
      throttled: open.some(({ requests }) => requests.fault?.throttled === true),
      trouble: open.find(({ requests }) => requests.fault !== null)?.requests.fault?.problem.message ?? null,
      nextRoundInMs: nextRound === null ? null : nextRound - clock.now(),
    })
  }
}
