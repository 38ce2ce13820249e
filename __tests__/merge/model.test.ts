import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LegFile, legsOf } from '../../src/merge/legs.ts'
import { mergedReport } from '../../src/merge/merged.ts'
import { FAIL_ON } from '../../src/precheck/verdict.ts'
import type { Report } from '../../src/report/schema.ts'
import { IS_LONG } from '../../testing/effort.ts'
import type { Status } from '../fuzz/oracle/words.ts'
import {
  type Change,
  changed,
  legIn,
  legReport,
  minutesFromNow,
  NOW,
  RUN,
  SHA,
  TASK,
} from './legs-of-a-run.ts'
import { type OracleCase, type OracleFile, oracle } from './oracle.ts'

/** Random legs against an oracle that knows the contract only. */

const OTHER_SHA = 'b'.repeat(40)
const NAMES = ['a', 'b', 'c'] as const
const PASSES: readonly Change[] = [
  ['gate/decision', 'passed'],
  ['gate/reasonCode', 'all-passed'],
]

const mostly = <T>(usual: T, ...others: readonly T[]) =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(usual, ...others) },
  )

const file: fc.Arbitrary<OracleFile> = fc.record({
  name: fc.oneof(
    { weight: 15, arbitrary: fc.constantFrom(...NAMES) },
    { weight: 1, arbitrary: fc.constant('x') },
  ),
  items: fc.array(mostly<Status>('passed', 'warning', 'failed', 'skipped', 'unknown'), { maxLength: 4 }),
  failOn: fc.constantFrom(...FAIL_ON),
  isReadable: mostly(true, false),
  isTampered: mostly(false, true),
  isValidated: mostly(false, true),
  repository: mostly(RUN.repository, 'acme/other'),
  runId: mostly(RUN.runId, '4712'),
  attempt: fc.integer({ min: 1, max: 4 }),
  sha: mostly(SHA, OTHER_SHA),
  age: mostly(10, -6, -5, 30, 31, 5000),
})

const aCase: fc.Arbitrary<OracleCase> = fc.record({
  files: fc.array(file, { maxLength: 4 }),
  expected: fc.subarray([...NAMES], { minLength: 1 }),
  run: mostly<OracleCase['run']>({ repository: RUN.repository, runId: RUN.runId, sha: SHA }, null),
  anyRun: mostly(false, true),
  maxAge: mostly<number | null>(null, 30),
  result: mostly<string | null>(null, 'success', 'failure', 'cancelled', 'skipped'),
})

/** What the gate would have left, with what happened to it afterwards. */
function textOf(one: OracleFile, tamper: number): string {
  const { repository, runId, attempt, sha } = one
  const report = legReport(one.name, {
    statuses: one.items,
    failOn: one.failOn,
    run: { repository, runId, runAttempt: attempt, sha },
    facts: { startedAt: minutesFromNow(-one.age), finishedAt: minutesFromNow(-one.age) },
  })
  const left = one.isValidated ? changed(report, ['targets/0/mode', 'validate']) : report
  const text = JSON.stringify(one.isTampered ? tampered(left, tamper) : left)
  return one.isReadable ? text : text.slice(0, tamper % text.length)
}

/** Each changes what the report's own tasks give. */
function tampered(report: Report, kind: number): Report {
  const better: readonly Change[] =
    report.gate.reasonCode === 'all-passed' ? [['gate/decision', 'failed']] : PASSES
  const { total } = report.counts
  const kinds: readonly (readonly Change[])[] = [
    better,
    [['counts/total', total + 1]],
    [[`${TASK}/partial`, true]],
    [
      ['targets', []],
      ['counts', { total: 1, passed: 1, warning: 0, failed: 0, waived: 0, unknown: 0 }],
    ],
  ]
  return changed(report, ...(kinds[kind % kinds.length] ?? []))
}

function merge(one: OracleCase, tamper: number) {
  const files = one.files.map(
    (given, index): LegFile => legIn(`${index}.json`, textOf(given, tamper + index)),
  )
  const run = one.run && { ...RUN, ...one.run }
  const legs = legsOf(files, {
    expected: one.expected,
    run,
    anyRun: one.anyRun,
    maxAgeMs: one.maxAge === null ? null : one.maxAge * 60_000,
    now: NOW,
    legsResult: LEGS_RESULTS.find(word => word === one.result) ?? null,
  })
  const facts = {
    name: 'all',
    failOn: 'failed',
    language: 'en-us',
    run,
    startedAt: NOW,
    finishedAt: NOW,
    earlier: null,
  } as const
  return mergedReport(legs, facts, text => text)
}

const LEGS_RESULTS = ['success', 'failure', 'cancelled', 'skipped'] as const

describe('a merge, over random legs', () => {
  it('agrees with an oracle that was written from the contract', () => {
    const reached = new Set<string>()
    fc.assert(
      fc.property(aCase, fc.nat(1000), (one, tamper) => {
        const { gate, counts, targets, problems } = merge(one, tamper)
        const expected = oracle(one)
        reached.add(gate.reasonCode)
        expect({ decision: gate.decision, reason: gate.reasonCode }).toEqual({
          decision: expected.decision,
          reason: expected.reason,
        })
        expect(targets.map(({ name }) => name)).toEqual(expected.counted.map(name => `${name}/orders`))
        const items = targets.flatMap(target => target.tasks.flatMap(task => task.items))
        expect(counts.total).toBe(items.length)
        expect(counts.failed).toBe(items.filter(({ status }) => status === 'failed').length)
        expect(problems.length > 0 || expected.counted.length === one.expected.length).toBe(true)
        if (gate.decision === 'passed') expect(problems).toEqual([])
      }),
      { numRuns: IS_LONG ? 100_000 : 10_000, seed: 20 },
    )
    expect(reached.size).toBe(9)
  })
})
