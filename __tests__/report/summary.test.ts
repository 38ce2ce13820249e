import { describe, expect, it } from 'vitest'
import { ownProblem } from '../../src/precheck/model.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import type { JudgedItem } from '../../src/precheck/verdict.ts'
import { reportSchema } from '../../src/report/schema.ts'
import {
  checkItem,
  invalidInputReport,
  judgedTask,
  reportOf,
  reportOfItems,
  verdict,
} from '../../testing/reports/fixtures.ts'
import { renderHead, renderSummary } from '../../testing/reports/whole-texts.ts'

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

describe('the comment', () => {
  it('says which findings stop the gate, those first', () => {
    const report = reportOfItems([failed('f'), checkItem({ id: 'w', name: 'A warning', status: 'warning' })])
    expectOrder(renderHead(report, 60_000), [
      '### Fix first: 1 failed item',
      '<details><summary><b>1. Title of f</b>',
      '### To look at: 1 warning',
      '<details><summary><b>2. A warning</b>',
    ])
  })

  it('shows ten groups and counts the others', () => {
    const report = reportOfItems(Array.from({ length: 13 }, (_, index) => failed(`f${index}`)))
    const head = renderHead(report, 60_000)
    expect(head).toContain('<b>10. ')
    expect(head).not.toContain('<b>11. ')
    expect(head).toContain('and 3 more reasons')
  })
})

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
    expectOrder(renderSummary(report), [
      '## Pre-check failed: precheck',
      '`checks-failed`',
      '1 failed, 1 warning, 1 waived, 1 passed of 4 check items in 1 task',
      'failed   ████',
      '### Fix first: 1 failed item',
      '#### 1. Title of f',
      '`f`',
      '`NO_PRIVILEGE`',
      '`user`: `drs`',
      '**What to do:** Grant it.',
      '<summary>Accept with a waiver</summary>',
      '- item: f\n    status: failed\n',
      '### To look at: 1 warning',
      '#### 2. A warning',
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
    expect(renderSummary(reportOfItems([checkItem()]))).toMatch(
      /gone when the job ends, unless .*upload-artifact/,
    )
  })

  it('promises no more of a green gate than that its items passed', () => {
    const summary = renderSummary(reportOfItems([checkItem()]))
    expect(summary).toContain('## Pre-check passed: precheck')
    expect(summary).toContain('Every pre-check item passed.')
    expect(summary).toContain('says nothing about what they do not look at')
    expect(summary).not.toMatch(/safe|guarantee|ready|can be migrated/i)
  })

  it('shows one block for items that fail for one reason', () => {
    const shared = { reason: 'NO_PRIVILEGE', detail: 'Access denied for the account' }
    const summary = renderSummary(
      reportOfItems([failed('a', shared), failed('b', shared), failed('c', shared)]),
    )
    expectOrder(summary, [
      '#### 1. Title of a, Title of b and 1 more item',
      '`a`',
      '`b`',
      '`c`',
      '`NO_PRIVILEGE`',
      '### All',
    ])
    const [findings = ''] = summary.split('### All check items')
    expect(findings.split('Access denied for the account')).toHaveLength(2)
  })

  it('tells a report-only gate as such', () => {
    const summary = renderSummary(reportOfItems([failed('a')], { enforced: false, failOn: 'never' }))
    expect(summary).toContain('Report only (`fail-on: never`)')
  })

  it('puts a task without a result and what to do about it behind the tasks', () => {
    const task = judgedTask({
      task: { id: 't-1', label: 'orders archive' },
      problem: {
        reason: 'permission-denied',
        code: 'DRS.M00102',
        message: verbatim('DRS refused to read the result.'),
        httpStatus: 403,
        requestId: 'req-1',
        advice: verbatim('Grant drs:migrationJob:get.'),
      },
      outcome: 'inconclusive',
      reasonCode: 'permission-denied',
      items: [checkItem({ id: 'odd', name: 'Odd one', status: 'unknown', rawStatus: 'MAYBE' })],
    })
    const report = reportOf(
      verdict([judgedTask(), task], { decision: 'inconclusive', reasonCode: 'permission-denied' }),
    )
    expectOrder(renderSummary(report), [
      '## Pre-check inconclusive',
      '| orders archive | **inconclusive** | 1\u00A0unknown | What was asked for is not allowed',
      '### No complete result: 1 of 2 tasks',
      '- orders archive: What was asked for is not allowed',
      'DRS refused to read the result.',
      'Grant `drs:migrationJob:get`.',
      'HTTP 403, code `DRS.M00102`, request id `req-1`',
      'Odd one (unknown, MAYBE)',
    ])
  })

  it('cuts a message that repeats a whole request, and still says what to do', () => {
    const message = `No: canonicalRequest: ${'POST /v3/ '.repeat(300)}`
    const problem = {
      reason: 'authentication-failed',
      code: 'APIGW.0301',
      message: verbatim(message),
      httpStatus: 401,
      requestId: null,
      advice: verbatim('Check the key.'),
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
    expectOrder(renderSummary(report), ['What happened: No: canonicalRequest:', '… (+2,', 'Check the key.'])
    expect(renderSummary(report).length).toBeLessThan(message.length)
    expect(report.targets[0]?.tasks[0]?.error?.message).toBe(message)
  })

  it('shows the label of a task wherever its id is', () => {
    const task = judgedTask({
      task: { id: 'the-id', label: 'The label' },
      items: [failed('a'), failed('b', { waiver })],
    })
    const summary = renderSummary(reportOf(verdict([task, judgedTask()])))
    const places = summary.split('\n').filter(text => /the-id/.test(text) && !/^ +task: the-id$/.test(text))
    expect(places.length).toBeGreaterThan(1)
    expect(places.filter(text => !/The label \((`|<code>)the-id/.test(text))).toEqual([])
  })

  it('lists the problems of invalid input and no counts', () => {
    const summary = renderSummary(invalidInputReport(['`region` is missing', 'config.yaml:3:5: unknown key']))
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
    const summary = renderSummary(
      reportOf(verdict([task], { decision: 'failed', reasonCode: 'checks-failed' })),
    )
    expect(summary).toContain('### Fix first: 1 task with a negative overall result')
  })

  it('shows what OMS offers: objects to leave out, and the consequence of a skip', () => {
    const item = failed('a', {
      skippable: true,
      skipConsequence: 'Rows may differ.',
      blackObjects: { tables: ['db.a', 'db.b'] },
    })
    expectOrder(renderSummary(reportOfItems([item])), [
      'Objects that can be left out: `tables`: `db.a`, `db.b`',
      'lets this item be skipped: Rows may differ.',
    ])
  })

  it('caps a long list of objects and counts the rest', () => {
    const detail = JSON.stringify({
      tables: Array.from({ length: 47 }, (_, index) => `db.t${index}`).join(','),
    })
    const summary = renderSummary(reportOfItems([failed('a', { detail })]))
    expect(summary).toContain('`tables` (47 objects): `db.t0`, ')
    expect(summary).toContain('`db.t19` and 27 more')
    expect(summary).not.toContain('`db.t20`')
  })

  it('shows the parts of a task that failed', () => {
    const item = failed('a', { subJobs: [{ id: 's-1', name: 'shard 1', status: 'FAILED' }] })
    expect(renderSummary(reportOfItems([item]))).toContain('Parts of the task: `shard 1` `s-1`: `FAILED`')
  })

  it('has one row per task, those to fix first, with the finding to begin with', () => {
    const outcome = { outcome: 'failed', reasonCode: 'checks-failed' } as const
    const orders = judgedTask({ task: { id: 'o', label: 'orders' } })
    const erp = judgedTask({ ...outcome, task: { id: 'e', label: null }, items: [failed('a'), checkItem()] })
    expect(renderSummary(reportOf(verdict([orders, erp])))).toContain(
      [
        '| Task | Outcome | Check items | First to fix |',
        '| --- | --- | --- | --- |',
        '| `e` | **failed** | 1\u00A0failed | 1. Title of a |',
        '| orders | passed | 1\u00A0passed |  |',
      ].join('\n'),
    )
  })

  it('begins with the finding also where the rest of the task was cut off', () => {
    const cutOff = judgedTask({
      outcome: 'failed',
      reasonCode: 'checks-failed',
      partial: true,
      items: [failed('a'), checkItem({ status: 'pending' })],
      problem: ownProblem('timed-out', verbatim('Not finished.'), null),
    })
    expect(renderSummary(reportOf(verdict([judgedTask(), cutOff])))).toMatch(
      /\| \*\*failed\*\* \|[^|]*\| 1\. Title of a \|/,
    )
  })

  it('needs no bars beside the table, and no table for one task', () => {
    const summary = renderSummary(reportOf(verdict([judgedTask(), judgedTask()])))
    expect(summary).not.toContain('██')
    expect(renderSummary(reportOfItems([checkItem()]))).not.toContain('First to fix')
  })

  it('folds what passed and what is beyond a screen once there are many tasks, and loses none', () => {
    const tasks = (count: number, outcome: 'failed' | 'passed') =>
      Array.from({ length: count }, (_, index) =>
        judgedTask({ task: { id: `${outcome}-${index}`, label: null }, outcome }),
      )
    const summary = renderSummary(reportOf(verdict([...tasks(10, 'passed'), ...tasks(20, 'failed')])))
    expectOrder(summary, [
      '`failed-11`',
      '18 more tasks: 8 failed, 10 passed</summary>',
      '`failed-12`',
      '`passed-9`',
    ])
    expect(summary.match(/^\| `(failed|passed)-/gm)).toHaveLength(30)
  })

  it('says what was found once for all tasks that say the same, and where where they do not', () => {
    const outcome = { outcome: 'failed', reasonCode: 'checks-failed' } as const
    const found = (label: string, detail: string, ...more: readonly JudgedItem[]) =>
      judgedTask({
        ...outcome,
        task: { id: `id-of-${label}`, label },
        items: [failed('a', { reason: 'DENIED', detail }), ...more],
      })
    const summary = renderSummary(
      reportOf(
        verdict([
          found('orders', '{"user":"drs","host":"one"}'),
          found('archive', '{"user":"drs","host":"two"}'),
          found('carts', '{"user":"drs","host":"one"}'),
        ]),
      ),
      { mode: 'findings' },
    )
    expect(summary).toContain(
      [
        '- Tasks: orders, archive, carts',
        '- Reason: `DENIED`',
        '- The service says:',
        '  - `user`: `drs`',
        '  - `host`: `one` (in orders, carts)',
        '  - `host`: `two` (in archive)',
      ].join('\n'),
    )
  })

  it('opens the first findings only, and folds each of the others below its title', () => {
    const items = Array.from({ length: 6 }, (_, index) => failed(`f${index}`, { reason: `R${index}` }))
    const summary = renderSummary(reportOfItems(items), { mode: 'findings' })
    expect(summary.match(/^#### \d/gm)).toHaveLength(3)
    expect(summary).toContain('<details><summary><b>4. Title of f3</b></summary>')
    expect(summary).toContain('<details><summary><b>6. Title of f5</b></summary>')
  })

  it('puts tasks together that lack a result for one cause', () => {
    const lost = (id: string) =>
      judgedTask({
        task: { id, label: id },
        outcome: 'inconclusive',
        reasonCode: 'timed-out',
        items: [],
        problem: ownProblem(
          'timed-out',
          verbatim('Not finished when the deadline came.'),
          verbatim('Raise timeout-minutes.'),
        ),
      })
    const summary = renderSummary(reportOf(verdict([lost('a'), lost('b'), lost('c')])))
    expectOrder(summary, ['No complete result: 3 of 3 tasks', '- a, b, c: The deadline came'])
    expect(summary.match(/Not finished when/g)).toHaveLength(1)
    expect(summary.match(/Raise timeout-minutes/g)).toHaveLength(1)
  })

  it('marks what is new since the earlier report', () => {
    const report = reportOfItems([failed('a')])
    const marked = JSON.parse(JSON.stringify(report).replaceAll('"since":null', '"since":"new"'))
    expect(renderSummary(reportSchema.parse(marked))).toContain('#### 1. Title of a (new)')
  })

  it('lists expired and unused waivers by name', () => {
    const listed = { ...waiver, item: 'ttl*', service: 'drs', task: null }
    const summary = renderSummary(
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
    const summary = renderSummary(
      reportOf(verdict([judgedTask(change)], { waivers: { applied: 0, expired: [], unused, missed: [] } })),
    )
    expect(summary).toContain('Matched nothing in what was read')
    expect(summary).not.toContain('so they can go')
  })

  it('shows what else the run has to say, warnings first', () => {
    const notes = [
      { level: 'notice', text: 'ends soon' },
      { level: 'warning', text: 'plain http' },
    ] as const
    expectOrder(renderSummary(reportOfItems([checkItem()]), { notes }), [
      '### Notes',
      '**warning:** plain http',
      '- ends soon',
    ])
  })
})

describe('the modes', () => {
  const report = reportOfItems([failed('a'), checkItem({ id: 'fine', name: 'Fine' })])

  it('full shows every item, findings only what to look at, off nothing', () => {
    expect(renderSummary(report)).toContain('Fine')
    expect(renderSummary(report, { mode: 'findings' })).toContain('Title of a')
    expect(renderSummary(report, { mode: 'findings' })).not.toContain('Fine')
    expect(renderSummary(report, { mode: 'off' })).toBe('')
  })
})
