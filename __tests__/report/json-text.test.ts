import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonTexts } from '../../src/report/json-text.ts'
import { checkItem, reportOfItems } from '../../testing/reports/fixtures.ts'

const whole = (value: unknown, levels?: number) => [...jsonTexts(value, levels)].join('')

describe('a text of JSON in pieces', () => {
  it('says what the value says, whatever it is and however far down the lines go', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat({ max: 6 }), (value, levels) => {
        // -0 is written as 0.
        expect(JSON.parse(whole(value, levels))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { seed: 20261130, numRuns: 400 },
    )
  })

  it('is what JSON.stringify makes, as far as the lines go', () => {
    const value = { targets: [{ tasks: [{ reason: 'a\nb\\n",\n]}\u2028\u0000', items: [] }] }], none: {} }
    expect(whole(value, 9)).toBe(JSON.stringify(value, null, 2))
  })

  it('has a line for each check item, and no piece that grows with their number', () => {
    const item = checkItem({ status: 'failed', reason: 'line 1\nline 2' })
    const report = reportOfItems(Array.from({ length: 500 }, () => item))
    const pieces = [...jsonTexts(report)]
    expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThan(20_000)
    expect(pieces.join('').length).toBeGreaterThan(5 * 20_000)
    const lines = pieces.join('').split('\n')
    expect(lines.filter(line => /^ {12}\{"id":.*\},?$/.test(line))).toHaveLength(500)
    expect(JSON.parse(lines.join('\n'))).toEqual(report)
  })
})
