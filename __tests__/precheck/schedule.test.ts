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

  it('reads at once where nothing was started', () => {
    expect(fixedSchedule(700).nextRound([outlook()], AT_ONCE, 40)).toBeLessThanOrEqual(40)
  })
})

describe('the adaptive schedule', () => {
  it('reads 1 s after the start, in a burst of five, then as often as it has earned', () => {
    expect(roundsOf(autoSchedule(FAR_MS), 32_000)).toEqual([
      1_000, 2_000, 3_000, 4_000, 5_000, 7_000, 13_000, 19_000, 25_000, 31_000,
    ])
  })

  it('reads at once where nothing was started, also shortly before the deadline', () => {
    expect(autoSchedule(FAR_MS).nextRound([outlook()], AT_ONCE, 40)).toBeLessThanOrEqual(40)
    expect(autoSchedule(1_500).nextRound([outlook()], AT_ONCE, 40)).toBeLessThanOrEqual(40)
  })

  it('waits half of the time that is estimated to remain', () => {
    const schedule = autoSchedule(FAR_MS)
    expect(schedule.nextRound([outlook({ progress: 80 })], 40_000, 40_000)).toBe(45_000)
  })

  it('follows the task whose end is farthest away, because the verdict waits for it', () => {
    const open = [outlook({ progress: 99 }), outlook({ progress: 50 })]
    expect(autoSchedule(FAR_MS).nextRound(open, 20_000, 20_000)).toBe(30_000)
  })

  it('never waits longer than 30 s, however little progress there is', () => {
    expect(autoSchedule(FAR_MS).nextRound([outlook({ progress: 1 })], 600_000, 600_000)).toBe(630_000)
  })

  it('lets time that passes without news not move the next read away', () => {
    const schedule = autoSchedule(FAR_MS)
    const open = [outlook({ progress: 40 })]
    const due = schedule.nextRound(open, 10_000, 10_050)
    expect(due).toBe(17_500)
    for (const now of [12_000, 17_499, 17_500]) expect(schedule.nextRound(open, 10_000, now)).toBe(due)
  })

  it.each([0, 100])('takes a progress of %i for no progress to go by', progress => {
    const next = autoSchedule(FAR_MS).nextRound([outlook({ progress })], 100_000, 100_000)
    expect(next).toBe(115_000)
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
    const rounds = roundsOf(autoSchedule(9_000), 9_000)
    expect(rounds).toEqual([1_000, 2_000, 3_000, 4_000, 5_000, 7_000])
    expect(roundsOf(autoSchedule(12_000), 12_000).at(-1)).toBe(10_000)
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
