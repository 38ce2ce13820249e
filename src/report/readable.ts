import { parsedJson } from '../files/json.ts'
import type { JsonValue } from '../precheck/model.ts'
import type { Words } from './words-en.ts'

/**
 * Makes what a service found readable. DRS sends JSON (MySQL), JSON with single quotes (DDS), comma
 * separated object lists inside them, or plain text; see the samples of the result API.
 */

/** Deeper data is shown as the text it came as: it is no longer something a person reads by its keys. */
const MAX_NESTING = 16
/** Longer text in single quotes is shown as it came: one regular expression runs over all of it. */
const MAX_SINGLE_QUOTED_CHARACTERS = 262_144
/** A thousands separator is no list. */
const GROUPED_NUMBER = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/

/** One thing that was found: prose, or objects (names, sizes, versions) that somebody may want to copy. */
export type Fact =
  | { readonly kind: 'text'; readonly key: string | null; readonly text: string }
  | { readonly kind: 'objects'; readonly key: string | null; readonly objects: readonly string[] }

/**
 * Returns what a detail text says, in its own order; an empty list for blank text. A detail joins several
 * fields of the wire, one per line, each in a form of its own; lines of prose that follow each other are one.
 */
export function factsOf(detail: string | null): readonly Fact[] {
  const text = detail?.trim() ?? ''
  if (text === '') return []
  const whole = parseData(text)
  if (whole !== undefined) return factsOfJson(whole)
  const facts: Fact[] = []
  for (const line of text.split(/\r\n|\r|\n/).filter(part => part.trim() !== '')) {
    const data = parseData(line.trim())
    const found = data === undefined ? [factOfText(null, line)] : factsOfJson(data)
    const last = facts.at(-1)
    const [next] = found
    if (last?.kind === 'text' && last.key === null && next?.kind === 'text' && next.key === null) {
      facts[facts.length - 1] = { ...last, text: `${last.text}\n${next.text}` }
    } else {
      facts.push(...found)
    }
  }
  return facts
}

/** Returns the same for data that is JSON already. null says nothing. */
export function factsOfJson(data: JsonValue): readonly Fact[] {
  if (data === null) return []
  if (typeof data !== 'object') return [factOfText(null, String(data))]
  if (Array.isArray(data)) return [factOfValue(null, data)]
  return Object.entries(data).map(([key, value]) => factOfValue(key, value))
}

/** Returns a fact on one line, at most `maxObjects` objects of it, as plain text. */
export function factLine(fact: Fact, maxObjects: number, words: Pick<Words, 'moreObjects'>): string {
  const head = fact.key === null ? '' : `${fact.key}: `
  if (fact.kind === 'text') return head + fact.text
  const more = fact.objects.length - maxObjects
  const shown = fact.objects.slice(0, maxObjects).join(', ')
  return head + (more > 0 ? words.moreObjects(shown, more) : shown)
}

function factOfValue(key: string | null, value: JsonValue): Fact {
  if (Array.isArray(value)) return { kind: 'objects', key, objects: value.map(plainText) }
  return factOfText(key, plainText(value))
}

function plainText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function factOfText(key: string | null, text: string): Fact {
  const objects = objectList(text)
  return objects === null ? { kind: 'text', key, text: text.trim() } : { kind: 'objects', key, objects }
}

/** A list has hardly any blanks inside its parts; prose with commas has. Names may hold one now and then. */
function objectList(text: string): readonly string[] | null {
  const parts = GROUPED_NUMBER.test(text.trim()) ? [text] : text.split(',')
  const objects = parts.map(part => part.trim()).filter(part => part !== '')
  const withBlank = objects.filter(object => /\s/.test(object)).length
  return objects.length > 0 && withBlank * 10 <= objects.length ? objects : null
}

/** Returns the object or array that the text spells, or undefined when it spells none. */
function parseData(text: string): JsonValue | undefined {
  if (!/^[{[]/.test(text) || nesting(text) > MAX_NESTING) return undefined
  const json = parsedJson(text)
  if (json !== undefined || text.length > MAX_SINGLE_QUOTED_CHARACTERS) return json
  return parsedJson(withDoubleQuotes(text))
}

function nesting(text: string): number {
  let depth = 0
  let deepest = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth)
    else if (character === ']' || character === '}') depth -= 1
  }
  return deepest
}

/** A quoted string, or one of Python's words. A single quote ends a string only before `,`, `:` or a bracket. */
const TOKENS = /"(?:[^"\\]|\\.)*"|'((?:[^'\\]|\\.|'(?!\s*(?:[,:}\]]|$)))*)'|\b(True|False|None)\b/gs
const PYTHON_WORDS = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
])

function withDoubleQuotes(text: string): string {
  return text.replace(TOKENS, (token, single: string | undefined, word: string | undefined) => {
    if (word !== undefined) return PYTHON_WORDS.get(word) ?? word
    if (single === undefined) return token
    return JSON.stringify(single.replace(/\\(['\\])/g, '$1'))
  })
}
