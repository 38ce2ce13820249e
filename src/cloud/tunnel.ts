import * as http from 'node:http'
import * as https from 'node:https'
import type { Duplex } from 'node:stream'
import * as tls from 'node:tls'
import { verbatim } from '../precheck/sentence.ts'
import { CONNECTING, LARGEST_HEADER_BYTES } from './limits.ts'
import {
  codeOf,
  failureText,
  type HostFailure,
  inWords,
  NetworkFault,
  type ProxyFailure,
  tlsTroubleOf,
} from './network-fault.ts'
import { REQUEST_TIMEOUT_MS } from './retry.ts'
import { bareHost } from './url.ts'

/**
 * Connections through a proxy: it is asked for a tunnel (CONNECT) whatever the scheme, so it never sees a credential. Own code
 * instead of the package `tunnel`, which turns every fault into one text and so loses whose fault it was.
 */
export class TunnelAgent extends http.Agent {
  /** Host and port, for messages. */
  readonly proxyHost: string
  readonly #proxy: URL
  readonly #secure: boolean

  constructor(proxy: URL, { secure, keepAlive }: { secure: boolean; keepAlive: boolean }) {
    super({ keepAlive })
    this.#proxy = proxy
    this.#secure = secure
    this.proxyHost = `${proxy.hostname}:${portOf(proxy)}`
    // Node compares it with that of the address asked for.
    Object.assign(this, secure ? { protocol: 'https:', defaultPort: 443 } : {})
  }

  override createConnection(
    options: http.ClientRequestArgs & { servername?: string },
    callback?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    const { port, servername = '' } = options
    const host = options.host ?? ''
    const target = `${host}:${port}`
    const request = this.#connect(target)
    // The type wants a stream beside an error, which Node itself does not look at then.
    const fail = (error: Error) => void Reflect.apply(callback ?? noop, undefined, [error])
    request.on('error', error => fail(this.#fault(target, error)))
    request.on('connect', ({ statusCode = 0, statusMessage = '' }, socket: Duplex, head: Buffer) => {
      request.removeAllListeners('error').on('error', noop)
      if (statusCode < 200 || statusCode > 299) {
        socket.destroy()
        return fail(this.#refusal(target, statusCode, statusMessage))
      }
      if (head.length > 0) socket.unshift(head)
      callback?.(null, this.#secure ? tls.connect({ socket, host, servername, ...CHECKED }) : socket)
    })
    request.end()
  }

  #connect(target: string): http.ClientRequest {
    const { request } = this.#proxy.protocol === 'https:' ? https : http
    const { username, password } = this.#proxy
    const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
    const basic = `Basic ${Buffer.from(login, 'utf8').toString('base64')}`
    return request({
      host: bareHost(this.#proxy),
      port: portOf(this.#proxy),
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...(login === ':' ? {} : { 'proxy-authorization': basic }) },
      agent: false,
      maxHeaderSize: LARGEST_HEADER_BYTES,
      // The request that needs the tunnel has an end of its own; this one only keeps its socket from staying for ever.
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      ...CONNECTING,
      ...CHECKED,
    })
  }

  #refusal(target: string, status: number, words: string): NetworkFault {
    const failure: ProxyFailure = { layer: 'proxy', proxy: this.proxyHost, status, way: null }
    const said = `HTTP ${status} ${words}`.trim()
    return new NetworkFault(failureText(failure, target, verbatim(said)), { nothingSent: true, failure })
  }

  #fault(target: string, error: Error): NetworkFault {
    const failure: ProxyFailure = {
      layer: 'proxy',
      proxy: this.proxyHost,
      status: null,
      way: wayOf(error),
    }
    return new NetworkFault(
      failureText(failure, target, inWords(error)),
      { nothingSent: true, failure },
      error,
    )
  }
}

/** Whatever NODE_TLS_REJECT_UNAUTHORIZED says. */
const CHECKED = { rejectUnauthorized: true } as const

function noop(): void {}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80')
}

function wayOf(error: Error): HostFailure {
  const trouble = tlsTroubleOf(error)
  const code = codeOf(error)
  if (trouble !== null) return { layer: 'TLS', trouble }
  return { layer: code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'name look-up' : 'connection' }
}
