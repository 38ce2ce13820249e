import { describe, expect, it } from 'vitest'
import type { Task } from '../../src/precheck/model.ts'
import type { PrecheckService, Started } from '../../src/precheck/service.ts'
import type { FakeClock } from '../../testing/fake-clock.ts'
import {
  factsOf,
  finished,
  itemNamed,
  NOTHING_SHOWN,
  pictureAt,
  problemOf,
  readingOf,
  started,
  tasksNamed,
} from './fake-service.ts'
import { inEnglish } from './in-english.ts'
import { polling } from './polling.ts'

const ONE = tasksNamed('only')
const throttled = problemOf('service-unavailable', 'Could not start it: HTTP 429.')
const lost = problemOf('service-unavailable', 'Could not start it: HTTP 503.')

type Try = (task: Task, now: number) => Started
const unreached =
  (retryAt: number | null): Try =>
  task => ({ kind: 'not-started', task, problem: throttled, why: 'unreached', throttled: true, retryAt })
const refused: Try = task => ({
  kind: 'not-started',
  task,
  problem: problemOf('service-unavailable', 'Could not start it: DRS.M01503.'),
  why: 'refused',
  throttled: false,
  retryAt: null,
})
const unconfirmed: Try = task => ({ kind: 'unconfirmed', task, precheckId: null, problem: lost })
const refusal = problemOf('start-refused')
const endedAtStart: Try = task => ({ kind: 'ended', task, problem: refusal })

interface Course {
  /** What each try comes to; the last one again for all that follow. */
  readonly tries: readonly Try[]
  /** Milliseconds that the last of them takes. */
  readonly takes?: number
  readonly read?: (task: Task, startsSoFar: number) => ReturnType<typeof readingOf>
}

/** A service whose tasks take several tries to start, and which remembers when each was started and read. */
function startingLate(clock: FakeClock, courses: Readonly<Record<string, Course>>) {
  const reads: (readonly [string, number])[] = []
  const starts: (readonly [string, number])[] = []
  const countOf = (id: string) => starts.filter(([started]) => started === id).length
  const courseOf = (task: Task) => courses[task.id] ?? { tries: [started] }
  const service: PrecheckService = {
    batchSize: 10,
    start: async tasks => {
      for (const task of tasks) starts.push([task.id, clock.now()])
      const takes = tasks.map(task => {
        const { tries, takes = 0 } = courseOf(task)
        return countOf(task.id) === tries.length ? takes : 0
      })
      await clock.sleep(Math.max(...takes))
      return tasks.map(task => {
        const { tries } = courseOf(task)
        return (tries[countOf(task.id) - 1] ?? tries.at(-1) ?? started)(task, clock.now())
      })
    },
    read: async tasks => {
      for (const task of tasks) reads.push([task.id, clock.now()])
      return tasks.map(task => courseOf(task).read?.(task, countOf(task.id)) ?? readingOf(task, finished))
    },
  }
  return { service, reads, starts }
}

function polledLate(courses: Readonly<Record<string, Course>>, deadlineMs = 600_000) {
  let made: Pick<ReturnType<typeof startingLate>, 'reads' | 'starts'> = { reads: [], starts: [] }
  const begun = polling({
    tasks: tasksNamed(...Object.keys(courses)),
    deadlineMs,
    interval: 'auto',
    service: clock => {
      const late = startingLate(clock, courses)
      made = late
      return late.service
    },
  })
  const results = async () => begun.clock.until(begun.results)
  const times = (calls: readonly (readonly [string, number])[]) => calls.map(([, at]) => at)
  return {
    ...begun,
    results,
    readTimes: () => made.reads,
    startTimes: () => times(made.starts),
    reads: () => times(made.reads),
  }
}

