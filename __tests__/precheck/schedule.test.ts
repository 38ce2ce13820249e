import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { autoSchedule, fixedSchedule, type Schedule } from '../../src/precheck/schedule.ts'
import type { Outlook } from '../../src/precheck/task-course.ts'

const FAR_MS = 10_000_000
/** What adding up fractions of a round may cost. */
const ROUNDING_MS = 1e-6
const AT_ONCE = Number.NEGATIVE_INFINITY

const outlook = (facts: Partial<Outlook> = {}): Outlook => ({
  id: 'a',
  since: 0,
  progress: null,
  settling: false,
  unproven: false,
  underWay: false,
  ...facts,
})
/** So many tasks that show the same. */
const crowd = (tasks: number, facts: Partial<Outlook> = {}): readonly Outlook[] =>
  Array.from({ length: tasks }, (_, index) => outlook({ ...facts, id: `t${index}` }))
/** When the round after one at such a time is due; the answers to that one were what is given. */
function nextAfter(schedule: Schedule, open: readonly Outlook[], at: number): number {
  schedule.begin(
    open.map(task => ({ ...task, progress: null })),
    at,
  )
  return schedule.nextRound(open, at, at)
}
const firstAfter = (open: readonly Outlook[], at: number) => nextAfter(autoSchedule(FAR_MS), open, at)
/** Of what remains: one of five rounds is spent. */
const RICH = 0.28
const PART = 0.8 * RICH + 0.2

