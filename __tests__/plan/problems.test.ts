import { describe, expect, it } from 'vitest'
import { alternatives, filePosition, Problems, problemText, quoted } from '../../src/plan/problems.ts'

describe('problems', () => {
  it('are all kept in the order in which they were found, each once', () => {
    const problems = new Problems()
    expect(problems.any).toBe(false)
    problems.add('b')
    problems.add('a', 'b', 'c')
    expect(problems.any).toBe(true)
    expect(problems.all).toEqual(['b', 'a', 'c'])
  })

  it('say where, what is wrong and what is allowed', () => {
    expect(problemText('mode', 'is "go"', '"run" or "query"')).toBe(
      'mode: is "go"; allowed: "run" or "query"',
    )
    expect(problemText(filePosition('w.yml', 3, 5), 'no', null)).toBe('w.yml:3:5: no')
  })

  it('quote a value on one line and cut a long one between characters', () => {
    expect(quoted('a"b\nc')).toBe('"a\\"b\\nc"')
    expect(quoted('𝒳'.repeat(80))).toBe(`"${'𝒳'.repeat(80)}"`)
    expect(quoted('𝒳'.repeat(81))).toBe(`"${'𝒳'.repeat(80)}" (cut)`)
  })

  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a or b'],
    [['a', 'b', 'c'], 'a, b or c'],
  ])('list the alternatives %j', (texts, line) => {
    expect(alternatives(texts)).toBe(line)
  })
})
