import { describe, expect, it } from 'vitest'
import { LOCK_MS, MAX_CLOCK_SKEW_MS, MAX_WRONG_SIGNATURES } from '../../simulator/auth/key-ring.ts'
import type { Simulator } from '../../simulator/server.ts'
import type { RequestToSign } from '../../simulator/visitor.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { type Reply, send, TASK, withSimulator, withToken } from './client.ts'

const scenario = { drs: [{ id: TASK, timeline: [{ payload: 'drs-mysql' as const }] }] }
const body = JSON.stringify({ jobs: [TASK] })

const target = (simulator: Simulator): string =>
  `/v3/${simulator.credentials.projectId}/jobs/batch-precheck-result`

/** A signed result call; the changes are made after the signing. */
function signed(
  simulator: Simulator,
  key?: RequestToSign['key'],
  changes: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const request = { method: 'POST', target: target(simulator), body }
  const headers = { 'content-type': 'application/json' }
  const all = simulator.sign({ ...request, headers, ...(key ? { key } : {}) })
  return send(simulator, 'POST', request.target, { ...all, ...changes }, body)
}

const refusal = (code: string, text: string) => ({
  error_code: code,
  error_msg: expect.stringContaining(text),
  request_id: expect.stringMatching(/^[0-9a-f]{32}$/),
})

describe('a signed request', () => {
  it('is let in with the right key and nothing else', () =>
    withSimulator({ scenario }, async simulator => {
      expect((await signed(simulator)).status).toBe(200)
      const wrong = { accessKeyId: simulator.credentials.accessKeyId, secretAccessKey: 'other' }
      const reply = await signed(simulator, wrong)
      expect(reply.status).toBe(401)
      expect(reply.json).toEqual(refusal('APIGW.0301', 'verify aksk signature fail'))
    }))

  it('is told the canonical request when its signature is wrong, signed secrets included', () =>
    withSimulator({ scenario }, async simulator => {
      const key = { ...simulator.temporaryKey(), secretAccessKey: 'other' }
      const reply = await signed(simulator, key)
      expect(reply.text).toContain(`POST|${target(simulator)}/|`)
      expect(reply.text).toContain(key.securityToken)
    }))

  it('is refused for an unknown key, by name', () =>
    withSimulator({ scenario }, async simulator => {
      const reply = await signed(simulator, { accessKeyId: 'NOBODY', secretAccessKey: 'x' })
      expect(reply.json).toEqual(refusal('APIGW.0301', 'ak:NOBODY,err:ak not exist'))
    }))

  it.each([
    ['as old as allowed', -MAX_CLOCK_SKEW_MS, 200],
    ['a second older', -MAX_CLOCK_SKEW_MS - 1000, 401],
    ['as far ahead as allowed', MAX_CLOCK_SKEW_MS, 200],
    ['a second further ahead', MAX_CLOCK_SKEW_MS + 1000, 401],
  ])('with a date %s gets its due', (_words, skewMs, status) => {
    const clock = new FakeClock({ epoch: Date.UTC(2026, 10, 21, 3) })
    return withSimulator({ scenario, clock: clock.ofDay }, async simulator => {
      const request = { method: 'POST', target: target(simulator), body }
      const all = simulator.sign({ ...request, headers: { 'content-type': 'application/json' } })
      await clock.advance(-skewMs)
      const reply = await send(simulator, 'POST', request.target, all, body)
      expect(reply.status).toBe(status)
      if (status === 401) expect(reply.json).toEqual(refusal('APIGW.0301', 'signature expired'))
    })
  })

  it('is refused when the clock of the scenario is off, and the Date header shows it', () => {
    const clock = new FakeClock({ epoch: Date.UTC(2026, 10, 21, 3) })
    const shifted = { ...scenario, clockOffsetMs: 3_600_000 }
    return withSimulator({ scenario: shifted, clock: clock.ofDay }, async simulator => {
      const reply = await signed(simulator, undefined, { 'x-sdk-date': '20261121T030000Z' })
      expect(reply.json).toEqual(refusal('APIGW.0301', 'signature expired'))
      expect(reply.headers.get('date')).toBe('Sat, 21 Nov 2026 04:00:00 GMT')
    })
  })
})

describe('wrong signatures', () => {
  const fail = (simulator: Simulator) =>
    signed(simulator, { accessKeyId: simulator.credentials.accessKeyId, secretAccessKey: 'other' })

  it('lock a key after more than five in a row, also for the right signature, for five minutes', () => {
    const clock = new FakeClock()
    return withSimulator({ scenario, clock: clock.ofDay }, async simulator => {
      for (let count = 0; count < MAX_WRONG_SIGNATURES; count += 1) await fail(simulator)
      expect((await signed(simulator)).status).toBe(200)

      for (let count = 0; count <= MAX_WRONG_SIGNATURES; count += 1) await fail(simulator)
      expect((await signed(simulator)).json).toEqual(
        refusal('APIGW.0301', 'AK access failed to reach the limit'),
      )
      await clock.advance(LOCK_MS - 1)
      expect((await signed(simulator)).status).toBe(401)
      await clock.advance(1)
      expect((await signed(simulator)).status).toBe(200)
    })
  })
})

