import { describe, expect, it } from 'vitest'
import { HUAWEI_CLOUD } from '../../src/identity/huawei-cloud.ts'
import { OMS as OMS_KIND } from '../../src/identity/oms-basic.ts'
import { DDM, OTHER_TASK, planConfig, TASK, type Values } from './planning.ts'

const drs = (rest: string, name = 'a') =>
  `  - name: ${name}\n    service: drs\n    region: cn-north-4\n    job-ids: [${TASK}]\n    ${rest}\n`
const file = (...targets: readonly string[]) => `version: 1\ntargets:\n${targets.join('')}`
const problemsOf = async (text: string, values: Values = {}) => (await planConfig(text, values)).problems

describe('a config file', () => {
  const text = file(
    '  - name: orders-mysql\n    service: drs\n    region: cn-north-4\n',
    `    job-ids: [ ${TASK}, { id: ${OTHER_TASK}, label: orders archive } ]\n`,
    '  - name: orders-shards\n    service: ddm\n    instance-id: in09\n    database: orders\n    request: { a: "1" }\n',
    '  - name: erp\n    service: oms\n    endpoint: https://oms.example.com:8089\n    mode: query\n    job-ids: [t_57p]\n',
  )

  it('becomes targets of several services, with labels, in the order of the file', async () => {
    const { plan, problems, warnings } = await planConfig(text, {
      'allowed-hosts': 'oms.example.com',
      region: 'cn-east-3',
    })
    expect([problems, warnings]).toEqual([[], []])
    const facts = plan?.targets.map(({ connect, probe, endpoint, ...target }) => ({
      ...target,
      endpoint: endpoint.href,
    }))
    expect(facts).toEqual([
      {
        name: 'orders-mysql',
        service: 'drs',
        mode: 'run',
        endpoint: 'https://drs.cn-north-4.myhuaweicloud.com/',
        tasks: [
          { id: TASK, label: null },
          { id: OTHER_TASK, label: 'orders archive' },
        ],
        credential: HUAWEI_CLOUD,
        projectId: null,
        region: 'cn-north-4',
      },
      {
        name: 'orders-shards',
        service: 'ddm',
        mode: 'run',
        endpoint: 'https://ddm.cn-east-3.myhuaweicloud.com/',
        tasks: [{ id: 'in09/orders', label: null }],
        credential: HUAWEI_CLOUD,
        projectId: null,
        region: 'cn-east-3',
      },
      {
        name: 'erp',
        service: 'oms',
        mode: 'query',
        endpoint: 'https://oms.example.com:8089/',
        tasks: [{ id: 't_57p', label: null }],
        credential: OMS_KIND,
        projectId: null,
        region: null,
      },
    ])
  })

  it('takes mode, project-id and region from the inputs where a target says nothing', async () => {
    const two = file(drs('mode: run\n    project-id: own'), '  - { name: b, service: drs, job-ids: [x] }\n')
    const { plan } = await planConfig(two, { mode: 'query', region: 'cn-north-4', 'project-id': 'p1' })
    expect(plan?.targets.map(({ mode, region, projectId }) => [mode, region, projectId])).toEqual([
      ['run', 'cn-north-4', 'own'],
      ['query', 'cn-north-4', 'p1'],
    ])
  })

  it('does not use a project-id of input or environment for a target of another region', async () => {
    const two = file(drs('mode: run'), '  - { name: b, service: drs, region: cn-east-3, job-ids: [x] }\n')
    const expected = ['p1', null]
    const byInput = await planConfig(two, { region: 'cn-north-4', 'project-id': 'p1' })
    expect(byInput.plan?.targets.map(({ projectId }) => projectId)).toEqual(expected)
    const environment = { HUAWEI_CLOUD_REGION: 'cn-north-4', HUAWEI_CLOUD_PROJECT_ID: 'p1' }
    const byEnvironment = await planConfig(two, {}, { environment })
    expect(byEnvironment.plan?.targets.map(({ projectId }) => projectId)).toEqual(expected)
  })

  it.each(['service', 'endpoint', 'job-ids', 'instance-id', 'database', 'request'] as const)(
    'contradicts the input %s',
    async name => {
      const values: Values = { ...DDM, endpoint: 'https://ddm.example.com', 'job-ids': 'x' }
      expect(await problemsOf(file(drs('mode: run')), { [name]: values[name] ?? '' })).toEqual([
        `${name}: must not stand beside config; allowed: put it into the config file`,
      ])
    },
  )
})
