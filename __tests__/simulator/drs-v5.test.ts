import { describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import type { Simulator } from '../../simulator/server.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { type Json, type Reply, TASK, withSimulator, withToken } from './client.ts'

type Task = Omit<NonNullable<ScenarioInput['drs']>[number], 'id'>
const withTask = (task: Task): ScenarioInput => ({ drs: [{ id: TASK, ...task }] })

const pathOf = ({ credentials }: Simulator, task: string) => `/v5/${credentials.projectId}/jobs/${task}`

function act(simulator: Simulator, body: Json, task: string = TASK): Promise<Reply> {
  return withToken(simulator, 'POST', `${pathOf(simulator, task)}/action`, body)
}

const precheck = (mode = 'forStartJob'): Json => ({
  job: { action_name: 'precheck', action_params: { precheck_mode: mode } },
})

function read(simulator: Simulator, query: string, task: string = TASK): Promise<Reply> {
  return withToken(simulator, 'GET', `${pathOf(simulator, task)}${query}`)
}

const ofRun = (id: string) => `?type=precheck&query_id=${id}`
const passed = { item: 'dstStatusCheck', result: 'PASSED', is_support_skip: true, is_skipped: false }

describe('a start by API v5', () => {
  it('is accepted with the id of the run, another one each time', () =>
    withSimulator({ scenario: withTask({}) }, async simulator => {
      const replies = [await act(simulator, precheck()), await act(simulator, precheck())]
      expect(replies.map(({ status }) => status)).toEqual([202, 202])
      const [first, second] = replies.map(({ json }) => json)
      expect(first).toEqual({ query_id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
      expect(second).not.toEqual(first)
    }))

  it('is refused with a 400, or inside a 200 when the scenario says so', () => {
    const refusal = { status: 'failed', error_code: 'DRS.M01504', error_msg: 'Busy.' } as const
    const start = [refusal, { ...refusal, httpStatus: 200 }]
    return withSimulator({ scenario: withTask({ start }) }, async simulator => {
      const replies = [await act(simulator, precheck()), await act(simulator, precheck())]
      expect(replies.map(({ status, json }) => [status, json])).toEqual([
        [400, { error_code: 'DRS.M01504', error_msg: 'Busy.' }],
        [200, { id: TASK, name: `DRS-${TASK}`, ...refusal }],
      ])
    })
  })

  it.each<readonly [string, Task, Json, string, string]>([
    ['another action', {}, { job: { action_name: 'start', action_params: {} } }, TASK, 'DRS.M00200'],
    ['a mode that there is not', {}, precheck('forLuck'), TASK, 'DRS.M00200'],
    ['a mode that does not fit', { acceptsMode: 'forRetryJob' }, precheck(), TASK, 'DRS.M00304'],
    ['an unknown task', {}, precheck(), 'nobody', 'DRS.10000010'],
  ])('with %s is refused', (_what, task, body, id, code) =>
    withSimulator({ scenario: withTask(task) }, async simulator => {
      const { status, json } = await act(simulator, body, id)
      expect([status, json]).toEqual([400, { error_code: code, error_msg: expect.any(String) }])
    }),
  )

  it('needs a credential, and one for the project', () =>
    withSimulator({ scenario: withTask({}) }, async simulator => {
      const target = `${pathOf(simulator, TASK)}/action`
      expect((await withToken(simulator, 'POST', target, precheck(), { 'x-auth-token': 'x' })).status).toBe(
        401,
      )
      const elsewhere = await withToken(simulator, 'POST', `/v5/other/jobs/${TASK}/action`, precheck())
      expect(elsewhere.status).toBe(403)
    }))
})

describe('a result by API v5', () => {
  it('is that of the run that is asked for, on its own time line, old runs included', () => {
    const clock = new FakeClock()
    const scenario = withTask({
      runs: [{ queryId: 'old', timeline: [{ process: '100%', items: [{ item: 'a', result: 'FAILED' }] }] }],
      start: { precheckId: 'new' },
      timeline: [
        { at: 1000, process: '50%', items: [passed] },
        { at: 2000, process: '100%' },
      ],
    })
    return withSimulator({ scenario, clock: clock.ofDay }, async simulator => {
      await clock.advance(60_000)
      await act(simulator, precheck())
      const job = { id: TASK, status: 'CONFIGURATION' }
      expect((await read(simulator, ofRun('new'))).json).toEqual({ job })
      await clock.advance(1000)
      expect((await read(simulator, ofRun('new'))).json).toEqual({
        job: {
          ...job,
          precheck_result: {
            process: '50%',
            result: false,
            total_passed_rate: '100%',
            precheck_results: [passed],
          },
        },
      })
      expect((await read(simulator, ofRun('old'))).json).toMatchObject({
        job: { precheck_result: { result: false, precheck_results: [{ item: 'a', result: 'FAILED' }] } },
      })
    })
  })

  it('holds a documented list of items under the name that v5 has for it, without an id of v3', () => {
    const scenario = withTask({ runs: [{ queryId: 'q', timeline: [{ payload: 'drs-mysql' }] }] })
    return withSimulator({ scenario }, async simulator => {
      const { json } = await read(simulator, ofRun('q'))
      expect(json).toMatchObject({ job: { precheck_result: { process: '100%', result: true } } })
      expect(JSON.stringify(json)).not.toMatch(/precheck_id|"precheck_result":\[/)
    })
  })

  it.each([
    ['an unknown run', ofRun('nobody'), TASK, 'DRS.10000001'],
    ['no run', '?type=precheck', TASK, 'DRS.10000001'],
    ['another part of the details', '?type=detail', TASK, 'DRS.M00202'],
    ['an unknown task', ofRun('q'), 'nobody', 'DRS.10000010'],
  ])('of %s is an error', (_what, query, task, code) =>
    withSimulator({ scenario: withTask({ runs: [{ queryId: 'q', timeline: [] }] }) }, async simulator => {
      const { status, json } = await read(simulator, query, task)
      expect([status, json]).toEqual([400, { error_code: code, error_msg: expect.any(String) }])
    }),
  )

  it('can be made wrong: missing, of another task, with fields of any type, beside an error', () => {
    const error = { error_code: 'DRS.M01501', error_msg: 'Service error.' }
    const timeline = [
      { process: '10%', entry: 'missing' as const },
      { at: 1, process: '20%', job: { id: 'other' }, raw: { precheck_results: {} }, absent: ['process'] },
      { at: 2, process: '30%', ...error, httpStatus: 200 },
      { at: 3, process: '40%', ...error },
    ]
    const clock = new FakeClock()
    return withSimulator(
      { scenario: withTask({ runs: [{ queryId: 'q', timeline }] }), clock: clock.ofDay },
      async simulator => {
        const seen: Json[] = []
        for (let step = 0; step < timeline.length; step += 1) {
          seen.push((await read(simulator, ofRun('q'))).json)
          await clock.advance(1)
        }
        const job = { id: TASK, status: 'CONFIGURATION' }
        expect(seen).toEqual([
          { job },
          { job: { ...job, id: 'other', precheck_result: { precheck_results: {} } } },
          { job: { ...job, precheck_result: { process: '30%' } }, ...error },
          error,
        ])
      },
    )
  })
})
