import { markdownLink } from './escape.ts'
import { byAdvice, type FindingGroup, type FindingItem } from './findings.ts'
import { sourceOf, stepLines } from './steps.ts'
import { prose, reasonMarkdown, strong, title } from './summary-markdown.ts'
import type { Words } from './words.ts'

const TITLES_NAMED = 5

/** Yields the reason that a service gave, and what it means where that is known. */
export function* reasonLine({ reason, known }: FindingGroup, words: Words): Generator<string> {
  if (reason === null) return
  const meaning = known === null ? '' : `${words.colon}${prose(known.meaning)}`
  yield `- ${words.reasonLabel}${words.colon}${reasonMarkdown(reason)}${meaning}`
}

/** Yields what to do: once where it is the same for all items, else by item. */
export function* adviceLines(group: FindingGroup, words: Words): Generator<string> {
  const { known } = group
  const advices = byAdvice(group)
  const isSaid = advices.some(([{ item }]) => item.adviceFrom === 'catalogue')
  // Where the service or the team says what to do of the items, what is known of their reason still helps.
  if (known !== null && !isSaid)
    yield* stepLines(known.steps, words, advices.every(isSilent) ? {} : { heading: words.reasonAdvice })
  for (const same of advices) {
    yield* causeLine(same[0], known !== null, words)
    yield* stepsOf(same, advices.length > 1, known !== null, words)
  }
  if (known === null && advices.every(isSilent)) yield* ['', whereElseToLook(group, words)]
}

const isSilent = ([{ item }]: readonly [FindingItem, ...FindingItem[]]) => item.steps.length === 0

function* stepsOf(
  same: readonly [FindingItem, ...FindingItem[]],
  isNamed: boolean,
  isOfReason: boolean,
  words: Words,
): Generator<string> {
  const [{ item, isGeneral }] = same
  const titles = same.slice(0, TITLES_NAMED).map(entry => title(entry.item.title))
  if (same.length > titles.length) titles.push(words.more(same.length - titles.length))
  const source = sourceOf(item, isGeneral && !isOfReason, words)
  const heading = isNamed ? `${words.whatToDo}${words.brackets(titles.join(words.list))}` : words.whatToDo
  yield* stepLines(item.steps, words, { heading, source })
}

/** The steps of the catalogue cover what it knows of causes; those of others may not. */
function* causeLine({ item, causes }: FindingItem, isOfReason: boolean, words: Words): Generator<string> {
  if (item.adviceFrom === 'catalogue' || isOfReason) return
  if (causes.length > 0) yield* ['', `${words.causes}${words.colon}${causes.map(prose).join(' ')}`]
}

/** For what neither the service nor the catalogue says more of. */
function whereElseToLook({ list }: FindingGroup, words: Words): string {
  const link = list === null ? '' : ` ${markdownLink(words.listOfChecks, list)}`
  return `${strong(words.whatToDo + words.colon.trim())} ${words.adviceWhere}${link}`
}
