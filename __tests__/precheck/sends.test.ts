import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retryDelay } from '../../src/cloud/retry.ts'
import { isGivenUp, NOTHING_SENT, nextRepeat, nextStart, type Sends } from '../../src/precheck/sends.ts'
import type { NotStarted } from '../../src/precheck/service.ts'
import { unavailable } from './fake-service.ts'

const notStarted = (why: NotStarted['why'], retryAt: number | null = null): NotStarted => ({
  kind: 'not-started',
  task: { id: 'only', label: null },
  problem: unavailable,
  why,
  throttled: false,
  retryAt,
})
const delay = (failures: number) => failures * 1_000
const sent = (facts: Partial<Sends>): Sends => ({ ...NOTHING_SENT, ...facts })

describe('a start that came to nothing is sent again', () => {
  it.each([
    ['after the usual delay when it did not arrive', notStarted('unreached'), {}, 6_000],
    ['after longer when it did not arrive before either', notStarted('unreached'), { failures: 3 }, 9_000],
    ['one step later when it was refused, less the time for a look', notStarted('refused'), {}, 6_400],
    ['for the fifth time', notStarted('refused'), { refusals: 4 }, 10_400],
    ['not for the sixth', notStarted('refused'), { refusals: 5 }, null],
    ['however often when it did not arrive', notStarted('unreached'), { failures: 99 }, 105_000],
    ['when the service said', notStarted('unreached', 77_000), {}, 77_000],
    ['when the service that refused it said', notStarted('refused', 77_000), {}, 77_000],
  ])('%s', (_words, fault, facts: Partial<Sends>, at) => {
    expect(nextStart(sent(facts), fault, 5_000, delay).at).toBe(at)
  })

  it('five times when it was refused, after at most two seconds first and sixty in all, whatever chance gives', () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    const delays = (chances: readonly number[]) =>
      chances.map((random, refusals) => {
        const usual = (failures: number) => retryDelay(failures, () => random)
        return nextStart(sent({ refusals }), notStarted('refused'), 0, usual).at
      })
    fc.assert(
      fc.property(fc.array(chance, { minLength: 6, maxLength: 6 }), chances => {
        const [first, ...later] = delays(chances)
        expect(first).toBeLessThanOrEqual(2_000)
        expect(later.pop()).toBeNull()
        const waits = [first, ...later].map(wait => wait ?? Number.NaN)
        expect(Math.min(...waits)).toBeGreaterThanOrEqual(400)
        expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(60_000)
      }),
      { seed: 20261130, numRuns: 1_000 },
    )
  })

  it('and each kind is counted apart', () => {
    const { sends } = nextStart(sent({ refusals: 1, failures: 1 }), notStarted('refused'), 5_000, delay)
    expect(sends).toMatchObject({ refusals: 2, failures: 1, lastAt: 5_000 })
    expect(nextStart(sends, notStarted('unreached'), 6_000, delay).sends).toMatchObject({
      refusals: 2,
      failures: 2,
    })
  })
})

describe('a start that was not confirmed is sent again', () => {
  it.each([
    [{ reads: 2, lastAt: 1_000 }, null],
    [{ reads: 3, lastAt: 1_000 }, 11_000],
    [{ reads: 9, lastAt: 1_000, repeats: 1 }, 13_000],
    [{ reads: 3, lastAt: 1_000, repeats: 2 }, 15_400],
    [{ reads: 3, lastAt: 1_000, repeats: 3 }, null],
  ])('after %o at %s', (facts, at) => {
    expect(nextRepeat(sent(facts))).toBe(at)
  })
})

describe('proof is given up', () => {
  it.each([
    [{ repeats: 3, reads: 3, lastAt: 1_000 }, 31_000, true],
    [{ repeats: 3, reads: 3, lastAt: 1_000 }, 30_999, false],
    [{ repeats: 0, reads: 3, lastAt: 1_000 }, 31_000, true],
    [{ repeats: 3, reads: 2, lastAt: 1_000 }, 99_000, false],
  ])('after %o at %i ms: %s', (facts, now, given) => {
    expect(isGivenUp(sent(facts), 10_000, now)).toBe(given)
  })
})
