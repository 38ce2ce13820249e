import { describe, expect, it } from 'vitest'
import { defaultEndpoint, GLOBAL_IAM, hasSts } from '../../src/services/regions.ts'

describe('the default address of a service', () => {
  it.each([
    ['drs', 'cn-north-4', 'https://drs.cn-north-4.myhuaweicloud.com/'],
    ['ddm', 'a-region-that-opens-tomorrow', 'https://ddm.a-region-that-opens-tomorrow.myhuaweicloud.com/'],
    ['iam', 'eu-west-101', 'https://iam.eu-west-101.myhuaweicloud.eu/'],
  ] as const)('of %s in %s is %s', (service, region, address) => {
    expect(defaultEndpoint(service, region).href).toBe(address)
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
    expect(hasSts(region)).toBe(true)
  })

  it.each(['cn-north-1', 'eu-west-101', 'CN-NORTH-4', ''])('is not known in %j', region => {
    expect(hasSts(region)).toBe(false)
  })
})
