import { describe, expect, it } from 'vitest'
import { inEnglish } from '../../../precheck/in-english.ts'
import { onBench, runTask, tasks } from '../../bench.ts'
import { done, item, OTHER_TASK, ofStages, query, TASK, target } from './target.ts'

const good = item('dstStatusCheck', 'PASSED', { is_support_skip: false, is_skipped: false })
const old = { queryId: 'run-1', timeline: [{ process: '100%', items: [good] }] }

describe('a run by API v5', () => {
  it('is started and read by its id, without a read before and without settling', () =>
    onBench({ drs: [{ id: TASK, start: { precheckId: 'run-2' }, timeline: [done(good)] }] }, async bench => {
      const { started, readings, judged, reason } = await runTask(bench, target(bench))
      expect(started).toEqual({
        kind: 'started',
        task: { id: TASK, label: null },
        precheckId: 'run-2',
        boundById: true,
      })
      expect([reason, judged.freshness, judged.precheckId]).toEqual(['all-passed', 'new', 'run-2'])
      expect(readings).toHaveLength(1)
      const { projectId } = bench.simulator.credentials
      const path = `/v5/${projectId}/jobs/${TASK}`
      expect(bench.simulator.requests.map(one => [one.method, one.path, one.body])).toEqual([
        [
          'POST',
          `${path}/action`,
          '{"job":{"action_name":"precheck","action_params":{"precheck_mode":"forStartJob"}}}',
        ],
        ['GET', `${path}?type=precheck&query_id=run-2`, ''],
      ])
      expect([bench.requests(), bench.polls(), bench.notices]).toEqual([2, 1, []])
    }))

  it('sends mode and language as they were asked for', () =>
    onBench(ofStages(done(good)), async bench => {
      await runTask(bench, target(bench, { precheckMode: 'forRetryJob', language: 'zh-cn' }))
      const [start, read] = bench.simulator.requests
      expect(start?.body).toContain('"precheck_mode":"forRetryJob"')
      expect([start?.headers['x-language'], read?.headers['x-language']]).toEqual(['zh-cn', 'zh-cn'])
    }))

  it('is waited for to 100 % and to the last item', () => {
    const scenario = ofStages(
      { process: '0%', entry: 'missing' },
      { at: 1_000, process: '0%', job: { precheck_result: null } },
      { at: 2_000, process: '0%' },
      { at: 4_000, process: '50%', items: [good] },
      { at: 6_000, process: '100%', items: [good, item('b', '')] },
      { at: 8_000, ...done(good, item('b', 'PASSED')) },
    )
    return onBench(scenario, async bench => {
      const { readings, judged, reason } = await runTask(bench, target(bench))
      expect([readings.length, reason, judged.items.length]).toEqual([8, 'all-passed', 2])
      expect(readings.map(one => (one.kind === 'answer' ? one.facts.picture.progress : null))).toEqual([
        null,
        0,
        0,
        50,
        50,
        100,
        100,
        100,
      ])
    })
  })

  it('is never mixed up with an older run that is still served', () => {
    const failed = done(item('b', 'FAILED'))
    return onBench({ drs: [{ id: TASK, runs: [old], timeline: [failed] }] }, async bench => {
      const { reason } = await runTask(bench, target(bench))
      expect(reason).toBe('checks-failed')
    })
  })

  it('that has not begun to show anything is not finished', () =>
    onBench({ drs: [{ id: TASK }] }, async bench => {
      const { last, reason } = await runTask(bench, target(bench), { polls: 5 })
      expect([last?.kind, reason]).toEqual(['missing', 'timed-out'])
    }))

  it.each([
    ['negative', { result: false }, 'checks-failed'],
    ['under 100 %', { total_passed_rate: '99%' }, 'checks-failed'],
    ['absent', { absent: ['result', 'total_passed_rate'] }, 'not-verified'],
  ])('with an overall result that is %s is no pass, as with v3', (_what, changes, expected) =>
    onBench(ofStages({ process: '100%', items: [good], ...changes }), async bench => {
      expect((await runTask(bench, target(bench))).reason).toBe(expected)
    }),
  )

  it.each([
    ['no list of items', { absent: ['precheck_results'] }],
    ['the list under the name of v3', { absent: ['precheck_results'], raw: { precheck_result: [good] } }],
  ])('with %s has shown nothing', (_what, changes) =>
    onBench(ofStages({ process: '100%', items: [good], ...changes }), async bench => {
      expect((await runTask(bench, target(bench))).reason).toBe('no-check-items')
    }),
  )

  it('shows which items can be skipped, and that one was', () => {
    const items = [
      item('a', 'PASSED', { is_support_skip: true, is_skipped: true }),
      item('b', 'ALARM', { is_support_skip: 'false', is_skipped: true }),
      item('c', '', { is_skipped: 'true' }),
      item('d', 'PASSED'),
    ]
    return onBench(ofStages({ ...done(...items), total_passed_rate: '100%' }), async bench => {
      const { judged, reason } = await runTask(bench, target(bench))
      expect(judged.items.map(({ id, status, skippable }) => [id, status, skippable])).toEqual([
        ['a', 'skipped', true],
        ['b', 'warning', false],
        ['c', 'skipped', null],
        ['d', 'passed', null],
      ])
      expect(reason).toBe('passed-with-warnings')
    })
  })

  it('of which every item was skipped proves nothing', () => {
    const skipped = [item('a', 'PASSED', { is_skipped: true }), item('b', '', { is_skipped: true })]
    return onBench(ofStages({ ...done(...skipped), total_passed_rate: '100%' }), async bench => {
      expect((await runTask(bench, target(bench))).reason).toBe('not-verified')
    })
  })

  it('takes the result in the answer itself too, as long as there is no job around it', () => {
    const json = { precheck_result: { process: '100%', result: true, precheck_results: [good] } }
    const rules = [
      { when: { operation: 'drs.resultV5' as const }, fault: { kind: 'answer' as const, status: 200, json } },
    ]
    return onBench({ drs: [{ id: TASK }], rules }, async bench => {
      expect((await runTask(bench, target(bench))).reason).toBe('all-passed')
    })
  })
})

