import { expect, it } from 'vitest'
import { adviceText, stepLines } from '../../src/report/steps.ts'
import { wordsIn } from '../../src/report/words.ts'
import { slowdown, TEN_TIMES_MOSTLY } from '../../testing/effort.ts'
import { step } from '../../testing/reports/fixtures.ts'

const textOf = (code: string) => adviceText([{ text: 'Run this:', code }])

it('a command of several lines stands on one behind its sentence', () => {
  expect(textOf('SELECT 1\n\n  FROM dual;\r\n')).toBe('Run this: SELECT 1 FROM dual;')
})

it('ten times the blanks of a command take about ten times as long', () => {
  const blanks = (count: number) => () => void textOf(`a${' '.repeat(count)}b`)
  expect(slowdown(blanks(200_000), blanks(2_000_000))).toBeLessThan(TEN_TIMES_MOSTLY)
})

it.each([
  ['en-us', ' (mysql; changes something; not tried on a database)'],
  ['zh-cn', '（mysql；会做出修改；未在数据库上执行过）'],
] as const)('what to know of a command is set apart in %s as that language does it', (language, marks) => {
  const changing = step('Do it:', { code: 'SET x;', lang: 'mysql', changes: true })
  expect([...stepLines([changing], wordsIn(language))].join('\n')).toContain(`Do it:${marks}\n`)
})
