import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { HUAWEI_CLOUD } from '../../src/identity/huawei-cloud.ts'
import type { CredentialKind } from '../../src/identity/method.ts'
import { OMS as OMS_KIND } from '../../src/identity/oms-basic.ts'
import { defaultEndpoint } from '../../src/identity/regions.ts'
import { isLoopback, mayReceive } from '../../src/plan/hosts.ts'
import { SERVICES } from '../../src/services/registry.ts'
import { planConfig, TASK, type Values } from './planning.ts'

const receives = (kind: CredentialKind, url: string, ...allowed: readonly string[]) =>
  mayReceive(kind, new URL(url), allowed, SERVICES)

describe('Huawei Cloud credentials may go to', () => {
  it.each([
    'https://drs.cn-north-4.myhuaweicloud.com',
    'https://ddm.cn-north-4.myhuaweicloud.com/base',
    'https://iam.eu-west-101.myhuaweicloud.eu',
    'https://sts.eu-de.otc.t-systems.com',
    'https://iam.myhuaweicloud.com',
    'https://iam.otc.t-systems.com',
    'https://drs.eu-ch2.sc.otc.t-systems.com',
    'https://iam.sc.otc.t-systems.com',
    'https://DRS.CN-North-4.MyHuaweiCloud.com',
    'https://drs.cn-north-4.myhuaweicloud.com:443',
  ])('%s', url => {
    expect(receives(HUAWEI_CLOUD, url)).toBe(true)
  })

  it.each(['cn-north-4', 'eu-west-101', 'eu-de', 'eu-ch2'])(
    'the vendor domain of %s, which docs/config.md names',
    region => {
      const { hostname } = defaultEndpoint('drs', region)
      const hosts = readFileSync('docs/config.md', 'utf8')
        .split('\n## ')
        .find(part => part.startsWith('Hosts'))
      expect(receives(HUAWEI_CLOUD, `https://${hostname}`)).toBe(true)
      expect(hosts).toContain(`\`${hostname.slice(`drs.${region}.`.length)}\``)
    },
  )

  it.each([
    // look-alikes
    'https://drs.cn-north-4.myhuaweicloud.com.evil.example',
    'https://drs.cn-north-4.myhuaweicloud.com-evil.example',
    'https://evil-myhuaweicloud.com',
    'https://drs.evil-myhuaweicloud.com',
    'https://drs.cn-north-4.evilmyhuaweicloud.com',
    'https://drs.cn-north-4.myhuaweicloud.co',
    'https://drs.cn-north-4.myhuaweicloudxcom',
    'https://evil.example/drs.cn-north-4.myhuaweicloud.com',
    'https://drs.cn-north-4.myhuaweicloud.com@evil.example',
    'https://drs.cn-north-4.myhuaweicloud.com%2eevil.example',
    'https://drs.cn-north-4.m\u0443huaweicloud.com',
    'https://drs.cn-north-4.xn--mhuaweicloud-zhk.com',
    // the vendor's, but none of the four services, not one label as region, or another port
    'https://myhuaweicloud.com',
    'https://cn-north-4.myhuaweicloud.com',
    'https://drs.myhuaweicloud.com',
    'https://sts.myhuaweicloud.com',
    'https://drs.a.b.myhuaweicloud.com',
    'https://drs.eu-ch2.xx.otc.t-systems.com',
    'https://drs..myhuaweicloud.com',
    'https://obs.cn-north-4.myhuaweicloud.com',
    'https://bucket.obs.cn-north-4.myhuaweicloud.com',
    'https://xdrs.cn-north-4.myhuaweicloud.com',
    'https://x.drs.cn-north-4.myhuaweicloud.com',
    'https://drs.cn_north.myhuaweicloud.com',
    'https://drs.cn-north-4.myhuaweicloud.com.',
    'https://drs.cn-north-4.myhuaweicloud.com:8443',
    // almost this machine
    'http://127.0.0.1.nip.io',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://localhost.',
    'http://0.0.0.0',
    'http://[::]',
    'http://[::ffff:127.0.0.1]',
    'http://10.0.0.1',
    'http://169.254.169.254',
  ])('but never to %s', url => {
    expect(receives(HUAWEI_CLOUD, url)).toBe(false)
  })
})

describe('OMS credentials', () => {
  it('never go to a vendor host by themselves', () => {
    expect(receives(OMS_KIND, 'https://drs.cn-north-4.myhuaweicloud.com')).toBe(false)
    expect(receives(OMS_KIND, 'https://oms.example.com:8089')).toBe(false)
  })
})

describe('this machine', () => {
  it.each([
    'http://127.0.0.1:1',
    'http://127.9.9.9',
    'http://127.1',
    'http://0x7f.0.0.1',
    'http://2130706433',
    'http://localhost',
    'http://[::1]',
    'http://[0::1]:9',
  ])('%s is no exception: something else may listen there', url => {
    const { host } = new URL(url)
    expect(isLoopback(new URL(url))).toBe(true)
    expect([receives(HUAWEI_CLOUD, url), receives(OMS_KIND, url)]).toEqual([false, false])
    expect([receives(HUAWEI_CLOUD, url, host), receives(OMS_KIND, url, host)]).toEqual([true, true])
  })
})

