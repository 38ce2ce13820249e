import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unproven as whyUnproven } from '../../src/merge/proven.ts'
import { judge, verdictWithoutTargets } from '../../src/precheck/judge.ts'
import { ITEM_STATUSES, REASONS } from '../../src/precheck/model.ts'
import { FAIL_ON } from '../../src/precheck/verdict.ts'
import type { Report } from '../../src/report/schema.ts'
import { reportOf } from '../../testing/reports/fixtures.ts'
import { inEnglish } from '../precheck/in-english.ts'
import {
  anyTargets,
  anyWaivers,
  HERE,
  item,
  problem,
  target,
  task,
  waiver,
} from '../precheck/judge-builders.ts'
import { inBothLanguages } from './in-both-languages.ts'
import { type Change, changed, legReport, TASK } from './legs-of-a-run.ts'

const unproven = (report: Report) => {
  const why = whyUnproven(report)
  return why === null ? null : inBothLanguages(why)
}
const START = { startedAt: new Date('2026-06-15T08:00:00Z'), finishedAt: new Date('2026-06-15T09:00:00Z') }
const passed = legReport('orders', { statuses: ['passed', 'warning'] })
const failed = legReport('orders', { statuses: ['passed', 'failed'] })
const open = legReport('orders', { statuses: ['passed', 'unknown'] })

describe('a report that the gate wrote', () => {
  it('gives its decision itself, whatever the gate met', () => {
    fc.assert(
      fc.property(anyTargets, anyWaivers, fc.constantFrom(...FAIL_ON), (targets, waivers, failOn) => {
        expect(unproven(reportOf(judge(targets, { ...HERE, waivers, failOn }), START))).toBeNull()
      }),
    )
  })

  it('may have no task, when it is inconclusive', () => {
    const empty = reportOf(verdictWithoutTargets('invalid-input', 'never'))
    for (const [reasonCode, decision] of REASONS) {
      const report = { ...empty, gate: { ...empty.gate, decision, reasonCode } }
      expect(unproven(report) === null).toBe(decision === 'inconclusive')
    }
  })

  it('may be one of an internal error under fail-on: never, which is enforced all the same', () => {
    const verdict = { ...verdictWithoutTargets('not-verified', 'never'), enforced: true }
    expect(unproven(reportOf(verdict))).toBeNull()
  })

  it('may have problems where it has no task, or where it was merged and has failed', () => {
    const withProblems = (report: Report) => unproven({ ...report, problems: ['leg billing: missing'] })
    expect(withProblems(reportOf(verdictWithoutTargets('leg-missing', 'failed')))).toBeNull()
    expect(withProblems(failed)).toBeNull()
    expect(withProblems(passed)).toBe('it lists problems beside its tasks')
    expect(withProblems(open)).toBe('it lists problems beside its tasks')
  })
})

const note = (expires: string) => ({ reason: 'known', owner: 'dba', expires })
const GATE_PASSES: readonly Change[] = [
  ['gate/decision', 'passed'],
  ['gate/reasonCode', 'all-passed'],
]
const TASK_PASSES: readonly Change[] = [
  [`${TASK}/outcome`, 'passed'],
  [`${TASK}/reasonCode`, 'all-passed'],
]
const strict = legReport('orders', { statuses: ['warning'], failOn: 'warning' })

type Tampered = readonly [what: string, report: Report, ...changes: readonly Change[]]

const TAMPERED: readonly Tampered[] = [
  ['a failed report whose decision says passed', failed, ['gate/decision', 'passed']],
  ['a failed report whose gate says passed', failed, ...GATE_PASSES],
  ['a failed report whose gate and task say passed', failed, ...GATE_PASSES, ...TASK_PASSES],
  [
    'the same with counts that fit',
    failed,
    ...GATE_PASSES,
    ...TASK_PASSES,
    ['counts/passed', 2],
    ['counts/failed', 0],
  ],
  ['a failed item that was taken out', failed, [`${TASK}/items/1`, undefined]],
  [
    'a warning that was taken out, with counts that fit',
    passed,
    [`${TASK}/items/1`, undefined],
    ['counts', passedCounts(1)],
  ],
  ['all items taken out', passed, [`${TASK}/items`, []], ['counts', passedCounts(0)]],
  ['an item that was put in', passed, [`${TASK}/items/2`, passed.targets[0]?.tasks[0]?.items[0]]],
  ['a task that was taken out', passed, [TASK, undefined], ['counts', passedCounts(0)]],
  ['a target without tasks that was put in', passed, ['targets/1', { ...passed.targets[0], tasks: [] }]],
  ['the targets taken out', passed, ['targets', []], ['counts', passedCounts(0)]],
  ['a better word for a pass', passed, ['gate/reasonCode', 'all-passed']],
  [
    'a better word for a task',
    passed,
    [`${TASK}/reasonCode`, 'all-passed'],
    ['gate/reasonCode', 'all-passed'],
  ],
  ['an outcome without its reason', open, [`${TASK}/outcome`, 'passed']],
  ['a decision without its reason', open, ['gate/decision', 'failed']],
  ['an error beside a pass', passed, [`${TASK}/error`, errorOf('timed-out')], [`${TASK}/partial`, true]],
  ['a pass that had not come to its end', passed, [`${TASK}/progress`, 50]],
  ['a pass that nobody knows to be of this run', passed, [`${TASK}/freshness`, null]],
  ['a partial pass', passed, [`${TASK}/partial`, true]],
  ['a waiver on a passed item', passed, [`${TASK}/items/0/waiver`, note('2026-12-31')]],
  [
    'a waiver on an unknown item, counted as one',
    open,
    [`${TASK}/items/1/waiver`, note('2026-12-31')],
    ['counts/unknown', 0],
    ['counts/waived', 1],
  ],
  ['warnings that were not allowed', strict, ['gate/failOn', 'failed']],
  ['warnings that would not be allowed', passed, ['gate/failOn', 'warning']],
  ...(['total', 'passed', 'warning', 'failed', 'waived', 'unknown'] as const).map(
    (name): Tampered => [`another count of ${name}`, passed, [`counts/${name}`, 9]],
  ),
]

