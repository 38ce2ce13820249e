import { isTryAgainCode } from '../cloud/error-table.ts'
import { type ApiFault, problemOf } from '../cloud/fault.ts'
import { REFUSED_START_REPEATS, refusedStartDelay, retryDelay } from '../cloud/retry.ts'
import type { Clock, Deadline, Random } from '../ports.ts'
import type { Problem, Task } from '../precheck/model.ts'
import type { Started } from '../precheck/service.ts'

/** When a start is sent again: only where nothing can have been started, and then within the limits of the retry policy. */

/** What one start call said of one task. */
export type StartOutcome = { readonly kind: 'started' } | { readonly kind: 'fault'; readonly fault: ApiFault }

export interface StartClock {
  readonly clock: Clock
  readonly random: Random
  readonly deadline: Deadline
}

export interface StartPorts<Outcome extends StartOutcome> extends StartClock {
  readonly send: (tasks: readonly Task[]) => Promise<readonly Outcome[]>
  /** Told after every try of a task; `nextTryAt` on `Clock.now`, null when this was the last one. */
  readonly note: (task: Task, outcome: Outcome, nextTryAt: number | null) => void
}

/** True when a request was sent and its fault leaves open whether a pre-check runs; a refusal does not. */
export function mayHaveStarted(fault: ApiFault): boolean {
  return fault.kind === 'transient' && !fault.nothingStarted && !isTryAgainCode(fault.code)
}

/** Returns why a task was not started; `what` is "the DRS pre-check of task …", `fault` null when the step ended before. */
export function notStarted(what: string, fault: ApiFault | null): Problem {
  if (fault !== null) return problemOf(fault)
  return {
    reason: 'timed-out',
    code: null,
    message: `Could not start ${what}: the step ended before.`,
    httpStatus: null,
    requestId: null,
    advice: 'Raise timeout-minutes.',
  }
}

/** Returns the same for a service that can only be asked by an id from the start answer, so that a lost answer is the end. */
export function notStartedOrLost(what: string, fault: ApiFault | null): Problem {
  const problem = notStarted(what, fault)
  if (fault === null || !mayHaveStarted(fault)) return problem
  const advice =
    'Without its id it cannot be read, and a second start could run beside it: wait until it can have ended, then run the gate again.'
  return {
    ...problem,
    message: `${problem.message} A pre-check may be running.`,
    advice: [advice, problem.advice].filter(text => text !== null).join(' '),
  }
}

/** Returns a start that is made again as the poller takes it. */
export function stillStarting(
  task: Task,
  { fault, nextTryAt }: { readonly fault: ApiFault; readonly nextTryAt: number },
  next: () => Promise<Started>,
): Started {
  return { kind: 'starting', task, problem: problemOf(fault), throttled: fault.throttled, nextTryAt, next }
}

/** The tasks of one batch on their way to a start. */
export class Starts<Outcome extends StartOutcome> {
  readonly #ports: StartPorts<Outcome>
  #open: readonly Task[]
  #nextTryAt = Number.NEGATIVE_INFINITY
  #next: Promise<void> | null = null
  #refusals = 0
  #failures = 0

  constructor(tasks: readonly Task[], ports: StartPorts<Outcome>) {
    this.#open = tasks
    this.#ports = ports
  }

  /** Sends the start of all tasks that are not settled; nothing when there is none. */
  async attempt(): Promise<void> {
    const { clock, send } = this.#ports
    const tasks = this.#open
    if (tasks.length === 0) return
    const outcomes = await send(tasks)
    const faults = outcomes.map(faultOf).filter(fault => fault !== null)
    const refused = faults.some(fault => isTryAgainCode(fault.code))
    if (refused) this.#refusals += 1
    else this.#failures += 1
    const repeatable = faults.filter(fault => this.#isRepeated(fault))
    this.#nextTryAt = clock.now() + this.#delay(refused, repeatable)
    this.#open = tasks.filter((task, index) => {
      const outcome = outcomes[index]
      if (outcome === undefined) return false
      const fault = faultOf(outcome)
      const again = fault !== null && this.#isRepeated(fault)
      this.#ports.note(task, outcome, again ? this.#nextTryAt : null)
      return again
    })
  }

  /** Waits for its time and tries again; all tasks of the batch that ask meanwhile share that one try. Nothing is sent once the step has ended. */
  again(): Promise<void> {
    this.#next ??= this.#tryAgain().finally(() => {
      this.#next = null
    })
    return this.#next
  }

  async #tryAgain(): Promise<void> {
    const { clock, deadline } = this.#ports
    await clock.sleep(this.#nextTryAt - clock.now(), deadline.signal)
    if (!deadline.signal.aborted) await this.attempt()
  }

  #isRepeated(fault: ApiFault): boolean {
    if (fault.final || fault.kind !== 'transient') return false
    return isTryAgainCode(fault.code) ? this.#refusals <= REFUSED_START_REPEATS : fault.nothingStarted
  }

  #delay(refused: boolean, faults: readonly ApiFault[]): number {
    const { clock, random } = this.#ports
    const told = Math.max(0, ...faults.map(fault => (fault.retryAt ?? 0) - clock.now()))
    if (told > 0) return told
    return refused ? refusedStartDelay(this.#refusals, random) : retryDelay(this.#failures, random)
  }
}

function faultOf(outcome: StartOutcome): ApiFault | null {
  return outcome.kind === 'fault' ? outcome.fault : null
}
