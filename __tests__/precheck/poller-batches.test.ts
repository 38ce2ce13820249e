import { describe, expect, it } from 'vitest'
import {
  FOR_EVER,
  finished,
  manyTasks,
  problemOf,
  running,
  tasksNamed,
  unavailable,
  unread,
} from './fake-service.ts'
import { polled } from './polling.ts'

const PAIR = tasksNamed('ill', 'well')
const reasons = (results: readonly { problem: { reason: string } | null }[]) =>
  results.map(result => result.problem?.reason ?? 'finished')

describe('a batch that hangs', () => {
  it('while it is read does not hold up the others', async () => {
    const { service, results, tookMs } = await polled({
      tasks: PAIR,
      batchSize: 1,
      deadlineMs: 30_000,
      readTakes: ids => (ids.includes('ill') ? FOR_EVER : 100),
      read: (_task, nth) => (nth >= 5 ? finished : running),
    })
    expect(service.readTimes('ill')).toEqual([1_000])
    expect(service.readTimes('well')).toEqual([1_000, 2_000, 3_000, 4_000, 5_000])
    expect(reasons(results)).toEqual(['service-unavailable', 'finished'])
    expect(results[0]?.problem?.message.in('en-us')).toContain('29 s')
    expect(tookMs).toBe(30_000)
  })

  it('while it is started does not hold up the others', async () => {
    const { service, results } = await polled({
      tasks: PAIR,
      batchSize: 1,
      deadlineMs: 30_000,
      startTakes: ids => (ids.includes('ill') ? FOR_EVER : 0),
      read: (_task, nth) => (nth >= 3 ? finished : running),
    })
    expect(service.readTimes('ill')).toEqual([])
    expect(service.readTimes('well')).toEqual([1_000, 2_000, 3_000])
    expect(reasons(results)).toEqual(['service-unavailable', 'finished'])
    expect(results[0]?.problem?.message.in('en-us')).toContain('a pre-check may be running')
  })

  it('does not hold up the others when half of all starts hang', async () => {
    const { results } = await polled({
      tasks: manyTasks(20),
      batchSize: 1,
      startTakes: ids => (ids.some(id => Number(id.slice(5)) % 2 === 0) ? FOR_EVER : 0),
      read: () => finished,
    })
    expect(reasons(results).filter(reason => reason === 'finished')).toHaveLength(10)
  })

  it('that comes back late is read on as if nothing had been', async () => {
    const { service, results } = await polled({
      tasks: PAIR,
      batchSize: 1,
      readTakes: (ids, nthCall) => (ids.includes('ill') && nthCall === 1 ? 9_500 : 0),
      read: (task, nth, at) => (task.id === 'well' ? running : nth >= 2 && at > 0 ? finished : running),
      deadlineMs: 20_000,
    })
    expect(service.readTimes('ill')).toEqual([1_000, 11_000])
    expect(reasons(results)).toEqual(['finished', 'timed-out'])
  })

  it.each([
    [3, [1_000, 2_000, 3_000, 4_000]],
    [4, [1_000]],
  ])(
    'stops further rounds once others hang too: with %i of them a well one is read at %j',
    async (count, times) => {
      const { service } = await polled({
        tasks: [...manyTasks(count), ...tasksNamed('well')],
        batchSize: 1,
        deadlineMs: 4_500,
        readTakes: ids => (ids.includes('well') ? 0 : FOR_EVER),
      })
      expect(service.readTimes('well')).toEqual(times)
    },
  )

  it('keeps the number of reads under way small', async () => {
    const { service } = await polled({
      tasks: manyTasks(6),
      batchSize: 1,
      deadlineMs: 30_000,
      readTakes: () => FOR_EVER,
    })
    expect(service.reads).toHaveLength(6)
  })
})

