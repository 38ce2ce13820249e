import * as http from 'node:http'
import * as https from 'node:https'
import { exchange, type HttpRequest } from '../../src/cloud/http.ts'
import { NetworkFault } from '../../src/cloud/network-fault.ts'

const agents = { 'http:': new http.Agent(), 'https:': new https.Agent() }

/** Never fires. */
export const NEVER = new AbortController().signal

/** Sends a small POST, changed as told. */
export async function answerFrom(
  url: string,
  timeoutMs = 5_000,
  signal = NEVER,
  changes: Partial<HttpRequest> = {},
) {
  const target = new URL(url)
  const agent = target.protocol === 'https:' ? agents['https:'] : agents['http:']
  const request = { method: 'POST', url: target, headers: {}, body: '{"a":"ü"}', ...changes } as const
  const answer = await exchange(request, { agent, timeoutMs, signal })
  return { ...answer, body: answer.body.toString() }
}

/** The network fault that such a request ends in. */
export async function faultFrom(...all: Parameters<typeof answerFrom>): Promise<NetworkFault> {
  const end: unknown = await answerFrom(...all).catch((error: unknown) => error)
  if (end instanceof NetworkFault) return end
  throw new Error(`no network fault: ${end instanceof Error ? end.stack : JSON.stringify(end)}`)
}
