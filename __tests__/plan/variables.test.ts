import { describe, expect, it } from 'vitest'
import { InputProblems } from '../../src/plan/problems.ts'
import { checkVariables, withVariables } from '../../src/plan/variables.ts'

const given = (text: string) => ({ PATH: '/bin', DDM_PASSWORD: 'old', PRECHECK_VARIABLES: text })

function problemsOf(text: string): readonly string[] {
  const problems = new InputProblems()
  checkVariables(given(text), problems)
  return problems.all.map(problem => problem.in('en-us'))
}

describe('variables that come as one text', () => {
  it('are in the environment of the step, before those of their name', () => {
    const text = '{ "DDM_PASSWORD": "new", "other_1": "" }'
    expect(withVariables(given(text))).toEqual({ ...given(text), DDM_PASSWORD: 'new', other_1: '' })
    expect(problemsOf(text)).toEqual([])
  })

  it.each(['', '  ', '{}'])('may be none: "%s"', text => {
    expect(withVariables(given(text))).toEqual(given(text))
    expect(problemsOf(text)).toEqual([])
  })

  it.each([
    'hunter2',
    '["hunter2"]',
    '{ "A": 1 }',
    '{ "A B": "hunter2" }',
    '{ "GITHUB_RUN_ID": "hunter2" }',
    '{ "input_fail-on": "hunter2" }',
    '{ "Runner_Temp": "hunter2" }',
    '{ "ACTIONS_X": "hunter2" }',
    '{ "A": "hunter2"',
  ])('are refused as a whole where they are %s, and none is shown', text => {
    expect(withVariables(given(text))).toEqual(given(text))
    expect(problemsOf(text)).toEqual([expect.stringMatching(/^PRECHECK_VARIABLES: /)])
    expect(problemsOf(text).join()).not.toContain('hunter2')
  })
})
