import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { IdTokenRequest } from '../../simulator/auth/id-tokens.ts'
import type { Simulator } from '../../simulator/server.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { type Json, type Reply, readDrs, send, TASK, withSimulator, withToken } from './client.ts'

const scenario = { drs: [{ id: TASK, timeline: [{ payload: 'drs-mysql' as const }] }] }
const json = { 'content-type': 'application/json' }

interface Login {
  readonly password?: string
  readonly user?: string
  readonly project?: Json
}

function login(simulator: Simulator, { password, user, project }: Login = {}): Promise<Reply> {
  const { iamUser, iamPassword, iamDomain, region } = simulator.credentials
  const account = { name: user ?? iamUser, password: password ?? iamPassword, domain: { name: iamDomain } }
  const identity = { methods: ['password'], password: { user: account } }
  const body = { auth: { identity, scope: { project: project ?? { name: region } } } }
  return send(simulator, 'POST', '/v3/auth/tokens', json, JSON.stringify(body))
}
const unauthorized = { error: { code: 401, message: expect.any(String), title: 'Unauthorized' } }

describe('a token from IAM', () => {
  it('comes in a header, by name or by id of the project, and opens DRS', () =>
    withSimulator({ scenario }, async simulator => {
      for (const project of [
        { name: simulator.credentials.region },
        { id: simulator.credentials.projectId },
      ]) {
        const reply = await login(simulator, { project })
        expect(reply.status).toBe(201)
        expect(reply.json).toMatchObject({ token: { project: { id: simulator.credentials.projectId } } })
        const token = reply.headers.get('x-subject-token') ?? ''
        expect((await readDrs(simulator, [TASK], { 'x-auth-token': token })).status).toBe(200)
      }
    }))

  it('ends when its life is over, as its answer said', () => {
    const clock = new FakeClock({ epoch: Date.UTC(2026, 10, 21, 3) })
    const credentials = { iam: { tokenLifetimeMs: 60_000 } }
    return withSimulator({ scenario: { ...scenario, credentials }, clock: clock.ofDay }, async simulator => {
      const reply = await login(simulator)
      expect(reply.json).toMatchObject({ token: { expires_at: '2026-11-21T03:01:00.000000Z' } })
      const headers = { 'x-auth-token': reply.headers.get('x-subject-token') ?? '' }
      await clock.advance(59_999)
      expect((await readDrs(simulator, [TASK], headers)).status).toBe(200)
      await clock.advance(1)
      expect((await readDrs(simulator, [TASK], headers)).status).toBe(401)
    })
  })

  it.each<Login>([{ password: 'wrong' }, { user: 'nobody' }, { project: { name: 'nowhere' } }])(
    'is not given for %j',
    attempt =>
      withSimulator({ scenario }, async simulator => {
        const reply = await login(simulator, attempt)
        expect([reply.status, reply.json]).toEqual([401, unauthorized])
        expect(reply.headers.get('x-subject-token')).toBeNull()
      }),
  )

  it('is not given to an account that is locked after wrong passwords', () => {
    const clock = new FakeClock()
    return withSimulator({ scenario, clock: clock.ofDay }, async simulator => {
      for (let count = 0; count < 5; count += 1) await login(simulator, { password: 'wrong' })
      expect((await login(simulator)).json).toMatchObject({
        error: { message: expect.stringContaining('locked') },
      })
      await clock.advance(15 * 60_000)
      expect((await login(simulator)).status).toBe(201)
    })
  })

  it('has to be asked for in full', () =>
    withSimulator({ scenario }, async simulator => {
      const reply = await send(simulator, 'POST', '/v3/auth/tokens', json, '{"auth":{}}')
      expect([reply.status, reply.json]).toMatchObject([400, { error: { code: 400, title: 'Bad Request' } }])
    }))
})

describe('the list of projects', () => {
  it('is given to a token and to a signature', () =>
    withSimulator({ scenario }, async simulator => {
      const { projectId, region } = simulator.credentials
      const expected = { projects: [{ id: projectId, name: region, enabled: true }] }
      expect((await withToken(simulator, 'GET', '/v3/auth/projects')).json).toMatchObject(expected)
      const headers = simulator.sign({ method: 'GET', target: '/v3/auth/projects' })
      expect((await send(simulator, 'GET', '/v3/auth/projects', headers)).json).toMatchObject(expected)
    }))

  it('can be empty, or hold a name twice', async () => {
    const twins = [
      { id: 'a', name: 'cn-north-4' },
      { id: 'b', name: 'cn-north-4' },
    ]
    for (const projects of [[], twins]) {
      await withSimulator({ scenario: { credentials: { projects } } }, async simulator => {
        expect((await withToken(simulator, 'GET', '/v3/auth/projects')).json).toMatchObject({ projects })
      })
    }
  })

  it('is refused in the format of whoever refuses', () =>
    withSimulator({ scenario }, async simulator => {
      const wrongToken = await withToken(simulator, 'GET', '/v3/auth/projects', undefined, {
        'x-auth-token': 'no',
      })
      expect([wrongToken.status, wrongToken.json]).toEqual([401, unauthorized])
      const key = { accessKeyId: 'NOBODY', secretAccessKey: 'x' }
      const headers = simulator.sign({ method: 'GET', target: '/v3/auth/projects', key })
      const wrongKey = await send(simulator, 'GET', '/v3/auth/projects', headers)
      expect([wrongKey.status, wrongKey.json]).toMatchObject([401, { error_code: 'APIGW.0301' }])
    }))
})

const granted = z.object({
  credentials: z.object({
    access_key_id: z.string(),
    secret_access_key: z.string(),
    security_token: z.string(),
    expiration: z.iso.datetime(),
  }),
})