describe('a batch that fails', () => {
  const failing = (ids: readonly string[]) => ids.includes('ill')

  it('backs off alone, with growing delays', async () => {
    const { service } = await polled({
      tasks: PAIR,
      batchSize: 1,
      deadlineMs: 16_500,
      interval: 500,
      read: task => (failing([task.id]) ? unread(unavailable) : running),
    })
    // Delays of 1, 2, 3, 4 and 5 s after failures at 0.5, 1.5, 3.5, 6.5 and 10.5 s.
    expect(service.readTimes('ill')).toEqual([500, 1_500, 3_500, 6_500, 10_500, 15_500])
    expect(service.readTimes('well')).toHaveLength(32)
  })

  it('stays together, whatever the jitter of the delays', async () => {
    let turns = 0
    const { service } = await polled({
      tasks: manyTasks(10),
      interval: 100,
      deadlineMs: 30_000,
      random: () => (turns++ % 10) / 10,
      retryDelay: (failures, random) => failures * 1_000 * (0.5 + random() / 2),
      read: (_task, nth) => (nth < 4 ? unread(unavailable) : finished),
    })
    expect(service.reads.map(read => read.ids.length)).toEqual([10, 10, 10, 10])
  })

  it('is never read before its time, though the schedule would have it', async () => {
    const { service } = await polled({
      tasks: tasksNamed('ill'),
      interval: 100,
      deadlineMs: 60_000,
      read: (_task, nth) => (nth === 1 ? unread(unavailable, { retryAt: 42_050 }) : finished),
    })
    expect(service.readTimes('ill')).toEqual([100, 42_050])
  })

  it('waits for the next round when its time comes between two', async () => {
    const { service } = await polled({
      tasks: PAIR,
      batchSize: 1,
      interval: 10_000,
      read: (task, nth) =>
        failing([task.id]) && nth === 1 ? unread(unavailable) : nth < 3 ? running : finished,
    })
    expect(service.readTimes('ill')).toEqual([10_000, 20_000, 30_000])
  })

  it('is not read again when it was told to wait until after the deadline', async () => {
    const throttled = problemOf('service-unavailable', 'HTTP 429')
    const { service, result, tookMs } = await polled({
      tasks: tasksNamed('ill'),
      interval: 'auto',
      deadlineMs: 20_000,
      read: () => unread(throttled, { retryAt: 20_001, throttled: true }),
    })
    expect(service.readTimes('ill')).toEqual([1_000])
    expect(result.problem).toBe(throttled)
    expect(tookMs).toBe(20_000)
  })

  it('shares its batch with nobody that is well', async () => {
    const { service } = await polled({
      tasks: manyTasks(10),
      interval: 1_000,
      deadlineMs: 10_500,
      read: task => (task.id === 'task-3' ? unread(unavailable, { retryAt: 9_000 }) : running),
    })
    expect(service.readTimes('task-3')).toEqual([1_000, 9_000, 10_000])
    expect(service.reads[1]?.ids).toHaveLength(9)
  })

  it('may fail for as long as it likes, if it is well in the end', async () => {
    const { results } = await polled({
      tasks: PAIR,
      interval: 'auto',
      deadlineMs: 1_800_000,
      read: (_task, _nth, at) => (at < 1_500_000 ? unread(unavailable) : finished),
    })
    expect(reasons(results)).toEqual(['finished', 'finished'])
  })
})

describe('a round over several batches', () => {
  it('reads all of them at one moment, without a pause from batch to batch', async () => {
    const { service } = await polled({
      tasks: manyTasks(25),
      deadlineMs: 30_000,
      interval: 5_000,
      read: (_task, nth) => (nth >= 3 ? finished : running),
    })
    expect(service.reads.map(call => call.ids.length)).toEqual([10, 10, 5, 10, 10, 5, 10, 10, 5])
    expect(new Set(manyTasks(25).map(({ id }) => String(service.readTimes(id))))).toEqual(
      new Set(['5000,10000,15000']),
    )
  })
})
