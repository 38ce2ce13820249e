import { describe, expect, it } from 'vitest'
import { accessKey } from '../../src/identity/access-key.ts'
import { HUAWEI_CLOUD } from '../../src/identity/huawei-cloud.ts'
import { iamUser } from '../../src/identity/iam-user.ts'
import type { PlannedCredential } from '../../src/identity/method.ts'
import { METHODS as ALL_METHODS } from '../../src/identity/methods.ts'
import { oidc } from '../../src/identity/oidc.ts'
import { OMS as OMS_KIND, omsBasic } from '../../src/identity/oms-basic.ts'
import { token } from '../../src/identity/token.ts'
import { secretsInEnvironment as secretsIn } from '../../src/plan/credentials.ts'
import type { Environment } from '../../src/ports.ts'
import { DRS, KEYS, OMS, planWith, type Values } from './planning.ts'

const TOKEN = { 'auth-token': 'token-1' }
const IAM = { 'iam-user': 'robot', 'iam-password': 'password-1', 'iam-domain': 'acme' }
const OIDC = { 'oidc-provider-urn': 'iam::1:oidcProvider:github', 'oidc-agency-urn': 'iam::1:agency:gate' }
const OMS_USER = { 'oms-user': 'admin', 'oms-password': 'password-2' }

const FAMILIES = [
  { id: 'HUAWEI_CLOUD_ACCESS_KEY_ID', secret: 'HUAWEI_CLOUD_SECRET_ACCESS_KEY', token: null },
  { id: 'HUAWEICLOUD_SDK_AK', secret: 'HUAWEICLOUD_SDK_SK', token: 'HUAWEICLOUD_SDK_SECURITY_TOKEN' },
  { id: 'HW_ACCESS_KEY', secret: 'HW_SECRET_KEY', token: 'HW_SECURITY_TOKEN' },
] as const

const huaweiOf = async (values: Values, environment = {}) =>
  inEnglish((await planWith({ ...DRS, ...values }, { environment })).plan?.credentials.get(HUAWEI_CLOUD))
const omsOf = async (values: Values, environment = {}) =>
  inEnglish((await planWith({ ...OMS, ...values }, { environment })).plan?.credentials.get(OMS_KIND))
const inEnglish = (planned: PlannedCredential | undefined) =>
  planned === undefined
    ? null
    : { method: planned.method, values: planned.values, origin: planned.origin.in('en-us') }
const secretsInEnvironment = (environment: Environment) => secretsIn(environment, ALL_METHODS)
const keyValues = (id: string, secret: string, securityToken: string) => ({
  'access-key-id': id,
  'secret-access-key': secret,
  'security-token': securityToken,
})

describe('a credential from the inputs', () => {
  it.each([
    ['an access key', KEYS, accessKey, keyValues('AKIDEXAMPLE', 'secret-key-example', '')],
    [
      'a temporary access key',
      { ...KEYS, 'security-token': 'st-1' },
      accessKey,
      keyValues('AKIDEXAMPLE', 'secret-key-example', 'st-1'),
    ],
    ['a token', TOKEN, token, TOKEN],
    ['an IAM user', IAM, iamUser, IAM],
    ['keyless', OIDC, oidc, { ...OIDC, 'oidc-audience': '' }],
    [
      'keyless with an audience',
      { ...OIDC, 'oidc-audience': 'aud' },
      oidc,
      { ...OIDC, 'oidc-audience': 'aud' },
    ],
  ] as const)('can be %s', async (_, given, method, values) => {
    expect(await huaweiOf(given)).toEqual({ method, values, origin: 'the inputs' })
  })

  it('can be an OMS user', async () => {
    expect(await omsOf(OMS_USER)).toEqual({ method: omsBasic, values: OMS_USER, origin: 'the inputs' })
  })

  it('can be one for each kind, in one gate', async () => {
    const { plan } = await planWith({ ...DRS, ...KEYS, ...OMS_USER })
    expect([...(plan?.credentials.keys() ?? [])]).toEqual([HUAWEI_CLOUD, OMS_KIND])
  })

  it('need not be there: that is for the check to say, not for the plan', async () => {
    const { plan, problems } = await planWith(DRS)
    expect([problems, plan?.credentials.size]).toEqual([[], 0])
  })
})

