import { describe, expect, it } from 'vitest'
import { OMS } from '../../../src/identity/oms-basic.ts'
import { TARGET_INPUTS } from '../../../src/services/definition.ts'
import { oms } from '../../../src/services/oms/definition.ts'
import { plan, tasks } from '../bench.ts'

const endpoint = new URL('http://oms.example.com:8089/prefix')
const query = { endpoint, mode: 'query' as const }
const ids = tasks('np_1', 'np_2')

describe('an OMS target', () => {
  it.each([
    ['each project id of a run', { endpoint, tasks: ids }, ids],
    ['each pre-check id of a query', { ...query, tasks: ids }, ids],
    ['the project of the request', { endpoint, request: { projectId: 'np_9', name: 'erp' } }, tasks('np_9')],
    ['the name in the request', { endpoint, request: { name: 'erp orders' } }, tasks('erp orders')],
    [
      'the name where the project is null',
      { endpoint, request: { projectId: null, name: 'erp' } },
      tasks('erp'),
    ],
    [
      'the label of an id',
      { endpoint, tasks: [{ id: 'np_1', label: 'ERP' }] },
      [{ id: 'np_1', label: 'ERP' }],
    ],
  ])('has as tasks %s', (_what, inputs, expected) => {
    const { target, problems } = plan(oms, inputs)
    expect(problems).toEqual([])
    expect(target?.tasks).toEqual(expected)
    expect(target).toMatchObject({ service: 'oms', credential: OMS, endpoint, projectId: null })
  })

  it.each([
    ['no endpoint', { tasks: ids }, ['endpoint: missing']],
    ['neither ids nor request', { endpoint }, ['job-ids: missing']],
    ['query without ids', query, ['job-ids: missing']],
    ['a request without projectId and name', { endpoint, request: { type: 'SYNC' } }, ['request: missing']],
    [
      'a projectId that is no text',
      { endpoint, request: { projectId: 7, name: 'erp' } },
      ['request: missing'],
    ],
    ['a blank name', { endpoint, request: { name: ' ' } }, ['request: missing']],
    [
      'projectId beside ids',
      { endpoint, tasks: ids, request: { projectId: 'np_1' } },
      ['request: projectId is given'],
    ],
    ['nothing at all', {}, ['job-ids: missing', 'endpoint: missing']],
  ])('with %s is turned down with all that is wrong', (_what, inputs, expected) => {
    const { target, problems } = plan(oms, inputs)
    expect(target).toBeNull()
    expect(problems.map(text => expected.find(start => text.startsWith(start)) ?? text)).toEqual(expected)
  })

  const RUN_ID =
    'looks like the id of a pre-check run (t_…), but mode run wants project ids (np_…); to wait for a run that was started already, use mode query'
  const PROJECT_ID =
    'looks like a project id (np_…), but mode query wants ids of pre-check runs (t_…); to start a pre-check of the project, use mode run'

  it.each([
    [
      'pre-check ids for mode run',
      { endpoint, tasks: tasks('t_57p', 'np_1', 'T_2') },
      [`job-ids: t_57p ${RUN_ID}`, `job-ids: T_2 ${RUN_ID}`],
    ],
    [
      'a project id for mode query',
      { ...query, tasks: tasks('t_1', 'np_4w3a') },
      [`job-ids: np_4w3a ${PROJECT_ID}`],
    ],
    [
      'a pre-check id as project of the request, which is not shown',
      { endpoint, request: { projectId: 't_57p' } },
      [`request: projectId ${RUN_ID}`],
    ],
    ['ids that look like neither', { endpoint, tasks: tasks('57', 'at_1', 'tnp_1') }, []],
    ['a name that begins like an id', { endpoint, request: { name: 't_orders' } }, []],
    [
      'a request that mode query has no use for',
      { ...query, tasks: tasks('t_1'), request: { projectId: 'np_1' } },
      [],
    ],
  ])('with %s is planned, and says what they look like', (_what, inputs, expected) => {
    const { target, problems, warnings } = plan(oms, inputs)
    expect(problems).toEqual([])
    expect(target).not.toBeNull()
    expect(warnings).toEqual(expected)
  })

  it('has use for the request with mode run only, and none for anything of Huawei Cloud', () => {
    const unused = (mode: 'run' | 'query') =>
      TARGET_INPUTS.filter(input => !oms.uses({ mode, drsApi: 'v3' }).includes(input))
    const huawei = [
      'precheck-mode',
      'drs-api',
      'project-id',
      'region',
      'instance-id',
      'database',
      'settle-seconds',
    ]
    expect(unused('run').sort()).toEqual([...huawei].sort())
    expect(unused('query').sort()).toEqual([...huawei, 'request'].sort())
  })

  it.each(['run', 'query'] as const)('with mode %s has nothing to settle', mode => {
    expect(oms.settleSeconds({ mode, drsApi: 'v3' })).toBeNull()
  })
})
