import type { Document, Node, ParsedNode, YAMLMap } from 'yaml'
import type { Path } from './allowed.ts'
import { quoted } from './problems.ts'

/** What a document says, and what YAML allows in it and this project does not: found by walking it once. */

/** The `yaml` package, handed in because it is loaded only when there is a document. */
export type Yaml = typeof import('yaml')

/** Something wrong at a place in the text, not yet as `file:line:column`. */
export interface Finding {
  /** UTF-16 units from the beginning of the text. */
  readonly offset: number
  readonly wrong: string
  readonly allowed: string | null
}

/** A document as the parser leaves it. */
export type ParsedDocument = Document.Parsed<ParsedNode, boolean>

/** Far more than any request needs, far less than a recursive walk can take. */
export const MAX_DEPTH_LEVELS = 64

const RESERVED_KEY = '__proto__'

/** Stands in a document's content where nothing certain is said; no schema takes it for a value. */
export const UNREADABLE = Symbol('unreadable')

export interface Structure {
  /** What the document says, as plain values, with `UNREADABLE` wherever a finding leaves open what is meant. */
  readonly content: unknown
  readonly findings: readonly Finding[]
}

/**
 * Returns the content with all breaches of the strict form. Anchors and aliases go altogether, not only past a
 * limit: an alias would carry a value from a confidential place into one whose values are shown in errors.
 */
export function readStructure(yaml: Yaml, document: ParsedDocument, places: Places): Structure {
  const findings: Finding[] = []
  const content = contentOf(yaml, document.contents, [], { ...places, findings })
  return { content, findings }
}

/** What is special at a path. */
interface Places {
  readonly isConfidential: (path: Path) => boolean
  /** A number there is an unquoted text. */
  readonly isVerbatim: (path: Path) => boolean
}

interface Walk extends Places {
  readonly findings: Finding[]
}

function contentOf(yaml: Yaml, node: unknown, path: Path, walk: Walk): unknown {
  if (!yaml.isNode(node)) return null
  const offset = offsetOf(node)
  const refuse = (...found: readonly Finding[]) => void walk.findings.push(...found)
  if (path.length > MAX_DEPTH_LEVELS) {
    refuse({ offset, wrong: 'nested too deeply', allowed: `${MAX_DEPTH_LEVELS} levels` })
    return UNREADABLE
  }
  if (yaml.isAlias(node)) {
    refuse({ offset, wrong: 'an alias (*name)', allowed: 'the value itself' })
    return UNREADABLE
  }
  refuse(...propertyFindings(node))
  const content = plainContentOf(yaml, node, path, walk)
  return node.tag === undefined ? content : UNREADABLE
}

function plainContentOf(yaml: Yaml, node: Node, path: Path, walk: Walk): unknown {
  if (yaml.isSeq(node)) return node.items.map((item, index) => contentOf(yaml, item, [...path, index], walk))
  if (yaml.isMap(node)) return mappingOf(yaml, node, path, walk)
  if (!yaml.isScalar(node)) return UNREADABLE
  if (typeof node.value === 'number' && node.source !== undefined && walk.isVerbatim(path)) return node.source
  const inexact = numberFindings(node.value, offsetOf(node))
  walk.findings.push(...inexact)
  return inexact.length === 0 ? node.value : UNREADABLE
}

function mappingOf(yaml: Yaml, node: YAMLMap, path: Path, walk: Walk): unknown {
  const pairs = node.items.flatMap(({ key, value }) => (yaml.isScalar(key) ? [{ key, value }] : []))
  const keys = pairs.map(({ key }) => key)
  walk.findings.push(...keys.flatMap(propertyFindings), ...keyFindings(keys, !walk.isConfidential(path)))
  const content = new Map<string, unknown>()
  for (const { key, value } of pairs) {
    const name = String(key.value)
    const inner = contentOf(yaml, value, [...path, name], walk)
    if (name === RESERVED_KEY) continue
    // Of a key that is there twice nobody knows which one is meant.
    content.set(name, content.has(name) ? UNREADABLE : inner)
  }
  return Object.fromEntries(content)
}

/** Where a node begins in the text; the beginning when the parser gave no range. */
export function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0
}

function propertyFindings(node: Node & { tag?: string; anchor?: string }): readonly Finding[] {
  const offset = offsetOf(node)
  return [
    ...(node.tag === undefined ? [] : [{ offset, wrong: 'a tag (!name)', allowed: 'plain values' }]),
    ...(node.anchor === undefined ? [] : [{ offset, wrong: 'an anchor (&name)', allowed: 'plain values' }]),
  ]
}

/** A number that JavaScript would round is refused: an id or a size must arrive as it was written. */
function numberFindings(value: unknown, offset: number): readonly Finding[] {
  if (typeof value !== 'number') return []
  const exact = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value)
  return exact
    ? []
    : [{ offset, wrong: 'a number that cannot be kept exactly', allowed: 'the same in quotes' }]
}

/**
 * Keys that are there twice. Not left to the parser, which compares every key with every other.
 * The reserved one goes with them: zod drops it in silence, so part of a request would not be sent.
 */
function keyFindings(keys: readonly (Node & { value: unknown })[], mayShow: boolean): readonly Finding[] {
  const seen = new Set<string>()
  return keys.flatMap(key => {
    const name = String(key.value)
    const shown = mayShow ? `key ${quoted(name)}` : 'a key'
    const offset = offsetOf(key)
    if (name === RESERVED_KEY)
      return [{ offset, wrong: `${shown} has a reserved name`, allowed: 'another name' }]
    if (seen.has(name)) return [{ offset, wrong: `${shown} is there twice`, allowed: 'each key once' }]
    seen.add(name)
    return []
  })
}
