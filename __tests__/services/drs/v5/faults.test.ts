import { describe, expect, it } from 'vitest'
import { claimingRuns } from '../../../../src/precheck/run-ids.ts'
import { inEnglish } from '../../../precheck/in-english.ts'
import { onBench, runTask, tasks } from '../../bench.ts'
import { done, type Fault, item, OTHER_TASK, ofStages, query, TASK, type Task, target } from './target.ts'

const good = done(item('a', 'PASSED'))

describe('a start by API v5', () => {
  it.each<readonly [string, Fault, string]>([
    ['cut before the answer', { kind: 'reset', when: 'before-answer' }, 'service-unavailable'],
    ['a 503', { kind: 'answer', status: 503, text: 'no' }, 'service-unavailable'],
    ['a web page', { kind: 'answer', status: 200, html: '<title>Sign in</title>' }, 'invalid-response'],
    ['an answer without a run id', { kind: 'answer', status: 202, json: {} }, 'invalid-response'],
    ['an empty run id', { kind: 'answer', status: 202, json: { query_id: '' } }, 'invalid-response'],
    ['a run id that is a number', { kind: 'answer', status: 202, json: { query_id: 7 } }, 'invalid-response'],
    ['a run id of null', { kind: 'answer', status: 202, json: { query_id: null } }, 'invalid-response'],
    [
      'a run id that would ask for something else',
      { kind: 'answer', status: 202, json: { query_id: 'a&type=detail' } },
      'invalid-response',
    ],
    [
      'an endless run id',
      { kind: 'answer', status: 202, json: { query_id: 'q'.repeat(65) } },
      'invalid-response',
    ],
    [
      'the answer of an action that is over at once',
      { kind: 'answer', status: 200, json: { id: TASK, name: 'DRS-1', status: 'success' } },
      'invalid-response',
    ],
  ])('that meets %s is not made again and says that a pre-check may be running', (_what, fault, expected) =>
    onBench({ ...ofStages(good), rules: [{ when: { operation: 'drs.startV5' }, fault }] }, async bench => {
      const { judged, reason } = await runTask(bench, target(bench))
      expect(reason).toBe(expected)
      expect(judged.problem?.message.in('en-us')).toMatch(`Could not start the DRS pre-check of task ${TASK}`)
      expect(judged.problem?.message.in('en-us')).toContain('A pre-check may be running.')
      expect([bench.simulator.counts['drs.startV5'], bench.requests()]).toEqual([1, 1])
    }),
  )

  it.each<readonly [string, NonNullable<Task['start']>, string]>([
    [
      'with a 400',
      { status: 'failed', error_code: 'DRS.M00304', error_msg: 'Wrong status.' },
      'start-refused',
    ],
    [
      'inside a 200',
      { status: 'failed', httpStatus: 200, error_code: 'DRS.M00304', error_msg: 'No.' },
      'start-refused',
    ],
    ['inside a 200, without a code', { status: 'failed', httpStatus: 200 }, 'start-refused'],
    [
      'beside a run id, because an error says more than an id',
      { error_code: 'DRS.M00304', error_msg: 'No.' },
      'start-refused',
    ],
    [
      'because there is no such task',
      { status: 'failed', error_code: 'DRS.10000010', error_msg: 'Job does not exist' },
      'not-found',
    ],
    [
      'for a missing right',
      { status: 'failed', httpStatus: 403, error_code: 'DRS.M00102', error_msg: 'No.' },
      'permission-denied',
    ],
  ])('that is refused %s ends with it, and nothing is running', (_what, start, expected) =>
    onBench({ drs: [{ id: TASK, start }] }, async bench => {
      const { started, judged, reason } = await runTask(bench, target(bench))
      expect([started.kind, reason]).toEqual(['ended', expected])
      expect(judged.problem?.message.in('en-us')).not.toContain('may be running')
      expect(bench.simulator.counts['drs.startV5']).toBe(1)
    }),
  )

  it('that is refused without a code or a text says what there is to say', () =>
    onBench({ drs: [{ id: TASK, start: { status: 'failed', httpStatus: 200 } }] }, async bench => {
      const { judged } = await runTask(bench, target(bench))
      expect(inEnglish(judged.problem)).toMatchObject({
        code: null,
        httpStatus: 200,
        requestId: expect.any(String),
      })
      expect(judged.problem?.message.in('en-us')).toMatch(/HTTP 200, .*"status: failed"/)
    }))

  it.each(['DRS.M01503', 'DRS.M01504'])('that is refused with %s is made again', error_code => {
    const busy = { status: 'failed' as const, error_code, error_msg: 'Busy.' }
    return onBench({ drs: [{ id: TASK, start: [busy, busy, {}], timeline: [good] }] }, async bench => {
      const { tries, reason } = await runTask(bench, target(bench))
      expect(tries.map(({ kind }) => kind)).toEqual(['not-started', 'not-started', 'started'])
      expect(reason).toBe('all-passed')
    })
  })

  it('that is too frequent six times is refused', () => {
    const start = { status: 'failed' as const, error_code: 'DRS.M01503', error_msg: 'Too frequent.' }
    return onBench({ drs: [{ id: TASK, start }] }, async bench => {
      const { judged } = await runTask(bench, target(bench))
      expect(judged.problem?.message.in('en-us')).not.toContain('may be running')
      expect(bench.simulator.counts['drs.startV5']).toBe(6)
    })
  })

  it('is made again after a 429, which is no start', () => {
    const fault = { kind: 'throttle', limit: 1, windowMs: 5_000, retryAfter: { seconds: 5 } } as const
    const rules = [{ when: { operation: 'drs.startV5' as const, calls: 1 }, fault }]
    return onBench({ ...ofStages(good), rules }, async bench => {
      const { tries, reason } = await runTask(bench, target(bench))
      expect(tries).toMatchObject([
        { kind: 'not-started', why: 'unreached', throttled: true },
        { kind: 'started' },
      ])
      expect(reason).toBe('all-passed')
    })
  })
})