describe('an allowed host', () => {
  it.each([
    ['oms.example.com', 'https://oms.example.com', true],
    ['oms.example.com', 'https://oms.example.com:8089', true],
    ['oms.example.com', 'http://oms.example.com:8089/base', true],
    ['OMS.Example.com', 'https://oms.example.COM', true],
    ['oms.example.com:8089', 'https://oms.example.com:8089', true],
    ['oms.example.com:443', 'https://oms.example.com', true],
    ['oms.example.com:80', 'http://oms.example.com', true],
    ['[2001:db8::1]:8089', 'https://[2001:DB8:0::1]:8089', true],
    ['oms.example.com:8089', 'https://oms.example.com', false],
    ['oms.example.com:8089', 'https://oms.example.com:8090', false],
    ['oms.example.com:443', 'http://oms.example.com', false],
    ['oms.example.com', 'https://oms.example.com.evil.example', false],
    ['oms.example.com', 'https://x.oms.example.com', false],
    ['example.com', 'https://oms.example.com', false],
    ['oms.example.com', 'https://oms.example.com@evil.example', false],
  ])('%s lets in %s: %s', (allowed, url, expected) => {
    for (const kind of [HUAWEI_CLOUD, OMS_KIND]) {
      expect(receives(kind, url, 'other.example.com', allowed)).toBe(expected)
    }
  })
})

describe('an endpoint in a config file', () => {
  const drs = (endpoint: string) =>
    `version: 1\ntargets:\n  - name: a\n    service: drs\n    project-id: p\n    job-ids: [${TASK}]\n    endpoint: "${endpoint}"\n`
  const oms = (endpoint: string) =>
    `version: 1\ntargets:\n  - name: a\n    service: oms\n    job-ids: [np_1]\n    endpoint: "${endpoint}"\n`
  const refusal = (at: string, host: string) =>
    `ci/gate.yml:${at}: target a: endpoint: "${host}" may not receive the credentials of this gate; allowed: hosts of the vendor, or hosts in the input allowed-hosts`

  it.each<[string, Values, readonly string[]]>([
    [drs('https://drs.cn-north-4.myhuaweicloud.com'), {}, []],
    [drs('http://127.0.0.1:8787'), { 'allowed-hosts': '127.0.0.1:8787' }, []],
    [drs('http://127.0.0.1:8787'), {}, [refusal('7:15', '127.0.0.1:8787')]],
    [drs('https://localhost'), {}, [refusal('7:15', 'localhost')]],
    [oms('http://[::1]:8089'), { 'allowed-hosts': '[::1]:8089' }, []],
    [oms('http://[::1]:8089'), {}, [refusal('6:15', '[::1]:8089')]],
    [drs('https://drs.example.com'), { 'allowed-hosts': 'drs.example.com' }, []],
    [drs('https://drs.example.com'), {}, [refusal('7:15', 'drs.example.com')]],
    [
      drs('https://drs.cn-north-4.myhuaweicloud.com.evil.example'),
      {},
      [refusal('7:15', 'drs.cn-north-4.myhuaweicloud.com.evil.example')],
    ],
    [oms('https://oms.example.com:8089'), { 'allowed-hosts': 'oms.example.com:8089' }, []],
    [oms('https://oms.example.com:8089'), {}, [refusal('6:15', 'oms.example.com:8089')]],
    [
      oms('https://drs.cn-north-4.myhuaweicloud.com'),
      {},
      [refusal('6:15', 'drs.cn-north-4.myhuaweicloud.com')],
    ],
  ])('is held to these rules: %j with %j', async (text, values, expected) => {
    expect((await planConfig(text, values)).problems).toEqual(expected)
  })

  it('over plain http is refused although its host is allowed', async () => {
    const { problems } = await planConfig(drs('http://drs.example.com'), {
      'allowed-hosts': 'drs.example.com',
    })
    expect(problems).toEqual([
      'ci/gate.yml:7:15: target a: endpoint: plain http would send the credentials readable over the network; allowed: https, or http on this machine only',
    ])
  })

  it('of OMS over plain http is allowed, with one warning for all targets together', async () => {
    const two = `${oms('http://oms.example.com:8089')}  - { name: b, service: oms, job-ids: [np_2], endpoint: "http://127.0.0.1:1" }\n`
    const { problems, warnings } = await planConfig(two, { 'allowed-hosts': 'oms.example.com 127.0.0.1' })
    expect(problems).toEqual([])
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatch(/target a, b.*clear text/)
  })

  it('may be on the host of iam-endpoint for Huawei Cloud credentials, but not for those of OMS', async () => {
    const values = { 'iam-endpoint': 'https://cloud.example.com:8443' }
    expect((await planConfig(drs('https://cloud.example.com:8443/drs'), values)).problems).toEqual([])
    expect((await planConfig(drs('https://cloud.example.com'), values)).problems).toEqual([
      refusal('7:15', 'cloud.example.com'),
    ])
    expect((await planConfig(oms('https://cloud.example.com:8443'), values)).problems).toEqual([
      refusal('6:15', 'cloud.example.com:8443'),
    ])
  })

  it.each([
    'https://oms.example.com',
    '*.example.com',
    'oms.example.com/x',
    'user@oms.example.com',
    'a.example.com:x',
    'é.example.com',
  ])('and allowed-hosts may not hold %s', async host => {
    const { problems } = await planConfig(drs('http://127.0.0.1'), { 'allowed-hosts': host })
    expect(problems).toEqual([`allowed-hosts: "${host}" is not valid; allowed: host or host:port`])
  })
})
