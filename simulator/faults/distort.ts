import { gzipSync } from 'node:zlib'
import { type Answer, type ApiRequest, gatewayError, jsonAnswer } from '../http.ts'
import type { Fault } from '../scenario/faults.ts'
import { throttled } from './rate-limit.ts'

/** The answer that a fault puts in the place of the service's own, or null when it leaves that be. */
export function replacement(fault: Fault, request: ApiRequest): Answer | null {
  switch (fault.kind) {
    case 'answer':
      return plainAnswer(fault)
    case 'redirect':
      return { status: fault.status, headers: { location: fault.to }, body: Buffer.alloc(0) }
    case 'throttle':
      return throttled(fault.limit, fault.windowMs, request.requestId, retryAfter(fault, request.now))
    case 'echo':
      return gatewayError(
        fault.status,
        fault.code,
        `The request was not understood: ${echoed(fault.what, request)}`,
        request.requestId,
      )
    default:
      return null
  }
}

/** The service's own answer with a fault laid over it. */
export function altered(fault: Fault, answer: Answer, now: number): Answer {
  const withHeader = (name: string, value: string): Answer => ({
    ...answer,
    headers: { ...answer.headers, [name]: value },
  })
  switch (fault.kind) {
    case 'content-type':
      return withHeader('content-type', fault.value)
    case 'date':
      return withHeader('date', new Date(now + fault.offsetMs).toUTCString())
    case 'gzip':
      return { ...withHeader('content-encoding', 'gzip'), body: gzipSync(answer.body) }
    default:
      return answer
  }
}

/** Whether the service does its work although the client never gets a proper answer. */
export function isProcessed(fault: Fault | null): boolean {
  return fault === null || !('processed' in fault) || fault.processed
}

function plainAnswer(fault: Extract<Fault, { kind: 'answer' }>): Answer {
  const { status, headers } = fault
  if (fault.json !== undefined) return jsonAnswer(status, fault.json, headers)
  const typed = (type: string, body: Buffer): Answer => ({
    status,
    headers: { 'content-type': type, ...headers },
    body,
  })
  if (fault.html !== undefined) return typed('text/html;charset=utf-8', Buffer.from(fault.html))
  if (fault.base64 !== undefined) return typed('application/json', Buffer.from(fault.base64, 'base64'))
  return typed('text/plain;charset=utf-8', Buffer.from(fault.text ?? ''))
}

function retryAfter(fault: Extract<Fault, { kind: 'throttle' }>, now: number): Record<string, string> {
  if (fault.retryAfter === undefined) return {}
  const value =
    'seconds' in fault.retryAfter
      ? String(fault.retryAfter.seconds)
      : new Date(now + fault.retryAfter.dateInMs).toUTCString()
  return { 'retry-after': value }
}

function echoed(what: string, request: ApiRequest): string {
  if (what === 'body') return request.body.toString('utf8')
  if (what === 'path') return request.target
  return request.headers[what.toLowerCase()] ?? `(no ${what})`
}