const HALVES: readonly (readonly [given: readonly string[], missing: string])[] = [
  [['access-key-id'], 'secret-access-key missing'],
  [['secret-access-key'], 'access-key-id missing'],
  [['security-token'], 'access-key-id and secret-access-key missing'],
  [['access-key-id', 'security-token'], 'secret-access-key missing'],
  [['iam-user'], 'iam-password and iam-domain missing'],
  [['iam-password', 'iam-domain'], 'iam-user missing'],
  [['iam-user', 'iam-password'], 'iam-domain missing'],
  [['oidc-provider-urn'], 'oidc-agency-urn missing'],
  [['oidc-agency-urn', 'oidc-audience'], 'oidc-provider-urn missing'],
  [['oidc-audience'], 'oidc-provider-urn and oidc-agency-urn missing'],
  [['oms-user'], 'oms-password missing'],
  [['oms-password'], 'oms-user missing'],
]

describe('half a method by inputs', () => {
  it.each(HALVES)(
    '%j names the missing half, even beside a whole one in the environment',
    async (given, missing) => {
      const base = given[0]?.startsWith('oms') ? OMS : DRS
      const environment = {
        HW_ACCESS_KEY: 'AK',
        HW_SECRET_KEY: 'SK',
        OMS_USER: 'admin',
        OMS_PASSWORD: 'password',
      }
      const values = Object.fromEntries(given.map(name => [name, 'half-a-secret']))
      const { problems, plan } = await planWith({ ...base, ...values }, { environment })
      expect(plan).toBeNull()
      expect(problems).toHaveLength(1)
      expect(problems[0]).toContain(
        `${given.join(', ')}: only half of a credential: ${missing}; allowed: all of`,
      )
      expect(problems[0]).not.toContain('half-a-secret')
    },
  )
})

const METHODS: readonly (readonly [name: string, values: Values])[] = [
  ['access-key-id + secret-access-key', KEYS],
  ['auth-token', TOKEN],
  ['iam-user + iam-password + iam-domain', IAM],
  ['oidc-provider-urn + oidc-agency-urn', OIDC],
]

describe('two methods by inputs', () => {
  const pairs = METHODS.flatMap(([a, one], at) =>
    METHODS.slice(at + 1).map(([b, two]) => [a, b, { ...one, ...two }] as const),
  )

  it.each(pairs)('%s and %s are named both', async (a, b, values) => {
    const { problems, plan } = await planWith({ ...DRS, ...values })
    expect(plan).toBeNull()
    expect(problems).toEqual([`${a} and ${b}: more than one way to sign in; allowed: one of ${a} or ${b}`])
  })

  it('are named with the half that is missing of one of them', async () => {
    const { problems } = await planWith({ ...DRS, ...TOKEN, 'iam-user': 'robot' })
    expect(problems).toEqual([
      'iam-user: only half of a credential: iam-password and iam-domain missing; allowed: all of iam-user, iam-password, iam-domain',
      'auth-token and iam-user: more than one way to sign in; allowed: one of auth-token or iam-user',
    ])
  })

  it('of different kinds are no problem', async () => {
    expect((await planWith({ ...DRS, ...KEYS, ...OMS_USER })).problems).toEqual([])
  })
})

