import { describe, expect, it } from 'vitest'
import type { JudgedItem } from '../../src/precheck/verdict.ts'
import type { Report } from '../../src/report/schema.ts'
import { renderSummary, type SummaryOptions } from '../../src/report/summary.ts'
import {
  checkItem,
  invalidInputReport,
  judgedTask,
  NO_CATALOGUE,
  reportOf,
  reportOfItems,
  verdict,
} from './fixtures.ts'

const OPTIONS: SummaryOptions = {
  mode: 'full',
  notices: [],
  reportPath: '/home/runner/work/_temp/precheck-gate/precheck/report.json',
  htmlPath: '/home/runner/work/_temp/precheck-gate/precheck/report.html',
  explain: NO_CATALOGUE,
}
const render = (report: Report, change: Partial<SummaryOptions> = {}) =>
  renderSummary(report, { ...OPTIONS, ...change })
const waiver = { reason: 'rebuilt after cut-over', owner: 'dba-team', expires: '2026-12-31' }
const failed = (id: string, change: Partial<JudgedItem> = {}) =>
  checkItem({ id, name: `Title of ${id}`, status: 'failed', rawStatus: 'FAILED', ...change })

/** Expects the texts to stand in the summary in this order. */
function expectOrder(summary: string, texts: readonly string[]) {
  let from = 0
  for (const text of texts) {
    const at = summary.indexOf(text, from)
    expect(at, `"${text}" behind character ${from}`).toBeGreaterThanOrEqual(0)
    from = at + text.length
  }
}

