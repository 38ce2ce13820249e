import { describe, expect, it } from 'vitest'
import { cutOffProblem } from '../../src/precheck/cut-off.ts'
import { TaskProgress } from '../../src/precheck/task-progress.ts'
import {
  ended,
  finished,
  itemNamed,
  pictureAt,
  problemOf,
  type ReadingState,
  readingOf,
  running,
  type Shown,
  settling,
  started,
  unavailable,
  unread,
} from './fake-service.ts'

const task = { id: 'task-1', label: 'orders' }
const step = { cancelled: false, longestReadMs: 0 }
/** What the task comes to when the step ends. */
const resultOf = (progress: TaskProgress) => progress.result(step, 0)
const cutOff = (facts: { readonly started: boolean; readonly progress: number | null }) =>
  cutOffProblem({
    ...step,
    lastFault: null,
    unansweredForMs: 0,
    settling: false,
    unmentioned: false,
    ...facts,
  })
const noDelay = () => 0
const note = (progress: TaskProgress, seen: Shown | ReadingState) =>
  progress.note(readingOf(task, seen), 0, noDelay)

function begun(): TaskProgress {
  const progress = new TaskProgress(task, 'run')
  progress.begin(started(task), 100, noDelay)
  return progress
}

function noted(...states: readonly ReadingState[]): TaskProgress {
  const progress = begun()
  for (const state of states) progress.note(readingOf(task, state), 0, failures => failures * 10)
  return progress
}

describe('the progress of a task', () => {
  it('begins with nothing: not readable, not done, and a result that only the cut-off explains', () => {
    const progress = new TaskProgress(task, 'run')
    expect(progress).toMatchObject({ done: false, started: false, readable: false, percent: null })
    expect(resultOf(progress)).toEqual({
      task,
      precheckId: null,
      progress: null,
      problem: cutOff({ started: false, progress: null }),
      overall: 'missing',
      freshness: null,
      caveats: [],
      items: [],
    })
  })

  it('is readable from its start on, but not while an answer is under way', () => {
    const progress = begun()
    expect(progress.readable).toBe(true)
    progress.underWaySince = 120
    expect(progress.readable).toBe(false)
  })

  it('keeps the pre-check id of the start until a picture has one', () => {
    const progress = begun()
    expect(resultOf(progress).precheckId).toBe('run-of-task-1')
    note(progress, { picture: pictureAt(10), state: running })
    expect(resultOf(progress).precheckId).toBe('seen')
  })

  it('keeps what the answer to the start already showed', () => {
    const progress = new TaskProgress(task, 'run')
    progress.begin(
      {
        kind: 'started',
        task,
        precheckId: 'run-1',
        boundById: true,
        picture: pictureAt(5, itemNamed('zone')),
      },
      100,
      noDelay,
    )
    expect(resultOf(progress)).toMatchObject({
      progress: 5,
      items: [{ id: 'zone' }],
      problem: cutOff({ started: true, progress: 5 }),
    })
  })

  it('ends where the start was refused', () => {
    const progress = new TaskProgress(task, 'run')
    progress.begin({ kind: 'ended', task, problem: problemOf('start-refused') }, 100, noDelay)
    expect(progress).toMatchObject({ done: true, readable: false, percent: null })
    expect(resultOf(progress).problem?.reason).toBe('start-refused')
  })

  it('keeps the last picture when a reading brings none', () => {
    const progress = begun()
    const item = itemNamed('binlog', 'failed')
    note(progress, { picture: pictureAt(60, item), state: running })
    note(progress, unread(unavailable))
    expect(resultOf(progress)).toMatchObject({ progress: 60, items: [item], problem: unavailable })
  })

  it('that no answer has spoken of says so, until one does', () => {
    const progress = begun()
    progress.note({ kind: 'missing', task }, 0, noDelay)
    expect(resultOf(progress).problem?.message.in('en-us')).toMatch(/no answer had a result of this task\.$/)
    expect(resultOf(progress).problem?.advice?.in('en-us')).toMatch(
      /^See in the console whether the task is /,
    )
    note(progress, running)
    progress.note({ kind: 'missing', task }, 0, noDelay)
    expect(resultOf(progress).problem?.message.in('en-us')).toMatch(/was not finished/)
  })

  it('finishes without a problem and with the freshness of its result', () => {
    const progress = begun()
    note(progress, { picture: pictureAt(100, itemNamed('binlog')), state: finished })
    expect(progress.done).toBe(true)
    expect(resultOf(progress)).toMatchObject({ problem: null, freshness: 'new', progress: 100 })
  })

  it('ends with the problem that a reading names', () => {
    const progress = noted(ended(problemOf('not-found')))
    expect(resultOf(progress)).toMatchObject({ problem: { reason: 'not-found' }, freshness: null })
  })

  it('counts failures in a row only, for the time of the next try', () => {
    expect(noted(unread(unavailable)).requests.readFrom).toBe(10)
    expect(noted(unread(unavailable), unread(unavailable), unread(unavailable)).requests.readFrom).toBe(30)
    expect(
      noted(unread(unavailable), unread(unavailable), running, unread(unavailable)).requests.readFrom,
    ).toBe(10)
  })

  it('waits as the service told it rather than as its failures would', () => {
    expect(noted(unread(unavailable), unread(unavailable, { retryAt: 7_777 })).requests.readFrom).toBe(7_777)
  })

  it('forgets fault and throttling with the next reading that is understood', () => {
    const throttled = unread(unavailable, { throttled: true })
    expect(noted(throttled)).toMatchObject({ requests: { fault: { throttled: true } } })
    expect(noted(throttled).requests.fault?.problem).toBe(unavailable)
    expect(noted(throttled, running).requests.fault).toBeNull()
  })

  it('settles until an answer says otherwise, whatever fails or is missing in between', () => {
    expect(noted(settling).outlook).toMatchObject({ since: 100, progress: null, settling: true })
    expect(noted(settling, running).outlook.settling).toBe(false)
    expect(noted(settling, unread(unavailable)).outlook.settling).toBe(true)
    const progress = noted(settling, unread(unavailable))
    progress.note({ kind: 'missing', task }, 0, noDelay)
    expect(progress.outlook.settling).toBe(true)
    expect(noted(settling, unread(unavailable), running).outlook.settling).toBe(false)
  })

  it('is read like one that settles for two minutes after its start where no answer has proved it new', () => {
    const afterMissing = (boundById: boolean, now: number) => {
      const progress = new TaskProgress(task, 'run')
      progress.begin({ kind: 'started', task, precheckId: null, boundById }, 100, noDelay)
      progress.note({ kind: 'missing', task }, now, noDelay)
      return progress.outlook.settling
    }
    expect(afterMissing(false, 1_100)).toBe(true)
    expect(afterMissing(false, 120_099)).toBe(true)
    expect(afterMissing(false, 120_100)).toBe(false)
    expect(afterMissing(true, 1_100)).toBe(false)
  })

  it('is unproven from a start that gave its run no id until an answer proves it new, and never where it is only read', () => {
    const unprovenAfter = (mode: 'run' | 'query', boundById: boolean, ...states: readonly ReadingState[]) => {
      const progress = new TaskProgress(task, mode)
      progress.begin({ kind: 'started', task, precheckId: null, boundById }, 100, noDelay)
      for (const state of states) progress.note(readingOf(task, state), 0, noDelay)
      return progress.outlook.unproven
    }
    expect(unprovenAfter('run', false)).toBe(true)
    expect(unprovenAfter('run', true)).toBe(false)
    expect(unprovenAfter('query', false)).toBe(false)
  })
})
