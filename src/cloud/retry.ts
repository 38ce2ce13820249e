import type { Clock, Deadline, Random } from '../ports.ts'
import { ApiFault } from './fault.ts'

/**
 * The one retry policy. What may be tried again is the fault's business (`fault.ts`, `error-table.ts`);
 * here stands how often and after how long.
 */

/** A wrong address must fail soon: tries before a host has given its first understood answer. */
export const TRIES_BEFORE_FIRST_ANSWER = 5
/** Tries in a row that end in a fault which no repetition mends, such as a certificate for another name. */
export const HOPELESS_TRIES = 2
/** Longest single try before the first understood answer. */
export const FIRST_ANSWER_TIMEOUT_MS = 15_000
/** Longest single try once the host is known to answer. */
export const REQUEST_TIMEOUT_MS = 60_000
/** Tries of the read that precedes a start: it only improves the evidence, so it must not cost much time. */
export const PRE_READ_TRIES = 3
/** Tries of each call of `mode: validate`: what fails so often would fail a run soon enough. */
export const PROBE_TRIES = 3

const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 30_000

/**
 * Returns the delay before the next try in milliseconds after `failures` failures in a row (1 or more):
 * doubling from 1 s to 30 s, each between half and the whole of its step, so that clients do not march in step
 * and a delay is never zero.
 */
export function retryDelay(failures: number, random: Random): number {
  const step = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1))
  return step * (0.5 + random() / 2)
}

export interface RetryPorts {
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
export async function withRetries<T>(
  attempt: () => Promise<T>,
  { clock, random, deadline, tries = Number.POSITIVE_INFINITY }: RetryPorts,
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