describe('ids of API v5', () => {
  it('of a stranger in a result make it no more than assumed, and a warning names both', () =>
    onBench(ofStages({ ...good, job: { id: 'a-stranger' } }), async bench => {
      const { judged, reason, result } = await runTask(bench, target(bench))
      expect([reason, judged.freshness]).toEqual(['all-passed', 'assumed'])
      expect(result.caveats).toEqual([{ kind: 'strange-id', asked: judged.precheckId, came: 'a-stranger' }])
    }))

  it.each([
    ['query_id in the task', { job: { query_id: 'another-run' } }],
    ['query_id in the result', { raw: { query_id: 'another-run' } }],
    ['precheck_id', { raw: { precheck_id: 'another-run' } }],
    ['a number as id', { job: { id: 7 } }],
  ])('of another run count as strange: %s', (_what, changes) =>
    onBench(ofStages({ ...good, ...changes }), async bench => {
      expect((await runTask(bench, target(bench))).judged.freshness).toBe('assumed')
    }),
  )

  it.each([
    ['no id at all', { job: { id: null } }],
    ['an empty id', { job: { id: '' }, raw: { query_id: '' } }],
    ['the id of the task where v3 has it', { raw: { precheck_id: TASK } }],
  ])('that are %s change nothing', (_what, changes) =>
    onBench(ofStages({ ...good, ...changes }), async bench => {
      expect((await runTask(bench, target(bench))).judged.freshness).toBe('new')
    }),
  )

  it('of a stranger are told of in mode query too', () => {
    const runs = [{ queryId: 'q', timeline: [{ ...good, job: { id: 'a-stranger' } }] }]
    return onBench({ drs: [{ id: TASK, runs }] }, async bench => {
      const { judged, result } = await runTask(bench, query(bench, 'q'))
      expect(judged.freshness).toBe('as-found')
      expect(result.caveats).toEqual([{ kind: 'strange-id', asked: 'q', came: 'a-stranger' }])
    })
  })
})

