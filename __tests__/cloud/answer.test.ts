import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { addressAdvice } from '../../src/cloud/advice.ts'
import { type Call, readAnswer, waitToldBy } from '../../src/cloud/answer.ts'
import { errorInJson } from '../../src/cloud/error-body.ts'
import type { ServiceErrors } from '../../src/cloud/error-table.ts'
import { ApiFault } from '../../src/cloud/fault.ts'
import type { HttpAnswer } from '../../src/cloud/http.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { ERROR_MAX_CHARACTERS } from '../../src/report/words.ts'
import { shown } from './shown.ts'

const asItIs = (text: string) => text
const NOW = new Date('2026-11-21T03:00:00Z')
const URL_OF_CALL = new URL('https://drs.example.com/v3/p/jobs')

/** Of a service that knows three codes of its own. */
const ERRORS: ServiceErrors = {
  codes: {
    'NEW.304': { advice: verbatim('Bring the task into CONFIGURATION.') },
    'NEW.1504': { means: 'not-now' },
    'NEW.100': { means: 'authentication-failed' },
  },
  rights: null,
}

const callThat = (operation: 'read' | 'start'): Call<{ results: readonly string[] }> => ({
  operation,
  doing: verbatim('read the result of task jb101'),
  method: 'POST',
  url: URL_OF_CALL,
  schema: z.looseObject({ results: z.array(z.string()) }),
  errorIn: errorInJson,
  errors: ERRORS,
})

const answerOf = (status: number, body: unknown, headers: HttpAnswer['headers'] = {}): HttpAnswer => ({
  status,
  headers,
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
})

function faultIn(answer: HttpAnswer, operation: 'read' | 'start' = 'read', signedAt: Date | null = NOW) {
  return faultOf(callThat(operation), answer, signedAt)
}

function faultOf(call: ReturnType<typeof callThat>, answer: HttpAnswer, signedAt: Date | null = NOW) {
  try {
    const read = readAnswer(call, answer, ERRORS, signedAt, asItIs)
    throw new Error(`no fault: ${JSON.stringify(read.value)}`)
  } catch (error) {
    if (error instanceof ApiFault) return shown(error)
    throw error
  }
}

it('an answer of the right shape is returned with its status, request id and headers', () => {
  const answer = answerOf(202, { results: ['a'], more: 1 }, { 'x-request-id': 'r1' })
  expect(readAnswer(callThat('read'), answer, ERRORS, NOW, asItIs)).toEqual({
    value: { results: ['a'], more: 1 },
    httpStatus: 202,
    requestId: 'r1',
    headers: { 'x-request-id': 'r1' },
    errors: ERRORS,
    body: { results: ['a'], more: 1 },
  })
})

it('an answer with a byte order mark before its JSON is read like one without', () => {
  const answer = answerOf(200, `\uFEFF${JSON.stringify({ results: ['a'] })}`)
  expect(readAnswer(callThat('read'), answer, ERRORS, NOW, asItIs).value).toEqual({ results: ['a'] })
})

describe('a 2xx that cannot be understood is an invalid response that may pass:', () => {
  it.each([
    ['nothing', '', 'HTTP 200, but the answer is empty.'],
    ['blanks', ' \n', 'HTTP 200, but the answer is empty.'],
    ['a login page', '<title>Sign in</title>', 'the answer is not JSON: a web page titled "Sign in".'],
    ['a page without a word', '<p>', 'HTTP 200, but the answer is not JSON: an empty web page.'],
    ['a page of style', '<style>x{}</style>', 'the answer is not JSON: an empty web page.'],
    ['half an answer', '{"results": [', 'the answer is not JSON: {"results": [.'],
    ['an endless word', 'x'.repeat(9_999), 'the answer is not JSON: one long word.'],
    ['another shape', { results: [1] }, 'the answer has an unknown shape at results.0.'],
    ['null', 'null', 'the answer has an unknown shape at the answer.'],
    ['a number', '5', 'the answer has an unknown shape at the answer.'],
  ])('%s', (_, body, text) => {
    const fault = faultIn(answerOf(200, body), 'start')
    expect(fault.message).toContain('Could not read the result of task jb101: ')
    expect(fault.message).toContain(text)
    expect(fault).toMatchObject({ kind: 'transient', invalidResponse: true, httpStatus: 200 })
    expect(fault).toMatchObject({ understood: false, nothingStarted: false, final: false })
  })
})

