import type * as z from 'zod'
import { adviceFor } from './advice.ts'
import { type ErrorBody, plainTextOf } from './error-body.ts'
import { classify, isThrottled, type Operation } from './error-table.ts'
import { ApiFault } from './fault.ts'
import type { HttpAnswer } from './http.ts'
import { toldWait } from './told-wait.ts'

/** What a caller wants from one API call. */
export interface Call<T> {
  readonly operation: Operation
  /** Completes "Could not …": "start the DRS pre-check of task 140b5236-…". */
  readonly doing: string
  readonly method: 'GET' | 'POST'
  readonly url: URL
  /** A result call after the start, counted apart. */
  readonly isPoll?: boolean
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly schema: z.ZodType<T>
  /** Finds an error in a body; services differ in their formats. */
  readonly errorIn: (json: unknown) => ErrorBody | null
}

export interface Answered<T> {
  readonly value: T
  readonly requestId: string | null
  readonly headers: HttpAnswer['headers']
}

const CLOCK_TOLERANCE_MS = 15 * 60_000

/** Returns what a complete answer says, or throws the fault it stands for. `date` is our own time of day. */
export function readAnswer<T>(call: Call<T>, answer: HttpAnswer, date: Date): Answered<T> {
  const json = parseJson(answer.body)
  const error = json === undefined ? null : call.errorIn(json)
  const requestId = error?.requestId ?? headerOf(answer, 'x-request-id')
  const succeeded = answer.status >= 200 && answer.status < 300
  if (!succeeded || error !== null) throw errorFault(call, answer, error, requestId, json !== undefined, date)
  const parsed = call.schema.safeParse(json)
  if (parsed.success) return { value: parsed.data, requestId, headers: answer.headers }
  const wrong = json === undefined ? notJson(answer) : shapeFault(parsed.error)
  throw new ApiFault({
    kind: 'transient',
    message: `Could not ${call.doing}: HTTP ${answer.status}, but ${wrong}${suffix(requestId)}.`,
    advice: 'Check that the endpoint is the service itself and not a login page or a proxy.',
    httpStatus: answer.status,
    requestId,
    invalidResponse: true,
  })
}

function errorFault<T>(
  call: Call<T>,
  answer: HttpAnswer,
  error: ErrorBody | null,
  requestId: string | null,
  isJson: boolean,
  date: Date,
): ApiFault {
  const message = error?.message ?? (isJson ? null : plainTextOf(answer.body))
  const fault = refusalFault({
    operation: call.operation,
    doing: call.doing,
    httpStatus: answer.status,
    redirect: redirectTarget(answer, call.url),
    error: { code: error?.code ?? null, message, requestId, advice: error?.advice ?? null },
  })
  const throttled = isThrottled(answer.status, fault.code)
  const advice = fault.kind === 'authentication-failed' ? clockAdvice(answer, date) : fault.advice
  return fault.with({ advice, throttled, nothingStarted: throttled, understood: error !== null })
}

export interface Refusal {
  readonly operation: Operation
  readonly doing: string
  readonly httpStatus: number
  readonly error: ErrorBody
  /** The host that a redirect points to. */
  readonly redirect?: string | null
}

/** Returns the fault that an error stands for, be it a whole answer or one task's entry in an answer that is otherwise fine. */
export function refusalFault({ operation, doing, httpStatus, error, redirect = null }: Refusal): ApiFault {
  const { code, message, requestId } = error
  const kind = classify({ operation, httpStatus, code })
  const text = message === null ? null : `"${message}"`
  const said = [
    `HTTP ${httpStatus}`,
    code,
    redirect === null ? text : `a redirect to ${redirect}, which is not followed`,
  ].filter(part => part !== null)
  const advice = error.advice ?? (kind === 'authentication-failed' ? null : adviceFor(kind, code, redirect))
  return new ApiFault({
    kind,
    message: `Could not ${doing}: ${said.join(', ')}${suffix(requestId)}.`,
    advice,
    code,
    httpStatus,
    requestId,
    understood: true,
  })
}

/** Returns how long a throttled answer tells us to wait, in milliseconds; null when it does not say. */
export function waitToldBy(answer: HttpAnswer, fault: ApiFault, date: Date): number | null {
  return fault.throttled ? toldWait(headerOf(answer, 'retry-after'), fault.message, date) : null
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function notJson(answer: HttpAnswer): string {
  const text = plainTextOf(answer.body)
  return text === null ? 'the answer is empty' : `the answer is not JSON: ${text}`
}

function shapeFault(error: z.ZodError): string {
  const issue = error.issues[0]
  const place = issue === undefined || issue.path.length === 0 ? 'the answer' : issue.path.join('.')
  return `the answer has an unknown shape at ${place}`
}

function redirectTarget(answer: HttpAnswer, from: URL): string | null {
  if (answer.status < 300 || answer.status > 399) return null
  const location = headerOf(answer, 'location')
  if (location === null) return 'an unnamed place'
  return URL.canParse(location, from.href) ? new URL(location, from).host : 'an unreadable address'
}

/**
 * The gateway takes a request whose date is off by more than 15 minutes for a wrong signature. Any other advice
 * on a credential is the credential's own, so there is none here.
 */
function clockAdvice(answer: HttpAnswer, date: Date): string | null {
  const theirs = Date.parse(headerOf(answer, 'date') ?? '')
  const offMs = date.getTime() - theirs
  if (!(Math.abs(offMs) > CLOCK_TOLERANCE_MS)) return null
  const minutes = Math.round(Math.abs(offMs) / 60_000)
  return `This machine's clock is ${minutes} minutes ${offMs > 0 ? 'ahead of' : 'behind'} the service's; signatures hold for 15 minutes only. Set the runner's clock (NTP).`
}

function headerOf(answer: HttpAnswer, name: string): string | null {
  const value = answer.headers[name]
  return typeof value === 'string' && value !== '' ? value : null
}

function suffix(requestId: string | null): string {
  return requestId === null ? '' : ` (request id ${requestId})`
}
