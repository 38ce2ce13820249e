import { type Exchange, exchange, type HttpAnswer, type Transport } from '../../cloud/http.ts'
import { NetworkFault } from '../../cloud/network-fault.ts'
import { booleanOf } from '../text.ts'
import { anything } from '../wire.ts'
import { bareOrOnly, caseless } from './caseless.ts'

/**
 * The health page of OMS, asked only to explain a failure better: it tells a wrong address or network from an OMS that
 * answers. It decides nothing. Source: the vendor's installer asks `GET /oms/health` without credentials, on the
 * port of the API, and gives it 4 s.
 */

const HEALTH_TIMEOUT_MS = 4_000

/** Asks the health page on the endpoint's own origin once. Returns one sentence; null when the step ended before. */
export async function askHealth(
  endpoint: URL,
  agent: Exchange['agent'],
  signal: AbortSignal,
  countRequest: () => void,
  transport: Transport = exchange,
): Promise<string | null> {
  const url = new URL('/oms/health', endpoint.origin)
  try {
    const request = { method: 'GET' as const, url, headers: {}, body: null }
    countRequest()
    return findingOf(url, await transport(request, { agent, timeoutMs: HEALTH_TIMEOUT_MS, signal }))
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error
    if (signal.aborted) return null
    return `The health page ${url.href} gave no answer either (${error.what}), so look at the address and the network before the credentials.`
  }
}

const health = caseless({ data: bareOrOnly(caseless({ healthy: anything })) })

/** Returns what an answer of the health page says about the failure, in one sentence. */
export function findingOf(url: URL, answer: Pick<HttpAnswer, 'status' | 'body'>): string {
  const healthy = booleanOf(health.safeParse(parsed(answer.body)).data?.data.healthy)
  switch (healthy) {
    case true:
      return `The health page ${url.href} says that OMS is up, so address and network are right; look at credentials, path and proxies.`
    case false:
      return `The health page ${url.href} says that OMS is not healthy: look at its components on the OMS host.`
    case null:
      return `The health page ${url.href} is not OMS's (HTTP ${answer.status}): check host and port of endpoint (OMS listens on 8089 by default).`
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
