import type { Trace } from './traces.ts'

/**
 * The schedule of the Terraform provider's pre-check: the waiter of its plugin SDK with a delay of 20 s, and one call
 * per task and poll. Its own PollInterval is given in the wrong unit, over the SDK's limit, and so has no effect.
 */

const DELAY_MS = 20_000
const FIRST_PAUSES_MS = [0, 200, 400, 800, 1_600, 3_200, 6_400] as const
const PAUSE_MS = 10_000

/** Returns the times of the reads of one task, the last of them after its end. */
export function terraformReads(durationMs: number): readonly number[] {
  const reads: number[] = []
  let now = DELAY_MS
  for (let read = 0; ; read += 1) {
    now += FIRST_PAUSES_MS[read] ?? PAUSE_MS
    reads.push(now)
    if (now >= durationMs) return reads
  }
}

/** Returns what a run costs and when its end is known; all tasks are taken to run side by side, which favours Terraform. */
export function runWithTerraform(traces: readonly Trace[]): { requests: number; knownAt: number } {
  const reads = traces.map(trace => terraformReads(trace.durationMs))
  const starts = traces.length
  return {
    requests: starts + reads.reduce((sum, times) => sum + times.length, 0),
    knownAt: Math.max(...reads.map(times => times.at(-1) ?? 0)),
  }
}

/** Its default `-parallelism`: a resource waits until one of ten is known to be finished. */
export const PARALLELISM = 10

/** Returns the same where no more than ten tasks are under way at a time, in the order in which they are listed. */
export function runWithParallelism(traces: readonly Trace[]): { requests: number; knownAt: number } {
  const slots = Array.from({ length: PARALLELISM }, () => 0)
  for (const { durationMs } of traces) {
    const free = slots.indexOf(Math.min(...slots))
    slots[free] = (slots[free] ?? 0) + (terraformReads(durationMs).at(-1) ?? 0)
  }
  return { ...runWithTerraform(traces), knownAt: Math.max(...slots) }
}
