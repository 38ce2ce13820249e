import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { type Credential, CredentialGate } from '../../src/cloud/credential.ts'
import { retryDelay } from '../../src/cloud/retry.ts'
import { judge } from '../../src/precheck/judge.ts'
import type { ReasonCode, Task, TaskResult } from '../../src/precheck/model.ts'
import { Poller } from '../../src/precheck/poller.ts'
import { RunIds } from '../../src/precheck/run-ids.ts'
import { fixedSchedule } from '../../src/precheck/schedule.ts'
import { type Sentence, verbatim } from '../../src/precheck/sentence.ts'
import type { PrecheckService, Reading, Started } from '../../src/precheck/service.ts'
import type { JudgedTask } from '../../src/precheck/verdict.ts'
import {
  type PlannedTarget,
  planTarget,
  type ServiceDefinition,
  type ServicePorts,
  type TargetProblem,
  type TargetSpec,
} from '../../src/services/definition.ts'
import { tokenCredential } from '../../testing/credentials.ts'
import { deadlineIn, FakeClock } from '../../testing/fake-clock.ts'
import { Traffic, WatchedConnection } from './watched-connection.ts'

/**
 * Runs one target of a service against the simulator, with the real poller. Its clock, which is the simulator's too, stands
 * still while a request is under way and jumps from sleeper to sleeper otherwise.
 */

export interface Bench {
  readonly simulator: Simulator
  readonly clock: FakeClock
  readonly ports: ServicePorts
  readonly notices: readonly { readonly level: string; readonly text: string }[]
  /** HTTP requests that the gate would count. */
  requests(): number
  /** Those of them that ask for a result after the start. */
  polls(): number
  advance(ms: number): Promise<void>
}

export interface BenchOptions {
  readonly timeoutMs?: number
  readonly credential?: (simulator: Simulator) => Credential
}

/** Opens a bench and closes it whatever happens. */
export async function onBench(
  scenario: ScenarioInput,
  test: (bench: Bench) => Promise<void>,
  { timeoutMs = 1_800_000, credential = token }: BenchOptions = {},
): Promise<void> {
  const traffic = new Traffic()
  const clock = new FakeClock({ isBusy: () => traffic.underWay > 0 })
  const simulator = await startSimulator({ scenario, clock: clock.ofDay })
  const deadline = deadlineIn(clock, timeoutMs)
  const notices: { level: string; text: string }[] = []
  const shared = { clock, random: () => 0, deadline }
  const connection = new WatchedConnection(new CredentialGate(credential(simulator)), traffic, shared)
  const { projectId } = simulator.credentials
  const notice = (level: string, text: Sentence) => void notices.push({ level, text: text.in('en-us') })
  const runIds = new RunIds()
  try {
    await test({
      simulator,
      clock,
      ports: { ...shared, connection, pauseMs: 1_000, notice, projectId, runIds },
      notices,
      requests: () => traffic.requests,
      polls: () => traffic.polls,
      advance: ms => clock.advance(ms),
    })
  } finally {
    await simulator.close()
  }
}

function token({ credentials }: Simulator): Credential {
  return tokenCredential(credentials.authToken)
}

/** HTTP Basic, as OMS wants it. */
export function basic(user: string, password: string): Credential {
  const value = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  return {
    label: verbatim('the OMS user of the test'),
    advice: verbatim('Check oms-user and oms-password.'),
    headersFor: async request => ({ ...request.headers, Authorization: value }),
    renew: null,
  }
}

export function omsBasic({ credentials }: Simulator): Credential {
  return basic(credentials.omsUser, credentials.omsPassword)
}

export const ANY_REQUEST: TargetSpec = {
  name: 'a target',
  tasks: [],
  mode: 'run',
  precheckMode: 'forStartJob',
  drsApi: 'v3',
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

const textOf = ({ field, wrong, allowed }: TargetProblem) =>
  `${field}: ${wrong.in('en-us')}${allowed === undefined ? '' : `; allowed: ${allowed.in('en-us')}`}`

/** What a definition makes of a request. */
export function plan(definition: ServiceDefinition, request: Partial<TargetSpec>) {
  const problems: string[] = []
  const warnings: string[] = []
  const target = planTarget(
    definition,
    { ...ANY_REQUEST, ...request },
    {
      problem: problem => void problems.push(textOf(problem)),
      warning: problem => void warnings.push(textOf(problem)),
    },
  )
  return { target, problems, warnings }
}

export interface Run {
  /** What every try of the start came to; `started` is the last of them. */
  readonly tries: readonly Started[]
  readonly started: Started
  readonly readings: readonly Reading[]
  readonly last: Reading | null
  readonly result: TaskResult
  readonly judged: JudgedTask
  readonly reason: ReasonCode
}

export interface Pace {
  readonly everyMs?: number
  /** Polls after which the run is given up. */
  readonly polls?: number
}

/** Starts one task of a target and reads it until it has ended; a run that is given up ends as at the deadline. */
export async function runTask(
  bench: Bench,
  target: PlannedTarget | null,
  { everyMs = 1_000, polls = 400 }: Pace = {},
  task = target?.tasks[0],
): Promise<Run> {
  if (target === null || task === undefined) throw new Error('The request was turned down')
  const tries: Started[] = []
  const readings: Reading[] = []
  const givenUp = new AbortController()
  for (const { id } of target.tasks) bench.ports.runIds.claim(id, id)
  const service = await target.connect(bench.ports)
  const watched: PrecheckService = {
    batchSize: service.batchSize,
    async start(tasks) {
      const started = await service.start(tasks)
      tries.push(...started)
      return started
    },
    async read(tasks) {
      const read = await service.read(tasks)
      readings.push(...read)
      // After the poller has taken this one over.
      if (readings.length >= polls) void bench.clock.sleep(0).then(() => givenUp.abort('deadline'))
      return read
    },
  }
  const { clock, random, deadline } = bench.ports
  const signal = AbortSignal.any([givenUp.signal, deadline.signal])
  const poller = new Poller([task], watched, {
    ...{ clock, random, deadline: { at: deadline.at, signal }, mode: target.mode },
    ...{ schedule: fixedSchedule(everyMs), retryDelay, observe: () => {} },
  })
  const [result] = await bench.clock.until(poller.poll())
  const started = tries.at(-1)
  if (result === undefined || started === undefined) throw new Error('The start said nothing of the task')
  const judged = judgedTask(target, result)
  return {
    tries,
    started,
    readings,
    last: readings.at(-1) ?? null,
    result,
    judged,
    reason: judged.reasonCode,
  }
}

function judgedTask(target: PlannedTarget, result: TaskResult): JudgedTask {
  const { name, service, mode, endpoint } = target
  const verdict = judge([{ name, service, mode, endpoint: endpoint.href, tasks: [result] }], {
    failOn: 'failed',
    redact: text => text,
    waivers: [],
    today: '2026-11-21',
  })
  const judged = verdict.targets[0]?.tasks[0]
  if (judged === undefined) throw new Error('The verdict lost the task')
  return judged
}