function errorOf(reason: Parameters<typeof problem>[0]) {
  const { reason: _, ...error } = inEnglish(problem(reason))
  return error
}

function passedCounts(count: number) {
  return { total: count, passed: count, warning: 0, failed: 0, waived: 0, unknown: 0 }
}

describe('a report that was tampered with', () => {
  it.each(TAMPERED.map(([what, report, ...changes]) => ({ what, report, changes })))(
    'is not proven: $what',
    one => {
      const { report, changes } = one
      expect(unproven(report)).toBeNull()
      expect(unproven(changed(report, ...changes))).toMatch(
        /^(a task of it has another outcome than its own items give|its counts are not those of its own items|its decision is not (that of its reason code|the one that its own tasks give)|it has no task, so nothing can have come of it)$/,
      )
    },
  )

  it.each([
    ['a task', TASK_PASSES, 'a task of it has another outcome than its own items give'],
    ['a count', [['counts/passed', 9]], 'its counts are not those of its own items'],
    ['a decision', [['gate/decision', 'inconclusive']], 'its decision is not that of its reason code'],
    ['a better reason', GATE_PASSES, 'its decision is not the one that its own tasks give'],
    [
      'no task',
      [...GATE_PASSES, ['targets', []], ['counts', passedCounts(0)]],
      'it has no task, so nothing can have come of it',
    ],
  ] as const)('says so of %s', (_, changes, why) => {
    expect(unproven(changed(failed, ...changes))).toBe(why)
  })

  it.each([
    ['reason', changed(failed, ['gate/reasonCode', 'leg-missing'], ['gate/decision', 'inconclusive'])],
    [
      'other reason',
      changed(failed, ['gate/reasonCode', 'leg-not-accepted'], ['gate/decision', 'inconclusive']),
    ],
    ['targets', changed(failed, ['targets/0/name', 'orders/drs'], ['gate/reasonCode', 'service-error'])],
  ])('is told to be no leg where it seems to be a merged one, by its %s', (_, report) => {
    expect(unproven(report)).toMatch(/; merge seems to have made it, and a merged report is no leg: /)
  })

  it.each([
    ['one target of two', ['orders/drs', 'billing']],
    ['a name that no gate can have', ['-orders/drs']],
  ])('is not told so for %s with a name before it', (_, targetNames) => {
    const [drs] = failed.targets
    const targets = targetNames.map(name => ({ ...drs, name }))
    expect(unproven(changed(failed, ['targets', targets], ['gate/decision', 'passed']))).not.toMatch(/merge/)
  })

  it('is not proven when a waiver had ended before the gate began', () => {
    const policy = { ...HERE, failOn: 'failed', waivers: [waiver()] } as const
    const report = reportOf(
      judge([target([task([item('failed'), item('passed', { id: 'b' })])])], policy),
      START,
    )
    expect(report.gate.reasonCode).toBe('passed-with-waivers')
    const until = (expires: string) => unproven(changed(report, [`${TASK}/items/0/waiver`, note(expires)]))
    expect([until('2026-06-15'), until('2026-06-14')]).toEqual([null, expect.any(String)])
  })

  it('never passes with an item that is not acceptable, whatever else it says', () => {
    const statuses = fc.array(fc.constantFrom(...ITEM_STATUSES), { maxLength: 4 })
    const reason = fc.constantFrom(...REASONS)
    fc.assert(
      fc.property(statuses, statuses, reason, (real, shown, [reasonCode, decision]) => {
        const report = changed(
          legReport('orders', { statuses: real }),
          ['gate/decision', decision],
          ['gate/reasonCode', reasonCode],
          [`${TASK}/outcome`, decision],
          [`${TASK}/reasonCode`, reasonCode],
          ['counts', legReport('orders', { statuses: shown }).counts],
        )
        if (unproven(report) === null && decision === 'passed')
          expect(real.filter(status => !['passed', 'warning', 'skipped'].includes(status))).toEqual([])
      }),
    )
  })
})
