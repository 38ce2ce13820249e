import { describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { Connection } from '../../src/cloud/connection.ts'
import { Hosts } from '../../src/cloud/host-health.ts'
import { projectNameIn } from '../../src/identity/project-name.ts'
import { lookUpProjects } from '../../src/identity/projects.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { OTHER_TASK, planConfig, TASK } from '../plan/planning.ts'
import { inEnglish } from '../precheck/in-english.ts'
import {
  accessKey,
  configOf,
  endsOf,
  iamUser,
  problemOf,
  type SignInRun,
  sentTo,
  signInAndCheck,
  soon,
  THIRD_TASK,
} from './signing-in.ts'

const NORTH = { id: 'project-north', name: 'cn-north-4' }
const EAST = { id: 'project-east', name: 'cn-east-3' }
const SOON = soon(TASK, OTHER_TASK, THIRD_TASK)

const seeing = (...projects: readonly { readonly id: string; readonly name: string }[]): ScenarioInput => ({
  ...SOON,
  credentials: { projects: [...projects] },
})

const lookingUp: Pick<SignInRun, 'values'> = {
  values: simulator => ({ ...accessKey(simulator), 'project-id': '', region: 'cn-north-4' }),
}
const target = (name: string, url: string, task: string, rest: string) =>
  `name: ${name}, service: drs, endpoint: "${url}", job-ids: [${task}], ${rest}`

describe.concurrent('the project of a region', () => {
  it('is looked up by its exact name, by a read alone, before anything else', async () => {
    const names = ['cn-north-4_sub', 'xcn-north-4', 'CN-NORTH-4', 'cn-north']
    const others = names.map((name, at) => ({ id: `other-${at}`, name }))
    const end = await signInAndCheck({ ...lookingUp, scenario: seeing(...others, NORTH) })
    expect(endsOf(end)).toEqual({ [`drs ${TASK}`]: 'read' })
    expect(end.requests.slice(0, 2).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /v3/auth/projects',
      'POST /v3/project-north/jobs/batch-precheck-result',
    ])
  })

  it('is looked up with a token of the region for an IAM user, who then gets one for the project', async () => {
    const end = await signInAndCheck({
      scenario: seeing(NORTH),
      values: simulator => ({ ...iamUser(simulator), 'project-id': '', region: 'cn-north-4' }),
    })
    expect(endsOf(end)).toEqual({ [`drs ${TASK}`]: 'read' })
    const scopes = sentTo(end, 'iam.token').map(({ body }) => JSON.parse(body).auth.scope)
    expect(scopes).toEqual([{ project: { name: 'cn-north-4' } }, { project: { id: 'project-north' } }])
  })

  it('that nobody sees is not found, and none is made', async () => {
    const end = await signInAndCheck({ ...lookingUp, scenario: seeing(EAST) })
    expect(inEnglish(problemOf(end))).toMatchObject({
      reason: 'not-found',
      message:
        'Could not look up the project of region cn-north-4: this identity sees no project named cn-north-4; it sees cn-east-3 (project-east).',
      advice: expect.stringMatching(/^Give project-name .*or project-id/),
    })
    expect(end.requests.map(({ operation }) => operation)).toEqual(['iam.projects'])
  })

  it.each(['../../v3/x', 'a'.repeat(65)])('of an id that no path can hold has none: %s', async id => {
    const end = await signInAndCheck({ ...lookingUp, scenario: seeing({ id, name: 'cn-north-4' }) })
    expect(inEnglish(problemOf(end))).toMatchObject({
      reason: 'service-error',
      message: expect.stringContaining(`gives it the id ${id}, and an id has 1 to 64 letters`),
      advice: expect.stringMatching(/^Give project-id, /),
    })
    expect(end.requests.map(({ operation }) => operation)).toEqual(['iam.projects'])
  })

  it('that nobody sees is not found with the first ten that are seen, or none', async () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ id: `id-${at}`, name: `cn-north-4_${at}` }))
    const end = await signInAndCheck({ ...lookingUp, scenario: seeing(...many) })
    const shown = many.slice(0, 10).map(({ id, name }) => `${name} (${id})`)
    expect(problemOf(end).message.in('en-us')).toBe(
      `Could not look up the project of region cn-north-4: this identity sees no project named cn-north-4; it sees ${shown.join(', ')} and 2 more.`,
    )
    const blind = await signInAndCheck({ ...lookingUp, scenario: seeing() })
    expect(problemOf(blind).message.in('en-us')).toContain(
      'no project named cn-north-4; it sees none at all.',
    )
  })

  it.each<[string, SignInRun]>([
    [
      'the input',
      { values: simulator => ({ ...lookingUp.values?.(simulator), 'project-name': 'cn-north-4_dev' }) },
    ],
    ['HW_PROJECT_NAME', { ...lookingUp, environment: () => ({ HW_PROJECT_NAME: 'cn-north-4_dev' }) }],
  ])('may be another one that %s names', async (_, run) => {
    const end = await signInAndCheck({
      ...run,
      scenario: seeing(NORTH, { id: 'project-dev', name: 'cn-north-4_dev' }),
    })
    expect(endsOf(end)).toEqual({ [`drs ${TASK}`]: 'read' })
    expect(sentTo(end, 'drs.start').map(({ path }) => path.split('/')[2])).toEqual(['project-dev'])
  })

  it('that is named is the scope of the token, and is looked up for regions that it begins with alone', async () => {
    const end = await signInAndCheck({
      scenario: seeing(EAST, { id: 'project-dev', name: 'cn-north-4_dev' }),
      values: simulator => ({ ...iamUser(simulator), 'project-name': 'cn-north-4_dev' }),
      config: ({ url }) =>
        configOf(
          target('a', url, TASK, 'region: cn-east-3'),
          target('b', url, OTHER_TASK, 'region: cn-north-4'),
        ),
    })
    expect(Object.values(endsOf(end))).toEqual(['read', 'read'])
    const scopes = sentTo(end, 'iam.token').map(({ body }) => JSON.parse(body).auth.scope.project)
    expect(scopes[0]).toEqual({ name: 'cn-north-4_dev' })
    expect(
      scopes
        .slice(1)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['project-dev', 'project-east'])
  })

  it('that is there several times is invalid input, before any pre-check call of any target', async () => {
    const end = await signInAndCheck({
      scenario: seeing(NORTH, { id: 'project-twin', name: 'cn-north-4' }, EAST),
      values: accessKey,
      config: ({ url }) =>
        configOf(
          target('a', url, TASK, 'region: cn-north-4'),
          target('b', url, OTHER_TASK, 'region: cn-east-3'),
          target('c', url, THIRD_TASK, 'project-id: project-east'),
        ),
    })
    expect(end.targets).toEqual([])
    expect(end.problems.map(text => text.in('en-us'))).toEqual([
      'project-id: missing, and region cn-north-4 has 2 projects of its name; allowed: one of project-north, project-twin',
    ])
    expect(end.requests.map(({ operation }) => operation)).toEqual(['iam.projects', 'iam.projects'])
  })

  it('is looked up once for several targets, and another region for itself', async () => {
    const end = await signInAndCheck({
      scenario: seeing(NORTH, EAST),
      values: accessKey,
      config: ({ url }) =>
        configOf(
          target('a', url, TASK, 'region: cn-north-4'),
          target('b', url, OTHER_TASK, 'region: cn-north-4'),
          target('c', url, THIRD_TASK, 'region: cn-east-3'),
        ),
    })
    expect(Object.values(endsOf(end))).toEqual(['read', 'read', 'read'])
    expect(end.counts['iam.projects']).toBe(2)
    const projects = sentTo(end, 'drs.start').map(({ path, body }) => [
      path.split('/')[2],
      body.includes(THIRD_TASK),
    ])
    expect(projects.toSorted()).toEqual([
      ['project-east', true],
      ['project-north', false],
      ['project-north', false],
    ])
  })

  it('is not looked up where the inputs or the environment name it', async () => {
    const given = await signInAndCheck({ scenario: { ...SOON }, values: accessKey })
    const environment: SignInRun['environment'] = ({ credentials }) => ({
      HUAWEI_CLOUD_PROJECT_ID: credentials.projectId,
    })
    const found = await signInAndCheck({ ...lookingUp, scenario: { ...SOON }, environment })
    for (const end of [given, found]) {
      expect(endsOf(end)).toEqual({ [`drs ${TASK}`]: 'read' })
      expect(end.counts['iam.projects']).toBe(0)
    }
  })

  it('of another region than that of the inputs is looked up there, whatever project-id they name', async () => {
    const end = await signInAndCheck({
      scenario: seeing(NORTH, EAST),
      values: simulator => ({ ...accessKey(simulator), region: 'cn-north-4', 'project-id': 'project-north' }),
      config: ({ url }) =>
        configOf(target('a', url, TASK, 'mode: run'), target('b', url, OTHER_TASK, 'region: cn-east-3')),
    })
    expect(Object.values(endsOf(end))).toEqual(['read', 'read'])
    expect(new Set(sentTo(end, 'drs.start').map(({ path }) => path.split('/')[2]))).toEqual(
      new Set(['project-north', 'project-east']),
    )
  })

  it('is asked for at the IAM of that region', async () => {
    const text = configOf(`name: a, service: drs, region: cn-east-3, job-ids: [${TASK}]`)
    const { plan } = await planConfig(text)
    if (plan === null) throw new Error('No plan')
    const clock = new FakeClock()
    // A step that is over sends nothing, but says what it would have done.
    const deadline = { at: 0, signal: AbortSignal.abort('deadline') }
    const ports = { clock, random: () => 0.5, deadline }
    const connection = new Connection(null, {
      ...ports,
      hosts: new Hosts(),
      countRequest: () => {},
      userAgent: 'test',
      redactBeginning: (text, characters) => text.slice(0, characters),
    })
    const [target] = plan.targets
    if (target === undefined) throw new Error('No target')
    const connections = new Map([[target.credential, connection]])
    const projects = await lookUpProjects(plan.lookUps, connections, ports)
    expect(() => projects.idOf(target)).toThrow(
      'Could not look up the project of region cn-east-3 at iam.cn-east-3.myhuaweicloud.com:',
    )
  })
})

