import type { Dossier } from './dossier.ts'
import { evidenceOf, type FindingGroup, type Found } from './findings.ts'
import type { Fact } from './readable.ts'
import type { ReportItem } from './schema.ts'
import { code, factMarkdown, type Limits, labelList, listUnder, prose, title } from './summary-markdown.ts'
import { firstFew } from './text.ts'

const SUB_JOBS_SHOWN = 10
/** More different texts than this are read where the items are. */
const TEXTS_SHOWN = 8
const TITLES_NAMED = 3

/** Yields what the service says of a group, equal texts once, and in which tasks where that is not the same for all. */
export function* evidenceLines(group: FindingGroup, limits: Limits, dossier: Dossier): Generator<string> {
  const { words } = dossier
  const { found, subJobs, blackObjects, skips } = evidenceOf(group)
  const most = Math.min(TEXTS_SHOWN, limits.rows)
  const list = <T>(heading: string, parts: readonly Found<T>[], written: (part: T) => string) => {
    const line = (found: Found<T>) => written(found.part) + placeOf(found, dossier)
    return listUnder(heading, firstFew(parts, most, line, words.andMore.texts), words)
  }
  const fact = (part: Fact) => factMarkdown(part, words)
  yield* list(words.found, found, fact)
  yield* list(words.parts, subJobs, jobs =>
    firstFew(jobs, SUB_JOBS_SHOWN, subJobMarkdown, words.more).join(words.semicolon),
  )
  yield* list(words.blackObjects, blackObjects, fact)
  for (const { part } of skips.slice(0, TEXTS_SHOWN)) {
    const consequence = part.consequence === null ? '' : `${words.colon}${prose(part.consequence)}`
    yield `- ${words.skippable}${consequence}`
  }
}

function placeOf({ titles, tasks }: Omit<Found<unknown>, 'part'>, dossier: Dossier): string {
  const { words } = dossier
  const named = firstFew(titles, TITLES_NAMED, title, words.more)
  const places = [named.join(words.list), labelList(tasks, dossier)].filter(text => text !== '')
  return places.length === 0 ? '' : words.foundIn(places.join(words.semicolon))
}

function subJobMarkdown(part: ReportItem['subJobs'][number]): string {
  const name = [part.name, part.id]
    .filter(text => text !== null)
    .map(code)
    .join(' ')
  return [name, part.status === null ? '' : code(part.status)].filter(text => text !== '').join(': ')
}
