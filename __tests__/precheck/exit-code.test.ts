import { describe, expect, it } from 'vitest'
import { exitCodeOf, failsStep } from '../../src/precheck/verdict.ts'

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

describe('the exit code', () => {
  const passed = { decision: 'passed', reasonCode: 'all-passed', enforced: false } as const
  const nothingLost = { cutOff: false, statusLost: false, outputsLost: false }

  it('is that of the decision where nothing else happened', () => {
    expect(exitCodeOf(passed, nothingLost)).toBe(0)
    const failed = { decision: 'failed', reasonCode: 'checks-failed', enforced: true } as const
    expect(exitCodeOf(failed, nothingLost)).toBe(1)
    expect(exitCodeOf({ ...failed, enforced: false }, nothingLost)).toBe(0)
  })

  it.each(['cutOff', 'statusLost', 'outputsLost'])('is 1 by %s alone, whatever was decided', what => {
    expect(exitCodeOf(passed, { ...nothingLost, [what]: true })).toBe(1)
  })
})
