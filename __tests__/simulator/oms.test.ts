import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import type { Simulator } from '../../simulator/server.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { type Json, type Reply, send, withSimulator } from './client.ts'

type Oms = NonNullable<ScenarioInput['oms']>
const sample = JSON.parse(
  readFileSync(new URL('../../simulator/payloads/oms-result.json', import.meta.url), 'utf8'),
)

function call(simulator: Simulator, action: string, body: Json, password?: string): Promise<Reply> {
  const { omsUser, omsPassword } = simulator.credentials
  const basic = Buffer.from(`${omsUser}:${password ?? omsPassword}`).toString('base64')
  const headers = { authorization: `Basic ${basic}`, 'content-type': 'application/json' }
  return send(simulator, 'POST', `/api/v2?Action=${action}`, headers, JSON.stringify(body))
}
const submit = (simulator: Simulator, body: Json) => call(simulator, 'SubmitPreCheck', body)
const read = (simulator: Simulator, id: string) => call(simulator, 'GetPreCheckResult', { id })
const finished = (oms: Oms): ScenarioInput => ({
  oms: { prechecks: [{ id: 't_1', timeline: [{ payload: 'oms' }] }], ...oms },
})

describe('the documented answer', () => {
  it('comes back as it is but for ids and cost', () =>
    withSimulator({ scenario: finished({}) }, async simulator => {
      const { json } = await read(simulator, 't_1')
      const changed = { requestId: expect.any(String), cost: expect.any(String) }
      expect(json).toEqual({ ...sample, ...changed, data: { ...sample.data, projectId: 't_1' } })
    }))
})

describe('shapes', () => {
  it('of the Community Edition have other names', () =>
    withSimulator({ scenario: finished({ edition: 'community' }) }, async simulator => {
      const { json } = await read(simulator, 't_1')
      expect(json).toHaveProperty('data.preCheckId', 't_1')
      expect(json).toHaveProperty('data.preCheckStatus', 'FINISHED')
      expect(json).not.toHaveProperty('data.projectStatus')
    }))

  it.each([
    ['pascal', 'Data.PreCheckResults'],
    ['lower', 'data.precheckresults'],
    ['upper', 'DATA.PRECHECKRESULTS'],
  ] as const)('come in %s case all the way down', (keyCase, path) =>
    withSimulator({ scenario: finished({ keyCase }) }, async simulator => {
      const { json } = await read(simulator, 't_1')
      expect(json).toHaveProperty(path)
      expect(JSON.stringify(json)).not.toContain('checkType')
    }),
  )

  it('hold data in a list, items as one or as an object', async () => {
    await withSimulator({ scenario: finished({ dataAs: 'array', itemsAs: 'single' }) }, async simulator => {
      expect((await read(simulator, 't_1')).json).toHaveProperty(
        'data.0.preCheckResults.checkType',
        'RDB_CONNECT',
      )
    })
    await withSimulator({ scenario: finished({ itemsAs: 'keyed' }) }, async simulator => {
      expect((await read(simulator, 't_1')).json).toHaveProperty(
        'data.preCheckResults.1.checkType',
        'RDB_SCHEMA_EXIST',
      )
    })
  })

  it('can be anything at all', () => {
    const timeline = [
      { payload: 'oms' as const, progress: '100 %', raw: { projectStatus: 7 }, absent: ['projectId'] },
    ]
    const scenario = finished({
      prechecks: [
        { id: 't_1', timeline },
        { id: 't_2', timeline: [{ data: null }] },
      ],
    })
    return withSimulator({ scenario }, async simulator => {
      const { json } = await read(simulator, 't_1')
      expect(json).toMatchObject({ data: { projectStatus: 7, progress: '100 %' } })
      expect(json).not.toHaveProperty('data.projectId')
      expect((await read(simulator, 't_2')).json).toMatchObject({ success: true, data: null })
    })
  })
})

