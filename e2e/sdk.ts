import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import type { Simulator } from '../simulator/server.ts'
import { mustRun } from './command.ts'

/** The vendor's Python SDK against the simulator, in a process of its own. */

const CLIENT = fileURLToPath(new URL('python/precheck.py', import.meta.url))

const answerSchema = z.union([
  z.strictObject({ status: z.number(), body: z.record(z.string(), z.json()) }),
  z.strictObject({
    error: z.strictObject({
      type: z.string(),
      status: z.number(),
      code: z.string().nullable(),
      message: z.string().nullable(),
      requestId: z.string().nullable(),
    }),
  }),
])
/** What the SDK gave its caller: an answer as it deserialised it, without what was not in it, or an exception. */
export type SdkAnswer = z.infer<typeof answerSchema>

interface DrsCall {
  readonly operation: 'drs.start' | 'drs.read'
  readonly tasks: readonly string[]
  readonly mode?: 'forStartJob' | 'forRetryJob'
  readonly language?: 'en-us' | 'zh-cn'
  /** How often a read is made at most, until all is at 100 %. */
  readonly tries?: number
}

interface DdmCall {
  readonly operation: 'ddm.start' | 'ddm.read'
  readonly instance: string
  readonly database: string
  readonly job?: string
  readonly tries?: number
  /** How many items a read waits for. */
  readonly items?: number
}

export type SdkCall = DrsCall | DdmCall

export interface SdkKey {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly securityToken?: string | null
}

const DRS_DEFAULTS = { mode: 'forStartJob', language: 'en-us' } as const
/** A request body that DDM takes. */
const DDM_DEFAULTS = {
  nodes: [{ id: 'd45dfa3df6ac4bbcb3d5fdb7b5b6ba20in01', user: 'shard_admin', password: 'made-up' }],
  shards: '9',
} as const

/** Makes the calls one after the other and resolves with what came back. Rejects when the client itself fails. */
export async function callSdk(
  python: string,
  simulator: Simulator,
  calls: readonly SdkCall[],
  key: SdkKey = simulator.credentials,
): Promise<readonly SdkAnswer[]> {
  const job = {
    endpoint: simulator.url,
    projectId: simulator.credentials.projectId,
    accessKeyId: key.accessKeyId,
    secretAccessKey: key.secretAccessKey,
    securityToken: key.securityToken ?? null,
    calls: calls.map(call => ({ ...DRS_DEFAULTS, ...DDM_DEFAULTS, ...call })),
  }
  // A proxy of the user's must not stand between the SDK and loopback.
  const env = { ...process.env, no_proxy: '127.0.0.1', NO_PROXY: '127.0.0.1' }
  const printed = await mustRun(python, ['-I', CLIENT], { env, input: JSON.stringify(job) })
  return z.array(answerSchema).parse(JSON.parse(printed))
}
