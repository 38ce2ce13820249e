import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { OTHER_TASK, TASK } from '../plan/planning.ts'
import { inEnglish } from '../precheck/in-english.ts'
import {
  configOf,
  drsTasks,
  endsOf,
  iamUser,
  problemOf,
  type SignInRun,
  sentTo,
  signInAndCheck,
  soon,
  THIRD_TASK,
} from './signing-in.ts'

const SOON = soon(TASK, OTHER_TASK, THIRD_TASK)
const PROJECTS = [
  { id: 'project-1', name: 'cn-north-4' },
  { id: 'project-2', name: 'cn-east-3' },
]
const scopes = z.object({
  auth: z.object({ scope: z.object({ project: z.record(z.string(), z.string()) }) }),
})
const scopeOf = ({ body }: { readonly body: string }) => scopes.parse(JSON.parse(body)).auth.scope.project

/** Three targets in two projects, one credential. */
const inTwoProjects: Pick<SignInRun, 'config'> = {
  config: ({ url }) =>
    configOf(
      `name: a, service: drs, endpoint: "${url}", project-id: project-1, job-ids: [${TASK}]`,
      `name: b, service: drs, endpoint: "${url}", project-id: project-2, job-ids: [${OTHER_TASK}]`,
      `name: c, service: drs, endpoint: "${url}", project-id: project-1, job-ids: [${THIRD_TASK}]`,
    ),
}

