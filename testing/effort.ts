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

/**
 * Returns how many times as much processor time `large` takes as `small`; each counts with its best of three. Processor
 * time, because on a busy machine the clock measures the neighbours.
 */
export function slowdown(small: () => void, large: () => void): number {
  return best(large) / best(small)
}

/** The same for work that is not done in one go. */
export async function slowdownOf(
  small: () => Promise<unknown>,
  large: () => Promise<unknown>,
): Promise<number> {
  return (await bestOf(large)) / (await bestOf(small))
}

/** Ten times the work may take this many times as long: far from square (100), with room for a busy machine. */
export const TEN_TIMES_MOSTLY = 40

function best(work: () => void): number {
  const times = [0, 1, 2].map(() => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return user + system
  })
  return Math.max(SHORTEST_US, Math.min(...times))
}

async function bestOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    times.push(user + system)
  }
  return Math.max(SHORTEST_US, Math.min(...times))
}
