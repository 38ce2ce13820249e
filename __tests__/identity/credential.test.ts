import { describe, expect, it } from 'vitest'
import { accessKeyCredential } from '../../src/identity/access-key.ts'
import { basicCredential } from '../../src/identity/oms-basic.ts'
import { tokenCredential } from '../../src/identity/token.ts'
import { verbatim } from '../../src/precheck/sentence.ts'

describe('the headers of', () => {
  const request = { method: 'GET', url: new URL('https://h/p'), headers: { 'X-Language': 'en-us' }, body: '' }

  it('a token are what the call had and the token', async () => {
    const headers = await tokenCredential('my-token', verbatim('the inputs')).headersFor(request)
    expect(headers).toEqual({ 'X-Language': 'en-us', 'X-Auth-Token': 'my-token' })
  })

  it('an OMS user are HTTP Basic in UTF-8, and their value is a secret', async () => {
    const secrets: string[] = []
    const credential = basicCredential('ädmin', 'p:w', verbatim('the inputs'), secret => secrets.push(secret))
    const value = Buffer.from('ädmin:p:w').toString('base64')
    expect(await credential.headersFor(request)).toEqual({
      'X-Language': 'en-us',
      Authorization: `Basic ${value}`,
    })
    expect(secrets).toContain(value)
  })

  it('an access key are signed anew for every request', async () => {
    const dates = ['2026-11-21T03:00:00Z', '2026-11-21T03:00:01Z']
    const ports = { date: () => new Date(dates.shift() ?? 0), addSignature: () => {} }
    const key = { id: 'AK', secret: 'secret-key', securityToken: null }
    const { headersFor } = accessKeyCredential(key, verbatim('the inputs'), ports)
    const [one, other] = [await headersFor(request), await headersFor(request)]
    expect([one['X-Sdk-Date'], other['X-Sdk-Date']]).toEqual(['20261121T030000Z', '20261121T030001Z'])
    expect(one['Authorization']).not.toBe(other['Authorization'])
  })
})

describe('the advice on an access key', () => {
  const ports = { date: () => new Date(0), addSignature: () => {} }
  const adviceWith = (securityToken: string | null) =>
    accessKeyCredential(
      { id: 'AK', secret: 'secret-key', securityToken },
      verbatim('the inputs'),
      ports,
    ).advice.in('en-us')

  it('names expiry only with a security token', () => {
    expect(adviceWith('token')).toContain('may have expired')
    expect(adviceWith(null)).not.toContain('expired')
  })

  it('holds neither key nor token', () => {
    expect(adviceWith('token-of-mine')).not.toMatch(/AK\b|secret-key|token-of-mine/)
  })
})
