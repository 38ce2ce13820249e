import { describe, expect, it } from 'vitest'
import { addressAdvice, adviceFor, isWrongAddress, networkAdvice } from '../../src/cloud/advice.ts'
import { ApiFault, FAULT_KINDS } from '../../src/cloud/fault.ts'

const notFound = (code: string | null, understood: boolean) =>
  new ApiFault({ kind: 'not-found', message: '', code, understood })

describe('what to do when no answer came', () => {
  it.each([
    [
      'an unknown CA',
      'unable to get local issuer certificate (UNABLE_TO_GET_ISSUER_CERT_LOCALLY)',
      'ca-certificate',
    ],
    ['a self-signed certificate', 'self-signed certificate (DEPTH_ZERO_SELF_SIGNED_CERT)', 'ca-certificate'],
    ['an expired certificate', 'certificate has expired (CERT_HAS_EXPIRED)', 'renewed'],
    [
      'a certificate for another name',
      "Hostname/IP does not match certificate's altnames (ERR_TLS_CERT_ALTNAME_INVALID)",
      'another name',
    ],
    ['a name that is not known', 'getaddrinfo ENOTFOUND h', 'DNS'],
    ['a name that is not known and sounds like TLS', 'getaddrinfo ENOTFOUND tls-certificate.h', 'DNS'],
    ['a name server that does not answer', 'getaddrinfo EAI_AGAIN h', 'DNS'],
    ['no TLS on the other side', 'write EPROTO SSL routines:wrong version number', 'http://'],
    [
      'a handshake that was cut off',
      'Client network socket disconnected before secure TLS connection was established (ECONNRESET)',
      'http://',
    ],
    ['a refused connection', 'connect ECONNREFUSED 10.0.0.1:443', 'firewall'],
    ['a time-out', 'no complete answer within 15 s', 'firewall'],
    ['a proxy that says no', 'tunneling socket could not be established, statusCode=407', 'proxy'],
  ])('for %s', (_, what, hint) => {
    const advice = networkAdvice(what, 'h.example.com:443')
    expect(advice).toContain(hint)
    expect(advice).toContain('h.example.com:443')
  })
})

describe('what to do after an error answer', () => {
  const kinds = FAULT_KINDS.filter(kind => kind !== 'authentication-failed')

  it.each(kinds)('is known for every %s', kind => {
    expect(adviceFor(kind, null, null)).toMatch(/^[A-Z].{20,}\.$/)
    expect(adviceFor(kind, 'NEW.1', null)).toBe(adviceFor(kind, null, null))
  })

  it("is the code's own where there is one, however it is written", () => {
    expect(adviceFor('start-refused', ' drs.m00304 ', null)).toContain('CONFIGURATION')
    expect(adviceFor('not-found', 'DBS.300129', null)).toContain('database')
  })

  it('after a path that no API has is to check the input, with what a right address would be at this host', () => {
    const url = new URL('https://drs.eu-west-101.myhuaweicloud.com/v3/v3/p/jobs?x=1')
    expect(addressAdvice('endpoint', url)).toBe(
      'There is no such API at https://drs.eu-west-101.myhuaweicloud.com/v3/v3/p/jobs: check endpoint. It is a base URL, without the path of an API such as /v3 or /api/v2; at this host that would be https://drs.eu-west-101.myhuaweicloud.com.',
    )
  })

  it.each(['APIGW.0101', 'APIG.0101', 'APIC.0101', ' apigw.0101 '])('is that after %s', code => {
    expect(isWrongAddress(notFound(code, true))).toBe(true)
  })

  it.each(['APIGW.0106', 'DRS.0101', null])('is not that after %s, which a service itself says', code => {
    expect(isWrongAddress(notFound(code, true))).toBe(false)
    expect(isWrongAddress(notFound(code, false))).toBe(true)
  })

  it.each(['APIGW.0106', 'DRS.0101', 'DBS.300129'])('is not to check the endpoint after %s', code => {
    expect(adviceFor('not-found', code, null)).not.toContain('endpoint')
  })

  it('is to set the endpoint after a redirect, whatever the code', () => {
    expect(adviceFor('start-refused', 'DRS.M00304', 'login.example.com')).toContain('endpoint')
  })
})
