import { describe, expect, it } from 'vitest'
import { HUAWEI_CLOUD } from '../../../src/identity/huawei-cloud.ts'
import { TARGET_INPUTS } from '../../../src/services/definition.ts'
import { drs } from '../../../src/services/drs/definition.ts'
import { onBench, plan, runTask, tasks } from '../bench.ts'

const ID = '140b5236-88ad-43c8-811c-1268453jb101'
const run = { tasks: tasks(ID), region: 'cn-north-4' }

describe('a DRS target', () => {
  it('is its tasks, at the address of the region', () => {
    const { target, problems, warnings } = plan(drs, { ...run, name: 'orders' })
    expect([problems, warnings]).toEqual([[], []])
    expect(target).toMatchObject({
      name: 'orders',
      service: 'drs',
      mode: 'run',
      credential: HUAWEI_CLOUD,
      tasks: [{ id: ID, label: null }],
      projectId: null,
      region: 'cn-north-4',
    })
    expect(target?.endpoint.href).toBe('https://drs.cn-north-4.myhuaweicloud.com/')
  })

  it.each([
    ['no task', { ...run, tasks: [] }, ['job-ids: missing; DRS needs at least one task id']],
    ['no region, project or endpoint', { ...run, region: null }, ['project-id: missing', 'region: missing']],
    ['nothing at all', {}, ['job-ids: missing', 'project-id: missing', 'region: missing']],
  ])('with %s is turned down with all that is wrong', (_what, inputs, expected) => {
    const { target, problems } = plan(drs, inputs)
    expect(target).toBeNull()
    expect(problems.map(text => expected.find(start => text.startsWith(start)) ?? text)).toEqual(expected)
  })

  it.each([ID, ID.toUpperCase(), 'zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz'])('takes %s for a task id', id => {
    expect(plan(drs, { ...run, tasks: tasks(id) }).warnings).toEqual([])
  })

  it.each([
    'orders',
    ID.slice(1),
    ID.slice(0, -1),
    `${ID}0`,
    `x${ID}`,
    ID.replaceAll('-', ''),
    ID.replace('88ad', '88a'),
    ID.replace('43c8', '43c80'),
    ID.replace('811c', '811'),
    ID.replace('jb', 'j_'),
  ])('only warns of %s, because DRS knows its ids better', id => {
    const { target, problems, warnings } = plan(drs, { ...run, tasks: tasks(ID, id) })
    expect(problems).toEqual([])
    expect(warnings).toEqual([`job-ids: ${id} does not look like a DRS task id (8-4-4-4-12 characters)`])
    expect(target?.tasks).toHaveLength(2)
  })

  it.each([
    ['run', 'v3', ['instance-id', 'database', 'request'], 120],
    ['query', 'v3', ['instance-id', 'database', 'request', 'precheck-mode', 'settle-seconds'], null],
    ['run', 'v5', ['instance-id', 'database', 'request', 'settle-seconds'], null],
    ['query', 'v5', ['instance-id', 'database', 'request', 'precheck-mode', 'settle-seconds'], null],
  ] as const)('with mode %s by API %s has no use for %s and settles for %s s', (...row) => {
    const [mode, drsApi, unused, settleSeconds] = row
    const used = drs.uses({ mode, drsApi })
    expect(TARGET_INPUTS.filter(input => !used.includes(input)).sort()).toEqual([...unused].sort())
    expect(drs.settleSeconds({ mode, drsApi })).toBe(settleSeconds)
  })

  it('by API v5 with mode query is the tasks of its runs, labels kept, and warns of the shape of a task only', () => {
    const asked = { ...run, drsApi: 'v5', mode: 'query' } as const
    const { target, warnings } = plan(drs, { ...asked, tasks: [{ id: `${ID}:q`, label: 'orders' }] })
    expect([target?.tasks, warnings]).toEqual([[{ id: ID, label: 'orders' }], []])
    expect(plan(drs, { ...asked, tasks: tasks('x:q') }).warnings).toEqual([
      'job-ids: x does not look like a DRS task id (8-4-4-4-12 characters)',
    ])
  })
})

describe('a DRS target that is run', () => {
  const payload = { payload: 'drs-mysql' } as const
  const earlier = { timeline: [payload], stays: 'forever' as const }
  const settings = { language: 'zh-cn', precheckMode: 'forRetryJob' } as const

  it.each([
    [null, 120],
    [7, 7],
  ])('with settle-seconds %s lets a result that may be old stand for %s s', (settleSeconds, expected) =>
    onBench({ drs: [{ id: ID, earlier, timeline: [payload] }] }, async bench => {
      const { projectId } = bench.simulator.credentials
      const endpoint = new URL(bench.simulator.url)
      const { target } = plan(drs, { tasks: tasks(ID), projectId, endpoint, settleSeconds, ...settings })
      const { readings, judged } = await runTask(bench, target)
      // One reading a second, the first of them a second after the start.
      expect([judged.freshness, readings.length]).toEqual(['assumed', expected])
      const start = bench.simulator.requests.find(one => one.operation === 'drs.start')
      expect(start?.headers['x-language']).toBe('zh-cn')
      expect(start?.body).toContain('forRetryJob')
    }),
  )
})
