import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { autoSchedule, fixedSchedule, type Outlook, type Schedule } from '../../src/precheck/schedule.ts'

const FAR_MS = 10_000_000
/** What adding up fractions of a round may cost. */
const ROUNDING_MS = 1e-6
const AT_ONCE = Number.NEGATIVE_INFINITY

const outlook = (facts: Partial<Outlook> = {}): Outlook => ({
  since: 0,
  progress: null,
  settling: false,
  ...facts,
})

/** The times of the rounds up to `untilMs`, asked for as the poller does; `open` is what the last round showed. */
function roundsOf(
  schedule: Schedule,
  untilMs: number,
  open: (lastRound: number) => readonly Outlook[] = () => [outlook()],
): readonly number[] {
  const rounds: number[] = []
  let lastRound = 0
  for (;;) {
    const next = dueAfter(schedule, open(lastRound), lastRound)
    if (next > untilMs) return rounds
    rounds.push(next)
    lastRound = next
  }
}

/** A round begins when the schedule, asked at that time, still says so. */
function dueAfter(schedule: Schedule, open: readonly Outlook[], lastRound: number): number {
  let now = lastRound
  for (;;) {
    const due = schedule.nextRound(open, lastRound, now)
    if (due <= now) return now
    now = due
  }
}

const pauses = (rounds: readonly number[]) => rounds.map((at, index) => at - (rounds[index - 1] ?? 0))
const mostWithin = (rounds: readonly number[], windowMs: number) =>
  Math.max(...rounds.map(from => rounds.filter(at => at >= from && at < from + windowMs).length))

describe('a fixed interval', () => {
  it('lies between the beginnings of rounds, whatever they showed', () => {
    const open = [outlook({ progress: 99, settling: true }), outlook()]
    expect(fixedSchedule(700).nextRound(open, 5_000, 5_650)).toBe(5_700)
  })

  it('lies between a late start and the first read, but makes nobody else wait for it', () => {
    const late = outlook({ since: 5_200 })
    expect(fixedSchedule(700).nextRound([late], 5_000, 5_200)).toBe(5_900)
    expect(fixedSchedule(700).nextRound([late, outlook()], 5_000, 5_200)).toBe(5_700)
  })

  it('reads at once where nothing was started', () => {
    expect(fixedSchedule(700).nextRound([outlook()], AT_ONCE, 40)).toBeLessThanOrEqual(40)
  })
})

