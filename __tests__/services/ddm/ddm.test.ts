import { describe, expect, it } from 'vitest'
import { findScenario } from '../../../simulator/scenario/scenario.ts'
import { inEnglish } from '../../precheck/in-english.ts'
import { onBench, runTask } from '../bench.ts'
import { INSTANCE, item, JOB, query, request, schemaOf, statuses, target } from './target.ts'

describe('a run of DDM', () => {
  it('waits for the asynchronous items, adds them to those of the start, and lets the list settle', () =>
    onBench(findScenario('ddm'), async bench => {
      const { started, readings, judged, reason } = await runTask(bench, target(bench))
      expect(statuses(judged.items)).toEqual({
        'Character set of source shards': 'passed',
        'Time zone of database instances': 'warning',
        'Storage space of database instances': 'passed',
        'Expire time of binlog in associated DN instances': 'passed',
        'Tables with overwhelming table partitions': 'passed',
      })
      expect([reason, judged.freshness, judged.progress]).toEqual(['passed-with-warnings', 'new', null])
      expect(judged.overall).toBe('none')
      expect(judged.precheckId).toBe(started.kind === 'started' ? started.precheckId : 'not started')
      // The list is whole at the third poll and has stood for a minute 60 polls later.
      expect(readings.length).toBe(63)
      expect(readings.slice(2).every(one => one.kind === 'answer' && one.facts.finished)).toBe(true)
      expect(bench.notices).toEqual([])
      expect([bench.simulator.counts['ddm.start'], bench.requests(), bench.polls()]).toEqual([1, 64, 63])
    }))

  it('ends with the failed item of the second schema', () =>
    onBench(findScenario('ddm'), async bench => {
      const { judged, reason } = await runTask(bench, target(bench, { database: 'archive_db' }))
      expect(reason).toBe('checks-failed')
      expect(judged.items.find(one => one.status === 'failed')).toMatchObject({
        id: 'Access to database instances',
        reason: 'Cannot connect to the data node.',
        detail: "Access denied for user 'shard_admin'",
        suggestion: 'Check the account and its privileges on the data node.',
      })
    }))

  it('asks in the language and for the project of the target, and sends the number of shards as text', () =>
    onBench(findScenario('ddm'), async bench => {
      const { judged } = await runTask(bench, target(bench, { database: 'archive_db', language: 'zh-cn' }))
      expect(judged.items[0]?.suggestion).toBe('请检查数据节点上的账号及其权限。')
      const [start, ...reads] = bench.simulator.requests
      const { projectId } = bench.simulator.credentials
      expect(start?.method).toBe('POST')
      expect(JSON.parse(start?.body ?? '')).toEqual({ ...request, new_shard_number: '9' })
      for (const { headers, path } of [start, ...reads].filter(one => one !== undefined)) {
        expect([headers['x-project-id'], headers['x-language']]).toEqual([projectId, 'zh-cn'])
        expect(path).toMatch(`/v3/${projectId}/instances/${INSTANCE}/databases/archive_db/migration/precheck`)
      }
    }))

  it.each([
    ['no number of shards', { data_nodes: [] }],
    ['a number of shards that is text', { new_shard_number: '9' }],
  ])('sends a request with %s as it is', (_what, body) =>
    onBench(schemaOf({}), async bench => {
      await runTask(bench, target(bench, { request: body }), { polls: 1 })
      expect(JSON.parse(bench.simulator.requests[0]?.body ?? '')).toEqual(body)
    }),
  )

  it('shows the items of the start answer while the list is empty, and never ends on an empty list', () =>
    onBench(schemaOf({ start: { payload: 'ddm' } }), async bench => {
      const { readings, judged, reason } = await runTask(bench, target(bench), { polls: 400 })
      expect(readings).toHaveLength(400)
      expect(readings.every(one => one.kind === 'answer' && !one.facts.finished)).toBe(true)
      expect([judged.items.length, reason]).toEqual([2, 'timed-out'])
    }))

  it('is failed by an item of the start answer although the result was never understood', () => {
    const scenario = schemaOf({
      start: { items: [item('Binlog', 'FAILED', { error_message: 'Binlog is off.' })] },
      timeline: [{ raw: { pre_check_results: 'soon' } }],
    })
    return onBench(scenario, async bench => {
      const { last, reason } = await runTask(bench, target(bench), { polls: 5 })
      expect(last?.kind).toBe('unread')
      expect(reason).toBe('checks-failed')
    })
  })

  it('keeps a failure of the start answer that the result calls a success', () => {
    const scenario = schemaOf({
      start: { items: [item('Binlog', 'FAILED')] },
      timeline: [{ items: [item('Binlog', 'SUCCESS'), item('Time zone', 'SUCCESS')] }],
    })
    return onBench(scenario, async bench => {
      const { judged, reason } = await runTask(bench, target(bench))
      expect(statuses(judged.items)).toEqual({
        Binlog: 'passed',
        'Time zone': 'passed',
        'Binlog#start': 'failed',
      })
      expect(reason).toBe('checks-failed')
    })
  })

  it('starts to settle anew when the list changes, also back', () => {
    const one = [item('A', 'SUCCESS')]
    const two = [...one, item('B', 'SUCCESS')]
    const scenario = schemaOf({
      start: { items: [item('Binlog', 'SUCCESS')] },
      timeline: [
        { at: 0, items: one },
        { at: 50_000, items: two },
        { at: 60_000, items: one },
        { at: 70_000, items: [...two].reverse() },
        { at: 80_000, items: two },
      ],
    })
    return onBench(scenario, async bench => {
      const { readings, judged } = await runTask(bench, target(bench))
      // The last change is at 70 s; the order within the list is none.
      expect(readings.length).toBe(130)
      expect(judged.items).toHaveLength(3)
    })
  })

  it('waits for an item of the start answer that is not final, whatever the list says', () => {
    const scenario = schemaOf({
      start: { items: [item('Binlog', 'CHECKING')] },
      timeline: [{ items: [item('Time zone', 'SUCCESS')] }],
    })
    return onBench(scenario, async bench => {
      const { last, reason } = await runTask(bench, target(bench), { polls: 200 })
      expect(last).toMatchObject({ kind: 'answer', facts: { finished: false } })
      expect(reason).toBe('timed-out')
    })
  })
})