describe('a credential from the environment', () => {
  const whole = ({ id, secret, token }: (typeof FAMILIES)[number]) => ({
    [id]: `${id}-value`,
    [secret]: `${secret}-value`,
    ...(token === null ? {} : { [token]: `${token}-value` }),
  })

  it.each(FAMILIES)('is taken whole from $id and its family', async family => {
    const { id, secret, token } = family
    expect(await huaweiOf({}, whole(family))).toEqual({
      method: accessKey,
      values: keyValues(`${id}-value`, `${secret}-value`, token === null ? '' : `${token}-value`),
      origin: `${id} and ${secret}`,
    })
  })

  it('is that of the first whole family', async () => {
    for (const [at, family] of FAMILIES.entries()) {
      const environment = Object.assign({}, ...FAMILIES.slice(at).map(whole))
      expect((await huaweiOf({}, environment))?.origin).toBe(`${family.id} and ${family.secret}`)
    }
  })

  it('is never put together from two families', async () => {
    const halves = {
      HUAWEI_CLOUD_ACCESS_KEY_ID: 'a',
      HUAWEICLOUD_SDK_SK: 'b',
      HW_ACCESS_KEY: 'c',
      HUAWEICLOUD_SDK_SECURITY_TOKEN: 'd',
    }
    expect(await huaweiOf({}, halves)).toBeNull()
    const passedOver = await huaweiOf({}, { ...halves, HW_SECRET_KEY: 'e' })
    expect(passedOver?.values).toEqual(keyValues('c', 'e', ''))
  })

  it('is keyless where both URNs are there and no key is: the last family', async () => {
    const urns = { HUAWEICLOUD_OIDC_PROVIDER_URN: 'urn:p', HUAWEICLOUD_OIDC_AGENCY_URN: ' urn:a\n' }
    expect(await huaweiOf({}, urns)).toEqual({
      method: oidc,
      values: { 'oidc-provider-urn': 'urn:p', 'oidc-agency-urn': 'urn:a', 'oidc-audience': '' },
      origin: 'HUAWEICLOUD_OIDC_PROVIDER_URN and HUAWEICLOUD_OIDC_AGENCY_URN',
    })
    for (const family of FAMILIES)
      expect((await huaweiOf({}, { ...urns, ...whole(family) }))?.origin).toContain(family.id)
    expect(await huaweiOf({}, { HUAWEICLOUD_OIDC_PROVIDER_URN: 'urn:p' })).toBeNull()
    expect(await huaweiOf({}, { ...urns, HUAWEICLOUD_OIDC_AGENCY_URN: ' ' })).toBeNull()
    expect(secretsInEnvironment(urns)).toEqual([])
  })

  it('of blanks is none', async () => {
    expect(await huaweiOf({}, { HW_ACCESS_KEY: ' ', HW_SECRET_KEY: 'x' })).toBeNull()
    expect(await omsOf({}, { OMS_USER: 'admin', OMS_PASSWORD: '\n' })).toBeNull()
  })

  it.each(METHODS)('is beaten by %s from the inputs', async (_, values) => {
    expect((await huaweiOf(values, Object.assign({}, ...FAMILIES.map(whole))))?.origin).toBe('the inputs')
  })

  it('for OMS is OMS_USER with OMS_PASSWORD, beaten by the inputs', async () => {
    const environment = { OMS_USER: 'u', OMS_PASSWORD: 'p' }
    const origin = 'OMS_USER and OMS_PASSWORD'
    expect(await omsOf({}, environment)).toEqual({
      method: omsBasic,
      values: { 'oms-user': 'u', 'oms-password': 'p' },
      origin,
    })
    expect((await omsOf(OMS_USER, environment))?.origin).toBe('the inputs')
    expect(await omsOf({}, { OMS_USER: 'u' })).toBeNull()
  })

  it('of one kind is not touched by inputs of the other', async () => {
    const { plan } = await planWith(
      { ...DRS, ...OMS_USER },
      { environment: { HW_ACCESS_KEY: 'a', HW_SECRET_KEY: 'b' } },
    )
    expect(inEnglish(plan?.credentials.get(HUAWEI_CLOUD))?.origin).toBe('HW_ACCESS_KEY and HW_SECRET_KEY')
  })
})

describe('secrets in the environment', () => {
  it('are keys, tokens and passwords of every family, used or not, and what opens the id token', () => {
    const names = [
      ...FAMILIES.flatMap(({ id, secret, token }) => [id, secret, ...(token === null ? [] : [token])]),
      'OMS_PASSWORD',
      'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    ]
    const environment = Object.fromEntries(names.map(name => [name, ` ${name}-value\n`]))
    const expected = names.map(name => [name, `${name}-value`] as const)
    expect(secretsInEnvironment(environment).toSorted()).toEqual(expected.toSorted())
  })

  it('are not names, regions, projects and addresses', () => {
    const open = [
      'OMS_USER',
      'HW_REGION_NAME',
      'HUAWEI_CLOUD_PROJECT_ID',
      'ACTIONS_ID_TOKEN_REQUEST_URL',
      'HOME',
    ]
    expect(secretsInEnvironment(Object.fromEntries(open.map(name => [name, 'open-value'])))).toEqual([])
  })
})
