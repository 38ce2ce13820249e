import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import type { Simulator } from '../../simulator/server.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { type Json, type Reply, withSimulator, withToken } from './client.ts'

type Schema = NonNullable<ScenarioInput['ddm']>[number]
const INSTANCE = '1f5c9fd6cd984056ba89c8c87cc03278in09'
const withSchema = (schema: Omit<Schema, 'instance' | 'database'>): ScenarioInput => ({
  ddm: [{ instance: INSTANCE, database: 'orders_db', ...schema }],
})
const sample = JSON.parse(
  readFileSync(new URL('../../simulator/payloads/ddm-result.json', import.meta.url), 'utf8'),
)

const node = { id: '7edae0250ebc464897bd92b8d3e8b769in01', user: 'root', password: 'made-up' }
const request = { data_nodes: [node], new_shard_number: '16' }
const path = (simulator: Simulator, database = 'orders_db') =>
  `/v3/${simulator.credentials.projectId}/instances/${INSTANCE}/databases/${database}/migration/precheck`
const start = (simulator: Simulator, body: Json = request): Promise<Reply> =>
  withToken(simulator, 'POST', path(simulator), body)
const read = (simulator: Simulator, job: string, headers = {}): Promise<Reply> =>
  withToken(simulator, 'GET', `${path(simulator)}/${job}`, undefined, headers)
const jobOf = (reply: Reply): string => z.object({ job_id: z.string() }).parse(reply.json).job_id

describe('a start', () => {
  it('answers 202 with its own items and a job, which the query then knows', () => {
    const scenario = withSchema({ start: { payload: 'ddm' }, timeline: [{ payload: 'ddm' }] })
    return withSimulator({ scenario }, async simulator => {
      const started = await start(simulator)
      expect(started.status).toBe(202)
      expect(started.json).toEqual({ ...sample, job_id: jobOf(started) })
      const result = await read(simulator, jobOf(started))
      expect([result.status, result.json]).toEqual([200, started.json])
    })
  })

  it.each([
    ['no nodes', { new_shard_number: '16' }],
    ['an empty list of nodes', { ...request, data_nodes: [] }],
    ['a node without a password', { ...request, data_nodes: [{ id: 'x', user: 'root' }] }],
    ['no number of shards', { data_nodes: [node] }],
    ['half a shard', { ...request, new_shard_number: 1.5 }],
  ])('with %s is a parameter error', (_words, body) =>
    withSimulator({ scenario: withSchema({}) }, async simulator => {
      const reply = await start(simulator, body)
      expect(reply.status).toBe(400)
      expect(reply.json).toEqual({
        error_code: 'DBS.280001',
        error_msg: expect.stringContaining('Parameter'),
      })
    }),
  )

  it('takes a bare number of shards, as the vendor example has it', () =>
    withSimulator({ scenario: withSchema({}) }, async simulator => {
      expect((await start(simulator, { ...request, new_shard_number: 9 })).status).toBe(202)
    }))

  it('can lack its job, have one of its own, or be refused', () => {
    const starts: Schema['start'] = [
      { absent: ['job_id'], items: [] },
      { job_id: 'mine' },
      { httpStatus: 500, error_code: 'DBS.300002', error_msg: 'Server failure.' },
    ]
    return withSimulator({ scenario: withSchema({ start: starts }) }, async simulator => {
      expect((await start(simulator)).json).toEqual({ pre_check_results: [] })
      expect(jobOf(await start(simulator))).toBe('mine')
      const refused = await start(simulator)
      expect(refused.status).toBe(500)
      expect(refused.json).toEqual({ error_code: 'DBS.300002', error_msg: 'Server failure.' })
    })
  })
})

describe('a result', () => {
  it('moves along its time line, empty before the first stage', () => {
    const clock = new FakeClock()
    const item = { name: 'Storage space', status: 'SUCCESS' }
    const timeline: Schema['timeline'] = [
      { at: 1000, items: [item], done: 0, rest: 'pending' },
      { at: 2000, items: [item], raw: { extra: null } },
    ]
    return withSimulator({ scenario: withSchema({ timeline }), clock: clock.ofDay }, async simulator => {
      const job = jobOf(await start(simulator))
      expect((await read(simulator, job)).json).toEqual({ job_id: job, pre_check_results: [] })
      await clock.advance(1000)
      expect((await read(simulator, job)).json).toEqual({
        job_id: job,
        pre_check_results: [{ ...item, status: '' }],
      })
      await clock.advance(1000)
      expect((await read(simulator, job)).json).toEqual({
        job_id: job,
        pre_check_results: [item],
        extra: null,
      })
    })
  })

  it('of a job that began before can be read without a start', () => {
    const jobs: Schema['jobs'] = [{ id: 'earlier', timeline: [{ payload: 'ddm' }] }]
    return withSimulator({ scenario: withSchema({ jobs }) }, async simulator => {
      expect((await read(simulator, 'earlier')).json).toEqual({ ...sample, job_id: 'earlier' })
    })
  })

  it('can be an error with a status of its own', () => {
    const timeline: Schema['timeline'] = [{ httpStatus: 503, error_code: 'DBS.300005', error_msg: 'Busy.' }]
    return withSimulator({ scenario: withSchema({ timeline }) }, async simulator => {
      const reply = await read(simulator, jobOf(await start(simulator)))
      expect([reply.status, reply.json]).toEqual([503, { error_code: 'DBS.300005', error_msg: 'Busy.' }])
    })
  })

  it('speaks the language that was asked for', () => {
    const note = { 'en-us': 'Take care.', 'zh-cn': '请注意。' }
    const timeline: Schema['timeline'] = [{ items: [{ name: 'x', status: 'WARN', note }] }]
    return withSimulator({ scenario: withSchema({ timeline }) }, async simulator => {
      const job = jobOf(await start(simulator))
      expect((await read(simulator, job)).text).toContain('Take care.')
      expect((await read(simulator, job, { 'x-language': 'zh-cn' })).text).toContain('请注意。')
    })
  })
})

describe('what is not there', () => {
  it.each([
    ['job', 'orders_db/migration/precheck/nobody', 'DBS.300400'],
    ['schema', 'other_db/migration/precheck/nobody', 'DBS.300129'],
  ])('is told by the code for a missing %s', (_words, end, code) =>
    withSimulator({ scenario: withSchema({}) }, async simulator => {
      const target = `/v3/${simulator.credentials.projectId}/instances/${INSTANCE}/databases/${end}`
      const reply = await withToken(simulator, 'GET', target)
      expect([reply.status, reply.json]).toEqual([400, { error_code: code, error_msg: expect.any(String) }])
    }),
  )

  it('needs no look for who has no right to it', () =>
    withSimulator({ scenario: withSchema({}) }, async simulator => {
      const wrongToken = await withToken(simulator, 'GET', `${path(simulator)}/x`, undefined, {
        'x-auth-token': 'no',
      })
      expect(wrongToken.status).toBe(401)
      const elsewhere = path(simulator).replace(simulator.credentials.projectId, 'nowhere')
      expect((await withToken(simulator, 'GET', `${elsewhere}/x`)).status).toBe(403)
    }))
})