/** The times of the rounds up to `untilMs`, asked for as the poller does; `open` is what the last round showed. */
function roundsOf(
  schedule: Schedule,
  untilMs: number,
  open: (lastRound: number) => readonly Outlook[] = () => [outlook()],
): readonly number[] {
  const rounds: number[] = []
  let lastRound = 0
  for (;;) {
    const shown = open(lastRound)
    const next = dueAfter(schedule, shown, lastRound)
    if (next > untilMs) return rounds
    schedule.begin(shown, next)
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
  it('reads 5 s after the start, then at 15 s and every 9 s while nothing is known', () => {
    expect(roundsOf(autoSchedule(FAR_MS), 34_000)).toEqual([5_000, 15_000, 24_000, 33_000])
  })

  it.each<Partial<Outlook>>([{ unproven: true }, { settling: true }])(
    'reads 1 s after the start where the answer could be an old one: %j',
    facts => {
      expect(autoSchedule(FAR_MS).nextRound([outlook(facts)], 0, 0)).toBe(1_000)
      expect(autoSchedule(FAR_MS).nextRound([outlook({ id: 'b' }), outlook(facts)], 0, 0)).toBe(1_000)
    },
  )

  it('reads at once where nothing was started, also shortly before the deadline', () => {
    expect(autoSchedule(FAR_MS).nextRound([outlook()], AT_ONCE, 40)).toBeLessThanOrEqual(40)
    expect(autoSchedule(1_500).nextRound([outlook()], AT_ONCE, 40)).toBeLessThanOrEqual(40)
  })

  it('waits a part of the time that is estimated to remain, a quarter of a percent taken to be untold', () => {
    const next = firstAfter([outlook({ progress: 80 })], 40_000)
    expect(next).toBeCloseTo(40_000 + ((40_000 * 100) / 80.25 - 40_000) * PART)
  })

  it.each<Partial<Outlook>>([
    {},
    { progress: 40 },
    { progress: 80 },
    { progress: 99.75 },
    { settling: true },
  ])('reckons from the start of the task, not from that of the clock: %j', facts => {
    const early = firstAfter([outlook(facts)], 40_000)
    const late = firstAfter([outlook({ ...facts, since: 50_000 })], 90_000)
    expect(late - 90_000).toBeCloseTo(early - 40_000)
  })

  it('waits more than twice as long once a burst has been spent', () => {
    const open = [outlook({ progress: 49.75 })]
    const [rich, poor] = [autoSchedule(FAR_MS), autoSchedule(FAR_MS)]
    // At 99 % of an end that never comes it reads every second or two.
    for (let at = 1_000; at <= 6_000; at += 1_000) poor.begin([outlook({ id: 'b' })], at)
    expect(nextAfter(rich, open, 10_000)).toBeCloseTo(10_000 + 10_000 * PART)
    expect(nextAfter(poor, open, 10_000)).toBeGreaterThan(10_000 + 2 * 10_000 * PART)
  })

  it('draws its reads together towards the estimated end', () => {
    const rounds = roundsOf(autoSchedule(FAR_MS), 100_000, at => [
      outlook({ progress: Math.floor(at / 1_000) }),
    ])
    const apart = pauses(rounds.filter(at => at >= 60_000)).slice(1)
    expect(apart.length).toBeGreaterThan(5)
    expect(apart).toEqual(apart.toSorted((a, b) => b - a))
  })

  it('reckons from when a progress was first seen, not from when it was last seen', () => {
    const schedule = autoSchedule(FAR_MS)
    const open = [outlook({ progress: 49.75 })]
    nextAfter(schedule, open, 30_000)
    // First seen at 30 s, so the end is expected at 60 s: 15 s after this look, not 45 s.
    expect(nextAfter(schedule, open, 45_000)).toBeCloseTo(45_000 + 15_000 * PART)
  })

  it('reckons for each task from its own reads', () => {
    const schedule = autoSchedule(FAR_MS)
    nextAfter(schedule, [outlook({ id: 'a', progress: 49.75 })], 10_000)
    // The other one shows the same, but is seen to do so only now: its end is expected at 40 s.
    const [first, second] = ['a', 'b'].map(id => outlook({ id, progress: 49.75 }))
    if (first === undefined || second === undefined) throw new Error('there are two')
    expect(nextAfter(schedule, [first, second], 20_000)).toBeCloseTo(20_000 + 20_000 * PART)
  })

  it('slows down where an expected end has gone by, in thirds of the time since, up to 9 s', () => {
    const stuck = () => [outlook({ progress: 99.75 })]
    const rounds = roundsOf(autoSchedule(FAR_MS), 120_000, at => (at < 20_000 ? [outlook()] : stuck()))
    const late = pauses(rounds).slice(-5)
    expect(late.every(pause => Math.abs(pause - 9_000) < 1)).toBe(true)
  })

  it('waits a third of the time since an expected end', () => {
    const schedule = autoSchedule(FAR_MS)
    const open = [outlook({ progress: 99.75 })]
    nextAfter(schedule, open, 10_000)
    expect(nextAfter(schedule, open, 22_000)).toBeCloseTo(26_000)
  })

  it('waits the part of a full budget of what would remain were the standstill taken in, where that is longer', () => {
    const schedule = autoSchedule(FAR_MS)
    const open = [outlook({ progress: 74.75 })]
    nextAfter(schedule, open, 9_000)
    // Expected at 12 s, so 3 s overdue; with 75 % after 15 s another 5 s would remain.
    expect(nextAfter(schedule, open, 15_000)).toBeCloseTo(15_000 + 5_000 * RICH)
  })

  it('reads every second while a burst lasts, and then as often as reads are earned', () => {
    const nearEnd = (at: number) => [outlook({ progress: 99 + at / 1_000_000 })]
    const all = pauses(roundsOf(autoSchedule(FAR_MS), 60_000, nearEnd))
    expect(all.slice(1, 5)).toEqual([1_000, 1_000, 1_000, 1_000])
    const later = all.slice(8)
    expect(later.length).toBeGreaterThan(2)
    for (const pause of later) expect(pause).toBeCloseTo(6_000)
  })

  it('looks at a result that settles as often as it is old, then every 5 s', () => {
    const settling = [outlook({ settling: true })]
    const after = (lastRound: number) => firstAfter(settling, lastRound) - lastRound
    expect([1_000, 2_000, 4_000, 60_000].map(after)).toEqual([1_000, 2_000, 4_000, 5_000])
  })

  it('counts from the begin of the pre-check, whenever that was: the second blind read comes 15 s after it', () => {
    expect(firstAfter([outlook({ since: 40_000 })], 45_000)).toBe(55_000)
  })

  it('waits no longer the longer a pre-check has lasted', () => {
    expect(firstAfter([outlook()], 400_000)).toBe(409_000)
  })

  it('waits longer the more tasks are open without any progress, but not much', () => {
    const alone = firstAfter([outlook()], 20_000)
    const four = firstAfter(crowd(4), 20_000)
    expect(alone).toBe(29_000)
    expect(four).toBeCloseTo(20_000 + 9_000 * 4 ** 0.3)
  })

  it('pays for the further requests of a large round, so that 1,000 tasks are read less often than ten', () => {
    const perMinute = (tasks: number) => {
      // Near the end, so that it is what is earned that counts.
      const open = crowd(tasks, { progress: 99, settling: false })
      return (
        roundsOf(autoSchedule(FAR_MS), 600_000, at =>
          open.map(task => ({ ...task, progress: 99 + (at % 2) / 10 })),
        ).length / 10
      )
    }
    expect(perMinute(10)).toBeGreaterThan(perMinute(1_000) * 1.1)
  })

  it('follows the task whose end is farthest away, because the verdict waits for it', () => {
    const far = outlook({ progress: 62 })
    const alone = firstAfter([far], 20_000)
    expect(firstAfter([outlook({ id: 'b', progress: 99 }), far], 20_000)).toBe(alone)
    expect(alone).toBeGreaterThan(25_000)
  })

  it('never waits longer than 15 s, however little progress there is', () => {
    expect(firstAfter([outlook({ progress: 1 })], 600_000)).toBe(615_000)
  })

  it('lets time that passes without news not move the next read away', () => {
    const schedule = autoSchedule(FAR_MS)
    const open = [outlook({ progress: 40 })]
    const due = nextAfter(schedule, open, 10_000)
    expect(due).toBeGreaterThan(14_000)
    for (const now of [12_000, due - 1, due]) expect(schedule.nextRound(open, 10_000, now)).toBe(due)
  })

  it('takes a progress of 0 for no progress to go by', () => {
    expect(firstAfter([outlook({ progress: 0 })], 100_000)).toBe(109_000)
  })

  it('takes a progress of 100 with open items for an end that is due at any moment', () => {
    expect(firstAfter([outlook({ progress: 100 })], 100_000)).toBe(101_000)
  })

  it('reads a result that settles every 5 s at least, even beyond what it has earned', () => {
    const open = () => [outlook({ progress: 100, settling: true }), outlook({ id: 'b', progress: 2 })]
    const rounds = roundsOf(autoSchedule(FAR_MS), 240_000, open)
    expect(Math.max(...pauses(rounds))).toBe(5_000)
    expect(mostWithin(rounds, 60_000)).toBeGreaterThan(10)
  })

  it('earns back what a long settling cost without ever waiting more than 15 s', () => {
    const settlesUntil = 1_800_000
    const rounds = roundsOf(autoSchedule(FAR_MS), 2_400_000, at => [outlook({ settling: at < settlesUntil })])
    const after = rounds.filter(at => at > settlesUntil + 15_000)
    expect(after.length).toBeGreaterThan(10)
    expect(Math.max(...pauses(rounds))).toBeLessThanOrEqual(15_000)
  })

  it('keeps one read for shortly before the deadline', () => {
    const rounds = roundsOf(autoSchedule(60_000), 60_000)
    expect(rounds.at(-1)).toBe(58_000)
  })

  it('spends the last read though it is not earned', () => {
    const schedule = autoSchedule(20_000)
    for (let at = 5_000; at < 10_000; at += 500) schedule.begin([outlook({ progress: 99 })], at)
    expect(schedule.nextRound([outlook({ progress: 99 })], 9_500, 9_500)).toBe(18_000)
  })

  it('has no last read within 1 s of the one before', () => {
    const schedule = autoSchedule(60_000)
    expect(nextAfter(schedule, [outlook({ progress: 50 })], 57_500)).toBeGreaterThan(60_000)
  })

  it('reads a task that began after the last round 5 s after its start, whatever the others need', () => {
    const others = outlook({ progress: 10 })
    const schedule = autoSchedule(FAR_MS)
    expect(nextAfter(schedule, [others], 100_000)).toBe(115_000)
    const late = outlook({ id: 'b', since: 104_000 })
    expect(schedule.nextRound([others, late], 100_000, 104_000)).toBe(109_000)
    expect(schedule.nextRound([others, { ...late, unproven: true }], 100_000, 104_000)).toBe(105_000)
  })

  it('takes a task that was started again for one that was never read', () => {
    const schedule = autoSchedule(FAR_MS)
    nextAfter(schedule, [outlook({ progress: 60 })], 20_000)
    expect(schedule.nextRound([outlook({ since: 31_000, settling: true })], 20_000, 31_000)).toBe(32_000)
  })

  it('waits for the first start that worked, not for one that was refused before it', () => {
    expect(autoSchedule(FAR_MS).nextRound([outlook({ since: 5_000 })], 0, 5_000)).toBe(10_000)
  })
})