describe('the adaptive schedule', () => {
  it('reads 1 s after the start, then at 15 s and every 8 s while nothing is known', () => {
    expect(roundsOf(autoSchedule(FAR_MS), 32_000)).toEqual([1_000, 15_000, 23_000, 31_000])
  })

  it('reads at once where nothing was started, also shortly before the deadline', () => {
    expect(autoSchedule(FAR_MS).nextRound([outlook()], AT_ONCE, 40)).toBeLessThanOrEqual(40)
    expect(autoSchedule(1_500).nextRound([outlook()], AT_ONCE, 40)).toBeLessThanOrEqual(40)
  })

  it('waits a third of the time that is estimated to remain, half a percent taken to be untold', () => {
    const next = autoSchedule(FAR_MS).nextRound([outlook({ progress: 80 })], 40_000, 40_000)
    expect(next).toBeCloseTo(40_000 + ((40_000 * 100) / 80.5 - 40_000) / 3)
  })

  it.each<Partial<Outlook>>([{}, { progress: 40 }, { progress: 80 }, { progress: 99.5 }, { settling: true }])(
    'reckons from the start of the task, not from that of the clock: %j',
    facts => {
      const early = autoSchedule(FAR_MS).nextRound([outlook(facts)], 40_000, 40_000)
      const late = autoSchedule(FAR_MS).nextRound([outlook({ ...facts, since: 50_000 })], 90_000, 90_000)
      expect(late - 90_000).toBeCloseTo(early - 40_000)
    },
  )

  it('waits more than twice as long once a burst has been spent', () => {
    const open = [outlook({ progress: 24.5 })]
    const [rich, poor] = [autoSchedule(FAR_MS), autoSchedule(FAR_MS)]
    // At 99 % of an end that never comes it reads every second or two.
    roundsOf(poor, 6_500, () => [outlook({ progress: 99 })])
    expect(rich.nextRound(open, 10_000, 10_000)).toBeCloseTo(20_000)
    expect(poor.nextRound(open, 10_000, 10_000)).toBeGreaterThan(30_000)
  })

  it('draws its reads together towards the estimated end', () => {
    const rounds = roundsOf(autoSchedule(FAR_MS), 100_000, at => [
      outlook({ progress: Math.floor(at / 1_000) }),
    ])
    const apart = pauses(rounds.filter(at => at >= 15_000)).slice(1)
    expect(apart.length).toBeGreaterThan(5)
    expect(apart).toEqual(apart.toSorted((a, b) => b - a))
  })

  it('reckons from when a progress was first seen, not from when it was last seen', () => {
    const schedule = autoSchedule(FAR_MS)
    const open = [outlook({ progress: 49.5 })]
    schedule.nextRound(open, 30_000, 30_000)
    // First seen at 30 s, so the end is expected at 60 s: 15 s after this look, not 45 s. One of five rounds is spent.
    const part = 0.8 / 3 + 0.2
    expect(schedule.nextRound(open, 45_000, 45_000)).toBeCloseTo(45_000 + 15_000 * part)
  })

  it('slows down where an expected end has gone by, in thirds of the time since, up to 6 s', () => {
    const stuck = () => [outlook({ progress: 99.5 })]
    const rounds = roundsOf(autoSchedule(FAR_MS), 120_000, at => (at < 20_000 ? [outlook()] : stuck()))
    const late = pauses(rounds).slice(-5)
    expect(late.every(pause => Math.abs(pause - 6_000) < 1)).toBe(true)
  })

  it('waits a third of the time since an expected end', () => {
    const schedule = autoSchedule(FAR_MS)
    const open = [outlook({ progress: 99.5 })]
    schedule.nextRound(open, 10_000, 10_000)
    expect(schedule.nextRound(open, 22_000, 22_000)).toBeCloseTo(26_000)
  })

  it('waits a third of what would remain were the standstill taken in, where that is longer', () => {
    const schedule = autoSchedule(FAR_MS)
    const open = [outlook({ progress: 74.5 })]
    schedule.nextRound(open, 9_000, 9_000)
    // Expected at 12 s, so 3 s overdue; with 75 % after 15 s another 5 s would remain.
    expect(schedule.nextRound(open, 15_000, 15_000)).toBeCloseTo(15_000 + 5_000 / 3)
  })

  it('reads every second while a burst lasts, and then as often as reads are earned', () => {
    const nearEnd = () => [outlook({ since: -60_000, progress: 99.5 })]
    const all = pauses(roundsOf(autoSchedule(FAR_MS), 40_000, nearEnd))
    expect(all.slice(0, 4)).toEqual([1_000, 1_000, 1_000, 1_000])
    expect(all.slice(4, 7).every(pause => pause > 1_000 && pause < 6_000)).toBe(true)
    const later = all.slice(7)
    expect(later.length).toBeGreaterThan(2)
    for (const pause of later) expect(pause).toBeCloseTo(6_000)
  })

  it('looks at a result that settles as often as it is old, then every 5 s', () => {
    const settling = [outlook({ settling: true })]
    const after = (lastRound: number) =>
      autoSchedule(FAR_MS).nextRound(settling, lastRound, lastRound) - lastRound
    expect([1_000, 2_000, 4_000, 60_000].map(after)).toEqual([1_000, 2_000, 4_000, 5_000])
  })

  it('counts from the begin of the pre-check, whenever that was: the second blind read comes 15 s after it', () => {
    const late = [outlook({ since: 40_000 })]
    expect(autoSchedule(FAR_MS).nextRound(late, 41_000, 41_000)).toBe(55_000)
  })

  it('waits longer the longer a pre-check has lasted: 4.5 % of the time gone', () => {
    const next = autoSchedule(FAR_MS).nextRound([outlook()], 400_000, 400_000)
    expect(next).toBeCloseTo(400_000 + 18_000)
  })

  it('waits longer the more tasks are open without any progress', () => {
    const alone = autoSchedule(FAR_MS).nextRound([outlook()], 20_000, 20_000)
    const two = autoSchedule(FAR_MS).nextRound([outlook(), outlook()], 20_000, 20_000)
    expect(alone).toBe(28_000)
    expect(two).toBeCloseTo(20_000 + 8_000 * 2 ** 1.5)
  })

  it('pays for the further requests of a large round, so that 1,000 tasks are read less often than ten', () => {
    const perMinute = (tasks: number) => {
      const open = Array.from({ length: tasks }, () => outlook({ progress: 99 }))
      return roundsOf(autoSchedule(FAR_MS), 1_200_000, () => open).length / 20
    }
    expect(perMinute(1)).toBeGreaterThan(perMinute(1_000) * 1.5)
  })

  it('follows the task whose end is farthest away, because the verdict waits for it', () => {
    const open = [outlook({ progress: 99 }), outlook({ progress: 50 })]
    const alone = autoSchedule(FAR_MS).nextRound([outlook({ progress: 50 })], 20_000, 20_000)
    expect(autoSchedule(FAR_MS).nextRound(open, 20_000, 20_000)).toBe(alone)
    expect(alone).toBeGreaterThan(26_000)
  })

  it('never waits longer than 30 s, however little progress there is', () => {
    expect(autoSchedule(FAR_MS).nextRound([outlook({ progress: 1 })], 600_000, 600_000)).toBe(630_000)
  })

  it('lets time that passes without news not move the next read away', () => {
    const schedule = autoSchedule(FAR_MS)
    const open = [outlook({ progress: 40 })]
    const due = schedule.nextRound(open, 10_000, 10_050)
    expect(due).toBeGreaterThan(14_000)
    for (const now of [12_000, due - 1, due]) expect(schedule.nextRound(open, 10_000, now)).toBe(due)
  })

  it('takes a progress of 0 for no progress to go by', () => {
    const next = autoSchedule(FAR_MS).nextRound([outlook({ progress: 0 })], 100_000, 100_000)
    expect(next).toBe(108_000)
  })

  it('takes a progress of 100 with open items for an end that is due at any moment', () => {
    const next = autoSchedule(FAR_MS).nextRound([outlook({ progress: 100 })], 100_000, 100_000)
    expect(next).toBe(101_000)
  })

  it('reads a result that settles every 5 s at least, even beyond what it has earned', () => {
    const open = () => [outlook({ progress: 100, settling: true }), outlook({ progress: 2 })]
    const rounds = roundsOf(autoSchedule(FAR_MS), 240_000, open)
    expect(Math.max(...pauses(rounds))).toBe(5_000)
    expect(mostWithin(rounds, 60_000)).toBeGreaterThan(10)
  })

  it('earns back what a long settling cost without ever waiting more than 30 s', () => {
    const settlesUntil = 1_800_000
    const rounds = roundsOf(autoSchedule(FAR_MS), 2_400_000, at => [outlook({ settling: at < settlesUntil })])
    const after = rounds.filter(at => at > settlesUntil + 30_000)
    expect(after.length).toBeGreaterThan(10)
    expect(Math.max(...pauses(rounds))).toBeLessThanOrEqual(30_000)
  })

  it('keeps one read for shortly before the deadline', () => {
    const rounds = roundsOf(autoSchedule(60_000), 60_000)
    expect(rounds.at(-1)).toBe(58_000)
  })

  it('spends the last read though it is not earned', () => {
    const manyRequests = () => Array.from({ length: 1_000 }, () => outlook({ progress: 99 }))
    const [first, second] = roundsOf(autoSchedule(FAR_MS), 40_000, manyRequests)
    expect(second).toBeGreaterThan(10_000)
    expect(roundsOf(autoSchedule(8_000), 8_000, manyRequests)).toEqual([first, 6_000])
  })

  it('has no last read within 1 s of the one before', () => {
    const schedule = autoSchedule(60_000)
    expect(schedule.nextRound([outlook({ progress: 50 })], 57_500, 57_500)).toBeGreaterThan(60_000)
  })

  it('reads a task that began after the last round 1 s after its start, whatever the others need', () => {
    const others = outlook({ progress: 10 })
    const schedule = autoSchedule(FAR_MS)
    expect(schedule.nextRound([others], 100_000, 100_000)).toBe(130_000)
    expect(schedule.nextRound([others, outlook({ since: 104_000 })], 100_000, 104_000)).toBe(105_000)
  })

  it('waits for the first start that worked, not for one that was refused before it', () => {
    expect(autoSchedule(FAR_MS).nextRound([outlook({ since: 5_000 })], 0, 5_000)).toBe(6_000)
  })
})

