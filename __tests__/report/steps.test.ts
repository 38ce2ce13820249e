import { expect, it } from 'vitest'
import { adviceText } from '../../src/report/steps.ts'
import { slowdown, TEN_TIMES_MOSTLY } from '../../testing/effort.ts'

const textOf = (code: string) => adviceText([{ text: 'Run this:', code }])

it('a command of several lines stands on one behind its sentence', () => {
  expect(textOf('SELECT 1\n\n  FROM dual;\r\n')).toBe('Run this: SELECT 1 FROM dual;')
})

it('ten times the blanks of a command take about ten times as long', () => {
  const blanks = (count: number) => () => void textOf(`a${' '.repeat(count)}b`)
  expect(slowdown(blanks(200_000), blanks(2_000_000))).toBeLessThan(TEN_TIMES_MOSTLY)
})
