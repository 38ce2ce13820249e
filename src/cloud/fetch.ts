import type { Agents } from './agents.ts'
import { exchangeBytes } from './http.ts'
import { REQUEST_TIMEOUT_MS } from './retry.ts'

interface FetchInit {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
  readonly signal: AbortSignal
  readonly largestBytes: number
}

/**
 * Returns a fetch that goes the way of every other request: proxies, certificates, time for each address and faults that tell
 * their layer are the same for GitHub as for the services. The toolkit's own brings a second HTTP stack of 1.2 MB with rules of
 * its own for each of them. Follows no redirect. Throws `NetworkFault`.
 */
export function fetchOver(agents: Agents) {
  return async (address: string, { method, headers, body = '', signal, largestBytes }: FetchInit) => {
    const url = new URL(address)
    const answer = await exchangeBytes(
      { method, url, headers, body: body === '' ? null : body },
      {
        agent: agents.to(url, { keepAlive: false }),
        timeoutMs: REQUEST_TIMEOUT_MS,
        signal,
        largestBytes,
      },
    )
    const get = (name: string) => {
      const value = answer.headers[name]
      return Array.isArray(value) ? value.join(', ') : (value ?? null)
    }
    return { status: answer.status, headers: { get }, body: [answer.bytes] }
  }
}
