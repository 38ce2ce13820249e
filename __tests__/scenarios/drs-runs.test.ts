import { describe, expect, it } from 'vitest'
import { findScenario } from '../../simulator/scenario/scenario.ts'
import {
  annotationsOf,
  operationsOf,
  runGate,
  SECOND_TASK,
  soon,
  TASK,
  THIRD_TASK,
  taskOf,
  verdictOf,
} from './harness.ts'

const RUNNING = '3d90b7f2-0c4e-4b18-9a65-e81f04cjb103'
const OTHER_ID = '58e4c1a9-b06f-4d27-8f93-c2d7610jb104'

describe.concurrent('an earlier result that is still served after the start', () => {
  it('is not taken for the new one, however green', async () => {
    const end = await runGate({ scenario: findScenario('old-result'), inputs: { 'settle-seconds': '20' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'checks-failed' })
    expect(taskOf(end)).toMatchObject({ outcome: 'failed', freshness: 'new' })
  })

  it('counts as assumed, with a warning, when nothing changes for settle-seconds and five polls', async () => {
    const scenario = findScenario('old-result')
    const end = await runGate({ scenario, inputs: { 'job-ids': THIRD_TASK } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(taskOf(end, THIRD_TASK).freshness).toBe('assumed')
    expect(end.report.polls).toBeGreaterThanOrEqual(5)
    const warnings = annotationsOf(end).filter(({ level }) => level === 'warning')
    expect(warnings.map(({ message }) => message).join('\n')).toContain(THIRD_TASK)
    expect(end.summary).toMatch(/assumed/)
  })

  it('ends the task as timed out when the deadline comes before it has proved itself', async () => {
    const end = await runGate({
      scenario: findScenario('old-result'),
      // Five polls do not fit into the time.
      inputs: { 'job-ids': THIRD_TASK, 'poll-interval-seconds': '1', 'timeout-minutes': '0.06' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive', reason: 'timed-out' })
    expect(taskOf(end, THIRD_TASK)).toMatchObject({ freshness: null, items: [] })
  })

  it('is waited for while it is still going, and only then the new one is started', async () => {
    const goingForMs = 3_500
    const earlier = {
      timeline: [
        { at: 0, process: '50%', payload: 'drs-mysql' as const, done: 20 },
        { at: goingForMs, payload: 'drs-mysql' as const },
      ],
    }
    const begun = Date.now()
    const end = await runGate({
      scenario: { drs: [{ id: TASK, earlier, timeline: soon('drs-mysql') }] },
      inputs: { 'timeout-minutes': '1' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    const start = end.requests.find(({ operation }) => operation === 'drs.start')
    expect(start?.at).toBeGreaterThanOrEqual(begun + goingForMs)
  })

  it('counts as it is in mode query, which starts nothing', async () => {
    const scenario = findScenario('old-result')
    const end = await runGate({
      scenario,
      inputs: { 'job-ids': THIRD_TASK, mode: 'query', 'settle-seconds': '' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(operationsOf(end)).toEqual(['drs.result'])
    expect(taskOf(end, THIRD_TASK).freshness).toBe('as-found')
    expect(end.report.targets[0]?.mode).toBe('query')
  })
})

describe.concurrent('a start', () => {
  it('that is refused for one task leaves the others alone, with code and text in the report', async () => {
    const scenario = {
      drs: [...findScenario('refusals').drs.slice(0, 1), { id: SECOND_TASK, timeline: soon('drs-dds') }],
    }
    const end = await runGate({ scenario, inputs: { 'job-ids': `${TASK}\n${SECOND_TASK}` } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive', reason: 'start-refused' })
    expect(taskOf(end, SECOND_TASK)).toMatchObject({ outcome: 'passed', reasonCode: 'passed-with-warnings' })
    const { error } = taskOf(end, TASK)
    expect(error).toMatchObject({ code: 'DRS.M00304' })
    expect(error?.message).toContain('This operation is not allowed in the current task status.')
    expect(error?.advice).not.toBeNull()
    expect(end.summary).toContain('DRS.M00304')
  })

  it('that came too soon is tried again', async () => {
    const scenario = { drs: findScenario('refusals').drs.slice(1, 2) }
    const end = await runGate({ scenario, inputs: { 'job-ids': SECOND_TASK } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'passed-with-warnings' })
    expect(end.counts['drs.start']).toBe(3)
    expect(taskOf(end, SECOND_TASK).precheckId).toBe('0f2d6b7c-9e31-4a58-b7c4-5a1d83ejb109')
  })

  it('whose answer says nothing of the task is followed all the same', async () => {
    const scenario = { drs: findScenario('refusals').drs.slice(3, 4) }
    const end = await runGate({ scenario, inputs: { 'job-ids': RUNNING } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(end.counts['drs.start']).toBe(1)
  })

  it('may give another pre-check id than the task has', async () => {
    const scenario = { drs: findScenario('refusals').drs.slice(4, 5) }
    const end = await runGate({ scenario, inputs: { 'job-ids': OTHER_ID } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(taskOf(end, OTHER_ID).precheckId).toBe('b7d1f3a5-2c86-4e09-a17b-904ef6ajb104')
  })

  it('with one bad id among ten blames that one only', async () => {
    const ids = Array.from({ length: 9 }, (_, index) => `140b5236-88ad-43c8-811c-1268453jb10${index}`)
    const scenario = {
      drs: [
        ...ids.map(id => ({ id, timeline: soon('drs-mysql') })),
        ...findScenario('refusals').drs.slice(2, 3),
      ],
    }
    const end = await runGate({ scenario, inputs: { 'job-ids': [...ids, THIRD_TASK].join(' ') } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive', reason: 'start-refused' })
    expect(ids.map(id => taskOf(end, id).outcome)).toEqual(ids.map(() => 'passed'))
    expect(taskOf(end, THIRD_TASK).error).toMatchObject({ code: 'DRS.M00308', httpStatus: 400 })
    expect(end.counts['drs.start']).toBe(11)
  })

  it('asks for the pre-check mode of the input', async () => {
    const scenario = { drs: [{ id: TASK, acceptsMode: 'forRetryJob' as const, timeline: soon('drs-mysql') }] }
    const accepted = await runGate({ scenario, inputs: { 'precheck-mode': 'forRetryJob' } })
    const refused = await runGate({ scenario })
    expect(verdictOf(accepted)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(verdictOf(refused)).toMatchObject({ exitCode: 1, reason: 'start-refused' })
  })

  it('takes eleven tasks in two calls', async () => {
    const ids = Array.from({ length: 11 }, (_, index) => `140b5236-88ad-43c8-811c-1268453jc${index + 100}`)
    const scenario = { drs: ids.map(id => ({ id, timeline: soon('drs-dds') })) }
    const end = await runGate({ scenario, inputs: { 'job-ids': ids.join(',') } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'passed-with-warnings' })
    expect(end.counts['drs.start']).toBe(2)
    expect(end.outputs['total-count']).toBe(String(11 * 27))
  })
})
