import { z } from 'zod'
import type { ScenarioInput } from '../../../simulator/scenario/scenario.ts'
import { type Simulator, startSimulator } from '../../../simulator/server.ts'
import { Connection } from '../../../src/cloud/connection.ts'
import { type Credential, CredentialGate, tokenCredential } from '../../../src/cloud/credential.ts'
import { Hosts } from '../../../src/cloud/hosts.ts'
import { retryDelay } from '../../../src/cloud/retry.ts'
import { type Clock, systemClock } from '../../../src/ports.ts'
import type { TaskResult } from '../../../src/precheck/model.ts'
import { poll } from '../../../src/precheck/poller.ts'
import { autoSchedule, fixedSchedule } from '../../../src/precheck/schedule.ts'
import { drsService } from '../../../src/services/drs/drs.ts'
import { taskOf } from './entries.ts'

/**
 * A whole check of DRS over real sockets: the poller, the service, a connection and the simulator. The gate's clock and
 * the simulator's are one, and it runs fast, so that delays of seconds cost milliseconds; all times are in its seconds.
 */

/** How much faster than real time; a request over loopback then takes about a tenth of a second. */
const SPEED = 40

export interface WireSettings {
  readonly ids?: readonly string[]
  readonly mode?: 'run' | 'query'
  readonly settleSeconds?: number
  readonly intervalSeconds?: number | 'auto'
  readonly timeoutSeconds?: number
  readonly credential?: (simulator: Simulator) => Credential
  /** Another address than the simulator's. */
  readonly endpoint?: string
  readonly random?: () => number
}

export interface WireCall {
  readonly operation: string
  readonly ids: readonly string[]
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
  /** Seconds since the check began. */
  readonly at: number
}

export interface Wire {
  readonly results: readonly TaskResult[]
  /** The result of a task; of the only one without an id. */
  of(id?: string): TaskResult
  /** Reason of the problem, or the freshness of a result that counts. */
  ends(): Readonly<Record<string, string | null>>
  readonly starts: readonly WireCall[]
  /** Result calls, those before the start included. */
  readonly reads: readonly WireCall[]
  /** How many start calls named the task. */
  startsOf(id: string): number
  readonly polls: number
  readonly warnings: readonly string[]
  readonly tookSeconds: number
}

/** Runs a check against a scenario and returns what came of it and what went over the wire. */
export async function onTheWire(scenario: ScenarioInput, settings: WireSettings = {}): Promise<Wire> {
  const clock = fastClock()
  const epoch = Date.now()
  const simulator = await startSimulator({ scenario, clock: { now: () => epoch + clock.now() } })
  const stop = new AbortController()
  try {
    const { mode = 'run', intervalSeconds = 0.5, timeoutSeconds = 300 } = settings
    const begunAt = clock.now()
    const deadline = { at: begunAt + timeoutSeconds * 1_000, signal: stop.signal }
    void clock.sleep(timeoutSeconds * 1_000, stop.signal).then(() => stop.abort('deadline'))
    const random = settings.random ?? (() => 0)
    const shared = { clock, random, deadline }
    let polls = 0
    const connection = new Connection(new CredentialGate((settings.credential ?? token)(simulator)), {
      ...shared,
      hosts: new Hosts('test'),
      countRequest: isPoll => {
        polls += isPoll ? 1 : 0
      },
      userAgent: 'test',
    })
    const { projectId } = simulator.credentials
    const endpoint = new URL(settings.endpoint ?? simulator.url)
    const warnings: string[] = []
    const notice = (_level: string, text: string) => void warnings.push(text)
    const service = drsService(
      { connection, endpoint, projectId, language: 'en-us', precheckMode: 'forStartJob' },
      { mode, settleMs: (settings.settleSeconds ?? 5) * 1_000 },
      { ...shared, connection, pauseMs: 500, notice, projectId, countRequest: () => undefined },
    )
    const ids = settings.ids ?? (scenario.drs ?? []).map(task => task.id)
    const schedule =
      intervalSeconds === 'auto' ? autoSchedule(deadline.at) : fixedSchedule(intervalSeconds * 1_000)
    const pollPorts = { ...shared, schedule, retryDelay, observe: () => {}, readAtOnce: mode === 'query' }
    const results = await poll(ids.map(taskOf), service, pollPorts)
    const tookSeconds = (clock.now() - begunAt) / 1_000
    const calls = simulator.requests.map(request => ({
      operation: request.operation,
      ids: idsIn(request.body),
      body: request.body,
      headers: request.headers,
      at: (request.at - epoch - begunAt) / 1_000,
    }))
    return { ...summed(results, calls), polls, warnings, tookSeconds }
  } finally {
    stop.abort('over')
    await simulator.close()
  }
}

function summed(results: readonly TaskResult[], calls: readonly WireCall[]) {
  const starts = calls.filter(call => call.operation === 'drs.start')
  return {
    results,
    starts,
    reads: calls.filter(call => call.operation === 'drs.result'),
    startsOf: (id: string) => starts.filter(call => call.ids.includes(id)).length,
    of: (id?: string) => {
      const found = results.filter(result => id === undefined || result.task.id === id)
      const [result] = found
      if (result === undefined || found.length > 1) throw new Error(`Not one result for ${id}`)
      return result
    },
    ends: () =>
      Object.fromEntries(
        results.map(({ task, problem, freshness }) => [task.id, problem?.reason ?? freshness]),
      ),
  }
}

function fastClock(): Clock {
  return {
    now: () => performance.now() * SPEED,
    date: () => new Date(),
    sleep: (ms, signal) => systemClock.sleep(ms / SPEED, signal),
  }
}

export function token({ credentials }: Simulator): Credential {
  return tokenCredential(credentials.authToken, 'the test')
}

const body = z.object({ jobs: z.array(z.union([z.string(), z.object({ job_id: z.string() })])) })

function idsIn(text: string): readonly string[] {
  return body.parse(JSON.parse(text)).jobs.map(job => (typeof job === 'string' ? job : job.job_id))
}
