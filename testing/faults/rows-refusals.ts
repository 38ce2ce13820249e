import type { Fault, FaultRow, Hit, Meaning } from './model.ts'
import { NOTHING } from './rows-transport.ts'

/** One request too many, redirects, and error codes that say something else than their status. */

const SECOND_MS = 1_000
const refused: Meaning = { kind: 'refused', known: false }
const isHuawei = ({ service }: Hit) => service !== 'oms'
const isDrs = ({ service }: Hit) => service === 'drs'

function throttling(
  name: string,
  waitMs: number | null,
  limit: Partial<Extract<Fault, { kind: 'throttle' }>>,
): FaultRow {
  return {
    name: `429, ${name}`,
    fault: () => ({ kind: 'throttle', limit: 10, windowMs: 60 * SECOND_MS, ...limit }),
    means: () => ({ kind: 'throttled', waitMs }),
    says: /HTTP 429, APIGW\.0308/,
    status: 429,
    code: () => 'APIGW.0308',
  }
}

export const THROTTLING: readonly FaultRow[] = [
  throttling('`Retry-After` in seconds', 5 * SECOND_MS, { retryAfter: { seconds: 5 } }),
  throttling('`Retry-After` as a date', 7 * SECOND_MS, { retryAfter: { dateInMs: 7 * SECOND_MS } }),
  throttling('`limit:…,time:30 second`', 30 * SECOND_MS, { windowMs: 30 * SECOND_MS }),
  throttling('`limit:…,time:1 minute`', 60 * SECOND_MS, {}),
  throttling('`Retry-After: 0` beside `time:30 second`', 30 * SECOND_MS, {
    windowMs: 30 * SECOND_MS,
    retryAfter: { seconds: 0 },
  }),
  throttling('a wait that ends after the deadline', 600 * SECOND_MS, { retryAfter: { seconds: 600 } }),
]

const redirect = (status: number): FaultRow => ({
  name: `${status} to another host`,
  fault: () => ({ kind: 'redirect', to: 'https://login.example.com/sign-in?next=here', status }),
  means: () => refused,
  says: new RegExp(
    `HTTP ${status}, (?:request id \\S+, )?a redirect to login\\.example\\.com, which is not followed`,
  ),
  status,
})

/** A code in an answer whose status alone would mean something else. */
function coded(status: number, code: string, means: Meaning, hits: (hit: Hit) => boolean): FaultRow {
  return {
    name: `${status} with \`${code}\``,
    fault: ({ service }) => ({
      kind: 'answer',
      status,
      json:
        service === 'oms'
          ? { success: false, code, message: 'Made up for this test.' }
          : { error_code: code, error_msg: 'Made up for this test.' },
    }),
    means: () => means,
    says: new RegExp(
      `HTTP ${status}, ${code.replace('.', '\\.')}, (?:request id \\S+, )?"Made up for this test\\."`,
    ),
    status,
    code: () => code,
    hits,
    brief: () => true,
  }
}

const transient: Meaning = { kind: 'transient', known: true }
const final: Meaning = { kind: 'refused', known: true }
const ends = (reason: Extract<Meaning, { kind: 'ends' }>['reason']): Meaning => ({
  kind: 'ends',
  reason,
  known: true,
})
const always = () => true

export const REDIRECTS_AND_CODES: readonly FaultRow[] = [
  ...[301, 302, 307, 308].map(redirect),
  coded(200, 'DRS.M00004', transient, isDrs),
  coded(400, 'DRS.M01501', transient, isDrs),
  coded(400, 'DRS.M00100', ends('authentication-failed'), isDrs),
  coded(500, 'DRS.M00101', ends('permission-denied'), isDrs),
  coded(400, 'DRS.M00261', ends('permission-denied'), isDrs),
  coded(500, 'DRS.M05003', ends('not-found'), isDrs),
  coded(400, 'DRS.M00304', final, isDrs),
  coded(400, 'DBS.300129', ends('not-found'), isHuawei),
  coded(500, 'DBS.280001', final, isHuawei),
  coded(500, 'DBS.300002', transient, isHuawei),
  coded(400, 'APIGW.0301', ends('authentication-failed'), isHuawei),
  coded(401, 'APIGW.0307', ends('authentication-failed'), isHuawei),
  coded(401, 'APIG.0302', ends('permission-denied'), isHuawei),
  coded(400, 'APIC.0101', ends('not-found'), isHuawei),
  coded(400, 'APIGW.0201', final, isHuawei),
  coded(502, 'APIGW.0201', transient, isHuawei),
  coded(400, 'APIGW.0601', transient, isHuawei),
  coded(401, 'TEST.0001', ends('authentication-failed'), always),
  coded(200, 'TEST.0001', final, always),
  coded(200, 'INNER_ERROR', transient, ({ service }) => service === 'oms'),
  coded(200, 'GHANA-OPERIE000000', transient, ({ service }) => service === 'oms'),
  {
    name: 'another date',
    fault: () => ({ kind: 'date', offsetMs: 86_400_000 }),
    means: () => ({ kind: 'harmless' }),
    says: NOTHING,
  },
]
