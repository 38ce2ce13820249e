import type { Notice } from './annotations.ts'
import { markdownCode } from './escape.ts'
import type { Explain } from './explain.ts'
import { type FindingGroup, findingGroups } from './findings.ts'
import type { Report } from './schema.ts'
import { baselineLines } from './summary-baseline.ts'
import { countLines, decisionLines, noResultLines, problemLines } from './summary-decision.ts'
import { findingLines } from './summary-findings.ts'
import { itemLines } from './summary-items.ts'
import type { Limits } from './summary-parts.ts'
import { noticeLines, timingLines, waiverLines } from './summary-rest.ts'
import { joinWithin, plural } from './text.ts'

/**
 * The platform takes 1,048,576 bytes and silently drops a longer summary as a whole (`FileCommandManager.cs`
 * of the runner). The rest is slack for whatever else the step writes.
 */
export const SUMMARY_MAX_BYTES = 1_000_000

export const SUMMARY_MODES = ['full', 'findings', 'off'] as const
export type SummaryMode = (typeof SUMMARY_MODES)[number]

export interface SummaryOptions {
  readonly mode: SummaryMode
  readonly notices: readonly Notice[]
  /** Absolute path of report.json; null when it could not be written. */
  readonly reportPath: string | null
  /** Absolute path of report.html; null when it could not be written. */
  readonly htmlPath: string | null
  readonly explain: Explain
  /** Default and most: `SUMMARY_MAX_BYTES`. */
  readonly maxBytes?: number
}

/** From everything to little; the last resort, counts only, is apart. */
const TIERS: readonly Limits[] = [
  { passedItems: true, rows: Number.POSITIVE_INFINITY },
  { passedItems: false, rows: Number.POSITIVE_INFINITY },
  { passedItems: false, rows: 500 },
  { passedItems: false, rows: 100 },
  { passedItems: false, rows: 20 },
]

/** Returns the Markdown of the job summary, at most `maxBytes` long in UTF-8; '' for the mode `off`. */
export function renderSummary(report: Report, options: SummaryOptions): string {
  if (options.mode === 'off') return ''
  const maxBytes = Math.min(options.maxBytes ?? SUMMARY_MAX_BYTES, SUMMARY_MAX_BYTES)
  const groups = findingGroups(report)
  for (const limits of TIERS) {
    const page = joinWithin(pageLines(report, groups, options, limits), maxBytes)
    if (page !== null) return page
  }
  return firstLinesWithin(countsOnlyLines(report, options), maxBytes)
}

function* pageLines(
  report: Report,
  groups: readonly FindingGroup[],
  options: SummaryOptions,
  limits: Limits,
): Generator<string> {
  yield* decisionLines(report)
  yield* baselineLines(report, limits)
  yield* shortenedLines(leftOut(report, options.mode, limits), options)
  yield* problemLines(report, limits)
  yield* noResultLines(report, limits)
  yield* countLines(report)
  yield* findingLines(report, groups, options.explain, limits)
  if (options.mode === 'full') yield* itemLines(report, limits)
  yield* waiverLines(report, limits)
  yield* noticeLines(options.notices, limits)
  yield* timingLines(report, options)
}

function* countsOnlyLines(report: Report, options: SummaryOptions): Generator<string> {
  yield* decisionLines(report)
  yield* shortenedLines('everything but the counts is left out', options)
  yield* countLines(report)
  yield* timingLines(report, options)
}

function leftOut(report: Report, mode: SummaryMode, limits: Limits): string | null {
  const passed = mode === 'full' && !limits.passedItems
  const parts = [
    passed ? `${plural(report.counts.passed, 'passed item')} left out` : null,
    Number.isFinite(limits.rows) ? `at most ${limits.rows} rows of each list shown` : null,
  ].filter(part => part !== null)
  return parts.length === 0 ? null : parts.join(', ')
}

function* shortenedLines(what: string | null, options: SummaryOptions): Generator<string> {
  if (what === null) return
  yield `**Shortened, because GitHub drops a summary that is too long:** ${what}. ${wholeReport(options)}`
  yield ''
}

function wholeReport({ reportPath }: SummaryOptions): string {
  return reportPath === null
    ? 'The whole report could not be written.'
    : `The whole report is in ${markdownCode(reportPath)}.`
}

function firstLinesWithin(lines: Iterable<string>, maxBytes: number): string {
  const kept: string[] = []
  for (const line of lines) {
    if (joinWithin([...kept, line], maxBytes) === null) break
    kept.push(line)
  }
  return kept.map(line => `${line}\n`).join('')
}
