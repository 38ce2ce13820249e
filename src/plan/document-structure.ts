import type { Document, Node, ParsedNode } from 'yaml'
import type { Path } from './allowed.ts'
import { quoted } from './problems.ts'

/** What YAML allows and this project does not: found by walking the document once. */

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

/**
 * All breaches of the strict form. Anchors and aliases go altogether, not only past a limit: an alias would
 * carry a value from a confidential place into one whose values are shown in errors.
 */
export function structureFindings(
  yaml: Yaml,
  document: ParsedDocument,
  isConfidential: (path: Path) => boolean,
): readonly Finding[] {
  return document.contents === null ? [] : nodeFindings(yaml, document.contents, [], isConfidential)
}

function nodeFindings(
  yaml: Yaml,
  node: Node,
  path: Path,
  isConfidential: (path: Path) => boolean,
): readonly Finding[] {
  const offset = offsetOf(node)
  if (path.length > MAX_DEPTH_LEVELS) {
    return [{ offset, wrong: 'nested too deeply', allowed: `${MAX_DEPTH_LEVELS} levels` }]
  }
  if (yaml.isAlias(node)) return [{ offset, wrong: 'an alias (*name)', allowed: 'the value itself' }]
  const inner = (child: unknown, segment: PropertyKey) =>
    yaml.isNode(child) ? nodeFindings(yaml, child, [...path, segment], isConfidential) : []

  if (yaml.isScalar(node)) return [...propertyFindings(node), ...numberFindings(node.value, offset)]
  if (yaml.isSeq(node)) return [...propertyFindings(node), ...node.items.flatMap(inner)]
  if (!yaml.isMap(node)) return []
  const keys = node.items.flatMap(pair => (yaml.isScalar(pair.key) ? [pair.key] : []))
  return [
    ...propertyFindings(node),
    ...keys.flatMap(propertyFindings),
    ...keyFindings(keys, !isConfidential(path)),
    ...node.items.flatMap(({ key, value }) => (yaml.isScalar(key) ? inner(value, String(key.value)) : [])),
  ]
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
 * `__proto__` goes with them: zod drops it in silence, so part of a request would not be sent.
 */
function keyFindings(keys: readonly (Node & { value: unknown })[], mayShow: boolean): readonly Finding[] {
  const seen = new Set<string>()
  return keys.flatMap(key => {
    const name = String(key.value)
    const shown = mayShow ? `key ${quoted(name)}` : 'a key'
    const offset = offsetOf(key)
    if (name === '__proto__')
      return [{ offset, wrong: `${shown} has a reserved name`, allowed: 'another name' }]
    if (seen.has(name)) return [{ offset, wrong: `${shown} is there twice`, allowed: 'each key once' }]
    seen.add(name)
    return []
  })
}
