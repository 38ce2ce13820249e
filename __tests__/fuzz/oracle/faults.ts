import type { End } from './exchange.ts'
import { remembered } from './remembered.ts'
import { isObject, type Json, text, truth } from './words.ts'

/** Section 3.5 of the contract: what an answer of a service means before anybody looks at its content. */

export type FaultClass =
  | 'transient'
  | 'authentication-failed'
  | 'permission-denied'
  | 'not-found'
  | 'start-refused'
  | 'service-error'

export type Heard =
  | { readonly kind: 'content'; readonly json: unknown }
  | {
      readonly kind: 'fault'
      readonly class: FaultClass
      readonly code: string | null
      /** A 2xx that makes no sense. */
      readonly senseless: boolean
      /** Nothing can have been started by this. */
      readonly nothingStarted: boolean
      readonly status: number | null
    }

const AUTHENTICATION = ['DRS.M00100']
const PERMISSION = ['DRS.M00101', 'DRS.M00102', 'DRS.M00103', 'DRS.M00105', 'DRS.M00261']
const NOT_FOUND = ['DRS.M05003', 'DRS.M05004', 'DRS.M00289', 'DRS.10000010', 'DBS.300129', 'DBS.300400']
const TRANSIENT = [
  'DRS.M00004',
  'DRS.M01501',
  'DRS.M01503',
  'DRS.M01504',
  'INNER_ERROR',
  'GHANA-OPERIE000000',
]

/** The class of an error code with its HTTP status. */
export function classOf(operation: 'start' | 'read', status: number, code: string | null): FaultClass {
  return byCode(operation, status, code?.trim().toUpperCase() ?? '') ?? byStatus(operation, status)
}

function byCode(operation: 'start' | 'read', status: number, code: string): FaultClass | null {
  if (AUTHENTICATION.includes(code)) return 'authentication-failed'
  if (PERMISSION.includes(code)) return 'permission-denied'
  if (NOT_FOUND.includes(code)) return 'not-found'
  if (TRANSIENT.includes(code)) return 'transient'
  if (code === 'DRS.M00002') return operation === 'read' ? 'transient' : null
  if (code === 'DBS.280001') return refused(operation)
  const gateway = /^(APIGW|APIG|APIC)\.(\d{4})$/.exec(code)?.[2]
  if (gateway === undefined) return null
  if (gateway === '0201') return status === 502 || status === 504 ? 'transient' : null
  if (gateway === '0308' || gateway.startsWith('06')) return 'transient'
  if (['0301', '0303', '0305', '0307'].includes(gateway)) return 'authentication-failed'
  if (['0302', '0304', '0306', '0310', '0801', '0802'].includes(gateway)) return 'permission-denied'
  return gateway === '0101' ? 'not-found' : null
}

function byStatus(operation: 'start' | 'read', status: number): FaultClass {
  if (status === 401) return 'authentication-failed'
  if (status === 403) return 'permission-denied'
  if (status === 404) return 'not-found'
  if (status === 408 || status === 429 || status >= 500) return 'transient'
  return refused(operation)
}

function refused(operation: 'start' | 'read'): FaultClass {
  return operation === 'start' ? 'start-refused' : 'service-error'
}

/**
 * What came back from a service that answers with its content bare (DRS, DDM) or in an envelope (OMS). `doubt`: values of a
 * type that a field cannot have are content of it.
 */
export function hear(end: End, operation: 'start' | 'read', enveloped: boolean, doubt = false): Heard {
  if (end.kind !== 'answer') {
    const nothingStarted = end.kind === 'broken' && !end.sent
    return { kind: 'fault', class: 'transient', code: null, senseless: false, nothingStarted, status: null }
  }
  const { status } = end
  const json = jsonIn(end)
  const error = enveloped ? errorInEnvelope(json, doubt) : errorIn(json)
  if (status >= 200 && status < 300 && error === null) {
    return json === undefined ? senseless(status) : { kind: 'content', json }
  }
  const code = error?.code ?? null
  const throttled = status === 429 || /^(APIGW|APIG|APIC)\.0308$/i.test(code?.trim() ?? '')
  return {
    kind: 'fault',
    class: classOf(operation, status, code),
    code,
    senseless: false,
    nothingStarted: throttled,
    status,
  }
}

export function senseless(status: number): Heard {
  return { kind: 'fault', class: 'transient', code: null, senseless: true, nothingStarted: false, status }
}

