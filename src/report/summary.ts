import type { Note } from './annotations.ts'
import { contextOf, type ReportContext } from './context.ts'
import { markdownCode } from './escape.ts'
import type { Report } from './schema.ts'
import { baselineLines } from './summary-baseline.ts'
import { countLines, decisionLines, problemLines } from './summary-decision.ts'
import { noteLines, timingLines, type Written } from './summary-end.ts'
import { findingLines, firstFindingLines } from './summary-findings.ts'
import { itemLines, leastBytesOfItems } from './summary-items.ts'
import type { Limits } from './summary-markdown.ts'
import { firstTaskLines, noResultLines, taskTableLines } from './summary-tasks.ts'
import { type Accepting, acceptedLines } from './summary-waivers.ts'
import { joinWithin } from './text.ts'

/**
 * The platform takes 1,048,576 bytes and silently drops a longer summary as a whole (`FileCommandManager.cs`
 * of the runner). The rest is slack for whatever else the step writes.
 */
export const SUMMARY_MAX_BYTES = 1_000_000

export const SUMMARY_MODES = ['full', 'findings', 'off'] as const
export interface SummaryOptions extends Accepting, Written {
  readonly mode: (typeof SUMMARY_MODES)[number]
  readonly notices: readonly Note[]
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
  const context = contextOf(report, options.explain)
  for (const limits of TIERS) {
    if (options.mode === 'full' && leastBytesOfItems(context.tasks, limits) > maxBytes) continue
    const page = joinWithin(pageLines(context, options, limits), maxBytes)
    if (page !== null) return page
  }
  return firstLinesWithin(countsOnlyLines(context, options), maxBytes)
}

/**
 * Returns the head of the summary for the comment on a pull request, at most `maxBytes` long in UTF-8. It leads to the
 * run, so that it says what to do first and nothing that nobody reads there.
 */
export function renderHead(report: Report, accepting: Accepting, maxBytes: number): string {
  const context = contextOf(report, accepting.explain)
  for (const rows of [100, 20, 5]) {
    const head = joinWithin(headLines(context, accepting, { passedItems: false, rows }), maxBytes)
    if (head !== null) return head
  }
  return firstLinesWithin(decisionLines(context), maxBytes)
}

function* headLines(context: ReportContext, accepting: Accepting, limits: Limits): Generator<string> {
  yield* decisionLines(context)
  yield* baselineLines(context, limits)
  yield* problemLines(context, limits)
  yield* firstTaskLines(context)
  yield* noResultLines(context, limits)
  yield* firstFindingLines(context, accepting, limits)
}

function* pageLines(context: ReportContext, options: SummaryOptions, limits: Limits): Generator<string> {
  const { tasks } = context
  yield* decisionLines(context)
  yield* baselineLines(context, limits)
  yield* shortenedLines(leftOut(context, options.mode, limits), context, options)
  yield* problemLines(context, limits)
  // The table has the counts of each task.
  if (tasks.length > 1) yield* taskTableLines(context, limits)
  else yield* countLines(context)
  yield* noResultLines(context, limits)
  yield* findingLines(context, options, limits)
  if (options.mode === 'full') yield* itemLines(context, limits)
  yield* acceptedLines(context, limits)
  yield* noteLines(options.notices, context, limits)
  yield* timingLines(context, options)
}

function* countsOnlyLines(context: ReportContext, options: SummaryOptions): Generator<string> {
  yield* decisionLines(context)
  yield* shortenedLines(context.words.countsOnly, context, options)
  yield* countLines(context)
  yield* timingLines(context, options)
}

function leftOut(
  { report, words }: ReportContext,
  mode: (typeof SUMMARY_MODES)[number],
  limits: Limits,
): string | null {
  const passed = mode === 'full' && !limits.passedItems
  const parts = [
    passed ? words.leftOutPassed(report.counts.passed) : null,
    Number.isFinite(limits.rows) ? words.leftOutRows(limits.rows) : null,
  ].filter(part => part !== null)
  return parts.length === 0 ? null : parts.join(words.list)
}

function* shortenedLines(
  what: string | null,
  { words }: ReportContext,
  { reportPath }: Written,
): Generator<string> {
  if (what === null) return
  const whole = reportPath === null ? words.reportLost : words.wholeReportIn(markdownCode(reportPath))
  yield `**${words.shortened}** ${what}${words.stop}${whole}`
  yield ''
}

function firstLinesWithin(lines: Iterable<string>, maxBytes: number): string {
  const kept: string[] = []
  for (const line of lines) {
    if (joinWithin([...kept, line], maxBytes) === null) break
    kept.push(line)
  }
  return kept.map(line => `${line}\n`).join('')
}