describe('of many open tasks, the adaptive schedule', () => {
  const idsOf = (tasks: readonly Outlook[]) => tasks.map(({ id }) => id)
  const numbered = (progress: (index: number) => number | null, tasks = 100) =>
    crowd(tasks).map((task, index) => ({ ...task, progress: progress(index) }))

  /** After two rounds, of which the second has asked for all of up to a hundred. */
  function afterTwo(open: readonly Outlook[]): Schedule {
    const schedule = autoSchedule(FAR_MS)
    const nothing = open.map(task => ({ ...task, progress: null }))
    schedule.nextRound(nothing, 0, 5_000)
    schedule.begin(nothing, 5_000)
    schedule.nextRound(nothing, 5_000, 20_000)
    schedule.begin(nothing, 20_000)
    schedule.nextRound(open, 20_000, 20_000)
    return schedule
  }

  it('reads ten of up to a hundred, in the second round all of them, and one call more for each further hundred', () => {
    const sizes = (tasks: number) => {
      const schedule = autoSchedule(FAR_MS)
      return [5_000, 20_000, 30_000].map(at => {
        schedule.nextRound(crowd(tasks), at, at)
        return schedule.begin(crowd(tasks), at).length
      })
    }
    expect(sizes(10)).toEqual([10, 10, 10])
    expect(sizes(11)).toEqual([10, 11, 10])
    expect(sizes(100)).toEqual([10, 100, 10])
    expect(sizes(101)).toEqual([20, 100, 20])
    expect(sizes(1_000)).toEqual([100, 100, 100])
  })

  it('reads all at once in the first round of a query, whose results may all be there, and only in that', () => {
    const schedule = autoSchedule(FAR_MS)
    const tasks = crowd(1_000)
    expect(schedule.nextRound(tasks, AT_ONCE, 0)).toBe(AT_ONCE)
    expect(schedule.begin(tasks, 0)).toHaveLength(1_000)
    schedule.nextRound(tasks, 0, 15_000)
    expect(schedule.begin(tasks, 15_000)).toHaveLength(100)
  })

  it('reads those that end last, which set its pace, and then those that it has not read for longest', () => {
    const open = numbered(index => (index < 98 ? 40 : 30))
    const schedule = afterTwo(open)
    const seen = new Set<string>()
    for (let at = 21_000; at < 33_000; at += 1_000) {
      const read = idsOf(schedule.begin(open, at))
      expect(read).toHaveLength(10)
      expect(read).toContain('t98')
      expect(read).toContain('t99')
      for (const id of read) seen.add(id)
    }
    expect(seen.size).toBe(2 + 8 * 12)
  })

  it('reads before the others those whose end has gone by since they were read', () => {
    // At 20 s half of them seem to have 1 s left.
    const open = numbered(index => (index % 20 === 0 ? 95 : 20))
    const read = idsOf(afterTwo(open).begin(open, 25_000))
    for (const id of ['t0', 't20', 't40', 't60', 't80']) expect(read).toContain(id)
  })

  it('reads all that are due when no end lies ahead', () => {
    const open = numbered(index => (index < 60 ? 95 : null))
    const read = idsOf(afterTwo(open).begin(open, 25_000))
    expect(read).toHaveLength(60)
  })

  it('reads them all, a second later, when all of the last round have ended', () => {
    const open = numbered(() => null)
    const schedule = afterTwo(open)
    const read = new Set(idsOf(schedule.begin(open, 30_000)))
    const rest = open.filter(({ id }) => !read.has(id))
    expect(schedule.nextRound(rest, 30_000, 30_000)).toBe(31_000)
    expect(schedule.begin(rest, 31_000)).toHaveLength(90)
  })

  it('does not take answers that are under way for tasks that have ended', () => {
    const open = numbered(() => null)
    const schedule = afterTwo(open)
    const read = new Set(idsOf(schedule.begin(open, 30_000)))
    const waiting = open.map(task => ({ ...task, underWay: read.has(task.id) }))
    expect(schedule.nextRound(waiting, 30_000, 30_000)).toBeGreaterThan(35_000)
    const idle = waiting.filter(task => !task.underWay)
    expect(schedule.begin(idle, 40_000)).toHaveLength(10)
  })

  it.each<[string, Partial<Outlook>]>([
    ['a result has to prove itself', { settling: true }],
    ['the first answer could be an old one', { unproven: true }],
  ])('reads every task of which %s', (_why, facts) => {
    const schedule = autoSchedule(FAR_MS)
    const open = crowd(300).map((task, index) => (index < 150 ? { ...task, ...facts } : task))
    schedule.nextRound(open, 0, 1_000)
    const read = schedule.begin(open, 1_000)
    expect(read.filter(task => task.settling || task.unproven)).toHaveLength(150)
    expect(read).toHaveLength(150 + 20)
  })

  it('reads every task before the deadline', () => {
    const schedule = autoSchedule(60_000)
    for (const at of [5_000, 20_000, 35_000, 50_000]) schedule.begin(crowd(500), at)
    expect(schedule.nextRound(crowd(500), 50_000, 50_000)).toBe(58_000)
    expect(schedule.begin(crowd(500), 58_000)).toHaveLength(500)
  })

  it('passes no task over for ever, whatever they show', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 11, max: 120 }),
        fc.array(fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 100 })), { minLength: 1 }),
        (tasks, shown) => {
          const open = numbered(index => shown[index % shown.length] ?? null, tasks)
          const schedule = autoSchedule(FAR_MS)
          const read = new Set<string>()
          let lastRound = 0
          for (let round = 0; round < 40; round += 1) {
            const at = dueAfter(schedule, open, lastRound)
            for (const { id } of schedule.begin(open, at)) read.add(id)
            lastRound = at
          }
          expect(read.size).toBe(tasks)
        },
      ),
      { seed: 20261130, numRuns: 30 },
    )
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
  const numberedFrom = (step: readonly Partial<Outlook>[]) =>
    step.map((facts, index) => outlook({ ...facts, id: `t${index}` }))
  const follow = (steps: readonly (readonly Partial<Outlook>[])[]) => {
    let step = 0
    return () => numberedFrom(steps[step++ % steps.length] ?? [])
  }

  it('keeps between 1 s and 15 s, and below 10 rounds a minute with bursts of 5', () => {
    fc.assert(
      fc.property(course, steps => {
        const rounds = roundsOf(autoSchedule(FAR_MS), LONG_MS, follow(steps))
        expect(Math.min(...pauses(rounds))).toBeGreaterThanOrEqual(1_000 - ROUNDING_MS)
        expect(Math.max(...pauses(rounds))).toBeLessThanOrEqual(15_000 + ROUNDING_MS)
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
          const open = numberedFrom(step)
          const due = dueAfter(left, open, lastRound)
          for (const part of [...questions.toSorted((a, b) => a - b), 1]) {
            const now = lastRound + part * (due - lastRound)
            expect(asked.nextRound(open, lastRound, now)).toBeCloseTo(due, 3)
          }
          for (const schedule of [asked, left]) schedule.begin(open, due)
          lastRound = due
        }
      }),
      { seed: 20260103, numRuns: 100 },
    )
  })
})
