import { globSync, readFileSync } from 'node:fs'
import * as path from 'node:path'
import { describe, expect, it } from 'vitest'
import { DECISIONS, REASONS } from '../../src/precheck/model.ts'
import { LANGUAGES } from '../../src/precheck/sentence.ts'
import { countWords, taskName, verdictLine, wordsIn } from '../../src/report/words.ts'
import {
  checkItem,
  invalidInputReport,
  judgedTask,
  reportOf,
  reportOfItems,
  verdict,
} from '../../testing/reports/fixtures.ts'

describe.each(LANGUAGES)('decisions and reasons in %s', language => {
  const { reason, decision } = wordsIn(language)
  const words = [...REASONS.map(([code]) => reason[code]), ...DECISIONS.map(word => decision[word])]

  it('have different words each', () => {
    expect(new Set(words).size).toBe(REASONS.length + DECISIONS.length)
    expect(words.every(text => text.length > 4)).toBe(true)
  })

  it('never promise a safe migration', () => {
    expect(words.join(' ')).not.toMatch(/safe|guarantee|ready|migration (is|will|can)/i)
  })
})

it('hold no word that nobody says', () => {
  const files = globSync('src/**/*.ts').filter(file => !path.basename(file).startsWith('words-'))
  const code = files.map(file => readFileSync(file, 'utf8')).join('\n')
  const { andMore, ...own } = wordsIn('en-us')
  const unsaid = (names: readonly string[], said: (name: string) => string) =>
    names.filter(name => !new RegExp(said(name)).test(code))
  expect(unsaid(Object.keys(own), name => `\\bwords\\.${name}\\b|Pick<Words,[^>]*'${name}'`)).toEqual([])
  expect(unsaid(Object.keys(andMore), name => `\\bwords\\.andMore\\.${name}\\b`)).toEqual([])
})

describe('countWords', () => {
  it('names what to look at first and leaves out what is zero', () => {
    const items = [
      checkItem(),
      checkItem({ status: 'failed' }),
      checkItem({ status: 'warning' }),
      checkItem({ status: 'skipped' }),
    ]
    expect(countWords(reportOfItems(items))).toBe('1 failed, 2 warnings, 1 passed of 4 check items in 1 task')
  })

  it('does not take nothing for something', () => {
    expect(countWords(invalidInputReport(['x']))).toBe('nothing was checked')
    expect(countWords(reportOf(verdict([judgedTask({ items: [] })])))).toBe('no check items in 1 task')
  })
})

describe('what was validated', () => {
  const validated = verdict([judgedTask({ items: [], outcome: 'validated', reasonCode: 'validated' })])
  const checked = 'nothing was checked, 1 of 1 task validated'

  it('was seen in inputs and files only where no service was asked', () => {
    expect(countWords(reportOf(validated, { requests: 0 }))).toBe(
      `${checked} from inputs and files only, no service was asked`,
    )
    expect(countWords(reportOf(validated, { requests: 1 }))).toBe(checked)
  })
})

describe('verdictLine', () => {
  it('says gate, decision, reason and counts on one line', () => {
    const report = reportOfItems([checkItem({ status: 'failed' }), checkItem()])
    expect(verdictLine(report, 'failed')).toBe(
      'precheck: failed (checks-failed): 1 failed, 1 passed of 2 check items in 1 task',
    )
  })

  it('says when the decision does not count', () => {
    const report = reportOfItems([checkItem({ status: 'failed' })], { enforced: false, failOn: 'never' })
    expect(verdictLine(report, 'ok')).toContain('report only, the step does not fail')
    expect(verdictLine(report, 'failed')).not.toContain('does not fail')
  })
})

describe('taskName', () => {
  it('shows the label with the id', () => {
    expect(taskName({ id: 'a', label: 'orders' })).toBe('orders (a)')
    expect(taskName({ id: 'a', label: null })).toBe('a')
  })
})
