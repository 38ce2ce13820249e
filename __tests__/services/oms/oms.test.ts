import { describe, expect, it } from 'vitest'
import { findScenario } from '../../../simulator/scenario/scenario.ts'
import { inEnglish } from '../../precheck/in-english.ts'
import { runTask, tasks } from '../bench.ts'
import { onOms, PASSED, query, type Stage, sent, showing, target } from './target.ts'

describe('a run of OMS', () => {
  it('of Enterprise submits a project, follows its progress and ends with warning and skipped item', () =>
    onOms(findScenario('oms-enterprise'), async bench => {
      const request = { type: 'MIGRATION', labelIds: ['l_1'] }
      const run = target(bench, { tasks: tasks('np_4w3a7c2e'), request })
      const { judged, reason, readings } = await runTask(bench, run, { everyMs: 400 })
      expect(judged.items.map(({ id, status }) => `${id} ${status}`)).toEqual([
        'SOURCE/MASTER/RDB_CONNECT passed',
        'SOURCE/MASTER/RDB_LOG_RETENTION warning',
        'DEST/MASTER/RDB_TIME_ZONE skipped',
      ])
      expect(judged.items[2]?.skipConsequence).toBe('Times may be shifted.')
      expect([reason, judged.freshness, judged.progress]).toEqual(['passed-with-warnings', 'new', 100])
      expect(readings.map(one => (one.kind === 'answer' ? one.facts.picture.progress : one.kind))).toEqual([
        0, 40, 40, 40, 40, 100,
      ])
      expect(sent(bench, 'oms.submit')).toEqual([{ ...request, projectId: 'np_4w3a7c2e' }])
      expect(sent(bench, 'oms.result')).toEqual(Array(6).fill({ id: judged.precheckId }))
      expect(bench.simulator.counts['oms.health']).toBe(0)
      expect([bench.requests(), bench.polls()]).toEqual([7, 6])
    }))

  it('is a bug of the caller when it is read before it is started', () =>
    onOms({}, async bench => {
      const service = await query(bench)?.connect(bench.ports)
      await expect(service?.read(tasks('t_1'))).rejects.toThrow('OMS task t_1 is read before it is started')
    }))

  it('names project and pre-check, and the place in an answer that cannot be understood', () => {
    const timeline = [{ status: 'RUNNING', progress: 'all', items: [PASSED] }]
    return onOms({ oms: { projects: [{ id: 'np_1', timeline }] } }, async bench => {
      const { judged } = await runTask(bench, target(bench, { tasks: tasks('np_1') }), { polls: 1 })
      expect(judged.problem?.message.in('en-us')).toMatch(
        /^Could not read the result of the OMS pre-check t_\w+ of np_1: the answer of OMS has an unknown shape at data\.progress/,
      )
    })
  })

  it('that OMS ends as FAILED is failed by its item, with what can be left out', () =>
    onOms(findScenario('oms-enterprise'), async bench => {
      const { judged, reason } = await runTask(bench, target(bench, { tasks: tasks('np_9k1d5f8b') }))
      expect([reason, judged.progress, judged.overall]).toEqual(['checks-failed', 66.7, 'run-failed'])
      expect(judged.items[1]).toMatchObject({
        id: 'SOURCE/MASTER/RDB_TABLE_STRUCTURE',
        topic: 'RDB_TABLE_STRUCTURE',
        status: 'failed',
        skippable: true,
        skipConsequence: 'Rows may be written twice.',
        detail: 'orders.audit_log, orders.import_tmp',
        blackObjects: { orders: ['audit_log', 'import_tmp'] },
      })
    }))

  it('of Community submits the request once under its name, whatever shape the answers have', () =>
    onOms(findScenario('oms-community'), async bench => {
      const request = { name: 'erp-orders', type: 'MIGRATION' }
      const { judged, reason } = await runTask(bench, target(bench, { request }))
      expect(judged).toMatchObject({ task: { id: 'erp-orders' }, precheckId: 't_ce_1', progress: 100 })
      expect(judged.items.map(({ status }) => status)).toEqual(['passed', 'passed'])
      expect([reason, sent(bench, 'oms.submit')]).toEqual(['all-passed', [request]])
    }))

  it.each(
    (['camel', 'pascal', 'lower', 'upper'] as const).flatMap(keyCase =>
      (['enterprise', 'community'] as const).flatMap(edition =>
        (['array', 'keyed', 'single'] as const).map(itemsAs => [keyCase, edition, itemsAs] as const),
      ),
    ),
  )('reads keys in %s case from %s with items as %s', (keyCase, edition, itemsAs) => {
    const dataAs = itemsAs === 'single' ? 'array' : 'object'
    const stage = { status: 'FINISHED', progress: '100', items: [PASSED] }
    const projects = [{ id: 'np_1', timeline: [stage] }]
    return onOms({ oms: { keyCase, edition, itemsAs, dataAs, projects } }, async bench => {
      const { judged, reason } = await runTask(bench, target(bench, { tasks: tasks('np_1') }))
      expect([reason, judged.items[0]?.id]).toEqual(['all-passed', 'SOURCE/MASTER/RDB_CONNECT'])
    })
  })

  it('calls a base URL with a path of its own below that path', () => {
    const json = { success: true, data: { projectStatus: 'FINISHED', preCheckResults: [PASSED] } }
    const rules = [
      { when: { path: '/gateway/oms/api/v2*' }, fault: { kind: 'answer', status: 200, json } } as const,
    ]
    return onOms({ ...showing(), rules }, async bench => {
      const endpoint = new URL(`${bench.simulator.url}/gateway/oms/`)
      const { reason } = await runTask(bench, target(bench, { endpoint, mode: 'query', tasks: tasks('t_1') }))
      expect(reason).toBe('all-passed')
      expect(bench.simulator.requests[0]?.path).toBe('/gateway/oms/api/v2?Action=GetPreCheckResult')
    })
  })
})

