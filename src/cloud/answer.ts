import * as z from 'zod/mini'
import { parsedJson } from '../files/json.ts'
import type { RedactBeginning } from '../ports.ts'
import { inEach, type Sentence, told } from '../precheck/sentence.ts'
import { addressAdvice, isRedirect, isWrongAddress, redirectAdvice } from './advice.ts'
import { type ErrorBody, hasWords, plainTextOf } from './error-body.ts'
import { isThrottled, type Operation, type ServiceErrors } from './error-table.ts'
import { ApiFault } from './fault.ts'
import type { HttpAnswer } from './http.ts'
import { factsText, refusalFault } from './refusal.ts'
import { toldWait } from './told-wait.ts'

/** What a caller wants from one API call. */
export interface Call<T> {
  readonly operation: Operation
  /** Completes "Could not …": "start the pre-check of task 140b5236-…". */
  readonly doing: Sentence
  readonly method: 'GET' | 'POST'
  readonly url: URL
  /** A result call after the start, counted apart. */
  readonly isPoll?: boolean
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly schema: z.core.$ZodType<T>
  /** Finds an error in a body; services differ in their formats. */
  readonly errorIn: (json: unknown, errors: ServiceErrors | null) => ErrorBody | null
  /** What the service says with its own codes; absent: only the general ones are known. */
  readonly errors?: ServiceErrors
  /** The input that the address comes from, to be named when it is wrong; absent: endpoint. */
  readonly addressInput?: string
}

export interface Answered<T> {
  readonly value: T
  readonly httpStatus: number
  readonly requestId: string | null
  readonly headers: HttpAnswer['headers']
  /** The value as it came. */
  readonly body: unknown
  /** What the answer was judged by. */
  readonly errors: ServiceErrors | null
}

const CLOCK_TOLERANCE_MS = 15 * 60_000
export const THROTTLED_ADVICE = told(
  'Run fewer gates at the same time, or raise timeout-minutes.',
  '请减少同时运行的门禁数量，或增大 timeout-minutes。',
)

/**
 * Returns what a complete answer says, or throws the fault it stands for. `errors` is what the codes in it mean, `signedAt` our
 * own time of day when the request was signed with it, else null.
 */
export function readAnswer<T>(
  call: Call<T>,
  answer: HttpAnswer,
  errors: ServiceErrors | null,
  signedAt: Date | null,
  redactBeginning: RedactBeginning,
): Answered<T> {
  const text = answer.body.toString('utf8')
  const json = parsedJson(text, LONG_NUMBER.test(text) ? asWritten : undefined)
  const error = json === undefined ? null : call.errorIn(json, errors)
  const requestId = error?.requestId ?? requestIdOf(answer)
  const succeeded = answer.status >= 200 && answer.status < 300
  const refused = () => {
    const words = () => (isEmpty(json) ? null : plainTextOf(rewritten(json) ?? text, redactBeginning))
    const page = error === null ? words() : undefined
    const said = { error: { ...(error ?? NOTHING_SAID), requestId }, errors, page }
    return errorFault(call, answer, said, signedAt).with({ body: json })
  }
  if (!succeeded || (error !== null && error.isWeak !== true)) throw refused()
  const parsed = z.safeParse(call.schema, json)
  if (parsed.success) {
    const { status: httpStatus, headers } = answer
    return { value: parsed.data, httpStatus, requestId, headers, errors, body: json }
  }
  if (error !== null) throw refused()
  const wrong = json === undefined ? notJson(text, redactBeginning) : shapeText(parsed.error)
  const facts = factsText(answer.status, null, requestId)
  const what = inEach(in_ => told(`${in_(facts)}, but ${in_(wrong)}.`, `${in_(facts)}，但${in_(wrong)}。`))
  const input = call.addressInput ?? 'endpoint'
  throw new ApiFault({
    kind: 'transient',
    doing: call.doing,
    what,
    advice: told(
      `Check that ${input} is the service itself and not a login page or a proxy.`,
      `请确认 ${input} 是服务本身，而不是登录页面或代理。`,
    ),
    httpStatus: answer.status,
    requestId,
    invalidResponse: true,
    body: json,
  })
}

const NOTHING_SAID: ErrorBody = { code: null, message: null, requestId: null, advice: null }

function errorFault<T>(
  call: Call<T>,
  answer: HttpAnswer,
  said: Pick<Parameters<typeof refusalFault>[0], 'error' | 'errors' | 'page'>,
  signedAt: Date | null,
): ApiFault {
  const fault = refusalFault({
    operation: call.operation,
    doing: call.doing,
    httpStatus: answer.status,
    redirect: redirectTarget(answer, call.url),
    ...said,
  })
  const throttled = isThrottled(answer.status, fault.code)
  const clock = fault.kind === 'authentication-failed' ? clockAdvice(answer, signedAt) : null
  const known = fault.with({ throttled, nothingStarted: throttled })
  const own = isWrongAddress(known) ? wrongAddressAdvice(call, known, said.error) : fault.advice
  const advice = throttled && fault.kind === 'transient' ? THROTTLED_ADVICE : (clock ?? own)
  return known.with({ advice })
}

