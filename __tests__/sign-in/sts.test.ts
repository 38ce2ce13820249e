import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { OTHER_TASK, TASK } from '../plan/planning.ts'
import {
  clockThat,
  configOf,
  drsTasks,
  endsOf,
  idTokenPermission,
  keyless,
  problemOf,
  type SignInRun,
  sentTo,
  signInAndCheck,
} from './signing-in.ts'

const SOON: ScenarioInput = { drs: drsTasks([TASK, OTHER_TASK], 150) }
const KEYLESS: Pick<SignInRun, 'values' | 'environment'> = { values: keyless, environment: idTokenPermission }
const exchange = z.object({ id_token: z.string(), agency_session_name: z.string() })
const exchangesOf = (end: Parameters<typeof sentTo>[0]) =>
  sentTo(end, 'sts.assume').map(({ body }) => exchange.parse(JSON.parse(body)))

const refusedBy = (
  operation: 'sts.assume' | 'github.idToken',
  status: number,
  text: string,
): ScenarioInput => ({
  ...SOON,
  rules: [
    { when: { operation }, fault: { kind: 'answer', status, json: { error_code: 'X.1', error_msg: text } } },
  ],
})

describe.concurrent('keyless', () => {
  it('goes from id token to temporary keys to signed calls', async () => {
    const end = await signInAndCheck({ ...KEYLESS, scenario: SOON })
    expect(endsOf(end)).toEqual({ [`drs ${TASK}`]: 'read' })
    expect(end.requests.slice(0, 3).map(({ operation }) => operation)).toEqual([
      'github.idToken',
      'sts.assume',
      'drs.result',
    ])
    const [start] = sentTo(end, 'drs.start')
    expect(start?.headers['x-security-token']).toMatch(/^simulated-security-token-/)
    expect(start?.headers['authorization']).toMatch(/^SDK-HMAC-SHA256 Access=SIMTEMP/)
    expect(exchangesOf(end)).toMatchObject([{ agency_session_name: 'precheck-gate-4711' }])
  })

  it('has the id token, the keys and the security token masked', async () => {
    const end = await signInAndCheck({ ...KEYLESS, scenario: SOON })
    const headers: Readonly<Record<string, string>> = sentTo(end, 'drs.start')[0]?.headers ?? {}
    const keyId = /Access=([^,]+)/.exec(headers['authorization'] ?? '')?.[1]
    const signature = /Signature=(.+)$/.exec(headers['authorization'] ?? '')?.[1]
    expect(end.masks).toEqual(
      expect.arrayContaining([exchangesOf(end)[0]?.id_token, keyId, headers['x-security-token'], signature]),
    )
  })

  it.each([
    [
      'asks for the audience that is set',
      { 'oidc-audience': 'sts.myhuaweicloud.com' },
      'sts.myhuaweicloud.com',
    ],
    ['encodes it', { 'oidc-audience': 'https://a.example/?x&y' }, 'https://a.example/?x&y'],
    ["leaves GitHub's own where none is set", {}, null],
  ])('%s', async (_, more, audience) => {
    const end = await signInAndCheck({
      scenario: {
        ...SOON,
        credentials: { oidc: { audiences: ['https://github.com/acme', audience ?? 'x'] } },
      },
      values: simulator => ({ ...keyless(simulator), ...more }),
      environment: idTokenPermission,
    })
    expect(endsOf(end)).toEqual({ [`drs ${TASK}`]: 'read' })
    const { path } = sentTo(end, 'github.idToken')[0] ?? { path: '' }
    expect(new URL(path, 'http://x').searchParams.get('audience')).toBe(audience)
    expect(new URL(path, 'http://x').searchParams.get('api-version')).toBe('2.0')
  })

  it('shares one set of keys among all targets', async () => {
    const end = await signInAndCheck({
      ...KEYLESS,
      scenario: SOON,
      config: ({ url, credentials }) =>
        configOf(
          `name: a, service: drs, endpoint: "${url}", project-id: ${credentials.projectId}, job-ids: [${TASK}]`,
          `name: b, service: drs, endpoint: "${url}", project-id: ${credentials.projectId}, job-ids: [${OTHER_TASK}]`,
        ),
    })
    expect(Object.values(endsOf(end))).toEqual(['read', 'read'])
    expect([end.counts['github.idToken'], end.counts['sts.assume']]).toEqual([1, 1])
  })
})

