import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TaskResult } from '../../src/precheck/model.ts'
import type { PrecheckService } from '../../src/precheck/service.ts'
import { runs } from '../../testing/effort.ts'
import type { FakeClock } from '../../testing/fake-clock.ts'
import {
  ended,
  FOR_EVER,
  finished,
  manyTasks,
  pictureAt,
  problemOf,
  type ReadingState,
  readingOf,
  running,
  settling,
  started,
  unavailable,
  unread,
} from './fake-service.ts'
import { polling } from './polling.ts'

/** One answer of a random service: how long it takes, and what it says of each task in turn. */
interface Answer {
  readonly takesMs: number
  readonly states: readonly ReadingState[]
}

interface World {
  readonly count: number
  readonly batchSize: number
  readonly interval: 'auto' | number
  readonly mode: 'run' | 'query'
  readonly deadlineMs: number
  readonly cancelAt: number | null
  readonly startTakes: readonly number[]
  readonly refused: readonly boolean[]
  readonly answers: readonly Answer[]
}

const takesMs = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 3_000 }) },
  { weight: 1, arbitrary: fc.constant(20_000) },
  { weight: 1, arbitrary: fc.constant(FOR_EVER) },
)
const state: fc.Arbitrary<ReadingState> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(running) },
  { weight: 2, arbitrary: fc.constant(settling) },
  { weight: 2, arbitrary: fc.constant(finished) },
  { weight: 1, arbitrary: fc.constant(ended(problemOf('not-found'))) },
  { weight: 2, arbitrary: fc.constant(unread(unavailable)) },
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: 0, max: 150_000 })
      .map(retryAt => unread(problemOf('invalid-response'), { retryAt, throttled: true })),
  },
)
const world: fc.Arbitrary<World> = fc.record({
  count: fc.integer({ min: 1, max: 30 }),
  batchSize: fc.integer({ min: 1, max: 10 }),
  interval: fc.oneof(fc.constant('auto' as const), fc.integer({ min: 100, max: 20_000 })),
  mode: fc.constantFrom('run' as const, 'query' as const),
  deadlineMs: fc.integer({ min: 1, max: 120_000 }),
  cancelAt: fc.option(fc.integer({ min: 0, max: 120_000 })),
  startTakes: fc.array(takesMs, { minLength: 1, maxLength: 5 }),
  refused: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
  answers: fc.array(fc.record({ takesMs, states: fc.array(state, { minLength: 1, maxLength: 5 }) }), {
    minLength: 1,
    maxLength: 20,
  }),
})

/** What a random service saw and said, written down at the time. */
interface Diary {
  readonly starts: string[]
  readonly broken: string[]
  readonly said: Map<string, { at: number; state: ReadingState }[]>
}

const turn = <T>(list: readonly T[], index: number): T => {
  const value = list[index % list.length]
  if (value === undefined) throw new Error('An empty list has no turns')
  return value
}
const answer = async (clock: FakeClock, ms: number) =>
  ms === FOR_EVER ? new Promise<never>(() => {}) : clock.sleep(ms)

/** A service that keeps the port and does anything the port allows; every call checks what the poller must keep. */
function randomService(clock: FakeClock, plan: World, diary: Diary): PrecheckService {
  const reading = new Set<string>()
  let reads = 0
  const rule = (kept: boolean, text: string) => {
    if (!kept) diary.broken.push(`${text} at ${clock.now()}`)
  }
  return {
    batchSize: plan.batchSize,
    async start(tasks) {
      const nth = diary.starts.length
      rule(tasks.length > 0 && tasks.length <= plan.batchSize, 'a start of a wrong size')
      for (const { id } of tasks) {
        rule(!diary.starts.includes(id), `${id} started twice`)
        diary.starts.push(id)
      }
      await answer(clock, turn(plan.startTakes, nth))
      return tasks.map((task, index) => {
        const refused = turn(plan.refused, nth + index)
        diary.said.set(task.id, refused ? [{ at: clock.now(), state: ended(unavailable) }] : [])
        return refused ? { kind: 'ended', task, problem: unavailable } : started(task)
      })
    },
    async read(tasks) {
      const { takesMs, states } = turn(plan.answers, reads++)
      rule(tasks.length > 0 && tasks.length <= plan.batchSize, 'a read of a wrong size')
      for (const { id } of tasks) {
        const before = diary.said.get(id)?.at(-1)?.state
        rule(diary.said.has(id), `${id} read before its start was answered`)
        rule(!reading.has(id), `${id} read while it is being read`)
        rule(before?.kind !== 'finished' && before?.kind !== 'ended', `${id} read after its end`)
        rule(before?.kind !== 'unread' || (before.retryAt ?? 0) <= clock.now(), `${id} read too early`)
        reading.add(id)
      }
      await answer(clock, takesMs)
      return tasks.map((task, index) => {
        reading.delete(task.id)
        const said = turn(states, index)
        diary.said.get(task.id)?.push({ at: clock.now(), state: said })
        return readingOf(task, { picture: said.kind === 'unread' ? null : pictureAt(50), state: said })
      })
    },
  }
}

