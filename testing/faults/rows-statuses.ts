import type { Fault, FaultRow, Hit, Meaning } from './model.ts'
import type { Service } from './targets.ts'

/** Every status that an error can have, with every body that is known to come with one. */

export const STATUSES = [400, 401, 403, 404, 408, 409, 413, 429, 500, 502, 503, 504] as const
type Status = (typeof STATUSES)[number]

const TEXT = 'Made up for this test.'
const CODE = 'TEST.0001'

/** By name: the body, the services whose API has it, and what the message takes from it. */
const FORMATS = {
  'error_code, error_msg': {
    body: { json: { error_code: CODE, error_msg: TEXT } },
    of: ['drs', 'ddm', 'oms'],
    code: CODE,
  },
  'errCode, externalMessage': {
    body: { json: { errCode: CODE, externalMessage: TEXT } },
    of: ['drs', 'ddm', 'oms'],
    code: CODE,
  },
  'error.code, error.message': {
    body: { json: { error: { code: CODE, message: TEXT, title: 'Test' } } },
    of: ['drs', 'ddm', 'oms'],
    code: CODE,
  },
  'the OMS envelope': {
    body: { json: { success: false, code: CODE, message: TEXT } },
    // A pair of `code` and `message` with content is understood whoever sends it.
    of: ['drs', 'ddm', 'oms'],
    code: CODE,
  },
  'plain text': { body: { text: TEXT }, of: [], code: null },
  'a web page': { body: { html: `<html><title>${TEXT}</title></html>` }, of: [], code: null },
  'no body': { body: { text: '' }, of: [], code: null },
} as const satisfies Record<string, { body: object; of: readonly Service[]; code: string | null }>

/** The format in which the service itself tells of its errors. */
const NATIVE: Readonly<Record<Service, Format>> = {
  drs: 'error_code, error_msg',
  ddm: 'error_code, error_msg',
  oms: 'the OMS envelope',
}

type Format = keyof typeof FORMATS
export const FORMAT_NAMES: readonly Format[] = [
  'error_code, error_msg',
  'errCode, externalMessage',
  'error.code, error.message',
  'the OMS envelope',
  'plain text',
  'a web page',
  'no body',
]

const isKnown = (format: Format, { service }: Hit) => FORMATS[format].of.some(one => one === service)

/** Returns the row of a status with a body. */
export function statusRow(status: Status, format: Format): FaultRow {
  const { body, code } = FORMATS[format]
  return {
    name: `${status}, ${format}`,
    fault: (): Fault => ({ kind: 'answer', status, ...body }),
    means: hit => meaningOf(status, isKnown(format, hit)),
    says: new RegExp(`HTTP ${status}${format === 'no body' ? '' : `.*${TEXT}`}`),
    status,
    code: hit => (isKnown(format, hit) ? code : null),
    brief: service => format !== NATIVE[service],
  }
}

function meaningOf(status: Status, known: boolean): Meaning {
  switch (status) {
    case 400:
    case 409:
    case 413:
      return { kind: 'refused', known }
    case 401:
      return { kind: 'ends', reason: 'authentication-failed', known }
    case 403:
      return { kind: 'ends', reason: 'permission-denied', known }
    case 404:
      return { kind: 'ends', reason: 'not-found', known }
    case 429:
      return { kind: 'throttled', waitMs: null }
    case 408:
    case 500:
    case 502:
    case 503:
    case 504:
      return { kind: 'transient', known }
  }
}

export const STATUS_ROWS: readonly FaultRow[] = STATUSES.flatMap(status =>
  FORMAT_NAMES.map(format => statusRow(status, format)),
)
