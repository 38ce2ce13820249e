import * as tls from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import { inEnglish } from '../precheck/in-english.ts'
import { CERTIFICATE, CERTIFICATE_KEY } from '../simulator/certificate.ts'
import { endsOf, iamUser, problemOf, type SignInRun, signInAndCheck } from './signing-in.ts'

const usual = tls.getCACertificates('default')
// Trust holds for the whole process, hence a file of its own.
afterEach(() => tls.setDefaultCACertificates(usual))

/** Node wraps the lines anew. */
const bytesOf = (pem: string) => pem.replaceAll(/-----[^-]+-----|\s/g, '')

const OMS: SignInRun = {
  tls: { key: CERTIFICATE_KEY, cert: CERTIFICATE },
  scenario: {
    oms: { projects: [{ id: 'np_1', timeline: [{ payload: 'oms', status: 'FINISHED', progress: 100 }] }] },
  },
  clock: { times: 40 },
}
const omsUser: SignInRun['values'] & object = ({ url, credentials }) => ({
  service: 'oms',
  endpoint: url,
  'job-ids': 'np_1',
  'project-id': '',
  'oms-user': credentials.omsUser,
  'oms-password': credentials.omsPassword,
})

describe('a service behind a private certificate authority', () => {
  it('is not trusted by itself, gets no password, and the message names the input', async () => {
    const end = await signInAndCheck({ ...OMS, values: omsUser })
    expect(inEnglish(problemOf(end))).toMatchObject({
      reason: 'service-unavailable',
      message: expect.stringContaining('self-signed certificate'),
      advice: expect.stringContaining('ca-certificate'),
    })
    expect(end.requests).toEqual([])
  })

  it('is trusted with ca-certificate, and so is IAM; the usual authorities stay', async () => {
    const trusting: SignInRun['values'] = simulator => ({
      ...omsUser(simulator),
      'ca-certificate': CERTIFICATE,
    })
    const end = await signInAndCheck({ ...OMS, values: trusting })
    expect([endsOf(end), end.warnings.filter(text => text.includes('clear text'))]).toEqual([
      { 'oms np_1': 'read' },
      [],
    ])
    const trusted = new Set(tls.getCACertificates('default').map(bytesOf))
    expect(usual.filter(certificate => !trusted.has(bytesOf(certificate)))).toEqual([])
    expect(trusted.has(bytesOf(CERTIFICATE))).toBe(true)
  })

  it('can be the one to sign in at', async () => {
    const values: SignInRun['values'] = simulator => ({
      ...iamUser(simulator),
      'ca-certificate': CERTIFICATE,
    })
    const end = await signInAndCheck({ ...OMS, values })
    expect(end.counts['iam.token']).toBe(1)
    expect(problemOf(end).reason).toBe('not-found')
  })
})
