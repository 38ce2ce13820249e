import * as fc from 'fast-check'
import { ddmCase, drsCase, omsCase } from './arbitrary-runs.ts'
import type { Case, TargetCase, WaiverCase } from './case.ts'

/** Whole runs of the gate. */

const target: fc.Arbitrary<TargetCase> = fc.oneof(
  { weight: 3, arbitrary: drsCase },
  { weight: 1, arbitrary: ddmCase },
  { weight: 1, arbitrary: omsCase },
)

const waiver: fc.Arbitrary<WaiverCase> = fc.record(
  {
    item: fc.constantFrom(
      '*',
      'item0',
      'item?',
      'check *',
      '*#start',
      'SOURCE/*',
      'SOURCE/MASTER/CHECK_0',
      'srcDb*',
      'other 1',
    ),
    status: fc.constantFrom('warning' as const, 'failed' as const, 'any' as const),
    'failed-reason': fc.constantFrom('REASON_0', 'REASON_1'),
    service: fc.constantFrom('drs' as const, 'ddm' as const, 'oms' as const),
    task: fc.constantFrom('d0-0', 'd*', 'inst?/db', 'np_*', 't_*'),
    expires: fc.constantFrom('2025-12-31', '2026-01-01', '2026-06-30', '2026-06-30'),
  },
  { requiredKeys: ['item', 'status', 'expires'] },
)

/** One that covers much, so that it decides. */
const broadWaiver: fc.Arbitrary<WaiverCase> = fc.record({
  item: fc.constantFrom('*', 'item*', 'S*', 'check ?'),
  status: fc.constantFrom('any' as const, 'failed' as const, 'warning' as const),
  expires: fc.constant('2026-06-30'),
})

const waivers = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: broadWaiver.map(one => [one]) },
  {
    weight: 2,
    arbitrary: fc.uniqueArray(waiver, { minLength: 1, maxLength: 3, selector: one => JSON.stringify(one) }),
  },
)

/** Settings that go together: no settling that could not end, no interval that would make for thousands of polls. */
const timing = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      timeoutMinutes: fc.constantFrom(1, 2, 3),
      pollSeconds: fc.constantFrom('auto' as const, 3, 6),
      settleSeconds: fc.constantFrom(0.5, 3, 12),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      timeoutMinutes: fc.constantFrom(0.05, 0.3),
      pollSeconds: fc.constantFrom('auto' as const, 0.6, 1),
      settleSeconds: fc.constantFrom(0.5, 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      timeoutMinutes: fc.constantFrom(6, 12),
      pollSeconds: fc.constantFrom('auto' as const, 30),
      settleSeconds: fc.constant('auto' as const),
    }),
  },
)

export const anyCase: fc.Arbitrary<Case> = fc
  .record({
    targets: fc.oneof(
      { weight: 7, arbitrary: fc.array(target, { minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.array(target, { minLength: 2, maxLength: 3 }) },
    ),
    failOn: fc.constantFrom('failed' as const, 'failed' as const, 'warning' as const, 'never' as const),
    waivers,
    timing,
    cancelAt: fc.oneof(
      { weight: 14, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(0.11, 100.11, 3_000.11, 20_000.11) },
    ),
    credential: fc.oneof(
      { weight: 11, arbitrary: fc.constant('token' as const) },
      { weight: 1, arbitrary: fc.constant('key' as const) },
    ),
    seed: fc.nat(),
  })
  .map(({ timing: times, ...rest }): Case => ({ ...rest, ...times }))
