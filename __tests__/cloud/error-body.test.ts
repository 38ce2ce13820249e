import { describe, expect, it } from 'vitest'
import { errorInJson, plainTextOf as redactedPlainTextOf } from '../../src/cloud/error-body.ts'
import { Secrets } from '../../src/cloud/secrets.ts'

const nothing = { code: null, message: null, requestId: null, advice: null }

/** Without any secrets. */
const plainTextOf = (body: string) => {
  const text = redactedPlainTextOf(body, (text, characters) => text.slice(0, characters))
  return text?.in('en-us') ?? null
}

describe('an error is found in a body of', () => {
  it.each([
    [
      'the gateway',
      { error_code: 'APIGW.0301', error_msg: 'Incorrect IAM authentication', request_id: 'r1' },
      { code: 'APIGW.0301', message: 'Incorrect IAM authentication', requestId: 'r1' },
    ],
    ['a service', { error_code: 'DRS.M00304', error_msg: 'No.' }, { code: 'DRS.M00304', message: 'No.' }],
    [
      'a service that calls the text error_message',
      { error_code: 'DRS.M05003', error_message: 'Gone.' },
      { code: 'DRS.M05003', message: 'Gone.' },
    ],
    ['a service without a code', { error_msg: 'No.' }, { message: 'No.' }],
    ['a service without a text', { error_code: 'DRS.M1', error_msg: null }, { code: 'DRS.M1' }],
    ['a code that is a number', { error_code: 10000010, error_msg: 7 }, { code: '10000010', message: '7' }],
    [
      'the DDM appendix',
      { errCode: 'DBS.300129', externalMessage: 'Schema not found.', request_id: 'r2' },
      { code: 'DBS.300129', message: 'Schema not found.', requestId: 'r2' },
    ],
    ['the DDM appendix with a code only', { errCode: 'DBS.1' }, { code: 'DBS.1' }],
    ['the DDM appendix with a text only', { errCode: '', externalMessage: 'x' }, { message: 'x' }],
    [
      'IAM',
      { error: { code: 401, message: 'The password is wrong.', title: 'Unauthorized' } },
      { code: '401', message: 'The password is wrong.' },
    ],
    ['IAM with a code only', { error: { code: 'IAM.1' } }, { code: 'IAM.1' }],
    ['IAM with a title only', { error: { title: 'Forbidden' } }, { message: 'Forbidden' }],
    [
      'a newer service, with a policy message beside',
      { error_code: 'PAP.1', error_msg: 'denied', encoded_authorization_message: 'xyz' },
      { code: 'PAP.1', message: 'denied', encodedMessage: 'xyz' },
    ],
    ['blanks around everything', { error_code: ' A.1 ', error_msg: '\n m ' }, { code: 'A.1', message: 'm' }],
    ['wrong types beside a code', { error_code: 'A.1', error_msg: ['x'], request_id: {} }, { code: 'A.1' }],
    ['code and message', { code: 'X.1', message: 'why' }, { code: 'X.1', message: 'why', isWeak: false }],
    [
      'errorCode and errorMsg, with an id',
      { errorCode: 'X.1', errorMsg: 'why', requestId: 'r3' },
      { code: 'X.1', message: 'why', requestId: 'r3', isWeak: false },
    ],
    [
      'errorCode and errorMessage',
      { success: false, errorCode: 'X.1', errorMessage: 'why' },
      { code: 'X.1', message: 'why', isWeak: false },
    ],
    [
      'one object around a pair',
      { badRequest: { code: 400, message: 'why' } },
      { code: '400', message: 'why', isWeak: false },
    ],
    [
      'one object around another pair, with an id beside',
      { fault: { error_code: 'X.1', error_msg: 'why', request_id: 'in' }, request_id: 'out' },
      { code: 'X.1', message: 'why', requestId: 'out', isWeak: false },
    ],
    [
      'code and message beside other things, which may be no error at all',
      { code: 'X.1', message: 'why', results: [] },
      { code: 'X.1', message: 'why', isWeak: true },
    ],
    [
      'errorCode and errorMsg beside other things, whose names nothing but an error has',
      { errorCode: 'X.1', errorMsg: 'why', results: [] },
      { code: 'X.1', message: 'why', isWeak: false },
    ],
    [
      'IAM, with a policy message inside',
      { error: { code: 'IAM.1', message: 'no', encoded_authorization_message: 'abc' } },
      { code: 'IAM.1', message: 'no', encodedMessage: 'abc' },
    ],
    ['two formats at once', { error_code: 'A.1', error: { code: 'B.2' } }, { code: 'A.1' }],
  ])('%s', (_, json, found) => {
    expect(errorInJson(json)).toEqual({ ...nothing, ...found })
  })
})

