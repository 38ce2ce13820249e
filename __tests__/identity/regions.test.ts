import { describe, expect, it } from 'vitest'
import {
  defaultEndpoint,
  GLOBAL_IAM,
  iamAt,
  isVendorHost,
  stsAt,
  stsExample,
} from '../../src/identity/regions.ts'

const at = (region: string | null, endpoint: string | null = null) => ({
  service: 'drs',
  region,
  endpoint: endpoint === null ? null : new URL(endpoint),
})

describe('the default address of a service', () => {
  it.each([
    ['drs', 'cn-north-4', 'https://drs.cn-north-4.myhuaweicloud.com/'],
    ['ddm', 'a-region-that-opens-tomorrow', 'https://ddm.a-region-that-opens-tomorrow.myhuaweicloud.com/'],
    ['iam', 'eu-west-101', 'https://iam.eu-west-101.myhuaweicloud.eu/'],
    ['drs', 'eu-de', 'https://drs.eu-de.otc.t-systems.com/'],
    ['ddm', 'eu-nl', 'https://ddm.eu-nl.otc.t-systems.com/'],
    ['drs', 'eu-ch2', 'https://drs.eu-ch2.sc.otc.t-systems.com/'],
  ] as const)('of %s in %s is %s', (service, region, address) => {
    expect(defaultEndpoint(service, region).href).toBe(address)
    expect(isVendorHost(new URL(address).hostname, ['drs', 'ddm'])).toBe(true)
  })

  it.each([
    ['new-1', 'https://drs.new-1.otc.t-systems.com', 'https://iam.new-1.otc.t-systems.com/'],
    ['new-1', 'https://drs.new-1.myhuaweicloud.eu', 'https://iam.new-1.myhuaweicloud.eu/'],
    ['eu-de', 'https://drs.proxy.example', 'https://iam.eu-de.otc.t-systems.com/'],
    ['eu-de', 'https://drs.cn-north-4.myhuaweicloud.com', 'https://iam.eu-de.otc.t-systems.com/'],
    ['new-1', 'https://drs.new-1.otc.t-systems.com.evil.example', 'https://iam.new-1.myhuaweicloud.com/'],
    [null, 'https://drs.eu-de.otc.t-systems.com', 'https://iam.eu-de.otc.t-systems.com/'],
    [null, 'https://iam.eu-nl.otc.t-systems.com', 'https://iam.eu-nl.otc.t-systems.com/'],
    [null, 'https://bucket.obs.myhuaweicloud.com', 'https://iam.myhuaweicloud.com/'],
    [null, 'https://proxy.eu-de.otc.t-systems.com', 'https://iam.otc.t-systems.com/'],
    [null, 'https://drs.example.com', 'https://iam.myhuaweicloud.com/'],
    [null, null, 'https://iam.myhuaweicloud.com/'],
  ])('of IAM for region %s and endpoint %s is %s', (region, endpoint, address) => {
    expect(iamAt(at(region, endpoint)).href).toBe(address)
  })

  it('of IAM outside all regions names none', () => {
    expect(GLOBAL_IAM.href).toBe('https://iam.myhuaweicloud.com/')
  })
})

describe('an STS', () => {
  const WITH = [
    ...['cn-north-4', 'cn-south-1', 'cn-east-3', 'cn-southwest-2'],
    ...['ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-4'],
    ...['sa-brazil-1', 'la-south-2', 'af-south-1', 'tr-west-1'],
  ]

  it.each(WITH)('is known in %s', region => {
    expect(stsAt(at(region))?.href).toBe(`https://sts.${region}.myhuaweicloud.com/`)
  })

  it.each([
    at('cn-north-1'),
    at('eu-west-101'),
    at('eu-de'),
    at('eu-ch2'),
    at('CN-NORTH-4'),
    at(''),
    at(null),
    at('cn-north-4', 'https://drs.cn-north-4.otc.t-systems.com'),
  ])('is not known at %j', place => {
    expect(stsAt(place)).toBeNull()
  })

  it('is asked for in the cloud that it has to be of', () => {
    const example = (region: string) => stsExample(at(region)).in('en-us')
    expect(example('cn-north-1')).toContain('https://sts.cn-north-4.myhuaweicloud.com')
    expect(example('eu-de')).toContain('otc.t-systems.com')
    expect(example('eu-de')).not.toContain('myhuaweicloud')
  })
})
