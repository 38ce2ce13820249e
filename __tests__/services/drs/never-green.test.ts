import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../../simulator/scenario/scenario.ts'
import { runs } from '../../../testing/effort.ts'
import { onTheWire } from './on-the-wire.ts'

type Task = NonNullable<ScenarioInput['drs']>[number]
/** Every case is a whole check over sockets, and long runs look at hundreds. */
const LONG_RUN_MS = 300_000

type Stage = NonNullable<Task['timeline']>[number]
type Rule = NonNullable<ScenarioInput['rules']>[number]

/** An earlier run that was all green, in whatever state the gate finds it; it ends before a third of the time has gone. */
const earlier: fc.Arbitrary<NonNullable<Task['earlier']>> = fc.record({
  timeline: fc.constantFrom(
    [],
    [{ payload: 'drs-mysql' as const }],
    [{ payload: 'drs-mysql' as const, precheck_id: 'run-0' }],
    [
      { process: '60%', payload: 'drs-mysql' as const, done: 20 },
      { at: 9_000, payload: 'drs-mysql' as const },
    ],
    [
      { payload: 'drs-mysql' as const, done: 20, rest: 'pending' as const },
      { at: 9_000, payload: 'drs-mysql' as const },
    ],
  ),
  stays: fc.oneof(
    fc.constant('forever' as const),
    fc.record({ reads: fc.integer({ min: 0, max: 12 }) }),
    fc.record({ ms: fc.integer({ min: 0, max: 20_000 }) }),
  ),
})

/** The new run fails, sooner or later, at once or by and by, with gaps and errors on the way. */
const unfinished = fc.constantFrom<Stage>(
  { process: '0%', items: [] },
  { process: '70%', payload: 'drs-mysql' as const, done: 30 },
  { payload: 'drs-mysql' as const, rest: 'pending' as const, done: 30 },
  { entry: 'missing' as const },
  { payload: 'drs-mysql' as const, error_code: 'DRS.M00004', error_msg: 'Abnormal.' },
)
const timeline = fc
  .tuple(fc.array(unfinished, { maxLength: 3 }), fc.integer({ min: 0, max: 4_000 }))
  .map(([stages, stepMs]): Stage[] => [
    ...stages.map((stage, index) => ({ ...stage, at: index * stepMs })),
    { at: stages.length * stepMs, payload: 'drs-mysql-failed' as const },
  ])

const start: fc.Arbitrary<NonNullable<Task['start']>> = fc.constantFrom(
  { status: 'success' as const },
  { precheckId: 'run-1' },
  { precheckId: 'run-0' },
  { entry: 'missing' as const },
  { entry: 'twice' as const },
)
/** An answer that leaves an earlier result out is not among them: that means that there is none. */
const broken: fc.Arbitrary<Rule['fault']> = fc.constantFrom(
  { kind: 'reset' as const },
  { kind: 'truncate' as const },
  { kind: 'answer' as const, status: 503, text: '{"error_code":"DRS.M00004","error_msg":"Abnormal."}' },
)
const rules: fc.Arbitrary<readonly Rule[]> = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), broken), { maxLength: 5 }),
    fc.option(fc.oneof(broken, fc.constant({ kind: 'answer' as const, status: 200, text: '{}' }))),
  )
  .map(([reads, lostStart]) => [
    ...reads.map(([calls, fault]): Rule => ({ when: { operation: 'drs.result', calls }, fault })),
    ...(lostStart === null
      ? []
      : [{ when: { operation: 'drs.start' as const }, fault: { ...lostStart, processed: true } }]),
  ])

describe('where the earlier run was green and the new one is red', () => {
  const scenario = fc.record({ earlier, timeline, start, rules, pair: fc.boolean() })

  it(
    'no check says that a green result is new, and none starts a task more than three times again',
    { timeout: LONG_RUN_MS },
    () =>
      fc.assert(
        fc.asyncProperty(scenario, async ({ pair, rules: faults, ...task }) => {
          const ids = pair ? ['task-1', 'task-2'] : ['task-1']
          // A run that is under way after the start counts as the new one where nothing could be read before: the
          // published rules take its progress for evidence, so that case is left out here.
          const isGoing = task.earlier.timeline.length > 1
          const played = faults.filter(({ when }) => !isGoing || when?.operation === 'drs.start')
          // Two tasks cannot share the pre-check id that the scenario gives.
          const drs = ids.map(
            (id, index): Task => (index === 0 ? { id, ...task } : { ...task, id, start: {} }),
          )
          const { results, startsOf } = await onTheWire(
            { drs, rules: played },
            { settleSeconds: 6, timeoutSeconds: 90 },
          )
          for (const {
            task: { id },
            problem,
            freshness,
            items,
          } of results) {
            expect(startsOf(id)).toBeLessThanOrEqual(4)
            const failed = items.some(item => item.status === 'failed')
            if (problem === null) expect(failed ? ['new', 'assumed'] : ['assumed']).toContain(freshness)
          }
        }),
        { seed: 20260131, numRuns: runs(30) },
      ),
  )
})