describe('ids of API v5 where there are several tasks', () => {
  const readBoth = async (timelines: Readonly<Record<string, Task['timeline']>>) => {
    const drs = Object.entries(timelines).map(([id, timeline = []]) => ({
      id,
      start: { precheckId: `run-of-${id}` },
      timeline,
    }))
    const ends: unknown[] = []
    await onBench({ drs }, async bench => {
      const both = target(bench, { tasks: tasks(...Object.keys(timelines)) })
      for (const { id } of both?.tasks ?? []) bench.ports.runIds.claim(id, id)
      const connected = await both?.connect(bench.ports)
      const service = connected && claimingRuns(connected, bench.ports.runIds)
      await service?.start(both?.tasks ?? [])
      const readings = (await service?.read(both?.tasks ?? [])) ?? []
      ends.push(...readings.map(one => (one.kind === 'answer' ? one.facts.identity.kind : one.kind)))
    })
    return ends
  }

  it.each([
    ['the task', { job: { id: OTHER_TASK } }],
    ['its run', { raw: { query_id: `run-of-${OTHER_TASK}` } }],
    [
      'its run, with the right task around',
      { job: { id: TASK }, raw: { precheck_id: `run-of-${OTHER_TASK}` } },
    ],
    ['its run, and hold an error', { raw: { query_id: `run-of-${OTHER_TASK}`, error_code: 'DRS.M05004' } }],
  ])('name another one of the gate by %s', async (_what, changes) => {
    expect(await readBoth({ [TASK]: [{ ...good, ...changes }], [OTHER_TASK]: [good] })).toEqual([
      'other-task',
      'own',
    ])
  })

  it('name a stranger otherwise', async () => {
    const changes = { job: { id: TASK }, raw: { query_id: 'run-of-nobody' } }
    expect(await readBoth({ [TASK]: [{ ...good, ...changes }], [OTHER_TASK]: [good] })).toEqual([
      'strange',
      'own',
    ])
  })

  it('are needed before a read', () =>
    onBench(ofStages(good), async bench => {
      const one = target(bench)
      const service = await one?.connect(bench.ports)
      await expect(service?.read(one?.tasks ?? [])).rejects.toThrow(
        `task ${TASK} is read before it is started`,
      )
    }))
})

describe('a read by API v5', () => {
  it.each<readonly [string, unknown]>([
    ['something else', { jobs: [] }],
    ['a list', []],
    ['no job', { job: null }],
    ['a job that is none', { job: 'here' }],
    ['a result that is none', { job: { precheck_result: 'here' } }],
    ['items that are none', { job: { precheck_result: { process: '100%', precheck_results: 'all' } } }],
    ['an item that is none', { job: { precheck_result: { process: '100%', precheck_results: ['a'] } } }],
    ['an unreadable process', { job: { precheck_result: { process: 'most', precheck_results: [] } } }],
  ])('that shows %s cannot be understood, and is made again', (_what, json) => {
    const rules = [
      {
        when: { operation: 'drs.resultV5' as const, calls: { to: 3 } },
        fault: { kind: 'answer' as const, status: 200, text: JSON.stringify(json) },
      },
    ]
    return onBench({ ...ofStages(good), rules }, async bench => {
      const { readings, reason } = await runTask(bench, target(bench))
      expect(readings.slice(0, 3)).toMatchObject(
        Array.from({ length: 3 }, () => ({ kind: 'unread', problem: { reason: 'invalid-response' } })),
      )
      expect(reason).toBe('all-passed')
    })
  })

  it.each([
    ['DRS.M01501', 'all-passed'],
    ['DRS.M00002', 'all-passed'],
    ['DRS.M05004', 'not-found'],
    ['DRS.10000001', 'service-error'],
  ])('that ends in %s goes on or is over by the one table of errors', (error_code, expected) => {
    const scenario = ofStages({ process: '10%', error_code, error_msg: 'No.' }, { at: 3_000, ...good })
    return onBench(scenario, async bench => {
      expect((await runTask(bench, target(bench))).reason).toBe(expected)
    })
  })

  it('with an error inside a finished result does not count, but keeps its items', () => {
    const raw = { error_code: 'DRS.M05004', error_msg: 'Deleted.' }
    return onBench(
      ofStages({ process: '100%', items: [item('a', 'PASSED')], raw, result: true }),
      async bench => {
        const { judged, reason } = await runTask(bench, target(bench))
        expect([reason, judged.items.map(({ id }) => id)]).toEqual(['not-found', ['a']])
      },
    )
  })

  it('with an error beside a finished result does not count', () =>
    onBench(
      ofStages({ ...good, error_code: 'DRS.M05004', error_msg: 'Deleted.', httpStatus: 200 }),
      async bench => {
        expect((await runTask(bench, target(bench))).reason).toBe('not-found')
      },
    ))
})
