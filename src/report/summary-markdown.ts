import type { Dossier } from './dossier.ts'
import { htmlCode, markdownCode, markdownProse, markdownText } from './escape.ts'
import { type Fact, factsOf } from './readable.ts'
import type { ReportTask } from './schema.ts'
import { clip, firstFew } from './text.ts'
import type { Words } from './words.ts'

/** Pieces of Markdown that several sections of the summary share. All of them are safe to place anywhere. */

/** How much of the report one attempt shows. */
export interface Limits {
  readonly passedItems: boolean
  /** Rows of each table and list. */
  readonly rows: number
}

/** Texts are shown up to here; report.json holds all of them whole. */
export const TITLE_MAX_CHARACTERS = 200
export const PROSE_MAX_CHARACTERS = 2000
const CODE_MAX_CHARACTERS = 300
/** Names of a long object list that are shown before "and n more". */
export const OBJECTS_SHOWN = 20
const OBJECTS_IN_CELL = 3

export const title = (text: string): string => markdownProse(clip(text, TITLE_MAX_CHARACTERS))
export const prose = (text: string): string => markdownProse(clip(text, PROSE_MAX_CHARACTERS))
export const code = (text: string): string => markdownCode(clip(text, CODE_MAX_CHARACTERS))
export const strong = (text: string): string => `**${text}**`

/** Returns a task with all that it goes by: label and id, or the id alone. */
export function taskMarkdown(task: ReportTask): string {
  return task.label === null ? code(task.id) : `${title(task.label)} (${code(task.id)})`
}

/** Returns a task as people call it: by its label, or else its id, behind its target where another has one of that name. */
export function labelMarkdown(task: ReportTask, targetOf?: Dossier['targetOf']): string {
  const target = targetOf?.get(task)
  const label = task.label === null ? code(task.id) : title(task.label)
  return target === undefined ? label : `${title(target)} / ${label}`
}

/** Returns tasks by label, the first few of them. */
export function labelList(
  tasks: readonly ReportTask[],
  { words, targetOf }: Pick<Dossier, 'words' | 'targetOf'>,
): string {
  return firstFew(tasks, TASKS_NAMED, task => labelMarkdown(task, targetOf), words.more).join(words.list)
}
const TASKS_NAMED = 20

/** Inside `<summary>` Markdown is not read, so code is an HTML element there. */
export const summaryText = (text: string): string => markdownText(clip(text, TITLE_MAX_CHARACTERS))
export const summaryCode = (text: string): string => htmlCode(clip(text, TITLE_MAX_CHARACTERS))

/** Yields lines that are folded below a line of HTML. */
export function* folded(summary: string, lines: Iterable<string>): Generator<string> {
  yield `<details><summary>${summary}</summary>`
  yield ''
  yield* lines
  yield '</details>'
  yield ''
}

/** Reasons are upper-case codes at DRS and sentences elsewhere. */
export function reasonMarkdown(reason: string): string {
  return /^[A-Z0-9_.-]+$/.test(reason) ? code(reason) : prose(reason)
}

/** Returns a fact on one line with at most `maxObjects` objects. */
export function factMarkdown(fact: Fact, words: Words, maxObjects = OBJECTS_SHOWN): string {
  const key = fact.key === null ? '' : code(fact.key)
  if (fact.kind === 'text') {
    const text = fact.text === '' ? words.empty : prose(fact.text)
    return key === '' ? text : `${key}${words.colon}${text}`
  }
  const shown = fact.objects.slice(0, maxObjects).map(code).join(', ')
  const more = fact.objects.length - maxObjects
  if (more <= 0) return key === '' ? shown : `${key}${words.colon}${shown}`
  const count = words.objects(fact.objects.length)
  const head = key === '' ? count : `${key}${words.brackets(count)}`
  return `${head}${words.colon}${words.moreObjects(shown, more)}`
}

/** Returns what was found as one line for a table cell. */
export function detailCell(detail: string | null, words: Words): string {
  return factsOf(detail)
    .map(fact => factMarkdown(fact, words, OBJECTS_IN_CELL))
    .join(words.semicolon)
}

/** Yields list lines: one text behind the heading word, several as a list below it. */
export function* listUnder(heading: string, texts: readonly string[], words: Words): Generator<string> {
  const [only] = texts
  if (only === undefined) return
  if (texts.length === 1) return yield `- ${heading}${words.colon}${only}`
  yield `- ${heading}${words.colon.trim()}`
  for (const text of texts) yield `  - ${text}`
}

/** Yields what `line` makes of the first `max` values, and one line that counts the others. */
export function* capped<T>(
  values: readonly T[],
  max: number,
  lines: (value: T) => Iterable<string>,
  more: (count: number) => string,
): Generator<string> {
  for (const value of values.slice(0, max)) yield* lines(value)
  if (values.length > max) yield more(values.length - max)
}

/** Returns a table row of cells that are Markdown already. */
export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** Yields the two lines above the rows of a table. */
export function* tableHead(names: readonly string[]): Generator<string> {
  yield row(names)
  yield row(names.map(() => '---'))
}
