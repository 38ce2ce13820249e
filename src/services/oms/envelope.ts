import * as z from 'zod'
import { type ErrorBody, errorInJson } from '../../cloud/error-body.ts'
import { classify } from '../../cloud/error-table.ts'
import { booleanOf, textOf, wordOf } from '../text.ts'
import { anything } from '../wire.ts'
import { bareOrOnly, caseless } from './caseless.ts'

/**
 * What OMS wraps every answer in. Source: API page GetPreCheckResult, and the vendor's own client. A call that failed is
 * usually answered with HTTP 200 and `success: false`; fields without a value are null or left out.
 */

const fields = {
  success: anything,
  code: anything,
  message: anything,
  advice: anything,
  requestid: anything,
  errordetail: anything,
  errorcode: anything,
  errormessage: anything,
  data: anything,
  totalcount: anything,
}
const anyEnvelope = caseless(fields)
const errorDetail = bareOrOnly(caseless({ code: anything, message: anything, proposal: anything }))

export interface Envelope {
  readonly data: unknown
  readonly requestId: string | null
  /** How many entries the answer says there are; null when it does not. */
  readonly totalCount: number | null
}

/**
 * The envelope of a call that worked. One without `success` is turned down: every answer of OMS that is known has it, and
 * nothing else tells an answer of OMS from that of a proxy.
 */
export const envelope = anyEnvelope
  .refine(body => booleanOf(body.success) === true, { path: ['success'] })
  .transform(
    (body): Envelope => ({
      data: body.data ?? null,
      requestId: textOf(body.requestid),
      totalCount: numberOf(body.totalcount),
    }),
  )

/** Returns the error that a body holds; null for one that says it is a success, and for one that says nothing of an error. */
export function errorInEnvelope(json: unknown): ErrorBody | null {
  const body = anyEnvelope.safeParse(json).data
  if (body === undefined) return errorInJson(json)
  const success = booleanOf(body.success)
  const detail = errorDetail.safeParse(body.errordetail).data
  const code = decisiveCode([body.code, body.errorcode, detail?.code].map(codeOfError))
  const saysNothing = code === null && !hasContent(body.errordetail)
  // A success beside an error is an error; message and advice alone are none.
  if (success === true && saysNothing) return null
  if (success === null && saysNothing) return errorInJson(json)
  return {
    code,
    // The outer text can be as little as "[CODE]: internal error" where the inner one names the cause.
    message:
      textOf(detail?.message) ??
      textOf(body.message) ??
      textOf(body.errormessage) ??
      textOf(detail ? null : body.errordetail),
    requestId: textOf(body.requestid),
    advice: textOf(detail?.proposal) ?? textOf(body.advice),
  }
}

function numberOf(value: unknown): number | null {
  const number = Number(textOf(value) ?? Number.NaN)
  return Number.isFinite(number) ? number : null
}

/** Words that stand in `code` where nothing went wrong. */
const CODES_OF_SUCCESS: readonly string[] = ['SUCCESS', 'OK', '0', '200']

function codeOfError(code: unknown): string | null {
  return CODES_OF_SUCCESS.includes(wordOf(code)) ? null : textOf(code)
}

function hasContent(given: unknown): boolean {
  const detail = Array.isArray(given) && given.length === 1 ? given[0] : given
  const isEmpty = typeof detail === 'object' && detail !== null && Object.keys(detail).length === 0
  return !isEmpty && textOf(detail) !== null
}

/** Outer and inner code can differ (INNER_ERROR around CM-RESOAT1111): the one that the error table knows decides. */
function decisiveCode(codes: readonly (string | null)[]): string | null {
  const given = codes.filter(code => code !== null).map(code => code.trim())
  const known = given.find(code => classify({ operation: 'read', httpStatus: 200, code }) !== 'service-error')
  return known ?? given[0] ?? null
}

/** The answer to SubmitPreCheck: `data` is the id to read the result by. */
export const submittedId = bareOrOnly(
  z.union([z.string(), caseless({ precheckid: z.string() }).transform(data => data.precheckid)]),
).pipe(z.string().trim().min(1))
