import { describe, expect, it } from 'vitest'
import type { Fault } from '../../src/merge/legs.ts'
import { type MergeFacts, mergedReport } from '../../src/merge/merged.ts'
import { verdictWithoutTargets } from '../../src/precheck/judge.ts'
import { REASONS } from '../../src/precheck/model.ts'
import { told, verbatim } from '../../src/precheck/sentence.ts'
import type { Report } from '../../src/report/schema.ts'
import { reportOf } from '../../testing/reports/fixtures.ts'
import { item } from '../precheck/judge-builders.ts'
import { legReport, minutesFromNow, NOW, RUN } from './legs-of-a-run.ts'

const FACTS: MergeFacts = {
  name: 'all',
  failOn: 'failed',
  language: 'zh-cn',
  run: RUN,
  startedAt: minutesFromNow(-1),
  finishedAt: NOW,
  earlier: null,
}
const asItIs = (text: string) => text
const merged = (
  accepted: readonly Report[],
  faults: readonly Fault[] = [],
  facts: Partial<MergeFacts> = {},
) => mergedReport({ accepted, faults }, { ...FACTS, ...facts }, asItIs)

const passed = legReport('orders')
const failed = legReport('billing', {
  statuses: ['passed', 'failed', 'warning', 'skipped', 'unknown', 'pending'],
})
const missing: Fault = { reason: 'leg-missing', text: told('leg x: missing', '分支 x：缺少') }
const refused: Fault = { reason: 'leg-not-accepted', text: told('y.json: not accepted', 'y.json：不被认可') }

describe('the merged decision', () => {
  const empty = (reasonCode: Parameters<typeof verdictWithoutTargets>[0]) =>
    reportOf(verdictWithoutTargets(reasonCode, 'never'), { name: 'empty' })

  it.each([
    ['the worst of the legs', [passed, failed], [], 'checks-failed'],
    ['that of the only leg', [passed], [], 'all-passed'],
    ['inconclusive for a missing leg', [passed], [missing], 'leg-missing'],
    ['inconclusive for one that is not accepted', [passed], [refused], 'leg-not-accepted'],
    ['the first of both in the table', [passed], [refused, missing], 'leg-missing'],
    ['failed before inconclusive', [failed, passed], [missing, refused], 'checks-failed'],
    ['that of a leg without tasks', [passed, empty('policy-unavailable')], [], 'policy-unavailable'],
    ['wrong inputs of a leg before a missing one', [empty('invalid-input')], [missing], 'invalid-input'],
    [
      'a warning that a leg does not allow',
      [passed, legReport('b', { statuses: ['warning'], failOn: 'warning' })],
      [],
      'warnings-not-allowed',
    ],
    [
      'failed although its leg only reports',
      [legReport('b', { statuses: ['failed'], failOn: 'never' })],
      [],
      'checks-failed',
    ],
    ['not verified where there is nothing', [], [], 'not-verified'],
  ] as const)('is %s', (_, legs, faults, reasonCode) => {
    const { gate } = merged(legs, faults)
    const [, decision] = REASONS.find(([code]) => code === reasonCode) ?? []
    expect(gate).toEqual({
      name: 'all',
      decision,
      reasonCode,
      enforced: true,
      failOn: 'failed',
      language: 'zh-cn',
    })
  })

  it('is only reported under fail-on: never', () => {
    expect(merged([failed], [], { failOn: 'never' }).gate).toMatchObject({
      decision: 'failed',
      enforced: false,
      failOn: 'never',
    })
  })
})

