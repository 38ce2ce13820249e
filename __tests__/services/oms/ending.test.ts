import { describe, expect, it } from 'vitest'
import { endingOf, unknownAfter } from '../../../src/services/oms/ending.ts'
import { checkItemsOf } from '../../../src/services/oms/items.ts'
import { runData } from '../../../src/services/oms/run.ts'

const runOf = (preCheckStatus: string, progress: unknown, ...statuses: readonly string[]) =>
  runData.parse({
    preCheckStatus,
    progress,
    preCheckResults: statuses.map(status => ({ checkType: 'A', status })),
  })

describe('a run of OMS', () => {
  it.each([
    ['FINISHED', 100, ['PASSED'], 'none'],
    ['finished', null, ['PASSED'], 'none'],
    ['FINISHED', '100.0', [], 'none'],
    ['FINISHED', 100, ['FAILED', 'SKIPPED', 'SOMETHING'], 'none'],
    ['FAILED', 12, ['PASSED', 'PENDING'], 'run-failed'],
    ['FAILED', 0, [], 'run-failed'],
    ['SKIPPED', 0, ['INIT'], 'run-skipped'],
    ['SKIPPED', 100, ['PASSED'], 'run-skipped'],
  ])('%s at %s with %j has ended: %s', (status, progress, items, overall) => {
    const run = runOf(status, progress, ...items)
    expect(endingOf(run, checkItemsOf(run.items))).toEqual({ kind: 'ended', overall })
  })

  it.each([
    ['FINISHED', 99.9, ['PASSED']],
    ['FINISHED', 0, ['PASSED']],
    ['FINISHED', 100, ['PASSED', 'PENDING']],
    ['FINISHED', 100, ['']],
    ['FINISHED', null, ['RUNNING']],
    ['RUNNING', 100, ['PASSED']],
    ['INIT', 100, ['PASSED']],
    ['PENDING', null, ['PASSED']],
  ])('%s at %s with %j is still running', (status, progress, items) => {
    const run = runOf(status, progress, ...items)
    expect(endingOf(run, checkItemsOf(run.items))).toEqual({ kind: 'running' })
  })

  it.each([['SUCCESS'], ['PASSED'], ['SUSPEND'], ['FINISHED_WITH_WARNING'], ['ENDED']])(
    '%s at 100 %% with passed items only is neither running nor ended',
    status => {
      const run = runOf(status, 100, 'PASSED')
      expect(endingOf(run, checkItemsOf(run.items))).toEqual({ kind: 'unknown' })
    },
  )
})

describe('a run in an unknown status', () => {
  it('keeps the time since when it has stood, and gets a new one when anything moves', () => {
    const first = unknownAfter(null, runOf('PREPARING', 10, 'PASSED'), 1_000)
    expect(first.since).toBe(1_000)
    expect(unknownAfter(first, runOf('PREPARING', 10, 'PASSED'), 2_000)).toEqual(first)
    expect(unknownAfter(first, runOf('PREPARING', 11, 'PASSED'), 2_000).since).toBe(2_000)
    expect(unknownAfter(first, runOf('PREPARING', 10, 'PASSED', 'PASSED'), 2_000).since).toBe(2_000)
    expect(unknownAfter(first, runOf('CHECKING', 10, 'PASSED'), 2_000).since).toBe(2_000)
  })
})
