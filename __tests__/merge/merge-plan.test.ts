import { describe, expect, it } from 'vitest'
import { planMerge } from '../../src/merge/merge-plan.ts'
import { Inputs, mergeInputNames } from '../../src/plan/inputs.ts'
import { InputProblems } from '../../src/plan/problems.ts'
import { inBothLanguages } from './in-both-languages.ts'
import { RUN } from './legs-of-a-run.ts'

const GOOD = { reports: 'legs, more/report.json', expected: '["orders", "billing"]' }

function plan(given: Readonly<Record<string, string>>, run: typeof RUN | null = RUN) {
  const values: Readonly<Record<string, string>> = { ...GOOD, ...given }
  const problems = new InputProblems()
  const inputs = new Inputs(name => values[name] ?? '', mergeInputNames())
  return {
    plan: planMerge(inputs, run, problems),
    problems: problems.all.map(inBothLanguages),
  }
}

describe('the plan of a merge', () => {
  it('is what the inputs say', () => {
    expect(plan({})).toEqual({
      plan: {
        reports: ['legs', 'more/report.json'],
        expected: ['orders', 'billing'],
        run: RUN,
        anyRun: false,
        maxAgeMs: null,
        legsResult: null,
      },
      problems: [],
    })
    const more = { 'any-run': 'true', 'max-age-minutes': '1.5', 'legs-result': 'failure', 'fail-on': 'never' }
    expect(plan(more, null)).toMatchObject({
      plan: { run: null, anyRun: true, maxAgeMs: 90_000, legsResult: 'failure' },
      problems: [],
    })
  })

  it.each([
    ['reports', { reports: '' }, 'reports: missing; allowed: the path of a file or folder'],
    ['a path', { reports: '["legs", "a\\u0000b"]' }, 'reports: "a\\u0000b" (character 2 is U+0000'],
    ['expected', { expected: '' }, 'expected: missing; allowed: 1 to 64 letters'],
    ['a list that is none', { expected: '[orders' }, 'expected: begins like a JSON array'],
    ['an expected name', { expected: 'or/ders' }, 'expected: "or/ders" is not valid'],
    ['a name that is there twice', { expected: 'orders orders' }, 'expected: "orders" stands there twice'],
    ['max-age-minutes', { 'max-age-minutes': '0' }, 'max-age-minutes: "0" is not valid; allowed: over 0'],
    ['max-age-minutes in words', { 'max-age-minutes': 'an hour' }, 'max-age-minutes: "an hour" is not valid'],
    ['any-run', { 'any-run': 'yes' }, 'any-run: "yes" is not valid; allowed: true or false'],
    [
      'legs-result',
      { 'legs-result': 'ok' },
      'legs-result: "ok" is not valid; allowed: success, failure, cancelled or skipped',
    ],
    [
      'fail-on',
      { 'fail-on': 'warning' },
      'fail-on: "warning" is for the legs: each has decided by its own; allowed: failed or never',
    ],
  ])('is refused where %s is wrong', (_, given, text) => {
    expect(plan(given).problems).toEqual([expect.stringContaining(text)])
  })

  it('needs any-run where there is no CI', () => {
    expect(plan({}, null).problems).toEqual([
      'any-run: missing; without a CI no report can be of this run; allowed: true',
    ])
  })
})
