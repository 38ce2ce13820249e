import { type CheckItem, ownProblem, type Problem, type Task } from '../../src/precheck/model.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import type { Picture, PrecheckService, Reading, RunFacts, Started } from '../../src/precheck/service.ts'
import type { FakeClock } from '../../testing/fake-clock.ts'

export const FOR_EVER = Number.POSITIVE_INFINITY

export const tasksNamed = (...ids: readonly string[]): readonly Task[] => ids.map(id => ({ id, label: null }))
export const manyTasks = (count: number): readonly Task[] =>
  tasksNamed(...Array.from({ length: count }, (_, index) => `task-${index}`))

/** What a read is to come to, in the poller's terms. */
export type ReadingState =
  | { readonly kind: 'running'; readonly settling: boolean }
  | { readonly kind: 'finished' }
  | {
      readonly kind: 'unread'
      readonly problem: Problem
      readonly retryAt: number | null
      readonly throttled: boolean
    }
  | { readonly kind: 'ended'; readonly problem: Problem }

/** A read with what it shows. */
export interface Shown {
  readonly picture: Picture | null
  readonly state: ReadingState
}

export const running: ReadingState = { kind: 'running', settling: false }
export const settling: ReadingState = { kind: 'running', settling: true }
export const finished: ReadingState = { kind: 'finished' }
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

export const problemOf = (reason: Problem['reason'], message = `It was ${reason}.`): Problem =>
  ownProblem(reason, verbatim(message), null)
export const unavailable = problemOf('service-unavailable')

export const itemNamed = (id: string, status: CheckItem['status'] = 'passed'): CheckItem => ({
  id,
  baseId: id,
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
  readonly read?: (task: Task, nth: number, at: number) => ReadingState | Shown
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

export const started = (task: Task): Started => ({
  kind: 'started',
  task,
  precheckId: `run-of-${task.id}`,
  boundById: false,
})

export const NOTHING_SHOWN: Picture = { precheckId: null, progress: null, overall: 'none', items: [] }
/** Facts of a run that is bound by its id and shows nothing; what differs is given. */
export const factsOf = (facts: Partial<RunFacts> = {}): RunFacts => ({
  picture: NOTHING_SHOWN,
  finished: false,
  identity: { kind: 'own' },
  evidence: 'new-run',
  unreadable: null,
  standing: null,
  ...facts,
})
const standsForEver = {
  against: 'partial',
  content: 'the same',
  forMs: FOR_EVER,
  cutShort: null,
  reads: 1,
  assumption: null,
} as const

const besideOf = (picture: Picture | null) => (picture === null ? null : { picture, isFirst: false })

/** The reading that brings the poller into a state. */
export function readingOf(task: Task, seen: ReadingState | Shown): Reading {
  const { picture, state } = 'state' in seen ? seen : { picture: null, state: seen }
  switch (state.kind) {
    case 'running': {
      const standing = state.settling ? standsForEver : null
      const facts = { finished: state.settling, standing, picture: picture ?? NOTHING_SHOWN }
      return { kind: 'answer', task, facts: factsOf(facts) }
    }
    case 'finished':
      return { kind: 'answer', task, facts: factsOf({ finished: true, picture: picture ?? NOTHING_SHOWN }) }
    case 'unread':
      return { ...state, task, beside: besideOf(picture), isEmpty: false }
    case 'ended':
      return { ...state, task, beside: besideOf(picture) }
  }
}
