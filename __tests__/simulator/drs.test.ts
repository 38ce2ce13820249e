import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import {
  entryOf,
  itemsOf,
  readDrs,
  resultsOf,
  send,
  startDrs,
  TASK,
  withSimulator,
  withToken,
} from './client.ts'

const OTHER = 'a281f62f-4631-45d6-a2d3-679a9f4jb105'
const sample = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../simulator/payloads/${name}.json`, import.meta.url), 'utf8'))
const error = (code: string) => ({ error_code: code, error_msg: expect.any(String) })
type Task = NonNullable<ScenarioInput['drs']>[number]
const withTask = (task: Omit<Task, 'id'>): ScenarioInput => ({ drs: [{ id: TASK, ...task }] })

describe('the documented answers', () => {
  it('come back as they are, for a start and for both results', () => {
    const drs: Task[] = [
      { id: TASK, timeline: [{ payload: 'drs-mysql' }] },
      { id: OTHER, timeline: [{ payload: 'drs-dds' }] },
    ]
    return withSimulator({ scenario: { drs } }, async simulator => {
      expect((await startDrs(simulator)).json).toEqual(sample('drs-start'))
      await startDrs(simulator, [OTHER])
      expect((await readDrs(simulator)).json).toEqual(sample('drs-result-mysql'))
      expect((await readDrs(simulator, [OTHER])).json).toEqual(sample('drs-result-dds'))
    })
  })

  it('carry the id that was asked for', () => {
    const scenario: ScenarioInput = { drs: [{ id: 'mine', timeline: [{ payload: 'drs-mysql' }] }] }
    return withSimulator({ scenario }, async simulator => {
      await startDrs(simulator, ['mine'])
      expect(entryOf(await readDrs(simulator, ['mine']))['precheck_id']).toBe('mine')
    })
  })

  it('have a failing brother: three items for one cause, one with sub-jobs, one alarm', () =>
    withSimulator(
      { scenario: withTask({ timeline: [{ payload: 'drs-mysql-failed' }] }) },
      async simulator => {
        await startDrs(simulator)
        const entry = entryOf(await readDrs(simulator))
        expect(entry).toMatchObject({ result: false, total_passed_rate: '90%', process: '100%' })
        expect(itemsOf(entry)).toHaveLength(40)
        expect(itemsOf(entry).filter(line => !line.endsWith(': PASSED'))).toEqual([
          'dstDbDiskSize: ALARM',
          'srcDbBinlogIsOff: FAILED',
          'srcDbPrivilegesIsEnoughForIncre: FAILED',
          'dstDbConnection: FAILED',
          'srcGtidStatusCheck: FAILED',
        ])
      },
    ))
})

describe('a request', () => {
  const scenario: ScenarioInput = {
    drs: Array.from({ length: 11 }, (_, index) => ({ id: `task-${index}`, timeline: [{ process: '0%' }] })),
  }
  const ids = (count: number) => Array.from({ length: count }, (_, index) => `task-${index}`)

  it('may name ten tasks, not eleven', () =>
    withSimulator({ scenario }, async simulator => {
      expect(resultsOf(await startDrs(simulator, ids(10)))).toHaveLength(10)
      expect((await startDrs(simulator, ids(11))).status).toBe(400)
      expect(resultsOf(await readDrs(simulator, ids(10)))).toHaveLength(10)
      expect((await readDrs(simulator, ids(11))).status).toBe(400)
    }))

  it('must name a task once', () =>
    withSimulator({ scenario }, async simulator => {
      const reply = await startDrs(simulator, ['task-1', 'task-1'])
      expect([reply.status, reply.json]).toEqual([400, error('DRS.M00301')])
      expect((await readDrs(simulator, ['task-1', 'task-1'])).json).toEqual(error('DRS.M00301'))
    }))

  it('fails as a whole for an unknown task, and nothing begins', () =>
    withSimulator({ scenario }, async simulator => {
      const reply = await startDrs(simulator, ['task-1', 'nobody'])
      expect([reply.status, reply.json]).toEqual([400, error('DRS.M05003')])
      expect((await readDrs(simulator, ['task-1', 'nobody'])).json).toEqual(error('DRS.M05003'))
      expect(entryOf(await readDrs(simulator, ['task-1']))).toMatchObject(error('DRS.M00002'))
    }))

  it.each([
    ['no list', {}],
    ['an empty list', { jobs: [] }],
    ['no mode', { jobs: [{ job_id: 'task-1' }] }],
    ['an unknown mode', { jobs: [{ job_id: 'task-1', precheck_mode: 'now' }] }],
    ['bare ids', { jobs: ['task-1'] }],
  ])('with %s is a bad start', (_words, body) =>
    withSimulator({ scenario }, async simulator => {
      const { projectId } = simulator.credentials
      const reply = await withToken(simulator, 'POST', `/v3/${projectId}/jobs/batch-precheck`, body)
      expect([reply.status, reply.json]).toEqual([400, error('DRS.M00200')])
    }),
  )

  it('has to be JSON and to say so', () =>
    withSimulator({ scenario }, async simulator => {
      const target = `/v3/${simulator.credentials.projectId}/jobs/batch-precheck-result`
      const token = { 'x-auth-token': simulator.credentials.authToken }
      const json = { ...token, 'content-type': 'application/json' }
      expect((await send(simulator, 'POST', target, json, '{')).json).toEqual(error('DRS.M00200'))
      const text = { ...token, 'content-type': 'text/plain' }
      expect((await send(simulator, 'POST', target, text, '{"jobs":["task-1"]}')).json).toEqual(
        error('DRS.M00200'),
      )
    }))
})

describe('a start', () => {
  it('can be refused inside a 200 while the other task goes on', () => {
    const refused = { status: 'failed' as const, error_code: 'DRS.M00304', error_msg: 'Not now.' }
    const drs: Task[] = [
      { id: TASK, start: refused },
      { id: OTHER, timeline: [{ process: '5%' }] },
    ]
    return withSimulator({ scenario: { drs } }, async simulator => {
      const reply = await startDrs(simulator, [TASK, OTHER])
      expect(reply.status).toBe(200)
      expect(resultsOf(reply)).toEqual([
        { id: TASK, ...refused },
        { id: OTHER, status: 'success', precheck_id: OTHER },
      ])
      const [first, second] = resultsOf(await readDrs(simulator, [TASK, OTHER]))
      expect(first).toMatchObject(error('DRS.M00002'))
      expect(second).toMatchObject({ process: '5%' })
    })
  })

  it('can be answered differently each time, the last answer for good', () => {
    const start: Task['start'] = [
      { status: 'failed', error_code: 'DRS.M01503' },
      { status: 'failed', error_code: 'DRS.M01504', httpStatus: 202 },
      { precheckId: 'run-3' },
    ]
    return withSimulator(
      { scenario: withTask({ start, timeline: [{ process: '1%' }] }) },
      async simulator => {
        expect(entryOf(await startDrs(simulator))['error_code']).toBe('DRS.M01503')
        expect((await startDrs(simulator)).status).toBe(202)
        expect(entryOf(await startDrs(simulator))).toEqual({
          id: TASK,
          status: 'success',
          precheck_id: 'run-3',
        })
        expect(entryOf(await startDrs(simulator))['precheck_id']).toBe('run-3')
        expect(entryOf(await readDrs(simulator))['precheck_id']).toBe('run-3')
      },
    )
  })

  it('that is refused with a 400 takes the whole call with it, but not for the next try', () => {
    const drs: Task[] = [
      { id: TASK, start: [{ httpStatus: 400, error_code: 'DRS.M00307', error_msg: 'Subtasks only.' }, {}] },
      { id: OTHER, timeline: [{ process: '1%' }] },
    ]
    return withSimulator({ scenario: { drs } }, async simulator => {
      const reply = await startDrs(simulator, [TASK, OTHER])
      expect([reply.status, reply.json]).toEqual([
        400,
        { error_code: 'DRS.M00307', error_msg: 'Subtasks only.' },
      ])
      expect(entryOf(await readDrs(simulator, [OTHER]))).toMatchObject(error('DRS.M00002'))
      expect(resultsOf(await startDrs(simulator, [TASK, OTHER]))).toHaveLength(2)
    })
  })

  it.each([
    ['missing', 0],
    ['once', 1],
    ['twice', 2],
  ] as const)('can stand %s in the answer and have begun all the same', (entry, times) =>
    withSimulator(
      { scenario: withTask({ start: { entry }, timeline: [{ process: '7%' }] }) },
      async simulator => {
        expect(resultsOf(await startDrs(simulator))).toHaveLength(times)
        expect(entryOf(await readDrs(simulator))['process']).toBe('7%')
      },
    ),
  )

  it('can say success and not begin', () =>
    withSimulator({ scenario: withTask({ start: { begins: false } }) }, async simulator => {
      expect(entryOf(await startDrs(simulator))['status']).toBe('success')
      expect(entryOf(await readDrs(simulator))).toMatchObject(error('DRS.M00002'))
    }))

  it('in the wrong mode is refused where the task asks for one', () =>
    withSimulator({ scenario: withTask({ acceptsMode: 'forRetryJob' }) }, async simulator => {
      expect(entryOf(await startDrs(simulator))).toMatchObject({ status: 'failed', error_code: 'DRS.M00304' })
    }))
})

describe('a result', () => {
  it('moves along its time line from the start on, and again from the next start', () => {
    const clock = new FakeClock()
    const timeline: Task['timeline'] = [
      { at: 1000, process: '10%', items: [] },
      { at: 2000, process: '60%', payload: 'drs-mysql', done: 2 },
      { at: 3000, payload: 'drs-mysql' },
    ]
    return withSimulator({ scenario: withTask({ timeline }), clock: clock.ofDay }, async simulator => {
      const process = async () => entryOf(await readDrs(simulator))['process']
      await clock.advance(5000)
      expect(await process()).toBeUndefined()
      await startDrs(simulator)
      expect(await process()).toBeUndefined()
      await clock.advance(1000)
      expect(await process()).toBe('10%')
      await clock.advance(999)
      expect(await process()).toBe('10%')
      await clock.advance(1)
      expect(itemsOf(entryOf(await readDrs(simulator)))).toHaveLength(2)
      await clock.advance(60_000)
      expect(await process()).toBe('100%')
      await startDrs(simulator)
      expect(await process()).toBeUndefined()
    })
  })

  it('shows items that are not done as pending, and is not passed before the end', () => {
    const timeline: Task['timeline'] = [{ process: '95%', payload: 'drs-mysql', done: 38, rest: 'pending' }]
    return withSimulator({ scenario: withTask({ timeline }) }, async simulator => {
      await startDrs(simulator)
      const entry = entryOf(await readDrs(simulator))
      expect(itemsOf(entry)).toHaveLength(39)
      expect(itemsOf(entry).at(-1)).toBe('srcDbConnection: ')
      expect(entry).toMatchObject({ result: false, total_passed_rate: '97%' })
    })
  })

  it('can have any wrong shape', () => {
    const timeline: Task['timeline'] = [
      {
        payload: 'drs-mysql',
        process: {},
        result: 'TRUE',
        absent: ['total_passed_rate'],
        raw: { precheck_result: 'none', surprise: [1] },
      },
    ]
    return withSimulator({ scenario: withTask({ timeline }) }, async simulator => {
      await startDrs(simulator)
      const entry = entryOf(await readDrs(simulator))
      expect(entry).toMatchObject({ process: {}, result: 'TRUE', precheck_result: 'none', surprise: [1] })
      expect(entry).not.toHaveProperty('total_passed_rate')
    })
  })

  it('can carry an error beside its items, lack its entry, double it, or bring a stranger', () => {
    const clock = new FakeClock()
    const timeline: Task['timeline'] = [
      { at: 0, payload: 'drs-mysql', error_code: 'DRS.M01501', error_msg: 'Service error.' },
      { at: 1, entry: 'missing' },
      { at: 2, entry: 'twice', process: '3%' },
      { at: 3, process: '4%', surplus: ['stranger'] },
      { at: 4, httpStatus: 500, error_code: 'DRS.M00004', error_msg: 'The service is abnormal.' },
    ]
    return withSimulator({ scenario: withTask({ timeline }), clock: clock.ofDay }, async simulator => {
      await startDrs(simulator)
      const next = async () => {
        await clock.advance(1)
        return readDrs(simulator)
      }
      expect(entryOf(await readDrs(simulator))).toMatchObject({ process: '100%', error_code: 'DRS.M01501' })
      expect(resultsOf(await next())).toEqual([])
      expect(resultsOf(await next())).toHaveLength(2)
      expect(resultsOf(await next()).map(entry => entry['precheck_id'])).toEqual([TASK, 'stranger'])
      const failed = await next()
      expect([failed.status, failed.json]).toEqual([500, error('DRS.M00004')])
    })
  })

  it('speaks the language that was asked for', () => {
    const text = { 'en-us': 'Service error.', 'zh-cn': '服务异常。' }
    const timeline: Task['timeline'] = [{ error_code: 'DRS.M01501', error_msg: text }]
    return withSimulator({ scenario: withTask({ timeline }) }, async simulator => {
      await startDrs(simulator)
      expect(entryOf(await readDrs(simulator))['error_msg']).toBe('Service error.')
      const chinese = await readDrs(simulator, [TASK], { 'x-language': 'zh-cn' })
      expect(entryOf(chinese)['error_msg']).toBe('服务异常。')
      const other = await readDrs(simulator, [TASK], { 'x-language': 'fr-fr' })
      expect(entryOf(other)['error_msg']).toBe('Service error.')
    })
  })
})

describe('an earlier result', () => {
  const earlier = { timeline: [{ payload: 'drs-mysql' as const }] }
  const timeline: Task['timeline'] = [{ process: '1%' }]

  it('is served before any start and, by default, never after it', () =>
    withSimulator({ scenario: withTask({ earlier, timeline }) }, async simulator => {
      expect(entryOf(await readDrs(simulator))['process']).toBe('100%')
      await startDrs(simulator)
      expect(entryOf(await readDrs(simulator))['process']).toBe('1%')
    }))

  it('can stay for some reads after the start', () => {
    const scenario = withTask({ earlier: { ...earlier, stays: { reads: 2 } }, timeline })
    return withSimulator({ scenario }, async simulator => {
      for (let read = 0; read < 5; read += 1) await readDrs(simulator)
      await startDrs(simulator)
      expect(entryOf(await readDrs(simulator))['process']).toBe('100%')
      expect(entryOf(await readDrs(simulator))['process']).toBe('100%')
      expect(entryOf(await readDrs(simulator))['process']).toBe('1%')
    })
  })

  it('can stay for some time after the start', () => {
    const clock = new FakeClock()
    const scenario = withTask({ earlier: { ...earlier, stays: { ms: 500 } }, timeline })
    return withSimulator({ scenario, clock: clock.ofDay }, async simulator => {
      await startDrs(simulator)
      await clock.advance(499)
      expect(entryOf(await readDrs(simulator))['process']).toBe('100%')
      await clock.advance(1)
      expect(entryOf(await readDrs(simulator))['process']).toBe('1%')
    })
  })

  it('can stay for ever, or be of a run that still goes on', () => {
    const clock = new FakeClock()
    const running = [{ process: '50%' }, { at: 1000, payload: 'drs-mysql' as const }]
    const scenario = withTask({ earlier: { timeline: running, stays: 'forever' }, timeline })
    return withSimulator({ scenario, clock: clock.ofDay }, async simulator => {
      expect(entryOf(await readDrs(simulator))['process']).toBe('50%')
      await clock.advance(1000)
      expect(entryOf(await readDrs(simulator))['process']).toBe('100%')
      await startDrs(simulator)
      await clock.advance(3_600_000)
      expect(entryOf(await readDrs(simulator))['process']).toBe('100%')
    })
  })
})
