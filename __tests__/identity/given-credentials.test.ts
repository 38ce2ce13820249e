import { describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { OTHER_TASK, TASK } from '../plan/planning.ts'
import { inEnglish } from '../precheck/in-english.ts'
import {
  accessKey,
  configOf,
  drsTasks,
  endsOf,
  problemOf,
  type SignInRun,
  signInAndCheck,
} from './signing-in.ts'

const THIRD = '7c1e9a04-52bd-4f0e-8d36-2f7a9b3jb102'
const SOON: ScenarioInput = {
  drs: drsTasks([TASK, OTHER_TASK, THIRD], 150),
  oms: { projects: [{ id: 'np_1', timeline: [{ payload: 'oms', status: 'FINISHED', progress: 100 }] }] },
}

const three: SignInRun['config'] = ({ url, credentials }) =>
  configOf(
    ...[TASK, OTHER_TASK, THIRD].map(
      (task, at) =>
        `name: t${at}, service: drs, endpoint: "${url}", project-id: ${credentials.projectId}, job-ids: [${task}]`,
    ),
  )

describe.concurrent('a credential that was given and is turned away', () => {
  it.each<[string, SignInRun['values'] & object, RegExp]>([
    [
      'an access key with the wrong secret',
      simulator => ({ ...accessKey(simulator), 'secret-access-key': 'not-the-secret-key' }),
      /secret key belongs to it\. It is not tried again, because five wrong signatures lock the key/,
    ],
    [
      'an access key that nobody knows',
      () => ({ 'access-key-id': 'NOBODYKNOWSTHISKEY', 'secret-access-key': 'not-the-secret-key' }),
      /Check that the access key is active/,
    ],
    [
      'an access key with a security token that does not fit',
      simulator => ({ ...accessKey(simulator), 'security-token': 'not-the-security-token' }),
      /security token may have expired/,
    ],
    [
      'a token that nobody knows',
      () => ({ 'auth-token': 'not-a-token' }),
      /IAM tokens live for 24 hours and hold for one project/,
    ],
  ])('sends one request for several targets, and is never tried again: %s', async (_, values, advice) => {
    const end = await signInAndCheck({ scenario: SOON, values, config: three })
    expect(Object.values(endsOf(end))).toEqual(Array(3).fill('authentication-failed'))
    expect(end.requests).toHaveLength(1)
    for (const { tasks } of end.targets) {
      expect(tasks[0]?.problem?.advice?.in('en-us')).toMatch(advice)
      expect(tasks[0]?.problem?.message.in('en-us')).toContain('APIGW.0301')
    }
  })

  it('in mid-poll is not tried again either', async () => {
    const json = {
      error_code: 'APIGW.0301',
      error_msg: 'Incorrect IAM authentication information',
      request_id: 'r',
    }
    const rules: ScenarioInput['rules'] = [
      { when: { operation: 'drs.result', calls: { from: 2 } }, fault: { kind: 'answer', status: 401, json } },
    ]
    const end = await signInAndCheck({ scenario: { ...SOON, rules }, values: accessKey })
    expect(inEnglish(problemOf(end))).toMatchObject({ reason: 'authentication-failed', httpStatus: 401 })
    expect(end.counts['drs.result']).toBe(2)
  })

  it.each([
    [3_600_000, /clock is 60 minutes behind the service's; signatures hold for 15 minutes only/],
    [-1_200_000, /clock is 20 minutes ahead of the service's/],
  ])('because the clock is off by %i ms is told so', async (clockOffsetMs, advice) => {
    const end = await signInAndCheck({ scenario: { ...SOON, clockOffsetMs }, values: accessKey })
    expect(inEnglish(problemOf(end))).toMatchObject({
      reason: 'authentication-failed',
      advice: expect.stringMatching(advice),
    })
    expect(end.requests).toHaveLength(1)
  })

  it('says nothing of the clock where that is right', async () => {
    const end = await signInAndCheck({
      scenario: { ...SOON, clockOffsetMs: 600_000 },
      values: simulator => ({ ...accessKey(simulator), 'secret-access-key': 'not-the-secret-key' }),
    })
    expect(problemOf(end).advice?.in('en-us')).not.toMatch(/clock/)
  })

  it('does not touch targets of the other kind', async () => {
    const end = await signInAndCheck({
      scenario: SOON,
      values: ({ credentials }) => ({
        'auth-token': 'not-a-token',
        'oms-user': credentials.omsUser,
        'oms-password': credentials.omsPassword,
      }),
      config: ({ url, credentials }) =>
        configOf(
          `name: a, service: drs, endpoint: "${url}", project-id: ${credentials.projectId}, job-ids: [${TASK}]`,
          `name: b, service: oms, endpoint: "${url}", job-ids: [np_1]`,
        ),
    })
    expect(endsOf(end)).toEqual({ [`a ${TASK}`]: 'authentication-failed', 'b np_1': 'read' })
  })
})

describe.concurrent('no credential at all', () => {
  it('sends nothing, not even to look up a project, and names the ways to sign in', async () => {
    const end = await signInAndCheck({
      scenario: SOON,
      values: () => ({ 'project-id': '', region: 'cn-north-4' }),
    })
    expect(inEnglish(problemOf(end))).toMatchObject({
      reason: 'authentication-failed',
      message: 'There are no credentials for target drs.',
    })
    expect(problemOf(end).advice?.in('en-us')).toMatch(
      /oidc-provider-urn.*access-key-id and secret-access-key/,
    )
    expect(end.requests).toEqual([])
  })

  it('for OMS names oms-user and oms-password', async () => {
    const end = await signInAndCheck({
      scenario: SOON,
      values: ({ url, credentials }) => ({
        service: 'oms',
        endpoint: url,
        'job-ids': 'np_1',
        'auth-token': credentials.authToken,
        'project-id': '',
      }),
    })
    expect(inEnglish(problemOf(end))).toMatchObject({
      reason: 'authentication-failed',
      advice: expect.stringContaining('oms-user and oms-password'),
    })
    expect(end.requests).toEqual([])
  })

  it('in the run of a fork is explained', async () => {
    const end = await signInAndCheck({ scenario: SOON, isFork: true })
    expect(inEnglish(problemOf(end))).toMatchObject({
      reason: 'authentication-failed',
      advice: expect.stringMatching(
        /pull requests of forks and of Dependabot get no secrets and no id token/,
      ),
    })
  })
})
