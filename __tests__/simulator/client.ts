import { z } from 'zod'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server.ts'

const anyJson = z.json()
export type Json = z.output<typeof anyJson>

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Parsed at the time of asking, so that an answer that is no JSON can still be looked at. */
  readonly json: Json
}

/** Runs a test against a fresh simulator and closes it whatever happens. */
export async function withSimulator(
  options: SimulatorOptions,
  test: (simulator: Simulator) => Promise<void>,
): Promise<void> {
  const simulator = await startSimulator(options)
  try {
    await test(simulator)
  } finally {
    await simulator.close()
  }
}

export async function send(
  simulator: Simulator,
  method: string,
  target: string,
  headers: Readonly<Record<string, string>> = {},
  body?: string,
): Promise<Reply> {
  const { host: _ours, ...rest } = headers
  const init = { method, headers: rest, redirect: 'manual', ...(body === undefined ? {} : { body }) } as const
  const response = await fetch(simulator.url + target, init)
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    text,
    get json() {
      return anyJson.parse(JSON.parse(text))
    },
  }
}

export const TASK = '140b5236-88ad-43c8-811c-1268453jb101'

/** A JSON call with the scenario's IAM token. */
export function withToken(
  simulator: Simulator,
  method: string,
  target: string,
  body?: Json,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const all = {
    'content-type': 'application/json',
    'x-auth-token': simulator.credentials.authToken,
    ...headers,
  }
  return send(simulator, method, target, all, body === undefined ? undefined : JSON.stringify(body))
}

export function startDrs(simulator: Simulator, ids: readonly string[] = [TASK]): Promise<Reply> {
  const jobs = ids.map(id => ({ job_id: id, precheck_mode: 'forStartJob' }))
  return withToken(simulator, 'POST', `/v3/${simulator.credentials.projectId}/jobs/batch-precheck`, { jobs })
}

export function readDrs(
  simulator: Simulator,
  ids: readonly string[] = [TASK],
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const target = `/v3/${simulator.credentials.projectId}/jobs/batch-precheck-result`
  return withToken(simulator, 'POST', target, { jobs: [...ids] }, headers)
}

const entries = z.object({ results: z.array(z.record(z.string(), anyJson)) })

/** The entries of a DRS answer. */
export const resultsOf = (reply: Reply): readonly Readonly<Record<string, Json>>[] =>
  entries.parse(reply.json).results

/** The only entry of a DRS answer. */
export function entryOf(reply: Reply): Readonly<Record<string, Json>> {
  const [entry, ...more] = resultsOf(reply)
  if (entry === undefined || more.length > 0) throw new Error(`Not one entry: ${reply.text}`)
  return entry
}

/** The check items of an entry, as `item: result`. */
export function itemsOf(entry: Readonly<Record<string, Json>>): readonly string[] {
  const items = z.array(z.object({ item: z.string(), result: z.string() })).parse(entry['precheck_result'])
  return items.map(({ item, result }) => `${item}: ${result}`)
}