describe('the summary', () => {
  it('goes from the decision over what to fix first to the folded rest', () => {
    const report = reportOfItems(
      [
        checkItem({ id: 'w', name: 'A warning', status: 'warning' }),
        failed('f', { reason: 'NO_PRIVILEGE', detail: '{"user":"drs"}', suggestion: 'Grant it.' }),
        checkItem({ id: 'x', name: 'Accepted', status: 'warning', waiver }),
        checkItem({ id: 'p', name: 'Fine' }),
      ],
      { waivers: { applied: 1, expired: [], unused: [], missed: [] } },
    )
    expectOrder(render(report), [
      '## Pre-check failed: precheck',
      '`checks-failed`',
      '1 failed, 1 warning, 1 waived, 1 passed of 4 check items in 1 task',
      'failed   ████',
      '### Fix first: 1 failed item',
      '#### 1. Title of f',
      '`NO_PRIVILEGE`',
      '`f`',
      '`user`: `drs`',
      '**What to do:** Grant it.',
      '### To look at: 1 warning',
      '#### 1. A warning',
      '### All check items',
      '<details>',
      '| failed | Title of f `f` |',
      '| warning | A warning `w` |',
      '| warning, waived | Accepted `x` |',
      '| passed | Fine `p` |',
      '</details>',
      '### Waivers',
      'rebuilt after cut-over | dba-team | 2026-12-31 |',
      'Started 2026-11-21 08:00:00 UTC, took 3 min 12 s; 14 requests, 9 polls.',
      'report.json',
    ])
  })

  it('says that the report files are gone when the job ends', () => {
    expect(render(reportOfItems([checkItem()]))).toMatch(/gone when the job ends, unless .*upload-artifact/)
  })

  it('promises no more of a green gate than that its items passed', () => {
    const summary = render(reportOfItems([checkItem()]))
    expect(summary).toContain('## Pre-check passed: precheck')
    expect(summary).toContain('Every pre-check item passed.')
    expect(summary).toContain('says nothing about what they do not look at')
    expect(summary).not.toMatch(/safe|guarantee|ready|can be migrated/i)
  })

  it('shows one block for items that fail for one reason', () => {
    const shared = { reason: 'NO_PRIVILEGE', detail: 'Access denied for the account' }
    const summary = render(reportOfItems([failed('a', shared), failed('b', shared), failed('c', shared)]))
    expectOrder(summary, [
      '#### 1. 3 items failed for one reason',
      '`NO_PRIVILEGE`',
      '`a`',
      '`b`',
      '`c`',
      '### All',
    ])
    const [findings = ''] = summary.split('### All check items')
    expect(findings.split('Access denied for the account')).toHaveLength(2)
  })

  it('tells a report-only gate as such', () => {
    const summary = render(reportOfItems([failed('a')], { enforced: false, failOn: 'never' }))
    expect(summary).toContain('Report only (`fail-on: never`)')
  })

  it('puts a task without a result and what to do about it before the counts', () => {
    const task = judgedTask({
      task: { id: 't-1', label: 'orders archive' },
      problem: {
        reason: 'permission-denied',
        code: 'DRS.M00102',
        message: 'DRS refused to read the result.',
        httpStatus: 403,
        requestId: 'req-1',
        advice: 'Grant drs:migrationJob:get.',
      },
      outcome: 'inconclusive',
      reasonCode: 'permission-denied',
      items: [checkItem({ id: 'odd', name: 'Odd one', status: 'unknown', rawStatus: 'MAYBE' })],
    })
    const report = reportOf(
      verdict([judgedTask(), task], { decision: 'inconclusive', reasonCode: 'permission-denied' }),
    )
    expectOrder(render(report), [
      '## Pre-check inconclusive',
      '### No complete result: 1 of 2 tasks',
      'orders archive (`t-1`)',
      'DRS refused to read the result.',
      'Grant `drs:migrationJob:get`.',
      'HTTP 403, code `DRS.M00102`, request id `req-1`',
      'Odd one (unknown, MAYBE)',
      '```text',
    ])
  })

  it('cuts a message that repeats a whole request, and still says what to do', () => {
    const message = `No: canonicalRequest: ${'POST /v3/ '.repeat(300)}`
    const problem = {
      reason: 'authentication-failed',
      code: 'APIGW.0301',
      message,
      httpStatus: 401,
      requestId: null,
      advice: 'Check the key.',
    } as const
    const task = judgedTask({
      problem,
      outcome: 'inconclusive',
      reasonCode: 'authentication-failed',
      items: [],
    })
    const report = reportOf(
      verdict([task], { decision: 'inconclusive', reasonCode: 'authentication-failed' }),
    )
    expectOrder(render(report), [
      'What happened: No: canonicalRequest:',
      'more characters)',
      'Check the key.',
    ])
    expect(render(report).length).toBeLessThan(message.length)
    expect(report.targets[0]?.tasks[0]?.error?.message).toBe(message)
  })

  it('shows the label of a task wherever its id is', () => {
    const task = judgedTask({
      task: { id: 'the-id', label: 'The label' },
      items: [failed('a'), failed('b', { waiver })],
    })
    const summary = render(reportOf(verdict([task, judgedTask()])))
    const places = summary.split('\n').filter(text => /the-id/.test(text))
    expect(places.length).toBeGreaterThan(2)
    expect(places.filter(text => !/The label \((`|<code>)the-id/.test(text))).toEqual([])
  })

  it('lists the problems of invalid input and no counts', () => {
    const summary = render(invalidInputReport(['`region` is missing', 'config.yaml:3:5: unknown key']))
    expectOrder(summary, [
      '`invalid-input`',
      '### To correct: 2 problems',
      '&#96;region&#96;',
      'config.yaml:3:5',
    ])
    expect(summary).not.toContain('```text')
  })

  it('explains a negative overall result that no item stands behind', () => {
    const task = judgedTask({ outcome: 'failed', reasonCode: 'checks-failed', overall: 'negative' })
    const summary = render(reportOf(verdict([task], { decision: 'failed', reasonCode: 'checks-failed' })))
    expect(summary).toContain('### Fix first: 1 task with a negative overall result')
  })

  it('shows what OMS offers: objects to leave out, and the consequence of a skip', () => {
    const item = failed('a', {
      skippable: true,
      skipConsequence: 'Rows may differ.',
      blackObjects: { tables: ['db.a', 'db.b'] },
    })
    expectOrder(render(reportOfItems([item])), [
      'Objects that can be left out: `tables`: `db.a`, `db.b`',
      'lets you skip this item, with this consequence: Rows may differ.',
    ])
  })

  it('caps a long list of objects and counts the rest', () => {
    const detail = JSON.stringify({
      tables: Array.from({ length: 47 }, (_, index) => `db.t${index}`).join(','),
    })
    const summary = render(reportOfItems([failed('a', { detail })]))
    expect(summary).toContain('`tables` (47 objects): `db.t0`, ')
    expect(summary).toContain('`db.t19` and 27 more')
    expect(summary).not.toContain('`db.t20`')
  })

  it('shows the parts of a task that failed', () => {
    const item = failed('a', { subJobs: [{ id: 's-1', name: 'shard 1', status: 'FAILED' }] })
    expect(render(reportOfItems([item]))).toContain('Parts of the task: `shard 1` `s-1`: `FAILED`')
  })

  it('names a task once above the items that share it, and at each item where they do not', () => {
    const shared = [failed('a', { reason: 'DENIED' }), failed('b', { reason: 'DENIED' })]
    const outcome = { outcome: 'failed', reasonCode: 'checks-failed' } as const
    const orders = judgedTask({ ...outcome, task: { id: 'orders', label: null }, items: shared })
    const others = (...items: readonly JudgedItem[]) =>
      judgedTask({ ...outcome, task: { id: 'erp', label: null }, items })
    const findings = (...tasks: readonly ReturnType<typeof judgedTask>[]) =>
      render(reportOf(verdict(tasks, { decision: 'failed', reasonCode: 'checks-failed' })), {
        mode: 'findings',
      })
    expectOrder(findings(orders, others(checkItem())), ['- In task `orders`:\n  - ', '`a`\n  - ', '`b`\n'])
    const inBoth = findings(orders, others(failed('c', { reason: 'DENIED' })))
    expectOrder(inBoth, ['`a` in task `orders`', '`b` in task `orders`', '`c` in task `erp`'])
    expect(inBoth).not.toContain('- In task `orders`:')
  })

  it('lists expired and unused waivers by name', () => {
    const listed = { ...waiver, item: 'ttl*', service: 'drs', task: null }
    const summary = render(
      reportOfItems([checkItem()], {
        waivers: { applied: 0, expired: [listed], unused: [{ ...listed, item: 'old' }], missed: [] },
      }),
    )
    expectOrder(summary, [
      'Expired',
      '`ttl*` (service `drs`), until 2026-12-31, dba-team',
      'Matched nothing, so they can go',
      '`old`',
    ])
  })

  it.each([
    ['has no result', { outcome: 'inconclusive', reasonCode: 'timed-out' }],
    ['was cut off', { outcome: 'failed', reasonCode: 'checks-failed', partial: true }],
  ] as const)('calls no waiver needless when a task %s', (_what, change) => {
    const unused = [{ ...waiver, item: 'ttl*', service: 'drs', task: null }]
    const summary = render(
      reportOf(verdict([judgedTask(change)], { waivers: { applied: 0, expired: [], unused, missed: [] } })),
    )
    expect(summary).toContain('Matched nothing in what was read')
    expect(summary).not.toContain('so they can go')
  })

  it('shows what else the run has to say, warnings first', () => {
    const notices = [
      { level: 'notice', text: 'ends soon' },
      { level: 'warning', text: 'plain http' },
    ] as const
    expectOrder(render(reportOfItems([checkItem()]), { notices }), [
      '### Notes',
      '**warning:** plain http',
      '- ends soon',
    ])
  })
})

describe('the modes', () => {
  const report = reportOfItems([failed('a'), checkItem({ id: 'fine', name: 'Fine' })])

  it('full shows every item, findings only what to look at, off nothing', () => {
    expect(render(report)).toContain('Fine')
    expect(render(report, { mode: 'findings' })).toContain('Title of a')
    expect(render(report, { mode: 'findings' })).not.toContain('Fine')
    expect(render(report, { mode: 'off' })).toBe('')
  })
})
