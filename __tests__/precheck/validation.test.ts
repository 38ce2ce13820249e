import { describe, expect, it } from 'vitest'
import { statusOf } from '../../src/github/status.ts'
import { gateReason } from '../../src/precheck/judge.ts'
import { type InconclusiveReason, ownProblem, type Problem, REASONS } from '../../src/precheck/model.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { judgeValidation, type ValidatedTarget } from '../../src/precheck/validation.ts'
import { FAIL_ON, stepResultOf } from '../../src/precheck/verdict.ts'

const TODAY = '2026-06-30'
const NOTHING_ELSE = { cutOff: null, statusLost: false, outputsLost: false }

const problem = (reason: InconclusiveReason) => ownProblem(reason, verbatim('m'), null)
const target = (...problems: readonly (Problem | null)[]): ValidatedTarget => ({
  name: 'orders',
  service: 'any',
  endpoint: 'https://example.com',
  tasks: problems.map((one, index) => ({ task: { id: `t${index}`, label: null }, problem: one })),
})
const policy = { failOn: 'failed', waivers: [], today: TODAY, redact: (text: string) => text } as const

describe('the verdict of a validation', () => {
  it('is validated where nothing speaks against any task, and holds nothing that could be a result', () => {
    const verdict = judgeValidation([target(null, null), target(null)], policy)
    expect(verdict).toMatchObject({ decision: 'validated', reasonCode: 'validated', counts: { total: 0 } })
    for (const { mode, tasks } of verdict.targets) {
      expect(mode).toBe('validate')
      for (const task of tasks)
        expect(task).toMatchObject({ outcome: 'validated', items: [], freshness: null, partial: false })
    }
  })

  it.each(REASONS.flatMap(([code, decision]) => (decision === 'inconclusive' ? [code] : [])))(
    'is inconclusive by %s of one task alone',
    code => {
      const verdict = judgeValidation([target(null), target(null, problem(code))], policy)
      expect(verdict).toMatchObject({ decision: 'inconclusive', reasonCode: code })
      expect(verdict.targets.map(({ tasks }) => tasks.map(({ outcome }) => outcome))).toEqual([
        ['validated'],
        ['validated', 'inconclusive'],
      ])
    },
  )

  it.each([[[]], [[target()]], [[target(null), target()]]])(
    'is not-verified where there is nothing to look at: %j',
    targets => {
      expect(judgeValidation(targets, policy).reasonCode).toBe('not-verified')
    },
  )

  it.each(FAIL_ON)('leaves the step alone under fail-on %s, unless a signal ended it', failOn => {
    const verdict = judgeValidation([target(null)], { ...policy, failOn })
    expect(stepResultOf(verdict, NOTHING_ELSE)).toBe('ok')
    expect(stepResultOf(verdict, { ...NOTHING_ELSE, cutOff: 'signal' })).toBe('signal')
  })

  it('says of waivers that they have expired, and not that they matched nothing', () => {
    const waiver = (item: string, expires: string) => ({
      item,
      status: 'warning' as const,
      failedReason: null,
      fingerprints: null,
      service: null,
      task: null,
      reason: 'r',
      owner: 'o',
      expires,
    })
    const waivers = [waiver('old', '2026-06-29'), waiver('good', TODAY)]
    const { waivers: use } = judgeValidation([target(null)], { ...policy, waivers })
    expect(use).toMatchObject({ applied: 0, expired: [{ item: 'old' }], unused: [] })
  })
})

describe('what is validated is no pass', () => {
  it('beside one', () => {
    expect(gateReason(['all-passed', 'validated', 'passed-with-waivers'])).toBe('validated')
    expect(gateReason(['validated', 'not-verified'])).toBe('not-verified')
  })

  it('as a commit status', () => {
    const gate = { decision: 'validated', reasonCode: 'validated', language: 'en-us' } as const
    expect(statusOf({ gate, targets: [] }, 'orders', null).state).toBe('error')
  })
})
