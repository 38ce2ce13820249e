import type { Clock, Deadline, Random } from '../ports.ts'
import { ApiFault } from './fault.ts'
import { retryDelay } from './retry.ts'

export interface PatientPorts {
  readonly clock: Clock
  readonly random: Random
  readonly deadline: Deadline
  /** Most tries; absent: as many as the host and the deadline allow. */
  readonly tries?: number
}

/**
 * Makes an attempt that only reads, again after each transient fault, until the tries are used up, the host's limit or the deadline.
 * Throws the last `ApiFault` that was more than the end of the step.
 */
export async function patiently<T>(
  attempt: () => Promise<T>,
  { clock, random, deadline, tries = Number.POSITIVE_INFINITY }: PatientPorts,
): Promise<T> {
  let last: ApiFault | null = null
  for (let failures = 1; ; failures += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof ApiFault) || error.kind !== 'transient' || error.final) throw error
      // What the end of the step cut off says less than what came back before it.
      if (deadline.signal.aborted) throw last ?? error
      if (failures >= tries) throw error
      last = error
      const delay = error.retryAt === null ? retryDelay(failures, random) : error.retryAt - clock.now()
      await clock.sleep(delay, deadline.signal)
      if (deadline.signal.aborted) throw error
    }
  }
}
