import { describe, expect, it } from 'vitest'
import { proxyFor, readProxies } from '../../src/cloud/proxy.ts'

const URL_OF = (address: string) => new URL(address)
const proxied = (address: string, environment: Record<string, string>) =>
  proxyFor(URL_OF(address), readProxies(environment))?.href ?? null

describe('the proxy of an address', () => {
  it.each([
    ['https_proxy', 'http://proxy.corp:3128', 'http://proxy.corp:3128/'],
    ['https_proxy', 'proxy.corp:3128', 'http://proxy.corp:3128/'],
    ['https_proxy', 'proxy.corp', 'http://proxy.corp/'],
    ['https_proxy', ' https://proxy.corp:443 ', 'https://proxy.corp/'],
    ['https_proxy', '10.0.0.1:8080', 'http://10.0.0.1:8080/'],
    ['https_proxy', '[2001:db8::1]:8080', 'http://[2001:db8::1]:8080/'],
    ['HTTPS_PROXY', 'me:pw@proxy.corp:3128', 'http://me:pw@proxy.corp:3128/'],
    ['http_proxy', 'proxy.corp:3128', null],
  ])('https, by %s=%j, is %j', (variable, value, proxy) => {
    expect(proxied('https://drs.example.com', { [variable]: value })).toBe(proxy)
  })

  it('is that of the lower-case variable where both are set', () => {
    expect(proxied('http://h.example', { http_proxy: 'a:1', HTTP_PROXY: 'b:2' })).toBe('http://a:1/')
    expect(proxied('http://h.example', { http_proxy: ' ', HTTP_PROXY: 'b:2' })).toBe('http://b:2/')
  })

  it.each([
    ['*', true],
    ['example.com', true],
    ['.example.com', true],
    ['*.example.com', true],
    ['DRS.example.com', true],
    ['drs.example.com:443', true],
    ['other, drs.example.com', true],
    ['other drs.example.com', true],
    ['drs.example.com:8443', false],
    ['rs.example.com', false],
    ['example.co', false],
    ['10.0.0.0/8', false],
    ['', false],
  ])('is none where no_proxy is %j: %s', (list, isNone) => {
    const proxy = proxied('https://drs.example.com', { https_proxy: 'p:1', no_proxy: list })
    expect(proxy === null).toBe(isNone)
  })

  it.each(['http://localhost', 'http://127.0.0.1:8787', 'http://[::1]'])('is none for %s', address => {
    expect(proxied(address, { http_proxy: 'p:1' })).toBeNull()
  })

  it('is none for an IPv6 address in no_proxy, with or without brackets', () => {
    for (const no_proxy of ['2001:db8::5', '[2001:db8::5]'])
      expect(proxied('http://[2001:db8::5]:8089', { http_proxy: 'p:1', no_proxy })).toBeNull()
  })
})

describe('what cannot be used is told, by the name of the variable', () => {
  it.each(['not an address', 'http://', 'socks5://p:1', 'p:port', 'http://%zz@p:1', '::'])('%j', value => {
    expect(readProxies({ https_proxy: value, http_proxy: 'p:1' }).unreadable).toEqual(['https_proxy'])
  })

  it('but not of the variable that another one stands before', () => {
    expect(readProxies({ https_proxy: 'p:1', HTTPS_PROXY: 'not an address' }).unreadable).toEqual([])
    expect(readProxies({}).unreadable).toEqual([])
  })

  it('and so are entries of no_proxy', () => {
    const no_proxy = '10.0.0.0/8,corp.example, fd00::/8 *.ok.example <local>'
    expect(readProxies({ no_proxy }).notUnderstood).toEqual(['10.0.0.0/8', 'fd00::/8', '<local>'])
  })
})
