import { describe, expect, it } from 'vitest'
import { judge, judgeTask } from '../../src/precheck/judge.ts'
import type { TaskResult } from '../../src/precheck/model.ts'
import type { FailOn } from '../../src/precheck/verdict.ts'
import { findingsIn, type Waiver } from '../../src/precheck/waivers.ts'
import { HERE, problem, target, task } from './judge-builders.ts'
import { all, CONFLICTS, failed, LINES, WAIVED } from './judge-cases.ts'

const reasonOf = (result: TaskResult, failOn: FailOn, waivers: readonly Waiver[]) =>
  judge([target([result])], { failOn, waivers, ...HERE }).reasonCode

describe('one task', () => {
  it.each(LINES)('%s decides', (_, result, reason, failOn, waivers) => {
    expect(reasonOf(result, failOn, waivers)).toBe(reason)
  })

  it.each(CONFLICTS)('takes the first line that fits: %s', (_, result, reason, failOn, waivers) => {
    expect(reasonOf(result, failOn, waivers)).toBe(reason)
  })

  it.each(WAIVED)('a waived item %s', (_, result, reason, failOn, waivers) => {
    expect(reasonOf(result, failOn, waivers)).toBe(reason)
  })

  it('is partial when there are items but the run was cut off', () => {
    const partial = (result: TaskResult) =>
      judgeTask(result, findingsIn(result, 'drs', HERE.redact), [], 'failed').partial
    expect(partial(task([failed], { problem: problem('timed-out') }))).toBe(true)
    expect(partial(task([], { problem: problem('timed-out') }))).toBe(false)
    expect(partial(task([failed]))).toBe(false)
  })

  it('keeps all that was learned and adds note, outcome and reason', () => {
    const judged = judgeTask(task([failed]), findingsIn(task([failed]), 'drs', HERE.redact), all, 'failed')
    const note = { reason: 'known', owner: 'dba', expires: '2026-12-31' }
    expect(judged).toEqual({
      ...task([failed]),
      items: [{ ...failed, fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/), waiver: note }],
      outcome: 'passed',
      reasonCode: 'passed-with-waivers',
      partial: false,
    })
  })

  it('does not change what it is given', () => {
    const input = Object.freeze([target([task([Object.freeze(failed)])])])
    const before = structuredClone(input)
    judge(input, { failOn: 'failed', waivers: all, ...HERE })
    expect(input).toEqual(before)
  })
})
