import { expect, it } from 'vitest'
import { token } from '../../src/identity/token.ts'
import { credentialOf } from '../../testing/credentials.ts'

it('a token adds itself to the headers that a call has', async () => {
  const request = { method: 'GET', url: new URL('https://h/p'), headers: { 'X-Language': 'en-us' }, body: '' }
  const headers = await credentialOf(token, { 'auth-token': 'my-token' }).headersFor(request)
  expect(headers).toEqual({ 'X-Language': 'en-us', 'X-Auth-Token': 'my-token' })
})
