import fc from 'fast-check'
import {
  type CheckItem,
  ITEM_STATUSES,
  type ItemStatus,
  type Overall,
  ownProblem,
  type Problem,
  REASONS,
  type TargetResult,
  type TaskResult,
} from '../../src/precheck/model.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { WAIVER_STATUSES, type Waiver } from '../../src/precheck/waivers.ts'

/** Plain objects for the judge's tests: each takes only what the test is about. */

export const TODAY = '2026-06-15'
/** What a policy holds besides its rules. */
export const HERE = { today: TODAY, redact: (text: string) => text }

export function item(status: ItemStatus, rest: Partial<CheckItem> = {}): CheckItem {
  return {
    id: 'binlog',
    baseId: rest.id ?? 'binlog',
    topic: 'binlog',
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
    ...rest,
  }
}

export function problem(reason: Problem['reason']): Problem {
  return ownProblem(reason, verbatim('made up'), null)
}

export function task(items: readonly CheckItem[], rest: Partial<Omit<TaskResult, 'items'>> = {}): TaskResult {
  return {
    task: { id: 'task-1', label: null },
    precheckId: null,
    progress: 100,
    problem: null,
    overall: 'positive',
    freshness: 'new',
    caveats: [],
    items,
    ...rest,
  }
}

export function target(tasks: readonly TaskResult[], rest: Partial<TargetResult> = {}): TargetResult {
  return { name: 'orders', service: 'drs', mode: 'run', endpoint: 'https://drs.example', tasks, ...rest }
}

export function waiver(rest: Partial<Waiver> = {}): Waiver {
  return {
    item: '*',
    status: 'any',
    failedReason: null,
    service: null,
    task: null,
    fingerprints: null,
    reason: 'known',
    owner: 'dba',
    expires: '2026-12-31',
    ...rest,
  }
}

const OVERALLS: readonly Overall[] = ['positive', 'negative', 'run-failed', 'run-skipped', 'missing', 'none']
const INCONCLUSIVE = REASONS.flatMap(([code, decision]) => (decision === 'inconclusive' ? [code] : []))

const ids = fc.constantFrom('binlog', 'charset', 'src/-/ttl', 'bunlog', 'char', 'dst/-/ttl')
const taskIds = fc.constantFrom('task-1', 'task-2', 'other')
const services = fc.constantFrom('drs', 'ddm', 'oms')
const reasons = fc.constantFrom(null, 'OFF', 'OTHER')

export const anyItem: fc.Arbitrary<CheckItem> = fc
  .tuple(ids, fc.constantFrom(...ITEM_STATUSES), reasons)
  .map(([id, status, reason]) => item(status, { id, reason }))

/** Mostly items that could pass, so that the later lines are reached as often as the first. */
export const anyItems: fc.Arbitrary<readonly CheckItem[]> = fc
  .constantFrom<readonly ItemStatus[]>(
    ITEM_STATUSES,
    ['passed', 'warning', 'skipped'],
    ['passed', 'warning'],
    ['passed', 'failed', 'pending'],
    ['skipped', 'unknown', 'failed'],
  )
  .chain(statuses =>
    fc
      .array(fc.tuple(anyItem, fc.constantFrom(...statuses)), { maxLength: 5 })
      .map(pairs => pairs.map(([one, status]) => ({ ...one, status }))),
  )

export const anyTask: fc.Arbitrary<TaskResult> = fc
  .record({
    items: anyItems,
    id: taskIds,
    overall: fc.constantFrom<Overall>('positive', 'none', ...OVERALLS),
    reason: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...INCONCLUSIVE) },
    ),
  })
  .map(({ items, id, overall, reason }) =>
    task(items, { task: { id, label: null }, overall, problem: reason === null ? null : problem(reason) }),
  )

export const anyTargets: fc.Arbitrary<readonly TargetResult[]> = fc.array(
  fc
    .tuple(services, fc.array(anyTask, { maxLength: 3 }))
    .map(([service, tasks]) => target(tasks, { service })),
  { maxLength: 3 },
)

export const anyWaiver: fc.Arbitrary<Waiver> = fc
  .record({
    item: fc.constantFrom('*', 'binlog', 'char*', '*/ttl', 'b?nlog', 'none'),
    status: fc.constantFrom(...WAIVER_STATUSES),
    failedReason: fc.constantFrom(null, null, 'OFF'),
    service: fc.constantFrom(null, null, 'drs', 'oms'),
    task: fc.constantFrom(null, null, 'task-?', 'other'),
    expires: fc.constantFrom('2026-06-14', TODAY, '2026-06-29', '2027-01-01'),
    owner: fc.constantFrom('dba', 'app'),
  })
  .map(waiver)

export const anyWaivers: fc.Arbitrary<readonly Waiver[]> = fc.array(anyWaiver, { maxLength: 4 })
