import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startSimulator } from '../../simulator/server.ts'
import { oidc } from '../../src/identity/oidc.ts'
import { credentialOf } from '../../testing/credentials.ts'
import { makeWorld, playing } from '../cloud/world.ts'
import { OTHER_TASK, TASK } from '../plan/planning.ts'
import { inEnglish } from '../precheck/in-english.ts'
import {
  configOf,
  drsTasks,
  endsOf,
  idTokenPermission,
  KEYLESS,
  keyless,
  problemOf,
  type SignInRun,
  sentTo,
  signInAndCheck,
  soon,
} from './signing-in.ts'

const SOON = soon(TASK, OTHER_TASK)
const exchange = z.object({ id_token: z.string(), agency_session_name: z.string() })
const exchangesOf = (end: Parameters<typeof sentTo>[0]) =>
  sentTo(end, 'sts.assume').map(({ body }) => exchange.parse(JSON.parse(body)))

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
    const scenario = { drs: drsTasks([TASK], 4_000), credentials: { oidc: { keyLifetimeMs: 4_000 } } }
    const end = await signInAndCheck({ ...KEYLESS, scenario })
    expect(endsOf(end)).toEqual({ [`drs ${TASK}`]: 'read' })
    expect(end.requests.filter(({ status }) => status === 401)).toEqual([])
    const idTokens = exchangesOf(end).map(({ id_token }) => id_token)
    expect(idTokens.length).toBeGreaterThanOrEqual(2)
    expect(new Set(idTokens).size).toBe(idTokens.length)
    expect(end.counts['github.idToken']).toBe(idTokens.length)
  })

  it('that end earlier than our clock thinks are renewed on the 401', async () => {
    const scenario = { drs: drsTasks([TASK], 1_500), credentials: { oidc: { keyLifetimeMs: 1_000 } } }
    const end = await signInAndCheck({ ...KEYLESS, scenario, clock: { offMs: -10 * 60_000 } })
    expect(endsOf(end)).toEqual({ [`drs ${TASK}`]: 'read' })
    const refused = end.requests.filter(({ status }) => status === 401)
    expect(refused.length).toBeGreaterThanOrEqual(1)
    expect(end.counts['sts.assume']).toBe(1 + refused.length)
    expect(end.counts['github.idToken']).toBe(end.counts['sts.assume'])
    expect(end.counts['drs.start']).toBe(1)
  })

  it('that end at once by our clock are used all the same, and not fetched for every call', async () => {
    const scenario = { ...SOON, credentials: { oidc: { keyLifetimeMs: 60_000 } } }
    const end = await signInAndCheck({ ...KEYLESS, scenario, clock: { offMs: 10 * 60_000 } })
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
    expect(inEnglish(problemOf(end))).toMatchObject({ reason: 'authentication-failed', code: 'APIGW.0301' })
    expect([end.counts['sts.assume'], end.counts['drs.result']]).toEqual([2, 3])
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
    expect(inEnglish(problemOf(end))).toMatchObject({
      reason,
      httpStatus,
      advice: expect.stringMatching(ADVICE),
    })
    expect(problemOf(end).message.in('en-us')).toContain("exchange GitHub's id token for temporary keys")
    expect(problemOf(end).message.in('en-us')).toMatch(
      /the id token with iss https:\S+, sub repo:\S+, aud \S+ was refused: HTTP \d+/,
    )
    expect(end.requests.map(({ operation }) => operation)).toEqual(['github.idToken', 'sts.assume'])
    for (const { id_token } of exchangesOf(end)) expect(JSON.stringify(end.targets)).not.toContain(id_token)
  })

  it('because it is none says to check sts-endpoint', async () => {
    const fault = { kind: 'answer' as const, status: 404, html: '<title>Not here</title>' }
    const rules = [{ when: { operation: 'sts.assume' as const }, fault }]
    const end = await signInAndCheck({ ...KEYLESS, scenario: { ...SOON, rules } })
    const advice = expect.stringMatching(
      /^There is no such API at (http:\/\/127\.0\.0\.1:\d+)\/v\d\/.*: check sts-endpoint\. .* that would be \1\.$/,
    )
    expect(inEnglish(problemOf(end))).toMatchObject({ reason: 'not-found', advice })
  })

  it('because it points elsewhere says so, and nothing of the id token', async () => {
    const fault = { kind: 'redirect' as const, to: 'https://login.example.com/', status: 302 }
    const rules = [{ when: { operation: 'sts.assume' as const }, fault }]
    const end = await signInAndCheck({ ...KEYLESS, scenario: { ...SOON, rules } })
    const { reason, message, advice } = inEnglish(problemOf(end))
    expect([reason, advice]).toEqual([
      'service-error',
      'Set sts-endpoint to the address of the service itself.',
    ])
    expect(message).toMatch(/a redirect to login\.example\.com, which is not followed/)
    expect(message).not.toContain('was refused')
  })

  it('is asked once for all targets', async () => {
    const end = await signInAndCheck({
      ...KEYLESS,
      scenario: { ...SOON, credentials: { oidc: { subject: 'repo:other/*' } } },
      config: ({ url }) =>
        configOf(
          `name: a, service: drs, endpoint: "${url}", project-id: p1, job-ids: [${TASK}]`,
          `name: b, service: drs, endpoint: "${url}", project-id: p2, job-ids: [${OTHER_TASK}]`,
        ),
    })
    expect(Object.values(endsOf(end))).toEqual(['permission-denied', 'permission-denied'])
    expect(end.counts['sts.assume']).toBe(1)
  })

  it('but an answer of another shape is an invalid response, and may be better next time', async () => {
    const simulator = await startSimulator({
      scenario: playing({ kind: 'answer', status: 200, json: { credentials: { access_key_id: 'AK' } } }),
    })
    const { connection, clock } = makeWorld({ credential: null })
    const credential = credentialOf(
      oidc,
      { 'oidc-provider-urn': 'p', 'oidc-agency-urn': 'a', 'oidc-audience': '' },
      { clock, anonymous: connection, side: { isFork: false, fetchIdToken: async () => 'id-token' } },
      new URL(simulator.url),
    )
    const request = { method: 'GET', url: new URL('https://drs.example.com'), headers: {}, body: '' }
    const end = await credential.headersFor(request).catch((error: unknown) => error)
    await simulator.close()
    expect(end).toMatchObject({ kind: 'transient', invalidResponse: true, final: false })
    expect(end).toHaveProperty('message', expect.stringContaining('unknown shape at credentials.'))
  })
})
