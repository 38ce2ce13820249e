import { describe, expect, it } from 'vitest'
import {
  type GateEnd,
  type GateRun,
  operationsOf,
  runGate,
  SECOND_TASK,
  saidAs,
  soon,
  TASK,
  taskOf,
  verdictOf,
} from './harness.ts'
import { asUser, type KeylessRun, keyless } from './sign-in.ts'

const NO_KEYS = { 'access-key-id': '', 'secret-access-key': '' }
const WELL = { exitCode: 0, decision: 'validated', reason: 'validated' }
const drs = [{ id: TASK, timeline: soon('drs-mysql') }]
/** Nothing of it can be read without a run. */
const DDM = { service: 'ddm', 'job-ids': '', 'instance-id': 'i1', database: 'orders', request: 'a: b' }
const DDM_TASK = 'i1/orders'

const validate = ({ inputs, ...others }: GateRun = {}) =>
  runGate({
    scenario: { drs },
    ...others,
    inputs: { mode: 'validate', 'settle-seconds': '', ...inputs },
  })

const validateAsUser = (run: GateRun) => validate(asUser(run))

const validateKeyless = (run: KeylessRun) => validate(keyless(run))

function expectInconclusive(end: GateEnd, reason: string): void {
  expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive', reason })
}

describe.concurrent('a gate that only validates signs in', () => {
  it('as an IAM user, also where nothing is read', async () => {
    const end = await validateAsUser({ inputs: DDM })
    expect(verdictOf(end)).toMatchObject(WELL)
    expect(operationsOf(end)).toEqual(['iam.token'])
  })

  it('as an IAM user once, also where there is something to read', async () => {
    const end = await validateAsUser({
      scenario: { drs: [...drs, { id: SECOND_TASK }] },
      inputs: { 'job-ids': `${TASK} ${SECOND_TASK}` },
    })
    expect(verdictOf(end)).toMatchObject(WELL)
    expect(operationsOf(end)).toEqual(['iam.token', 'drs.result'])
  })

  it.each([
    ['DDM', DDM, DDM_TASK],
    ['DRS', {}, TASK],
    ['DRS by API v5', { 'drs-api': 'v5' }, TASK],
  ])('with a wrong password once, on %s', async (_service, target, task) => {
    const end = await validateAsUser({ inputs: { ...target, 'iam-password': 'not-the-password' } })
    expectInconclusive(end, 'authentication-failed')
    expect(operationsOf(end)).toEqual(['iam.token'])
    expect(taskOf(end, task).error?.advice).toContain('iam-password')
  })

  it("with GitHub's id token at STS", async () => {
    const end = await validateKeyless({ inputs: DDM })
    expect(verdictOf(end)).toMatchObject(WELL)
    expect(operationsOf(end).filter(operation => operation !== 'github.jwks')).toEqual([
      'github.idToken',
      'sts.assume',
    ])
  })

  it('at an STS that does not trust the run as not well', async () => {
    const end = await validateKeyless({
      scenario: { credentials: { oidc: { subject: 'repo:acme/another:*' } } },
      inputs: DDM,
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive' })
    expect(end.counts['sts.assume']).toBe(1)
    expect(taskOf(end, DDM_TASK).error?.message).toContain('the id token with iss')
  })

  it('at an STS that is down three times', async () => {
    const down = { kind: 'answer' as const, status: 503, json: { error_code: 'X', error_msg: 'down' } }
    const rules = [{ when: { operation: 'sts.assume' as const }, fault: down }]
    const end = await validateKeyless({ scenario: { rules }, inputs: DDM })
    expectInconclusive(end, 'service-unavailable')
    expect(end.counts['sts.assume']).toBe(3)
  })

  it('with a wrong key once, however many tasks there are', async () => {
    const ids = Array.from({ length: 23 }, (_, index) => `${TASK.slice(0, -2)}${index + 10}`)
    const end = await validate({
      inputs: { 'job-ids': ids.join(), 'secret-access-key': 'not-the-secret-key-of-this-id' },
    })
    expectInconclusive(end, 'authentication-failed')
    expect(end.requests).toHaveLength(1)
  })

  it('without the permission for an id token as not well', async () => {
    const end = await validateKeyless({ permitted: false, inputs: DDM })
    expectInconclusive(end, 'authentication-failed')
    expect(taskOf(end, DDM_TASK).error?.advice).toContain('id-token: write')
  })
})

describe.concurrent('a project that is looked up only to validate', () => {
  const byRegion = ({ inputs, ...others }: GateRun = {}) =>
    validate({
      ...others,
      around: ({ url }) => ({ inputs: { 'iam-endpoint': url } }),
      inputs: { 'project-id': '', region: 'cn-north-4', ...inputs },
    })
  const projects = (...ids: readonly string[]) => ({
    credentials: { projects: ids.map(id => ({ id, name: 'cn-north-4' })) },
  })

  it('is asked for by the region, also where nothing is read', async () => {
    const end = await byRegion({ inputs: DDM })
    expect(verdictOf(end)).toMatchObject(WELL)
    expect(operationsOf(end)).toEqual(['iam.projects'])
  })

  it('is not found where there is none', async () => {
    const end = await byRegion({ scenario: projects(), inputs: DDM })
    expectInconclusive(end, 'not-found')
  })

  it('of several is invalid input', async () => {
    const end = await byRegion({ scenario: projects('project-one', 'project-two') })
    expectInconclusive(end, 'invalid-input')
    expect(end.report.targets).toEqual([])
  })

  it('is asked for three times', async () => {
    const down = { kind: 'answer' as const, status: 503, json: { error_code: 'X', error_msg: 'down' } }
    const rules = [{ when: { operation: 'iam.projects' as const }, fault: down }]
    const end = await byRegion({ scenario: { rules } })
    expectInconclusive(end, 'service-unavailable')
    expect(operationsOf(end)).toEqual(['iam.projects', 'iam.projects', 'iam.projects'])
  })
})

describe.concurrent('what needs a credential that is not there', () => {
  it.each([
    ['drs', {}],
    ['ddm', DDM],
  ])('is left out and listed, on %s', async (service, inputs) => {
    const end = await validate({ inputs: { ...NO_KEYS, ...inputs, 'project-id': '', region: 'cn-north-4' } })
    expect(verdictOf(end)).toMatchObject(WELL)
    expect(end.requests).toEqual([])
    expect(end.summary).toContain('from inputs and files only, no service was asked')
    for (const shown of [saidAs('warning', end), end.summary])
      expect(shown).toContain(`There are no credentials for target ${service}, so sign-in`)
  })

  it('is left out too in the run of a fork, which gets no id token', async () => {
    const side = (id: number, sha: string) => ({
      sha: sha.repeat(40),
      ref: 'x',
      repo: { id, full_name: `o/${id}` },
    })
    const event = { pull_request: { number: 7, head: side(2, 'a'), base: side(1, 'b') } }
    const end = await validateKeyless({ permitted: false, event: { name: 'pull_request', payload: event } })
    expect(verdictOf(end)).toMatchObject(WELL)
    expect(end.requests).toEqual([])
    expect(saidAs('warning', end)).toMatch(/no credentials for target drs.*forks/)
  })

  it('does not keep wrong inputs from being told', async () => {
    const end = await validate({ inputs: { ...NO_KEYS, 'job-ids': '' } })
    expectInconclusive(end, 'invalid-input')
  })
})
