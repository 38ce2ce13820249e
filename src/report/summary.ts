import type { Dossier } from './dossier.ts'
import { markdownCode } from './escape.ts'
import { baselineLines } from './summary-baseline.ts'
import { countLines, decisionLines, problemLines } from './summary-decision.ts'
import { noteLines, timingLines, type Written } from './summary-end.ts'
import { findingLines, IN_COMMENT } from './summary-findings.ts'
import { itemLines, leastBytesOfItems } from './summary-items.ts'
import type { Limits } from './summary-markdown.ts'
import { firstTaskLines, noResultLines, taskTableLines } from './summary-tasks.ts'
import { acceptedLines, type WaiverText } from './summary-waivers.ts'
import { joinWithin } from './text.ts'

/**
 * The platform takes 1,048,576 bytes and silently drops a longer summary as a whole (`FileCommandManager.cs`
 * of the runner). The rest is slack for whatever else the step writes.
 */
export const SUMMARY_MAX_BYTES = 1_000_000

export interface SummaryOptions extends Written {
  readonly mode: 'full' | 'findings' | 'off'
  readonly waiverText: WaiverText
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
export function renderSummary(dossier: Dossier, options: SummaryOptions): string {
  if (options.mode === 'off') return ''
  const maxBytes = Math.min(options.maxBytes ?? SUMMARY_MAX_BYTES, SUMMARY_MAX_BYTES)
  for (const limits of TIERS) {
    if (options.mode === 'full' && leastBytesOfItems(dossier.tasks, limits) > maxBytes) continue
    const page = joinWithin(pageLines(dossier, options, limits), maxBytes)
    if (page.isWhole) return page.text
  }
  return joinWithin(countsOnlyLines(dossier, options), maxBytes).text
}

/**
 * Returns the head of the summary for the comment on a pull request, at most `maxBytes` long in UTF-8. It leads to the
 * run, so that it says what to do first and nothing that nobody reads there.
 */
export function renderHead(dossier: Dossier, waiverText: WaiverText, maxBytes: number): string {
  for (const rows of [100, 20, 5]) {
    const head = joinWithin(headLines(dossier, waiverText, { passedItems: false, rows }), maxBytes)
    if (head.isWhole) return head.text
  }
  return joinWithin(decisionLines(dossier), maxBytes).text
}

function* headLines(dossier: Dossier, waiverText: WaiverText, limits: Limits): Generator<string> {
  yield* decisionLines(dossier)
  yield* baselineLines(dossier, limits)
  yield* problemLines(dossier, limits)
  yield* firstTaskLines(dossier)
  yield* noResultLines(dossier, limits)
  yield* findingLines(dossier, waiverText, limits, IN_COMMENT)
}

function* pageLines(dossier: Dossier, options: SummaryOptions, limits: Limits): Generator<string> {
  const { tasks } = dossier
  yield* decisionLines(dossier)
  yield* baselineLines(dossier, limits)
  yield* shortenedLines(leftOut(dossier, options.mode, limits), dossier, options)
  yield* problemLines(dossier, limits)
  // The table has the counts of each task.
  if (tasks.length > 1) yield* taskTableLines(dossier, limits)
  else yield* countLines(dossier)
  yield* noResultLines(dossier, limits)
  yield* findingLines(dossier, options.waiverText, limits)
  if (options.mode === 'full') yield* itemLines(dossier, limits)
  yield* acceptedLines(dossier, limits)
  yield* noteLines(dossier, limits)
  yield* timingLines(dossier, options)
}

function* countsOnlyLines(dossier: Dossier, options: SummaryOptions): Generator<string> {
  yield* decisionLines(dossier)
  yield* shortenedLines(dossier.words.countsOnly, dossier, options)
  yield* countLines(dossier)
  yield* timingLines(dossier, options)
}

function leftOut({ report, words }: Dossier, mode: SummaryOptions['mode'], limits: Limits): string | null {
  const passed = mode === 'full' && !limits.passedItems
  const parts = [
    passed ? words.leftOutPassed(report.counts.passed) : null,
    Number.isFinite(limits.rows) ? words.leftOutRows(limits.rows) : null,
  ].filter(part => part !== null)
  return parts.length === 0 ? null : parts.join(words.list)
}

function* shortenedLines(
  what: string | null,
  { words }: Dossier,
  { reportPath }: Written,
): Generator<string> {
  if (what === null) return
  const whole = reportPath === null ? words.reportLost : words.wholeReportIn(markdownCode(reportPath))
  yield `**${words.shortened}** ${what}${words.stop}${whole}`
  yield ''
}
