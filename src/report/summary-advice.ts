import type { ReasonExplanation } from '../catalogue/catalogue.ts'
import { markdownLink } from './escape.ts'
import type { Explain } from './explain.ts'
import { byAdvice, type FindingGroup, type FindingItem } from './findings.ts'
import { sourceOf, stepLines } from './steps.ts'
import { prose, reasonMarkdown, strong, title } from './summary-markdown.ts'
import type { Words } from './words.ts'

const TITLES_NAMED = 5

/** Yields the reason that a service gave, and what it means where that is known. */
export function* reasonLine(group: FindingGroup, explain: Explain, words: Words): Generator<string> {
  if (group.reason === null) return
  const notes = notesOf(group, explain)
  const meaning = notes === null ? '' : `${words.colon}${prose(notes.meaning)}`
  yield `- ${words.reasonLabel}${words.colon}${reasonMarkdown(group.reason)}${meaning}`
}

function notesOf({ service, reason }: FindingGroup, explain: Explain): ReasonExplanation | null {
  return reason === null ? null : explain.reason(service, reason)
}

/** Yields what to do: once where it is the same for all items, else by item. */
export function* adviceLines(group: FindingGroup, explain: Explain, words: Words): Generator<string> {
  const reason = notesOf(group, explain)
  const advices = byAdvice(group)
  const isSaid = advices.some(([{ item }]) => item.adviceFrom === 'catalogue')
  // Where the service or the team says what to do of the items, what is known of their reason still helps.
  if (reason !== null && !isSaid)
    yield* stepLines(reason.steps, words, advices.every(isSilent) ? {} : { heading: words.reasonAdvice })
  for (const same of advices) {
    yield* causeLine(same[0], group, explain, words)
    yield* stepsOf(same, advices.length > 1, reason !== null, group, explain, words)
  }
  if (reason === null && advices.every(isSilent)) yield* ['', whereElseToLook(group, explain, words)]
}

const isSilent = ([{ item }]: readonly [FindingItem, ...FindingItem[]]) => item.steps.length === 0

function* stepsOf(
  same: readonly [FindingItem, ...FindingItem[]],
  isNamed: boolean,
  isOfReason: boolean,
  { service }: FindingGroup,
  explain: Explain,
  words: Words,
): Generator<string> {
  const [{ item }] = same
  const titles = same.slice(0, TITLES_NAMED).map(entry => title(entry.item.title))
  if (same.length > titles.length) titles.push(words.more(same.length - titles.length))
  const isGeneral = explain.item(service, item.id)?.confidence === 'general' && !isOfReason
  const source = sourceOf(item, isGeneral, words)
  const heading = isNamed ? `${words.whatToDo}${words.brackets(titles.join(words.list))}` : words.whatToDo
  yield* stepLines(item.steps, words, { heading, source })
}

/** The steps of the catalogue cover what it knows of causes; those of others may not. */
function* causeLine(
  { item }: FindingItem,
  { service, reason }: FindingGroup,
  explain: Explain,
  words: Words,
): Generator<string> {
  if (item.adviceFrom === 'catalogue' || (reason !== null && explain.reason(service, reason) !== null)) return
  const causes = explain.item(service, item.id)?.causes ?? []
  if (causes.length > 0) yield* ['', `${words.causes}${words.colon}${causes.map(prose).join(' ')}`]
}

/** For what neither the service nor the catalogue says more of. */
function whereElseToLook({ service }: FindingGroup, explain: Explain, words: Words): string {
  const index = explain.index(service)
  const list = index === null ? '' : ` ${markdownLink(words.listOfChecks, index)}`
  return `${strong(words.whatToDo + words.colon.trim())} ${words.adviceWhere}${list}`
}
