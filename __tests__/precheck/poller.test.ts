import { describe, expect, it } from 'vitest'
import {
  type CallSeen,
  ended,
  finished,
  itemNamed,
  manyTasks,
  pictureAt,
  problemOf,
  readingOf,
  running,
  settling,
  started,
  tasksNamed,
  unavailable,
  unread,
} from './fake-service.ts'
import { polled } from './polling.ts'

const ONE = tasksNamed('only')
const times = (calls: readonly CallSeen[]) => calls.map(call => call.at)
const finishedAt = (nth: number) => (_task: unknown, read: number) => (read >= nth ? finished : running)

describe('a poll at a fixed interval', () => {
  it('reads once an interval, beginning one interval after the start', async () => {
    const { service, tookMs } = await polled({ tasks: ONE, interval: 700, read: finishedAt(3) })
    expect(times(service.starts)).toEqual([0])
    expect(times(service.reads)).toEqual([700, 1_400, 2_100])
    expect(tookMs).toBe(2_100)
  })

  it('counts the interval from the beginning of the last round, not from its answer', async () => {
    const { service } = await polled({
      tasks: ONE,
      interval: 1_000,
      startTakes: () => 300,
      readTakes: () => 400,
      read: finishedAt(3),
    })
    expect(times(service.reads)).toEqual([1_300, 2_300, 3_300])
  })

  it('does not read a task again while its answer is under way', async () => {
    const { service } = await polled({
      tasks: ONE,
      interval: 1_000,
      readTakes: () => 2_500,
      read: finishedAt(3),
    })
    expect(times(service.reads)).toEqual([1_000, 3_500, 6_000])
  })
})

describe('a poll on the adaptive schedule', () => {
  it('reads first 1 s after the start was answered', async () => {
    const { service } = await polled({
      tasks: ONE,
      interval: 'auto',
      startTakes: () => 2_500,
      read: finishedAt(1),
    })
    expect(times(service.reads)).toEqual([3_500])
  })

  it('reads a result that settles at most 5 s apart', async () => {
    const { service } = await polled({
      tasks: ONE,
      interval: 'auto',
      deadlineMs: 600_000,
      read: (_task, _nth, at) => (at < 200_000 ? settling : finished),
    })
    const gaps = times(service.reads).map((at, index, all) => at - (all[index - 1] ?? 0))
    expect(Math.max(...gaps)).toBe(5_000)
    expect(service.reads.length).toBeGreaterThan(40)
  })

  it('reads a last time shortly before the deadline, and takes what it finds there', async () => {
    const { service, result } = await polled({
      tasks: ONE,
      interval: 'auto',
      deadlineMs: 300_000,
      read: (_task, _nth, at) => (at >= 297_000 ? finished : running),
    })
    expect(times(service.reads).at(-1)).toBe(298_000)
    expect(result).toMatchObject({ problem: null, freshness: 'new' })
  })

  it('reads a batch that was started late 1 s after its start', async () => {
    const { service } = await polled({
      tasks: tasksNamed('early', 'late'),
      batchSize: 1,
      interval: 'auto',
      deadlineMs: 200_000,
      startTakes: ids => (ids.includes('late') ? 101_500 : 0),
      read: task => (task.id === 'late' ? finished : { picture: pictureAt(1), state: running }),
    })
    expect(service.readTimes('late')).toEqual([102_500])
  })
})

describe('a poll in query mode', () => {
  it.each([['auto' as const], [60_000]])('reads at once, with the interval %s', async interval => {
    const { service, tookMs } = await polled({ tasks: ONE, interval, mode: 'query', read: finishedAt(1) })
    expect(times(service.reads)).toEqual([0])
    expect(tookMs).toBe(0)
  })

  it('reads on at the interval', async () => {
    const { service } = await polled({ tasks: ONE, mode: 'query', interval: 5_000, read: finishedAt(3) })
    expect(times(service.reads)).toEqual([0, 5_000, 10_000])
  })
})

