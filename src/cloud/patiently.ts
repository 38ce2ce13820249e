import type { Clock, Deadline, Random } from '../ports.ts'
import { ApiFault } from './fault.ts'
import { retryDelay } from './retry.ts'

export interface PatientPorts {
  readonly clock: Clock
  readonly random: Random
  readonly deadline: Deadline
}

/**
 * Tries of one sign-in on behalf of another call. Enough for a hiccup; what lasts longer must come out, because the
 * caller tries again as well, and only there is it logged and remembered as the reason.
 */
export const SIGN_IN_TRIES = 3

/**
 * Makes an attempt that only reads, again after each transient fault, until the host's limit, the deadline or, where it
 * is given, the number of tries. Being throttled is no try. Throws the last `ApiFault`.
 */
export async function patiently<T>(
  attempt: () => Promise<T>,
  { clock, random, deadline }: PatientPorts,
  tries: number = Number.POSITIVE_INFINITY,
): Promise<T> {
  let failures = 0
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof ApiFault) || error.kind !== 'transient' || error.final) throw error
      if (!error.throttled) failures += 1
      if (failures >= tries) throw error
      const told = error.retryAt === null ? null : error.retryAt - clock.now()
      await clock.sleep(told ?? retryDelay(Math.max(1, failures), random), deadline.signal)
      if (deadline.signal.aborted) throw error
    }
  }
}
