import type { Node, YAMLMap } from 'yaml'
import { inEach, told } from '../../precheck/sentence.ts'
import type { InputProblem } from '../problems.ts'
import { quoted } from '../quoted.ts'
import type { Path } from './allowed.ts'
import type { DocumentSource } from './source.ts'

/** What a document says, and what YAML allows in it and this project does not: found by walking it once. */

/** Far more than any request needs, far less than a recursive walk can take. */
const MAX_DEPTH_LEVELS = 64

const RESERVED_KEY = '__proto__'

/** Stands in a document's content where nothing certain is said; no schema takes it for a value. */
export const UNREADABLE = Symbol('unreadable')

/** What is said of a breach. */
export type Breach = Required<Pick<InputProblem, 'wrong' | 'allowed'>>

export const ALIAS: Breach = {
  wrong: told('an alias (*name)', '别名（*name）'),
  allowed: told('the value itself', '值本身'),
}
export const TAG: Breach = {
  wrong: told('a tag (!name)', '标签（!name）'),
  allowed: told('plain values', '普通的值'),
}
export const ANCHOR: Breach = { wrong: told('an anchor (&name)', '锚点（&name）'), allowed: TAG.allowed }
export const TOO_DEEP: Breach = {
  wrong: told('nested too deeply', '嵌套过深'),
  allowed: told(`${MAX_DEPTH_LEVELS} levels`, `${MAX_DEPTH_LEVELS} 层`),
}
const INEXACT: Breach = {
  wrong: told('a number that cannot be kept exactly', '无法精确保存的数字'),
  allowed: told('the same in quotes', '加引号的同一数字'),
}

/** What is special at a path. */
interface Walk {
  readonly source: DocumentSource
  readonly isConfidential: (path: Path) => boolean
  /** A number there is an unquoted text. */
  readonly isVerbatim: (path: Path) => boolean
  /** Called with every breach of the strict form. */
  readonly refuse: (node: Node, breach: Breach) => void
}

/**
 * Returns what the document says, as plain values, with `UNREADABLE` wherever a breach of the strict form leaves open what is
 * meant. Anchors and aliases go altogether, not only past a limit: an alias would carry a value from a confidential place into
 * one whose values are shown in errors.
 */
export function contentOf(walk: Walk, node: unknown = walk.source.contents, path: Path = []): unknown {
  const { yaml } = walk.source
  if (!yaml.isNode(node)) return null
  const breach = path.length > MAX_DEPTH_LEVELS ? TOO_DEEP : yaml.isAlias(node) ? ALIAS : null
  if (breach !== null) {
    walk.refuse(node, breach)
    return UNREADABLE
  }
  refuseProperties(walk, node)
  const content = plainContentOf(walk, node, path)
  return node.tag === undefined ? content : UNREADABLE
}

function plainContentOf(walk: Walk, node: Node, path: Path): unknown {
  const { yaml } = walk.source
  if (yaml.isSeq(node)) return node.items.map((item, index) => contentOf(walk, item, [...path, index]))
  if (yaml.isMap(node)) return mappingOf(walk, node, path)
  if (!yaml.isScalar(node)) return UNREADABLE
  const { value, source } = node
  if (typeof value !== 'number') return value
  if (source !== undefined && walk.isVerbatim(path)) return source
  // An id or a size must arrive as it was written.
  const isExact = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value)
  if (isExact) return value
  walk.refuse(node, INEXACT)
  return UNREADABLE
}

/** Keys that are there twice are not left to the parser, which compares every key with every other. */
function mappingOf(walk: Walk, node: YAMLMap, path: Path): unknown {
  const mayShow = !walk.isConfidential(path)
  const content = new Map<string, unknown>()
  for (const { key, value } of node.items) {
    if (!walk.source.yaml.isScalar(key)) continue
    const name = String(key.value)
    refuseProperties(walk, key)
    const inner = contentOf(walk, value, [...path, name])
    // zod drops the reserved key in silence, so part of a request would not be sent.
    if (name === RESERVED_KEY) walk.refuse(key, ofKey(mayShow ? name : null, RESERVED))
    else if (content.has(name)) walk.refuse(key, ofKey(mayShow ? name : null, TWICE))
    // Of a key that is there twice nobody knows which one is meant.
    if (name !== RESERVED_KEY) content.set(name, content.has(name) ? UNREADABLE : inner)
  }
  return Object.fromEntries(content)
}

const RESERVED: Breach = {
  wrong: told('has a reserved name', '使用了保留名称'),
  allowed: told('another name', '其他名称'),
}
const TWICE: Breach = {
  wrong: told('is there twice', '出现了两次'),
  allowed: told(
    'each key once; put what stands below the second one below the first',
    '每个键一次；请将第二个键之下的内容移到第一个键之下',
  ),
}

/** `name` is null where it may not be shown. */
function ofKey(name: string | null, { wrong, allowed }: Breach): Breach {
  const key =
    name === null
      ? told('a key', '某个键')
      : inEach(in_ => told(`key ${in_(quoted(name))}`, `键 ${in_(quoted(name))} `))
  return { wrong: inEach(in_ => told(`${in_(key)} ${in_(wrong)}`, `${in_(key)}${in_(wrong)}`)), allowed }
}

function refuseProperties(walk: Walk, node: Node & { tag?: string; anchor?: string }): void {
  if (node.tag !== undefined) walk.refuse(node, TAG)
  if (node.anchor !== undefined) walk.refuse(node, ANCHOR)
}