async function live(plan: World) {
  const diary: Diary = { starts: [], broken: [], said: new Map() }
  const { interval, mode, deadlineMs } = plan
  const begun = polling({
    interval,
    mode,
    deadlineMs,
    tasks: manyTasks(plan.count),
    service: clock => randomService(clock, plan, diary),
  })
  const { clock, cancel } = begun
  if (plan.cancelAt !== null) void clock.sleep(plan.cancelAt).then(cancel)
  const results = await clock.until(begun.results)
  return { diary, results, endedAt: clock.now(), views: begun.views }
}

describe('whatever a service does, a poll', () => {
  it('ends at the deadline or a cancellation at the latest, with one result for each task', () =>
    fc.assert(
      fc.asyncProperty(world, async plan => {
        const { results, endedAt } = await live(plan)
        expect(endedAt).toBeLessThanOrEqual(Math.min(plan.deadlineMs, plan.cancelAt ?? plan.deadlineMs))
        expect(results.map(result => result.task)).toEqual(manyTasks(plan.count))
      }),
      { seed: 20260111, numRuns: runs(75) },
    ))

  it('ends before that only when every task has ended', () =>
    fc.assert(
      fc.asyncProperty(world, async plan => {
        const { diary, results, endedAt } = await live(plan)
        if (endedAt >= Math.min(plan.deadlineMs, plan.cancelAt ?? plan.deadlineMs)) return
        for (const { task } of results) {
          expect(['finished', 'ended']).toContain(diary.said.get(task.id)?.at(-1)?.state.kind)
        }
      }),
      { seed: 20260112, numRuns: runs(75) },
    ))

  it('keeps the rules of the port: each started once, read alone, in its time, and not after its end', () =>
    fc.assert(
      fc.asyncProperty(world, async plan => {
        const { diary } = await live(plan)
        expect(diary.broken).toEqual([])
        expect(diary.starts).toEqual(manyTasks(plan.count).map(task => task.id))
      }),
      { seed: 20260113, numRuns: runs(75) },
    ))

  it('takes a task for finished only when the service said so before the end', () =>
    fc.assert(
      fc.asyncProperty(world, async plan => {
        const { diary, results } = await live(plan)
        const end = Math.min(plan.deadlineMs, plan.cancelAt ?? plan.deadlineMs)
        for (const result of results) {
          const said = diary.said.get(result.task.id) ?? []
          expect(outcomesAfter(said.filter(one => one.at < end))).toContain(outcomeOf(result))
          const counts = plan.mode === 'query' ? 'as-found' : 'new'
          expect(result.freshness).toBe(result.problem === null ? counts : null)
        }
      }),
      { seed: 20260114, numRuns: runs(75) },
    ))

  it('tells a view before each wait, and the end in the last one when all have ended', () =>
    fc.assert(
      fc.asyncProperty(world, async plan => {
        const { views, results, endedAt } = await live(plan)
        expect(views.every(view => view.total === plan.count && view.done <= view.total)).toBe(true)
        const percents = views.map(view => view.percent).filter(percent => percent !== null)
        expect(percents.every(percent => percent >= 0 && percent <= 100)).toBe(true)
        if (endedAt < Math.min(plan.deadlineMs, plan.cancelAt ?? plan.deadlineMs)) {
          expect(views.at(-1)).toMatchObject({ done: results.length, nextRoundInMs: null })
          // What ended without a result is not whole.
          const whole = results.every(result => result.problem === null)
          expect(views.at(-1)?.percent === 100).toBe(
            whole || results.every(result => result.progress === 100),
          )
        }
      }),
      { seed: 20260115, numRuns: runs(25) },
    ))
})

/** What may become of a task of which this was said; while nothing ended it, the end of the step decides. */
function outcomesAfter(said: readonly { readonly state: ReadingState }[]): readonly string[] {
  const last = said.at(-1)?.state
  if (last?.kind === 'finished') return ['finished']
  if (last?.kind === 'ended') return [last.problem.reason]
  return [
    'timed-out',
    'service-unavailable',
    'cancelled',
    ...(last?.kind === 'unread' ? [last.problem.reason] : []),
  ]
}

function outcomeOf({ problem }: TaskResult): string {
  return problem === null ? 'finished' : problem.reason
}
