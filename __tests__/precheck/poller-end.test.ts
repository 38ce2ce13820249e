import { describe, expect, it } from 'vitest'
import {
  FOR_EVER,
  finished,
  itemNamed,
  pictureAt,
  problemOf,
  running,
  settling,
  tasksNamed,
  unavailable,
  unread,
} from './fake-service.ts'
import { type PollSettings, polled, polling } from './polling.ts'

const ONE = tasksNamed('only')
const PAIR = tasksNamed('quick', 'slow')

describe('at the deadline', () => {
  it('an answer that comes 1 ms before it counts', async () => {
    const { result } = await polled({
      tasks: ONE,
      deadlineMs: 10_000,
      interval: 5_000,
      readTakes: () => 4_999,
      read: () => finished,
    })
    expect(result.problem).toBeNull()
  })

  it('an answer that comes with it does not', async () => {
    const { result, tookMs } = await polled({
      tasks: ONE,
      deadlineMs: 10_000,
      interval: 5_000,
      readTakes: () => 5_000,
      read: () => finished,
    })
    expect(result).toMatchObject({ problem: { reason: 'timed-out' }, freshness: null })
    expect(tookMs).toBe(10_000)
  })

  it('no further round begins', async () => {
    const { service } = await polled({ tasks: ONE, deadlineMs: 3_000, interval: 1_000 })
    expect(service.readTimes('only')).toEqual([1_000, 2_000])
  })

  it('the poll ends by the clock, though the signal be late', async () => {
    const deadline = { at: 4_000, signal: new AbortController().signal }
    const { result, tookMs } = await polled({ tasks: ONE, deadline, interval: 1_500 })
    expect(tookMs).toBe(4_000)
    expect(result.problem?.reason).toBe('timed-out')
  })

  it.each([
    ['a task whose last read was understood is timed out', running, 'timed-out'],
    ['a task that settles is timed out', settling, 'timed-out'],
    ['a task whose last read failed is unavailable', unread(unavailable), 'service-unavailable'],
    [
      'a task whose last answer made no sense says so',
      unread(problemOf('invalid-response')),
      'invalid-response',
    ],
  ])('%s', async (_words, state, reason) => {
    const { result } = await polled({ tasks: ONE, deadlineMs: 4_500, read: () => state })
    expect(result.problem?.reason).toBe(reason)
  })

  it('only the last read decides, not an earlier one that failed', async () => {
    const { results } = await polled({
      tasks: PAIR,
      deadlineMs: 4_500,
      read: (task, nth) => (nth < 4 === (task.id === 'slow') ? unread(unavailable) : running),
      retryDelay: () => 0,
    })
    expect(results.map(result => result.problem?.reason)).toEqual(['service-unavailable', 'timed-out'])
  })

  it.each([
    [5_000, 'timed-out'],
    [5_001, 'service-unavailable'],
  ])('a task that waits for an answer since %i ms is %s', async (waited, reason) => {
    const { result } = await polled({
      tasks: ONE,
      interval: 5_000,
      deadlineMs: 10_000 + waited,
      readTakes: (_ids, nthCall) => (nthCall === 2 ? FOR_EVER : 0),
    })
    expect(result.problem?.reason).toBe(reason)
  })

  it('a slow answer that made no sense was one all the same, for what is a long wait', async () => {
    const senseless = { ...problemOf('invalid-response'), httpStatus: 200 }
    const { result } = await polled({
      tasks: ONE,
      interval: 10_000,
      deadlineMs: 26_000,
      read: () => unread(senseless),
      readTakes: (_ids, nthCall) => (nthCall === 1 ? 4_000 : FOR_EVER),
      retryDelay: () => 0,
    })
    expect(result.problem?.reason).toBe('invalid-response')
  })

  it('a start that was not answered is named as such', async () => {
    const { result } = await polled({ tasks: ONE, deadlineMs: 8_000, startTakes: () => FOR_EVER })
    expect(result.problem).toMatchObject({ reason: 'service-unavailable' })
    expect(result.problem?.message.in('en-us')).toContain('could not be started')
  })

  it('tasks that have finished keep their outcome', async () => {
    const { results } = await polled({
      tasks: PAIR,
      deadlineMs: 4_500,
      read: task => (task.id === 'quick' ? finished : running),
    })
    expect(results.map(result => result.problem?.reason ?? 'finished')).toEqual(['finished', 'timed-out'])
  })
})

describe('a cancellation', () => {
  const phases: readonly (readonly [string, number, Omit<PollSettings, 'tasks'>])[] = [
    ['while tasks are started', 700, { startTakes: () => FOR_EVER }],
    ['while answers are read', 1_700, { readTakes: () => FOR_EVER }],
    ['while the poll sleeps', 1_500, {}],
    [
      'while the service throttles',
      9_000,
      { read: () => unread(unavailable, { retryAt: 50_000, throttled: true }) },
    ],
    ['while a result settles', 1_500, { read: () => settling }],
  ]

  it.each(phases)('%s ends the poll at once', async (_words, after, behaviour) => {
    const { clock, results, cancel } = polling({ tasks: ONE, ...behaviour })
    await clock.advance(after)
    cancel()
    const [result] = await clock.until(results)
    expect(clock.now()).toBe(after)
    expect(result?.problem?.reason).toBe('cancelled')
  })

  it.each([
    ['cancelled', { at: 60_000, signal: AbortSignal.abort('cancelled') }],
    ['timed-out', { at: 0, signal: new AbortController().signal }],
  ])(
    'before the poll began starts nothing, as does a deadline that has passed: %s',
    async (reason, deadline) => {
      const { service, result } = await polled({ tasks: ONE, deadline })
      expect(service.starts).toEqual([])
      expect(result.problem?.reason).toBe(reason)
    },
  )

  it('leaves tasks alone that have ended, and keeps the items of those that have not', async () => {
    const item = itemNamed('binlog', 'failed')
    const { clock, results, cancel } = polling({
      tasks: PAIR,
      read: task => (task.id === 'quick' ? finished : { picture: pictureAt(40, item), state: running }),
    })
    await clock.advance(2_500)
    cancel()
    const [quick, slow] = await clock.until(results)
    expect(quick?.problem).toBeNull()
    expect(slow).toMatchObject({ problem: { reason: 'cancelled' }, items: [item], progress: 40 })
  })

  it('makes results that come later worth nothing', async () => {
    const { clock, results, cancel } = polling({ tasks: ONE, readTakes: () => 500, read: () => finished })
    await clock.advance(1_200)
    cancel()
    const [result] = await clock.until(results)
    await clock.advance(5_000)
    expect(result).toMatchObject({ problem: { reason: 'cancelled' }, freshness: null, items: [] })
  })

  it.each(['start', 'read'] as const)('counts before the answer to a %s that comes with it', async call => {
    const stop = new AbortController()
    const cancelIn = (now: typeof call) => {
      if (now === call) stop.abort('cancelled')
    }
    const { result } = await polled({
      tasks: ONE,
      deadline: { at: 60_000, signal: stop.signal },
      start: task => {
        cancelIn('start')
        return {
          kind: call === 'start' ? 'ended' : 'started',
          task,
          precheckId: null,
          boundById: false,
          problem: unavailable,
        }
      },
      read: () => {
        cancelIn('read')
        return finished
      },
    })
    expect(result.problem?.reason).toBe('cancelled')
  })
})
