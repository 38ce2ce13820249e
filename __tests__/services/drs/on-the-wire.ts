import { z } from 'zod'
import type { ScenarioInput } from '../../../simulator/scenario/scenario.ts'
import { type Simulator, startSimulator } from '../../../simulator/server.ts'
import { type Credential, CredentialGate } from '../../../src/cloud/credential.ts'
import { retryDelay } from '../../../src/cloud/retry.ts'
import { caveatText } from '../../../src/precheck/caveats.ts'
import type { TaskResult } from '../../../src/precheck/model.ts'
import { Poller } from '../../../src/precheck/poller.ts'
import { RunIds } from '../../../src/precheck/run-ids.ts'
import { autoSchedule, fixedSchedule } from '../../../src/precheck/schedule.ts'
import type { Sentence } from '../../../src/precheck/sentence.ts'
import { DrsService } from '../../../src/services/drs/drs.ts'
import { tokenCredential } from '../../../testing/credentials.ts'
import { deadlineIn, FakeClock } from '../../../testing/fake-clock.ts'
import { Traffic, WatchedConnection } from '../watched-connection.ts'
import { taskOf } from './entries.ts'

/**
 * A whole check of DRS over real sockets: the poller, the service, a connection and the simulator. Its clock, which is
 * the simulator's too, stands still while a request is under way and jumps from sleeper to sleeper otherwise: what
 * takes minutes takes no time, and a busy machine changes nothing.
 */

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
  /** Result calls before the first start, all of them where there was none. */
  readonly preReads: readonly WireCall[]
  /** Result calls after the first start. */
  readonly reads: readonly WireCall[]
  /** How many start calls named the task. */
  startsOf(id: string): number
  readonly polls: number
  readonly warnings: readonly string[]
  readonly tookSeconds: number
}

/** Runs a check against a scenario and returns what came of it and what went over the wire. */
export async function onTheWire(scenario: ScenarioInput, settings: WireSettings = {}): Promise<Wire> {
  const traffic = new Traffic()
  const clock = new FakeClock({ isBusy: () => traffic.underWay > 0 })
  const epoch = clock.date().getTime()
  const simulator = await startSimulator({ scenario, clock: clock.ofDay })
  try {
    const { mode = 'run', intervalSeconds = 0.5, timeoutSeconds = 300, random = () => 0 } = settings
    const deadline = deadlineIn(clock, timeoutSeconds * 1_000)
    const gate = new CredentialGate((settings.credential ?? token)(simulator))
    const connection = new WatchedConnection(gate, traffic, { clock, random, deadline })
    const { projectId } = simulator.credentials
    const endpoint = new URL(settings.endpoint ?? simulator.url)
    const warnings: string[] = []
    const notice = (_level: string, text: Sentence) => void warnings.push(text.in('en-us'))
    const runIds = new RunIds()
    const ports = { clock, random, deadline, connection, pauseMs: 500, notice, projectId, runIds }
    const service = new DrsService(
      { connection, endpoint, projectId, language: 'en-us', precheckMode: 'forStartJob', runIds },
      { mode, settleMs: (settings.settleSeconds ?? 5) * 1_000 },
      ports,
    )
    const ids = settings.ids ?? (scenario.drs ?? []).map(task => task.id)
    for (const id of ids) runIds.claim(id, id)
    const schedule =
      intervalSeconds === 'auto' ? autoSchedule(deadline.at) : fixedSchedule(intervalSeconds * 1_000)
    const pollPorts = { clock, random, deadline, schedule, retryDelay, observe: () => {} }
    const polling = new Poller(ids.map(taskOf), service, { ...pollPorts, mode }).poll()
    const results = await clock.until(polling)
    for (const { task, caveats } of results)
      warnings.push(...caveats.map(one => caveatText(task, one).in('en-us')))
    const calls = simulator.requests.map(({ operation, body, headers, at }) => ({
      operation,
      ids: idsIn(body),
      body,
      headers,
      at: (at - epoch) / 1_000,
    }))
    return { ...summed(results, calls), polls: traffic.polls, warnings, tookSeconds: clock.now() / 1_000 }
  } finally {
    await simulator.close()
  }
}

function summed(results: readonly TaskResult[], calls: readonly WireCall[]) {
  const isStart = (call: WireCall) => call.operation === 'drs.start'
  const starts = calls.filter(isStart)
  const firstStart = starts.length === 0 ? calls.length : calls.findIndex(isStart)
  return {
    results,
    starts,
    preReads: calls.slice(0, firstStart),
    reads: calls.slice(firstStart).filter(call => !isStart(call)),
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

export function token({ credentials }: Simulator): Credential {
  return tokenCredential(credentials.authToken)
}

const body = z.object({ jobs: z.array(z.union([z.string(), z.object({ job_id: z.string() })])) })

function idsIn(text: string): readonly string[] {
  return body.parse(JSON.parse(text)).jobs.map(job => (typeof job === 'string' ? job : job.job_id))
}
