import type { Dossier } from './dossier.ts'
import { markdownBlock } from './escape.ts'
import type { FindingGroup } from './findings.ts'
import type { Report } from './schema.ts'
import { capped, code, folded, type Limits, prose, row, tableHead, taskMarkdown } from './summary-markdown.ts'
import { acceptedIn, unusedHeading } from './tasks.ts'
import { type WaiverEntry, waiverEntries } from './waiver-entries.ts'
import { statusWords, type Words } from './words.ts'

/** Writes entries as they stand in a waiver file, below `waivers:`. */
export type WaiverText = (entries: readonly WaiverEntry[]) => string

/** The day that an entry is made with: long enough for a change of plan, too short to be forgotten. */
const ACCEPTED_FOR_DAYS = 30
const DAY_MS = 86_400_000
/** Nobody reads more of them one by one. */
const ENTRIES_SHOWN = 50

/**
 * Yields the entries of a waiver file that would accept a group as it is, folded. Reason and owner are empty, which the gate
 * refuses: words that only show what belongs there would accept a finding for no reason when pasted as they are.
 */
export function* waiverLines(
  group: FindingGroup,
  waiverText: WaiverText,
  { report, words }: Dossier,
): Generator<string> {
  const expires = new Date(Date.parse(report.finishedAt) + ACCEPTED_FOR_DAYS * DAY_MS)
    .toISOString()
    .slice(0, 'YYYY-MM-DD'.length)
  const author = { reason: '', owner: '', expires }
  const { findings } = group
  const lines =
    findings.length > ENTRIES_SHOWN
      ? [words.acceptMany(findings.length), '']
      : [words.acceptHow(expires), '', ...yamlBlock(waiverText(waiverEntries(findings, author))), '']
  yield* folded(words.acceptWithWaiver, lines)
}

function yamlBlock(text: string): readonly string[] {
  return markdownBlock(text.trimEnd()).replace(/^`+/, '$&yaml').split('\n')
}

/** Yields the accepted findings with who accepts them and until when, then waivers that do nothing. */
export function* acceptedLines(dossier: Dossier, limits: Limits): Generator<string> {
  const { report, words } = dossier
  const waived = acceptedIn(dossier)
  const { expired, unused } = report.waivers
  if (waived.length + expired.length + unused.length === 0) return
  yield `### ${words.waivers}`
  yield ''
  if (waived.length > 0) {
    yield* tableHead([words.accepted, words.task, words.result, words.why, words.owner, words.until])
    yield* capped(
      waived,
      limits.rows,
      one => [waivedRow(one, words)],
      more => row([words.more(more), '', '', '', '', '']),
    )
    yield ''
  }
  yield* listed(words.expired, expired, words, limits)
  yield* listed(unusedHeading(dossier), unused, words, limits)
}

function waivedRow({ placed, item, waiver }: ReturnType<typeof acceptedIn>[number], words: Words): string {
  return row([
    `${prose(item.title)} ${code(item.id)}`,
    taskMarkdown(placed.task),
    statusWords(item, words),
    prose(waiver.reason),
    prose(waiver.owner),
    waiver.expires,
  ])
}

function* listed(
  heading: string,
  waivers: Report['waivers']['expired'],
  words: Words,
  limits: Limits,
): Generator<string> {
  if (waivers.length === 0) return
  yield heading + words.colon.trim()
  yield ''
  yield* capped(
    waivers,
    limits.rows,
    waiver => [`- ${waiverMarkdown(waiver, words)}`],
    more => `- ${words.andMore.waivers(more)}`,
  )
  yield ''
}

function waiverMarkdown(
  { item, service, task, reason, owner, expires }: Report['waivers']['expired'][number],
  words: Words,
): string {
  const scope = [
    service && `${words.service.toLowerCase()} ${code(service)}`,
    task && `${words.task.toLowerCase()} ${code(task)}`,
  ].filter(Boolean)
  const named = `${code(item)}${scope.length === 0 ? '' : words.brackets(scope.join(words.list))}`
  return words.waiverOf(named, expires, prose(owner), prose(reason))
}