function wrongAddressAdvice<T>(
  { addressInput = 'endpoint', url }: Call<T>,
  { httpStatus, advice }: ApiFault,
  error: ErrorBody,
): Sentence | null {
  if (!isRedirect(httpStatus)) return addressAdvice(addressInput, url)
  return error.advice === null ? redirectAdvice(addressInput) : advice
}

/** Where a page or a body of an unknown format may name a wait. */
const WORDS_SEARCHED_BYTES = 4_096

/** Returns how long a throttled answer tells us to wait, in milliseconds; null when it does not say. */
export function waitToldBy(
  answer: HttpAnswer,
  { throttled, words: said }: Pick<ApiFault, 'throttled' | 'words'>,
  date: Date,
): number | null {
  if (!throttled) return null
  const words = said ?? answer.body.toString('utf8', 0, WORDS_SEARCHED_BYTES)
  return toldWait(headerOf(answer, 'retry-after'), words, dateOf(answer) ?? date)
}

/** A number of so many digits can be another one than is written: 99.99999999999999999 is read as 100. */
const LONG_NUMBER = /\d[\d.]{15,}/

/** A number that cannot be held as it is written is its text. Node gives the source of a number as well. */
function asWritten(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const source = context?.source
  if (typeof value !== 'number' || source === undefined || !LONG_NUMBER.test(source)) return value
  return String(value) === source ? value : source
}

/** JSON that has no content says nothing. */
function isEmpty(json: unknown): boolean {
  if (typeof json === 'object' && json !== null) return Object.keys(json).length === 0
  return json === null || json === ''
}

/** Written anew, JSON is readable: it has no escapes but those that it needs. */
function rewritten(json: unknown): string | null {
  try {
    return JSON.stringify(json) ?? null
  } catch {
    // Some thousand levels can be parsed, but not written.
    return null
  }
}

function notJson(text: string, redactBeginning: RedactBeginning): Sentence {
  if (text.trim() === '') return told('the answer is empty', '应答是空的')
  const words =
    plainTextOf(text, redactBeginning) ??
    (hasWords(text) ? told('one long word', '一个很长的词') : told('an empty web page', '空白的网页'))
  return inEach(in_ => told(`the answer is not JSON: ${in_(words)}`, `应答不是 JSON：${in_(words)}`))
}

function shapeText(error: z.core.$ZodError): Sentence {
  const issue = error.issues[0]
  if (issue === undefined || issue.path.length === 0)
    return told('the answer has an unknown shape at the answer', '应答的格式无法识别')
  const place = issue.path.join('.')
  return told(`the answer has an unknown shape at ${place}`, `应答在 ${place} 处的格式无法识别`)
}

function redirectTarget(answer: HttpAnswer, from: URL): Sentence | null {
  if (!isRedirect(answer.status)) return null
  const location = headerOf(answer, 'location')
  if (location === null) return told('an unnamed place', '未说明的地址')
  const host = URL.canParse(location, from.href) ? new URL(location, from).host : ''
  return host === '' ? told('an unreadable address', '无法识别的地址') : told(host, ` ${host}`)
}

/**
 * The gateway takes a request whose date is off by more than 15 minutes for a wrong signature. Any other advice
 * on a credential is the credential's own, so there is none here.
 */
function clockAdvice(answer: HttpAnswer, signedAt: Date | null): Sentence | null {
  const theirs = dateOf(answer)
  if (signedAt === null || theirs === null) return null
  const offMs = signedAt.getTime() - theirs.getTime()
  if (Math.abs(offMs) <= CLOCK_TOLERANCE_MS) return null
  const minutes = Math.round(Math.abs(offMs) / 60_000)
  const [english, chinese] = offMs > 0 ? ['ahead of', '快'] : ['behind', '慢']
  return told(
    `This machine's clock is ${minutes} minutes ${english} the service's; signatures hold for 15 minutes only. Set the runner's clock (NTP).`,
    `本机时钟比服务的时钟${chinese} ${minutes} 分钟；签名只在 15 分钟内有效。请校准运行器的时钟（NTP）。`,
  )
}

/** The service's own time of day, which its other times are told by. */
function dateOf(answer: HttpAnswer): Date | null {
  const time = Date.parse(headerOf(answer, 'date') ?? '')
  return Number.isNaN(time) ? null : new Date(time)
}

function headerOf(answer: HttpAnswer, name: string): string | null {
  const value = answer.headers[name]
  return typeof value === 'string' && value !== '' ? value : null
}

/** IAM has a name of its own for it. */
const REQUEST_ID_HEADERS = ['x-request-id', 'x-iam-trace-id'] as const

function requestIdOf(answer: HttpAnswer): string | null {
  return REQUEST_ID_HEADERS.map(name => headerOf(answer, name)).find(id => id !== null) ?? null
}
