import { describe, expect, it } from 'vitest'
import {
  annotationsOf,
  type GateEnd,
  type GateRun,
  runGate,
  SECOND_TASK,
  soon,
  TASK,
  THIRD_TASK,
  taskOf,
  verdictOf,
} from './harness.ts'

const NO_KEYS = { 'access-key-id': '', 'secret-access-key': '' }
/** Of the simulator; no real cloud knows it. */
const KEY = { id: 'SIMULATEDACCESSKEY01', secret: 'simulated-secret-key-not-real-000000000001' }
const TEMPORARY = {
  accessKeyId: 'TEMPORARYKEY00000001',
  secretAccessKey: 'temporary-secret-key-1',
  securityToken: 'security-token-1',
}
const drs = [TASK, SECOND_TASK, THIRD_TASK].map(id => ({ id, timeline: soon('drs-mysql') }))

const runWith = (environment: GateRun['environment'] & object, inputs = {}) =>
  runGate({ scenario: { drs }, inputs: { ...NO_KEYS, ...inputs }, environment })

/** The access keys that signed, as the services saw them. */
const signers = ({ requests }: GateEnd) =>
  new Set(requests.map(({ headers }) => /Access=([^,]+)/.exec(headers['authorization'] ?? '')?.[1]))

describe.concurrent('without credentials', () => {
  it('the gate sends nothing and says how to give some', async () => {
    const end = await runWith({})
    expect(verdictOf(end)).toMatchObject({
      exitCode: 1,
      decision: 'inconclusive',
      reason: 'authentication-failed',
    })
    expect(end.requests).toEqual([])
    const { error } = taskOf(end)
    expect(error?.advice).toMatch(/access-key-id.*secret-access-key/)
    expect(
      annotationsOf(end)
        .map(({ message }) => message)
        .join('\n'),
    ).toContain('access-key-id')
  })
})

describe.concurrent('an access key that does not fit', () => {
  it('is tried exactly once, for all tasks together, because wrong signatures lock a key', async () => {
    const ids = Array.from({ length: 25 }, (_, index) => `140b5236-88ad-43c8-811c-1268453jd${index + 100}`)
    const end = await runGate({
      scenario: { drs: ids.map(id => ({ id, timeline: soon('drs-mysql') })) },
      inputs: { 'job-ids': ids.join(' '), 'secret-access-key': 'not-the-secret-key-of-this-id' },
    })
    expect(verdictOf(end)).toMatchObject({
      exitCode: 1,
      decision: 'inconclusive',
      reason: 'authentication-failed',
    })
    expect(end.requests).toHaveLength(1)
    expect(ids.map(id => taskOf(end, id).reasonCode)).toEqual(ids.map(() => 'authentication-failed'))
    expect(taskOf(end, ids[0]).error).toMatchObject({ code: 'APIGW.0301', httpStatus: 401 })
  })

  it('with a security token may have expired, and the message says so', async () => {
    const scenario = { drs, credentials: { keys: [TEMPORARY] } }
    const end = await runGate({
      scenario,
      inputs: {
        'access-key-id': TEMPORARY.accessKeyId,
        'secret-access-key': TEMPORARY.secretAccessKey,
        'security-token': 'another-security-token',
      },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'authentication-failed' })
    expect(end.requests).toHaveLength(1)
    expect(taskOf(end).error?.advice).toMatch(/expired/)
  })
})

