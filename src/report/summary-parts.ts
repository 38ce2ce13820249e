import { markdownCode, markdownProse } from './escape.ts'
import { type Fact, factsOf } from './readable.ts'
import type { ReportTask } from './schema.ts'
import { clip, grouped, plural } from './text.ts'

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

/** The line that a reader looks for first. */
export const WHAT_TO_DO = '**What to do:**'

export const title = (text: string): string => markdownProse(clip(text, TITLE_MAX_CHARACTERS))
export const prose = (text: string): string => markdownProse(clip(text, PROSE_MAX_CHARACTERS))
export const code = (text: string): string => markdownCode(clip(text, CODE_MAX_CHARACTERS))

/** Returns a task as people know it: label with id, or the id alone. */
export function taskMarkdown(task: Pick<ReportTask, 'id' | 'label'>): string {
  return task.label === null ? code(task.id) : `${title(task.label)} (${code(task.id)})`
}

/** Reasons are upper-case codes at DRS and sentences elsewhere. */
export function reasonMarkdown(reason: string): string {
  return /^[A-Z0-9_.-]+$/.test(reason) ? code(reason) : prose(reason)
}

/** Returns a fact on one line with at most `maxObjects` objects. */
export function factMarkdown(fact: Fact, maxObjects = OBJECTS_SHOWN): string {
  const key = fact.key === null ? '' : code(fact.key)
  if (fact.kind === 'text') {
    const text = fact.text === '' ? '(empty)' : prose(fact.text)
    return key === '' ? text : `${key}: ${text}`
  }
  const shown = fact.objects.slice(0, maxObjects).map(code).join(', ')
  const more = fact.objects.length - maxObjects
  if (more <= 0) return key === '' ? shown : `${key}: ${shown}`
  const count = plural(fact.objects.length, 'object')
  return `${key === '' ? count : `${key} (${count})`}: ${shown} and ${grouped(more)} more`
}

/** Returns what was found as one line for a table cell. */
export function detailCell(detail: string | null): string {
  return factsOf(detail)
    .map(fact => factMarkdown(fact, OBJECTS_IN_CELL))
    .join('; ')
}
const OBJECTS_IN_CELL = 3

/** Yields list lines: one fact behind the heading word, several as a list below it. */
export function* factList(heading: string, facts: readonly Fact[], indent: string): Generator<string> {
  const [only] = facts
  if (only === undefined) return
  if (facts.length === 1) return yield `${indent}- ${heading}: ${factMarkdown(only)}`
  yield `${indent}- ${heading}:`
  for (const fact of facts) yield `${indent}  - ${factMarkdown(fact)}`
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