describe('whatever a pre-check shows, the adaptive schedule', () => {
  const LONG_MS = 1_200_000
  const shown = fc.array(
    fc.record({
      progress: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 100 })),
      settling: fc.constant(false),
    }),
    { minLength: 1, maxLength: 4 },
  )
  const course = fc.array(shown, { minLength: 1, maxLength: 40 })
  const follow = (steps: readonly (readonly Partial<Outlook>[])[]) => {
    let step = 0
    return () => (steps[step++ % steps.length] ?? []).map(outlook)
  }

  it('keeps between 1 s and 30 s, and below 10 rounds a minute with bursts of 5', () => {
    fc.assert(
      fc.property(course, steps => {
        const rounds = roundsOf(autoSchedule(FAR_MS), LONG_MS, follow(steps))
        expect(Math.min(...pauses(rounds))).toBeGreaterThanOrEqual(1_000 - ROUNDING_MS)
        expect(Math.max(...pauses(rounds))).toBeLessThanOrEqual(30_000 + ROUNDING_MS)
        for (const minutes of [1, 3, 10]) {
          expect(mostWithin(rounds, minutes * 60_000)).toBeLessThanOrEqual(5 + 10 * minutes)
        }
      }),
      { seed: 20260101, numRuns: 60 },
    )
  })

  it('reads within the last 3 s before the deadline', () => {
    fc.assert(
      fc.property(course, fc.integer({ min: 4_000, max: 200_000 }), (steps, deadlineMs) => {
        const rounds = roundsOf(autoSchedule(deadlineMs), deadlineMs, follow(steps))
        expect(rounds.at(-1)).toBeGreaterThanOrEqual(deadlineMs - 3_000)
        expect(rounds.at(-1)).toBeLessThanOrEqual(deadlineMs)
      }),
      { seed: 20260102, numRuns: 200 },
    )
  })

  it('gives the same answer to whoever asks again, and loses no budget by it', () => {
    fc.assert(
      fc.property(course, fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (steps, questions) => {
        const [asked, left] = [autoSchedule(FAR_MS), autoSchedule(FAR_MS)]
        let lastRound = 0
        for (const step of steps) {
          const open = step.map(outlook)
          const due = dueAfter(left, open, lastRound)
          for (const part of [...questions.toSorted((a, b) => a - b), 1]) {
            const now = lastRound + part * (due - lastRound)
            expect(asked.nextRound(open, lastRound, now)).toBeCloseTo(due, 3)
          }
          lastRound = due
        }
      }),
      { seed: 20260103, numRuns: 100 },
    )
  })
})