/** What the body of an answer holds; undefined where it is no JSON. */
export const jsonIn = remembered(({ body }: Extract<End, { kind: 'answer' }>): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
})

type Named = { readonly code: string | null }

/** `error_code/error_msg`, `errCode/externalMessage` and `error.code/message/title`; the others where no content is. */
function errorIn(json: unknown): Named | null {
  if (!isObject(json)) return null
  const pairs: readonly [unknown, unknown][] = [
    [json['error_code'], json['error_msg']],
    [json['errCode'], json['externalMessage']],
    isObject(json['error'])
      ? [json['error']['code'], json['error']['message'] ?? json['error']['title']]
      : [null, null],
  ]
  // Names that nothing but an error has, though these two only together.
  const named: [unknown, unknown] = [json['errorCode'], json['errorMsg']]
  const found =
    pairs.find(([code, message]) => said(code) || said(message)) ?? (named.every(said) ? named : undefined)
  if (found !== undefined) return { code: said(found[0]) ? text(found[0]) : null }
  const hasContent = ['results', 'pre_check_results', 'job_id'].some(key => key in json)
  return hasContent ? null : (pairIn(json) ?? pairIn(only(Object.values(json))))
}

/** `code/message` and `errorCode/errorMsg`, both with content. */
function pairIn(json: unknown): Named | null {
  if (!isObject(json)) return null
  const pairs = [
    [json['code'], json['message']],
    [json['errorCode'], json['errorMsg']],
  ]
  const found = pairs.find(pair => pair.every(said))
  return found === undefined ? null : { code: text(found[0]) }
}

const said = (value: unknown) => typeof value === 'string' && value.trim() !== ''

const WORDS_OF_SUCCESS = ['SUCCESS', 'OK', '0', '200']

/** HTTP 200 with `success: false` is an error, and so is `success: true` beside what speaks of one. */
function errorInEnvelope(json: unknown, doubt: boolean): Named | null {
  if (!isObject(json)) return null
  const body = lowerKeys(json)
  const success = truth(body['success'])
  const codes = [text(body['code']), ...codesMadeForErrors(body)].filter(code => code !== null)
  if (success === true && !isErrorCode(body['code'], doubt) && !speaksOfError(body, doubt)) return null
  if (success === null && codes.length === 0 && body['errordetail'] === undefined) return errorIn(json)
  const known = codes.find(code => byCode('read', 200, code.trim().toUpperCase()) !== null)
  return { code: known ?? codes[0] ?? null }
}

function isErrorCode(code: unknown, doubt: boolean): boolean {
  if (typeof code !== 'string' && typeof code !== 'number') return code !== undefined && doubt
  return text(code) !== null && !WORDS_OF_SUCCESS.includes(String(code).trim().toUpperCase())
}

function codesMadeForErrors(body: Json): readonly (string | null)[] {
  const inner = [body['errordetail'], body['error']].map(only).filter(isObject).map(lowerKeys)
  return [body['errorcode'], body['error_code'], body['errcode'], ...inner.map(one => one['code'])].map(text)
}

/** An error code, or an error text in a field made for it, of an answer (or, in lower keys, of what it holds). */
function speaksOfError(body: Json, doubt: boolean): boolean {
  const codes = [body['errorcode'], body['error_code'], body['errcode']]
  const texts = [body['errormessage'], body['error_msg'], body['errormsg'], body['externalmessage']]
  if ([...codes, ...texts].some(one => isErrorCode(one, doubt))) return true
  return [body['errordetail'], body['error']].some(detail => {
    if (typeof detail === 'string') return detail.trim() !== ''
    if (isObject(detail)) return Object.values(detail).some(value => text(value) !== null)
    return detail !== undefined && doubt
  })
}

/** The error that stands within an answer that calls itself a success: `data` in lower keys. */
export function errorWithin(data: Json, doubt: boolean): Named | null {
  if (!speaksOfError(data, doubt) && truth(data['success']) !== false) return null
  const codes = codesMadeForErrors(data).filter(code => code !== null)
  const known = codes.find(code => byCode('read', 200, code.trim().toUpperCase()) !== null)
  return { code: known ?? codes[0] ?? null }
}

/** Any letter case of keys; null is absent. */
export function lowerKeys(json: Json): Json {
  const fields = Object.entries(json).filter(([, value]) => value !== null)
  return Object.fromEntries(fields.map(([key, value]) => [key.toLowerCase(), value]))
}

/** An object or a one-element array. */
export function only(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value
}
