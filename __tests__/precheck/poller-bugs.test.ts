import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Task } from '../../src/precheck/model.ts'
import type { FakeClock } from '../../testing/fake-clock.ts'
import { readingOf, running, started, tasksNamed } from './fake-service.ts'
import { polling } from './polling.ts'

const ONE = tasksNamed('only')
const PAIR = tasksNamed('quick', 'slow')

describe('a service that breaks the port by rejecting', () => {
  const unhandled: unknown[] = []
  const note = (error: unknown) => void unhandled.push(error)
  beforeEach(() => {
    unhandled.length = 0
    process.on('unhandledRejection', note)
  })
  afterEach(() => {
    process.off('unhandledRejection', note)
  })

  const bug = new Error('a bug')
  const breaking = (clock: FakeClock, where: 'start' | 'read', fail: () => Promise<never>) => ({
    batchSize: 1,
    start: async (tasks: readonly Task[]) => {
      if (where === 'start') await clock.sleep(100).then(fail)
      return tasks.map(started)
    },
    read: async (tasks: readonly Task[]) => {
      if (where === 'read') await clock.sleep(tasks[0]?.id === 'quick' ? 100 : 400).then(fail)
      return tasks.map(task => readingOf(task, running))
    },
  })

  it.each(['start', 'read'] as const)('in %s makes the poll reject, and nothing else', async where => {
    const begun = polling({
      tasks: PAIR,
      service: clock => breaking(clock, where, () => Promise.reject(bug)),
    })
    await expect(begun.clock.until(begun.results)).rejects.toBe(bug)
    await begun.clock.advance(10_000)
    expect(unhandled).toEqual([])
  })

  it('without a reason still makes the poll reject', async () => {
    const begun = polling({
      tasks: ONE,
      service: clock => breaking(clock, 'read', () => Promise.reject(undefined)),
    })
    await expect(begun.clock.until(begun.results)).rejects.toThrow('without a reason')
  })

  it('by throwing before it returns a promise is the same', async () => {
    const begun = polling({
      tasks: ONE,
      service: () => ({
        batchSize: 10,
        start: () => {
          throw bug
        },
        read: async () => [],
      }),
    })
    await expect(begun.clock.until(begun.results)).rejects.toBe(bug)
  })

  it('after the end of the step harms nobody', async () => {
    const begun = polling({
      tasks: ONE,
      deadlineMs: 1_050,
      service: clock => breaking(clock, 'read', () => Promise.reject(bug)),
    })
    const [result] = await begun.clock.until(begun.results)
    await begun.clock.advance(10_000)
    expect(result?.problem?.reason).toBe('timed-out')
    expect(unhandled).toEqual([])
  })
})