describe.concurrent('a credential from the inputs', () => {
  it('can be a temporary access key with its security token', async () => {
    const scenario = { drs, credentials: { keys: [TEMPORARY] } }
    const end = await runGate({
      scenario,
      inputs: {
        'access-key-id': TEMPORARY.accessKeyId,
        'secret-access-key': TEMPORARY.secretAccessKey,
        'security-token': TEMPORARY.securityToken,
      },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
  })

  it('can be an IAM token', async () => {
    const authToken = 'simulated-iam-token-not-real-000000000001'
    const end = await runWith({}, { 'auth-token': authToken })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(new Set(end.requests.map(({ headers }) => headers['x-auth-token']))).toEqual(new Set([authToken]))
  })

  it('as an IAM token that nobody knows is tried once', async () => {
    const end = await runWith({}, { 'auth-token': 'a-token-that-nobody-knows' })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'authentication-failed' })
    expect(end.requests).toHaveLength(1)
  })

  it('beats one in the environment', async () => {
    const end = await runGate({
      scenario: { drs },
      environment: {
        HUAWEI_CLOUD_ACCESS_KEY_ID: 'ANOTHERACCESSKEY',
        HUAWEI_CLOUD_SECRET_ACCESS_KEY: 'another-secret',
      },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(signers(end)).toEqual(new Set([KEY.id]))
  })

  it.each([
    ['access-key-id', 'secret-access-key'],
    ['secret-access-key', 'access-key-id'],
    ['security-token', 'access-key-id and secret-access-key'],
    ['iam-user', 'iam-password and iam-domain'],
    ['oidc-agency-urn', 'oidc-provider-urn'],
  ])(
    'with only %s is invalid input that names %s, even beside a whole one in the environment',
    async (given, missing) => {
      const environment = { HW_ACCESS_KEY: KEY.id, HW_SECRET_KEY: KEY.secret }
      const end = await runWith(environment, { [given]: 'half-of-a-credential' })
      expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
      expect(end.requests).toEqual([])
      expect(end.report.problems.join('\n')).toContain(given)
      expect(end.report.problems.join('\n')).toContain(missing)
      expect(end.log).not.toMatch(/^(?!::add-mask::).*half-of-a-credential/m)
    },
  )

  it('must be one: an access key beside a token is invalid input that names both', async () => {
    const end = await runGate({ scenario: { drs }, inputs: { 'auth-token': 'simulated-iam-token' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    expect(end.report.problems.join('\n')).toMatch(/access-key-id.*auth-token/)
    expect(end.requests).toEqual([])
  })
})

describe.concurrent('a credential from the environment', () => {
  const families = [
    ['HUAWEI_CLOUD_ACCESS_KEY_ID', 'HUAWEI_CLOUD_SECRET_ACCESS_KEY'],
    ['HUAWEICLOUD_SDK_AK', 'HUAWEICLOUD_SDK_SK'],
    ['HW_ACCESS_KEY', 'HW_SECRET_KEY'],
  ] as const

  it.each(families)('can be %s with %s', async (id, secret) => {
    const end = await runWith({ [id]: KEY.id, [secret]: KEY.secret })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(end.masks).toEqual(expect.arrayContaining([KEY.id, KEY.secret]))
  })

  it.each([
    ['HUAWEICLOUD_SDK_AK', 'HUAWEICLOUD_SDK_SK', 'HUAWEICLOUD_SDK_SECURITY_TOKEN'],
    ['HW_ACCESS_KEY', 'HW_SECRET_KEY', 'HW_SECURITY_TOKEN'],
  ] as const)('can be %s and %s with %s', async (id, secret, token) => {
    const end = await runGate({
      scenario: { drs, credentials: { keys: [TEMPORARY] } },
      inputs: NO_KEYS,
      environment: {
        [id]: TEMPORARY.accessKeyId,
        [secret]: TEMPORARY.secretAccessKey,
        [token]: TEMPORARY.securityToken,
      },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
  })

  it('is taken from the first whole family', async () => {
    const others = { [families[1][0]]: 'ANOTHERACCESSKEY', [families[1][1]]: 'another-secret-key' }
    const end = await runWith({ ...others, [families[0][0]]: KEY.id, [families[0][1]]: KEY.secret })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(signers(end)).toEqual(new Set([KEY.id]))
  })

  it('passes over a family of which half is missing', async () => {
    const halves = { [families[0][0]]: 'ANOTHERACCESSKEY', [families[1][1]]: 'another-secret-key' }
    const end = await runWith({ ...halves, [families[2][0]]: KEY.id, [families[2][1]]: KEY.secret })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(signers(end)).toEqual(new Set([KEY.id]))
  })

  it.each(['HUAWEI_CLOUD_PROJECT_ID', 'HUAWEICLOUD_SDK_PROJECT_ID', 'HW_PROJECT_ID'])(
    'comes with the project id of %s',
    async name => {
      const end = await runGate({
        scenario: { drs },
        inputs: { 'project-id': '' },
        environment: { [name]: '054ba152d480d55b2f5dc0069e7ddef0' },
      })
      expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
      expect(end.requests[0]?.path).toContain('054ba152d480d55b2f5dc0069e7ddef0')
    },
  )
})
