import { manualClock } from '../../simulator/clock.ts'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { Connection } from '../../src/cloud/connection.ts'
import { type Credential, CredentialGate, tokenCredential } from '../../src/cloud/credential.ts'
import { Hosts } from '../../src/cloud/hosts.ts'
import type { Clock } from '../../src/ports.ts'
import { judge } from '../../src/precheck/judge.ts'
import type { ReasonCode, Task, TaskResult } from '../../src/precheck/model.ts'
import type { Reading, Started } from '../../src/precheck/service.ts'
import type { JudgedTask } from '../../src/precheck/verdict.ts'
import type {
  PlannedTarget,
  ServiceDefinition,
  ServicePorts,
  TargetRequest,
} from '../../src/services/definition.ts'

/** Runs one target of a service against the simulator, on a clock that the test moves. */

export interface Bench {
  readonly simulator: Simulator
  readonly ports: ServicePorts
  readonly notices: readonly { readonly level: string; readonly text: string }[]
  /** HTTP requests that the gate would count. */
  requests(): number
  /** Those of them that ask for a result after the start. */
  polls(): number
  advance(ms: number): void
}

export interface BenchOptions {
  readonly timeoutMs?: number
  readonly credential?: (simulator: Simulator) => Credential
}

/** Opens a bench and closes it whatever happens. Its clock and the simulator's are one; sleeping moves it. */
export async function onBench(
  scenario: ScenarioInput,
  test: (bench: Bench) => Promise<void>,
  { timeoutMs = 1_800_000, credential = token }: BenchOptions = {},
): Promise<void> {
  const manual = manualClock(Date.UTC(2026, 10, 21))
  const simulator = await startSimulator({ scenario, clock: manual })
  const clock: Clock = {
    now: () => manual.now(),
    date: () => new Date(manual.now()),
    sleep: async ms => manual.advance(Math.max(0, ms)),
  }
  const deadline = { at: clock.now() + timeoutMs, signal: new AbortController().signal }
  const notices: { level: string; text: string }[] = []
  let requests = 0
  let polls = 0
  const count = (isPoll: boolean) => {
    requests += 1
    polls += isPoll ? 1 : 0
  }
  const shared = { clock, random: () => 0, deadline }
  const connection = new Connection(new CredentialGate(credential(simulator)), {
    ...shared,
    hosts: new Hosts('bench'),
    countRequest: count,
    userAgent: 'bench',
  })
  const { projectId } = simulator.credentials
  const notice = (level: string, text: string) => void notices.push({ level, text })
  try {
    await test({
      simulator,
      ports: { ...shared, connection, pauseMs: 1_000, notice, projectId, countRequest: () => count(false) },
      notices,
      requests: () => requests,
      polls: () => polls,
      advance: ms => manual.advance(ms),
    })
  } finally {
    await simulator.close()
  }
}

function token({ credentials }: Simulator): Credential {
  return tokenCredential(credentials.authToken, 'the test')
}

/** HTTP Basic, as OMS wants it. */
export function basic(user: string, password: string): Credential {
  const value = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  return {
    label: 'the OMS user of the test',
    advice: 'Check oms-user and oms-password.',
    headersFor: async request => ({ ...request.headers, Authorization: value }),
    renew: null,
  }
}

export function omsBasic({ credentials }: Simulator): Credential {
  return basic(credentials.omsUser, credentials.omsPassword)
}

export const ANY_REQUEST: TargetRequest = {
  name: 'a target',
  tasks: [],
  mode: 'run',
  precheckMode: 'forStartJob',
  projectId: null,
  region: null,
  endpoint: null,
  instanceId: null,
  database: null,
  request: null,
  language: 'en-us',
  settleSeconds: null,
}

export function tasks(...ids: readonly string[]): readonly Task[] {
  return ids.map(id => ({ id, label: null }))
}

/** What a definition makes of a request. */
export function plan(definition: ServiceDefinition, request: Partial<TargetRequest>) {
  const problems: string[] = []
  const warnings: string[] = []
  const target = definition.plan(
    { ...ANY_REQUEST, ...request },
    { problem: text => void problems.push(text), warning: text => void warnings.push(text) },
  )
  return { target, problems, warnings }
}

export interface Run {
  /** What every try of the start came to; `started` is the last of them. */
  readonly tries: readonly Started[]
  readonly started: Started
  readonly readings: readonly Reading[]
  readonly last: Reading | null
  readonly judged: JudgedTask
  readonly reason: ReasonCode
}

export interface Pace {
  readonly everyMs?: number
  /** Polls after which the run is given up. */
  readonly polls?: number
}

/** Starts one task of a target and reads it until it has ended; a run that is given up is judged as timed out. */
export async function runTask(
  bench: Bench,
  target: PlannedTarget | null,
  { everyMs = 1_000, polls = 400 }: Pace = {},
  task = target?.tasks[0],
): Promise<Run> {
  if (target === null || task === undefined) throw new Error('The request was turned down')
  const service = await target.connect(bench.ports)
  let [started] = await service.start([task])
  if (started === undefined) throw new Error('The start said nothing of the task')
  const tries = [started]
  while (started.kind === 'starting') {
    started = await started.next()
    tries.push(started)
  }
  const readings: Reading[] = []
  while (started.kind === 'started' && readings.length < polls && !isOver(readings.at(-1))) {
    bench.advance(everyMs)
    readings.push(...(await service.read([task])))
  }
  const judged = judgedTask(target, resultOf(task, started, readings))
  return { tries, started, readings, last: readings.at(-1) ?? null, judged, reason: judged.reasonCode }
}

function isOver(reading: Reading | undefined): boolean {
  return reading?.state.kind === 'finished' || reading?.state.kind === 'ended'
}

function resultOf(task: Task, started: Started, readings: readonly Reading[]): TaskResult {
  const picture = readings.map(reading => reading.picture).findLast(one => one !== null)
  const seen = picture ?? { precheckId: null, progress: null, overall: 'missing' as const, items: [] }
  if (started.kind !== 'started') return { task, ...seen, problem: started.problem, freshness: null }
  const state = readings.at(-1)?.state
  const freshness = state?.kind === 'finished' ? state.freshness : null
  if (state?.kind === 'ended' || state?.kind === 'unread') {
    return { task, ...seen, problem: state.problem, freshness }
  }
  const givenUp = { code: null, message: 'given up', httpStatus: null, requestId: null, advice: null }
  const problem = state?.kind === 'finished' ? null : { reason: 'timed-out' as const, ...givenUp }
  return { task, ...seen, problem, freshness }
}

function judgedTask(target: PlannedTarget, result: TaskResult): JudgedTask {
  const { name, service, mode, endpoint } = target
  const verdict = judge([{ name, service, mode, endpoint: endpoint.href, tasks: [result] }], {
    failOn: 'failed',
    waivers: [],
    today: '2026-11-21',
  })
  const judged = verdict.targets[0]?.tasks[0]
  if (judged === undefined) throw new Error('The verdict lost the task')
  return judged
}
