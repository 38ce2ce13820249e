import { expect, it } from 'vitest'
import { omsBasic } from '../../src/identity/oms-basic.ts'
import { credentialOf } from '../../testing/credentials.ts'

it('an OMS user adds HTTP Basic in UTF-8, and its value is a secret', async () => {
  const request = { method: 'GET', url: new URL('https://h/p'), headers: { 'X-Language': 'en-us' }, body: '' }
  const secrets: string[] = []
  const addSecret = (secret: string) => void secrets.push(secret)
  const login = { 'oms-user': 'ädmin', 'oms-password': 'p:w' }
  const value = Buffer.from('ädmin:p:w').toString('base64')
  expect(await credentialOf(omsBasic, login, { addSecret }).headersFor(request)).toEqual({
    'X-Language': 'en-us',
    Authorization: `Basic ${value}`,
  })
  expect(secrets).toContain(value)
})
