import { describe, expect, it } from 'vitest'
import { around, intervalOfRequests, runAtInterval } from '../../bench/polling/interval.ts'
import { runWithPoller } from '../../bench/polling/run.ts'
import { runWithTerraform, terraformReads } from '../../bench/polling/terraform.ts'
import { FAMILIES, INFORMATIVE, type Trace, tracesOf } from '../../bench/polling/traces.ts'
import { mean } from '../../bench/statistics.ts'
import { fixedSchedule } from '../../src/precheck/schedule.ts'

const SEED = 5
const RUNS = 40

const silent = (durationMs: number): Trace => ({ durationMs, progressAt: () => 0 })
const traces = (family: (typeof FAMILIES)[number]) =>
  Array.from({ length: RUNS }, (_, run) => tracesOf(family, 3, run, SEED)).flat()
/** Progress at 200 equally distant times before the end. */
const courseOf = ({ durationMs, progressAt }: Trace) =>
  Array.from({ length: 200 }, (_, step) => progressAt((durationMs * step) / 200))

describe('the traces of the bench', () => {
  it.each(FAMILIES)('are the same for the same seed and others for another: %s', family => {
    const courses = (seed: number) =>
      tracesOf(family, 4, 0, seed).map(trace => [trace.durationMs, courseOf(trace)])
    expect(courses(1)).toEqual(courses(1))
    expect(courses(1)).not.toEqual(courses(2))
  })

  it.each(FAMILIES)('last from 4 s to 15 min and show rising progress below 100: %s', family => {
    for (const trace of traces(family)) {
      expect(trace.durationMs).toBeGreaterThan(4_000)
      expect(trace.durationMs).toBeLessThan(15 * 60_000)
      const course = courseOf(trace)
      expect(course).toEqual(course.toSorted((a, b) => a - b))
      expect(course.every(progress => Number.isInteger(progress) && progress >= 0 && progress <= 99)).toBe(
        true,
      )
    }
  })

  it.each(INFORMATIVE)('are more than half way through at three quarters of the time, mostly: %s', family => {
    const atThreeQuarters = traces(family).map(({ durationMs, progressAt }) => progressAt(durationMs * 0.75))
    expect(atThreeQuarters.filter(progress => progress > 50).length).toBeGreaterThan(
      atThreeQuarters.length * 0.9,
    )
  })

  it('tell nothing at all when silent, and nothing more from 90 % on when stuck', () => {
    expect(
      traces('silent')
        .flatMap(courseOf)
        .every(progress => progress === 0),
    ).toBe(true)
    for (const { durationMs, progressAt } of traces('stuck')) {
      expect(progressAt(durationMs * 0.71)).toBeGreaterThanOrEqual(90)
      expect(progressAt(durationMs * 0.71)).toBe(progressAt(durationMs * 0.99))
    }
  })
})

describe('the schedules that the bench compares with', () => {
  it("read as Terraform's provider does: after 20 s, then after 0 to 6.4 s, then every 10 s", () => {
    const reads = [20_000, 20_200, 20_600, 21_400, 23_000, 26_200, 32_600, 42_600, 52_600]
    expect(terraformReads(50_000)).toEqual(reads)
    expect(terraformReads(1)).toEqual([20_000])
    expect(runWithTerraform([silent(50_000), silent(20_100)])).toEqual({
      requests: 2 + 9 + 2,
      knownAt: 52_600,
    })
  })

  it('count a start and a read per ten tasks and round of a fixed interval', () => {
    expect(runAtInterval([silent(12_000)], 5_000)).toEqual({ requests: 1 + 3, knownAt: 15_000 })
    const eleven = [...Array.from({ length: 10 }, () => silent(4_000)), silent(12_000)]
    // Two starts, two reads in the first round, one in each of the next two.
    expect(runAtInterval(eleven, 5_000)).toEqual({ requests: 2 + 4, knownAt: 15_000 })
  })

  it("reckon a fixed interval as the gate's own poller runs it", async () => {
    for (const family of FAMILIES) {
      const run = tracesOf(family, 23, 0, SEED)
      const { requests, knownAt } = await runWithPoller(run, () => fixedSchedule(7_000))
      expect({ requests, knownAt }).toEqual(runAtInterval(run, 7_000))
    }
  })

  it('find the interval that costs as many requests', () => {
    const runs = Array.from({ length: 200 }, (_, run) => tracesOf('silent', 1, run, SEED))
    const cost = (intervalMs: number) => mean(runs.map(run => runAtInterval(run, intervalMs).requests))
    const interval = intervalOfRequests(runs, 12)
    expect(cost(interval)).toBeLessThanOrEqual(12)
    expect(cost(interval * 0.99)).toBeGreaterThan(12)
    expect(mean(around(interval))).toBeCloseTo(interval)
  })
})
