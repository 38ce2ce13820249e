import { describe, expect, it } from 'vitest'
import { HUAWEI_CLOUD } from '../../src/identity/huawei-cloud.ts'
import { DRS, KEYS, OMS, planConfig, planWith, TASK, type Values } from './planning.ts'

const IAM = { 'iam-user': 'robot', 'iam-password': 'password-1', 'iam-domain': 'acme' }
const OIDC = { 'oidc-provider-urn': 'iam::1:oidcProvider:github', 'oidc-agency-urn': 'iam::1:agency:gate' }

/** Where an IAM user and a keyless run sign in with these inputs, and where the project of the region is looked up. */
const addressesOf = async (values: Values) => {
  const planned = async (method: Values) => {
    const { plan, problems } = await planWith({ ...DRS, ...values, 'project-id': '', ...method })
    expect(problems).toEqual([])
    return plan
  }
  const [byUser, keyless] = [await planned(IAM), await planned(OIDC)]
  const hrefOf = (plan: typeof byUser) => plan?.credentials.get(HUAWEI_CLOUD)?.address?.href
  return { token: hrefOf(byUser), sts: hrefOf(keyless), projects: byUser?.lookUps.map(({ iam }) => iam.href) }
}
const tokenAt = async (values: Values) => {
  const { plan, problems } = await planWith({ ...DRS, ...IAM, ...values })
  expect(problems).toEqual([])
  return plan?.credentials.get(HUAWEI_CLOUD)?.address?.href
}

describe('where to sign in', () => {
  it('is the IAM and the STS of the region', async () => {
    expect(await addressesOf({})).toEqual({
      token: 'https://iam.cn-north-4.myhuaweicloud.com/',
      sts: 'https://sts.cn-north-4.myhuaweicloud.com/',
      projects: ['https://iam.cn-north-4.myhuaweicloud.com/'],
    })
    expect(await tokenAt({ region: 'eu-west-101' })).toBe('https://iam.eu-west-101.myhuaweicloud.eu/')
  })

  it('is the IAM of the cloud that the endpoint is of', async () => {
    const endpoint = 'https://drs.eu-de.otc.t-systems.com'
    expect(await tokenAt({ region: 'eu-de' })).toBe('https://iam.eu-de.otc.t-systems.com/')
    expect(await tokenAt({ region: 'new-1', endpoint })).toBe('https://iam.new-1.otc.t-systems.com/')
    expect(await tokenAt({ region: '', endpoint })).toBe('https://iam.eu-de.otc.t-systems.com/')
  })

  it('is the IAM outside all regions where there is none', async () => {
    const endpoint = 'https://drs.example.com'
    expect(await tokenAt({ region: '', endpoint })).toBe('https://iam.myhuaweicloud.com/')
  })

  it('is what the inputs say before all else', async () => {
    const own = { 'iam-endpoint': 'https://iam.example.com/base', 'sts-endpoint': 'https://sts.example.com' }
    expect(await addressesOf(own)).toEqual({
      token: 'https://iam.example.com/base',
      sts: 'https://sts.example.com/',
      projects: ['https://iam.example.com/base'],
    })
  })

  it('is nowhere with what is given whole: no key and no token is exchanged', async () => {
    const { plan } = await planWith({ ...DRS, ...KEYS, 'iam-endpoint': 'https://iam.example.com' })
    expect(plan?.credentials.get(HUAWEI_CLOUD)?.address).toBeNull()
  })

  it.each(['iam-endpoint', 'sts-endpoint'] as const)(
    'may be plain http on this machine only: %s',
    async name => {
      expect((await planWith({ ...DRS, ...KEYS, [name]: 'http://127.0.0.1:8787' })).problems).toEqual([])
      expect((await planWith({ ...DRS, ...KEYS, [name]: 'http://iam.example.com' })).problems).toEqual([
        `${name}: plain http would send the credentials readable over the network; allowed: https, or http on this machine only`,
      ])
      expect((await planWith({ ...DRS, ...KEYS, [name]: 'https://a:hunter2@b' })).problems).toEqual([
        expect.stringMatching(new RegExp(`^${name}: an address with(?!.*hunter2)`)),
      ])
    },
  )
})

describe('keyless', () => {
  it.each(['cn-north-1', 'cn-east-2'])('in region %s needs sts-endpoint, and says so', async region => {
    const { problems } = await planWith({ ...DRS, ...OIDC, region })
    expect(problems).toEqual([
      `sts-endpoint: missing, and region ${region} is not known to have one; allowed: the STS of any region, for instance https://sts.cn-north-4.myhuaweicloud.com`,
    ])
    expect(
      (
        await planWith({
          ...DRS,
          ...OIDC,
          region,
          'sts-endpoint': 'https://sts.cn-north-4.myhuaweicloud.com',
        })
      ).problems,
    ).toEqual([])
  })

  it.each([
    ['eu-west-101', 'myhuaweicloud.eu'],
    ['eu-de', 'otc.t-systems.com'],
    ['eu-ch2', 'sc.otc.t-systems.com'],
  ])('in region %s, whose cloud documents none, asks for that of %s', async (region, domain) => {
    const { problems } = await planWith({ ...DRS, ...OIDC, region })
    expect(problems).toEqual([
      `sts-endpoint: missing, and region ${region} is not known to have one; allowed: the address of the STS in the cloud of ${domain}`,
    ])
  })

  it('without a region needs sts-endpoint too', async () => {
    const { problems } = await planWith({ ...DRS, ...OIDC, region: '', endpoint: 'https://drs.example.com' })
    expect(problems).toEqual([
      expect.stringMatching(/^sts-endpoint: missing, and there is no region to take it from/),
    ])
  })

  it('takes the STS of the first region that has one', async () => {
    const text = `version: 1
targets:
  - { name: a, service: drs, region: cn-north-1, job-ids: [${TASK}] }
  - { name: b, service: drs, region: ap-southeast-1, job-ids: [x] }
`
    const { plan, problems } = await planConfig(text, OIDC)
    expect(problems).toEqual([])
    const signedInAt = plan?.credentials.get(HUAWEI_CLOUD)?.address?.href
    expect(signedInAt).toBe('https://sts.ap-southeast-1.myhuaweicloud.com/')
    const byUser = (await planConfig(text, IAM)).plan?.credentials.get(HUAWEI_CLOUD)?.address?.href
    expect(byUser).toBe('https://iam.cn-north-1.myhuaweicloud.com/')
  })

  it('does not ask for an STS on top of a region, an address or a service that is wrong', async () => {
    expect((await planWith({ ...DRS, ...OIDC, region: 'CN' })).problems).toHaveLength(1)
    expect(
      (await planWith({ ...DRS, ...OIDC, region: '', endpoint: 'https://d', 'sts-endpoint': 'sts' }))
        .problems,
    ).toEqual([expect.stringMatching(/^sts-endpoint: not an address/)])
    expect((await planWith({ ...DRS, ...OIDC, service: 'rds' })).problems).toHaveLength(1)
  })

  it('has no part in a gate of OMS alone', async () => {
    expect((await planWith({ ...OMS, ...OIDC })).problems).toEqual([])
  })
})
