import * as z from 'zod'
import type { Simulator } from '../simulator/server.ts'
import { mustRun } from './command.ts'

/**
 * What the vendor's SDKs are asked and what they say, each in a process of its own, unchanged. Standard input of a client
 * is one JSON object: endpoint, projectId, accessKeyId, secretAccessKey, securityToken (or null), oidc (or null), and a
 * list of calls with everything filled in. On standard output, where some of them log as well, it prints a line that
 * begins with ANSWERS and holds the list of what came back, in the same order.
 */

const MARK = 'ANSWERS '

const answerSchema = z.union([
  z.strictObject({ status: z.number(), body: z.record(z.string(), z.json()) }),
  z.strictObject({
    error: z.strictObject({
      type: z.string(),
      /** null for an exception that is about no answer. */
      status: z.number().nullable(),
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
}

interface DrsV5Call {
  readonly operation: 'drs.startV5' | 'drs.readV5'
  readonly task: string
  readonly queryId?: string
  readonly mode?: 'forStartJob' | 'forRetryJob'
  readonly language?: 'en-us' | 'zh-cn'
}

interface DdmCall {
  readonly operation: 'ddm.start' | 'ddm.read'
  readonly instance: string
  readonly database: string
  readonly job?: string
}

/** Asks the Go SDK itself, and no service: which words it knows for the result of an item. */
interface WordsCall {
  readonly operation: 'drs.words'
}

export type SdkCall = DrsCall | DrsV5Call | DdmCall | WordsCall

export interface SdkKey {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly securityToken?: string | null
}

/** Keyless: the SDK has to fetch a key at the simulator's STS. */
export interface SdkOidc {
  readonly oidc: { readonly providerUrn: string; readonly agencyUrn: string; readonly idToken: string }
}

export interface SdkCommand {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd?: string
}

const DRS_DEFAULTS = { mode: 'forStartJob', language: 'en-us' } as const
/** A request body that DDM takes. */
const DDM_DEFAULTS = {
  nodes: [{ id: 'd45dfa3df6ac4bbcb3d5fdb7b5b6ba20in01', user: 'shard_admin', password: 'made-up' }],
  shards: '9',
} as const

/** Makes the calls one after the other and resolves with what came back. Rejects when the client itself fails. */
export async function callSdk(
  { command, args, cwd }: SdkCommand,
  simulator: Simulator,
  calls: readonly SdkCall[],
  identity: SdkKey | SdkOidc = simulator.credentials,
): Promise<readonly SdkAnswer[]> {
  const key = 'oidc' in identity ? { accessKeyId: '', secretAccessKey: '' } : identity
  const job = {
    endpoint: simulator.url,
    projectId: simulator.credentials.projectId,
    accessKeyId: key.accessKeyId,
    secretAccessKey: key.secretAccessKey,
    securityToken: 'securityToken' in key ? (key.securityToken ?? null) : null,
    oidc: 'oidc' in identity ? identity.oidc : null,
    calls: calls.map(call => ({ ...DRS_DEFAULTS, ...DDM_DEFAULTS, ...call })),
  }
  // A proxy of the user's must not stand between the SDK and loopback.
  const env = { ...process.env, no_proxy: '127.0.0.1', NO_PROXY: '127.0.0.1' }
  const printed = await mustRun(command, args, {
    env,
    input: JSON.stringify(job),
    ...(cwd === undefined ? {} : { cwd }),
  })
  const line = printed.split('\n').find(text => text.startsWith(MARK))
  if (line === undefined) throw new Error(`${command} printed no answers:\n${printed}`)
  return z.array(answerSchema).parse(JSON.parse(line.slice(MARK.length)))
}
