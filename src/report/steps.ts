import { markdownBlock } from './escape.ts'
import type { ReportItem, ReportStep } from './schema.ts'
import { PROSE_MAX_CHARACTERS, prose, strong } from './summary-markdown.ts'
import { clip } from './text.ts'
import type { Words } from './words.ts'

/** The steps of an advice: as one text, and as a list with commands that can be copied. */

/** Returns one line for each step, a command behind its sentence. */
export function adviceText(steps: readonly Pick<ReportStep, 'text' | 'code'>[]): string | null {
  if (steps.length === 0) return null
  return steps.map(({ text, code }) => (code === null ? text : `${text} ${oneLine(code)}`)).join('\n')
}

/** Line by line: one pattern over blanks around a line break takes the square of the time over a long row of blanks. */
const oneLine = (code: string) =>
  code
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .join(' ')

/** Yields the steps as a numbered list; a single sentence stands behind the heading. `source` says whose they are. */
export function* stepLines(
  steps: readonly ReportStep[],
  words: Words,
  { heading = words.whatToDo, source = '' } = {},
): Generator<string> {
  const [only] = steps
  if (only === undefined) return
  const named = strong(heading + words.colon.trim())
  const whose = source === '' ? '' : ` ${source}`
  yield ''
  if (steps.length === 1 && only.code === null) return yield `${named} ${prose(only.text)}${whose}`
  // Not inside the list above: GitHub numbers an inner list with letters, and leaves its commands less room.
  yield `${named}${whose}`
  yield ''
  for (const [index, step] of steps.entries()) yield* numberedStep(step, `${index + 1}. `, words)
}

function* numberedStep(step: ReportStep, number: string, words: Words): Generator<string> {
  yield `${number}${prose(step.text)}${marksOf(step, words)}`
  if (step.code === null) return
  const inner = ' '.repeat(number.length)
  // Inside a list a tab would be counted as indentation.
  const block = markdownBlock(clip(step.code, PROSE_MAX_CHARACTERS).replaceAll('\t', '    '))
  for (const line of block.split('\n')) yield inner + line
}

/** What a reader should know before copying a command. */
function marksOf({ code, lang, changes, tried }: ReportStep, words: Words): string {
  if (code === null) return ''
  const marks = [lang, changes ? words.stepChanges : null, tried ? null : words.stepNotTried].filter(
    mark => mark !== null,
  )
  return marks.length === 0 ? '' : words.brackets(prose(marks.join(words.semicolon)))
}

/** Whose advice it is, where a reader would trust it otherwise. */
export function sourceOf(item: ReportItem, isGeneral: boolean, words: Words): string {
  switch (item.adviceFrom) {
    case 'team':
      return words.teamAdvice
    case 'catalogue':
      return isGeneral ? words.general : ''
    case 'service':
    case null:
      return ''
  }
}
