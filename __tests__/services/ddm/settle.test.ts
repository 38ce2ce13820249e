import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Row, rowAfter, worthOf } from '../../../src/services/ddm/settle.ts'

const SETTLE_MS = 60_000
const LATE = Number.MAX_SAFE_INTEGER
const patience = { settleMs: SETTLE_MS, withoutNews: false, deadlineAt: LATE }

/** The row after polls at these seconds, each showing the list of that letter. */
function rowOf(...polls: readonly (readonly [seconds: number, list: string])[]): Row {
  const row = polls.reduce<Row | null>((before, [at, list]) => rowAfter(before, list, at * 1_000), null)
  if (row === null) throw new Error('no polls')
  return row
}

describe('a result that has stood unchanged', () => {
  it.each([
    [
      'from the first poll on',
      [
        [0, 'a'],
        [30, 'a'],
        [60, 'a'],
      ],
      60,
      'settled',
    ],
    [
      'a millisecond short of settle-seconds',
      [
        [0.001, 'a'],
        [30, 'a'],
        [60, 'a'],
      ],
      60,
      'wait',
    ],
    [
      'for long, but over two polls only',
      [
        [0, 'a'],
        [600, 'a'],
      ],
      600,
      'wait',
    ],
    ['for long, but was seen once only', [[0, 'a']], 6_000, 'wait'],
    [
      'since it changed',
      [
        [0, 'a'],
        [30, 'a'],
        [31, 'b'],
        [60, 'b'],
        [90, 'b'],
      ],
      90,
      'wait',
    ],
    [
      'for long enough since it changed',
      [
        [0, 'a'],
        [30, 'b'],
        [60, 'b'],
        [90, 'b'],
      ],
      90,
      'settled',
    ],
    [
      'since it changed and changed back',
      [
        [0, 'a'],
        [30, 'b'],
        [40, 'a'],
        [70, 'a'],
        [99, 'a'],
      ],
      99,
      'wait',
    ],
  ] as const)('%s', (_what, polls, nowSeconds, expected) => {
    expect(worthOf(rowOf(...polls), patience, nowSeconds * 1_000)).toBe(expected)
  })

  const steady = rowOf([0, 'a'], [30, 'a'], [60, 'a'])
  it.each([
    ['after settle-seconds is waited for', 60, LATE, 'wait'],
    ['just before five times that is waited for', 299.999, LATE, 'wait'],
    ['after five times that is assumed to be whole', 300, LATE, 'assumed'],
    ['more than 10 s before the deadline is waited for', 89.999, 100_000, 'wait'],
    ['10 s before the deadline is assumed to be whole', 90, 100_000, 'assumed'],
    ['near a deadline that comes before settle-seconds is waited for', 59, 60_000, 'wait'],
  ] as const)(
    'without a name beyond those of the start answer %s',
    (_what, nowSeconds, deadlineAt, expected) => {
      expect(worthOf(steady, { ...patience, withoutNews: true, deadlineAt }, nowSeconds * 1_000)).toBe(
        expected,
      )
    },
  )

  it('never counts before settle-seconds and three equal polls, whatever came before', () => {
    const polls = fc.array(fc.tuple(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom('a', 'b')), {
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(
        polls,
        fc.boolean(),
        fc.integer({ min: 0, max: 200_000 }),
        (list, withoutNews, deadlineAt) => {
          const seen: { at: number; content: string }[] = []
          let row: Row | null = null
          let now = 0
          for (const [pause, content] of list) {
            now += pause
            row = rowAfter(row, content, now)
            seen.push({ at: now, content })
            if (worthOf(row, { settleMs: SETTLE_MS, withoutNews, deadlineAt }, now) === 'wait') continue
            const equal = seen.slice(seen.findLastIndex(poll => poll.content !== content) + 1)
            expect(equal.length).toBeGreaterThanOrEqual(3)
            expect(now - (equal[0]?.at ?? now)).toBeGreaterThanOrEqual(SETTLE_MS)
          }
        },
      ),
      { seed: 20261121 },
    )
  })
})