function assume(simulator: Simulator, idToken: string, changes: Readonly<Record<string, Json>> = {}) {
  const { oidcProviderUrn, oidcAgencyUrn } = simulator.credentials
  const urns = { provider_urn: oidcProviderUrn, agency_urn: oidcAgencyUrn }
  const body = { ...urns, agency_session_name: 'precheck-1', id_token: idToken, ...changes }
  return send(simulator, 'POST', '/v5/agencies/assume-with-oidc', json, JSON.stringify(body))
}

describe('keyless', () => {
  it("goes all the way: GitHub's token, temporary keys, a signed call, and an end", () => {
    const clock = new FakeClock()
    return withSimulator({ scenario, clock: clock.ofDay }, async simulator => {
      const { idTokenRequestUrl, idTokenRequestToken, projectId } = simulator.credentials
      const url = idTokenRequestUrl.replace(simulator.url, '')
      const bearer = { authorization: `Bearer ${idTokenRequestToken}` }
      const given = z.object({ value: z.string() }).parse((await send(simulator, 'GET', url, bearer)).json)
      const reply = await assume(simulator, given.value, { duration_seconds: 900 })
      expect(reply.json).toMatchObject({ subject_from_id_token: 'repo:acme/orders-db:ref:refs/heads/main' })
      const { credentials } = granted.parse(reply.json)
      const key = {
        accessKeyId: credentials.access_key_id,
        secretAccessKey: credentials.secret_access_key,
        securityToken: credentials.security_token,
      }
      const call = () => {
        const target = `/v3/${projectId}/jobs/batch-precheck-result`
        const request = { method: 'POST', target, headers: json, body: JSON.stringify({ jobs: [TASK] }), key }
        return send(simulator, 'POST', target, simulator.sign(request), request.body)
      }
      expect((await call()).status).toBe(200)
      await clock.advance(900_000)
      expect((await call()).status).toBe(401)
    })
  })

  it.each<[string, Partial<IdTokenRequest>]>([
    ['signed by an unknown key', { signedBy: 'unknown-key' }],
    ['from another issuer', { issuer: 'https://example.com' }],
    ['for another audience', { audience: 'https://github.com/other' }],
    ['that has run out', { lifetimeMs: 0 }],
    ['of the future', { issuedAt: Date.now() + 3_600_000 }],
  ])('refuses a token %s', (_words, overrides) =>
    withSimulator({ scenario }, async simulator => {
      expect((await assume(simulator, await simulator.idToken())).status).toBe(200)
      const reply = await assume(simulator, await simulator.idToken(overrides))
      expect([reply.status, reply.json]).toMatchObject([401, { error_code: 'STS5.SIM.INVALID_ID_TOKEN' }])
    }),
  )

  it('refuses what only looks like a token, and one that was tampered with', () =>
    withSimulator({ scenario }, async simulator => {
      const [header, payload, signature] = (await simulator.idToken()).split('.')
      const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString())
      const forged = Buffer.from(JSON.stringify({ ...claims, sub: 'repo:evil/repo' })).toString('base64url')
      const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
      for (const token of ['a.b.c', `${header}.${forged}.${signature}`, `${none}.${payload}.`]) {
        expect((await assume(simulator, token)).status).toBe(401)
      }
    }))

  it('trusts only the subjects that the agency names', () => {
    const credentials = { oidc: { subject: 'repo:acme/*:environment:production' } }
    return withSimulator({ scenario: { credentials } }, async simulator => {
      const good = await simulator.idToken({ subject: 'repo:acme/orders-db:environment:production' })
      expect((await assume(simulator, good)).status).toBe(200)
      expect((await assume(simulator, await simulator.idToken())).status).toBe(403)
    })
  })

  it.each([
    [{ provider_urn: 'iam::x:oidcProvider:y' }, 404],
    [{ agency_urn: 'iam::x:agency:y' }, 404],
    [{ agency_session_name: 'x' }, 400],
    [{ duration_seconds: 899 }, 400],
    [{ duration_seconds: 43_201 }, 400],
  ])('refuses %j', (changes, status) =>
    withSimulator({ scenario }, async simulator => {
      expect((await assume(simulator, await simulator.idToken(), changes)).status).toBe(status)
    }),
  )
})

describe("GitHub's id-token endpoint", () => {
  it('needs its own bearer token and puts the wanted audience in', () =>
    withSimulator({ scenario }, async simulator => {
      const { idTokenRequestUrl, idTokenRequestToken } = simulator.credentials
      const url = `${idTokenRequestUrl.replace(simulator.url, '')}&audience=sts.myhuaweicloud.com`
      expect((await send(simulator, 'GET', url, { authorization: 'Bearer other' })).status).toBe(401)
      const reply = await send(simulator, 'GET', url, { authorization: `Bearer ${idTokenRequestToken}` })
      const { value } = z.object({ value: z.string() }).parse(reply.json)
      const claims = JSON.parse(Buffer.from(value.split('.')[1] ?? '', 'base64url').toString())
      expect(claims).toMatchObject({ aud: 'sts.myhuaweicloud.com', repository: 'acme/orders-db' })
    }))

  it('has its public key where anybody can read it, and no private part in it', () =>
    withSimulator({ scenario }, async simulator => {
      const { json: keys } = await send(simulator, 'GET', '/.well-known/jwks')
      expect(keys).toMatchObject({ keys: [{ kty: 'RSA', alg: 'RS256', n: expect.any(String) }] })
      expect(keys).not.toHaveProperty('keys.0.d')
    }))
})
