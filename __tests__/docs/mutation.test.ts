import { toString as textContent } from 'mdast-util-to-string'
import { describe, expect, it } from 'vitest'
import { figuresOf, figuresTable, LEAST_SCORE, PARTS, scoreOf } from '../../scripts/mutation/parts.ts'
import { filesUnder, pageOf, rowsUnder } from './pages.ts'

const MUST_BE_MUTATED = [
  ...['src/precheck/', 'src/services/', 'src/merge/'],
  ...['src/cloud/error-table.ts', 'src/cloud/error-body.ts', 'src/cloud/fault.ts', 'src/report/escape.ts'],
]

describe('the figures of the mutation tests', () => {
  const rows = rowsUnder(pageOf('docs/testing.md'), 'Mutation testing').map(row =>
    row.children.map(cell => textContent(cell)),
  )

  it('are there for every part', () => {
    expect(rows.map(([part]) => part)).toEqual(PARTS.map(part => part.name))
  })

  it.each(rows)('of %s are %s, which is enough', (_part, score) => {
    expect(Number.parseFloat(score ?? '')).toBeGreaterThanOrEqual(LEAST_SCORE)
  })

  it('are those of every file in which a mistake could make a red result green', () => {
    const wanted = filesUnder('src').filter(file => MUST_BE_MUTATED.some(place => file.startsWith(place)))
    const patterns = PARTS.flatMap(part => part.mutate)
    const isMutated = (file: string) =>
      patterns.some(
        pattern => pattern.replace('*.ts', '') === file.replace(pattern.includes('*') ? /[^/]*$/ : '', ''),
      )
    expect(wanted.length).toBeGreaterThan(40)
    expect(wanted.filter(file => !isMutated(file))).toEqual([])
  })
})

describe('the score of a part', () => {
  it('is the share of mutants that were noticed, those without any test included', () => {
    const figures = figuresOf('a part', ['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored'])
    expect(figures).toEqual({ part: 'a part', killed: 3, survived: 1, uncovered: 1, left: 1 })
    expect(scoreOf(figures)).toBe(60)
  })

  it('is 0 where nothing was tried, so that an empty part does not count as a good one', () => {
    expect(scoreOf(figuresOf('a part', ['Ignored']))).toBe(0)
  })

  it('stands in the table with one decimal, never rounded up to enough', () => {
    const figures = figuresOf('a part', [...Array(8997).fill('Killed'), ...Array(1003).fill('Survived')])
    expect(figuresTable([figures])).toContain('| a part | 89.9 % |')
  })
})
