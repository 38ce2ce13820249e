import { describe, expect, it } from 'vitest'
import { Inputs, inputNames, secretInputs } from '../../src/plan/inputs.ts'
import { problemsOfLeg } from '../../src/plan/leg.ts'
import { InputProblems } from '../../src/plan/problems.ts'

const gate = new Inputs(() => '')

function problemsOf(leg: unknown): readonly string[] {
  const problems = new InputProblems()
  problems.add(...problemsOfLeg(gate, { PRECHECK_LEG: JSON.stringify(leg, null, 2) }))
  return problems.all.map(problem => problem.in('en-us'))
}

describe('the leg of the reusable workflow', () => {
  it('may hold every input that is no secret, in any case of its name, and what its job needs', () => {
    const open = inputNames().filter(name => !secretInputs().includes(name))
    const leg = Object.fromEntries(open.map(name => [name, 'x']))
    expect(problemsOf({ ...leg, 'runs-on': ['self-hosted', 'db'], environment: 'production' })).toEqual([])
    expect(problemsOf({ Name: 'orders', 'Fail-On': 'warning' })).toEqual([])
  })

  it('may have what a workflow writes as texts anyway', () => {
    expect(problemsOf({ name: 'orders', 'timeout-minutes': 30, annotations: false, waivers: null })).toEqual(
      [],
    )
  })

  it.each(['fail_on', 'failon', 'fail-no'])('with %s does not leave the lenient default in force', key => {
    expect(problemsOf({ name: 'orders', [key]: 'warning' })).toEqual([
      `legs: unknown key "${key}" in this leg, which would have no effect; allowed: fail-on`,
    ])
  })

  it.each([
    ['enviroment', 'environment'],
    ['runs_on', 'runs-on'],
  ])('is sent from %s to %s, which its job needs', (key, meant) => {
    expect(problemsOf({ [key]: 'production' }).join()).toMatch(new RegExp(`; allowed: ${meant}$`))
  })

  it('may have an empty column of a secret', () => {
    expect(problemsOf({ 'oms-password': '', 'auth-token': null })).toEqual([])
  })

  it('says all that is allowed where nothing is near', () => {
    expect(problemsOf({ strict: 'true' }).join()).toMatch(
      /^legs: unknown key "strict" in this leg, .*; allowed: service, job-ids, .*, commit-sha, runs-on, environment$/,
    )
  })

  it.each(secretInputs())('sends %s to the secrets of the call, and shows nothing of it', key => {
    expect(problemsOf({ [key]: 'hunter2' })).toEqual([
      `legs: ${key} is a secret and cannot stand in a leg; allowed: ${key} under secrets: of the call`,
    ])
  })

  it.each([[['a', 'b']], [{ a: 'b' }]])('refuses what would arrive as a word: %j', value => {
    expect(problemsOf({ 'job-ids': value })).toEqual([
      'legs: job-ids is no text; allowed: a text; a list as one text, divided by blanks',
    ])
  })

  it.each(['', '  ', 'no JSON', '"text"', 'null', '7'])('is none where the variable holds %j', text => {
    expect(problemsOfLeg(gate, { PRECHECK_LEG: text })).toEqual([])
    expect(problemsOfLeg(gate, {})).toEqual([])
  })
})
