import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { documentWith } from '../../bench/document.ts'
import { mean, median, quantile } from '../../bench/statistics.ts'
import { table } from '../../bench/table.ts'
import { absoluteAtMost, atMost, failed } from '../../bench/targets.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-figures-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the targets of the bench', () => {
  it('fail on a ratio over its limit and on one that is not a number, never on an absolute amount', () => {
    expect(failed([atMost('a', 1, 1), atMost('b', 2, 1, 2)])).toBe(false)
    expect(failed([atMost('a', 1.01, 1)])).toBe(true)
    expect(failed([atMost('a', Number.NaN, 1)])).toBe(true)
    expect(failed([absoluteAtMost('a', 1_000, 1)])).toBe(false)
  })
})

describe('the statistics of the bench', () => {
  it('take mean, median and upper quantiles', () => {
    const values = Array.from({ length: 100 }, (_, index) => 99 - index)
    expect([mean(values), median(values), quantile(values, 0.95)]).toEqual([49.5, 50, 95])
    expect(quantile([7], 0.95)).toBe(7)
  })
})

describe('the tables of the bench', () => {
  it('are Markdown with numbers to the right', () => {
    expect(
      table(
        ['name', 'ms'],
        [
          ['a', 5],
          ['longer', 12.5],
        ],
      ),
    ).toBe(['| name   |   ms |', '| ------ | ---: |', '| a      |    5 |', '| longer | 12.5 |'].join('\n'))
  })

  it('replace the ones before them in a page, and only there', () => {
    const file = path.join(folder, 'page.md')
    const page = (text: string) =>
      `Before\n<!-- lags: made by npm run bench -->\n${text}<!-- lags: end -->\nAfter\n`
    writeFileSync(file, page('old\n'))
    documentWith(file, new Map([['lags', 'new']]))
    expect(readFileSync(file, 'utf8')).toBe(page('\nnew\n\n'))
    expect(() => documentWith(file, new Map([['start-up', 'new']]))).toThrow('no markers for start-up')
  })
})
