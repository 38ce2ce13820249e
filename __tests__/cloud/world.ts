import * as z from 'zod'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import type { Simulator } from '../../simulator/server.ts'
import { Agents } from '../../src/cloud/agents.ts'
import type { Answered, Call } from '../../src/cloud/answer.ts'
import { Connection } from '../../src/cloud/connection.ts'
import { type Credential, CredentialGate } from '../../src/cloud/credential.ts'
import { errorInJson } from '../../src/cloud/error-body.ts'
import { ApiFault } from '../../src/cloud/fault.ts'
import { Hosts, type RequestTimeouts } from '../../src/cloud/host-health.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { tokenCredential } from '../../testing/credentials.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { TASK } from '../simulator/client.ts'
import { shown } from './shown.ts'

/** What `results` hold is no matter here. */
const schema = z.looseObject({ results: z.array(z.unknown()) })
type Results = z.infer<typeof schema>

type Rule = NonNullable<ScenarioInput['rules']>[number]
export type Fault = Rule['fault']

/** A simulator that knows the task of the calls below, and plays a fault for every request or for those of `when`. */
export const playing = (fault: Fault, when: Rule['when'] = {}): ScenarioInput => ({
  ...KNOWN_TASK,
  rules: [{ when, fault }],
})
export const KNOWN_TASK: ScenarioInput = { drs: [{ id: TASK, timeline: [{ payload: 'drs-mysql' }] }] }

export interface WorldOptions {
  /** Absent: a token that anybody who does not check it takes. null: no credential at all. */
  readonly credential?: Credential | null
  readonly timeouts?: RequestTimeouts
  /** Proxy variables. */
  readonly environment?: Readonly<Record<string, string>>
  /** Milliseconds from now to the deadline. */
  readonly lastsMs?: number
  readonly stop?: AbortController
}

/** A connection with everything around it, and what can be seen of it from outside. */
export function makeWorld(options: WorldOptions = {}) {
  // Of today: the simulator has the real time.
  const clock = new FakeClock({ epoch: Date.now(), jumps: true })
  const stop = options.stop ?? new AbortController()
  const counted: boolean[] = []
  const { credential = tokenCredential('any-token') } = options
  const gate = credential === null ? null : new CredentialGate(credential)
  const connection = new Connection(gate, {
    clock,
    random: () => 0.5,
    deadline: { at: clock.now() + (options.lastsMs ?? 1_800_000), signal: stop.signal },
    hosts: new Hosts(new Agents(options.environment), options.timeouts),
    countRequest: isPoll => counted.push(isPoll),
    userAgent: 'test-agent',
    redactBeginning: (text, characters) => text.slice(0, characters),
  })
  return { connection, clock, stop, counted }
}
export type World = ReturnType<typeof makeWorld>

/** A read of a DRS result below a base URL. */
export function readCall(base: string, changes: Partial<Call<Results>> = {}): Call<Results> {
  return {
    operation: 'read',
    doing: verbatim(`read the result of task ${TASK}`),
    method: 'POST',
    url: new URL(`${base}/v3/any-project/jobs/batch-precheck-result`),
    headers: { 'X-Language': 'en-us' },
    body: { jobs: [TASK] },
    schema,
    errorIn: errorInJson,
    ...changes,
  }
}

/** The same task's start. */
export function startCall(base: string, changes: Partial<Call<Results>> = {}): Call<Results> {
  return readCall(base, {
    operation: 'start',
    doing: verbatim(`start the pre-check of task ${TASK}`),
    url: new URL(`${base}/v3/any-project/jobs/batch-precheck`),
    body: { jobs: [{ job_id: TASK, precheck_mode: 'forStartJob' }] },
    ...changes,
  })
}

/** The same calls at a simulator, with a token that is good there. */
export function atSimulator({ url, credentials }: Simulator) {
  const below = `${url}/v3/${credentials.projectId}/jobs`
  return {
    read: readCall(url, { url: new URL(`${below}/batch-precheck-result`) }),
    start: startCall(url, { url: new URL(`${below}/batch-precheck`) }),
    credential: tokenCredential(credentials.authToken),
  }
}

/** The fault that a call ends in. */
export async function faultOf(call: Promise<Answered<unknown>>) {
  const end: unknown = await call.then(
    ({ value }) => value,
    (error: unknown) => error,
  )
  if (end instanceof ApiFault) return shown(end)
  throw new Error(
    `the call did not end in a fault: ${end instanceof Error ? end.stack : JSON.stringify(end)}`,
  )
}
