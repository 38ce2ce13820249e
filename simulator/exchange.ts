import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Clock } from './clock.ts'
import { deliver } from './faults/deliver.ts'
import { altered, isProcessed, replacement } from './faults/distort.ts'
import { createRateLimiter, type RateLimiter } from './faults/rate-limit.ts'
import { createFaultPicker } from './faults/rules.ts'
import { githubError } from './github/access.ts'
import { type Answer, type ApiRequest, gatewayError, jsonAnswer, type Route } from './http.ts'
import type { Operation } from './operations.ts'
import type { Recorder } from './record.ts'
import { findRoute } from './router.ts'
import type { Fault } from './scenario/faults.ts'
import type { Scenario } from './scenario/scenario.ts'

/** Larger requests are refused by the gateway (API Request Signing Guide). */
const MAX_BODY_BYTES = 12 * 1_048_576

interface Parts {
  readonly routes: readonly Route[]
  readonly scenario: Scenario
  readonly clock: Clock
  readonly startedAt: number
  readonly recorder: Recorder
}

type Exchange = (incoming: IncomingMessage, response: ServerResponse, baseUrl: string) => Promise<void>

/** One request from arrival to answer: read, record, choose a fault, serve, deliver. */
export function createExchange({ routes, scenario, clock, startedAt, recorder }: Parts): Exchange {
  const pickFault = createFaultPicker(scenario.rules, startedAt)
  const limit = createRateLimiter(scenario.rateLimits)
  const connectionOf = numberConnections()
  let received = 0
  return async (incoming, response, baseUrl) => {
    const connection = connectionOf(incoming.socket)
    const body = await readBody(incoming)
    if (body === null) return
    received += 1
    const { route, request } = understand(routes, incoming, body, { baseUrl, now: clock.now(), received })
    const operation: Operation = route?.operation ?? 'unknown'
    const fault = pickFault(operation, request)
    const { method, target: path, headers, now: at } = request
    const record = { operation, method, path, headers, body: body.toString('utf8'), at, connection }
    const entry = recorder.begin({ ...record, fault: fault?.kind ?? null })
    const noteStatus = (): void => {
      if (response.headersSent) entry.answered(response.statusCode)
    }
    response.once('close', () => {
      noteStatus()
      entry.ended()
    })
    const answer = await answerTo(route, operation, request, fault, limit)
    response.sendDate = false
    deliver(response, withUsualHeaders(answer, operation, request), fault)
    noteStatus()
  }
}

/** The fault's own answer, or the service's, changed by the fault. A fault comes before any check. */
async function answerTo(
  route: Route | null,
  operation: Operation,
  request: ApiRequest,
  fault: Fault | null,
  limit: RateLimiter,
): Promise<Answer> {
  const own = isProcessed(fault) ? await serve(route, operation, request, limit) : jsonAnswer(200, {})
  if (fault === null) return own
  return replacement(fault, request) ?? altered(fault, own, request.now)
}

async function serve(
  route: Route | null,
  operation: Operation,
  request: ApiRequest,
  limit: RateLimiter,
): Promise<Answer> {
  if (request.body.length > MAX_BODY_BYTES) {
    return gatewayError(413, 'APIGW.0201', 'Request entity too large', request.requestId)
  }
  const refusal = limit(operation, request) ?? route?.refuse(request) ?? null
  if (refusal) return refusal
  if (route) return route.handle(request)
  if (/^\/(?:repos|user|users|orgs)\b/.test(request.path)) return githubError(404, 'Not Found')
  const text = 'The API does not exist or has not been published in the environment'
  return gatewayError(404, 'APIGW.0101', text, request.requestId)
}

/** What every service sends along. The date is the simulator's, so that clock skew can be played. */
function withUsualHeaders(answer: Answer, operation: Operation, request: ApiRequest): Answer {
  const isGitHub = operation.startsWith('github.')
  const headers = {
    date: new Date(request.now).toUTCString(),
    [isGitHub ? 'x-github-request-id' : 'x-request-id']: request.requestId,
    ...answer.headers,
  }
  return { ...answer, headers }
}

function understand(
  routes: readonly Route[],
  incoming: IncomingMessage,
  body: Buffer,
  { baseUrl, now, received }: { readonly baseUrl: string; readonly now: number; readonly received: number },
): { readonly route: Route | null; readonly request: ApiRequest } {
  const target = incoming.url ?? '/'
  const [path = '', ...rest] = target.split('?')
  const query = new URLSearchParams(rest.join('?'))
  const method = incoming.method ?? 'GET'
  const match = findRoute(routes, method, path, query)
  const headers = lowerCaseHeaders(incoming)
  const requestId = received.toString(16).padStart(32, '0')
  const request = { method, target, path, query, headers, body, now, requestId, baseUrl }
  return { route: match?.route ?? null, request: { ...request, params: match?.params ?? {} } }
}

function lowerCaseHeaders({ headers }: IncomingMessage): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return flat
}

/** The whole body, or null when the client went away before it was there. */
async function readBody(incoming: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
    return Buffer.concat(chunks)
  } catch {
    return null
  }
}

function numberConnections(): (socket: Socket) => number {
  const known = new WeakMap<Socket, number>()
  let last = 0
  return socket => {
    const number = known.get(socket) ?? ++last
    known.set(socket, number)
    return number
  }
}