describe('a project that is named', () => {
  it.each([
    ['cn-north-4', 'cn-north-4', 'cn-north-4'],
    ['cn-north-4', 'cn-north-4_dev', 'cn-north-4_dev'],
    ['cn-north-4', 'cn-north-42_dev', 'cn-north-4'],
    ['cn-north-4', 'cn-north-42', 'cn-north-4'],
    ['cn-north-4', 'cn-east-3_dev', 'cn-north-4'],
    ['cn-north-4', 'dev_cn-north-4', 'cn-north-4'],
    ['cn-north-4', null, 'cn-north-4'],
  ])('in %s: %s makes it %s', (region, named, expected) => {
    expect(projectNameIn(region, named)).toBe(expected)
  })
})

describe.concurrent('a look-up that fails', () => {
  const config: SignInRun['config'] = ({ url, credentials }) =>
    configOf(
      target('a', url, TASK, 'region: cn-north-4'),
      target('b', url, OTHER_TASK, `project-id: ${credentials.projectId}`),
    )
  const failing = (fault: NonNullable<ScenarioInput['rules']>[number]['fault']): ScenarioInput => ({
    ...SOON,
    rules: [{ when: { operation: 'iam.projects' }, fault }],
  })

  it.each([
    [403, 'permission-denied'],
    [404, 'not-found'],
    [400, 'service-error'],
  ])('with %i ends its own targets as %s, and the others go on', async (status, reason) => {
    const fault = { kind: 'answer' as const, status, json: { error_code: 'X.1', error_msg: 'No.' } }
    const end = await signInAndCheck({ scenario: failing(fault), values: accessKey, config })
    expect(endsOf(end)).toEqual({ [`a ${TASK}`]: reason, [`b ${OTHER_TASK}`]: 'read' })
    expect(problemOf(end).message.in('en-us')).toContain('look up the project of region cn-north-4')
  })

  it('because no IAM is there says to check iam-endpoint', async () => {
    const fault = {
      kind: 'answer' as const,
      status: 404,
      json: { error_code: 'APIGW.0101', error_msg: 'No such API' },
    }
    const end = await signInAndCheck({ scenario: failing(fault), values: accessKey, config })
    const advice = expect.stringMatching(
      /^There is no such API at (http:\/\/127\.0\.0\.1:\d+)\/v\d\/.*: check iam-endpoint\. .* that would be \1\.$/,
    )
    expect(inEnglish(problemOf(end))).toMatchObject({ reason: 'not-found', advice })
  })

  it('for the credential stops every target, after one request', async () => {
    const end = await signInAndCheck({
      scenario: { ...SOON },
      values: simulator => ({ ...accessKey(simulator), 'secret-access-key': 'not-the-secret-key' }),
      config,
    })
    expect(Object.values(endsOf(end))).toEqual(['authentication-failed', 'authentication-failed'])
    expect(end.requests.map(({ operation }) => operation)).toEqual(['iam.projects'])
  })

  it('for a moment is made again', async () => {
    const scenario: ScenarioInput = {
      ...SOON,
      rules: [
        {
          when: { operation: 'iam.projects', calls: 1 },
          fault: { kind: 'answer', status: 503, text: 'busy' },
        },
      ],
    }
    const end = await signInAndCheck({ scenario, values: accessKey, config, clock: { times: 20 } })
    expect(Object.values(endsOf(end))).toEqual(['read', 'read'])
    expect(end.counts['iam.projects']).toBe(2)
  })

  it('because the step is cancelled meanwhile leaves every target cancelled', async () => {
    const end = await signInAndCheck({
      scenario: failing({ kind: 'hang' }),
      values: accessKey,
      config,
      meanwhile: async (simulator, cancel) => {
        while (simulator.counts['iam.projects'] === 0) await new Promise(resolve => setTimeout(resolve, 5))
        cancel()
      },
    })
    expect(endsOf(end)).toEqual({ [`a ${TASK}`]: 'cancelled', [`b ${OTHER_TASK}`]: 'cancelled' })
    expect(end.counts['drs.start']).toBe(0)
  })

  it('until the deadline says so of IAM', async () => {
    const json = { error: { code: 503, message: 'Busy', title: 'Service Unavailable' } }
    const end = await signInAndCheck({
      scenario: failing({ kind: 'answer', status: 503, json }),
      values: accessKey,
      config,
      lastsMs: 1_500,
    })
    expect(inEnglish(problemOf(end))).toMatchObject({ reason: 'service-unavailable', httpStatus: 503 })
    expect(problemOf(end).message.in('en-us')).toContain('look up the project of region cn-north-4')
  })
})
