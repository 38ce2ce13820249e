import { describe, expect, it } from 'vitest'
import { type InputProblem, InputProblems, problemSentence } from '../../src/plan/problems.ts'
import { alternatives, quoted } from '../../src/plan/quoted.ts'
import { told } from '../../src/precheck/sentence.ts'

const english = (problems: InputProblems) => problems.all.map(problem => problem.in('en-us'))
const texts = (problem: InputProblem) =>
  (['en-us', 'zh-cn'] as const).map(language => problemSentence(problem).in(language))
const wrong = (text: string) => told(text, text)
const ofInput = (field: string, text = 'no'): InputProblem => ({ field, wrong: wrong(text) })
const inFile = (file: string, line: number, column: number, text: string): InputProblem => ({
  place: { file, line, column },
  wrong: wrong(text),
})

describe('problems', () => {
  it('that have no place in a file are kept in the order in which they were found, each once', () => {
    const problems = new InputProblems()
    expect(problems.any).toBe(false)
    problems.add(ofInput('b'))
    problems.add(ofInput('a'), ofInput('b'), ofInput('c'))
    expect(problems.any).toBe(true)
    expect(english(problems)).toEqual(['b: no', 'a: no', 'c: no'])
  })

  it('of one file come together, in the order of the file, where its first one was found', () => {
    const problems = new InputProblems()
    problems.add(
      ofInput('mode'),
      inFile('a b.yml', 10, 2, 'x'),
      inFile('w.yml', 1, 1, 'y'),
      inFile('a b.yml', 9, 12, 'x'),
      ofInput('region', '"q:1:1: z" is not valid'),
    )
    problems.add(
      inFile('a b.yml', 9, 7, 'x'),
      inFile('a b.yml', 10, 2, 'w'),
      ofInput('a b.yml', '3 more problems'),
      ofInput('region', '"q:0:1: z" is not valid'),
    )
    expect(english(problems)).toEqual([
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

  it('of one file are fifty, and the number of the others', () => {
    const problems = new InputProblems()
    for (let line = 52; line > 0; line -= 1) problems.add(inFile('a.yml', line, 1, 'x'))
    expect(english(problems).slice(49)).toEqual(['a.yml:50:1: x', 'a.yml: 2 more problems'])
  })

  it('are about an input whose name they have, and about no key of that name in a file', () => {
    const problems = new InputProblems()
    problems.add({ ...inFile('region', 1, 1, 'x'), field: 'mode' }, ofInput('name'))
    expect(['name', 'mode', 'region', 'nam'].map(name => problems.isAbout(name))).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('say where, what is wrong and what is allowed', () => {
    const allowed = alternatives(['"run"', '"query"'])
    expect(texts({ field: 'mode', wrong: told('is "go"', '为 "go"'), allowed })).toEqual([
      'mode: is "go"; allowed: "run" or "query"',
      'mode：为 "go"；允许："run" 或 "query"',
    ])
    expect(texts({ field: 'region', variable: 'HW_REGION_NAME', wrong: told('no', '否') })).toEqual([
      'region (from HW_REGION_NAME): no',
      'region（取自 HW_REGION_NAME）：否',
    ])
    const target = told('target a', '目标 a')
    expect(texts({ ...inFile('w.yml', 3, 5, 'no'), target, field: 'mode' })).toEqual([
      'w.yml:3:5: target a: mode: no',
      'w.yml:3:5：目标 a：mode：no',
    ])
  })

  it('quote a value on one line and show no part of a long one', () => {
    const shown = (value: string) => quoted(value).in('en-us')
    expect(shown('a"b\nc')).toBe('"a\\"b\\nc"')
    expect(shown('𝒳'.repeat(80))).toBe(`"${'𝒳'.repeat(80)}"`)
    expect(shown('𝒳'.repeat(81))).toBe('a text of 81 characters')
    expect(quoted('𝒳'.repeat(81)).in('zh-cn')).toBe('长 81 个字符的文本')
  })

  it.each([
    [[], '', ''],
    [['a'], 'a', 'a'],
    [['a', 'b'], 'a or b', 'a 或 b'],
    [['a', 'b', 'c'], 'a, b or c', 'a、b 或 c'],
  ])('list the alternatives %j', (words, line, chinese) => {
    expect(alternatives(words).in('en-us')).toBe(line)
    expect(alternatives(words).in('zh-cn')).toBe(chinese)
  })
})
