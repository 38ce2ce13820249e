import { describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import {
  finishedWith,
  type GateEnd,
  type GateRun,
  runGate as run,
  saidAs,
  TASK,
  taskOf,
  verdictOf,
} from './harness.ts'
import { onOms } from './sign-in.ts'

/** A result counts only when it is readable and agrees with itself: of two fields that disagree the worse one holds. */

type Task = NonNullable<ScenarioInput['drs']>[number]
type Stage = NonNullable<Task['timeline']>[number]
type Precheck = NonNullable<NonNullable<ScenarioInput['oms']>['prechecks']>[number]
type OmsStage = Precheck['timeline'][number]

const [GREEN = {}] = finishedWith({ item: 'binlog', result: 'PASSED' })
const idOf = (index: number) => `140b5236-88ad-43c8-811c-1268453jc${100 + index}`

/** One gate over a DRS task for each stage, which is the whole run of that task. */
function runStages(stages: readonly Stage[], inputs: GateRun['inputs'] = {}): Promise<GateEnd> {
  const drs = stages.map((stage, index) => ({ id: idOf(index), timeline: [stage] }))
  return run({
    scenario: { drs },
    inputs: { 'job-ids': drs.map(({ id }) => id).join(' '), ...inputs },
  })
}

const reasonsOf = (end: GateEnd, stages: readonly unknown[]) =>
  stages.map((_, index) => taskOf(end, idOf(index)).reasonCode)

describe.concurrent("DRS's overall result", () => {
  const everywhere = (stages: readonly Stage[], reason: string) => stages.map(() => reason)

  it('is not verified when the one field is positive and the other cannot be read', async () => {
    const results = ['FAILED', 'no', 0, -1, {}, 'maybe', 1, []]
    const rates = ['99,5%', '-1', '101%', '50 percent', 'NaN', 'all', true, {}]
    const stages = [
      ...results.map(result => ({ ...GREEN, result, total_passed_rate: '100%' })),
      ...rates.map(total_passed_rate => ({ ...GREEN, result: true, total_passed_rate })),
    ]
    const end = await runStages(stages)
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive', reason: 'not-verified' })
    expect(reasonsOf(end, stages)).toEqual(everywhere(stages, 'not-verified'))
  })

  it('is what the other field says when the one is absent, null or empty', async () => {
    const stages: readonly Stage[] = [
      { ...GREEN, result: null, total_passed_rate: '100%' },
      { ...GREEN, result: '', total_passed_rate: 100 },
      { ...GREEN, result: ' True ', total_passed_rate: null },
      { ...GREEN, result: true, total_passed_rate: '' },
      { ...GREEN, result: true, total_passed_rate: '100.0' },
    ]
    expect(reasonsOf(await runStages(stages), stages)).toEqual(everywhere(stages, 'all-passed'))
  })

  it('is the worse of two that disagree', async () => {
    const stages: readonly Stage[] = [
      { ...GREEN, result: false, total_passed_rate: '100%' },
      { ...GREEN, result: true, total_passed_rate: '97.5%' },
    ]
    expect(reasonsOf(await runStages(stages), stages)).toEqual(everywhere(stages, 'checks-failed'))
  })

  it('comes after an item that failed', async () => {
    const failed = finishedWith({ item: 'binlog', result: 'FAILED' })
    const stages = failed.map(stage => ({ ...stage, result: 'maybe', total_passed_rate: '100%' }))
    expect(reasonsOf(await runStages(stages), stages)).toEqual(['checks-failed'])
  })
})

describe.concurrent('an error text beside a DRS result', () => {
  it('is an error without a code too, and the items stay in the report', async () => {
    const timeline = [{ ...GREEN, error_msg: 'The pre-check was aborted.' }]
    const end = await run({ scenario: { drs: [{ id: TASK, timeline }] } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'service-error' })
    expect(taskOf(end).error?.message).toContain('The pre-check was aborted.')
    expect(taskOf(end).items.map(({ id }) => id)).toEqual(['binlog'])
  })
})

describe.concurrent('a DRS item', () => {
  const item = (fields: object): Stage => ({
    process: '100%',
    items: [
      { item: 'other', group: 'g', result: 'PASSED' },
      JSON.parse(JSON.stringify({ item: 'connection', group: 'g', result: 'PASSED', ...fields })),
    ],
    result: true,
    total_passed_rate: '100%',
  })
  const subJob = (fields: object) => item({ failed_sub_jobs: [{ id: '1', name: 'shard 1', ...fields }] })
  const statusOf = (end: GateEnd, index: number) =>
    taskOf(end, idOf(index)).items.find(({ id }) => id === 'connection')?.status

  it('that passed is failed by a sub-job that failed, and unknown by one that nobody knows', async () => {
    const cases = [
      [subJob({ check_result: 'FAILED' }), 'failed', 'checks-failed'],
      [subJob({ check_result: ' failed ' }), 'failed', 'checks-failed'],
      [subJob({ status: 'FAILED' }), 'failed', 'checks-failed'],
      [subJob({ check_result: 'BROKEN' }), 'unknown', 'unknown-status'],
      [subJob({ check_result: 'PASSED' }), 'passed', 'all-passed'],
      [subJob({ check_result: 'ALARM' }), 'passed', 'all-passed'],
      [subJob({}), 'passed', 'all-passed'],
    ] as const
    const stages = cases.map(([stage]) => stage)
    const end = await runStages(stages)
    expect(cases.map((_, index) => statusOf(end, index))).toEqual(cases.map(([, status]) => status))
    expect(reasonsOf(end, stages)).toEqual(cases.map(([, , reason]) => reason))
  })

  it('that was skipped did not run, whatever its result is called', async () => {
    const cases = [
      [item({ is_skipped: true }), 'skipped', 'passed-with-warnings'],
      [item({ is_skipped: 'True' }), 'skipped', 'passed-with-warnings'],
      [item({ is_skipped: true, result: '' }), 'skipped', 'passed-with-warnings'],
      [item({ is_skipped: true, result: 'ALARM' }), 'warning', 'passed-with-warnings'],
      [item({ is_skipped: true, result: 'FAILED' }), 'failed', 'checks-failed'],
      [item({ is_skipped: false }), 'passed', 'all-passed'],
    ] as const
    const stages = cases.map(([stage]) => stage)
    const end = await runStages(stages)
    expect(cases.map((_, index) => statusOf(end, index))).toEqual(cases.map(([, status]) => status))
    expect(reasonsOf(end, stages)).toEqual(cases.map(([, , reason]) => reason))
  })

  it('that was skipped verifies nothing when it is the only one', async () => {
    const items = [{ item: 'connection', group: 'g', result: 'PASSED', is_skipped: true }]
    const timeline = [{ process: '100%', items, result: true, total_passed_rate: '100%' }]
    const end = await run({ scenario: { drs: [{ id: TASK, timeline }] } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'not-verified' })
  })
})

const connect = { name: 'Connection', endpointType: 'SOURCE', role: 'MASTER', checkType: 'RDB_CONNECT' }
const DONE: OmsStage = { status: 'FINISHED', progress: 100, items: [{ ...connect, status: 'PASSED' }] }

/** One gate in mode query over an OMS pre-check for each stage. */
function queryOms(stages: readonly OmsStage[], inputs: GateRun['inputs'] = {}): Promise<GateEnd> {
  const prechecks = stages.map((stage, index) => ({ id: `t_${index}`, timeline: [stage] }))
  const jobIds = prechecks.map(({ id }) => id).join(' ')
  return run(
    onOms({ scenario: { oms: { prechecks } }, inputs: { mode: 'query', 'job-ids': jobIds, ...inputs } }),
  )
}

const omsReasons = (end: GateEnd, stages: readonly unknown[]) =>
  stages.map((_, index) => taskOf(end, `t_${index}`).reasonCode)

describe.concurrent('two status words of one OMS run', () => {
  const both = (preCheckStatus: string, projectStatus: string): OmsStage => ({
    ...DONE,
    raw: { preCheckStatus, projectStatus },
  })

  it('give the worse one, in whatever order they stand', async () => {
    const cases = [
      [both('FINISHED', 'FAILED'), 'checks-failed'],
      [both('FAILED', 'FINISHED'), 'checks-failed'],
      [both('FINISHED', 'SKIPPED'), 'not-verified'],
      [both('SKIPPED', 'FAILED'), 'checks-failed'],
      [both('FINISHED', 'RUNNING'), 'timed-out'],
      [both('INIT', 'SKIPPED'), 'not-verified'],
      [both('FINISHED', 'finished'), 'all-passed'],
    ] as const
    const stages = cases.map(([stage]) => stage)
    const end = await queryOms(stages, { 'timeout-minutes': '0.03' })
    expect(omsReasons(end, stages)).toEqual(cases.map(([, reason]) => reason))
  })

  it('never pass where one of them is unknown, which holds beside FINISHED too', async () => {
    const stages = [both('FINISHED', 'STOPPED'), both('STOPPED', 'SKIPPED')]
    const end = await queryOms(stages, { 'timeout-minutes': '0.1' })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive' })
    expect(omsReasons(end, stages)).toEqual(['unknown-status', 'unknown-status'])
  })
})

describe.concurrent('success: true in an OMS answer', () => {
  it('is an error beside a code or an error detail with content', async () => {
    const stages: readonly OmsStage[] = [
      { ...DONE, envelope: { code: 'GHANA-OPERAT000123' } },
      { ...DONE, envelope: { errorDetail: { code: 'X', message: 'The run was lost.' } } },
      { ...DONE, envelope: { errorDetail: { message: 'The run was lost.' } } },
    ]
    const end = await queryOms(stages)
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'service-error' })
    expect(omsReasons(end, stages)).toEqual(['service-error', 'service-error', 'service-error'])
    expect(taskOf(end, 't_2').error?.message).toContain('The run was lost.')
  })

  it('is a success beside a word of success, a message or an advice', async () => {
    const stages: readonly OmsStage[] = [
      ...['SUCCESS', 'ok', '0', '200', '', null].map(code => ({ ...DONE, envelope: { code } })),
      { ...DONE, envelope: { message: 'All well.', advice: 'None.' } },
      { ...DONE, envelope: { errorDetail: {} } },
    ]
    const end = await queryOms(stages)
    expect(omsReasons(end, stages)).toEqual(stages.map(() => 'all-passed'))
  })

  it('is an invalid response where items are missing of those that it counts', async () => {
    const stages: readonly OmsStage[] = [
      { ...DONE, envelope: { totalCount: 50 } },
      { ...DONE, envelope: { totalCount: 1 } },
      { ...DONE, envelope: { totalCount: 0 } },
    ]
    const end = await queryOms(stages, { 'timeout-minutes': '0.03' })
    expect(omsReasons(end, stages)).toEqual(['invalid-response', 'all-passed', 'all-passed'])
    expect(saidAs('error', end)).toContain('t_0')
  })
})

describe.concurrent('a read under way at the deadline', () => {
  const scenario = (ms: number): ScenarioInput => ({
    drs: [{ id: TASK, earlier: { timeline: [{ process: '50%', items: [] }] } }],
    rules: [{ when: { operation: 'drs.result' }, fault: { kind: 'delay', ms } }],
  })
  const query = { mode: 'query', 'settle-seconds': '', 'timeout-minutes': '0.04' }

  it('of a slow service that has answered every read before is no failure of the service', async () => {
    const end = await run({ scenario: scenario(1_000), inputs: query })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive', reason: 'timed-out' })
    expect(taskOf(end)).toMatchObject({ progress: 50 })
    expect(taskOf(end).error?.advice).not.toMatch(/service is up/i)
  })
})
