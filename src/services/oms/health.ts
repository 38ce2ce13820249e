import { ApiFault, couldNot } from '../../cloud/fault.ts'
import { type Exchange, exchange, type HttpAnswer, type Transport } from '../../cloud/http.ts'
import { NetworkFault } from '../../cloud/network-fault.ts'
import { booleanOf } from '../text.ts'
import { anything } from '../wire.ts'
import { bareOrOnly, caseless } from './caseless.ts'

/**
 * The health page of OMS. It tells a wrong address or network from an OMS that answers: in words after a failure, and for
 * a look at OMS that signs in nowhere. Source: the vendor's installer asks `GET /oms/health` without credentials, on the
 * port of the API, and gives it 4 s.
 */

const HEALTH_TIMEOUT_MS = 4_000
const NOT_FOUND = 404

/** What the health page said. */
export type Health =
  | { readonly kind: 'healthy' | 'unhealthy' }
  /** Not what OMS answers there. */
  | { readonly kind: 'strange'; readonly httpStatus: number }
  | { readonly kind: 'unanswered'; readonly what: string }

export interface HealthPorts {
  readonly agent: Exchange['agent']
  readonly signal: AbortSignal
  readonly countRequest: () => void
  /** Absent: sockets. */
  readonly transport?: Transport | undefined
}

/** Returns the health page of an endpoint: on its own origin, whatever its path. */
export function healthPage(endpoint: URL): URL {
  return new URL('/oms/health', endpoint.origin)
}

/** Asks the health page once. Returns null when the step ended before. */
export async function askHealth(
  url: URL,
  { agent, signal, countRequest, transport = exchange }: HealthPorts,
): Promise<Health | null> {
  try {
    const request = { method: 'GET' as const, url, headers: {}, body: null }
    countRequest()
    return healthIn(await transport(request, { agent, timeoutMs: HEALTH_TIMEOUT_MS, signal }))
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error
    return signal.aborted ? null : { kind: 'unanswered', what: error.what }
  }
}

const health = caseless({ success: anything, data: bareOrOnly(caseless({ healthy: anything })) })

/** Returns what an answer of the health page says. */
export function healthIn({ status, body }: Pick<HttpAnswer, 'status' | 'body'>): Health {
  const said = health.safeParse(parsed(body)).data
  // Of two words that disagree the worse one holds.
  const healthy = booleanOf(said?.success) === false ? false : booleanOf(said?.data.healthy)
  if (status === NOT_FOUND) return { kind: 'strange', httpStatus: status }
  if (healthy === false) return { kind: 'unhealthy' }
  return healthy === true && isSuccess(status) ? { kind: 'healthy' } : { kind: 'strange', httpStatus: status }
}

/** Returns what the health page says about a failure, in one sentence. */
export function findingOf({ href }: URL, found: Health): string {
  switch (found.kind) {
    case 'healthy':
      return `The health page ${href} says that OMS is up, so address and network are right; look at credentials, path and proxies.`
    case 'unhealthy':
      return `The health page ${href} says that OMS is not healthy: look at its components on the OMS host.`
    case 'strange':
      return `The health page ${href} is not OMS's (HTTP ${found.httpStatus}): check host and port of endpoint (OMS listens on 8089 by default).`
    case 'unanswered':
      return `The health page ${href} gave no answer either (${found.what}), so look at the address and the network before the credentials.`
  }
}

/** Returns what speaks against OMS by its health page; null where nothing does. Versions without the page answer 404. */
export function healthFault({ href }: URL, found: Health | null): ApiFault | null {
  const doing = `ask whether OMS is healthy at ${href}`
  const fault = (what: string, advice: string | null, httpStatus: number | null = null) =>
    new ApiFault({ kind: 'transient', message: couldNot(doing, what), doing, what, advice, httpStatus })
  switch (found?.kind) {
    case 'healthy':
      return null
    case 'unhealthy':
      return fault('it says that it is not.', 'Look at the components of OMS on its host.')
    case 'strange':
      return found.httpStatus === NOT_FOUND
        ? null
        : fault(`HTTP ${found.httpStatus}, which is no answer of its health page.`, ADDRESS, found.httpStatus)
    case 'unanswered':
      return fault(`${found.what}.`, ADDRESS)
    case undefined:
      return fault('the step ended before the answer.', null)
  }
}

const ADDRESS = 'Check host and port of endpoint (OMS listens on 8089 by default), and the network to it.'

/** Returns what to say where an answer leaves open whether OMS is up; null for any other. */
export function healthNotice({ href }: URL, found: Health | null): string | null {
  return found?.kind === 'strange' && found.httpStatus === NOT_FOUND
    ? `There is no health page at ${href} (HTTP 404), so whether OMS is up was not looked at.`
    : null
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
