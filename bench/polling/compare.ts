import { autoSchedule, fixedSchedule } from '../../src/precheck/schedule.ts'
import { mean, quantile } from '../statistics.ts'
import { runWithPoller, TASKS_PER_CALL } from './run.ts'
import { runWithTerraform } from './terraform.ts'
import { FAMILIES, type Family, type Trace, tracesOf } from './traces.ts'

/** The schedules side by side on the same traces. */

const SECOND_MS = 1_000

/** What a schedule costs over many runs, and how long after the end of the pre-check the end is known. */
export interface Score {
  readonly requests: number
  readonly meanLagMs: number
  readonly medianLagMs: number
  readonly p95LagMs: number
}

export const SCHEDULES = ['auto', 'fixed 5 s', 'fixed 10 s', 'Terraform', 'fixed, equal requests'] as const
export type ScheduleName = (typeof SCHEDULES)[number]

export interface Comparison {
  readonly family: Family
  readonly tasks: number
  readonly runs: number
  /** The fixed interval that costs as many requests as `auto` does on these very traces. */
  readonly equalIntervalMs: number
  readonly scores: Readonly<Record<ScheduleName, Score>>
}

export interface Size {
  readonly tasks: number
  readonly runs: number
}

/** Compares on all families and sizes. The traces follow from the seed alone. */
export async function comparePolling(sizes: readonly Size[], seed: number): Promise<readonly Comparison[]> {
  const comparisons: Comparison[] = []
  for (const family of FAMILIES) {
    for (const { tasks, runs } of sizes) {
      const traces = Array.from({ length: runs }, (_, run) => tracesOf(family, tasks, run, seed))
      comparisons.push(await compare(family, traces))
    }
  }
  return comparisons
}

async function compare(family: Family, runs: readonly (readonly Trace[])[]): Promise<Comparison> {
  const auto = await scoreOf(runs, traces => runWithPoller(traces, autoSchedule))
  const fixed = (ms: number) =>
    scoreOf(runs, traces => runWithPoller(traces, () => fixedSchedule(ms)))
  const equalIntervalMs = intervalOfEqualRequests(runs, auto.requests)
  return {
    family,
    tasks: runs[0]?.length ?? 0,
    runs: runs.length,
    equalIntervalMs,
    scores: {
      auto,
      'fixed 5 s': await fixed(5 * SECOND_MS),
      'fixed 10 s': await fixed(10 * SECOND_MS),
      Terraform: await scoreOf(runs, runWithTerraform),
      'fixed, equal requests': await fixed(equalIntervalMs),
    },
  }
}

async function scoreOf(
  runs: readonly (readonly Trace[])[],
  play: (traces: readonly Trace[]) => RunEnd | Promise<RunEnd>,
): Promise<Score> {
  const requests: number[] = []
  const lags: number[] = []
  for (const traces of runs) {
    const end = await play(traces)
    requests.push(end.requests)
    lags.push(end.knownAt - Math.max(...traces.map(trace => trace.durationMs)))
  }
  return {
    requests: mean(requests),
    meanLagMs: mean(lags),
    medianLagMs: quantile(lags, 0.5),
    p95LagMs: quantile(lags, 0.95),
  }
}

interface RunEnd {
  readonly requests: number
  readonly knownAt: number
}

/** Found by halving; requests of a fixed interval need no poller to be counted. */
function intervalOfEqualRequests(runs: readonly (readonly Trace[])[], requests: number): number {
  let [short, long] = [SECOND_MS / 2, 120 * SECOND_MS]
  for (let halving = 0; halving < 40; halving += 1) {
    const middle = Math.sqrt(short * long)
    if (mean(runs.map(traces => requestsAtInterval(traces, middle))) > requests) short = middle
    else long = middle
  }
  return long
}

/** Starts, and a read for every ten tasks that are open in a round. */
export function requestsAtInterval(traces: readonly Trace[], intervalMs: number): number {
  const lastRounds = traces.map(trace => Math.ceil(trace.durationMs / intervalMs)).toSorted((a, b) => b - a)
  // Batches are filled up anew in every round, so the task with the most rounds of each ten makes a call of each.
  const calls = lastRounds.filter((_rounds, index) => index % TASKS_PER_CALL === 0)
  return calls.length + calls.reduce((sum, rounds) => sum + rounds, 0)
}
