import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { isSignedWith, parseAuthorization, parseSdkDate } from '../../simulator/auth/signature.ts'
import type { SignableRequest } from '../../src/cloud/credential.ts'
import { authorization, sdkDate, signedHeaders } from '../../src/identity/signer.ts'
import { systemClock } from '../../src/ports.ts'
import { anyCharacter } from '../../testing/any-character.ts'

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
      expectedAuthorization: z.string(),
    }),
  )
  .parse(JSON.parse(readFileSync(new URL('../data/signing-vectors.json', import.meta.url), 'utf8')))
  .filter(({ algorithm }) => algorithm === 'SDK-HMAC-SHA256')

const SECRET = 'example-secret-key-not-real'
const signing = {
  clock: { ...systemClock, date: () => new Date('2026-11-21T03:00:00.900Z') },
  addSecret: () => {},
}

/** What the gateway of the simulator, written on its own, says to a request that we signed. */
function gatewayAccepts({ method, url, body }: SignableRequest, headers: Readonly<Record<string, string>>) {
  const lower = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.trim()]),
  )
  const given = parseAuthorization(lower['authorization'] ?? '')
  const arrived = { method, target: url.pathname + url.search, headers: lower, body: Buffer.from(body) }
  return given !== null && isSignedWith(arrived, given, SECRET)
}

function isAccepted(request: SignableRequest, securityToken = ''): boolean {
  return gatewayAccepts(request, signedHeaders(request, { id: 'AK', secret: SECRET, securityToken }, signing))
}

describe('the signer gives the golden signature of', () => {
  it('all 24 vectors, so that an empty file cannot pass', () => {
    expect(vectors).toHaveLength(24)
  })

  it.each(vectors)('$name', ({ method, url, headers, body, ak, sk, expectedAuthorization }) => {
    const request = { method, url: new URL(url), headers, body }
    const key = { id: ak, secret: sk, securityToken: '' }
    expect(authorization(request, key)).toBe(expectedAuthorization)
  })
})

describe('a signed request is accepted by the gateway', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 })
  const header = fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/)

  it('whatever stands in its path, values, body, headers and security token', () => {
    const anyRequest = fc.record({
      segments: fc.array(text, { maxLength: 5 }),
      query: fc.dictionary(fc.stringMatching(/^[a-zA-Z0-9_-]{1,8}$/), text, { maxKeys: 5 }),
      body: fc.string({ unit: anyCharacter, maxLength: 200 }),
      method: fc.constantFrom('GET' as const, 'POST' as const),
      language: header,
      token: fc.option(header, { nil: '' }),
    })
    fc.assert(
      fc.property(anyRequest, ({ segments, query, body, method, language, token }) => {
        const path = segments.map(segment => encodeURIComponent(segment)).join('/')
        const url = new URL(`https://drs.example.com/${path}`)
        for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
        return isAccepted({ method, url, body, headers: { 'X-Language': language } }, token)
      }),
      { seed: 20261121, numRuns: 300 },
    )
  })

  it.each([
    ['a percent sign that begins no escape', 'https://h/50%/x%zz'],
    ['a plus sign for a blank in the query', 'https://h/p?Action=a+b&c=d%2Be'],
    ['a parameter without a value', 'https://h/p?flag&b='],
    ['one parameter several times', 'https://h/p?a=2&a=10&a=1&A=0'],
    ['an equals sign inside a value', 'https://h/p?next=a=b=c'],
    ['empty segments', 'https://h//a///b//'],
    ['dots and a port', 'https://h:8443/a/./b/../c'],
    ['no path at all', 'https://h'],
  ])('with %s', (_, url) => {
    expect(isAccepted({ method: 'GET', url: new URL(url), body: '', headers: {} })).toBe(true)
  })

  it('but not with another body, path, header or security token', () => {
    const request = { method: 'POST', url: new URL('https://h/p?a=1'), body: '{}', headers: { 'X-A': 'b' } }
    const headers = signedHeaders(request, { id: 'AK', secret: SECRET, securityToken: 'T' }, signing)
    expect(gatewayAccepts(request, headers)).toBe(true)
    expect(gatewayAccepts({ ...request, body: '{ }' }, headers)).toBe(false)
    expect(gatewayAccepts({ ...request, url: new URL('https://h/q?a=1') }, headers)).toBe(false)
    expect(gatewayAccepts({ ...request, url: new URL('https://h/p?a=2') }, headers)).toBe(false)
    expect(gatewayAccepts(request, { ...headers, 'X-A': 'c' })).toBe(false)
    expect(gatewayAccepts(request, { ...headers, 'X-Security-Token': 'U' })).toBe(false)
  })
})

describe('the headers of a signed request', () => {
  const request = {
    method: 'GET',
    url: new URL('https://drs.example.com:8443/v3'),
    body: '',
    headers: { 'X-Language': 'en-us' },
  }
  const headersWith = (securityToken: string) =>
    signedHeaders(request, { id: 'AK', secret: SECRET, securityToken }, signing)

  it('hold what the request had, the host with its port, the date to the second and no empty token', () => {
    const { Authorization, ...rest } = headersWith('')
    expect(rest).toEqual({
      'X-Language': 'en-us',
      host: 'drs.example.com:8443',
      'X-Sdk-Date': '20261121T030000Z',
    })
    expect(Authorization).toMatch(
      /^SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-language;x-sdk-date, Signature=[0-9a-f]{64}$/,
    )
  })

  it('sign the security token of temporary keys', () => {
    const { Authorization, 'X-Security-Token': token } = headersWith('T')
    expect(token).toBe('T')
    expect(Authorization).toContain('SignedHeaders=host;x-language;x-sdk-date;x-security-token,')
  })

  it('make the signature known as a secret', () => {
    const known: string[] = []
    const ports = { ...signing, addSecret: (signature: string) => void known.push(signature) }
    const { Authorization } = signedHeaders(request, { id: 'A', secret: SECRET, securityToken: '' }, ports)
    expect(known).toHaveLength(1)
    expect(Authorization?.endsWith(`Signature=${known[0]}`)).toBe(true)
  })
})

it('a request without a date is not signed', () => {
  const request = { method: 'GET', url: new URL('https://h/'), body: '', headers: {} }
  expect(() => authorization(request, { id: 'AK', secret: SECRET, securityToken: '' })).toThrow(
    'X-Sdk-Date header',
  )
})

it('the date of a signature is UTC to the second, cut and not rounded', () => {
  expect(sdkDate(new Date('2026-02-03T04:05:06.999+08:00'))).toBe('20260202T200506Z')
  expect(parseSdkDate(sdkDate(new Date(0)))).toBe(0)
})
