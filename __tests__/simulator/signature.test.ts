import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  canonicalRequest,
  formatSdkDate,
  isSignedWith,
  parseAuthorization,
  parseSdkDate,
  type SignedRequest,
  signatureOf,
} from '../../simulator/auth/signature.ts'

const vectors = z
  .array(
    z.object({
      name: z.string(),
      algorithm: z.string(),
      method: z.string(),
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      body: z.string(),
      ak: z.string(),
      sk: z.string(),
      date: z.string(),
      expectedAuthorization: z.string(),
      canonicalRequest: z.string(),
    }),
  )
  .parse(JSON.parse(readFileSync(new URL('../data/signing-vectors.json', import.meta.url), 'utf8')))
  .filter(({ algorithm }) => algorithm === 'SDK-HMAC-SHA256')
type Vector = (typeof vectors)[number]

/** Cut by hand: URL would rewrite the very bytes that the signature covers. */
function asRequest({ method, url, headers, body }: Vector): SignedRequest {
  const target = url.replace(/^https:\/\/[^/]+/, '')
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  return { method, target, headers: Object.fromEntries(lower), body: Buffer.from(body) }
}

function accepts(request: SignedRequest, authorization: string, secret: string): boolean {
  const given = parseAuthorization(authorization)
  return given !== null && isSignedWith(request, given, secret)
}

/** Another byte that means something else wherever it stands. */
const swapped = (text: string, at: number): string =>
  text.slice(0, at) + (text[at] === 'q' ? 'r' : 'q') + text.slice(at + 1)

const everyChange = (text: string): readonly string[] => [...text].map((_, at) => swapped(text, at))

describe('the golden signatures', () => {
  it('are 24 of SDK-HMAC-SHA256, so that an empty file cannot make these tests pass', () => {
    expect(vectors).toHaveLength(24)
  })

  it.each(vectors)('$name is accepted, with the same canonical request', vector => {
    const request = asRequest(vector)
    const signedHeaders = parseAuthorization(vector.expectedAuthorization)?.signedHeaders ?? []
    expect(canonicalRequest(request, signedHeaders)).toBe(vector.canonicalRequest)
    expect(accepts(request, vector.expectedAuthorization, vector.sk)).toBe(true)
  })

  it.each(vectors)('$name is rejected with any byte of the signature changed', vector => {
    const request = asRequest(vector)
    const [before = '', signature = ''] = vector.expectedAuthorization.split(/(?<=Signature=)/)
    const changed = [...signature].map(
      (char, at) => signature.slice(0, at) + (char === 'a' ? 'b' : 'a') + signature.slice(at + 1),
    )
    expect(changed).toHaveLength(64)
    expect(changed.filter(other => accepts(request, before + other, vector.sk))).toEqual([])
  })

  it.each(vectors)('$name is rejected with any byte of any signed header changed', vector => {
    const request = asRequest(vector)
    const changed = Object.entries(request.headers).flatMap(([name, value]) =>
      everyChange(value).map(other => ({ ...request, headers: { ...request.headers, [name]: other } })),
    )
    expect(changed.length).toBeGreaterThan(0)
    expect(changed.filter(other => accepts(other, vector.expectedAuthorization, vector.sk))).toEqual([])
  })

  it.each(vectors)('$name is rejected with any byte of path or query changed', vector => {
    const request = asRequest(vector)
    const changed = everyChange(request.target)
    expect(changed.length).toBeGreaterThan(0)
    const accepted = changed.filter(target =>
      accepts({ ...request, target }, vector.expectedAuthorization, vector.sk),
    )
    expect(accepted).toEqual([])
  })

  it.each(vectors)('$name is rejected with any byte of the body changed, or one more', vector => {
    const request = asRequest(vector)
    const bodies = [...everyChange(vector.body), `${vector.body} `].map(text => Buffer.from(text))
    const accepted = bodies.filter(body =>
      accepts({ ...request, body }, vector.expectedAuthorization, vector.sk),
    )
    const isUnsigned = request.headers['x-sdk-content-sha256'] === 'UNSIGNED-PAYLOAD'
    expect(accepted).toHaveLength(isUnsigned ? bodies.length : 0)
  })

  it.each(vectors)('$name is rejected for another secret key or method', vector => {
    const request = asRequest(vector)
    expect(accepts(request, vector.expectedAuthorization, `${vector.sk}0`)).toBe(false)
    const method = request.method === 'GET' ? 'POST' : 'GET'
    expect(accepts({ ...request, method }, vector.expectedAuthorization, vector.sk)).toBe(false)
  })
})

describe('a signature', () => {
  const date = '20261121T030000Z'
  const secret = 'example-secret'
  const request = (headers: Record<string, string>): SignedRequest => {
    return { method: 'GET', target: '/v3/x', headers, body: Buffer.alloc(0) }
  }
  const sign = (signed: SignedRequest, names: readonly string[]): string =>
    `SDK-HMAC-SHA256 Access=AK, SignedHeaders=${names.join(';')}, Signature=${signatureOf(
      canonicalRequest(signed, names) ?? '',
      date,
      secret,
    )}`

  it('must cover the date', () => {
    const signed = request({ host: 'h', 'x-sdk-date': date })
    expect(accepts(signed, sign(signed, ['host']), secret)).toBe(false)
    expect(accepts(signed, sign(signed, ['host', 'x-sdk-date']), secret)).toBe(true)
  })

  it('must list its headers in order', () => {
    const signed = request({ host: 'h', 'x-sdk-date': date })
    expect(accepts(signed, sign(signed, ['x-sdk-date', 'host']), secret)).toBe(false)
  })

  it('fails when a header it covers did not arrive', () => {
    const signed = request({ host: 'h', 'x-sdk-date': date })
    const { host: _gone, ...rest } = signed.headers
    expect(accepts(request(rest), sign(signed, ['host', 'x-sdk-date']), secret)).toBe(false)
  })

  it('does not take the unsigned-payload marker from a header that is not signed', () => {
    const signed = request({ 'x-sdk-date': date, 'x-sdk-content-sha256': 'UNSIGNED-PAYLOAD' })
    const authorization = sign(signed, ['x-sdk-date'])
    expect(accepts({ ...signed, body: Buffer.from('x') }, authorization, secret)).toBe(false)
  })

  it.each([
    'SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=abc',
    'V11-HMAC-SHA256 Credential=AK/20261121/cn/ddm, SignedHeaders=host, Signature=',
    'Bearer x',
    '',
  ])('in another form is none: %s', value => {
    expect(parseAuthorization(value)).toBeNull()
  })
})

describe('the date of a signature', () => {
  it('goes to text and back', () => {
    const ms = Date.UTC(2026, 10, 21, 3, 4, 5)
    expect(formatSdkDate(ms)).toBe('20261121T030405Z')
    expect(parseSdkDate('20261121T030405Z')).toBe(ms)
  })

  it.each(['2026-11-21T03:04:05Z', '20261121T030405', '', '20261341T030405Z'])('%s is no date', text => {
    expect(parseSdkDate(text)).toBeNaN()
  })
})
