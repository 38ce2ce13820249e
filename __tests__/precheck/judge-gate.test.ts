import { describe, expect, it } from 'vitest'
import { countItems, gateReason, judge, verdictWithoutTargets } from '../../src/precheck/judge.ts'
import { REASONS } from '../../src/precheck/model.ts'
import { HERE, problem, TODAY, target, task } from './judge-builders.ts'
import {
  type Case,
  CONFLICTS,
  failed,
  LINES,
  line,
  passed,
  pending,
  skipped,
  unknown,
  warning,
} from './judge-cases.ts'

describe('the gate', () => {
  const policy = { failOn: 'failed', waivers: [], ...HERE } as const

  it('is failed before inconclusive before passed', () => {
    expect(gateReason(['all-passed', 'timed-out', 'warnings-not-allowed'])).toBe('warnings-not-allowed')
    expect(gateReason(['all-passed', 'not-verified'])).toBe('not-verified')
    expect(gateReason(['all-passed', 'passed-with-warnings', 'passed-with-waivers'])).toBe(
      'passed-with-waivers',
    )
  })

  it('gives the reason that stands first in the table for every pair of one decision', () => {
    for (const [index, [first, its]] of REASONS.entries()) {
      for (const [second, others] of REASONS.slice(index)) {
        if (its === others) expect(gateReason([second, first])).toBe(first)
      }
    }
  })

  it.each([
    ['no target', []],
    ['a target without tasks', [target([])]],
    ['a target without tasks beside one that passed', [target([task([passed])]), target([])]],
  ])('never passes with %s', (_, targets) => {
    expect(judge(targets, policy)).toMatchObject({ decision: 'inconclusive', reasonCode: 'not-verified' })
  })

  it('is failed when a task is, whatever the others say', () => {
    const targets = [
      target([]),
      target([task([passed]), task([], { problem: problem('not-found') }), task([failed])]),
    ]
    expect(judge(targets, policy)).toMatchObject({ decision: 'failed', reasonCode: 'checks-failed' })
  })

  it('under fail-on: never decides as under failed, but is not enforced', () => {
    for (const [, result] of [...LINES, ...CONFLICTS]) {
      const reported = judge([target([result])], { ...policy, failOn: 'never' })
      const enforced = judge([target([result])], policy)
      expect(reported).toEqual({ ...enforced, enforced: false, failOn: 'never' })
      expect(enforced.enforced).toBe(true)
    }
  })

  it('without targets is inconclusive for the given reason, with empty counts', () => {
    expect(verdictWithoutTargets('policy-unavailable', 'warning')).toEqual({
      decision: 'inconclusive',
      reasonCode: 'policy-unavailable',
      enforced: true,
      failOn: 'warning',
      counts: { total: 0, passed: 0, warning: 0, failed: 0, waived: 0, unknown: 0 },
      targets: [],
      waivers: { applied: 0, expired: [], unused: [], missed: [] },
    })
    expect(verdictWithoutTargets('invalid-input', 'never').enforced).toBe(false)
  })

  it('can give every reason in the table, each with the decision that stands beside it', () => {
    const codes = REASONS.flatMap(([code, decision]) => (decision === 'inconclusive' ? [code] : []))
    const problems: readonly Case[] = codes.map(code =>
      line(code, task([], { problem: problem(code) }), code),
    )
    const given = new Map<string, string>()
    for (const [, result, , failOn, waivers] of [...LINES, ...problems]) {
      const verdict = judge([target([result])], {
        failOn,
        waivers,
        ...HERE,
      })
      given.set(verdict.reasonCode, verdict.decision)
    }
    // That one is given by `judgeValidation` alone.
    const others = REASONS.filter(([code]) => code !== 'validated')
    expect(given).toEqual(new Map(others))
  })
})

describe('the counts', () => {
  it('put each item into one group: waived first, skipped with warnings, pending with unknown', () => {
    const note = { reason: 'r', owner: 'o', expires: TODAY }
    const items = [passed, warning, skipped, failed, failed, pending, unknown]
    const plain = items.map(one => ({ ...one, waiver: null }))
    expect(countItems([...plain, { ...failed, waiver: note }, { ...skipped, waiver: note }])).toEqual({
      total: 9,
      passed: 1,
      warning: 2,
      failed: 2,
      waived: 2,
      unknown: 2,
    })
  })

  it('run over all tasks of all targets', () => {
    const targets = [target([task([passed]), task([failed])]), target([task([warning])])]
    const { counts } = judge(targets, { failOn: 'failed', waivers: [], ...HERE })
    expect(counts).toEqual({ total: 3, passed: 1, warning: 1, failed: 1, waived: 0, unknown: 0 })
  })
})