describe('an error answer says', () => {
  it.each([
    ['a page', '<title>404 Not Found</title>'],
    ['no words', ''],
    ['an unknown JSON', { message: 'no Route matched with those values' }],
    ['the code of the gateway', { error_code: 'APIG.0101', error_msg: 'The API does not exist' }],
  ])('for a 404 with %s that the endpoint is wrong, and what a right one would be', (_, body) => {
    const { kind, advice } = faultIn(answerOf(404, body))
    expect(kind).toBe('not-found')
    expect(advice).toBe(addressAdvice('endpoint', URL_OF_CALL).in('en-us'))
  })

  it.each([
    ['alone', { code: 'X.1', message: 'why' }],
    ['in one object', { badRequest: { code: 'X.1', message: 'why' } }],
    ['beside what was not asked for', { errorCode: 'X.1', errorMsg: 'why', other: [1] }],
  ])('an error inside a 200 where the answer lacks what was asked for: %s', (_, body) => {
    expect(faultIn(answerOf(200, body))).toMatchObject({
      kind: 'service-error',
      code: 'X.1',
      understood: true,
    })
  })

  it('nothing where such words stand beside what was asked for', () => {
    const body = { code: 'X.1', message: 'why', results: ['a'] }
    expect(readAnswer(callThat('read'), answerOf(200, body), ERRORS, NOW, asItIs).value.results).toEqual([
      'a',
    ])
  })

  it.each(['{}', '[]', 'null', '""'])('no words where the body is %s, which says nothing', body => {
    expect(faultIn(answerOf(403, body)).message).toBe('Could not read the result of task jb101: HTTP 403.')
  })

  it('its status once where the code repeats it, as that of IAM does', () => {
    const body = { error: { code: 401, message: 'no', title: 'Unauthorized' } }
    expect(faultIn(answerOf(401, body))).toMatchObject({
      message: 'Could not read the result of task jb101: HTTP 401, "no".',
      code: '401',
    })
  })

  it('the id that IAM calls a trace', () => {
    const headers = { 'x-iam-trace-id': 'trace-1' }
    expect(faultIn(answerOf(403, '', headers))).toMatchObject({ requestId: 'trace-1' })
  })

  it('how to read the message that only STS can decode', () => {
    const body = { error_code: 'PAP.1', error_msg: 'no', encoded_authorization_message: 'abc123' }
    const { message, advice } = faultIn(answerOf(403, body))
    expect(message).toMatch(/"no"\. encoded_authorization_message: abc123$/)
    expect(advice).toContain('/v5/decode-authorization-message')
  })

  it('status, code, id and 200 characters of the words however it is cut, whatever was being done', () => {
    const words = 'w'.repeat(190) + 'ENDOFWORDS'
    const body = { error_code: 'A'.repeat(64), error_msg: words, request_id: 'r'.repeat(64) }
    const call = { ...callThat('read'), doing: verbatim('do '.repeat(400)) }
    const cut = faultOf(call, answerOf(403, body)).message.slice(0, ERROR_MAX_CHARACTERS)
    for (const part of ['Could not do', 'HTTP 403', 'A'.repeat(64), 'r'.repeat(64), words]) {
      expect(cut).toContain(part)
    }
  })

  it('for a 404 of the service itself that the ids are wrong', () => {
    const { advice } = faultIn(answerOf(404, { error_code: 'DRS.NEW', error_msg: 'No such task.' }))
    expect(advice).toBe('Check the ids, the region and the project of this target.')
  })

  it('what was being done, the status, the code, the text and the request id', () => {
    const body = { error_code: 'NEW.304', error_msg: 'Not now.', request_id: 'r2' }
    const fault = faultIn(answerOf(400, body, { 'x-request-id': 'r1' }), 'start')
    expect(fault.message).toBe(
      'Could not read the result of task jb101: HTTP 400, NEW.304, request id r2, "Not now.".',
    )
    expect(fault).toMatchObject({
      kind: 'start-refused',
      code: 'NEW.304',
      httpStatus: 400,
      requestId: 'r2',
    })
    expect(fault.advice).toContain('CONFIGURATION')
    expect(fault).toMatchObject({ understood: true, nothingStarted: false, throttled: false })
  })

  it.each([
    ['a code inside a 2xx', 200, { error_code: 'DRS.M00200', error_msg: 'x' }, 'service-error'],
    ['a passing code inside a 2xx', 202, { error_code: 'NEW.1504' }, 'transient'],
    ['a bad credential inside a 2xx', 200, { error_code: 'NEW.100' }, 'authentication-failed'],
    ['an IAM error', 404, { error: { message: 'No user.', code: 'IAM.1' } }, 'not-found'],
    ['a DDM error', 500, { errCode: 'DBS.300002', externalMessage: 'Failure.' }, 'transient'],
  ])('%s', (_, status, body, kind) => {
    expect(faultIn(answerOf(status, body))).toMatchObject({ kind, understood: true, httpStatus: status })
  })

  it.each([
    [' new.1504 ', 'not-now'],
    ['NEW.304', null],
    ['NEW.1', null],
  ])("and what the service's own table says of %j", (error_code, means) => {
    expect(faultIn(answerOf(400, { error_code }))).toMatchObject({ means })
  })

  it.each([
    ['a page', '<title>502 Bad Gateway</title>', 'HTTP 502, "a web page titled "502 Bad Gateway"".'],
    ['plain text', 'no upstream', 'HTTP 502, "no upstream".'],
    ['nothing', '', 'HTTP 502.'],
    ['JSON of an unknown format', '{"message": "a\\/b \\u0026 c"}', 'HTTP 502, "{"message":"a/b & c"}".'],
    ['a list', '["a"]', 'HTTP 502, "["a"]".'],
  ])('its text, if it is %s, but is not taken for one of the service', (_, body, text) => {
    const fault = faultIn(answerOf(502, body))
    expect(fault.message.endsWith(text)).toBe(true)
    expect(fault).toMatchObject({ kind: 'transient', understood: false, invalidResponse: false })
  })

  it('no more than it can when its JSON is nested a million times', () => {
    const body = '['.repeat(1_000_000) + ']'.repeat(1_000_000)
    expect(faultIn(answerOf(500, body))).toMatchObject({ kind: 'transient', understood: false })
  })
})

