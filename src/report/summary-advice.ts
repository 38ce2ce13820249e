import type { Step } from '../catalogue/steps.ts'
import { advicesOf } from './advice.ts'
import { markdownBlock, markdownLink } from './escape.ts'
import type { FindingGroup } from './findings.ts'
import { PROSE_MAX_CHARACTERS, prose, reasonMarkdown, strong, title } from './summary-markdown.ts'
import { clip, firstFew } from './text.ts'
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
  const advices = advicesOf(group)
  for (const { about, steps, from, causes } of advices) {
    if (causes.length > 0) yield* ['', `${words.causes}${words.colon}${causes.map(prose).join(' ')}`]
    // What is from the service or documented by it need not say so.
    const source = from === 'team' ? words.teamAdvice : from === 'general' ? words.general : ''
    yield* stepLines(steps, headingOf(about, words), source, words)
  }
  if (advices.some(({ steps }) => steps.length > 0)) return
  const list = group.list === null ? '' : ` ${markdownLink(words.listOfChecks, group.list)}`
  yield* ['', `${labelled(words.whatToDo, words)} ${words.adviceNone}${list}`]
}

function headingOf(about: ReturnType<typeof advicesOf>[number]['about'], words: Words): string {
  if (about === 'all') return words.whatToDo
  if (about === 'reason') return words.reasonAdvice
  const titles = firstFew(about, TITLES_NAMED, item => title(item.title), words.more)
  return words.whatToDo + words.brackets(titles.join(words.list))
}

const labelled = (heading: string, words: Words) => strong(heading + words.colon.trim())

/** Yields the steps as a numbered list; a single sentence stands behind the heading. `source` says whose they are. */
function* stepLines(
  steps: readonly Step[],
  heading: string,
  source: string,
  words: Words,
): Generator<string> {
  const [only] = steps
  if (only === undefined) return
  const whose = source === '' ? '' : ` ${source}`
  yield ''
  if (steps.length === 1 && only.code === null)
    return yield `${labelled(heading, words)} ${prose(only.text)}${whose}`
  // Not inside the list above: GitHub numbers an inner list with letters, and leaves its commands less room.
  yield `${labelled(heading, words)}${whose}`
  yield ''
  for (const [index, step] of steps.entries()) yield* numberedStep(step, `${index + 1}. `, words)
}

function* numberedStep(step: Step, number: string, words: Words): Generator<string> {
  yield `${number}${prose(step.text)}${marksOf(step, words)}`
  if (step.code === null) return
  const inner = ' '.repeat(number.length)
  // Inside a list a tab would be counted as indentation.
  const block = markdownBlock(clip(step.code, PROSE_MAX_CHARACTERS).replaceAll('\t', '    '))
  for (const line of block.split('\n')) yield inner + line
}

/** What a reader should know before copying a command. */
function marksOf({ code, lang, changes, tried }: Step, words: Words): string {
  if (code === null) return ''
  const marks = [lang, changes ? words.stepChanges : null, tried ? null : words.stepNotTried].filter(
    mark => mark !== null,
  )
  return marks.length === 0 ? '' : words.brackets(prose(marks.join(words.semicolon)))
}
