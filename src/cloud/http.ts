import * as http from 'node:http'
import * as https from 'node:https'
import { isIP, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { promisify } from 'node:util'
import * as zlib from 'node:zlib'
import { type Sentence, told } from '../precheck/sentence.ts'
import { LARGEST_ANSWER_BYTES, LARGEST_HEADER_BYTES } from './limits.ts'
import {
  codeOf,
  type Failure,
  failureText,
  inWords,
  type Layer,
  NetworkFault,
  tlsTroubleOf,
} from './network-fault.ts'
import { TunnelAgent } from './tunnel.ts'
import { bareHost } from './url.ts'

/**
 * One HTTP exchange: no retry, no redirect, a bounded time and a bounded body. Own code on Node's `http`, because the toolkit's
 * `request` forwards credentials on redirects, has no total deadline and cannot tell whether anything was sent.
 */

const STEP_ENDED = told('the step ended before the answer came', '步骤在应答到达之前结束')

export interface HttpRequest {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  /** Whole, and unpacked. */
  readonly body: Buffer
}

export interface Exchange {
  readonly agent: http.Agent
  readonly timeoutMs: number
  readonly signal: AbortSignal
  /** Absent: `LARGEST_ANSWER_BYTES`. */
  readonly largestBytes?: number
}

/** What carries requests: `exchange`, or in tests a cloud in memory. Throws `NetworkFault` like it. */
export type Transport = (request: HttpRequest, options: Exchange) => Promise<HttpAnswer>

/** Where a request has got to. */
interface Progress {
  layer: Layer
  made: boolean
}

/** Sends a request and reads the whole answer. Throws `NetworkFault` for anything but a complete one. */
export async function exchange(request: HttpRequest, options: Exchange): Promise<HttpAnswer> {
  const { agent, timeoutMs } = options
  const progress: Progress = { layer: firstLayer(request.url, agent), made: false }
  if (options.signal.aborted) throw new NetworkFault(STEP_ENDED, { nothingSent: true })
  const timeout = AbortSignal.timeout(timeoutMs)
  const signal = AbortSignal.any([options.signal, timeout])
  const largest = options.largestBytes ?? LARGEST_ANSWER_BYTES
  try {
    const { request: open } = request.url.protocol === 'https:' ? https : http
    const { url, method, body } = request
    const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const headers = { ...request.headers, ...length }
    const sending = open(url, { method, headers, agent, signal, maxHeaderSize: LARGEST_HEADER_BYTES })
    const answering = answerTo(sending, signal, progress)
    sending.end(body ?? undefined)
    const message = await answering
    const read = await readBody(message, signal, largest)
    const unpacked = await decode(read, message.headers['content-encoding'], largest)
    return { status: message.statusCode ?? 0, headers: message.headers, body: unpacked }
  } catch (error) {
    if (error instanceof NetworkFault) throw error
    if (options.signal.aborted) throw new NetworkFault(STEP_ENDED, { nothingSent: !progress.made }, error)
    const timedOut = timeout.aborted ? withinText(Math.round(timeoutMs / 100) / 10) : null
    throw faultOf(error, timedOut, request.url, { ...progress, agent })
  }
}

function withinText(seconds: number): Sentence {
  return told(`no complete answer within ${seconds} s`, `${seconds} 秒内没有收到完整的应答`)
}

function firstLayer(url: URL, agent: http.Agent): Layer {
  if (agent instanceof TunnelAgent) return 'proxy'
  return isIP(bareHost(url)) === 0 ? 'name look-up' : 'connection'
}

function faultOf(
  error: unknown,
  timedOut: Sentence | null,
  { host }: URL,
  { layer, made, agent }: Progress & { readonly agent: http.Agent },
): NetworkFault {
  const failure = failureOf(timedOut === null ? error : null, { layer, made, agent })
  const why =
    codeOf(error) === 'HPE_HEADER_OVERFLOW'
      ? told(
          `the header of the answer is larger than ${LARGEST_HEADER_BYTES / 1024} KiB`,
          `应答的头部超过 ${LARGEST_HEADER_BYTES / 1024} KiB`,
        )
      : (timedOut ?? inWords(error))
  // A server that turns the client away while TLS is agreed on has not read the request, though the client may have sent it.
  const nothingSent = !made || failure.layer === 'TLS'
  return new NetworkFault(failureText(failure, host, why), { nothingSent, failure }, error)
}

function failureOf(
  error: unknown,
  { layer, made, agent }: Progress & { readonly agent: http.Agent },
): Failure {
  const trouble = tlsTroubleOf(error)
  // With the connection made, TLS can also break in the middle of an answer, and then the request has been read.
  if (trouble !== null && (!made || trouble === 'client-certificate')) return { layer: 'TLS', trouble }
  if (layer === 'TLS') return { layer, trouble: 'passing' }
  if (layer !== 'proxy') return { layer }
  const proxy = agent instanceof TunnelAgent ? agent.proxyHost : ''
  return { layer, proxy, status: null, way: { layer: 'HTTP' } }
}

function answerTo(
  sending: http.ClientRequest,
  signal: AbortSignal,
  progress: Progress,
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    sending.on('response', resolve)
    sending.on('error', reject)
    sending.on('close', () => reject(new Error('the connection was closed without an answer')))
    // A request without a socket, whose proxy does not answer, would not tell that it was aborted.
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    sending.on('socket', socket => follow(socket, sending.reusedSocket, progress))
  })
}

/** Keeps track of how far the connection has come. */
function follow(socket: Socket, reused: boolean, progress: Progress): void {
  const made = () => {
    progress.made = true
    progress.layer = 'HTTP'
  }
  const agreeOnTls = () => {
    progress.layer = 'TLS'
  }
  const isSecure = socket instanceof TLSSocket && !reused
  const connected = isSecure ? agreeOnTls : made
  if (isSecure) socket.once('secureConnect', made)
  if (!socket.connecting) {
    connected()
    return
  }
  socket.once('lookup', (error: Error | null) => {
    if (!error) progress.layer = 'connection'
  })
  socket.once('connect', connected)
}

async function readBody(
  message: http.IncomingMessage,
  signal: AbortSignal,
  largest: number,
): Promise<Buffer> {
  const stop = () => message.destroy(new Error('aborted'))
  signal.addEventListener('abort', stop, { once: true })
  try {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of message) {
      const bytes = Buffer.from(chunk)
      size += bytes.length
      if (size > largest) throw tooLarge(largest)
      chunks.push(bytes)
    }
    return Buffer.concat(chunks)
  } finally {
    signal.removeEventListener('abort', stop)
    message.destroy()
  }
}

/** Nothing is asked for compressed, but some proxies compress all the same. */
async function decode(bytes: Buffer, encoding: string | undefined, largest: number): Promise<Buffer> {
  const limit = { maxOutputLength: largest }
  try {
    switch (encoding?.trim().toLowerCase()) {
      case 'gzip':
      case 'x-gzip':
        return await promisify(zlib.gunzip)(bytes, limit)
      case 'deflate':
        return await promisify(zlib.inflate)(bytes, limit)
      case 'br':
        return await promisify(zlib.brotliDecompress)(bytes, limit)
      default:
        return bytes
    }
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(largest)
    // A body that cannot be read leaves the status to decide, which may be a 401.
    return Buffer.from(`(${encoding} that cannot be unpacked)`)
  }
}

function tooLarge(largest: number): NetworkFault {
  const mib = largest / 1024 / 1024
  const what = told(`the answer is larger than ${mib} MiB`, `应答超过 ${mib} MiB`)
  return new NetworkFault(what, { nothingSent: false, tooLarge: true })
}