describe('a redirect is refused by the name of the host it points to', () => {
  it.each([
    ['https://login.example.com/sso?a=b', 'login.example.com'],
    ['//other.example.com:8443/x', 'other.example.com:8443'],
    ['/elsewhere', 'drs.example.com'],
    ['http://[broken', 'an unreadable address'],
    ['mailto:admin@example.com', 'an unreadable address'],
    [undefined, 'an unnamed place'],
  ])('%s', (location, host) => {
    const headers = location === undefined ? {} : { location }
    for (const [operation, kind] of [
      ['start', 'start-refused'],
      ['read', 'service-error'],
    ] as const) {
      const fault = faultIn(answerOf(302, '<p>Moved</p>', headers), operation)
      expect(fault.message).toContain(`HTTP 302, a redirect to ${host}, which is not followed`)
      expect(fault).toMatchObject({ kind, understood: false })
      expect(fault.advice).toContain('endpoint')
    }
  })

  it('and leaves the advice to a code that refuses the credential', () => {
    const fault = faultIn(answerOf(302, { error_code: 'APIGW.0301', error_msg: 'x' }))
    expect([fault.kind, fault.advice]).toEqual(['authentication-failed', null])
  })
})

describe('a clock that is off', () => {
  const adviceOn = (date: string, signedAt: Date | null = NOW) =>
    faultIn(answerOf(401, { error_code: 'APIGW.0301', error_msg: 'x' }, { date }), 'read', signedAt).advice

  it.each([
    ['Sat, 21 Nov 2026 02:40:00 GMT', /20 minutes ahead of .*NTP/],
    ['Sat, 21 Nov 2026 03:20:00 GMT', /20 minutes behind .*NTP/],
    ['Sun, 22 Nov 2026 03:00:00 GMT', /1440 minutes behind/],
  ])('is named when a signature is turned away at %s', (date, advice) => {
    expect(adviceOn(date)).toMatch(advice)
  })

  it('is not named within a quarter of an hour, or when the answer has no date', () => {
    expect(adviceOn('Sat, 21 Nov 2026 02:46:00 GMT')).toBeNull()
    expect(adviceOn('yesterday')).toBeNull()
    expect(adviceOn('')).toBeNull()
  })

  it('is no matter to a token or a password', () => {
    expect(adviceOn('Sat, 21 Nov 2026 02:40:00 GMT', null)).toBeNull()
  })

  it('is no matter to other faults', () => {
    const fault = faultIn(answerOf(403, 'No.', { date: 'Sat, 21 Nov 2026 02:40:00 GMT' }))
    expect(fault.advice).not.toContain('clock')
  })
})

