import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clip, duration, joinWithin, plural } from '../../src/report/text.ts'
import { wordsIn } from '../../src/report/words.ts'
import { anyCharacter } from '../../testing/any-character.ts'
import { SEED } from '../../testing/reports/fixtures.ts'

describe('clip', () => {
  it('leaves a text that fits and says how much of another is missing', () => {
    expect(clip('x'.repeat(100), 100)).toBe('x'.repeat(100))
    expect(clip('x'.repeat(101), 100)).toBe(`${'x'.repeat(60)}… (+41)`)
  })

  it('never cuts a character in two and never exceeds its limit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anyCharacter, minLength: 0, maxLength: 300 }),
        fc.integer({ min: 60, max: 120 }),
        (text, max) => {
          const cut = clip(text, max)
          expect(cut.length).toBeLessThanOrEqual(max)
          expect(cut.isWellFormed()).toBe(true)
        },
      ),
      { seed: SEED },
    )
  })
})

describe('plural', () => {
  it('fits the noun to the number', () => {
    expect([plural(0, 'item'), plural(1, 'item'), plural(1234, 'item')]).toEqual([
      '0 items',
      '1 item',
      '1,234 items',
    ])
  })
})

describe('duration', () => {
  it.each([
    [-5, '0 ms'],
    [850, '850 ms'],
    [12_400, '12 s'],
    [59_600, '1 min 0 s'],
    [192_000, '3 min 12 s'],
    [3_720_000, '1 h 2 min'],
  ])('says %d ms as %s', (ms, words) => expect(duration(ms, wordsIn('en-us'))).toBe(words))
})

describe('joinWithin', () => {
  it('counts bytes, line breaks included', () => {
    expect(joinWithin(['ab', '\u{1F600}'], 8)).toEqual({ text: 'ab\n\u{1F600}\n', isWhole: true })
    expect(joinWithin(['ab', '\u{1F600}'], 7)).toEqual({ text: 'ab\n', isWhole: false })
  })

  it('reads no further than the budget goes', () => {
    let read = 0
    function* endless() {
      for (;;) yield `line ${++read}`
    }
    expect(joinWithin(endless(), 100).isWhole).toBe(false)
    expect(read).toBeLessThan(20)
  })
})
