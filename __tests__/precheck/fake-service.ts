import type { CheckItem, Problem, Task } from '../../src/precheck/model.ts'
import type { Picture, PrecheckService, Reading, ReadingState, Started } from '../../src/precheck/service.ts'
import type { FakeClock } from './fake-clock.ts'

export const FOR_EVER = Number.POSITIVE_INFINITY

export const tasksNamed = (...ids: readonly string[]): readonly Task[] => ids.map(id => ({ id, label: null }))
export const manyTasks = (count: number): readonly Task[] =>
  tasksNamed(...Array.from({ length: count }, (_, index) => `task-${index}`))

export const running: ReadingState = { kind: 'running', settling: false }
export const settling: ReadingState = { kind: 'running', settling: true }
export const finished: ReadingState = { kind: 'finished', freshness: 'new' }
export const ended = (problem: Problem): ReadingState => ({ kind: 'ended', problem })
export const unread = (
  problem: Problem,
  facts: { retryAt?: number; throttled?: boolean } = {},
): ReadingState => ({
  kind: 'unread',
  problem,
  retryAt: facts.retryAt ?? null,
  throttled: facts.throttled ?? false,
})

export const problemOf = (reason: Problem['reason'], message = `It was ${reason}.`): Problem => ({
  reason,
  code: null,
  message,
  httpStatus: null,
  requestId: null,
  advice: null,
})
export const unavailable = problemOf('service-unavailable')

export const itemNamed = (id: string, status: CheckItem['status'] = 'passed'): CheckItem => ({
  id,
  topic: id,
  name: null,
  group: null,
  status,
  rawStatus: null,
  reason: null,
  detail: null,
  suggestion: null,
  subJobs: [],
  skippable: null,
  skipConsequence: null,
  blackObjects: null,
})
export const pictureAt = (progress: number, ...items: readonly CheckItem[]): Picture => ({
  precheckId: 'seen',
  progress,
  overall: 'none',
  items,
})

/** What came in: when, and for which tasks. */
export interface CallSeen {
  readonly at: number
  readonly ids: readonly string[]
}

/** What a fake service does; `nth` counts the reads of that task from 1. */
export interface FakeBehaviour {
  readonly batchSize?: number
  readonly start?: (task: Task) => Started | null
  readonly read?: (task: Task, nth: number, at: number) => ReadingState | Reading
  /** Milliseconds until the answer; `FOR_EVER` hangs. */
  readonly startTakes?: (ids: readonly string[]) => number
  readonly readTakes?: (ids: readonly string[], nthCall: number) => number
}

export interface FakeService extends PrecheckService {
  readonly starts: readonly CallSeen[]
  readonly reads: readonly CallSeen[]
  /** When a task was read. */
  readonly readTimes: (id: string) => readonly number[]
}

/** A service behind the port, on plain objects and virtual time. Unless told otherwise it starts all and finishes nothing. */
export function fakeService(clock: FakeClock, behaviour: FakeBehaviour = {}): FakeService {
  const { batchSize = 10, start = started, read = () => running } = behaviour
  const starts: CallSeen[] = []
  const reads: CallSeen[] = []
  const readsOf = new Map<string, number>()
  const answerAfter = (ms: number) => (ms === FOR_EVER ? new Promise<never>(() => {}) : clock.sleep(ms))
  return {
    batchSize,
    starts,
    reads,
    readTimes: id => reads.filter(call => call.ids.includes(id)).map(call => call.at),
    async start(tasks) {
      const ids = tasks.map(task => task.id)
      starts.push({ at: clock.now(), ids })
      await answerAfter(behaviour.startTakes?.(ids) ?? 0)
      return tasks.map(start).filter(answer => answer !== null)
    },
    async read(tasks) {
      const ids = tasks.map(task => task.id)
      reads.push({ at: clock.now(), ids })
      const nthCall = reads.length
      for (const id of ids) readsOf.set(id, (readsOf.get(id) ?? 0) + 1)
      await answerAfter(behaviour.readTakes?.(ids, nthCall) ?? 0)
      return tasks.map(task => readingOf(task, read(task, readsOf.get(task.id) ?? 0, clock.now())))
    },
  }
}

export const started = (task: Task): Started => ({ kind: 'started', task, precheckId: `run-of-${task.id}` })

function readingOf(task: Task, seen: ReadingState | Reading): Reading {
  return 'state' in seen ? seen : { task, picture: null, state: seen }
}
