import type { Node, Pair, YAMLMap } from 'yaml'
import * as z from 'zod'
import { allowedKeys, allowedValues, memberOf, type Path } from './allowed.ts'
import { type Finding, offsetOf, type ParsedDocument, UNREADABLE, type Yaml } from './document-structure.ts'
import { MAX_PROBLEMS_OF_A_FILE, quoted, quotedExactly } from './problems.ts'

/** What zod found wrong, told at the place in the text where it stands. */

export interface IssueContext {
  readonly yaml: Yaml
  readonly document: ParsedDocument
  readonly schema: z.ZodType
  /** Of the document; `UNREADABLE` where something else is wrong. */
  readonly content: unknown
  readonly isConfidential: (path: Path) => boolean
  /** What the whole is called. */
  readonly whole: string
}

/** One wrong thing: a value, a key that is not known (the last part of the path), or words of the schema. */
interface Wrong {
  readonly kind: 'value' | 'unknown-key' | 'bad-key' | 'custom'
  readonly path: Path
  readonly message: string
}

/** The first of them, as many as are told, and how many there are. */
export interface FirstFindings {
  readonly findings: readonly Finding[]
  readonly count: number
}

/**
 * The issues as findings. Under a confidential path neither keys nor values of the document are in them. Only those that are
 * told are put into words: a file of 256 KiB can have some ten thousand, and each costs a look at the schema.
 */
export function issueFindings(issues: readonly z.core.$ZodIssue[], context: IssueContext): FirstFindings {
  const placeOf = placesIn(context)
  const placed = issues
    .flatMap(issue => flatten(issue, []))
    .filter(wrong => !isToldAlready(wrong, context.content))
    .map(wrong => {
      const place = placeOf(wrong.path)
      const isAboutKey = wrong.kind === 'unknown-key' || wrong.kind === 'bad-key'
      return { wrong, place, offset: isAboutKey ? place.keyOffset : place.offset }
    })
  const first = placed.toSorted((a, b) => a.offset - b.offset).slice(0, MAX_PROBLEMS_OF_A_FILE)
  if (first.length === 0) return { findings: [], count: 0 }
  const jsonSchema = z.toJSONSchema(context.schema, { io: 'input', unrepresentable: 'any' })
  const findings = first.map(({ wrong, place, offset }) => ({
    offset,
    ...inWords(wrong, place, jsonSchema, context),
  }))
  return { findings, count: placed.length }
}

function inWords(
  { kind, path, message }: Wrong,
  place: Place,
  jsonSchema: z.core.JSONSchema.BaseSchema,
  context: IssueContext,
): Omit<Finding, 'offset'> {
  switch (kind) {
    case 'unknown-key':
      return {
        wrong: keyText('unknown', path, context),
        allowed: allowedKeys(jsonSchema, path.slice(0, -1), context.content),
      }
    case 'bad-key':
      return { wrong: `${keyText('wrong', path, context)}: ${message}`, allowed: null }
    case 'custom':
      return { wrong: message, allowed: null }
    case 'value':
      return {
        wrong: valueText(path, place, context),
        allowed: allowedValues(jsonSchema, path, context.content),
      }
  }
}

/** What cannot be read is told by what is wrong with its form; whether it would fit nobody knows. */
function isToldAlready({ kind, path }: Wrong, content: unknown): boolean {
  const walked = kind === 'unknown-key' ? path.slice(0, -1) : path
  return walked.some((_, index) => valueAt(content, walked.slice(0, index + 1)) === UNREADABLE)
}

function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, segment) => memberOf(value, segment), content)
}

function flatten(issue: z.core.$ZodIssue, prefix: Path): readonly Wrong[] {
  const path = [...prefix, ...issue.path]
  const { message } = issue
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({ kind: 'unknown-key', path: [...path, key], message }))
    case 'invalid_key':
      return [{ kind: 'bad-key', path, message: issue.issues.map(inner => inner.message).join('; ') }]
    case 'invalid_union': {
      const meant = issue.errors.filter(branch => !branch.some(isAboutTheWhole))
      const [only] = meant
      return only !== undefined && meant.length === 1
        ? only.flatMap(inner => flatten(inner, path))
        : [{ kind: 'value', path, message }]
    }
    case 'custom':
      return [{ kind: 'custom', path, message }]
    default:
      return [{ kind: 'value', path, message }]
  }
}

