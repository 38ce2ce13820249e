import { describe, expect, it } from 'vitest'
import { DDM, DRS, OMS, planConfig, planWith, TASK, type Values } from './planning.ts'

const V5: Values = { ...DRS, 'drs-api': 'v5', mode: 'query' }
const OF_RUN = 'the job id, a colon and the query id of the run, as DRS API v5 reads by run'
const PLAIN = '1 to 64 letters, digits, _ and -'

describe('ids of runs', () => {
  it('are what drs-api v5 with mode query takes, one run of each task', async () => {
    const { problems, plan } = await planWith({ ...V5, 'job-ids': `${TASK}:7debc9c-8e09, b_-:0` })
    expect(problems).toEqual([])
    expect(plan?.targets[0]?.tasks.map(({ id }) => id)).toEqual([TASK, 'b_-'])
  })

  it.each([
    [TASK, OF_RUN],
    [`${TASK}:`, OF_RUN],
    [':q', OF_RUN],
    [`${TASK}:q:r`, OF_RUN],
    [`${TASK}:../q`, OF_RUN],
    [`t:${'q'.repeat(65)}`, OF_RUN],
    [`${'t'.repeat(65)}:q`, OF_RUN],
  ])('are not %s', async (id, allowed) => {
    const { problems } = await planWith({ ...V5, 'job-ids': id })
    expect(problems).toEqual([`job-ids: ${JSON.stringify(id)} is not valid; allowed: ${allowed}`])
  })

  it.each<[string, Values]>([
    ['v3', { ...DRS, mode: 'query' }],
    ['v5 with mode run', { ...DRS, 'drs-api': 'v5' }],
    ['DDM', { ...DDM, mode: 'query', 'drs-api': 'v5' }],
    ['OMS', { ...OMS, mode: 'query', 'drs-api': 'v5' }],
  ])('mean nothing to %s', async (_what, values) => {
    const { problems } = await planWith({ ...values, 'job-ids': 'a:q' })
    expect(problems).toEqual([`job-ids: "a:q" is not valid; allowed: ${PLAIN}`])
  })

  it('are not judged when the API or the mode cannot be read', async () => {
    const wrongApi = await planWith({ ...V5, 'drs-api': 'v6', 'job-ids': 'a:q' })
    expect(wrongApi.problems).toEqual(['drs-api: "v6" is not valid; allowed: v3 or v5'])
  })

  it('of one task are refused, as two results for it would be', async () => {
    const { problems } = await planWith({ ...V5, 'job-ids': `${TASK}:a ${TASK}:b ${TASK}:c` })
    expect(problems).toEqual([`job-ids: task ${TASK} is there twice; allowed: one run of each task`])
  })

  it('in a config file go by the keys of their target', async () => {
    const text = `version: 1
targets:
  - { name: a, service: drs, region: cn-north-4, drs-api: v5, mode: query, job-ids: ["${TASK}:q"] }
  - { name: b, service: drs, region: cn-north-4, drs-api: v5, mode: query, job-ids: [plain] }
  - { name: c, service: drs, region: cn-north-4, mode: query, job-ids: ["x:q"] }
  - { name: d, service: drs, region: cn-north-4, job-ids: [{ id: "${TASK}:r", label: orders }] }
`
    const { problems } = await planConfig(text)
    expect(problems).toEqual([
      `ci/gate.yml:4:85: target b: job-ids: "plain" is not valid; allowed: ${OF_RUN}`,
      `ci/gate.yml:5:72: target c: job-ids: "x:q" is not valid; allowed: ${PLAIN}`,
      `ci/gate.yml:6:59: target d: job-ids: "${TASK}:r" is not valid; allowed: ${PLAIN}`,
    ])
  })

  it('keep a task from being in two targets', async () => {
    const text = `version: 1
targets:
  - { name: a, service: drs, region: cn-north-4, drs-api: v5, mode: query, job-ids: ["${TASK}:q"] }
  - { name: b, service: drs, region: cn-north-4, job-ids: [${TASK}] }
  - { name: c, service: drs, region: cn-north-4, drs-api: v5, mode: query, job-ids: ["${TASK}:r"] }
`
    const { problems } = await planConfig(text)
    expect(problems).toEqual([
      `ci/gate.yml:4:59: target b: job-ids: names a task of target "a" too; allowed: each task in one target`,
      `ci/gate.yml:5:85: target c: job-ids: names a task of target "b" too; allowed: each task in one target`,
    ])
  })

  it('are asked for by the input drs-api too, which is the default of every target', async () => {
    const text = `version: 1
targets:
  - { name: a, service: drs, region: cn-north-4, mode: query, job-ids: ["${TASK}:q"] }
  - { name: b, service: drs, region: cn-north-4, drs-api: v3, job-ids: [b] }
`
    const { problems } = await planConfig(text, { 'drs-api': 'v5' })
    expect(problems).toEqual([])
  })
})
