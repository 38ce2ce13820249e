import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retryDelay } from '../../src/cloud/retry.ts'
import type { NotStarted } from '../../src/precheck/service.ts'
import { type Delay, TaskRequests } from '../../src/precheck/task-requests.ts'
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
const REFUSED = notStarted('refused')
const UNREACHED = notStarted('unreached')

const times = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one)

/** Sends starts that come to nothing, one after the other. Returns when the next one is due; null when there is none. */
function nextAfter(faults: readonly NotStarted[], now = 5_000, usual: Delay = delay): number | null {
  const requests = new TaskRequests()
  const again = faults.map(fault => {
    requests.sendStart()
    return requests.notStarted(fault, now, usual)
  })
  return again.at(-1) ? requests.startAt : null
}

/** Starts whose answers were lost, the last at 1,000 ms, and reads that showed no new run since. */
function lostStarts({
  starts = 1,
  reads,
}: {
  readonly starts?: number
  readonly reads: number
}): TaskRequests {
  const requests = new TaskRequests()
  for (const _ of times(starts, null)) {
    requests.sendStart()
    requests.started(unavailable, 1_000)
  }
  for (const _ of times(reads, null)) requests.read()
  return requests
}

describe('a start that came to nothing is sent again', () => {
  it.each([
    ['after the usual delay when it did not arrive', [UNREACHED], 6_000],
    ['after longer when it did not arrive before either', times(4, UNREACHED), 9_000],
    ['one step later when it was refused, less the time for a look', [REFUSED], 6_400],
    ['for the fifth time', times(5, REFUSED), 10_400],
    ['not for the sixth', times(6, REFUSED), null],
    ['however often when it did not arrive', times(100, UNREACHED), 105_000],
    ['when the service said', [notStarted('unreached', 77_000)], 77_000],
    ['when the service that refused it said', [notStarted('refused', 77_000)], 77_000],
    ['and each kind is counted apart: refused', [REFUSED, UNREACHED, REFUSED], 7_400],
    ['and each kind is counted apart: not arrived', [REFUSED, UNREACHED, REFUSED, UNREACHED], 7_000],
  ])('%s', (_words, faults, at) => {
    expect(nextAfter(faults)).toBe(at)
  })

  it('not while it is under way', () => {
    const requests = new TaskRequests()
    expect(requests.startAt).toBe(Number.NEGATIVE_INFINITY)
    requests.sendStart()
    expect(requests.startAt).toBeNull()
  })

  it('five times when it was refused, after at most two seconds first and sixty in all, whatever chance gives', () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    const delays = (chances: readonly number[]) =>
      chances.map((random, refusals) =>
        nextAfter(times(refusals + 1, REFUSED), 0, failures => retryDelay(failures, () => random)),
      )
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
})

describe('a start that was not confirmed is sent again', () => {
  it.each([
    [{ reads: 2 }, null],
    [{ reads: 3 }, 11_000],
    [{ reads: 9, starts: 2 }, 13_000],
    [{ reads: 3, starts: 3 }, 15_400],
    [{ reads: 3, starts: 4 }, null],
  ])('after %o at %s', (facts, at) => {
    expect(lostStarts(facts).startAt).toBe(at)
  })

  it('and a refusal of the repetition counts as one, after which reads have to come first again', () => {
    const requests = lostStarts({ reads: 3 })
    expect(requests.notStarted(REFUSED, 1_000, delay)).toBe(true)
    expect(requests.startAt).toBeNull()
    for (const _ of times(3, null)) requests.notRead({ ...UNREACHED }, true, 1_000, delay)
    expect(requests.startAt).toBe(13_000)
    requests.notStarted(UNREACHED, 1_000, delay)
    for (const _ of times(3, null)) requests.read()
    expect(requests.startAt).toBe(13_000)
  })

  it('but not once a read has shown that it has worked', () => {
    const requests = lostStarts({ reads: 3 })
    requests.confirm()
    expect(requests.startAt).toBeNull()
    expect(requests.explain(unavailable)).toBe(unavailable)
  })
})

describe('a read that failed is sent again', () => {
  const readFromAfter = (starts: number, isEmpty: boolean) => {
    const requests = lostStarts({ starts, reads: 0 })
    requests.notRead(UNREACHED, isEmpty, 5_000, delay)
    return requests.readFrom
  }

  it.each([
    ['after the usual delay', 0, false, 6_000],
    ['after the usual delay where there is no result yet', 0, true, 6_000],
    ['at once where there is none after a lost start, as was to be expected', 1, true, 5_000],
    ['after the usual delay where it failed otherwise then', 1, false, 6_000],
  ])('%s', (_words, starts, isEmpty, at) => {
    expect(readFromAfter(starts, isEmpty)).toBe(at)
  })
})

describe('proof is given up', () => {
  it.each([
    [{ starts: 4, reads: 3 }, 31_000, true],
    [{ starts: 4, reads: 3 }, 30_999, false],
    [{ starts: 1, reads: 3 }, 31_000, true],
    [{ starts: 4, reads: 2 }, 99_000, false],
  ])('after %o at %i ms: %s', (facts, now, given) => {
    expect(lostStarts(facts).isGivenUp(10_000, now)).toBe(given)
  })
})