describe('the merged report', () => {
  it('names targets after their legs, and sums up what was counted', () => {
    const report = merged([passed, failed])
    expect(report.targets.map(({ name }) => name)).toEqual(['orders/orders', 'billing/orders'])
    expect(report.targets[1]?.tasks).toEqual(failed.targets[0]?.tasks)
    expect(report.counts).toEqual({ total: 7, passed: 2, warning: 2, failed: 1, waived: 0, unknown: 2 })
    expect([report.requests, report.polls]).toEqual([28, 18])
    expect([report.schemaVersion, report.run]).toEqual([1, RUN])
  })

  it('counts waived items', () => {
    const waiver = {
      item: '*',
      status: 'any',
      failedReason: null,
      service: null,
      task: null,
      fingerprints: null,
    } as const
    const note = { reason: 'known', owner: 'dba', expires: '2026-12-31' }
    const leg = legReport('orders', { statuses: ['passed', 'failed'], waivers: [{ ...waiver, ...note }] })
    expect(merged([leg, leg]).counts).toEqual({
      total: 4,
      passed: 2,
      warning: 0,
      failed: 0,
      waived: 2,
      unknown: 0,
    })
  })

  it('began with the first leg, and is as old as the one that ended first', () => {
    const at = (start: number, end: number) =>
      legReport('x', { facts: { startedAt: minutesFromNow(start), finishedAt: minutesFromNow(end) } })
    const report = merged([at(-20, -5), at(-30, -10), at(-25, -2)])
    expect(report.startedAt).toBe(minutesFromNow(-30).toISOString())
    expect(report.finishedAt).toBe(minutesFromNow(-10).toISOString())
  })

  it('compares times as times, however they are written', () => {
    const [early, late] = [
      { ...passed, finishedAt: '2026-11-30T11:00:00Z' },
      { ...passed, finishedAt: '2026-11-30T11:00:00.5Z' },
    ]
    expect(merged([late, early]).finishedAt).toBe(early.finishedAt)
  })

  it('has its own times where no leg has any', () => {
    expect(merged([], [missing])).toMatchObject({
      startedAt: minutesFromNow(-1).toISOString(),
      finishedAt: NOW.toISOString(),
    })
  })

  it('lists what is wrong with legs, and what legs say is wrong with them, by name', () => {
    const wrong = reportOf(verdictWithoutTargets('invalid-input', 'failed'), {
      name: 'b',
      problems: [verbatim('region: missing')],
    })
    const problems = (language: 'en-us' | 'zh-cn') =>
      merged([passed, wrong], [missing, refused], { language }).problems
    expect(problems('en-us')).toEqual(['leg x: missing', 'y.json: not accepted', 'leg b: region: missing'])
    expect(problems('zh-cn')).toEqual(['分支 x：缺少', 'y.json：不被认可', '分支 b：region: missing'])
  })

  it('says what has changed since an earlier one, over all legs', () => {
    const finding = {
      service: 'drs',
      task: 'task-1',
      item: 'item-1',
      title: 't',
      status: 'failed',
      reason: null,
      target: 'x',
    } as const
    const earlier = { finishedAt: '2026-11-29T12:00:00Z', decision: 'failed', findings: [finding] } as const
    const report = merged([legReport('orders', { statuses: ['failed', 'warning'] })], [], { earlier })
    expect(report.baseline).toMatchObject({ new: 1, still: 1, fixed: 0, notSeen: 0 })
    expect(report.targets[0]?.tasks[0]?.items.map(({ since }) => since)).toEqual(['still', 'new'])
    expect(merged([passed]).baseline).toBeNull()
  })

  it('shows no secret in a name or a problem', () => {
    const hide = (text: string) => text.replaceAll('hunter2', '***')
    const leg = { ...legReport('hunter2'), problems: ['hunter2'] }
    const faults = [{ ...missing, text: told('leg hunter2: missing', '分支 hunter2：缺少') }]
    const report = mergedReport({ accepted: [leg], faults }, { ...FACTS, name: 'hunter2' }, hide)
    expect(JSON.stringify(report)).not.toContain('hunter2')
  })
})

describe('the waivers of legs', () => {
  const listed = (name: string) => ({
    item: name,
    service: null,
    task: null,
    reason: 'r',
    owner: 'o',
    expires: '2026-12-31',
  })
  const withWaivers = (waivers: Partial<Report['waivers']>): Report => ({
    ...passed,
    waivers: { applied: 0, expired: [], unused: [], missed: [], ...waivers },
  })

  it('match nothing when they do in no leg that has a waiver file', () => {
    const legs = [
      withWaivers({ unused: [listed('a'), listed('b')] }),
      withWaivers({ applied: 1, unused: [listed('b'), listed('c')] }),
      withWaivers({}),
    ]
    expect(merged(legs).waivers.unused).toEqual([listed('b')])
    expect(merged([withWaivers({ expired: [listed('x')] }), ...legs]).waivers.unused).toEqual([])
    expect(merged([withWaivers({})]).waivers.unused).toEqual([])
  })

  it('count once for each leg that applies them; expired and missed ones are listed once', () => {
    const missed = { ...listed('m'), why: 'changed' } as const
    const leg = withWaivers({ applied: 2, expired: [listed('e')], missed: [missed] })
    expect(merged([leg, leg, withWaivers({ applied: 1, expired: [listed('f')] })]).waivers).toEqual({
      applied: 5,
      expired: [listed('e'), listed('f')],
      unused: [],
      missed: [missed],
    })
  })
})

describe('an item', () => {
  it('is the same object as in its leg, so that a large merge holds it once', () => {
    const leg = legReport('orders', { items: [item('failed')] })
    expect(merged([leg]).targets[0]?.tasks[0]?.items[0]).toBe(leg.targets[0]?.tasks[0]?.items[0])
  })
})
