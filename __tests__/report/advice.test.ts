import { describe, expect, it } from 'vitest'
import type { Step } from '../../src/catalogue/steps.ts'
import type { Language } from '../../src/precheck/sentence.ts'
import { adviceText } from '../../src/report/advice.ts'
import { slowdown, TEN_TIMES_MOSTLY } from '../../testing/effort.ts'
import {
  checkItem,
  judgedTask,
  NO_CATALOGUE,
  reportOf,
  step,
  verdict,
} from '../../testing/reports/fixtures.ts'
import { renderHead, renderHtml, renderSummary } from '../../testing/reports/whole-texts.ts'

const textOf = (code: string) => adviceText([{ text: 'Run this:', code }])

it('a command of several lines stands on one behind its sentence', () => {
  expect(textOf('SELECT 1\n\n  FROM dual;\r\n')).toBe('Run this: SELECT 1 FROM dual;')
})

it('ten times the blanks of a command take about ten times as long', () => {
  const blanks = (count: number) => () => void textOf(`a${' '.repeat(count)}b`)
  expect(slowdown(blanks(200_000), blanks(2_000_000))).toBeLessThan(TEN_TIMES_MOSTLY)
})

/** A report of one finding, for which the catalogue has these steps. */
function advised(steps: readonly Step[], language: Language = 'en-us') {
  const known = { title: '', causes: [], steps, doc: null, isGeneral: false }
  const catalogue = { ...NO_CATALOGUE, item: () => known }
  const items = [checkItem({ status: 'failed' })]
  const report = reportOf(verdict([judgedTask({ items })]), { language }, catalogue)
  return { report, catalogue }
}

it.each([
  ['en-us', ' (mysql; changes something; not tried on a database)'],
  ['zh-cn', '（mysql；会做出修改；未在数据库上执行过）'],
] as const)('what to know of a command is set apart in %s as that language does it', (language, marks) => {
  const changing = step('Do it:', { code: 'SET x;', lang: 'mysql', changes: true })
  const { report, catalogue } = advised([changing], language)
  expect(renderSummary(report, { catalogue })).toContain(`Do it:${marks}\n`)
})

describe('words of a command that stand for names of the reader', () => {
  const granting = step('Grant it:', { code: "GRANT SELECT ON DB.* TO 'DRS_USER'@'%';" })
  const texts = (steps: readonly Step[], language?: Language) => {
    const { report, catalogue } = advised(steps, language)
    const page = renderHtml(report, { catalogue })
    return [renderSummary(report, { catalogue }), renderHead(report, 60_000, { catalogue }), page]
  }

  it('are named once as such before the first finding, in summary, comment and page', () => {
    const [summary = '', comment = '', page = ''] = texts([granting, granting])
    for (const text of [summary, comment])
      expect(text).toContain(
        '\n\nWords in capitals such as `DB`, `DRS_USER` stand for names and values of yours',
      )
    expect(page).toContain('<p>Words in capitals such as DB, DRS_USER stand for names')
    for (const text of [summary, comment, page]) expect(text.split('Words in capitals')).toHaveLength(2)
    expect(summary.indexOf('Words in capitals')).toBeLessThan(summary.indexOf('#### 1.'))
  })

  it('are named in Chinese too', () => {
    for (const text of texts([granting], 'zh-cn')) expect(text).toContain('等大写的词代表您自己的名称和值')
  })

  it('are not spoken of where there are none', () => {
    const steps = [
      step('Look:', { code: "SHOW VARIABLES LIKE 'log_bin'; ALTER TABLE a ENCRYPTION='N'" }),
      step('DB'),
    ]
    for (const text of texts(steps)) expect(text).not.toContain('Words in capitals')
  })
})
