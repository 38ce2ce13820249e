import type { Node } from 'yaml'
import type * as z from 'zod'
import { inEach, type Sentence, told } from '../../precheck/sentence.ts'
import { type InputProblem, MAX_PROBLEMS_OF_A_FILE } from '../problems.ts'
import { inQuotes, quoted, quotedExactly } from '../quoted.ts'
import { allowedBy, memberOf, type Path } from './allowed.ts'
import { UNREADABLE } from './content.ts'
import type { DocumentSource, NodePlace } from './source.ts'

/** What a schema, or a check of its own, finds wrong with a document, told at the place in the text where it stands. */

/** What is wrong at a path besides what a schema can say. */
export interface PathProblem extends Pick<InputProblem, 'wrong' | 'allowed'> {
  readonly path: Path
}

interface IssueContext {
  readonly source: DocumentSource
  readonly schema: z.ZodType
  /** Of the document; `UNREADABLE` where something else is wrong. */
  readonly content: unknown
  readonly isConfidential: (path: Path) => boolean
  /** What the whole is called. */
  readonly whole: Sentence
}

/** One wrong thing: a value, or a key that is not known or not as it should be (the last part of the path). */
interface Wrong {
  readonly about: 'value' | 'unknown-key' | 'bad-key'
  readonly path: Path
}

/**
 * The first of the problems, as many as are told, and how many there are. Under a confidential path neither keys nor values of
 * the document are in them. Only those that are told are put into words: a file of 256 KiB can have some ten thousand, and each
 * costs a look at the schema.
 */
export function problemsAt(
  issues: readonly z.core.$ZodIssue[],
  checked: readonly PathProblem[],
  context: IssueContext,
): { readonly problems: readonly InputProblem[]; readonly count: number } {
  const { source, content } = context
  const found = [...issues.flatMap(issue => flatten(issue, [])), ...checked]
  const placed = found
    .filter(one => !isToldAlready(one, content))
    .map(one => {
      const node = source.nodeAt(one.path)
      const isAboutKey = 'about' in one && one.about !== 'value'
      return { one, node, offset: isAboutKey ? node.keyOffset : node.offset }
    })
  const first = placed.toSorted((a, b) => a.offset - b.offset).slice(0, MAX_PROBLEMS_OF_A_FILE)
  if (first.length === 0) return { problems: [], count: 0 }
  const inWords = wordsFor(context)
  const problems = first.map(({ one, node, offset }) => ({
    place: source.placeAt(offset),
    ...('about' in one
      ? inWords(one, node)
      : { wrong: one.wrong, ...(one.allowed && { allowed: one.allowed }) }),
  }))
  return { problems, count: placed.length }
}

/** Returns what puts a wrong thing into words. */
function wordsFor(context: IssueContext): (wrong: Wrong, node: NodePlace) => InputProblem {
  const allowed = allowedBy(context.schema, context.content)
  const problem = (wrong: Sentence, allowed: Sentence | null) => ({ wrong, ...(allowed && { allowed }) })
  return ({ about, path }, node) => {
    const around = path.slice(0, -1)
    switch (about) {
      case 'unknown-key':
        return problem(keyText(told('unknown', '未知的'), path, context), allowed.keys(around))
      case 'bad-key':
        return problem(keyText(told('wrong', '错误的'), path, context), allowed.names(around))
      case 'value':
        return problem(valueText(path, node, context), allowed.values(path))
    }
  }
}

/** What cannot be read is told by what is wrong with its form; whether it would fit nobody knows. */
function isToldAlready(one: Wrong | PathProblem, content: unknown): boolean {
  const walked = 'about' in one && one.about === 'unknown-key' ? one.path.slice(0, -1) : one.path
  let value = content
  for (const segment of walked) {
    value = memberOf(value, segment)
    if (value === UNREADABLE) return true
  }
  return false
}

