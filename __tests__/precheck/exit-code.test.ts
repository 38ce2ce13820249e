import { describe, expect, it } from 'vitest'
import {
  ACTION_EXIT_CODES,
  COMMAND_EXIT_CODES,
  failsStep,
  type StepEnd,
  stepResultOf,
  type Verdict,
} from '../../src/precheck/verdict.ts'

describe('failsStep', () => {
  const gate = { enforced: false } as const

  it('lets a gate that only reports pass, but not a wrong input or a signal', () => {
    expect(failsStep({ ...gate, decision: 'failed', reasonCode: 'checks-failed' })).toBe(false)
    expect(failsStep({ ...gate, decision: 'inconclusive', reasonCode: 'timed-out' })).toBe(false)
    expect(failsStep({ ...gate, decision: 'inconclusive', reasonCode: 'invalid-input' })).toBe(true)
    expect(failsStep({ ...gate, decision: 'inconclusive', reasonCode: 'cancelled' })).toBe(true)
  })

  it('fails whatever is not passed when enforced', () => {
    const enforced = { ...gate, enforced: true }
    expect(failsStep({ ...enforced, decision: 'inconclusive', reasonCode: 'timed-out' })).toBe(true)
    expect(failsStep({ ...enforced, decision: 'passed', reasonCode: 'all-passed' })).toBe(false)
  })
})

describe('the exit code of the action', () => {
  const exitCodeOf = (...given: Parameters<typeof stepResultOf>) => ACTION_EXIT_CODES[stepResultOf(...given)]
  const passed = { decision: 'passed', reasonCode: 'all-passed', enforced: false } as const
  const nothingLost: StepEnd = { cutOff: null, statusLost: false, outputsLost: false }

  it('is that of the decision where nothing else happened', () => {
    expect(exitCodeOf(passed, nothingLost)).toBe(0)
    const failed = { decision: 'failed', reasonCode: 'checks-failed', enforced: true } as const
    expect(exitCodeOf(failed, nothingLost)).toBe(1)
    expect(exitCodeOf({ ...failed, enforced: false }, nothingLost)).toBe(0)
  })

  it.each<Partial<StepEnd>>([
    { cutOff: 'signal' },
    { cutOff: 'crash' },
    { statusLost: true },
    { outputsLost: true },
  ])('is 1 by %j alone, whatever was decided', what => {
    expect(exitCodeOf(passed, { ...nothingLost, ...what })).toBe(1)
  })
})

describe('the exit code of the command', () => {
  type Decided = Pick<Verdict, 'decision' | 'reasonCode' | 'enforced'>
  const nothingElse: StepEnd = { cutOff: null, statusLost: false, outputsLost: false }
  const of = (
    decision: Decided['decision'],
    reasonCode: Decided['reasonCode'],
    enforced = true,
  ): Decided => ({
    decision,
    reasonCode,
    enforced,
  })
  const ends: readonly (readonly [code: number, verdict: Decided, end: Partial<StepEnd>])[] = [
    [0, of('passed', 'passed-with-waivers'), {}],
    [1, of('failed', 'checks-failed'), {}],
    [1, of('failed', 'warnings-not-allowed'), {}],
    [2, of('inconclusive', 'invalid-input'), {}],
    [3, of('inconclusive', 'timed-out'), {}],
    [3, of('inconclusive', 'policy-unavailable'), {}],
    // what is only reported
    [0, of('failed', 'checks-failed', false), {}],
    [0, of('inconclusive', 'timed-out', false), {}],
    [2, of('inconclusive', 'invalid-input', false), {}],
    // a signal, whatever was found before it
    [4, of('passed', 'all-passed'), { cutOff: 'signal' }],
    [4, of('failed', 'checks-failed'), { cutOff: 'signal' }],
    [4, of('inconclusive', 'cancelled', false), { cutOff: 'signal' }],
    [4, of('inconclusive', 'invalid-input'), { cutOff: 'signal' }],
    // what failed besides
    [3, of('passed', 'all-passed'), { cutOff: 'crash' }],
    [3, of('failed', 'checks-failed', false), { cutOff: 'crash' }],
    [1, of('failed', 'checks-failed'), { cutOff: 'crash' }],
    [3, of('passed', 'all-passed'), { outputsLost: true }],
    [3, of('passed', 'all-passed'), { statusLost: true }],
  ]

  it.each(ends)('is %i for %j with %j', (code, verdict, end) => {
    expect(COMMAND_EXIT_CODES[stepResultOf(verdict, { ...nothingElse, ...end })]).toBe(code)
  })
})
