import { standInsIn } from './advice.ts'
import type { Dossier } from './dossier.ts'
import { markdownLink } from './escape.ts'
import { documentedIn, type FindingGroup, type FindingItem, type Severity, titlesOf } from './findings.ts'
import { adviceLines, reasonLine } from './summary-advice.ts'
import { evidenceLines } from './summary-evidence.ts'
import {
  capped,
  code,
  folded,
  type Limits,
  labelList,
  summaryText,
  TITLE_MAX_CHARACTERS,
  title,
} from './summary-markdown.ts'
import { type WaiverText, waiverLines } from './summary-waivers.ts'
import { clip, firstFew } from './text.ts'

const LINKS_SHOWN = 5
/** What is to be fixed first stands open, the rest below one line each: who has fixed that much comes back. */
const IN_SUMMARY = { open: 3, most: Number.POSITIVE_INFINITY }
/** Each is folded. */
export const IN_COMMENT = { open: 0, most: 10 }

/** Yields what to fix first and how: failed items, then warnings, each group one cause; and how many more there are. */
export function* findingLines(
  dossier: Dossier,
  waiverText: WaiverText,
  limits: Limits,
  { open, most } = IN_SUMMARY,
): Generator<string> {
  const { groups, words } = dossier
  const shown = groups.slice(0, most)
  const standIns = standInsIn(shown).map(code)
  // Failed ones stand first already.
  for (const [severity, same] of Map.groupBy(shown, group => group.severity)) {
    yield* [`### ${headline(severity, dossier)}`, '']
    if (standIns.length > 0) yield* [words.standIns(standIns.splice(0).join(words.list)), '']
    yield* capped(
      same,
      limits.rows,
      group => {
        const lines = groupLines(group, dossier, waiverText, limits)
        return group.number <= open
          ? [`#### ${heading(group, title, dossier)}`, '', ...lines]
          : folded(summaryOf(group, dossier), lines)
      },
      words.andMore.groups,
    )
    yield ''
  }
  if (groups.length > shown.length) yield* [words.andMore.groups(groups.length - shown.length), '']
}

function headline(severity: Severity, { groups, report, words }: Dossier): string {
  const count = groups
    .filter(group => group.severity === severity)
    .reduce((sum, { findings }) => sum + findings.length, 0)
  if (severity === 'failed') return words.failFast(count)
  return report.gate.failOn === 'warning' ? words.warnings.strict(count) : words.warnings.lenient(count)
}

function summaryOf(group: FindingGroup, dossier: Dossier): string {
  const { words, tasks } = dossier
  const count = tasks.length > 1 ? words.brackets(words.tasks(group.tasks.length)) : ''
  return `<b>${heading(group, summaryText, dossier)}</b>${count}`
}

/** Under a baseline: what was not there before is what somebody asks about first. */
function heading(group: FindingGroup, written: (title: string) => string, { words }: Dossier): string {
  const isNew = group.findings.every(({ item }) => item.since === 'new')
  return `${group.number}. ${titlesOf(group, words, written)}${isNew ? words.brackets(words.since.new) : ''}`
}

function* groupLines(
  group: FindingGroup,
  dossier: Dossier,
  waiverText: WaiverText,
  limits: Limits,
): Generator<string> {
  const { words } = dossier
  const { items, tasks } = group
  yield `- ${items.length === 1 ? words.checkItem : words.checkItems}${words.colon}${itemList(group, dossier)}`
  if (dossier.tasks.length > 1)
    yield `- ${tasks.length === 1 ? words.task : words.inTasks}${words.colon}${labelList(tasks, dossier)}`
  yield* reasonLine(group, words)
  yield* evidenceLines(group, limits, dossier)
  yield* documentationLine(group, dossier)
  yield* adviceLines(group, words)
  yield ''
  yield* waiverLines(group, waiverText, dossier)
}

function itemList({ items }: FindingGroup, { words }: Dossier): string {
  const shown = ({ item }: FindingItem) => {
    const skipped = item.status === 'skipped' ? ` ${words.skipped}` : ''
    const isNamed = items.length === 1 || item.title === item.id
    return `${isNamed ? '' : `${title(item.title)} `}${code(item.id)}${skipped}`
  }
  return firstFew(items, ITEMS_NAMED, shown, words.more).join(words.list)
}
const ITEMS_NAMED = 20

/** A list of many checks must not pass for the page of this one, and one that an earlier group led to is not repeated. */
function* documentationLine(group: FindingGroup, { groups, words }: Dossier): Generator<string> {
  const docs = documentedIn(group)
  const isFirst = (doc: string) =>
    groups.find(({ items }) => items.some(({ item }) => item.doc === doc)) === group
  const links = docs
    .filter(({ doc, hasListOnly }) => !hasListOnly || isFirst(doc))
    .slice(0, LINKS_SHOWN)
    .map(({ doc, item, hasListOnly }) => {
      if (hasListOnly) return markdownLink(words.listOfChecks, doc)
      return markdownLink(docs.length === 1 ? words.doc : clip(item.title, TITLE_MAX_CHARACTERS), doc)
    })
  if (links.length > 0)
    yield `- ${docs.length === 1 ? '' : `${words.doc}${words.colon}`}${links.join(words.list)}`
}
