import type { Sentence } from '../precheck/sentence.ts'
import type { FaultKind } from './fault.ts'

/**
 * What an error means. A code of the service's own decides, which comes with the call; then one of the API gateway, whose table
 * stands here: throttling and a path without an API are matters of every exchange, with whatever stands behind the gateway. With
 * any other code, or none, the HTTP status decides. Source of the gateway's codes: api-sign-errorcode.
 */

/** `start` begins a pre-check and must not be repeated lightly; everything else only reads. */
export type Operation = 'start' | 'read'

/**
 * What a code of a service means, whatever the HTTP status.
 * - `refused`: the service does not take the call as it is.
 * - `not-now`: a start was turned away for the moment only. Nothing was started, so it may be sent again.
 * - `no-result`: there is no result yet, which a first read must not take for a fault; after a start it says nothing.
 */
export type CodeMeaning =
  | Exclude<FaultKind, 'start-refused' | 'service-error'>
  | 'refused'
  | 'not-now'
  | 'no-result'

/** What a service says with its own codes, and what to do about it. */
export interface ServiceErrors {
  /** By the code in capitals. Without a meaning the status decides; without advice the kind of fault has some. */
  readonly codes: Readonly<Record<string, { readonly means?: CodeMeaning; readonly advice?: Sentence }>>
  /** What to grant to an identity that lacks a right; null where that is not known. */
  readonly rights: Sentence | null
}

/** Gateway codes by their four digits; the prefix is APIGW, APIG or APIC, depending on the service. */
const GATEWAY_CODES: Readonly<Record<string, FaultKind>> = {
  '0301': 'authentication-failed',
  '0303': 'authentication-failed',
  '0305': 'authentication-failed',
  '0307': 'authentication-failed',
  '0302': 'permission-denied',
  '0304': 'permission-denied',
  '0306': 'permission-denied',
  '0310': 'permission-denied',
  '0801': 'permission-denied',
  '0802': 'permission-denied',
  '0101': 'not-found',
  '0308': 'transient',
}

const GATEWAY_CODE = /^API(?:GW|G|C)\.(\d{4})$/i
const THROTTLED_CODE = '0308'
const UNKNOWN_API_CODE = '0101'

/** Returns what an error answer means; also for an error code inside a 2xx. */
export function classify(
  {
    operation,
    httpStatus,
    code,
  }: { readonly operation: Operation; readonly httpStatus: number; readonly code: string | null },
  errors: ServiceErrors | null,
): FaultKind {
  const means = entryOf(code, errors)?.means ?? null
  return (
    kindOfMeaning(means, operation) ??
    kindOfGatewayCode(gatewayDigits(code)) ??
    kindOfStatus(httpStatus, operation)
  )
}

/**
 * Returns, for the table of the service that a call is for, what a code in its answer means. A code decides the same whichever
 * service sends it; what to do about it only the calling service's own table says: the words of another are about its own tasks.
 */
export function amongAll(
  tables: readonly ServiceErrors[],
): (own: ServiceErrors | null) => ServiceErrors | null {
  const rows = tables.flatMap(({ codes }) => Object.entries(codes))
  const meanings = Object.fromEntries(
    rows.flatMap(([code, { means }]) => (means === undefined ? [] : [[code, { means }]])),
  )
  const known = new Map(
    tables.map(own => [own, { codes: { ...meanings, ...own.codes }, rights: own.rights }] as const),
  )
  const none = { codes: meanings, rights: null }
  return own => (own === null ? none : (known.get(own) ?? own))
}

/** Returns what a table says of a code. */
export function entryOf(
  code: string | null,
  errors: ServiceErrors | null,
): ServiceErrors['codes'][string] | null {
  const known = (code ?? '').trim().toUpperCase()
  return errors !== null && Object.hasOwn(errors.codes, known) ? (errors.codes[known] ?? null) : null
}

/** True when an answer says that this was one request too many. */
export function isThrottled(httpStatus: number, code: string | null): boolean {
  return httpStatus === 429 || gatewayDigits(code) === THROTTLED_CODE
}

/** True when the gateway says that it has no API at that path: the address is wrong, not an id. */
export function isUnknownApiCode(code: string | null): boolean {
  return gatewayDigits(code) === UNKNOWN_API_CODE
}

function kindOfMeaning(means: CodeMeaning | null, operation: Operation): FaultKind | null {
  switch (means) {
    case 'refused':
      return refusalOf(operation)
    case 'not-now':
      return 'transient'
    case 'no-result':
      return operation === 'read' ? 'transient' : null
    default:
      return means
  }
}

/** 0201 stands in no row: it covers both a bad request and a backend that did not answer, so the status decides. */
function kindOfGatewayCode(digits: string | null): FaultKind | null {
  if (digits === null) return null
  return digits.startsWith('06') ? 'transient' : (GATEWAY_CODES[digits] ?? null)
}

function kindOfStatus(httpStatus: number, operation: Operation): FaultKind {
  if (httpStatus === 401) return 'authentication-failed'
  if (httpStatus === 403) return 'permission-denied'
  if (httpStatus === 404) return 'not-found'
  if (httpStatus === 408 || httpStatus === 429 || httpStatus >= 500) return 'transient'
  return refusalOf(operation)
}

function refusalOf(operation: Operation): FaultKind {
  return operation === 'start' ? 'start-refused' : 'service-error'
}

function gatewayDigits(code: string | null): string | null {
  return code === null ? null : (GATEWAY_CODE.exec(code.trim())?.[1] ?? null)
}
