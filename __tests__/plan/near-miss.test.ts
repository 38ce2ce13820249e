import { describe, expect, it } from 'vitest'
import { Inputs, inputNames } from '../../src/plan/inputs.ts'
import { nearestName, nearMissesOfInputs } from '../../src/plan/near-miss.ts'
import { InputProblems } from '../../src/plan/problems.ts'
import type { Values } from './planning.ts'

const nearest = (given: string) => nearestName(given, inputNames())

describe('the name that was meant', () => {
  it.each([
    ['fail_on', 'fail-on'],
    ['FAIL_ON', 'fail-on'],
    ['secret_access-key', 'secret-access-key'],
    // one off, from 6 letters on
    ['waiver', 'waivers'],
    ['waiverss', 'waivers'],
    ['waibers', 'waivers'],
    ['wavers', 'waivers'],
    ['failon', 'fail-on'],
    ['fail-no', 'fail-on'],
    ['jobids', 'job-ids'],
    ['job_id', 'job-ids'],
    ['regoin', 'region'],
    ['comments', 'comment'],
    // two off, from 10 letters on
    ['timeout-minuts', 'timeout-minutes'],
    ['timeout-mniuets', 'timeout-minutes'],
    ['timeuot_minute', 'timeout-minutes'],
    ['commit-statsu', 'commit-status'],
    ['comit-statu', 'commit-status'],
  ])('by %s is %s', (given, meant) => {
    expect(nearest(given)).toBe(meant)
  })

  it.each([
    // short names: another word is too soon another one
    'mod',
    'names',
    'modes',
    // two off in a name under ten letters
    'wavier',
    'faild-no',
    'regions-1',
    'sumarries',
    // three off
    'timeout-minu',
    'time-out-limits',
    '',
    'x',
    'x'.repeat(100_000),
    'github_token_of_somebody_else',
  ])('by %j is none', given => {
    expect(nearest(given)).toBeNull()
  })

  it('is the nearest of several', () => {
    expect(nearestName('oms-passwords', ['iam-password', 'oms-password'])).toBe('oms-password')
  })
})

describe('a variable of an input that this action does not have', () => {
  const problemsOf = (environment: Readonly<Record<string, string>>, values: Values = {}) => {
    const problems = new InputProblems()
    problems.add(...nearMissesOfInputs(new Inputs(name => values[name] ?? ''), environment))
    return problems.all.map(problem => problem.in('en-us'))
  }

  it('is refused where the input that was meant is empty or at its default', () => {
    const text = '"fail_on": no input of this action; fail-on is not set; allowed: fail-on'
    expect(problemsOf({ INPUT_FAIL_ON: 'warning' })).toEqual([text])
    expect(problemsOf({ INPUT_FAIL_ON: 'warning' }, { 'fail-on': 'failed' })).toEqual([text])
    expect(problemsOf({ INPUT_WAIVER: 'w.yml', 'INPUT_JOB-ID': 'x' })).toHaveLength(2)
  })

  it('is ignored where that is set, where it is like none, and where nothing is in it', () => {
    expect(problemsOf({ INPUT_FAIL_ON: 'never' }, { 'fail-on': 'warning' })).toEqual([])
    expect(problemsOf({ INPUT_COLOUR: 'red', INPUT_WHO: 'me', INPUT_: 'x' })).toEqual([])
    expect(problemsOf({ INPUT_FAIL_ON: ' ' })).toEqual([])
  })

  it('is none where it is an input, or no variable of one', () => {
    expect(problemsOf({ 'INPUT_FAIL-ON': 'warning', FAIL_ON: 'x', MY_INPUT_FAIL_ON: 'x' })).toEqual([])
  })

  it('has its value in no problem', () => {
    expect(problemsOf({ INPUT_SECRET_ACCESS_KEY: 'hunter2hunter2' }).join()).not.toContain('hunter2')
  })
})
