/**
 * How much the tests try. `npm test` has fixed seeds and short runs; with LONG_TESTS=1, as CI sets it, properties look
 * at many times more cases. Times are compared only with each other: machines differ, shared ones from minute to minute.
 */

const LONG_FACTOR = 8
/** Shorter times say nothing: some systems account for processor time in steps, and tell 0 for less than one. */
const SHORTEST_US = 500

/** Whether CI asks for the long form. */
export const IS_LONG = process.env['LONG_TESTS'] === '1'

/** Returns how many cases a property looks at. */
export function runs(short: number): number {
  return IS_LONG ? short * LONG_FACTOR : short
}

/** Ten times the work may take this many times as long: far from square (100), with room for a busy machine. */
export const TEN_TIMES_MOSTLY = 40
const ROUNDS = 3

/**
 * Returns how many times as much processor time `large` takes as `small`; each counts with its best of three, but once the ratio is
 * below `TEN_TIMES_MOSTLY` the large one is not done again, which could only make it smaller. Processor time, because on a
 * busy machine the clock measures the neighbours.
 */
export function slowdown(small: () => void, large: () => void): number {
  const times = [timeOf(large)]
  const least = leastOf(Array.from({ length: ROUNDS }, () => timeOf(small)))
  while (isOpen(times, least)) times.push(timeOf(large))
  return leastOf(times) / least
}

/** The same for work that is not done in one go. */
export async function slowdownOf(
  small: () => Promise<unknown>,
  large: () => Promise<unknown>,
): Promise<number> {
  const times = [await timeUntil(large)]
  const least = leastOf([await timeUntil(small), await timeUntil(small), await timeUntil(small)])
  while (isOpen(times, least)) times.push(await timeUntil(large))
  return leastOf(times) / least
}

function isOpen(times: readonly number[], least: number): boolean {
  return times.length < ROUNDS && leastOf(times) / least >= TEN_TIMES_MOSTLY
}

function leastOf(times: readonly number[]): number {
  return Math.max(SHORTEST_US, Math.min(...times))
}

function timeOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  return usedSince(before)
}

async function timeUntil(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  return usedSince(before)
}

function usedSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return user + system
}
