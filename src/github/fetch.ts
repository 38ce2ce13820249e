import type { Agents } from '../cloud/agents.ts'
import { exchange } from '../cloud/http.ts'
import type { Fetch } from './bounded-fetch.ts'

/**
 * Returns a fetch that goes the way of every other request: proxies, certificates, time for each address and faults that tell
 * their layer are the same for GitHub as for the services. The toolkit's own brings a second HTTP stack of 1.2 MB with rules of
 * its own for each of them. Follows no redirect. Throws `NetworkFault`.
 */
export function fetchOver(agents: Agents): Fetch {
  return async (address, { method, headers, body: sent = '', ...bounds }) => {
    const url = new URL(address)
    const agent = agents.to(url, { keepAlive: false })
    const request = { method, url, headers, body: sent === '' ? null : sent }
    const { status, headers: found, body: bytes } = await exchange(request, { agent, ...bounds })
    const header = (name: string) => {
      const value = found[name]
      return Array.isArray(value) ? value.join(', ') : (value ?? null)
    }
    return { status, header, bytes }
  }
}
