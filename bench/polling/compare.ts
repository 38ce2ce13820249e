import { autoSchedule } from '../../src/precheck/schedule.ts'
import { mean } from '../statistics.ts'
import { around, intervalOfRequests, runAtInterval } from './interval.ts'
import { runWithPoller } from './run.ts'
import { runWithParallelism, runWithTerraform } from './terraform.ts'
import { FAMILIES, type Family, type Trace, tracesOf, tracesTogether } from './traces.ts'

/** The schedules side by side on the same traces. */

const SECOND_MS = 1_000

/** What a schedule costs over many runs, and how long after the end of the pre-check the end is known. */
export interface Score {
  /** Mean of starts and reads. */
  readonly requests: number
  /** One of each run. */
  readonly lagsMs: readonly number[]
}

export const SCHEDULES = [
  'auto',
  'fixed 5 s',
  'fixed 10 s',
  'Terraform',
  'Terraform, 10 at a time',
  'fixed, equal requests',
] as const
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

/** Compares on all families and sizes, over the runs of all seeds together. The traces follow from the seeds alone. */
export async function comparePolling(
  sizes: readonly Size[],
  seeds: readonly number[],
  makeTraces: typeof tracesOf = tracesOf,
): Promise<readonly Comparison[]> {
  const comparisons: Comparison[] = []
  for (const family of FAMILIES) {
    for (const { tasks, runs } of sizes) {
      const traces = seeds.flatMap(seed =>
        Array.from({ length: runs }, (_, run) => makeTraces(family, tasks, run, seed)),
      )
      comparisons.push(await compare(family, tasks, traces))
    }
  }
  return comparisons
}

/** The same of tasks that end within 5 % of one another. */
export function compareTogether(
  sizes: readonly Size[],
  seeds: readonly number[],
): Promise<readonly Comparison[]> {
  return comparePolling(sizes, seeds, tracesTogether)
}

/** Returns the requests of `auto` for so many tasks, for each family. */
export async function requestsOfMany(
  { tasks, runs }: Size,
  seeds: readonly number[],
): Promise<ReadonlyMap<Family, number>> {
  const means = new Map<Family, number>()
  for (const family of FAMILIES) {
    const requests: number[] = []
    for (const seed of seeds) {
      for (let run = 0; run < runs; run += 1) {
        const end = await runWithPoller(tracesOf(family, tasks, run, seed), autoSchedule)
        requests.push(end.requests)
      }
    }
    means.set(family, mean(requests))
  }
  return means
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
    'Terraform, 10 at a time': scoreOf(runs, runs.map(runWithParallelism)),
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