describe.concurrent('an IAM user', () => {
  it('gets one token per project, and each is sent to its own project only', async () => {
    const end = await signInAndCheck({
      ...inTwoProjects,
      scenario: { ...SOON, credentials: { projects: PROJECTS } },
      values: iamUser,
    })
    expect(endsOf(end)).toEqual({
      [`a ${TASK}`]: 'read',
      [`b ${OTHER_TASK}`]: 'read',
      [`c ${THIRD_TASK}`]: 'read',
    })
    expect(sentTo(end, 'iam.token').map(scopeOf)).toEqual([{ id: 'project-1' }, { id: 'project-2' }])
    const used = new Set(
      end.requests
        .filter(({ operation }) => operation.startsWith('drs.'))
        .map(({ path, headers }) => `${path.split('/')[2]} ${headers['x-auth-token']}`),
    )
    expect(used.size).toBe(2)
    expect(end.requests.filter(({ status }) => status !== null && status >= 400)).toEqual([])
  })

  it('has every token masked, and its requests counted', async () => {
    const end = await signInAndCheck({ scenario: SOON, values: iamUser })
    const token = sentTo(end, 'drs.start')[0]?.headers['x-auth-token']
    expect(end.masks).toContain(token)
    expect(end.requests).toHaveLength(end.counted)
    expect(end.counts['iam.token']).toBe(1)
  })

  it('with a wrong password sends it once for all targets, and makes no pre-check call', async () => {
    const end = await signInAndCheck({
      ...inTwoProjects,
      scenario: { ...SOON, credentials: { projects: PROJECTS } },
      values: simulator => ({ ...iamUser(simulator), 'iam-password': 'not-the-password' }),
    })
    expect(Object.values(endsOf(end))).toEqual(Array(3).fill('authentication-failed'))
    expect(end.requests.map(({ operation }) => operation)).toEqual(['iam.token'])
    for (const { tasks } of end.targets) {
      const problem = tasks[0]?.problem
      expect(inEnglish(problem)).toMatchObject({
        httpStatus: 401,
        advice: expect.stringContaining('Check iam-user, iam-password and iam-domain'),
      })
      expect(problem?.message.in('en-us')).toMatch(
        /the IAM user precheck-robot of domain acme-cloud could not be used\. .*The username or password is wrong/,
      )
      expect(JSON.stringify(problem)).not.toContain('not-the-password')
    }
  })

  it.each([
    ['The account is locked.', /wait 15 minutes, correct iam-password/],
    ['User acme is locked out for 15 minutes', /wait 15 minutes/],
    ['MFA is required for this user.', /second factor.*access key, OIDC/],
    ['A verification code must be entered', /second factor/],
    ['The domain of the user could not be found.', /iam-domain is the account name/],
    ['The project of the scope could not be found.', /check project-id and region/],
    ['The username or password is wrong.', /Check iam-user, iam-password and iam-domain/],
    ['A strange block in the road', /Check iam-user, iam-password and iam-domain/],
  ])('that IAM turns away with %j is told what to do', async (message, advice) => {
    const json = { error: { code: 401, message, title: 'Unauthorized' } }
    const rules = [
      { when: { operation: 'iam.token' as const }, fault: { kind: 'answer' as const, status: 401, json } },
    ]
    const end = await signInAndCheck({ scenario: { ...SOON, rules }, values: iamUser })
    expect(inEnglish(problemOf(end))).toMatchObject({
      reason: 'authentication-failed',
      advice: expect.stringMatching(advice),
    })
    expect(problemOf(end).message.in('en-us')).toContain(message)
    expect(end.requests).toHaveLength(1)
  })

  it('is not given advice by its own name', async () => {
    const values = {
      'iam-user': 'x: locked mfa',
      'iam-password': 'some-password',
      'iam-domain': 'my: project',
    }
    const end = await signInAndCheck({ scenario: SOON, values: () => values })
    expect(problemOf(end).advice?.in('en-us')).toMatch(/^Check iam-user, iam-password and iam-domain/)
  })

  it.each([
    [403, 'permission-denied'],
    [404, 'not-found'],
    [400, 'service-error'],
  ])('that IAM answers with %i is told about the sign-in, not about the task', async (status, reason) => {
    const json = { error: { code: status, message: 'No.', title: 'No' } }
    const rules = [
      { when: { operation: 'iam.token' as const }, fault: { kind: 'answer' as const, status, json } },
    ]
    const end = await signInAndCheck({ scenario: { ...SOON, rules }, values: iamUser })
    expect(inEnglish(problemOf(end))).toMatchObject({
      reason,
      advice: expect.stringMatching(/^Check iam-user/),
    })
    expect(end.counts['drs.start']).toBe(0)
  })

  it('is told that iam-endpoint is wrong where no IAM is', async () => {
    const fault = {
      kind: 'answer' as const,
      status: 404,
      json: { error_code: 'APIGW.0101', error_msg: 'No such API' },
    }
    const rules = [{ when: { operation: 'iam.token' as const }, fault }]
    const end = await signInAndCheck({ scenario: { ...SOON, rules }, values: iamUser })
    const advice = expect.stringMatching(
      /^There is no such API at (http:\/\/127\.0\.0\.1:\d+)\/v\d\/.*: check iam-endpoint\. .* that would be \1\.$/,
    )
    expect(inEnglish(problemOf(end))).toMatchObject({ reason: 'not-found', advice })
  })

  it('waits for an IAM that cannot answer at first', async () => {
    const fault = { kind: 'answer' as const, status: 503, html: '<title>Busy</title>' }
    const rules = [{ when: { operation: 'iam.token' as const, calls: { to: 2 } }, fault }]
    const end = await signInAndCheck({
      scenario: { ...SOON, rules },
      values: iamUser,
      clock: { times: 20 },
    })
    expect(endsOf(end)).toEqual({ [`drs ${TASK}`]: 'read' })
    expect(end.counts['iam.token']).toBe(3)
  })

  it('gives up on an IAM that never makes sense after five tries, before any pre-check call', async () => {
    const fault = { kind: 'answer' as const, status: 502, html: '<title>Wrong address</title>' }
    const rules = [{ when: { operation: 'iam.token' as const }, fault }]
    const end = await signInAndCheck({
      scenario: { ...SOON, rules },
      values: iamUser,
      clock: { times: 40 },
    })
    expect(inEnglish(problemOf(end))).toMatchObject({
      reason: 'service-unavailable',
      message: expect.stringContaining('Wrong address'),
    })
    expect([end.counts['iam.token'], end.counts['drs.start']]).toEqual([5, 0])
  })

  it('is told where the token should have been when the answer has none', async () => {
    const json = { token: { expires_at: '2099-01-01T00:00:00.000000Z' } }
    const rules = [
      { when: { operation: 'iam.token' as const }, fault: { kind: 'answer' as const, status: 201, json } },
    ]
    const end = await signInAndCheck({ scenario: { ...SOON, rules }, values: iamUser })
    expect(inEnglish(problemOf(end))).toMatchObject({
      reason: 'invalid-response',
      message: expect.stringContaining('X-Subject-Token'),
    })
    expect(end.counts['drs.start']).toBe(0)
  })

  it('never has the password carried on by a redirect', async () => {
    const fault = { kind: 'redirect' as const, to: 'http://evil.example/steal', status: 307 }
    const rules = [{ when: { operation: 'iam.token' as const }, fault }]
    const end = await signInAndCheck({ scenario: { ...SOON, rules }, values: iamUser })
    expect(problemOf(end).message.in('en-us')).toContain('a redirect to evil.example, which is not followed')
    expect(problemOf(end).advice?.in('en-us')).toBe('Set iam-endpoint to the address of the service itself.')
    expect(end.requests).toHaveLength(1)
  })
})