describe('a list that names nothing beyond the start answer', () => {
  const scenario = schemaOf({ start: { payload: 'ddm' }, timeline: [{ payload: 'ddm' }] })

  it('must stand for five times settle-seconds and is then assumed to be whole, with a warning', () =>
    onBench(scenario, async bench => {
      const { readings, judged, reason } = await runTask(bench, target(bench, { settleSeconds: 20 }))
      expect(readings.length).toBe(101)
      expect([reason, judged.freshness]).toEqual(['all-passed', 'assumed'])
      expect(judged.caveats).toEqual([{ kind: 'assumed', because: 'no-news' }])
    }))

  it('is given less time when the deadline is near', () =>
    onBench(
      scenario,
      async bench => {
        const { readings, judged } = await runTask(bench, target(bench, { settleSeconds: 20 }))
        expect([readings.length, judged.freshness]).toEqual([50, 'assumed'])
      },
      { timeoutMs: 60_000 },
    ))

  it('counts like any other once a new name has come', () => {
    const later = { at: 90_000, items: [item('Time zone', 'SUCCESS')] }
    const whole = schemaOf({ start: { payload: 'ddm' }, timeline: [{ payload: 'ddm' }, later] })
    return onBench(whole, async bench => {
      const { readings, judged } = await runTask(bench, target(bench, { settleSeconds: 20 }))
      expect([readings.length, judged.freshness]).toEqual([110, 'new'])
    })
  })
})

describe('a query of DDM', () => {
  it('reads the job at once, lets it settle, and says what cannot be part of it', () =>
    onBench(findScenario('ddm'), async bench => {
      const { started, readings, judged, reason } = await runTask(bench, query(bench, 'archive_db'))
      expect(started).toMatchObject({ kind: 'started', precheckId: JOB })
      expect([reason, judged.freshness]).toEqual(['all-passed', 'as-found'])
      expect(readings.length).toBe(61)
      expect(bench.notices).toEqual([{ level: 'notice', text: expect.stringMatching(/mode query.*start/) }])
      expect(bench.simulator.counts['ddm.start']).toBe(0)
    }))

  it('ends when the job is not known', () =>
    onBench(schemaOf({}), async bench => {
      const { judged, reason, readings } = await runTask(bench, query(bench))
      expect([reason, readings.length]).toEqual(['not-found', 1])
      expect(inEnglish(judged.problem)).toMatchObject({
        code: 'DBS.300400',
        advice: expect.stringContaining('mode run'),
      })
    }))
})