describe.each([1, 10, 25, 1_000])('a poll of %i tasks', count => {
  const tasks = manyTasks(count)
  const ids = tasks.map(task => task.id)

  it('starts each once and reads each until it has ended, in batches', async () => {
    const { service, results } = await polled({
      tasks,
      readTakes: list => list.length * 10,
      read: (task, nth) => (nth >= 1 + (Number(task.id.slice(5)) % 3) ? finished : running),
    })
    expect(service.starts.flatMap(call => call.ids)).toEqual(ids)
    expect(Math.max(...[...service.starts, ...service.reads].map(call => call.ids.length))).toBe(
      Math.min(10, count),
    )
    expect(results.map(result => result.task.id)).toEqual(ids)
    expect(results.every(result => result.problem === null)).toBe(true)
    for (const [index, id] of ids.entries()) expect(service.readTimes(id)).toHaveLength(1 + (index % 3))
  })

  it('has a result for each when nothing ever ends', async () => {
    const { results, tookMs } = await polled({ tasks, interval: 'auto', deadlineMs: 90_000 })
    expect(tookMs).toBe(90_000)
    expect(results.map(result => result.problem?.reason)).toEqual(ids.map(() => 'timed-out'))
  })
})

describe('a task', () => {
  it('that was not started is never read', async () => {
    const refusal = problemOf('start-refused')
    const { service, results } = await polled({
      tasks: tasksNamed('good', 'bad'),
      start: task => (task.id === 'bad' ? { kind: 'ended', task, problem: refusal } : started(task)),
      read: finishedAt(2),
    })
    expect(service.readTimes('bad')).toEqual([])
    expect(results.map(result => result.problem)).toEqual([null, refusal])
  })

  it('that has ended is not read again, however long the others take', async () => {
    const { service } = await polled({
      tasks: tasksNamed('quick', 'slow'),
      read: (task, nth) => (task.id === 'quick' || nth >= 4 ? finished : running),
    })
    expect(service.readTimes('quick')).toEqual([1_000])
    expect(service.readTimes('slow')).toHaveLength(4)
  })

  it('keeps the items that were read, when it ends with a problem later', async () => {
    const item = itemNamed('binlog', 'failed')
    const { result } = await polled({
      tasks: ONE,
      read: (_task, nth) =>
        nth === 1 ? { picture: pictureAt(30, item), state: running } : ended(problemOf('not-found')),
    })
    expect(result).toMatchObject({ items: [item], progress: 30, problem: { reason: 'not-found' } })
  })

  it('keeps the items that were read, when the deadline comes', async () => {
    const item = itemNamed('binlog', 'failed')
    const { result } = await polled({
      tasks: ONE,
      deadlineMs: 5_000,
      read: (_task, nth) =>
        nth === 1 ? { picture: pictureAt(30, item), state: running } : unread(unavailable),
    })
    expect(result).toMatchObject({ items: [item], progress: 30, precheckId: 'seen', problem: unavailable })
  })

  it('that no answer mentions stays open and is read again', async () => {
    const { service, result } = await polled({
      tasks: ONE,
      service: clock => {
        let reads = 0
        return {
          batchSize: 10,
          start: async tasks => tasks.map(started),
          read: async tasks => {
            reads += 1
            await clock.sleep(10)
            return reads < 3 ? [] : tasks.map(task => readingOf(task, finished))
          },
        }
      },
    })
    expect(service.reads).toEqual([])
    expect(result.problem).toBeNull()
  })

  it('that nobody asked for is ignored in an answer', async () => {
    const stranger = { id: 'stranger', label: null }
    const { results } = await polled({
      tasks: ONE,
      service: () => ({
        batchSize: 10,
        start: async tasks => [...tasks, stranger].map(started),
        read: async tasks => [stranger, ...tasks].map(task => readingOf(task, finished)),
      }),
    })
    expect(results.map(result => result.task.id)).toEqual(['only'])
  })

  it('that the start says nothing of is never called finished', async () => {
    const { service, results } = await polled({
      tasks: tasksNamed('told', 'untold'),
      deadlineMs: 9_000,
      start: task => (task.id === 'untold' ? null : started(task)),
      read: () => finished,
    })
    expect(service.readTimes('untold')).toEqual([])
    expect(results.map(result => result.problem?.reason ?? 'finished')).toEqual(['finished', 'timed-out'])
  })
})