describe('a task whose start came to nothing', () => {
  it('is started again at the time that the service named, and read 1 s after the try that worked', async () => {
    const { results, reads, startTimes } = polledLate({
      only: { tries: [unreached(7_000), unreached(19_000), started] },
    })
    expect((await results()).map(({ freshness }) => freshness)).toEqual(['new'])
    expect(startTimes()).toEqual([0, 7_000, 19_000])
    expect(reads()).toEqual([20_000])
  })

  it('waits longer after each further failure where the service named no time', async () => {
    const { results, startTimes } = polledLate({
      only: { tries: [unreached(null), unreached(null), started] },
    })
    await results()
    expect(startTimes()).toEqual([0, 1_000, 3_000])
  })

  it('is given up after five repetitions where the service refuses it, as refused', async () => {
    const { results, startTimes } = polledLate({ only: { tries: [refused] } })
    const [result] = await results()
    expect(inEnglish(result?.problem)).toMatchObject({
      reason: 'start-refused',
      message: expect.stringContaining('M01503'),
    })
    expect(startTimes()).toHaveLength(6)
  })

  it('does not hold up those that have started, and asks nothing meanwhile', async () => {
    const { results, readTimes } = polledLate({
      late: { tries: [unreached(19_000), started] },
      prompt: { tries: [started] },
    })
    await results()
    expect(readTimes()).toEqual([
      ['prompt', 1_000],
      ['late', 20_000],
    ])
  })

  it('is started again in one call with those that failed with it', async () => {
    const courses = { a: { tries: [unreached(null), started] }, b: { tries: [unreached(null), started] } }
    const { results, startTimes } = polledLate(courses)
    await results()
    expect(startTimes()).toEqual([0, 0, 1_000, 1_000])
  })

  it('is shown as throttled until it has started', async () => {
    const { results, views } = polledLate({ only: { tries: [unreached(7_000), started] } })
    await results()
    expect(views[0]).toMatchObject({ done: 0, throttled: false, trouble: null })
    expect(views[1]).toMatchObject({ throttled: true, trouble: throttled.message, nextRoundInMs: null })
    expect(views.at(-1)).toMatchObject({ done: 1, throttled: false, trouble: null })
  })

  it('ends with what a later try was answered', async () => {
    const { results, reads, clock } = polledLate({ only: { tries: [unreached(2_000), endedAtStart] } })
    expect((await results())[0]?.problem).toBe(refusal)
    expect([reads(), clock.now()]).toEqual([[], 2_000])
  })

  it('keeps what the answer to the start showed when the deadline comes before a read', async () => {
    const shown: Try = task => ({
      kind: 'started',
      task,
      precheckId: 'seen',
      boundById: true,
      picture: pictureAt(0, itemNamed('binlog', 'failed')),
    })
    const [result] = await polledLate({ only: { tries: [unreached(2_400), shown] } }, 2_900).results()
    expect(result?.items.map(item => item.id)).toEqual(['binlog'])
    expect(result?.problem?.reason).toBe('timed-out')
  })
})

describe('at the deadline, a task whose start is made again', () => {
  const problemAt = async (deadlineMs: number, course: Course) =>
    (await polledLate({ only: course }, deadlineMs).results())[0]?.problem

  it('ends with its fault while it waits for the next try', async () => {
    expect(await problemAt(10_000, { tries: [unreached(12_000), started] })).toBe(throttled)
  })

  it.each([400, 5_000])('says that a pre-check may be running when that try is %i ms old', async age => {
    const course = { tries: [unreached(10_000 - age), started], takes: 60_000 }
    const problem = await problemAt(10_000, course)
    expect(problem?.reason).toBe('service-unavailable')
    expect(problem?.message.in('en-us')).toContain('a pre-check may be running')
  })
})

const standing = {
  against: 'old',
  content: 'an old result',
  forMs: 20_000,
  cutShort: null,
  reads: 5,
  assumption: 'no-run-id',
} as const
const silent: Course['read'] = task => ({ kind: 'missing', task })
const old: Course['read'] = task => ({
  kind: 'answer',
  task,
  facts: factsOf({ finished: true, evidence: 'none', standing, picture: pictureAt(100, itemNamed('old')) }),
})