describe.concurrent('a token that ends in mid-poll', () => {
  it('is renewed before, without losing the run and without a single 401', async () => {
    const scenario = { drs: drsTasks([TASK], 4_000), credentials: { iam: { tokenLifetimeMs: 4_000 } } }
    const end = await signInAndCheck({ scenario, values: iamUser })
    expect(endsOf(end)).toEqual({ [`drs ${TASK}`]: 'read' })
    expect(end.counts['iam.token']).toBeGreaterThanOrEqual(2)
    expect(end.counts['drs.start']).toBe(1)
    expect(end.requests.filter(({ status }) => status === 401)).toEqual([])
  })

  const turnedAway = (
    ...calls: readonly (number | { readonly from: number; readonly to?: number })[]
  ): ScenarioInput => ({
    ...SOON,
    rules: calls.map(nth => ({
      when: { operation: 'drs.result', calls: nth },
      fault: {
        kind: 'answer',
        status: 401,
        json: { error_code: 'APIGW.0307', error_msg: 'The token must be updated.', request_id: 'r1' },
      },
    })),
  })

  it('is renewed once on a 401, and the same call is made again', async () => {
    // The first result call is the read before the start.
    const end = await signInAndCheck({ scenario: turnedAway(2), values: iamUser })
    expect(endsOf(end)).toEqual({ [`drs ${TASK}`]: 'read' })
    expect([end.counts['iam.token'], end.counts['drs.start']]).toEqual([2, 1])
    const tokens = sentTo(end, 'drs.result').map(({ headers }) => headers['x-auth-token'])
    expect(tokens[2]).not.toBe(tokens[1])
  })

  it('is renewed again after a good answer in between', async () => {
    const end = await signInAndCheck({
      scenario: { ...turnedAway(2, 4), drs: drsTasks([TASK], 2_000) },
      values: iamUser,
    })
    expect(endsOf(end)).toEqual({ [`drs ${TASK}`]: 'read' })
    expect(end.counts['iam.token']).toBe(3)
  })

  it('is given up after a second 401 in a row', async () => {
    const end = await signInAndCheck({ scenario: turnedAway({ from: 2 }), values: iamUser })
    expect(inEnglish(problemOf(end))).toMatchObject({
      reason: 'authentication-failed',
      code: 'APIGW.0307',
      httpStatus: 401,
    })
    expect([end.counts['iam.token'], end.counts['drs.result']]).toEqual([2, 3])
  })
})
