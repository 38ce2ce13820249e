import { describe, expect, it } from 'vitest'
import type { Task } from '../../src/precheck/model.ts'
import type { PrecheckService, Started } from '../../src/precheck/service.ts'
import type { FakeClock } from './fake-clock.ts'
import { finished, itemNamed, pictureAt, problemOf, started, tasksNamed } from './fake-service.ts'
import { polling } from './polling.ts'

const ONE = tasksNamed('only')
const throttled = problemOf('service-unavailable', 'Could not start it: HTTP 429.')

interface Course {
  /** Times of the tries; the first is made at once. What the last comes to is `end`. */
  readonly tries: readonly number[]
  readonly end: (task: Task) => Started
  /** Milliseconds that the last try takes. */
  readonly takes?: number
}

/** A service whose tasks start at the last of so many tries, and which remembers when each was read. */
function startingLate(clock: FakeClock, courses: Readonly<Record<string, Course>>) {
  const reads: (readonly [string, number])[] = []
  const tried = (task: Task, nth: number): Started => {
    const { tries, end, takes = 0 } = courses[task.id] ?? { tries: [0], end: started }
    const nextTryAt = tries[nth]
    if (nextTryAt === undefined) return end(task)
    const next = async () => {
      await clock.sleep(nextTryAt - clock.now())
      if (nth + 1 === tries.length) await clock.sleep(takes)
      return tried(task, nth + 1)
    }
    return { kind: 'starting', task, problem: throttled, throttled: true, nextTryAt, next }
  }
  const service: PrecheckService = {
    batchSize: 10,
    start: async tasks => tasks.map(task => tried(task, 1)),
    read: async tasks => {
      for (const task of tasks) reads.push([task.id, clock.now()])
      return tasks.map(task => ({ task, picture: null, state: finished }))
    },
  }
  return { service, reads }
}

function polledLate(courses: Readonly<Record<string, Course>>, deadlineMs = 60_000) {
  let reads: readonly (readonly [string, number])[] = []
  const begun = polling({
    tasks: tasksNamed(...Object.keys(courses)),
    deadlineMs,
    interval: 'auto',
    service: clock => {
      const late = startingLate(clock, courses)
      reads = late.reads
      return late.service
    },
  })
  const results = async () => begun.clock.until(begun.results)
  return { ...begun, results, readTimes: () => reads }
}

describe('a task whose start is made again', () => {
  it('is read 1 s after the try that worked, however long that was after the first', async () => {
    const { results, readTimes } = polledLate({ only: { tries: [0, 7_000, 19_000], end: started } })
    expect((await results()).map(({ freshness }) => freshness)).toEqual(['new'])
    expect(readTimes()).toEqual([['only', 20_000]])
  })

  it('does not hold up those that have started, and asks nothing meanwhile', async () => {
    const { results, readTimes } = polledLate({
      late: { tries: [0, 19_000], end: started },
      prompt: { tries: [0], end: started },
    })
    await results()
    expect(readTimes()).toEqual([
      ['prompt', 1_000],
      ['late', 20_000],
    ])
  })

  it('is shown as throttled until it has started', async () => {
    const { results, views } = polledLate({ only: { tries: [0, 7_000], end: started } })
    await results()
    expect(views[0]).toMatchObject({ done: 0, throttled: false, trouble: null })
    expect(views[1]).toMatchObject({ throttled: true, trouble: throttled.message, nextRoundInMs: null })
    expect(views.at(-1)).toMatchObject({ done: 1, throttled: false, trouble: null })
  })

  it('ends with what a later try was answered', async () => {
    const refused = problemOf('start-refused')
    const end = (task: Task): Started => ({ kind: 'ended', task, problem: refused })
    const { results, readTimes, clock } = polledLate({ only: { tries: [0, 2_000], end } })
    expect((await results())[0]?.problem).toBe(refused)
    expect([readTimes(), clock.now()]).toEqual([[], 2_000])
  })

  it('keeps what the answer to the start showed when the deadline comes before a read', async () => {
    const end = (task: Task): Started => ({
      kind: 'started',
      task,
      precheckId: 'seen',
      picture: pictureAt(0, itemNamed('binlog', 'failed')),
    })
    const [result] = await polledLate({ only: { tries: [0, 2_400], end } }, 2_900).results()
    expect(result?.items.map(item => item.id)).toEqual(['binlog'])
    expect(result?.problem?.reason).toBe('timed-out')
  })
})

describe('at the deadline, a task whose start is made again', () => {
  const problemAt = async (deadlineMs: number, course: Course) =>
    (await polledLate({ only: course }, deadlineMs).results())[0]?.problem

  it('ends with its fault while it waits for the next try', async () => {
    expect(await problemAt(10_000, { tries: [0, 12_000], end: started })).toBe(throttled)
  })

  it.each([400, 5_000])('says that a pre-check may be running when that try is %i ms old', async age => {
    const course = { tries: [0, 10_000 - age], end: started, takes: 60_000 }
    const problem = await problemAt(10_000, course)
    expect(problem?.reason).toBe('service-unavailable')
    expect(problem?.message).toContain('a pre-check may be running')
  })
})

it('a bug in a start that is made again makes the poll reject', async () => {
  const bug = new Error('a bug')
  const begun = polling({
    tasks: ONE,
    service: () => ({
      batchSize: 1,
      start: async ([task]) => {
        if (task === undefined) return []
        const next = () => Promise.reject(bug)
        return [{ kind: 'starting', task, problem: throttled, throttled: true, nextTryAt: 1_000, next }]
      },
      read: async () => [],
    }),
  })
  await expect(begun.clock.until(begun.results)).rejects.toBe(bug)
})
