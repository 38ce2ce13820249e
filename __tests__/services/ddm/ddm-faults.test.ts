import { describe, expect, it } from 'vitest'
import { findScenario } from '../../../simulator/scenario/scenario.ts'
import { catalogueIn } from '../../../testing/catalogue.ts'
import { onBench, runTask, tasks } from '../bench.ts'
import { type Fault, INSTANCE, item, PASSWORD, schemaOf, target } from './target.ts'

describe('a start of DDM', () => {
  it.each<readonly [string, Fault, string]>([
    [
      'an answer without the job id',
      { kind: 'answer', status: 202, json: { pre_check_results: [] } },
      'invalid-response',
    ],
    [
      'a job id that leads elsewhere',
      { kind: 'answer', status: 202, json: { job_id: '..' } },
      'invalid-response',
    ],
    ['a job id that is a number', { kind: 'answer', status: 202, json: { job_id: 7 } }, 'invalid-response'],
    [
      'items of no known shape',
      { kind: 'answer', status: 202, json: { job_id: 'j', pre_check_results: {} } },
      'invalid-response',
    ],
  ])('that meets %s is not made again and says that a pre-check may be running', (_what, fault, expected) =>
    onBench({ ...schemaOf({}), rules: [{ when: { operation: 'ddm.start' }, fault }] }, async bench => {
      const { judged, reason } = await runTask(bench, target(bench))
      expect(reason).toBe(expected)
      expect(judged.problem?.message.in('en-us')).toMatch(
        `Could not start the DDM pre-check of ${INSTANCE}/orders_db`,
      )
      expect(judged.problem?.message.in('en-us')).toContain('A pre-check may be running.')
      expect(bench.simulator.counts['ddm.start']).toBe(1)
    }),
  )

  it.each([
    [
      'parameters that are wrong',
      { error_code: 'DBS.280001', error_msg: 'Parameter error.' },
      400,
      'start-refused',
    ],
    [
      'the other format of errors',
      { errCode: 'DBS.300130', externalMessage: 'Not running' },
      400,
      'start-refused',
    ],
    [
      'an error inside a 202',
      { error_code: 'DBS.300363', error_msg: 'Pre-check failed' },
      202,
      'start-refused',
    ],
    [
      'a wrong token',
      { error_code: 'APIGW.0301', error_msg: 'decrypt token fail' },
      401,
      'authentication-failed',
    ],
    ['a missing permission', { error_code: 'APIGW.0302', error_msg: 'no' }, 403, 'permission-denied'],
  ] as const)('that is refused for %s ends with it', (_what, json, status, expected) =>
    onBench({ ...schemaOf({}), rules: [{ fault: { kind: 'answer', status, json } }] }, async bench => {
      const { started, judged, reason } = await runTask(bench, target(bench))
      expect([started.kind, reason]).toEqual(['ended', expected])
      expect(judged.problem?.message.in('en-us')).not.toContain('may be running')
      expect(bench.simulator.counts['ddm.start']).toBe(1)
    }),
  )

  it('is made again after a 429, and tells of it meanwhile', () => {
    const throttle = { kind: 'throttle', limit: 1, windowMs: 5_000, retryAfter: { seconds: 5 } } as const
    const rules = [{ when: { operation: 'ddm.start', calls: { to: 2 } }, fault: throttle } as const]
    const scenario = { ...schemaOf({ timeline: [{ items: [item('A', 'SUCCESS')] }] }), rules }
    return onBench(scenario, async bench => {
      const { tries, reason } = await runTask(bench, target(bench))
      expect(reason).toBe('all-passed')
      expect(tries).toMatchObject([
        { kind: 'not-started', why: 'unreached', throttled: true, problem: { httpStatus: 429 } },
        { kind: 'not-started', throttled: true },
        { kind: 'started', picture: { items: [] } },
      ])
      expect(bench.simulator.counts['ddm.start']).toBe(3)
    })
  })

  it('that is refused after a 429 ends with the refusal', () => {
    const throttle = { kind: 'throttle', limit: 1, windowMs: 5_000, retryAfter: { seconds: 5 } } as const
    const refusal = {
      kind: 'answer',
      status: 400,
      json: { error_code: 'DBS.280001', error_msg: 'No.' },
    } as const
    const rules = [
      { when: { operation: 'ddm.start', calls: { to: 2 } }, fault: throttle } as const,
      { when: { operation: 'ddm.start' }, fault: refusal } as const,
    ]
    return onBench({ ...schemaOf({}), rules }, async bench => {
      const { tries, readings, reason } = await runTask(bench, target(bench))
      expect(tries.map(({ kind }) => kind)).toEqual(['not-started', 'not-started', 'ended'])
      expect([readings, reason]).toEqual([[], 'start-refused'])
    })
  })
})

