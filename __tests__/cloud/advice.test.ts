import { describe, expect, it } from 'vitest'
import { addressAdvice, adviceFor, isWrongAddress, redirectAdvice } from '../../src/cloud/advice.ts'
import { ApiFault, FAULT_KINDS } from '../../src/cloud/fault.ts'
import { networkAdvice } from '../../src/cloud/network-advice.ts'
import type { Failure, HostFailure, TlsTrouble } from '../../src/cloud/network-fault.ts'
import { verbatim } from '../../src/precheck/sentence.ts'

/** What is asked of the advice here is its English words. */
const english = {
  networkAdvice: (...given: Parameters<typeof networkAdvice>) => networkAdvice(...given).in('en-us'),
  adviceFor: (...given: Parameters<typeof adviceFor>) => adviceFor(...given).in('en-us'),
  addressAdvice: (...given: Parameters<typeof addressAdvice>) => addressAdvice(...given).in('en-us'),
}

const notFound = (code: string | null, understood: boolean) =>
  new ApiFault({ kind: 'not-found', what: verbatim(''), code, understood })

describe('what to do when no answer came', () => {
  const tls = (trouble: TlsTrouble): HostFailure => ({ layer: 'TLS', trouble })
  const proxy = (status: number | null, way: HostFailure | null = null): Failure => ({
    layer: 'proxy',
    proxy: 'proxy.corp:3128',
    status,
    way,
  })

  it.each<[string, Failure, string]>([
    ['an unknown authority', tls('unknown-authority'), 'ca-certificate'],
    ['an expired certificate', tls('expired'), 'renewed'],
    ['a certificate for another name', tls('wrong-name'), 'another name'],
    ['a server that asks for a certificate', tls('client-certificate'), 'asks its clients'],
    ['no TLS on the other side', tls('protocol'), 'http://'],
    ['a handshake that was cut off', tls('passing'), 'http://'],
    ['a name that is not known', { layer: 'name look-up' }, 'DNS'],
    ['no connection', { layer: 'connection' }, 'firewall'],
    ['no answer', { layer: 'HTTP' }, 'firewall'],
  ])('for %s names the host and the input that it comes from', (_, failure, hint) => {
    const advice = english.networkAdvice(failure, 'h.example.com:443', 'sts-endpoint')
    expect(advice).toContain(hint)
    expect(advice).toContain('h.example.com:443')
    expect(advice).not.toMatch(/check endpoint/)
  })

  it.each<[string, Failure, string]>([
    ['asks for a password', proxy(407), 'a name and a password'],
    ['lets nobody through', proxy(403), 'does not let this runner through'],
    ['reaches nobody', proxy(504), 'could not reach h.example.com'],
    ['has an unknown name', proxy(null, { layer: 'name look-up' }), 'name of the proxy'],
    ['speaks no TLS', proxy(null, tls('protocol')), 'No TLS with the proxy'],
    ['is not there', proxy(null, { layer: 'connection' }), 'can reach the proxy proxy.corp:3128'],
  ])('for a proxy that %s is about the proxy alone', (_, failure, hint) => {
    const advice = english.networkAdvice(failure, 'h.example.com', 'endpoint')
    expect(advice).toContain(hint)
    expect(advice).not.toMatch(/check endpoint|certificate of h.example.com/i)
  })
})

describe('what to do after an error answer', () => {
  const kinds = FAULT_KINDS.filter(kind => kind !== 'authentication-failed')

  it.each(kinds)('is known for every %s', kind => {
    expect(english.adviceFor(kind, null, null)).toMatch(/^[A-Z].{20,}\.$/)
    expect(english.adviceFor(kind, 'NEW.1', null)).toBe(english.adviceFor(kind, null, null))
  })

  const errors = {
    codes: { 'NEW.304': { advice: verbatim('Configure the task.') } },
    rights: verbatim('Grant new:job:get.'),
  }

  it("is the code's own where there is one, however it is written", () => {
    expect(english.adviceFor('start-refused', ' new.304 ', errors)).toBe('Configure the task.')
  })

  it('is to grant the rights that the service names, unless the code has advice of its own', () => {
    expect(english.adviceFor('permission-denied', 'NEW.1', errors)).toBe('Grant new:job:get.')
    expect(english.adviceFor('permission-denied', 'NEW.304', errors)).toBe('Configure the task.')
  })

  it('after a path that no API has is to check the input, with what a right address would be at this host', () => {
    const url = new URL('https://drs.eu-west-101.myhuaweicloud.com/v3/v3/p/jobs?x=1')
    expect(english.addressAdvice('endpoint', url)).toBe(
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

  it.each(['APIGW.0106', 'DRS.0101', 'NEW.304'])('is not to check the endpoint after %s', code => {
    expect(english.adviceFor('not-found', code, errors)).not.toContain('endpoint')
  })

  it('is to set the address after a redirect, by the input that has it and whatever the code', () => {
    expect(redirectAdvice('sts-endpoint').in('en-us')).toBe(
      'Set sts-endpoint to the address of the service itself.',
    )
    const redirected = { kind: 'start-refused', code: 'NEW.304', understood: true } as const
    const asked = [299, 300, 399, 400, null].map(httpStatus => isWrongAddress({ ...redirected, httpStatus }))
    expect(asked).toEqual([false, true, true, false, false])
    expect(isWrongAddress({ ...redirected, kind: 'authentication-failed', httpStatus: 302 })).toBe(false)
  })
})
