import { describe, expect, it } from 'vitest'
import {
  ended,
  finished,
  pictureAt,
  problemOf,
  running,
  settling,
  tasksNamed,
  unavailable,
  unread,
} from './fake-service.ts'
import { polled } from './polling.ts'

const ONE = tasksNamed('only')

describe('the views of a poll', () => {
  it('tell the next round, and none while answers are under way', async () => {
    const { views } = await polled({
      tasks: ONE,
      startTakes: () => 100,
      readTakes: () => 200,
      read: (_task, nth) => (nth === 2 ? finished : running),
    })
    expect(views.map(view => view.nextRoundInMs)).toEqual([null, 1_000, null, 800, null, null])
    expect(views.at(-1)).toMatchObject({ done: 1, withoutResult: 0, total: 1, percent: 100 })
  })

  it('tell the mean progress of all tasks, rounded down, and how many have ended; one without a result is not whole', async () => {
    const { views } = await polled({
      tasks: tasksNamed('a', 'b', 'c'),
      deadlineMs: 2_500,
      read: (task, nth) =>
        task.id === 'c' && nth === 2
          ? ended(problemOf('not-found'))
          : { picture: pictureAt(task.id === 'a' ? 50 : 33), state: running },
    })
    expect(views.map(view => [view.done, view.percent])).toContainEqual([0, 38])
    expect(views.at(-1)).toMatchObject({ total: 3, done: 1, withoutResult: 1, percent: 38 })
  })

  it('tell no progress while the service gives none, and count what gives none as not begun', async () => {
    const { views } = await polled({
      tasks: tasksNamed('a', 'b'),
      deadlineMs: 2_500,
      read: (task, nth) =>
        task.id === 'a' && nth === 2 ? { picture: pictureAt(50), state: running } : running,
    })
    expect([...new Set(views.map(view => view.percent))]).toEqual([null, 25])
  })

  it('tell the trouble of the second task when the first has none', async () => {
    const { views } = await polled({
      tasks: tasksNamed('well', 'ill'),
      deadlineMs: 1_500,
      read: task => (task.id === 'ill' ? unread(unavailable) : running),
    })
    expect(views.at(-1)?.trouble?.in('en-us')).toBe(unavailable.message.in('en-us'))
  })

  it('tell how many results settle', async () => {
    const { views } = await polled({
      tasks: tasksNamed('a', 'b'),
      read: (task, nth) => (nth === 3 ? finished : task.id === 'a' ? settling : running),
    })
    const seen = views.map(view => view.settling)
    expect(seen).toContain(1)
    expect(Math.max(...seen)).toBe(1)
    expect(seen.at(-1)).toBe(0)
  })

  it('tell trouble and throttling while they last, and not of a task that has ended with one', async () => {
    const { views } = await polled({
      tasks: ONE,
      read: (_task, nth) =>
        nth === 1
          ? unread(unavailable)
          : nth === 2
            ? unread(problemOf('service-unavailable', 'HTTP 429'), { throttled: true })
            : ended(problemOf('not-found')),
    })
    const seen = views.map(view => `${view.throttled} ${view.trouble?.in('en-us') ?? null}`)
    expect([...new Set(seen)]).toEqual([
      'false null',
      `false ${unavailable.message.in('en-us')}`,
      'true HTTP 429',
    ])
    expect(seen.at(-1)).toBe('false null')
  })

  it('never go back in what is done, and never tell more than there is', async () => {
    const { views } = await polled({
      tasks: tasksNamed('a', 'b', 'c', 'd'),
      batchSize: 2,
      read: (task, nth) => (nth > 'abcd'.indexOf(task.id) ? finished : running),
    })
    const done = views.map(view => view.done)
    expect(done).toEqual(done.toSorted((a, b) => a - b))
    expect(done.at(-1)).toBe(4)
  })
})
