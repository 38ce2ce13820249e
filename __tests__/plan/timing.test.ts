import { describe, expect, it } from 'vitest'
import { DDM, DRS, OMS, planConfig, planWith, TASK, type Values } from './planning.ts'

const doNotFit = (seconds: number, timeout: number) =>
  `settle-seconds: ${seconds} s do not fit into timeout-minutes (${timeout} s), so a result that could be old or incomplete can not count`

describe('settle-seconds', () => {
  it.each<[string, Values, string]>([
    ['DRS', { ...DRS, 'timeout-minutes': '1', 'settle-seconds': '60' }, doNotFit(60, 60)],
    ['DRS', { ...DRS, 'timeout-minutes': '0.07', 'settle-seconds': '4.3' }, doNotFit(4.3, 4.2)],
    ['DRS', { ...DRS, 'timeout-minutes': '1.1', 'settle-seconds': '99' }, doNotFit(99, 66)],
    ['DDM', { ...DDM, 'settle-seconds': '1800' }, doNotFit(1800, 1800)],
  ])('that does not fit into the time is an error when it is set (%s)', async (_, values, expected) => {
    const { problems, warnings } = await planWith(values)
    expect([problems, warnings]).toEqual([[expected], []])
  })

  it.each<[string, Values, string]>([
    ['DRS', { ...DRS, 'timeout-minutes': '2' }, doNotFit(120, 120)],
    ['DDM', { ...DDM, 'timeout-minutes': '1' }, doNotFit(60, 60)],
    [
      'DDM query',
      { ...DDM, mode: 'query', request: '', 'job-ids': 'j', 'timeout-minutes': '1' },
      doNotFit(60, 60),
    ],
  ])('that does not fit is a warning when it is auto (%s)', async (_, values, expected) => {
    const { problems, warnings } = await planWith(values)
    expect([problems, warnings]).toEqual([[], [expected]])
  })

  it.each<[string, Values]>([
    ['it fits just so', { ...DRS, 'timeout-minutes': '1', 'settle-seconds': '59.9' }],
    ['auto fits just so', { ...DDM, 'timeout-minutes': '1.01' }],
    ['nothing has to settle: DRS query', { ...DRS, mode: 'query', 'timeout-minutes': '0.1' }],
    ['nothing has to settle: OMS', { ...OMS, 'timeout-minutes': '0.1' }],
  ])('says nothing where %s', async (_, values) => {
    const { problems, warnings } = await planWith(values)
    expect([problems, warnings]).toEqual([[], []])
  })

  it('is measured by the target that needs most', async () => {
    const text = `version: 1
targets:
  - { name: a, service: drs, region: cn-north-4, job-ids: [${TASK}] }
  - { name: b, service: ddm, region: cn-north-4, instance-id: i, database: d, request: {} }
`
    expect((await planConfig(text, { 'timeout-minutes': '2' })).warnings).toEqual([doNotFit(120, 120)])
    expect((await planConfig(text, { 'timeout-minutes': '2.1' })).warnings).toEqual([])
  })
})

describe('poll-interval-seconds', () => {
  it('becomes milliseconds, and null for the adaptive schedule', async () => {
    const { plan } = await planWith({ ...DRS, 'poll-interval-seconds': '0.1' })
    expect(plan?.pollIntervalMs).toBe(100)
    expect((await planWith(DRS)).plan?.pollIntervalMs).toBeNull()
  })
})

describe('timeout-minutes', () => {
  it('may have decimals', async () => {
    const { report } = await planWith({ ...DRS, 'timeout-minutes': '0.25' })
    expect(report.timeoutMs).toBe(15_000)
  })
})
