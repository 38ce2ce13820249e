import { describe, expect, it } from 'vitest'
import { findScenario } from '../../simulator/scenario/scenario.ts'
import {
  finishedWith,
  operationsOf,
  runGate,
  SECOND_TASK,
  soon,
  TASK,
  THIRD_TASK,
  taskOf,
  verdictOf,
} from './harness.ts'

const allPassed = { drs: [{ id: TASK, timeline: soon('drs-mysql') }] }
const warned = { drs: [{ id: TASK, timeline: soon('drs-dds') }] }
const failed = { drs: [{ id: TASK, timeline: soon('drs-mysql-failed') }] }

describe.concurrent('a DRS gate', () => {
  it('passes when every check item passed', async () => {
    const end = await runGate({ scenario: allPassed })
    expect(verdictOf(end)).toEqual({
      exitCode: 0,
      decision: 'passed',
      reason: 'all-passed',
      enforced: true,
    })
    expect(end.outputs).toMatchObject({ 'total-count': '39', 'passed-count': '39', 'failed-items': '[]' })
    expect(JSON.parse(end.outputs['precheck-ids'] ?? '')).toEqual({ drs: { [TASK]: TASK } })
    expect(taskOf(end)).toMatchObject({ outcome: 'passed', progress: 100, partial: false, freshness: 'new' })
  })

  it('reads twice, starts, then reads until the task is at 100 %', async () => {
    const end = await runGate({ scenario: allPassed })
    const [first, second, third, ...rest] = operationsOf(end)
    expect([first, second, third]).toEqual(['drs.result', 'drs.result', 'drs.start'])
    expect(rest.length).toBeGreaterThanOrEqual(3)
    expect(new Set(rest)).toEqual(new Set(['drs.result']))
    expect(end.report).toMatchObject({ requests: rest.length + 3, polls: rest.length })
  })

  it('passes with warnings when a check item gave an alarm', async () => {
    const end = await runGate({ scenario: warned })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'passed-with-warnings' })
    expect(end.outputs).toMatchObject({ 'total-count': '27', 'warning-count': '2', 'failed-items': '[]' })
  })

  it('fails when a check item failed, and names the failed items', async () => {
    const end = await runGate({ scenario: failed })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'failed', reason: 'checks-failed' })
    const items = [
      'srcDbBinlogIsOff',
      'srcDbPrivilegesIsEnoughForIncre',
      'dstDbConnection',
      'srcGtidStatusCheck',
    ]
    expect(JSON.parse(end.outputs['failed-items'] ?? '')).toEqual(
      items.map(item => ({ target: 'drs', task: TASK, item, status: 'failed' })),
    )
  })

  it('fails on a warning under fail-on: warning, and names it', async () => {
    const end = await runGate({ scenario: warned, inputs: { 'fail-on': 'warning' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'failed', reason: 'warnings-not-allowed' })
    expect(JSON.parse(end.outputs['failed-items'] ?? '')).toEqual(
      ['srcCollHasTtlIndex', 'srcShardKeyConfiguration'].map(item => ({
        target: 'drs',
        task: TASK,
        item,
        status: 'warning',
      })),
    )
  })

  it('reports a failed pre-check under fail-on: never, but lets the step pass', async () => {
    const end = await runGate({ scenario: failed, inputs: { 'fail-on': 'never' } })
    expect(verdictOf(end)).toEqual({
      exitCode: 0,
      decision: 'failed',
      reason: 'checks-failed',
      enforced: false,
    })
    expect(end.summary).toContain('does not fail the step')
  })

  it('reports an inconclusive pre-check under fail-on: never, but lets the step pass', async () => {
    const end = await runGate({ scenario: {}, inputs: { 'fail-on': 'never' } })
    expect(verdictOf(end)).toEqual({
      exitCode: 0,
      decision: 'inconclusive',
      reason: 'not-found',
      enforced: false,
    })
  })

  it('fails the step on wrong inputs under fail-on: never too', async () => {
    const end = await runGate({ inputs: { 'fail-on': 'never', 'job-ids': '' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
  })

  it('shows one passed, one warned and one failed task of the demo beside each other', async () => {
    const end = await runGate({
      scenario: findScenario('demo-drs'),
      inputs: { 'job-ids': `${TASK}, ${SECOND_TASK} ${THIRD_TASK}` },
    })
    const outcomes = [TASK, SECOND_TASK, THIRD_TASK].map(id => taskOf(end, id).reasonCode)
    expect(outcomes).toEqual(['all-passed', 'passed-with-warnings', 'checks-failed'])
    expect(end.counts['drs.start']).toBe(1)
    expect(end.outputs).toMatchObject({ 'total-count': '106', 'failed-count': '4', 'warning-count': '3' })
  })
})

describe.concurrent('a DRS gate never passes', () => {
  it('when endpoint has a path too many, and says what a right one would be', async () => {
    const end = await runGate({ around: ({ url }) => ({ inputs: { endpoint: `${url}/drs` } }) })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive', reason: 'not-found' })
    expect(taskOf(end).error).toMatchObject({
      code: 'APIGW.0101',
      advice: expect.stringMatching(
        /^There is no such API at (http:.*)\/drs\/v3\/.*: check endpoint\. .*that would be \1\.$/,
      ),
    })
  })

  it('when the task has no check item', async () => {
    const end = await runGate({
      scenario: { drs: [{ id: TASK, timeline: [{ process: '100%', items: [] }] }] },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive', reason: 'no-check-items' })
  })

  it('when an item has a status that this version does not know', async () => {
    const timeline = finishedWith({ item: 'a', result: 'PASSED' }, { item: 'b', result: 'IGNORED' })
    const end = await runGate({ scenario: { drs: [{ id: TASK, timeline }] } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'unknown-status' })
    expect(end.outputs).toMatchObject({ 'unknown-count': '1', 'passed-count': '1' })
  })

  it("when the service's overall result is negative although no item failed", async () => {
    const timeline = [{ payload: 'drs-mysql' as const, result: false }]
    const end = await runGate({ scenario: { drs: [{ id: TASK, timeline }] } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'failed', reason: 'checks-failed' })
  })

  it('when the overall result is missing', async () => {
    const timeline = [{ payload: 'drs-mysql' as const, absent: ['result', 'total_passed_rate'] }]
    const end = await runGate({ scenario: { drs: [{ id: TASK, timeline }] } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'not-verified' })
  })

  it('when one task of several is inconclusive', async () => {
    const end = await runGate({ scenario: allPassed, inputs: { 'job-ids': `${TASK} ${SECOND_TASK}` } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive', reason: 'not-found' })
    expect(taskOf(end, TASK).outcome).toBe('passed')
    expect(taskOf(end, SECOND_TASK)).toMatchObject({ outcome: 'inconclusive', reasonCode: 'not-found' })
  })
})
