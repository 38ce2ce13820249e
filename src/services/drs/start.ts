import { isTryAgainCode } from '../../cloud/error-table.ts'
import type { ApiFault } from '../../cloud/fault.ts'
import { REFUSED_START_REPEATS, refusedStartDelay, retryDelay } from '../../cloud/retry.ts'
import type { Clock, Deadline, Random } from '../../ports.ts'
import type { Task } from '../../precheck/model.ts'
import type { StartSighting } from './api.ts'

/** When a start is sent again: only where nothing can have been started, and then within the limits of the retry policy. */

export interface StartPorts {
  readonly clock: Clock
  readonly random: Random
  readonly deadline: Deadline
  readonly send: (tasks: readonly Task[]) => Promise<readonly StartSighting[]>
  /** Told after every try of a task; `nextTryAt` on `Clock.now`, null when this was the last one. */
  readonly note: (task: Task, sighting: StartSighting, nextTryAt: number | null) => void
}

/** True when a request was sent and its fault leaves open whether a pre-check runs; a refusal does not. */
export function mayHaveStarted(fault: ApiFault): boolean {
  return fault.kind === 'transient' && !fault.nothingStarted && !isTryAgainCode(fault.code)
}

/** The tasks of one batch on their way to a start. */
export class Starts {
  readonly #ports: StartPorts
  #open: readonly Task[]
  #nextTryAt = Number.NEGATIVE_INFINITY
  #refusals = 0
  #failures = 0

  constructor(tasks: readonly Task[], ports: StartPorts) {
    this.#open = tasks
    this.#ports = ports
  }

  /** Sends the start of all tasks that are not settled; nothing when there is none. */
  async attempt(): Promise<void> {
    const { clock, send } = this.#ports
    const tasks = this.#open
    if (tasks.length === 0) return
    const sightings = await send(tasks)
    const faults = sightings.flatMap(sighting => (sighting.kind === 'fault' ? [sighting.fault] : []))
    const refused = faults.some(fault => isTryAgainCode(fault.code))
    if (refused) this.#refusals += 1
    else this.#failures += 1
    const repeatable = faults.filter(fault => this.#isRepeated(fault))
    this.#nextTryAt = clock.now() + this.#delay(refused, repeatable)
    this.#open = tasks.filter((task, index) => {
      const sighting = sightings[index]
      if (sighting === undefined) return false
      const again = sighting.kind === 'fault' && this.#isRepeated(sighting.fault)
      this.#ports.note(task, sighting, again ? this.#nextTryAt : null)
      return again
    })
  }

  /** Waits and tries again until every task is settled or the step ends. */
  async repeat(): Promise<void> {
    const { clock, deadline } = this.#ports
    while (this.#open.length > 0) {
      await clock.sleep(this.#nextTryAt - clock.now(), deadline.signal)
      if (deadline.signal.aborted) return
      await this.attempt()
    }
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