describe('a submitted pre-check', () => {
  const timeline = [
    { at: 1000, status: 'RUNNING', progress: 40, payload: 'oms' as const, done: 1, rest: 'pending' as const },
    { at: 2000, status: 'FAILED', progress: 66.7, items: [] },
  ]

  it('is begun by project id or name, and moves along its time line', () => {
    const clock = new FakeClock()
    const scenario: ScenarioInput = {
      oms: { projects: [{ id: 'np_1', start: { precheckId: 't_9' }, timeline }] },
    }
    return withSimulator({ scenario, clock: clock.ofDay }, async simulator => {
      expect((await submit(simulator, { name: 'np_1' })).json).toMatchObject({ success: true, data: 't_9' })
      expect((await read(simulator, 't_9')).json).toMatchObject({
        data: { projectStatus: 'INIT', progress: 0 },
      })
      await clock.advance(1000)
      const running = await read(simulator, 't_9')
      expect(running.json).toMatchObject({ data: { projectStatus: 'RUNNING', progress: 40 } })
      expect(running.json).toHaveProperty('data.preCheckResults.1.status', 'PENDING')
      await clock.advance(1000)
      expect((await read(simulator, 't_9')).json).toMatchObject({
        data: { projectStatus: 'FAILED', progress: 66.7 },
      })
    })
  })

  it('gets a fresh id each time unless one is given', () =>
    withSimulator({ scenario: { oms: { projects: [{ id: 'np_1' }] } } }, async simulator => {
      const first = await submit(simulator, { projectId: 'np_1' })
      const second = await submit(simulator, { projectId: 'np_1' })
      expect(first.json).toHaveProperty('data', 't_001')
      expect(second.json).toHaveProperty('data', 't_002')
    }))

  it('can be refused in the envelope, with HTTP 200', () => {
    const envelope = {
      success: false,
      code: 'GHANA-OPERAT1',
      errorDetail: { message: 'no', proposal: 'wait' },
    }
    const scenario: ScenarioInput = { oms: { projects: [{ id: 'np_1', start: [{ envelope }, {}] }] } }
    return withSimulator({ scenario }, async simulator => {
      const refused = await submit(simulator, { projectId: 'np_1' })
      expect([refused.status, refused.json]).toEqual([200, { ...envelope, requestId: expect.any(String) }])
      expect((await submit(simulator, { projectId: 'np_1' })).json).toMatchObject({ success: true })
    })
  })

  it.each([{}, { projectId: 'nobody' }, []])('needs a project that exists: %j', body =>
    withSimulator({ scenario: {} }, async simulator => {
      const reply = await submit(simulator, body)
      expect([reply.status, reply.json]).toEqual([
        200,
        expect.objectContaining({
          success: false,
          code: 'PARAM_ERROR',
          message: '[PARAM_ERROR]: internal error',
        }),
      ])
    }),
  )
})

describe('a result', () => {
  it('of an unknown pre-check is a failure in the envelope', () =>
    withSimulator({ scenario: {} }, async simulator => {
      const reply = await read(simulator, 't_404')
      expect(reply.status).toBe(200)
      expect(reply.json).toMatchObject({
        success: false,
        errorDetail: { message: expect.stringContaining('t_404') },
      })
    }))

  it('can fail in the envelope or by status, then go on', () => {
    const clock = new FakeClock()
    const timeline = [
      { envelope: { success: false, code: 'INNER_ERROR' } },
      { at: 1, httpStatus: 503, status: 'RUNNING' },
      { at: 2, payload: 'oms' as const },
    ]
    return withSimulator(
      { scenario: finished({ prechecks: [{ id: 't_1', timeline }] }), clock: clock.ofDay },
      async simulator => {
        expect((await read(simulator, 't_1')).json).toMatchObject({ success: false, code: 'INNER_ERROR' })
        await clock.advance(1)
        expect((await read(simulator, 't_1')).status).toBe(503)
        await clock.advance(1)
        expect((await read(simulator, 't_1')).json).toMatchObject({ success: true })
      },
    )
  })
})

describe('the door', () => {
  it('is closed without the password', () =>
    withSimulator({ scenario: finished({}) }, async simulator => {
      const reply = await call(simulator, 'GetPreCheckResult', { id: 't_1' }, 'wrong')
      expect(reply.status).toBe(401)
      expect(reply.headers.get('www-authenticate')).toContain('Basic')
      expect((await send(simulator, 'POST', '/api/v2?Action=GetPreCheckResult', {}, '{}')).status).toBe(401)
    }))

  it('has a health probe that needs none', async () => {
    await withSimulator({ scenario: {} }, async simulator => {
      expect((await send(simulator, 'GET', '/oms/health')).json).toMatchObject({ data: { healthy: true } })
    })
    await withSimulator({ scenario: { oms: { healthy: false } } }, async simulator => {
      expect((await send(simulator, 'GET', '/oms/health')).json).toMatchObject({ data: { healthy: false } })
    })
  })

  it('knows no other action', () =>
    withSimulator({ scenario: {} }, async simulator => {
      expect((await call(simulator, 'StartProject', { id: 'np_1' })).status).toBe(404)
    }))
})
