import { describe, expect, it } from 'vitest'
import { markdownProse, markdownText } from '../../src/report/escape.ts'
import { slowdown, TEN_TIMES_MOSTLY } from '../../testing/effort.ts'

const MEGABYTE = 1_000_000
const PIECES = ['@', '#1', ':', '|', '`', '<', 'deadbeef', '::x', ' a', '\\', '_']

describe.each(Object.entries({ markdownText, markdownProse }))('%s', (_, shown) => {
  it('takes time in proportion to the text', () => {
    for (const piece of PIECES) {
      const show = (characters: number) => shown(piece.repeat(characters / piece.length))
      expect(show(MEGABYTE).length).toBeGreaterThan(MEGABYTE / 2)
      const ratio = slowdown(
        () => show(20_000),
        () => show(200_000),
      )
      expect(ratio, piece).toBeLessThan(TEN_TIMES_MOSTLY)
    }
  })
})
