import { describe, expect, it, vi } from 'vitest'
import type { JudgedItem } from '../../src/precheck/verdict.ts'
import type { Report } from '../../src/report/schema.ts'
import { SUMMARY_MAX_BYTES } from '../../src/report/summary.ts'
import { slowdown, TEN_TIMES_MOSTLY } from '../../testing/effort.ts'
import { checkItem, judgedTask, reportOf, reportOfItems, verdict } from '../../testing/reports/fixtures.ts'
import { renderSummary, SUMMARY } from '../../testing/reports/whole-texts.ts'
import { parseGfm } from './gfm.ts'

/** Renders reports of many megabytes. */
vi.setConfig({ testTimeout: 300_000 })

const FOUR_BYTES = '\u{1F600}'

const items = (count: number, change: (index: number) => Partial<JudgedItem>) =>
  Array.from({ length: count }, (_, index) =>
    checkItem({ id: `item-${index}`, name: `Title ${index}`, ...change(index) }),
  )

describe.each(['x', FOUR_BYTES])('a summary of texts made of %s', character => {
  const text = character.repeat(40)
  const report = reportOfItems([
    ...items(30, () => ({ name: text })),
    ...items(30, index => ({ name: text, status: 'failed', reason: `REASON_${index}`, detail: text })),
  ])
  const whole = renderSummary(report)
  const bytes = Buffer.byteLength(whole)

  it('is whole when it just fits', () => {
    expect(renderSummary(report, { maxBytes: bytes })).toBe(whole)
    expect(renderSummary(report, { maxBytes: bytes + 1 })).toBe(whole)
    expect(whole).not.toContain('Shortened')
  })

  it('loses its passed items when it is one byte too long, says so and says where they are', () => {
    const shorter = renderSummary(report, { maxBytes: bytes - 1 })
    expect(Buffer.byteLength(shorter)).toBeLessThan(bytes)
    expect(shorter).toContain('Shortened')
    expect(shorter).toContain('30 passed items left out')
    expect(shorter).toContain(SUMMARY.reportPath)
    expect(shorter).not.toMatch(/\| passed \|/)
    expect(shorter).toContain('`REASON_29`')
    expect(shorter).toContain('30 passed items not shown here.')
  })

  it('never exceeds a budget, never cuts a character in two, and always keeps the decision', () => {
    for (let maxBytes = bytes; maxBytes > 300; maxBytes = Math.floor(maxBytes * 0.7)) {
      const summary = renderSummary(report, { maxBytes })
      expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(maxBytes)
      expect(summary.isWellFormed()).toBe(true)
      expect(summary).toMatch(/^## Pre-check failed/)
      expect(summary).toContain('checks-failed')
    }
  })
})

it('a summary of items whose ids shrink when they are written is whole when it just fits', () => {
  const ids = [' \n'.repeat(150), '\u0007'.repeat(100), 'a|b'.repeat(20), 'x'.repeat(400), '']
  const report = reportOfItems(
    items(200, index => ({ id: `${ids[index % ids.length]}${index}`, name: null, status: 'passed' })),
  )
  const whole = renderSummary(report)
  expect(renderSummary(report, { maxBytes: Buffer.byteLength(whole) })).toBe(whole)
})

describe('a report that is far too large', () => {
  it('caps rows and says how many more there are', () => {
    const report = reportOfItems(items(30_000, index => ({ status: 'failed', reason: `REASON_${index}` })))
    const summary = renderSummary(report)
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(SUMMARY_MAX_BYTES)
    expect(summary).toMatch(/at most \d+ rows of each list shown/)
    expect(summary).toMatch(/and 29,\d{3} more reasons/)
    expect(summary).toMatch(/and 29,\d{3} more items/)
  })

  it('shows the counts and nothing else when even that is too much', () => {
    const report = reportOfItems(items(100, index => ({ status: 'failed', reason: `REASON_${index}` })))
    const summary = renderSummary(report, { maxBytes: 2000 })
    expect(summary).toContain('everything but the counts is left out')
    expect(summary).toContain('failed   ████')
    expect(summary).not.toContain('REASON_1')
  })

  it('caps the number of tasks as well', () => {
    const tasks = Array.from({ length: 20_000 }, (_, index) =>
      judgedTask({
        task: { id: `task-${index}`, label: null },
        outcome: 'inconclusive',
        reasonCode: 'timed-out',
      }),
    )
    const summary = renderSummary(
      reportOf(verdict(tasks, { decision: 'inconclusive', reasonCode: 'timed-out' })),
    )
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(SUMMARY_MAX_BYTES)
    expect(summary).toMatch(/and 19,\d{3} more tasks/)
  })

  it('takes no more than the platform even when it is told to', () => {
    const report = reportOfItems(items(30_000, () => ({})))
    expect(Buffer.byteLength(renderSummary(report, { maxBytes: 50_000_000 }))).toBeLessThanOrEqual(
      SUMMARY_MAX_BYTES,
    )
  })

  it('is rendered in time in proportion to its size, in whatever way it is large', () => {
    const long = FOUR_BYTES.repeat(50_000)
    const names = Array.from({ length: 20_000 }, (_, index) => `db.t${index}`).join(',')
    const kinds: readonly ((size: number) => Report)[] = [
      size => reportOfItems(items(size * 1_000, () => ({}))),
      size =>
        reportOfItems(
          items(size * 1_000, index => ({ status: 'failed', reason: `R${index}`, detail: '{"a":"b,c,d"}' })),
        ),
      size =>
        reportOfItems(
          items(size * 1_000, () => ({ status: 'failed', reason: 'R', detail: '{"a":"b,c,d"}' })),
        ),
      size =>
        reportOfItems(
          items(size, () => ({ name: long, status: 'failed', reason: long, detail: long, suggestion: long })),
        ),
      size =>
        reportOfItems(
          items(size, () => ({ status: 'warning', detail: names, blackObjects: names.split(',') })),
        ),
    ]
    for (const reportOf of kinds) {
      const [small, large] = [reportOf(2), reportOf(20)]
      const summary = renderSummary(large)
      expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(SUMMARY_MAX_BYTES)
      expect(parseGfm(summary.slice(0, 20_000)).children[0]?.type).toBe('heading')
      const ratio = slowdown(
        () => renderSummary(small),
        () => renderSummary(large),
      )
      expect(ratio).toBeLessThan(TEN_TIMES_MOSTLY)
    }
  })
})
