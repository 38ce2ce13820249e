import * as http from 'node:http'
import * as https from 'node:https'
import { CONNECTING } from './limits.ts'
import { type ProxyVariables, proxyFor, type ReadProxies, readProxies } from './proxy.ts'
import { TunnelAgent } from './tunnel.ts'

/** Makes agents, the only way to a socket: each goes through the proxy of its address, and checks certificates. */
export class Agents {
  readonly #proxies: ReadProxies

  constructor(environment: ProxyVariables = {}) {
    this.#proxies = readProxies(environment)
  }

  /** Without a limit of sockets: `Host` has one, and tunnels that hang or have died would count until none is left. */
  to(origin: URL, { keepAlive }: { readonly keepAlive: boolean }): http.Agent {
    const secure = origin.protocol === 'https:'
    const proxy = proxyFor(origin, this.#proxies)
    if (proxy !== null) return new TunnelAgent(proxy, { secure, keepAlive })
    return secure
      ? // Said here, so that NODE_TLS_REJECT_UNAUTHORIZED has no say.
        new https.Agent({ ...CONNECTING, keepAlive, rejectUnauthorized: true })
      : new http.Agent({ ...CONNECTING, keepAlive })
  }
}
