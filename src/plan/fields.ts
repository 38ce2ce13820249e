import { parsedJson } from '../files/json.ts'
import { defaultEndpoint } from '../identity/regions.ts'
import type { InputName, Inputs } from './inputs.ts'
import { alternatives, type Problems, problemText, quoted, quotedExactly } from './problems.ts'

/** Reads single values. Each tells `problems` what is wrong and returns a harmless stand-in, so that all problems come at once. */

/** Ids that go into a URL. They are percent-encoded there all the same. */
export const ID = { pattern: /^[0-9A-Za-z_-]{1,64}$/, allowed: '1 to 64 letters, digits, _ and -' }
export const REGION = { pattern: /^[a-z0-9-]{2,32}$/, allowed: '2 to 32 lower-case letters, digits and -' }
/** SHA-1, or SHA-256 as newer repositories have it. */
export const COMMIT = {
  pattern: /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/,
  allowed: '40 or 64 lower-case hexadecimal digits',
}
export const GATE_NAME = {
  pattern: /^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/,
  allowed: '1 to 64 letters, digits, ., _ and -, beginning with a letter or digit',
}

export interface Rule {
  readonly pattern: RegExp
  readonly allowed: string
}

/** Returns the value when it is set and fits the rule, else null. `where` names the input or environment variable. */
export function matching(value: string | null, where: string, rule: Rule, problems: Problems): string | null {
  if (value === null || rule.pattern.test(value)) return value
  problems.add(problemText(where, `${quotedExactly(value)} is not valid`, rule.allowed))
  return null
}

export function oneOf<T extends string>(
  inputs: Inputs,
  name: InputName,
  allowed: readonly T[],
  problems: Problems,
): T {
  const value = inputs.get(name)
  const found = allowed.find(word => word === value)
  if (found !== undefined) return found
  problems.add(problemText(name, `${quoted(value)} is not valid`, alternatives(allowed)))
  const [first] = allowed
  if (first === undefined) throw new Error(`No words are allowed for ${name}`)
  return first
}

/** YAML's core words for booleans, as the toolkit takes them. */
export function booleanOf(inputs: Inputs, name: InputName, problems: Problems): boolean {
  const value = inputs.get(name)
  if (['true', 'True', 'TRUE'].includes(value)) return true
  if (!['false', 'False', 'FALSE'].includes(value)) {
    problems.add(problemText(name, `${quoted(value)} is not valid`, 'true or false'))
  }
  return false
}

export interface Range {
  readonly min: number
  readonly max: number
  readonly allowed: string
}

const DECIMAL = /^\d{1,9}(\.\d{1,9})?$/

/** Returns the number, or null for `auto` where that is the default. */
export function numberOf(inputs: Inputs, name: InputName, range: Range, problems: Problems): number | null {
  const value = inputs.get(name)
  if (value === 'auto' && !inputs.isSet(name)) return null
  const number = DECIMAL.test(value) ? Number(value) : Number.NaN
  if (number >= range.min && number <= range.max) return number
  problems.add(problemText(name, `${quoted(value)} is not valid`, range.allowed))
  return null
}

/** Returns the parts of a list input: a JSON array of strings, or split on commas, blanks and newlines without lines that begin with #. */
export function listOf(inputs: Inputs, name: InputName, rule: Rule, problems: Problems): readonly string[] {
  const text = inputs.get(name)
  const values = LOOKS_LIKE_JSON.test(text) ? jsonList(text) : splitList(text)
  if (values === null) {
    const what = text.startsWith('{') ? 'is a JSON object' : 'begins like a JSON array and is none of strings'
    problems.add(problemText(name, what, '["…", "…"]'))
    return []
  }
  for (const value of values) matching(value, name, rule, problems)
  const firsts = new Set<string>()
  const twice = new Set(values.filter(value => firsts.size === firsts.add(value).size))
  for (const value of twice)
    problems.add(problemText(name, `${quoted(value)} stands there twice`, 'each once'))
  return values
}

/** An address in brackets, `[::1]:8089`, is no array. An object is what `terraform output -json` prints without a name. */
const LOOKS_LIKE_JSON = /^(?:\{|\[(?![0-9A-Fa-f]*:))/

function jsonList(text: string): readonly string[] | null {
  const list = parsedJson(text)
  return Array.isArray(list) && list.every(entry => typeof entry === 'string') ? list : null
}

function splitList(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).filter(line => !line.trimStart().startsWith('#'))
  return lines.flatMap(line => line.split(/[\s,]+/)).filter(part => part !== '')
}

/** Returns a base URL, else null. */
export function urlOf(value: string | null, where: string, problems: Problems): URL | null {
  if (value === null) return null
  const url = URL.canParse(value) ? new URL(value) : null
  const surplus = url === null ? [] : surplusOf(url)
  if (url !== null && surplus.length === 0) return url
  // An address can hold a password, so a wrong one is not quoted.
  const wrong = url === null ? 'not an address' : `an address with ${surplus.join(' and ')}`
  problems.add(problemText(where, wrong, `a base URL such as ${defaultEndpoint('drs', 'cn-north-4').origin}`))
  return null
}

/** Returns what a base URL must not have, in words. */
function surplusOf({ protocol, username, password, search, hash }: URL): readonly string[] {
  return [
    protocol === 'https:' || protocol === 'http:' ? null : 'another scheme than https or http',
    username === '' && password === '' ? null : 'a user or password',
    search === '' ? null : 'a query (?…)',
    hash === '' ? null : 'a fragment (#…)',
  ].filter(part => part !== null)
}
