import type { ServerResponse } from 'node:http'
import { TLSSocket } from 'node:tls'
import type { Answer } from '../http.ts'
import type { Fault } from '../scenario/faults.ts'

/** Long enough for what was written to leave the machine's buffers before the connection is cut. */
const FLUSH_MS = 20
const MEBIBYTE = 1_048_576

/** Puts an answer on the wire, harmed the way the fault says. Returns at once; the rest happens by itself. */
export function deliver(response: ServerResponse, answer: Answer, fault: Fault | null): void {
  switch (fault?.kind) {
    case 'reset':
      resetAt(response, answer, fault.when)
      break
    case 'hang':
      if (fault.after === 'headers') sendHead(response, answer, answer.body.length)
      break
    case 'slow':
      sendSlowly(response, answer, fault.bytesPerTick, fault.tickMs)
      break
    case 'delay':
      after(response, fault.ms, () => send(response, answer))
      break
    case 'truncate':
      sendHead(response, answer, answer.body.length + fault.missingBytes)
      response.write(answer.body)
      after(response, FLUSH_MS, () => response.socket?.end())
      break
    case 'oversize':
      sendOversized(response, answer, fault.mebibytes * MEBIBYTE)
      break
    case 'bytes':
      response.socket?.end(fault.text)
      break
    default:
      send(response, answer)
  }
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length })
  response.end(answer.body)
}

function sendHead(response: ServerResponse, answer: Answer, contentLength: number): void {
  response.writeHead(answer.status, { ...answer.headers, 'content-length': contentLength })
  response.flushHeaders()
}

function resetAt(
  response: ServerResponse,
  answer: Answer,
  when: Extract<Fault, { kind: 'reset' }>['when'],
): void {
  const { socket } = response
  switch (when) {
    case 'before-answer':
      reset(response)
      break
    case 'after-headers':
      sendHead(response, answer, answer.body.length)
      after(response, FLUSH_MS, () => reset(response))
      break
    case 'mid-body':
      sendHead(response, answer, answer.body.length)
      response.write(answer.body.subarray(0, Math.ceil(answer.body.length / 2)))
      after(response, FLUSH_MS, () => reset(response))
      break
    case 'after-answer':
      // The connection stays in the client's pool for a moment and is dead when it is used again.
      response.once('finish', () => setTimeout(() => socket?.destroy(), FLUSH_MS))
      send(response, answer)
      break
  }
}

/** A TCP reset, not a tidy end; under TLS Node offers the tidy end only. */
function reset(response: ServerResponse): void {
  const { socket } = response
  if (socket instanceof TLSSocket) socket.destroy()
  else socket?.resetAndDestroy()
}

function sendSlowly(response: ServerResponse, answer: Answer, bytesPerTick: number, tickMs: number): void {
  sendHead(response, answer, answer.body.length)
  let sent = 0
  const timer = setInterval(() => {
    const chunk = answer.body.subarray(sent, sent + bytesPerTick)
    sent += chunk.length
    response.write(chunk)
    if (sent < answer.body.length) return
    clearInterval(timer)
    response.end()
  }, tickMs)
  response.once('close', () => clearInterval(timer))
}

/** Well-formed JSON of the wanted size, streamed so that it never stands in memory as a whole. */
function sendOversized(response: ServerResponse, answer: Answer, size: number): void {
  const filling = Buffer.alloc(65_536, 'x')
  response.writeHead(answer.status, answer.headers)
  response.write('{"padding":"')
  let sent = 0
  const pump = (): void => {
    while (sent < size && !response.destroyed) {
      sent += filling.length
      if (!response.write(filling)) {
        response.once('drain', pump)
        return
      }
    }
    response.end('"}')
  }
  pump()
}

function after(response: ServerResponse, ms: number, run: () => void): void {
  const timer = setTimeout(run, ms)
  response.once('close', () => clearTimeout(timer))
}
