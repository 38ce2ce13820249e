import type { Document, LineCounter, Node, Pair, ParsedNode, YAMLMap } from 'yaml'
import type { Place } from '../problems.ts'
import type { Path } from './allowed.ts'

/** Where something stands in a text, or how far a path to it leads. */
export interface NodePlace {
  /** False where the document has no such key or entry; the offsets are then those of what is around it. */
  readonly present: boolean
  /** null also where a key is there without any value, as in `{ key }`. */
  readonly node: Node | null
  readonly offset: number
  readonly keyOffset: number
}

/** A document as the parser leaves it, and where in its text things stand. */
export class DocumentSource {
  /** The package, handed in because it is loaded only when there is a document. */
  readonly yaml: typeof import('yaml')
  readonly contents: ParsedNode | null
  readonly #file: string
  readonly #lines: LineCounter
  readonly #pairs = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>()

  constructor(
    yaml: typeof import('yaml'),
    { contents }: Document.Parsed<ParsedNode, boolean>,
    lines: LineCounter,
    file: string,
  ) {
    this.yaml = yaml
    this.contents = contents
    this.#lines = lines
    this.#file = file
  }

  /** Returns the place of a node, or of the nearest one above it that is there. */
  at(path: Path): Place {
    return this.placeAt(this.nodeAt(path).offset)
  }

  /** `offset` counts UTF-16 units from the beginning of the text. */
  placeAt(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset)
    // The counter knows no line 1 before it has seen a character: an empty text is at 0:0 to it.
    return { file: this.#file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }

  /** Looks through each mapping once, however often it is asked. */
  nodeAt(path: Path): NodePlace {
    const { yaml } = this
    let node: Node | null = this.contents
    let offset = node === null ? 0 : offsetOf(node)
    let keyOffset = offset
    for (const segment of path) {
      const index = Number(segment)
      if (yaml.isSeq(node) && index < node.items.length) {
        const entry = node.items[index]
        node = yaml.isNode(entry) ? entry : null
      } else if (yaml.isMap(node)) {
        const pair = this.#pairAt(node, segment)
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

  /** Of a key that is there twice the first pair. */
  #pairAt(map: YAMLMap, key: PropertyKey): Pair | undefined {
    const { yaml } = this
    const scalars = () =>
      map.items.flatMap(pair => (yaml.isScalar(pair.key) ? [[pair.key.value, pair] as const] : []))
    const pairs = this.#pairs.get(map) ?? new Map(scalars().toReversed())
    this.#pairs.set(map, pairs)
    return pairs.get(key)
  }
}

/** Where a node begins in the text; the beginning when the parser gave no range. */
export function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0
}
