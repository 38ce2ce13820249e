import { mean } from '../statistics.ts'
import { TASKS_PER_CALL } from './run.ts'
import type { Trace } from './traces.ts'

/**
 * A fixed interval, reckoned without a poller: what SonarQube's gate does (5 s), what many scripts do (10 s), and what
 * `poll-interval-seconds` with a number does here. Reads hold ten tasks.
 */

export interface IntervalRun {
  /** Starts and reads. */
  readonly requests: number
  readonly knownAt: number
}

const HALVINGS = 40
const SHORTEST_MS = 500
const LONGEST_MS = 120_000
/** Whether a single interval happens to meet the ends of few runs is chance, so its neighbours count as well. */
const NEIGHBOURS = [0.9, 0.925, 0.95, 0.975, 1, 1.025, 1.05, 1.075, 1.1]

export function runAtInterval(traces: readonly Trace[], intervalMs: number): IntervalRun {
  const rounds = traces.map(trace => Math.ceil(trace.durationMs / intervalMs)).toSorted((a, b) => b - a)
  // Batches are filled up anew in every round, so each tenth longest task stands for a call in each of its rounds.
  const calls = rounds.filter((_rounds, index) => index % TASKS_PER_CALL === 0)
  return {
    requests: calls.length + calls.reduce((sum, count) => sum + count, 0),
    knownAt: (rounds[0] ?? 0) * intervalMs,
  }
}

/** Returns the interval that costs so many requests over these runs. */
export function intervalOfRequests(runs: readonly (readonly Trace[])[], requests: number): number {
  let [short, long] = [SHORTEST_MS, LONGEST_MS]
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = Math.sqrt(short * long)
    if (mean(runs.map(traces => runAtInterval(traces, middle).requests)) > requests) short = middle
    else long = middle
  }
  return long
}

/** Returns the interval and its neighbours. */
export function around(intervalMs: number): readonly number[] {
  return NEIGHBOURS.map(factor => factor * intervalMs)
}
