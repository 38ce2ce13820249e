import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { median } from '../statistics.ts'
import { bundleToolkitGate } from './bundle-toolkit.ts'
import { gateProgram, type Program, run } from './programs.ts'

/** A whole minimal run of the gate beside bare Node and a bundle of the toolkit alone that makes the same requests. */

const TASK = '140b5236-88ad-43c8-811c-1268453jb101'
const POLL_SECONDS = '0.1'
const POLL_MS = 100

export const KINDS = ['query', 'run'] as const
export type Kind = (typeof KINDS)[number]

export interface StartUp {
  readonly kind: Kind
  readonly rounds: number
  /** Medians. */
  readonly nodeMs: number
  readonly toolkitMs: number
  readonly gateMs: number
  /** Median of the ratios within each round. */
  readonly timesToolkit: number
  readonly requests: number
}

/** Measures all three in turn, in an order that rotates, so that whatever else the machine does weighs on all alike. */
export async function measureStartUp(kind: Kind, rounds: number): Promise<StartUp> {
  const toolkit = bundleToolkitGate()
  const programs = {
    node: () => NODE,
    toolkit: (simulator: Simulator) => toolkitOn(simulator, kind, toolkit),
    gate: (simulator: Simulator) => gateOn(simulator, kind),
  }
  const names = ['node', 'toolkit', 'gate'] as const
  const { requests } = await timed(programs.gate, kind)
  const times: Readonly<Record<(typeof names)[number], number>>[] = []
  for (let round = 0; round < rounds; round += 1) {
    const took = { node: 0, toolkit: 0, gate: 0 }
    for (const [index] of names.entries()) {
      const name = names[(index + round) % names.length] ?? 'gate'
      took[name] = (await timed(programs[name], kind)).ms
    }
    times.push(took)
  }
  return {
    kind,
    rounds,
    nodeMs: median(times.map(time => time.node)),
    toolkitMs: median(times.map(time => time.toolkit)),
    gateMs: median(times.map(time => time.gate)),
    timesToolkit: median(times.map(time => time.gate / time.toolkit)),
    requests,
  }
}

const FINISHED = [
  { process: '100%', items: [{ item: 'srcDbConnection', result: 'PASSED', group: 'network' }] },
]
const FAILED_BEFORE = [
  { process: '100%', items: [{ item: 'srcDbConnection', result: 'FAILED', group: 'network' }] },
]
/** Before a run stands another result: to be sure that there is none, the gate would look twice, half a second apart. */
export const SCENARIOS: Readonly<Record<Kind, ScenarioInput>> = {
  query: { drs: [{ id: TASK, earlier: { timeline: FINISHED } }] },
  run: { drs: [{ id: TASK, earlier: { timeline: FAILED_BEFORE }, timeline: FINISHED }] },
}

const NODE: Program = { args: ['-e', '0'], inputs: {} }

export function gateOn(simulator: Simulator, kind: Kind): Program {
  return gateProgram(simulator, [TASK], { mode: kind, 'poll-interval-seconds': POLL_SECONDS })
}

function toolkitOn({ url, credentials }: Simulator, kind: Kind, bundle: string): Program {
  const path = `${url}/v3/${credentials.projectId}/jobs`
  const read = { url: `${path}/batch-precheck-result`, body: { jobs: [TASK] }, afterMs: 0 }
  const start = {
    url: `${path}/batch-precheck`,
    body: { jobs: [{ job_id: TASK, precheck_mode: 'forStartJob' }] },
    afterMs: 0,
  }
  const requests = kind === 'query' ? [read] : [read, start, { ...read, afterMs: POLL_MS }]
  return {
    args: [bundle],
    inputs: { 'auth-token': credentials.authToken },
    environment: { BENCH_REQUESTS: JSON.stringify(requests) },
  }
}

/** Each run has a simulator of its own: the result of one would be an earlier result to the next. */
async function timed(
  programOn: (simulator: Simulator) => Program,
  kind: Kind,
): Promise<{ readonly ms: number; readonly requests: number }> {
  const simulator = await startSimulator({ scenario: SCENARIOS[kind] })
  try {
    const { ms, exitCode, log } = await run(programOn(simulator))
    if (exitCode !== 0) throw new Error(`A measured process ended with ${exitCode}:\n${log.slice(-2_000)}`)
    return { ms, requests: simulator.requests.length }
  } finally {
    await simulator.close()
  }
}
