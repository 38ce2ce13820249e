import { ApiFault } from '../cloud/fault.ts'
import type { Task } from '../precheck/model.ts'
import { type StartClock, Starts } from './start.ts'

/** The start of one task by a call of its own, for services that start and read task by task. */

export type StartState<T> =
  /** Not started yet; it is tried again at `nextTryAt` on `Clock.now`. */
  | { readonly kind: 'starting'; readonly fault: ApiFault; readonly nextTryAt: number }
  | { readonly kind: 'started'; readonly value: T }
  /** `fault` is null when the step ended before the first try. */
  | { readonly kind: 'ended'; readonly fault: ApiFault | null }

export interface SingleStart<T> {
  /** Makes the first try. */
  begin(): Promise<StartState<T>>
  /** Waits for the time of the next try and makes it. */
  again(): Promise<StartState<T>>
}

/** Returns a start that `attempt` makes, one try a call; `attempt` throws `ApiFault`. */
export function singleStart<T>(task: Task, attempt: () => Promise<T>, ports: StartClock): SingleStart<T> {
  let state: StartState<T> = { kind: 'ended', fault: null }
  const starts = new Starts<Outcome<T>>([task], {
    ...ports,
    send: async () => [await outcomeOf(attempt)],
    note(_task, outcome, nextTryAt) {
      if (outcome.kind === 'started') state = outcome
      else if (nextTryAt === null) state = { kind: 'ended', fault: outcome.fault }
      else state = { kind: 'starting', fault: outcome.fault, nextTryAt }
    },
  })
  return {
    async begin() {
      if (!ports.deadline.signal.aborted) await starts.attempt()
      return state
    },
    async again() {
      await starts.again()
      return state
    },
  }
}

type Outcome<T> =
  | { readonly kind: 'started'; readonly value: T }
  | { readonly kind: 'fault'; readonly fault: ApiFault }

async function outcomeOf<T>(attempt: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { kind: 'started', value: await attempt() }
  } catch (error) {
    if (error instanceof ApiFault) return { kind: 'fault', fault: error }
    throw error
  }
}