describe.concurrent('temporary keys', () => {
  it('are renewed before they end, with a fresh id token for every exchange', async () => {
    const scenario = { drs: drsTasks([TASK], 2_000), credentials: { oidc: { keyLifetimeMs: 1_200 } } }
    const end = await signInAndCheck({ ...KEYLESS, scenario })
    expect(endsOf(end)).toEqual({ [`drs ${TASK}`]: 'read' })
    expect(end.requests.filter(({ status }) => status === 401)).toEqual([])
    const idTokens = exchangesOf(end).map(({ id_token }) => id_token)
    expect(idTokens.length).toBeGreaterThanOrEqual(2)
    expect(new Set(idTokens).size).toBe(idTokens.length)
    expect(end.counts['github.idToken']).toBe(idTokens.length)
  })

  it('that end earlier than our clock thinks are renewed on the 401', async () => {
    const scenario = { drs: drsTasks([TASK], 900), credentials: { oidc: { keyLifetimeMs: 600 } } }
    const end = await signInAndCheck({ ...KEYLESS, scenario, clock: clockThat({ offMs: -10 * 60_000 }) })
    expect(endsOf(end)).toEqual({ [`drs ${TASK}`]: 'read' })
    const refused = end.requests.filter(({ status }) => status === 401)
    expect(refused.length).toBeGreaterThanOrEqual(1)
    expect(end.counts['sts.assume']).toBe(1 + refused.length)
    expect(end.counts['github.idToken']).toBe(end.counts['sts.assume'])
    expect(end.counts['drs.start']).toBe(1)
  })

  it('that end at once by our clock are used all the same, and not fetched for every call', async () => {
    const scenario = { ...SOON, credentials: { oidc: { keyLifetimeMs: 60_000 } } }
    const end = await signInAndCheck({ ...KEYLESS, scenario, clock: clockThat({ offMs: 10 * 60_000 }) })
    expect(endsOf(end)).toEqual({ [`drs ${TASK}`]: 'read' })
    expect(end.counts['sts.assume']).toBe(1)
  })

  it('are given up after a second 401 in a row', async () => {
    const json = { error_code: 'APIGW.0301', error_msg: 'decrypt token fail', request_id: 'r1' }
    const rules = [
      {
        when: { operation: 'drs.result' as const, calls: { from: 2 } },
        fault: { kind: 'answer' as const, status: 401, json },
      },
    ]
    const end = await signInAndCheck({ ...KEYLESS, scenario: { ...SOON, rules } })
    expect(problemOf(end)).toMatchObject({ reason: 'authentication-failed', code: 'APIGW.0301' })
    expect([end.counts['sts.assume'], end.counts['drs.result']]).toEqual([2, 3])
  })
})

describe.concurrent('a job that may not have an id token', () => {
  const ADVICE =
    'Add this line to the job in the workflow file: permissions: { id-token: write, contents: read }'

  it.each<[string, readonly string[]]>([
    ['no variable at all', []],
    ['the address alone', ['ACTIONS_ID_TOKEN_REQUEST_URL']],
    ['the token alone', ['ACTIONS_ID_TOKEN_REQUEST_TOKEN']],
  ])('sends nothing and is told the line of YAML: %s', async (_, names) => {
    const environment: SignInRun['environment'] = simulator =>
      Object.fromEntries(
        Object.entries(idTokenPermission(simulator)).filter(([name]) => names.includes(name)),
      )
    const end = await signInAndCheck({ scenario: SOON, values: keyless, environment })
    expect(problemOf(end)).toMatchObject({ reason: 'authentication-failed', advice: ADVICE })
    expect(problemOf(end).message).toContain('the job has no permission for it')
    expect(end.requests).toEqual([])
  })

  it('because it is a fork is told why no line can help', async () => {
    const end = await signInAndCheck({ scenario: SOON, values: keyless, isFork: true })
    const { reason, advice } = problemOf(end)
    expect(reason).toBe('authentication-failed')
    expect(advice).toMatch(
      /forks and of Dependabot never get an id token.*merge queue.*workflow_dispatch with commit-status: true/,
    )
    expect(advice).not.toContain('Add this line')
  })

  it.each([401, 403, 400, 404])(
    'because GitHub says %i is told about permission and audience',
    async status => {
      const end = await signInAndCheck({ ...KEYLESS, scenario: refusedBy('github.idToken', status, 'No.') })
      const { reason, advice, message } = problemOf(end)
      expect(reason).toBe('authentication-failed')
      expect(message).toContain('get the id token of this job from GitHub')
      expect(advice).toMatch(/id-token: write.*oidc-audience/)
      expect(end.requests.map(({ operation }) => operation)).toEqual(['github.idToken'])
    },
  )
})