describe('a temporary key', () => {
  it('is only good together with its own token', () =>
    withSimulator({ scenario }, async simulator => {
      const { accessKeyId, secretAccessKey, securityToken } = simulator.temporaryKey()
      expect((await signed(simulator, { accessKeyId, secretAccessKey, securityToken })).status).toBe(200)
      const without = await signed(simulator, { accessKeyId, secretAccessKey })
      expect(without.json).toEqual(refusal('APIGW.0301', 'security token'))
      const other = simulator.temporaryKey().securityToken
      const mixed = await signed(simulator, { accessKeyId, secretAccessKey, securityToken: other })
      expect(mixed.json).toEqual(refusal('APIGW.0301', 'security token'))
    }))

  it('expires', () => {
    const clock = new FakeClock()
    return withSimulator({ scenario, clock: clock.ofDay }, async simulator => {
      const key = simulator.temporaryKey(60_000)
      await clock.advance(59_999)
      expect((await signed(simulator, key)).status).toBe(200)
      await clock.advance(1)
      expect((await signed(simulator, key)).json).toEqual(refusal('APIGW.0301', 'expired'))
    })
  })

  it('of another kind does not let a lasting key in with a token it never had', () =>
    withSimulator({ scenario }, async simulator => {
      const { accessKeyId, secretAccessKey } = simulator.credentials
      const reply = await signed(simulator, { accessKeyId, secretAccessKey, securityToken: 'stray' })
      expect(reply.status).toBe(401)
    }))
})

describe('a token', () => {
  const read = (simulator: Simulator, token: string, projectId = simulator.credentials.projectId) =>
    withToken(
      simulator,
      'POST',
      `/v3/${projectId}/jobs/batch-precheck-result`,
      { jobs: [TASK] },
      {
        'x-auth-token': token,
      },
    )

  it('is needed where there is no signature', () =>
    withSimulator({ scenario }, async simulator => {
      const reply = await send(
        simulator,
        'POST',
        target(simulator),
        { 'content-type': 'application/json' },
        body,
      )
      expect(reply.status).toBe(401)
      expect(reply.json).toEqual(refusal('APIGW.0301', 'x-auth-token not found'))
    }))

  it('that nobody issued is refused', () =>
    withSimulator({ scenario }, async simulator => {
      expect((await read(simulator, 'guess')).json).toEqual(refusal('APIGW.0301', 'decrypt token fail'))
    }))

  it('expires', () => {
    const clock = new FakeClock()
    const credentials = { tokens: [{ token: 'short-lived', expiresAfterMs: 1000 }] }
    return withSimulator({ scenario: { ...scenario, credentials }, clock: clock.ofDay }, async simulator => {
      expect((await read(simulator, 'short-lived')).status).toBe(200)
      await clock.advance(1000)
      expect((await read(simulator, 'short-lived')).json).toEqual(refusal('APIGW.0301', 'decrypt token fail'))
    })
  })

  it('of another project has to be updated', () => {
    const credentials = {
      tokens: [{ token: 'for-b', projectId: 'project-b' }],
      projects: [
        { id: 'project-a', name: 'cn-north-4' },
        { id: 'project-b', name: 'cn-east-3' },
      ],
    }
    return withSimulator({ scenario: { ...scenario, credentials } }, async simulator => {
      expect((await read(simulator, 'for-b', 'project-b')).status).toBe(200)
      expect((await read(simulator, 'for-b', 'project-a')).json).toEqual(
        refusal('APIGW.0307', 'must be updated'),
      )
    })
  })

  it('opens no project that does not exist', () =>
    withSimulator({ scenario }, async simulator => {
      const reply = await read(simulator, simulator.credentials.authToken, 'nowhere')
      expect(reply.status).toBe(403)
      expect(reply.json).toEqual({ error_code: 'DRS.M00261', error_msg: 'Invalid project ID.' })
    }))
})

describe('the gateway', () => {
  it('knows no path that is not published', () =>
    withSimulator({ scenario }, async simulator => {
      const reply = await withToken(simulator, 'GET', target(simulator))
      expect(reply.status).toBe(404)
      expect(reply.json).toEqual(refusal('APIGW.0101', 'does not exist'))
    }))

  it('refuses a body over 12 MiB', () =>
    withSimulator({ scenario }, async simulator => {
      const reply = await withToken(simulator, 'POST', target(simulator), 'x'.repeat(12 * 1_048_576))
      expect(reply.status).toBe(413)
    }))
})
