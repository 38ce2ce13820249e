import { describe, expect, it } from 'vitest'
import { alternatives, filePosition, Problems, problemText, quoted } from '../../src/plan/problems.ts'

describe('problems', () => {
  it('that have no place in a file are kept in the order in which they were found, each once', () => {
    const problems = new Problems()
    expect(problems.any).toBe(false)
    problems.add('b')
    problems.add('a', 'b', 'c')
    expect(problems.any).toBe(true)
    expect(problems.all).toEqual(['b', 'a', 'c'])
  })

  it('of one file come together, in the order of the file, where its first one was found', () => {
    const problems = new Problems()
    problems.add(
      'mode: no',
      'a b.yml:10:2: x',
      'w.yml:1:1: y',
      'a b.yml:9:12: x',
      'region: "q:1:1: z" is not valid',
    )
    problems.add(
      'a b.yml:9:7: x',
      'a b.yml:10:2: w',
      'a b.yml: 3 more problems',
      'region: "q:0:1: z" is not valid',
    )
    expect(problems.all).toEqual([
      'mode: no',
      'a b.yml:9:7: x',
      'a b.yml:9:12: x',
      'a b.yml:10:2: x',
      'a b.yml:10:2: w',
      'w.yml:1:1: y',
      'region: "q:1:1: z" is not valid',
      'a b.yml: 3 more problems',
      'region: "q:0:1: z" is not valid',
    ])
  })

  it('say where, what is wrong and what is allowed', () => {
    expect(problemText('mode', 'is "go"', '"run" or "query"')).toBe(
      'mode: is "go"; allowed: "run" or "query"',
    )
    expect(problemText(filePosition('w.yml', 3, 5), 'no', null)).toBe('w.yml:3:5: no')
  })

  it('quote a value on one line and show no part of a long one', () => {
    expect(quoted('a"b\nc')).toBe('"a\\"b\\nc"')
    expect(quoted('𝒳'.repeat(80))).toBe(`"${'𝒳'.repeat(80)}"`)
    expect(quoted('𝒳'.repeat(81))).toBe('a text of 81 characters')
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
