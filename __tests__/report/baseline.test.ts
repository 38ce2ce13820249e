import { describe, expect, it } from 'vitest'
import { ownProblem } from '../../src/precheck/model.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import type { EarlierFinding, EarlierReport } from '../../src/report/baseline.ts'
import { parseEarlierReport } from '../../src/report/earlier-report.ts'
import type { Report } from '../../src/report/schema.ts'
import { checkItem, judgedTask, reportOf, reportOfItems, verdict } from '../../testing/reports/fixtures.ts'

const THEN = '2026-11-20T08:00:00.000Z'
const found = (change: Partial<EarlierFinding> = {}): EarlierFinding => ({
  ...{ target: 'then', service: 'drs', task: 'task-1', item: 'binlog', title: 'Binlog', status: 'failed' },
  reason: 'OFF',
  ...change,
})
const earlier = (...findings: readonly EarlierFinding[]): EarlierReport => ({
  finishedAt: THEN,
  decision: 'failed',
  findings,
})
const failed = (id: string, reason: string | null = 'OFF') => checkItem({ id, status: 'failed', reason })
const now = (
  before: EarlierReport,
  items = [failed('binlog')],
  task: Parameters<typeof judgedTask>[0] = {},
) => reportOf(verdict([judgedTask({ items, ...task })]), { earlier: before })
const countsOf = ({ baseline }: Report) =>
  baseline && [baseline.new, baseline.still, baseline.fixed, baseline.notSeen]
const sinceOf = (report: Report) =>
  report.targets.flatMap(({ tasks }) => tasks.flatMap(({ items }) => items.map(({ since }) => since)))

describe('under a baseline a finding', () => {
  it('is still there', () => {
    const report = now(earlier(found()))
    expect(countsOf(report)).toEqual([0, 1, 0, 0])
    expect(sinceOf(report)).toEqual(['still'])
    expect(report.baseline).toMatchObject({ finishedAt: THEN, decision: 'failed', fixedItems: [] })
  })

  it('is new, in a task that was not there then too', () => {
    expect(sinceOf(now(earlier()))).toEqual(['new'])
    expect(sinceOf(now(earlier(found({ task: 'task-2' }))))).toEqual(['new'])
    expect(sinceOf(now(earlier(found({ service: 'oms' }))))).toEqual(['new'])
  })

  it('is still there under another name of its target, and with another status, or a waiver', () => {
    const waiver = { reason: 'r', owner: 'o', expires: '2099-01-01' }
    const items = [checkItem({ id: 'binlog', status: 'skipped', reason: 'OFF', waiver })]
    expect(sinceOf(now(earlier(found()), items))).toEqual(['still'])
  })

  it('is told by its reason where both have one', () => {
    expect(sinceOf(now(earlier(found({ reason: null }))))).toEqual(['still'])
    expect(sinceOf(now(earlier(found()), [failed('binlog', null)]))).toEqual(['still'])
    const other = now(earlier(found()), [failed('binlog', 'ANOTHER')])
    expect([sinceOf(other), countsOf(other)]).toEqual([['new'], [1, 0, 1, 0]])
  })

  it('is fixed when the task is complete without it, and named then', () => {
    const report = now(earlier(found()), [checkItem({ id: 'binlog', reason: 'OFF' })])
    expect(countsOf(report)).toEqual([0, 0, 1, 0])
    expect(report.baseline?.fixedItems).toEqual([
      { target: 'then', task: 'task-1', item: 'binlog', title: 'Binlog', status: 'failed' },
    ])
    expect(sinceOf(report)).toEqual([null])
  })

  it.each([
    ['the task is not part of this run', { task: { id: 'task-9', label: null } }],
    ['the task is inconclusive', { outcome: 'inconclusive', reasonCode: 'unknown-status' }],
    [
      'the task failed but was cut off',
      {
        outcome: 'failed',
        partial: true,
        problem: ownProblem('timed-out', verbatim('m'), null),
      },
    ],
  ] as const)('is not said to be fixed when %s', (_, change) => {
    expect(countsOf(now(earlier(found()), [checkItem({ id: 'other' })], change))).toEqual([0, 0, 0, 1])
  })

  it.each(['unknown', 'pending'] as const)(
    'is not said to be fixed when its item is %s now, though another one fails the task',
    status => {
      const failing = { outcome: 'failed', reasonCode: 'checks-failed' } as const
      const untold = checkItem({ id: 'binlog', status, reason: 'OFF' })
      const report = now(earlier(found(), found({ item: 'gone' })), [untold, failed('other')], failing)
      expect(countsOf(report)).toEqual([1, 0, 1, 1])
      expect(report.baseline?.fixedItems.map(({ item }) => item)).toEqual(['gone'])
    },
  )

  it('is not said to be fixed when one of its name cannot be told now, whatever their numbers', () => {
    const failing = { outcome: 'failed', reasonCode: 'checks-failed' } as const
    const items = [checkItem({ id: 'binlog', status: 'unknown' }), failed('binlog#2', 'OFF')]
    const report = now(earlier(found(), found({ item: 'binlog#2', reason: 'FORMAT' })), items, failing)
    expect(countsOf(report)).toEqual([1, 0, 0, 2])
  })

  it('is not seen when nothing was checked at all', () => {
    expect(countsOf(reportOf(verdict([], { targets: [] }), { earlier: earlier(found()) }))).toEqual([
      0, 0, 0, 1,
    ])
  })

  it('changes no verdict', () => {
    const report = now(earlier(found()))
    const without = reportOf(verdict([judgedTask({ items: [failed('binlog')] })]))
    expect({ ...report, baseline: null, targets: [] }).toEqual({ ...without, targets: [] })
  })
})

it('without a baseline nothing is said of what has changed', () => {
  const report = reportOfItems([failed('binlog')])
  expect([report.baseline, sinceOf(report)]).toEqual([null, [null]])
})

describe('an earlier report', () => {
  const written = reportOfItems([
    failed('binlog'),
    checkItem({ id: 'w', status: 'warning', name: 'W' }),
    checkItem(),
  ])

  it('is read back as its findings', () => {
    const { findings, ...rest } = parseEarlierReport(JSON.stringify(written))
    expect(rest).toEqual({ finishedAt: written.finishedAt, decision: 'failed' })
    expect(findings.map(({ item, status, title, reason }) => [item, status, title, reason])).toEqual([
      ['binlog', 'failed', 'Source connection', 'OFF'],
      ['w', 'warning', 'W', null],
    ])
  })

  it('is read also when it says more, or with a byte order mark', () => {
    expect(parseEarlierReport(`\uFEFF${JSON.stringify({ ...written, more: 1 })}`).findings).toHaveLength(2)
  })

  it.each([
    ['no JSON', '{"a": s3cret', 'it is not JSON'],
    ['nothing', '', 'it is not JSON'],
    ['another JSON', '{"results": []}', 'it is no report.json of this gate'],
    ['no object', 'null', 'it is no report.json of this gate'],
    ['another version', '{"schemaVersion": 2}', 'its schemaVersion is not 1'],
    ['a version that is a text', '{"schemaVersion": "1"}', 'its schemaVersion is not 1'],
    [
      'another shape',
      '{"schemaVersion": 1, "targets": "s3cret"}',
      'it does not have the shape of a report.json',
    ],
    ['a prototype', '{"schemaVersion": 1, "__proto__": {"targets": []}}', 'it does not have the shape'],
  ])('that is %s is refused, without a word of it', (_, text, why) => {
    expect(() => parseEarlierReport(text)).toThrow(why)
    expect(() => parseEarlierReport(text)).not.toThrow('s3cret')
  })
})