describe('a run of API v5 that was started elsewhere', () => {
  it('is found by its id, however many came after it', () =>
    onBench({ drs: [{ id: TASK, runs: [old], timeline: [done(item('b', 'FAILED'))] }] }, async bench => {
      await runTask(bench, target(bench))
      const { judged, reason, started } = await runTask(bench, query(bench, 'run-1'))
      expect(started).toMatchObject({ kind: 'started', task: { id: TASK }, precheckId: 'run-1' })
      expect([reason, judged.freshness]).toEqual(['all-passed', 'as-found'])
      expect(bench.simulator.counts['drs.startV5']).toBe(1)
    }))

  it('under an id that DRS does not know ends with what DRS says', () =>
    onBench({ drs: [{ id: TASK, runs: [old] }] }, async bench => {
      const { judged, reason, readings } = await runTask(bench, query(bench, 'nobody'))
      expect([reason, readings.length]).toEqual(['service-error', 1])
      expect(inEnglish(judged.problem)).toMatchObject({ code: 'DRS.10000001', httpStatus: 400 })
      expect(judged.problem?.message.in('en-us')).toContain(
        `Could not read the result of the DRS pre-check of task ${TASK} (run nobody)`,
      )
    }))

  it('may have the same run id as that of another task, because both are asked for', () => {
    const both = [TASK, OTHER_TASK].map(id => ({ id, runs: [old] }))
    return onBench({ drs: both }, async bench => {
      const two = target(bench, { mode: 'query', tasks: tasks(`${TASK}:run-1`, `${OTHER_TASK}:run-1`) })
      const [, second] = two?.tasks ?? []
      const ends = [await runTask(bench, two), await runTask(bench, two, {}, second)]
      expect(ends.map(({ judged }) => judged.freshness)).toEqual(['as-found', 'as-found'])
    })
  })
})