describe('a query of OMS', () => {
  it('reads the pre-check without submitting anything', () =>
    onOms(findScenario('oms-enterprise'), async bench => {
      const { started, judged, reason } = await runTask(bench, query(bench, 't_57p'))
      expect(started).toMatchObject({ kind: 'started', precheckId: 't_57p' })
      expect([reason, judged.freshness]).toEqual(['all-passed', 'as-found'])
      expect(bench.simulator.counts['oms.submit']).toBe(0)
    }))

  it.each<readonly [string, Stage, string]>([
    ['a FAILED run without a failed item', { status: 'FAILED', progress: 10, items: [] }, 'checks-failed'],
    [
      'a FAILED run with an unknown item',
      { status: 'FAILED', items: [{ ...PASSED, status: 'X' }] },
      'checks-failed',
    ],
    ['a SKIPPED run', { status: 'SKIPPED', items: [PASSED] }, 'not-verified'],
    [
      'a SKIPPED run with a failed item',
      { status: 'SKIPPED', items: [{ ...PASSED, status: 'FAILED' }] },
      'checks-failed',
    ],
    ['a FINISHED run without items', { status: 'FINISHED', progress: 100, items: [] }, 'no-check-items'],
    [
      'a FINISHED run with skipped items only',
      { status: 'FINISHED', items: [{ ...PASSED, status: 'SKIPPED' }] },
      'not-verified',
    ],
    [
      'a FINISHED run with an unknown item',
      { status: 'FINISHED', items: [PASSED, { ...PASSED, status: 'SUCCESS' }] },
      'unknown-status',
    ],
    ['a FINISHED run at 99 %', { status: 'FINISHED', progress: 99, items: [PASSED] }, 'timed-out'],
    [
      'a FINISHED run with a pending item',
      { status: 'FINISHED', progress: 100, items: [{ ...PASSED, status: '' }] },
      'timed-out',
    ],
    [
      'a skippable failure',
      { status: 'FINISHED', items: [{ ...PASSED, status: 'FAILED', skippable: true }] },
      'checks-failed',
    ],
    ['data of no known shape', { data: [] }, 'invalid-response'],
    ['a status that is missing', { absent: ['projectStatus'], items: [PASSED] }, 'invalid-response'],
    [
      'a progress that is no number',
      { status: 'FINISHED', progress: 'all', items: [PASSED] },
      'invalid-response',
    ],
    ['items that are a text', { status: 'FINISHED', raw: { preCheckResults: 'PASSED' } }, 'invalid-response'],
    [
      'success that is missing',
      { status: 'FINISHED', items: [PASSED], envelope: { success: null } },
      'invalid-response',
    ],
  ])('of %s never passes', (_what, stage, expected) =>
    onOms(showing(stage), async bench => {
      const { reason } = await runTask(bench, query(bench), { polls: 12 })
      expect(reason).toBe(expected)
    }),
  )

  it('names the request id of an answer that cannot be understood', () =>
    onOms(showing({ data: 'soon', envelope: { requestId: 'bf2-9bc9' } }), async bench => {
      const { judged } = await runTask(bench, query(bench), { polls: 1 })
      expect(inEnglish(judged.problem)).toMatchObject({ reason: 'invalid-response', requestId: 'bf2-9bc9' })
      expect(judged.problem?.message.in('en-us')).toBe(
        'Could not read the result of the OMS pre-check t_1: the answer of OMS has an unknown shape at data (request id bf2-9bc9).',
      )
    }))

  it('gives a run in an unknown status a minute, then ends it as unknown', () =>
    onOms(showing({ status: 'ARCHIVED', progress: 100, items: [PASSED] }), async bench => {
      const { readings, judged, reason } = await runTask(bench, query(bench))
      expect(reason).toBe('unknown-status')
      expect(bench.clock.now()).toBeGreaterThanOrEqual(60_000)
      expect(judged.problem?.message.in('en-us')).toContain('has the status ARCHIVED')
      expect(readings[0]).toMatchObject({
        kind: 'unread',
        beside: { picture: { progress: 100, items: [{ status: 'passed' }] } },
        problem: { reason: 'unknown-status' },
      })
    }))

  it('goes on when a run leaves an unknown status', () => {
    const stages = [
      { at: 0, status: 'PREPARING', items: [] },
      { at: 40_000, status: 'RUNNING', progress: 50, items: [PASSED] },
      { at: 50_000, status: 'WRAPPING_UP', progress: 99, items: [PASSED] },
      { at: 90_000, status: 'FINISHED', progress: 100, items: [PASSED] },
    ]
    return onOms(showing(...stages), async bench => {
      expect((await runTask(bench, query(bench))).reason).toBe('all-passed')
    })
  })

  it('is failed by an item of a run in an unknown status', () =>
    onOms(showing({ status: 'ARCHIVED', items: [{ ...PASSED, status: 'FAILED' }] }), async bench => {
      expect((await runTask(bench, query(bench))).reason).toBe('checks-failed')
    }))
})
