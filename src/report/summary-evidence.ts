import type { Dossier } from './dossier.ts'
import { type FindingGroup, type Found, foundIn, onceIn } from './findings.ts'
import { factsOfJson } from './readable.ts'
import type { ReportItem } from './schema.ts'
import { code, factMarkdown, type Limits, labelList, listUnder, prose, title } from './summary-markdown.ts'
import type { Words } from './words.ts'

const SUB_JOBS_SHOWN = 10
/** More different texts than this are read where the items are. */
const TEXTS_SHOWN = 8
const TITLES_NAMED = 3

/** Yields what the service says of a group, equal texts once, and in which tasks where that is not the same for all. */
export function* evidenceLines(group: FindingGroup, limits: Limits, dossier: Dossier): Generator<string> {
  const { words } = dossier
  const lists: readonly (readonly [string, readonly Found<string>[]])[] = [
    [
      words.found,
      foundIn(group).map(({ part, findings }) => ({ part: factMarkdown(part, words), findings })),
    ],
    [words.parts, onceIn(group, item => subJobsOf(item, words))],
    [
      words.blackObjects,
      onceIn(group, item => factsOfJson(item.blackObjects).map(fact => factMarkdown(fact, words))),
    ],
  ]
  for (const [heading, found] of lists) {
    const shown = found
      .slice(0, Math.min(TEXTS_SHOWN, limits.rows))
      .map(({ part, findings }) => part + placeOf(findings, group, dossier))
    if (found.length > shown.length) shown.push(words.andMore.texts(found.length - shown.length))
    yield* listUnder(heading, shown, words)
  }
  for (const { part } of onceIn(group, skipOf).slice(0, TEXTS_SHOWN)) {
    const consequence = part.consequence === null ? '' : `${words.colon}${prose(part.consequence)}`
    yield `- ${words.skippable}${consequence}`
  }
}

/** Empty where the text is that of all findings. */
function placeOf(findings: Found<string>['findings'], group: FindingGroup, dossier: Dossier): string {
  const { words } = dossier
  const all = group.findings
  if (findings.length === all.length) return ''
  const tasks = [...new Set(findings.map(({ task }) => task))]
  const isEverywhere = tasks.length === group.tasks.length
  const items = [...new Set(findings.map(({ item }) => item.title))]
  const isEveryItem =
    group.items.length === 1 || items.length === new Set(all.map(({ item }) => item.title)).size
  const more = items.length - TITLES_NAMED
  const titles = [...items.slice(0, TITLES_NAMED).map(title), ...(more > 0 ? [words.more(more)] : [])]
  const where = [
    ...(isEveryItem ? [] : [titles.join(words.list)]),
    ...(isEverywhere ? [] : [labelList(tasks, dossier)]),
  ]
  return where.length === 0 ? '' : words.foundIn(where.join(words.semicolon))
}

function subJobsOf({ subJobs }: ReportItem, words: Words): readonly string[] {
  const parts = subJobs.slice(0, SUB_JOBS_SHOWN).map(subJobMarkdown)
  if (subJobs.length > parts.length) parts.push(words.more(subJobs.length - parts.length))
  return parts.length === 0 ? [] : [parts.join(words.semicolon)]
}

function subJobMarkdown(part: ReportItem['subJobs'][number]): string {
  const name = [part.name, part.id]
    .filter(text => text !== null)
    .map(code)
    .join(' ')
  return [name, part.status === null ? '' : code(part.status)].filter(text => text !== '').join(': ')
}

const skipOf = ({ skippable, skipConsequence }: ReportItem) =>
  skippable === true ? [{ consequence: skipConsequence }] : []