describe('no error is found in', () => {
  it.each([
    ['null', null],
    ['a number', 500],
    ['a text', 'error_code'],
    ['an empty list', []],
    ['a list of errors', [{ error_code: 'DRS.M00100' }]],
    ['an empty object', {}],
    ['a result', { results: [{ error_code: 'DRS.M00100' }], count: 1 }],
    ['empty fields', { error_code: '', error_msg: ' ', request_id: 'r' }],
    ['a message of the other spelling alone', { error_message: 'Gone.', results: [] }],
    ['null fields', { error_code: null, errCode: null, error: null }],
    ['objects as fields', { error_code: {}, error_msg: [], errCode: true }],
    ['a code alone', { code: 'X.1' }],
    ['a message alone', { message: 'why' }],
    ['a pair of which one is blank', { errorCode: 'X.1', errorMsg: ' ' }],
    ['a success in these words', { code: 200, message: 'OK' }],
    ['another one', { code: 'SUCCESS', message: 'done' }],
    ['two objects, one with a pair', { badRequest: { code: 'X.1', message: 'why' }, data: {} }],
    ['a pair two objects deep', { a: { b: { code: 'X.1', message: 'why' } } }],
    ['an error that is a text', { error: 'Internal Server Error', status: 500 }],
    ['an error that says nothing', { error: {}, results: [] }],
    ['an error of blanks', { error: { code: ' ', message: '', title: null } }],
    ['an inherited code', JSON.parse('{"__proto__": {"error_code": "A.1"}}')],
  ])('%s', (_, json) => {
    expect(errorInJson(json)).toBeNull()
  })
})

describe('the readable line of a body that is not JSON', () => {
  it.each([
    ['plain text', 'upstream  connect\n error ', 'upstream connect error'],
    ['nothing', '', null],
    ['blanks', ' \r\n\t ', null],
    ['tags only', '<html><body></body></html>', null],
    [
      'a page with a title',
      '<html><head><TITLE lang="en"> 502\n Bad </TITLE>',
      'a web page titled "502 Bad"',
    ],
    ['a page without one', '<h1>Sign in</h1><p>with your account', 'Sign in with your account'],
    ['a page with an empty title', '<title> </title><p>Sorry', 'Sorry'],
    [
      'a page with style and script',
      '<style>x{}</style><script>f()</script ><p>Please sign in',
      'Please sign in',
    ],
    ['a page that ends in a style', '<p>Sorry</p><STYLE media="all">p{}', 'Sorry'],
    ['a page of style alone', '<style>x{}</style>', null],
    ['a lonely bracket', 'a < b and c > d', 'a d'],
  ])('of %s', (_, body, line) => {
    expect(plainTextOf(body)).toBe(line)
  })

  it('is cut between words, so that no half of a secret stands at its end', () => {
    const secret = 'vB8kPq2LxX9dWz7Hn4mTc1RsYe6GjUoQaKf0ZiE'
    for (let at = 440; at <= 520; at += 1) {
      const words = `${'word '.repeat(200).slice(0, at - 1)} `
      for (const body of [
        `${words}${secret} and more text`.padEnd(900, ' x'),
        `<title>${words}${secret} and more`.padEnd(900, ' x'),
        `${'<b>'.repeat(30_000)}${words}${secret} more`.padEnd(100_000, ' x'),
      ]) {
        const line = plainTextOf(body) ?? ''
        expect(line.length).toBeLessThanOrEqual(530)
        expect(line.replaceAll(secret, '')).not.toMatch(/vB8/)
      }
    }
  })

  it.each([
    ['folds blanks', 'two  blanks', '<p>two  blanks</p>'],
    ['takes markup out', 'with<b>markup', '<p>with<b>markup</p>'],
    ['shows entities', 'a&b<c>d', '<title>a&amp;b&lt;c&gt;d</title>'],
    ['cuts', 'one-long-secret and-its-end', `${'x '.repeat(240)}one-long-secret and-its-end, more`],
  ])('holds no secret, not even where it %s', (_, secret, body) => {
    const secrets = new Secrets(() => {})
    secrets.add(secret)
    const line = redactedPlainTextOf(body, secrets.redactBeginning)?.in('en-us')
    expect(line).toContain('***')
    expect(line).not.toMatch(/blanks|markup|amp|long-secret/)
  })

  it('of one endless word is none', () => {
    expect(plainTextOf('x'.repeat(501))).toBeNull()
    expect(plainTextOf('x'.repeat(500))).toHaveLength(500)
  })

  it.each([
    ['unfinished titles', '<title'.repeat(2_000_000)],
    ['empty titles', '<title>'.repeat(2_000_000)],
    ['styles', '<style>'.repeat(2_000_000)],
    ['scripts that do not end', '<script></script'.repeat(1_000_000)],
    ['brackets', '<'.repeat(16_000_000)],
    ['blanks', ' '.repeat(16_000_000)],
    ['blanks and tags', '< > '.repeat(4_000_000)],
  ])('of 16 MB of %s is found at once', (_, body) => {
    const startedAt = performance.now()
    expect(plainTextOf(body)?.length ?? 0).toBeLessThanOrEqual(500)
    expect(performance.now() - startedAt).toBeLessThan(500)
  })
})
