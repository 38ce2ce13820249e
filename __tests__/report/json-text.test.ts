import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonTexts } from '../../src/report/json-text.ts'
import { checkItem, reportOfItems } from './fixtures.ts'

const whole = (value: unknown, levels?: number) => [...jsonTexts(value, levels)].join('')

describe('a text of JSON in pieces', () => {
  it('is the one that JSON.stringify makes, whatever the value and however far down the pieces go', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat({ max: 6 }), (value, levels) => {
        expect(whole(value, levels)).toBe(JSON.stringify(value, null, 2))
      }),
      { seed: 20261130, numRuns: 400 },
    )
  })

  it('keeps what looks like an end of a line, a comma or a bracket in a text', () => {
    const value = { targets: [{ tasks: [{ reason: 'a\nb\\n",\n]}\u2028\u0000', items: [[], {}] }] }] }
    expect(whole(value)).toBe(JSON.stringify(value, null, 2))
  })

  it('has no piece of more than one task', () => {
    const report = reportOfItems([checkItem({ status: 'failed', reason: 'R' })])
    const [target] = report.targets
    const tasks = Array.from({ length: 50 }, () => target?.tasks[0])
    const many = { ...report, targets: [{ ...target, tasks }] }
    const pieces = [...jsonTexts(many)]
    expect(Math.max(...pieces.map(piece => piece.split('"outcome"').length - 1))).toBe(1)
    expect(pieces.join('')).toBe(JSON.stringify(many, null, 2))
  })
})
