import { autoSchedule } from '../../src/precheck/schedule.ts'
import { mean } from '../statistics.ts'
import { around, intervalOfRequests, runAtInterval } from './interval.ts'
import { runWithPoller } from './run.ts'
import { runWithTerraform } from './terraform.ts'
import { FAMILIES, type Family, type Trace, tracesOf } from './traces.ts'

/** The schedules side by side on the same traces. */

const SECOND_MS = 1_000

/** What a schedule costs over many runs, and how long after the end of the pre-check the end is known. */
export interface Score {
  /** Mean of starts and reads. */
  readonly requests: number
  /** One of each run. */
  readonly lagsMs: readonly number[]
}

export const SCHEDULES = ['auto', 'fixed 5 s', 'fixed 10 s', 'Terraform', 'fixed, equal requests'] as const
export type ScheduleName = (typeof SCHEDULES)[number]

export interface Comparison {
  readonly family: Family
  readonly tasks: number
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
      comparisons.push(await compare(family, tasks, traces))
    }
  }
  return comparisons
}

async function compare(family: Family, tasks: number, runs: Runs): Promise<Comparison> {
  const auto: RunEnd[] = []
  for (const traces of runs) auto.push(await runWithPoller(traces, autoSchedule))
  const fixed = (...intervals: readonly number[]) =>
    scoreOf(
      intervals.flatMap(() => runs),
      intervals.flatMap(ms => runs.map(traces => runAtInterval(traces, ms))),
    )
  const equalIntervalMs = intervalOfRequests(runs, mean(auto.map(end => end.requests)))
  const scores = {
    auto: scoreOf(runs, auto),
    'fixed 5 s': fixed(5 * SECOND_MS),
    'fixed 10 s': fixed(10 * SECOND_MS),
    Terraform: scoreOf(runs, runs.map(runWithTerraform)),
    'fixed, equal requests': fixed(...around(equalIntervalMs)),
  }
  return { family, tasks, equalIntervalMs, scores }
}

type Runs = readonly (readonly Trace[])[]

interface RunEnd {
  readonly requests: number
  readonly knownAt: number
}

function scoreOf(runs: Runs, ends: readonly RunEnd[]): Score {
  const endOf = (traces: readonly Trace[]) => Math.max(...traces.map(trace => trace.durationMs))
  return {
    requests: mean(ends.map(end => end.requests)),
    lagsMs: runs.map((traces, index) => (ends[index]?.knownAt ?? Number.NaN) - endOf(traces)),
  }
}
