import type { Clock, Deadline, Random } from '../ports.ts'
import { ApiFault } from './fault.ts'
import { retryDelay } from './retry.ts'

export interface PatientPorts {
  readonly clock: Clock
  readonly random: Random
  readonly deadline: Deadline
}

/**
 * Makes an attempt that only reads, again after each transient fault, until the host's limit or the deadline.
 * Throws the last `ApiFault`.
 */
export async function patiently<T>(
  attempt: () => Promise<T>,
  { clock, random, deadline }: PatientPorts,
): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof ApiFault) || error.kind !== 'transient' || error.final) throw error
      const delay = error.retryAt === null ? retryDelay(failures, random) : error.retryAt - clock.now()
      await clock.sleep(delay, deadline.signal)
      if (deadline.signal.aborted) throw error
    }
  }
}
