import { describe, expect, it } from 'vitest'
import { HUAWEI_CLOUD } from '../../../src/identity/huawei-cloud.ts'
import { ddm } from '../../../src/services/ddm/definition.ts'
import { TARGET_INPUTS } from '../../../src/services/definition.ts'
import { plan, tasks } from '../bench.ts'

const request = { data_nodes: [{ id: 'n', user: 'u', password: 'a-made-up-password' }] }
const run = { instanceId: 'inst', database: 'orders', region: 'cn-north-4', request }
const query = { ...run, mode: 'query' as const, request: null, tasks: tasks('job-1') }

describe('a DDM target', () => {
  it('is the schema, at the address of the region', () => {
    const { target, problems } = plan(ddm, run)
    expect(problems).toEqual([])
    expect(target).toMatchObject({
      service: 'ddm',
      mode: 'run',
      credential: HUAWEI_CLOUD,
      tasks: [{ id: 'inst/orders', label: null }],
      projectId: null,
      region: 'cn-north-4',
    })
    expect(target?.endpoint.href).toBe('https://ddm.cn-north-4.myhuaweicloud.com/')
  })

  it('keeps the label of the pre-check that is queried', () => {
    const labelled = [{ id: 'job-1', label: 'orders shards' }]
    const { target } = plan(ddm, { ...query, tasks: labelled })
    expect(target?.tasks).toEqual([{ id: 'inst/orders', label: 'orders shards' }])
  })

  it.each([
    ['run without request', { ...run, request: null }, ['request: missing']],
    ['run with job ids', { ...run, tasks: tasks('job-1') }, ['job-ids: must be empty']],
    ['query without a job id', { ...query, tasks: [] }, ['job-ids: missing']],
    ['query with two job ids', { ...query, tasks: tasks('a', 'b') }, ['job-ids: 2 ids']],
    ['no instance', { ...run, instanceId: null }, ['instance-id: missing']],
    ['no schema', { ...query, database: null }, ['database: missing']],
    ['no region, project or endpoint', { ...run, region: null }, ['project-id: missing', 'region: missing']],
    [
      'nothing at all',
      {},
      [
        'request: missing',
        'instance-id: missing',
        'database: missing',
        'project-id: missing',
        'region: missing',
      ],
    ],
  ])('with %s is turned down with all that is wrong', (_what, inputs, expected) => {
    const { target, problems } = plan(ddm, inputs)
    expect(target).toBeNull()
    expect(problems.map(text => expected.find(start => text.startsWith(start)) ?? text)).toEqual(expected)
  })

  it('never quotes the request', () => {
    const { problems } = plan(ddm, { ...run, database: null, tasks: tasks('a') })
    expect(problems.join()).not.toContain('a-made-up-password')
  })

  it.each([
    ['run', ['job-ids', 'precheck-mode', 'drs-api']],
    ['query', ['request', 'precheck-mode', 'drs-api']],
  ] as const)('with mode %s has no use for %s', (mode, unused) => {
    const used = ddm.uses({ mode, drsApi: 'v3' })
    expect(TARGET_INPUTS.filter(input => !used.includes(input)).sort()).toEqual([...unused].sort())
  })

  it.each(['run', 'query'] as const)('lets a result of mode %s settle for 60 s by itself', mode => {
    expect(ddm.settleSeconds({ mode, drsApi: 'v3' })).toBe(60)
  })
})
