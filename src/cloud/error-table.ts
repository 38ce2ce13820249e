import type { FaultKind } from './fault.ts'

/**
 * The one table that says what an error means. A code that stands here decides; with any other code,
 * or none, the HTTP status decides. Sources: DRS error codes (drs_05_0004), API gateway error codes
 * (api-sign-errorcode), DDM appendix, and for OMS the codes its own clients treat as passing.
 */

/** `start` begins a pre-check and must not be repeated lightly; everything else only reads. */
export type Operation = 'start' | 'read'

export interface ErrorSignal {
  readonly operation: Operation
  readonly httpStatus: number
  readonly code: string | null
}

const CODES: Readonly<Record<Exclude<FaultKind, 'start-refused' | 'service-error'>, readonly string[]>> = {
  transient: ['DRS.M00004', 'DRS.M01501', 'DRS.M01503', 'DRS.M01504', 'INNER_ERROR', 'GHANA-OPERIE000000'],
  'authentication-failed': ['DRS.M00100'],
  'permission-denied': ['DRS.M00101', 'DRS.M00102', 'DRS.M00103', 'DRS.M00105', 'DRS.M00261'],
  'not-found': ['DRS.M05003', 'DRS.M05004', 'DRS.M00289', 'DRS.10000010', 'DBS.300129', 'DBS.300400'],
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
const EMPTY_RESULT = 'DRS.M00002'
const PARAMETER_ERROR = 'DBS.280001'
const THROTTLED_CODE = '0308'
const UNKNOWN_API_CODE = '0101'

/** Codes of a start that was turned away for the moment only; nothing was started. */
const TRY_AGAIN_CODES: readonly string[] = ['DRS.M01503', 'DRS.M01504']

/** Returns what an error answer means; also for an error code inside a 2xx. */
export function classify(signal: ErrorSignal): FaultKind {
  return kindOfCode(signal) ?? kindOfStatus(signal)
}

/** True for the codes after which a refused start may be sent again (contract of the service, not of HTTP). */
export function isTryAgainCode(code: string | null): boolean {
  return code !== null && TRY_AGAIN_CODES.includes(normalise(code))
}

/** True for "there is no result yet", which a first read must not take for a fault. */
export function isEmptyResultCode(code: string | null): boolean {
  return code !== null && normalise(code) === EMPTY_RESULT
}

/** True when an answer says that this was one request too many. */
export function isThrottled(httpStatus: number, code: string | null): boolean {
  return httpStatus === 429 || gatewayDigits(code) === THROTTLED_CODE
}

/** True when the gateway says that it has no API at that path: the address is wrong, not an id. */
export function isUnknownApiCode(code: string | null): boolean {
  return gatewayDigits(code) === UNKNOWN_API_CODE
}

function kindOfCode({ operation, code }: ErrorSignal): FaultKind | null {
  if (code === null) return null
  const known = normalise(code)
  if (known === EMPTY_RESULT) return operation === 'read' ? 'transient' : null
  if (known === PARAMETER_ERROR) return refusalOf(operation)
  const digits = gatewayDigits(known)
  if (digits !== null) return kindOfGatewayCode(digits)
  return (
    (['transient', 'authentication-failed', 'permission-denied', 'not-found'] as const).find(kind =>
      CODES[kind].includes(known),
    ) ?? null
  )
}

/** 0201 stands in no row: it covers both a bad request and a backend that did not answer, so the status decides. */
function kindOfGatewayCode(digits: string): FaultKind | null {
  if (digits.startsWith('06')) return 'transient'
  return GATEWAY_CODES[digits] ?? null
}

function kindOfStatus({ operation, httpStatus }: ErrorSignal): FaultKind {
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

function normalise(code: string): string {
  return code.trim().toUpperCase()
}
