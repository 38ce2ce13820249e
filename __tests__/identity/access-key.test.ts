import { describe, expect, it } from 'vitest'
import { accessKey } from '../../src/identity/access-key.ts'
import { systemClock } from '../../src/ports.ts'
import { credentialOf } from '../../testing/credentials.ts'

const KEY = { 'access-key-id': 'AK', 'secret-access-key': 'secret-key', 'security-token': '' }

describe('an access key', () => {
  it('signs every request anew', async () => {
    const request = { method: 'GET', url: new URL('https://h/p'), headers: {}, body: '' }
    const dates = ['2026-11-21T03:00:00Z', '2026-11-21T03:00:01Z']
    const clock = { ...systemClock, date: () => new Date(dates.shift() ?? 0) }
    const { headersFor } = credentialOf(accessKey, KEY, { clock })
    const [one, other] = [await headersFor(request), await headersFor(request)]
    expect([one['X-Sdk-Date'], other['X-Sdk-Date']]).toEqual(['20261121T030000Z', '20261121T030001Z'])
    expect(one['Authorization']).not.toBe(other['Authorization'])
  })
})

describe('the advice on an access key', () => {
  const adviceWith = (token: string) =>
    credentialOf(accessKey, { ...KEY, 'security-token': token }).advice.in('en-us')

  it('names expiry only with a security token', () => {
    expect(adviceWith('token')).toContain('may have expired')
    expect(adviceWith('')).not.toContain('expired')
  })

  it('holds neither key nor token', () => {
    expect(adviceWith('token-of-mine')).not.toMatch(/AK\b|secret-key|token-of-mine/)
  })
})