function flatten(issue: z.core.$ZodIssue, prefix: Path): readonly Wrong[] {
  const path = [...prefix, ...issue.path]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({ about: 'unknown-key', path: [...path, key] }))
    case 'invalid_key':
      return [{ about: 'bad-key', path }]
    case 'invalid_union': {
      const meant = issue.errors.filter(branch => !branch.some(isAboutTheWhole))
      const [only] = meant
      return only !== undefined && meant.length === 1
        ? only.flatMap(inner => flatten(inner, path))
        : [{ about: 'value', path }]
    }
    default:
      return [{ about: 'value', path }]
  }
}

/** In a union, a branch with such an issue is not the one that was meant: another type or another word. */
function isAboutTheWhole(issue: z.core.$ZodIssue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value')
}

function keyText(word: Sentence, path: Path, context: IssueContext): Sentence {
  const container = path.slice(0, -1)
  const name = context.isConfidential(container) ? null : quoted(String(path.at(-1)))
  const key = inEach(in_ => {
    const shown = name === null ? '' : ` ${in_(name)}`
    return told(`${in_(word)} key${shown}`, `${in_(word)}键${shown}`)
  })
  return inside(pathText(container, context), key)
}

function valueText(path: Path, { present, node }: NodePlace, context: IssueContext): Sentence {
  const { whole, isConfidential, source } = context
  const where = pathText(path, context)
  if (path.length === 0) return isWhat(whole, kindOf(node, source))
  // The name of a missing key comes from the schema, never from the document, so it may always be shown.
  const name = inQuotes(String(path.at(-1)))
  if (!present)
    return inside(pathText(path.slice(0, -1), context), told(`${name} is missing`, `缺少 ${name}`))
  if (isConfidential(path))
    return inEach(in_ =>
      where === null
        ? told('a value is wrong', '有一个值不正确')
        : told(`a value in ${in_(where)} is wrong`, `${in_(where)} 中有一个值不正确`),
    )
  return isWhat(where ?? whole, shown(node, source))
}

function inside(where: Sentence | null, what: Sentence): Sentence {
  if (where === null) return what
  return inEach(in_ => told(`${in_(what)} in ${in_(where)}`, `${in_(where)} 中${in_(what)}`))
}

function isWhat(subject: Sentence, what: Sentence): Sentence {
  return inEach(in_ => told(`${in_(subject)} is ${in_(what)}`, `${in_(subject)} 为 ${in_(what)}`))
}

function shown(node: Node | null, source: DocumentSource): Sentence {
  if (!source.yaml.isScalar(node) || node.value === null) return kindOf(node, source)
  const { value } = node
  return typeof value === 'string' ? quotedExactly(value) : told(String(value), String(value))
}

/** Says what a value is and nothing of what it says. */
function kindOf(node: Node | null, { yaml }: DocumentSource): Sentence {
  if (yaml.isMap(node)) return told('a mapping', '映射')
  if (yaml.isSeq(node))
    return node.items.length === 0 ? told('an empty list', '空列表') : told('a list', '列表')
  if (node === null || (yaml.isScalar(node) && node.value === null)) return told('empty', '空值')
  if (!yaml.isScalar(node)) return told('not readable', '无法读取的内容')
  switch (typeof node.value) {
    case 'string':
      return told('a text', '文本')
    case 'boolean':
      return told('a boolean', '布尔值')
    default:
      return told('a number', '数字')
  }
}

/** `targets[0].name`, up to where the confidential part begins; null for the document itself. */
function pathText(path: Path, { isConfidential }: IssueContext): Sentence | null {
  const end = path.findIndex((_, index) => isConfidential(path.slice(0, index + 1)))
  const open = isConfidential([]) ? [] : end === -1 ? path : path.slice(0, end + 1)
  if (open.length === 0) return null
  return inEach(in_ => {
    const parts = open.map((part, index) => {
      if (typeof part === 'number') return `[${part}]`
      const key = String(part)
      return `${index === 0 ? '' : '.'}${/^[\w-]{1,64}$/.test(key) ? key : in_(quoted(key))}`
    })
    return told(parts.join(''), parts.join(''))
  })
}