/** In a union, a branch with such an issue is not the one that was meant: another type or another word. */
function isAboutTheWhole(issue: z.core.$ZodIssue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value')
}

interface Place {
  /** False where the document has no such key or entry; the offsets are then those of what is around it. */
  readonly present: boolean
  /** null also where a key is there without any value, as in `{ key }`. */
  readonly node: Node | null
  readonly offset: number
  readonly keyOffset: number
}

/** Returns a finder of where a path leads, or how far it does. It looks through each mapping once, however often it is asked. */
export function placesIn({ yaml, document }: Pick<IssueContext, 'yaml' | 'document'>): (path: Path) => Place {
  const pairsOf = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>()
  const pairAt = (map: YAMLMap, key: PropertyKey) => {
    const known = pairsOf.get(map) ?? pairsByKey(map, yaml)
    pairsOf.set(map, known)
    return known.get(key)
  }
  return path => {
    let node: Node | null = document.contents
    let offset = node === null ? 0 : offsetOf(node)
    let keyOffset = offset
    for (const segment of path) {
      const index = Number(segment)
      if (yaml.isSeq(node) && index < node.items.length) {
        const entry = node.items[index]
        node = yaml.isNode(entry) ? entry : null
      } else if (yaml.isMap(node)) {
        const pair = pairAt(node, segment)
        if (!yaml.isNode(pair?.key)) return { present: false, node: null, offset, keyOffset }
        offset = keyOffset = offsetOf(pair.key)
        node = yaml.isNode(pair.value) ? pair.value : null
      } else {
        return { present: false, node: null, offset, keyOffset }
      }
      if (node !== null) offset = offsetOf(node)
    }
    return { present: true, node, offset, keyOffset }
  }
}

/** Of a key that is there twice the first pair. */
function pairsByKey(map: YAMLMap, yaml: Yaml): ReadonlyMap<unknown, Pair> {
  const scalars = map.items.flatMap(pair =>
    yaml.isScalar(pair.key) ? [[pair.key.value, pair] as const] : [],
  )
  return new Map(scalars.toReversed())
}

function keyText(word: 'unknown' | 'wrong', path: Path, context: IssueContext): string {
  const container = path.slice(0, -1)
  const key = context.isConfidential(container) ? 'key' : `key ${quoted(String(path.at(-1)))}`
  const where = pathText(container, context)
  return `${word} ${key}${where === '' ? '' : ` in ${where}`}`
}

function valueText(path: Path, { present, node }: Place, context: IssueContext): string {
  const where = pathText(path, context)
  if (path.length === 0) return `${context.whole} is ${kindOf(node, context.yaml)}`
  if (!present) return missingText(path, context)
  if (context.isConfidential(path)) return `a value${where === '' ? '' : ` in ${where}`} is wrong`
  return `${where} is ${shown(node, context.yaml)}`
}

/** The name of a missing key comes from the schema, never from the document, so it may always be shown. */
function missingText(path: Path, context: IssueContext): string {
  const where = pathText(path.slice(0, -1), context)
  return `${quoted(String(path.at(-1)))} is missing${where === '' ? '' : ` in ${where}`}`
}

function shown(node: Node | null, yaml: Yaml): string {
  if (!yaml.isScalar(node) || node.value === null) return kindOf(node, yaml)
  return typeof node.value === 'string' ? quotedExactly(node.value) : String(node.value)
}

/** Says what a value is and nothing of what it says. */
function kindOf(node: Node | null, yaml: Yaml): string {
  if (yaml.isMap(node)) return 'a mapping'
  if (yaml.isSeq(node)) return node.items.length === 0 ? 'an empty list' : 'a list'
  if (node === null || (yaml.isScalar(node) && node.value === null)) return 'empty'
  if (!yaml.isScalar(node)) return 'not readable'
  return typeof node.value === 'string' ? 'a text' : `a ${typeof node.value}`
}

/** `targets[0].name`, up to where the confidential part begins. */
function pathText(path: Path, { isConfidential }: IssueContext): string {
  const end = path.findIndex((_, index) => isConfidential(path.slice(0, index + 1)))
  const open = isConfidential([]) ? [] : end === -1 ? path : path.slice(0, end + 1)
  return open
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${plainKey(String(part))}`,
    )
    .join('')
}

function plainKey(key: string): string {
  return /^[\w-]{1,64}$/.test(key) ? key : quoted(key)
}