describe.concurrent('the id token of GitHub', () => {
  it('is asked for again when GitHub cannot answer for a moment', async () => {
    const fault = { kind: 'answer' as const, status: 500, text: 'oops' }
    const rules = [{ when: { operation: 'github.idToken' as const, calls: 1 }, fault }]
    const end = await signInAndCheck({
      ...KEYLESS,
      scenario: { ...SOON, rules },
      clock: clockThat({ times: 20 }),
    })
    expect(endsOf(end)).toEqual({ [`drs ${TASK}`]: 'read' })
    expect(end.counts['github.idToken']).toBe(2)
  })

  it('is a new one when the exchange itself is tried again', async () => {
    const fault = { kind: 'answer' as const, status: 500, text: 'oops' }
    const rules = [{ when: { operation: 'sts.assume' as const, calls: 1 }, fault }]
    const end = await signInAndCheck({
      ...KEYLESS,
      scenario: { ...SOON, rules },
      clock: clockThat({ times: 20 }),
    })
    expect(endsOf(end)).toEqual({ [`drs ${TASK}`]: 'read' })
    const [first, second] = exchangesOf(end)
    expect(end.counts['github.idToken']).toBe(2)
    expect(second?.id_token).not.toBe(first?.id_token)
  })
})

describe.concurrent('an STS that does not give keys', () => {
  const ADVICE = /^Compare the agency's trust policy with this run: .*oidc:sub.*oidc:aud.*both URNs/

  it.each<[string, SignInRun, string, number]>([
    [
      'an id token for another audience',
      { values: simulator => ({ ...keyless(simulator), 'oidc-audience': 'other' }) },
      'authentication-failed',
      401,
    ],
    [
      'a subject that it does not trust',
      { scenario: { ...SOON, credentials: { oidc: { subject: 'repo:other/*' } } } },
      'permission-denied',
      403,
    ],
    [
      'a provider that it does not know',
      { values: simulator => ({ ...keyless(simulator), 'oidc-provider-urn': 'iam::1:oidcProvider:x' }) },
      'not-found',
      404,
    ],
    [
      'an agency that it does not know',
      { values: simulator => ({ ...keyless(simulator), 'oidc-agency-urn': 'iam::1:agency:x' }) },
      'not-found',
      404,
    ],
  ])('because of %s is asked once, and the trust policy is named', async (_, run, reason, httpStatus) => {
    const end = await signInAndCheck({ scenario: SOON, ...KEYLESS, ...run })
    expect(problemOf(end)).toMatchObject({ reason, httpStatus, advice: expect.stringMatching(ADVICE) })
    expect(problemOf(end).message).toContain("exchange GitHub's id token for temporary keys")
    expect(end.requests.map(({ operation }) => operation)).toEqual(['github.idToken', 'sts.assume'])
    for (const { id_token } of exchangesOf(end)) expect(JSON.stringify(end.targets)).not.toContain(id_token)
  })

  it('is asked once for all targets', async () => {
    const end = await signInAndCheck({
      ...KEYLESS,
      scenario: refusedBy('sts.assume', 403, 'The trust policy does not allow this.'),
      config: ({ url }) =>
        configOf(
          `name: a, service: drs, endpoint: "${url}", project-id: p1, job-ids: [${TASK}]`,
          `name: b, service: drs, endpoint: "${url}", project-id: p2, job-ids: [${OTHER_TASK}]`,
        ),
    })
    expect(Object.values(endsOf(end))).toEqual(['permission-denied', 'permission-denied'])
    expect(end.counts['sts.assume']).toBe(1)
  })

  it('but an answer of another shape is an invalid response', async () => {
    const fault = { kind: 'answer' as const, status: 200, json: { credentials: { access_key_id: 'AK' } } }
    const rules = [{ when: { operation: 'sts.assume' as const }, fault }]
    const end = await signInAndCheck({
      ...KEYLESS,
      scenario: { ...SOON, rules },
      clock: clockThat({ times: 40 }),
    })
    expect(problemOf(end)).toMatchObject({ reason: 'invalid-response' })
    expect(end.counts['drs.start']).toBe(0)
  })
})
