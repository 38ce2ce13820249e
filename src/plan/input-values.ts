import { ID_IN_URL } from '../cloud/url.ts'
import { parsedJson } from '../files/json.ts'
import { defaultEndpoint } from '../identity/regions.ts'
import { inEach, type Sentence, told } from '../precheck/sentence.ts'
import { defaultOf, type InputName, type Inputs } from './inputs.ts'
import type { InputProblem, InputProblems } from './problems.ts'
import { alternatives, notValid, quoted, quotedExactly } from './quoted.ts'

/** Reads single values. Each tells `problems` what is wrong and returns a harmless stand-in, so that all problems come at once. */

/** What a text has to be. */
export interface Rule {
  readonly pattern: RegExp
  readonly allowed: Sentence
}

export const ID: Rule = {
  pattern: ID_IN_URL,
  allowed: told('1 to 64 letters, digits, _ and -', '1 到 64 个字母、数字、_ 和 -'),
}
export const REGION: Rule = {
  pattern: /^[a-z0-9-]{2,32}$/,
  allowed: told('2 to 32 lower-case letters, digits and -', '2 到 32 个小写字母、数字和 -'),
}
/** SHA-1, or SHA-256 as newer repositories have it. */
export const COMMIT: Rule = {
  pattern: /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/,
  allowed: told('40 or 64 lower-case hexadecimal digits', '40 或 64 个小写十六进制数字'),
}
export const GATE_NAME: Rule = {
  pattern: /^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/,
  allowed: told(
    '1 to 64 letters, digits, ., _ and -, beginning with a letter or digit',
    '1 到 64 个字母、数字、.、_ 和 -，以字母或数字开头',
  ),
}

/** Where a value is given. */
export type Where = Pick<InputProblem, 'place' | 'target' | 'field' | 'variable'>

/** Returns the value when it is set and fits the rule, else null. */
export function matching(
  value: string | null,
  where: Where,
  rule: Rule,
  problems: InputProblems,
): string | null {
  if (value === null || rule.pattern.test(value)) return value
  problems.add({ ...where, wrong: notValid(quotedExactly(value)), allowed: rule.allowed })
  return null
}

/** Returns the word that the input holds; the first of the allowed ones where it holds none of them. */
export function oneOf<T extends string>(
  inputs: Inputs,
  field: InputName,
  allowed: readonly [T, ...T[]],
  problems: InputProblems,
): T {
  const value = inputs.get(field)
  const found = allowed.find(word => word === value)
  if (found === undefined)
    problems.add({ field, wrong: notValid(quoted(value)), allowed: alternatives(allowed) })
  return found ?? allowed[0]
}

const TRUE: readonly string[] = ['true', 'True', 'TRUE']
const FALSE: readonly string[] = ['false', 'False', 'FALSE']

/** YAML's core words for booleans, as the toolkit takes them; the default where the input holds none of them. */
export function booleanOf(inputs: Inputs, field: InputName, problems: InputProblems): boolean {
  const value = inputs.get(field)
  if (TRUE.includes(value)) return true
  if (FALSE.includes(value)) return false
  problems.add({ field, wrong: notValid(quoted(value)), allowed: alternatives(['true', 'false']) })
  return TRUE.includes(defaultOf(field))
}

const DECIMAL = /^\d{1,9}(\.\d{1,9})?$/

/** Returns the number, or null for `auto` where that is the default. */
export function numberOf(
  inputs: Inputs,
  field: InputName,
  range: { readonly min: number; readonly max: number; readonly allowed: Sentence },
  problems: InputProblems,
): number | null {
  const value = inputs.get(field)
  if (value === 'auto' && !inputs.isSet(field)) return null
  const number = DECIMAL.test(value) ? Number(value) : Number.NaN
  if (number >= range.min && number <= range.max) return number
  problems.add({ field, wrong: notValid(quoted(value)), allowed: range.allowed })
  return null
}

/** Returns the parts of a list input: a JSON array of strings, or split on commas, blanks and newlines without lines that begin with #. */
export function listOf(
  inputs: Inputs,
  field: InputName,
  rule: Rule,
  problems: InputProblems,
): readonly string[] {
  const text = inputs.get(field)
  const words = () =>
    text
      .split('\n')
      .filter(line => !/^\s*#/.test(line))
      .join(' ')
      .split(/[\s,]+/)
  const values = LOOKS_LIKE_JSON.test(text) ? jsonList(text) : words().filter(word => word !== '')
  if (values === null) {
    const wrong = text.startsWith('{')
      ? told('is a JSON object', '是一个 JSON 对象')
      : told('begins like a JSON array and is none of strings', '开头像 JSON 数组，但不是字符串数组')
    problems.add({ field, wrong, allowed: told('["…", "…"]', '["…", "…"]') })
    return []
  }
  for (const value of values) matching(value, { field }, rule, problems)
  const firsts = new Set<string>()
  const twice = new Set(values.filter(value => firsts.size === firsts.add(value).size))
  for (const value of twice)
    problems.add({ field, wrong: standsTwice(value), allowed: told('each once', '每个一次') })
  return values
}

function standsTwice(value: string): Sentence {
  return inEach(in_ => told(`${in_(quoted(value))} stands there twice`, `${in_(quoted(value))} 出现了两次`))
}

/** An address in brackets, `[::1]:8089`, is no array. An object is what `terraform output -json` prints without a name. */
const LOOKS_LIKE_JSON = /^(?:\{|\[(?![0-9A-Fa-f]*:))/

function jsonList(text: string): readonly string[] | null {
  const list = parsedJson(text)
  return Array.isArray(list) && list.every(entry => typeof entry === 'string') ? list : null
}

/** Returns a base URL, else null. */
export function urlOf(value: string | null, where: Where, problems: InputProblems): URL | null {
  if (value === null) return null
  const url = URL.canParse(value) ? new URL(value) : null
  const surplus = url === null ? [] : surplusOf(url)
  if (url !== null && surplus.length === 0) return url
  // An address can hold a password, so a wrong one is not quoted.
  const wrong =
    url === null
      ? told('not an address', '不是地址')
      : inEach(in_ =>
          told(`an address with ${surplus.map(in_).join(' and ')}`, `地址带有${surplus.map(in_).join('和')}`),
        )
  const example = defaultEndpoint('drs', 'cn-north-4').origin
  const allowed = told(`a base URL such as ${example}`, `基础 URL，例如 ${example}`)
  problems.add({ ...where, wrong, allowed })
  return null
}

/** Returns what a base URL must not have, in words. */
function surplusOf({ protocol, username, password, search, hash }: URL): readonly Sentence[] {
  return [
    protocol === 'https:' || protocol === 'http:'
      ? null
      : told('another scheme than https or http', '除 https 和 http 之外的协议'),
    username === '' && password === '' ? null : told('a user or password', '用户名或密码'),
    search === '' ? null : told('a query (?…)', '查询部分（?…）'),
    hash === '' ? null : told('a fragment (#…)', '片段（#…）'),
  ].filter(part => part !== null)
}
