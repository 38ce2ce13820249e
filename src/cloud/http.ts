import * as http from 'node:http'
import * as https from 'node:https'
import { TLSSocket } from 'node:tls'
import { promisify } from 'node:util'
import * as zlib from 'node:zlib'

/**
 * One HTTP exchange: no retry, no redirect, a bounded time and a bounded body.
 * The agent comes from @actions/http-client (proxy variables, tunnels); its `request` is not used, because it
 * forwards credentials on redirects, has no total deadline and cannot tell whether anything was sent.
 */

/** An answer over this size is cut off; a full DRS result of ten tasks is about 60 KiB. */
export const LARGEST_ANSWER_BYTES = 16 * 1024 * 1024

const STEP_ENDED = 'the step ended before the answer came'

export interface HttpRequest {
  readonly method: 'GET' | 'POST'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
}

export interface Exchange {
  readonly agent: http.Agent
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/** What carries requests: `exchange`, or in tests a cloud in memory. Throws `NetworkFault` like it. */
export type Transport = (request: HttpRequest, options: Exchange) => Promise<HttpAnswer>

/** No answer, or none that could be read to its end. */
export class NetworkFault extends Error {
  override readonly name = 'NetworkFault'
  /** True when no connection was made, so the service cannot have seen the request. */
  readonly nothingSent: boolean
  /** What kept the answer away, in words. */
  readonly what: string
  readonly tooLarge: boolean

  constructor(what: string, facts: { nothingSent: boolean; tooLarge?: boolean }, cause?: unknown) {
    super(what, { cause })
    this.what = what
    this.nothingSent = facts.nothingSent
    this.tooLarge = facts.tooLarge ?? false
  }
}

/** Sends a request and reads the whole answer. Throws `NetworkFault` for anything but a complete answer. */
export async function exchange(request: HttpRequest, options: Exchange): Promise<HttpAnswer> {
  const connection = { made: false }
  if (options.signal.aborted) throw new NetworkFault(STEP_ENDED, { nothingSent: true })
  const timeout = AbortSignal.timeout(options.timeoutMs)
  const signal = AbortSignal.any([options.signal, timeout])
  try {
    const message = await send(request, options.agent, signal, connection)
    const bytes = await readBody(message, signal)
    const body = await decode(bytes, message.headers['content-encoding'])
    return { status: message.statusCode ?? 0, headers: message.headers, body }
  } catch (error) {
    if (error instanceof NetworkFault) throw error
    const nothingSent = !connection.made
    if (options.signal.aborted) throw new NetworkFault(STEP_ENDED, { nothingSent }, error)
    if (timeout.aborted) {
      const seconds = Math.round(options.timeoutMs / 100) / 10
      throw new NetworkFault(`no complete answer within ${seconds} s`, { nothingSent }, error)
    }
    throw new NetworkFault(inWords(error), { nothingSent }, error)
  }
}

function send(
  request: HttpRequest,
  agent: http.Agent,
  signal: AbortSignal,
  connection: { made: boolean },
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { request: open } = request.url.protocol === 'https:' ? https : http
    const length = request.body === null ? {} : { 'content-length': String(Buffer.byteLength(request.body)) }
    const headers = { ...request.headers, ...length }
    const sent = open(request.url, { method: request.method, headers, agent, signal }, resolve)
    sent.on('error', reject)
    sent.on('close', () => reject(new Error('the connection was closed without an answer')))
    // A request without a socket, whose proxy does not answer, would not tell that it was aborted.
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    sent.on('socket', socket => {
      const made = () => {
        connection.made = true
      }
      if (sent.reusedSocket) made()
      else if (socket instanceof TLSSocket) socket.once('secureConnect', made)
      else if (socket.connecting) socket.once('connect', made)
      else made()
    })
    sent.end(request.body ?? undefined)
  })
}

async function readBody(message: http.IncomingMessage, signal: AbortSignal): Promise<Buffer> {
  const stop = () => message.destroy(new Error('aborted'))
  signal.addEventListener('abort', stop, { once: true })
  try {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of message) {
      const bytes = Buffer.from(chunk)
      size += bytes.length
      if (size > LARGEST_ANSWER_BYTES) throw tooLarge()
      chunks.push(bytes)
    }
    return Buffer.concat(chunks)
  } finally {
    signal.removeEventListener('abort', stop)
    message.destroy()
  }
}

/** Nothing is asked for compressed, but some proxies compress all the same. */
async function decode(bytes: Buffer, encoding: string | undefined): Promise<string> {
  const limit = { maxOutputLength: LARGEST_ANSWER_BYTES }
  try {
    switch (encoding?.trim().toLowerCase()) {
      case 'gzip':
      case 'x-gzip':
        return (await promisify(zlib.gunzip)(bytes, limit)).toString('utf8')
      case 'deflate':
        return (await promisify(zlib.inflate)(bytes, limit)).toString('utf8')
      case 'br':
        return (await promisify(zlib.brotliDecompress)(bytes, limit)).toString('utf8')
      default:
        return bytes.toString('utf8')
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge()
    // A body that cannot be read leaves the status to decide, which may be a 401.
    return `(${encoding} that cannot be unpacked)`
  }
}

function tooLarge(): NetworkFault {
  const mebibytes = LARGEST_ANSWER_BYTES / 1024 / 1024
  return new NetworkFault(`the answer is larger than ${mebibytes} MiB`, {
    nothingSent: false,
    tooLarge: true,
  })
}

/** Nobody who uses an action starts Node. */
const ADVICE_OF_NODE = /; if the root CA is installed locally.*/
/** What Node says too briefly. */
const PLAINER: Readonly<Record<string, string>> = {
  aborted: 'the connection was cut in the middle of the answer',
  'socket hang up': 'the connection was closed without an answer',
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return 'the connection failed'
  // Node reports a host with several addresses as an AggregateError without a text of its own.
  const all = error instanceof AggregateError ? error.errors.map(messageOf).join('; ') : error.message
  const text = PLAINER[all] ?? all.replaceAll(/\s+/g, ' ').replace(ADVICE_OF_NODE, '').trim()
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null
  return code === null || text.includes(code) ? text : `${text} (${code})`
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