describe('a task whose start was not confirmed', () => {
  it('is started again 10 s later, when three reads have shown no new run', async () => {
    const read: Course['read'] = (task, starts) =>
      starts === 1 ? { kind: 'missing', task } : readingOf(task, finished)
    const { results, startTimes, reads } = polledLate({ only: { tries: [unconfirmed, started], read } })
    expect((await results())[0]).toMatchObject({ problem: null, freshness: 'new' })
    expect(startTimes()).toEqual([0, 10_000])
    expect(reads().filter(at => at < 10_000).length).toBeGreaterThanOrEqual(3)
  })

  it('is not started again once a read shows a new run', async () => {
    const read: Course['read'] = task => ({ kind: 'answer', task, facts: factsOf() })
    const { results, startTimes } = polledLate({ only: { tries: [unconfirmed], read } }, 60_000)
    const [result] = await results()
    expect(startTimes()).toEqual([0])
    expect(inEnglish(result?.problem)).toMatchObject({ reason: 'timed-out', code: null })
    expect(result?.problem?.message.in('en-us')).not.toContain('503')
  })

  it('is started again when the service keeps saying that there is no result', async () => {
    const read: Course['read'] = task => ({
      kind: 'unread',
      task,
      problem: lost,
      beside: null,
      isEmpty: true,
      retryAt: null,
      throttled: false,
    })
    const { results, startTimes } = polledLate({ only: { tries: [unconfirmed], read } }, 12_000)
    await results()
    expect(startTimes()).toEqual([0, 10_000])
  })

  it('is not started again while reads fail: they say nothing', async () => {
    const read: Course['read'] = task =>
      readingOf(task, { kind: 'unread', problem: lost, retryAt: null, throttled: false })
    const { results, startTimes } = polledLate({ only: { tries: [unconfirmed], read } }, 60_000)
    await results()
    expect(startTimes()).toEqual([0])
  })

  it('is started again three times at most, at growing distances', async () => {
    const { results, startTimes } = polledLate({ only: { tries: [unconfirmed], read: silent } }, 300_000)
    await results()
    const gaps = startTimes().map((at, index, all) => at - (all[index - 1] ?? 0))
    expect(startTimes()).toHaveLength(4)
    expect(gaps[1]).toBeGreaterThanOrEqual(10_000)
    expect(gaps[2]).toBeGreaterThan(gaps[1] ?? 0)
    expect(gaps[3]).toBeGreaterThan(gaps[2] ?? 0)
  })

  it('is read on when the repetition is refused, which proves nothing', async () => {
    const { results, startTimes } = polledLate({ only: { tries: [unconfirmed, refused], read: old } })
    const [result] = await results()
    expect(startTimes()).toHaveLength(4)
    expect(result).toMatchObject({ problem: { reason: 'not-verified' }, freshness: null, items: [] })
  })

  it('ends as not verified with an old result, after three times the time that a result has to stand', async () => {
    const { results, startTimes, clock } = polledLate({ only: { tries: [unconfirmed], read: old } })
    const [result] = await results()
    expect(result).toMatchObject({ problem: { reason: 'not-verified', httpStatus: null }, items: [] })
    const waited = clock.now() - (startTimes().at(-1) ?? 0)
    expect(waited).toBeGreaterThanOrEqual(60_000)
    expect(waited).toBeLessThanOrEqual(65_000)
  })

  it('ends as not verified at the deadline when an old result is all there is', async () => {
    const [result] = await polledLate({ only: { tries: [unconfirmed], read: old } }, 8_000).results()
    expect(result?.problem?.reason).toBe('not-verified')
  })

  it.each([
    ['silent', silent, 'timed-out'],
    ['old', old, 'not-verified'],
  ])('names the lost start first where the answers were %s', async (_words, read, reason) => {
    const [result] = await polledLate({ only: { tries: [unconfirmed], read } }, 9_000).results()
    expect(result?.problem?.reason).toBe(reason)
    expect(result?.problem?.message.in('en-us')).toMatch(
      /^It is not known whether the start has worked: .*HTTP 503/,
    )
  })

  it('ends with a final refusal of the repetition, the lost start first', async () => {
    const { results } = polledLate({ only: { tries: [unconfirmed, endedAtStart], read: silent } })
    const [result] = await results()
    expect(result?.problem?.reason).toBe('start-refused')
    expect(result?.problem?.message.in('en-us')).toContain('HTTP 503')
  })

  it('must stand anew from the confirmed repetition on', async () => {
    const { results, clock } = polledLate({ only: { tries: [unconfirmed, started], read: old } })
    const [result] = await results()
    expect(result).toMatchObject({ freshness: 'assumed', caveats: [{ kind: 'assumed' }] })
    expect(clock.now()).toBeGreaterThanOrEqual(30_000)
  })
})

describe('two tasks whose starts give one run id', () => {
  const shared: Try = task => ({ kind: 'started', task, precheckId: 't_1', boundById: true })

  it('end at once, both, with an invalid response', async () => {
    const { results, reads } = polledLate({ a: { tries: [shared] }, b: { tries: [shared] } })
    for (const { problem } of await results()) {
      expect(inEnglish(problem)).toMatchObject({
        reason: 'invalid-response',
        message: expect.stringContaining('t_1'),
      })
    }
    expect(reads()).toEqual([])
  })

  it('end both though the first has finished by then', async () => {
    const { results } = polledLate({ a: { tries: [shared] }, b: { tries: [unreached(30_000), shared] } })
    expect((await results()).map(({ problem }) => problem?.reason)).toEqual([
      'invalid-response',
      'invalid-response',
    ])
  })
})

it('a bug in a start that is made again makes the poll reject', async () => {
  const bug = new Error('a bug')
  let starts = 0
  const begun = polling({
    tasks: ONE,
    service: clock => ({
      batchSize: 1,
      start: async ([task]) => {
        starts += 1
        if (starts > 1) throw bug
        return task === undefined ? [] : [unreached(1_000)(task, clock.now())]
      },
      read: async () => [],
    }),
  })
  await expect(begun.clock.until(begun.results)).rejects.toBe(bug)
})

it('a task that a start says nothing of is not started over and over', async () => {
  const { service, results } = await (async () => {
    const begun = polling({ tasks: ONE, deadlineMs: 5_000, start: () => null })
    return { ...begun, results: await begun.clock.until(begun.results) }
  })()
  expect(service.starts).toHaveLength(1)
  expect(results[0]).toMatchObject({ problem: { reason: 'timed-out' }, ...{ items: NOTHING_SHOWN.items } })
})
