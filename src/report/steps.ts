import { markdownBlock } from './escape.ts'
import type { ReportItem, ReportStep } from './schema.ts'
import { PROSE_MAX_CHARACTERS, prose, WHAT_TO_DO } from './summary-parts.ts'
import { clip } from './text.ts'

/** The steps of an advice: as one text, and as a list with commands that can be copied. */

/** Returns one line for each step, a command behind its sentence. */
export function adviceText(steps: readonly Pick<ReportStep, 'text' | 'code'>[]): string | null {
  if (steps.length === 0) return null
  return steps.map(({ text, code }) => (code === null ? text : `${text} ${oneLine(code)}`)).join('\n')
}

const oneLine = (code: string) => code.replace(/\s*\n\s*/g, ' ')

/** Yields the steps as a numbered list; a single sentence stands behind the heading. `source` says whose they are. */
export function* stepLines(steps: readonly ReportStep[], indent: string, source = ''): Generator<string> {
  const [only] = steps
  if (only === undefined) return
  if (steps.length === 1 && only.code === null)
    return yield `${indent}- ${WHAT_TO_DO} ${prose(only.text)}${source}`
  yield `${indent}- ${WHAT_TO_DO}${source}`
  for (const [index, step] of steps.entries()) yield* numberedStep(step, `${index + 1}. `, `${indent}  `)
}

function* numberedStep(step: ReportStep, number: string, indent: string): Generator<string> {
  yield `${indent}${number}${prose(step.text)}${marksOf(step)}`
  if (step.code === null) return
  const inner = indent + ' '.repeat(number.length)
  // Inside a list a tab would be counted as indentation.
  const block = markdownBlock(clip(step.code, PROSE_MAX_CHARACTERS).replaceAll('\t', '    '))
  for (const line of block.split('\n')) yield inner + line
}

/** What a reader should know before copying a command. */
function marksOf({ code, lang, changes, tried }: ReportStep): string {
  if (code === null) return ''
  const marks = [lang, changes ? 'changes something' : null, tried ? null : NOT_TRIED].filter(
    mark => mark !== null,
  )
  return marks.length === 0 ? '' : ` (${prose(marks.join('; '))})`
}

export const NOT_TRIED = 'not tried on a database'

/** Whose advice it is, where a reader would trust it otherwise. */
export function sourceOf(item: ReportItem, isGeneral: boolean): string {
  switch (item.adviceFrom) {
    case 'team':
      return " (The team's own advice, from the file that the input `catalogue` names.)"
    case 'catalogue':
      return isGeneral ? ' (General database knowledge, not from the documentation of the service.)' : ''
    case 'service':
    case null:
      return ''
  }
}