describe('reads of DDM', () => {
  it('go on over faults, after which the list has to stand anew', () => {
    const start = { items: [item('Binlog', 'SUCCESS')] }
    const scenario = schemaOf({ start, timeline: [{ items: [item('A', 'SUCCESS')] }] })
    const fault = { kind: 'answer', status: 503, text: 'no' } as const
    const rules = [{ when: { operation: 'ddm.result', calls: { from: 20, to: 22 } }, fault } as const]
    return onBench({ ...scenario, rules }, async bench => {
      const { readings, reason } = await runTask(bench, target(bench))
      expect(readings.map(one => one.kind).lastIndexOf('unread')).toBe(21)
      expect([readings.slice(22).length, reason]).toEqual([61, 'all-passed'])
      expect(readings.find(one => one.kind === 'unread')?.problem.message.in('en-us')).toContain(
        `read the result of the DDM pre-check of ${INSTANCE}/orders_db`,
      )
    })
  })

  it('before any start are a bug of the caller', () =>
    onBench(schemaOf({}), async bench => {
      const service = await target(bench)?.connect(bench.ports)
      await expect(service?.read(tasks('a task'))).rejects.toThrow(
        `the DDM pre-check of ${INSTANCE}/orders_db is read before it is started`,
      )
    }))

  it('that show an entry that is a text are tried again and never count', () => {
    const json = { job_id: 'j', pre_check_results: ['SUCCESS'] }
    const fault = { kind: 'answer', status: 200, json } as const
    const rules = [{ when: { operation: 'ddm.result' }, fault } as const]
    return onBench({ ...schemaOf({}), rules }, async bench => {
      const { readings, reason } = await runTask(bench, target(bench), { polls: 20 })
      expect([readings.length, reason]).toEqual([20, 'invalid-response'])
    })
  })
})

describe('the passwords of a request', () => {
  it('stand in no reading, notice or message of a run', () =>
    onBench(findScenario('ddm'), async bench => {
      const run = await runTask(bench, target(bench))
      expect(bench.simulator.requests[0]?.body).toContain(PASSWORD)
      expect(JSON.stringify([run, bench.notices])).not.toContain(PASSWORD)
    }))

  it('stand in no message of a start that failed', () => {
    const rules = [{ fault: { kind: 'reset', when: 'before-answer' } } as const]
    return onBench({ ...findScenario('ddm'), rules }, async bench => {
      const run = await runTask(bench, target(bench))
      expect(run.reason).toBe('service-unavailable')
      expect(JSON.stringify([run, bench.notices])).not.toContain(PASSWORD)
    })
  })
})

describe('the catalogue', () => {
  it.each(['en-us', 'zh-cn'] as const)('knows the documented items in %s', language =>
    onBench(schemaOf({ start: { payload: 'ddm' } }), async bench => {
      const { judged } = await runTask(bench, target(bench), { polls: 1 })
      const catalogue = catalogueIn(language)
      expect(judged.items.map(({ topic }) => catalogue.item('ddm', topic)?.title)).toEqual([
        expect.any(String),
        expect.any(String),
      ])
    }),
  )
})