describe('a throttled answer', () => {
  it.each([
    ['by its status', 429, '<title>Slow down</title>'],
    ['by its code', 500, { error_code: 'APIC.0308', error_msg: 'x' }],
  ])('is known %s, and nothing was started by it', (_, status, body) => {
    const fault = faultIn(answerOf(status, body), 'start')
    expect(fault).toMatchObject({ kind: 'transient', throttled: true, nothingStarted: true })
    expect(fault.advice).toContain('timeout-minutes')
  })

  it.each<[string, HttpAnswer['headers'], string, number | null]>([
    ['in Retry-After', { 'retry-after': '9' }, 'limit:1,time:1 minute', 9_000],
    ['in its text', {}, 'policy user over ratelimit,limit:1,time:1 minute', 60_000],
    ['nowhere', {}, 'Slow down', null],
    [
      'by a date, which the clock of the service tells',
      { 'retry-after': 'Sat, 21 Nov 2026 05:00:40 GMT', date: 'Sat, 21 Nov 2026 05:00:00 GMT' },
      '',
      40_000,
    ],
    ['by a date alone', { 'retry-after': 'Sat, 21 Nov 2026 03:00:40 GMT' }, '', 40_000],
  ])('tells how long to wait %s', (_, headers, text, wait) => {
    const answer = answerOf(429, { error_code: 'APIGW.0308', error_msg: text }, headers)
    expect(waitToldBy(answer, faultIn(answer), NOW)).toBe(wait)
  })

  it('is the only one that is listened to', () => {
    const answer = answerOf(503, 'time:1 minute', { 'retry-after': '9' })
    expect(waitToldBy(answer, faultIn(answer), NOW)).toBeNull()
  })
})

describe('a number', () => {
  const said = (source: string) => {
    const call = { ...callThat('read'), schema: z.looseObject({ rate: z.unknown() }) }
    return readAnswer(call, answerOf(200, `{"rate":${source}}`), ERRORS, NOW, asItIs).value.rate
  }

  it.each(['99.99999999999999999', '9.9999999999999999999e1', '999999999999999999999999e-22'])(
    'that cannot be held as it is written stays its text: %s',
    source => {
      expect(said(source)).toBe(source)
    },
  )

  it.each(['100', '99.5', '1e2', '0.30000000000001'])('that can is one: %s', source => {
    expect(said(source)).toBe(Number(source))
  })
})
