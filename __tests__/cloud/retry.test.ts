import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retryDelay } from '../../src/cloud/retry.ts'

/** What `Math.random` can give, both ends included. */
const chance = fc.oneof(
  fc.constant(0),
  fc.constant(1 - 2 ** -53),
  fc.double({ min: 0, max: 0.999_999, noNaN: true }),
)
const runs = { seed: 20261124, numRuns: 1_000 }

describe('the delay before the next try', () => {
  it('doubles from one second to thirty', () => {
    const longest = [1, 2, 3, 4, 5, 6, 7, 50].map(failures => retryDelay(failures, () => 1))
    expect(longest).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000])
    expect(retryDelay(5_000, () => 0)).toBe(15_000)
  })

  it('never shrinks from one failure to the next, is never zero and never over thirty seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), chance, chance, (failures, one, other) => {
        const delay = retryDelay(failures, () => one)
        const next = retryDelay(failures + 1, () => other)
        return delay >= 500 && delay <= 30_000 && (next >= delay || failures >= 5)
      }),
      runs,
    )
  })

  it('differs from client to client by up to half', () => {
    expect([0, 0.5, 0.9].map(random => retryDelay(3, () => random))).toEqual([2_000, 3_000, 3_800])
  })
})
