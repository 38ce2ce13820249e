import * as z from 'zod'
import { type ErrorBody, errorInJson } from '../../cloud/error-body.ts'
import { classify, type ServiceErrors } from '../../cloud/error-table.ts'
import { told } from '../../precheck/sentence.ts'
import { booleanOf, textOf, wordOf } from '../text.ts'
import { anything } from '../wire.ts'
import { bareOrOnly, caseless } from './caseless.ts'
import { OMS_ERRORS } from './errors.ts'

/**
 * What OMS wraps every answer in. Source: API page GetPreCheckResult, and the vendor's own client. A call that failed is
 * usually answered with HTTP 200 and `success: false`; fields without a value are null or left out.
 */

/** Fields that are made for errors, in the envelope or in what it holds. */
const errorFields = {
  errorcode: anything,
  error_code: anything,
  errcode: anything,
  errordetail: anything,
  error: anything,
  errormessage: anything,
  error_msg: anything,
  errormsg: anything,
  externalmessage: anything,
}
const fields = {
  ...errorFields,
  success: anything,
  code: anything,
  message: anything,
  advice: anything,
  requestid: anything,
  request_id: anything,
  data: anything,
  totalcount: anything,
}
const anyEnvelope = caseless(fields)
const errorDetail = bareOrOnly(
  caseless({ code: anything, message: anything, title: anything, proposal: anything }),
)
const content = bareOrOnly(
  caseless({ ...errorFields, success: anything, precheckstatus: anything, projectstatus: anything }),
)

export interface Envelope {
  readonly data: unknown
  readonly requestId: string | null
  /** How many entries the answer says there are, `NaN` when in words that cannot be read; null when it does not. */
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

/**
 * Returns the error that a body holds; null for one that says it is a success, and for one that says nothing of an error.
 * A success beside an error, around what was asked for or within it, is an error; `message` and `advice` alone are none.
 */
export function errorInEnvelope(json: unknown, errors: ServiceErrors | null = OMS_ERRORS): ErrorBody | null {
  const body = anyEnvelope.safeParse(json).data
  if (body === undefined) return errorInJson(json)
  const success = booleanOf(body.success)
  const around = saidIn(body, errors, body.code)
  if (success === null && around === null) return errorInJson(json)
  const said = around ?? (success === true ? besideSuccess(body.data, errors) : NOTHING_SAID)
  if (said === null) return null
  return {
    code: said.code,
    // The outer text can be as little as "[CODE]: internal error" where the inner one names the cause.
    message: said.detail ?? textOf(body.message) ?? said.message,
    requestId: textOf(body.requestid) ?? textOf(body.request_id),
    advice: said.proposal ?? textOf(body.advice),
    ...(said === NOTHING_SAID ? { sign: NO_SUCCESS } : {}),
  }
}

const NO_SUCCESS = told('success is false in it', '其中 success 为 false')

interface Said {
  readonly code: string | null
  /** Of the object that is made for it, so it says most. */
  readonly detail: string | null
  readonly message: string | null
  readonly proposal: string | null
}
const NOTHING_SAID: Said = { code: null, detail: null, message: null, proposal: null }

type ErrorFields = Partial<Record<keyof typeof errorFields, unknown>>

/** Returns what the fields that are made for errors say; null when they say nothing. */
function saidIn(body: ErrorFields, errors: ServiceErrors | null, ...codes: readonly unknown[]): Said | null {
  const objects = [body.errordetail, body.error].filter(value => hasContent(value))
  const parts = objects.map(value => errorDetail.safeParse(value).data ?? { message: value })
  const given = [...codes, body.errorcode, body.error_code, body.errcode, ...parts.map(part => part.code)]
  const code = decisiveCode(given.map(codeOfError), errors)
  const texts = [body.errormessage, body.error_msg, body.errormsg, body.externalmessage]
  const [message = null] = texts
    .filter(text => !isSuccess(text))
    .map(textOf)
    .filter(text => text !== null)
  if (code === null && message === null && objects.length === 0) return null
  const first = (values: readonly unknown[]) => values.map(textOf).find(text => text !== null) ?? null
  const detail = first(parts.flatMap(part => [part.message, part.title]))
  return { code, detail, message, proposal: first(parts.map(part => part.proposal)) }
}

/** Of a run that has not ended well its items and its status say what is wrong, so that its error is none of the call. */
function besideSuccess(data: unknown, errors: ServiceErrors | null): Said | null {
  const inner = content.safeParse(data).data
  if (inner === undefined) return null
  const words = [inner.precheckstatus, inner.projectstatus].map(wordOf).filter(word => word !== '')
  if (words.some(word => word !== 'FINISHED')) return null
  return saidIn(inner, errors) ?? (booleanOf(inner.success) === false ? NOTHING_SAID : null)
}

function numberOf(value: unknown): number | null {
  const text = textOf(value)
  return text === null ? null : Number(text)
}

/** Words that stand in `code` where nothing went wrong. */
const WORDS_OF_SUCCESS: readonly string[] = ['SUCCESS', 'OK', '0', '200']
const isSuccess = (value: unknown) => WORDS_OF_SUCCESS.includes(wordOf(value))

function codeOfError(code: unknown): string | null {
  return isSuccess(code) ? null : textOf(code)
}

/** What is nested deeper is taken for content: it is no object of nulls that a client wrote, and must not exhaust the stack. */
const CONTENT_LEVELS = 16

/** Something is said somewhere within: a client writes an error that there is none of as an object of nulls too. */
function hasContent(given: unknown, levels = CONTENT_LEVELS): boolean {
  if (typeof given !== 'object' || given === null) return textOf(given) !== null
  return levels === 0 || Object.values(given).some(value => hasContent(value, levels - 1))
}

/** Outer and inner code can differ (INNER_ERROR around CM-RESOAT1111): the one that the error table knows decides. */
function decisiveCode(codes: readonly (string | null)[], errors: ServiceErrors | null): string | null {
  const given = codes.filter(code => code !== null).map(code => code.trim())
  const known = given.find(
    code => classify({ operation: 'read', httpStatus: 200, code }, errors) !== 'service-error',
  )
  return known ?? given[0] ?? null
}

/** The answer to SubmitPreCheck: `data` is the id to read the result by. */
export const submittedId = bareOrOnly(
  z.union([z.string(), caseless({ precheckid: z.string() }).transform(data => data.precheckid)]),
).pipe(z.string().trim().min(1))
