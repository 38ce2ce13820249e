import type { Dossier } from './dossier.ts'
import { bar } from './progress.ts'
import { capped, code, type Limits, prose, strong, title } from './summary-markdown.ts'
import { assumedNote, capitalised, decisionNotes } from './tasks.ts'
import { grouped } from './text.ts'
import { countWords, shownCounts } from './words.ts'

const BAR_CELLS = 30

/** Yields the decision and its reason: what somebody must know who reads nothing else. */
export function* decisionLines(dossier: Dossier): Generator<string> {
  const { report, words } = dossier
  const { gate } = report
  yield `## ${words.decision[gate.decision]}${words.colon}${title(gate.name)}`
  yield ''
  const counts = `${capitalised(countWords(report))}${words.stop.trim()}`
  yield `${strong(words.reason[gate.reasonCode])} (${code(gate.reasonCode)}) ${counts}`
  yield ''
  for (const note of decisionNotes(dossier, code)) yield* [note, '']
  // A pass that rests on an assumption says so where it says that it is one.
  const assumed = assumedNote(dossier)
  if (assumed !== null) yield* [strong(assumed), '']
}

/** Yields what is wrong with the inputs or could not be fetched. */
export function* problemLines({ report, words }: Dossier, limits: Limits): Generator<string> {
  const { problems } = report
  if (problems.length === 0) return
  yield `### ${words.problemsHeading(problems.length)}`
  yield ''
  yield* capped(
    problems,
    limits.rows,
    problem => [`- ${prose(problem)}`],
    more => `- ${words.more(more)}`,
  )
  yield ''
}

/** Yields the counts as text bars; nothing when there is nothing to count. */
export function* countLines({ report, words }: Dossier): Generator<string> {
  const counts = shownCounts(report.counts)
  if (counts.length === 0) return
  const width = grouped(report.counts.total).length
  yield '```text'
  for (const [name, count] of counts) {
    const number = grouped(count).padStart(width)
    yield `${words.status[name].padEnd(7)}  ${bar(count / report.counts.total, BAR_CELLS)}  ${number}`
  }
  yield '```'
  yield ''
}
