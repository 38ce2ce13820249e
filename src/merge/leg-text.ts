import * as z from 'zod'
import { parsedJson } from '../files/json.ts'
import { utf8Text } from '../files/utf8.ts'
import { inEach, type Sentence, told } from '../precheck/sentence.ts'
import { reportAround } from '../report/schema.ts'
import type { LegFile } from './legs.ts'
import type { OneCopy } from './one-copy.ts'

/** A report of any version, or a part of one, is still of its leg. */
const named = z.object({ gate: z.object({ name: z.string() }) })

/** What stands for a check item in a report without them: the how manieth it is. */
const cutItem = z.strictObject({ cut: z.int() })
const withoutItems = reportAround(cutItem)
export type WithoutItems = z.infer<typeof withoutItems>

/** Brackets that are open in a check item: report, targets, target, tasks, task, items, item. No other object of a report is so deep. */
const ITEM_DEPTH = 7

const [QUOTE, BACKSLASH, ARRAY, ARRAY_END, OBJECT, OBJECT_END] = Buffer.from('"\\[]{}')

/**
 * The text of a `report.json`, as it comes. Each check item is cut out as soon as its end is there, so that no more than one
 * is held as text: what is left is as strict JSON as the whole was, with a short object in the place of each item.
 */
export class LegText {
  readonly #copies: OneCopy
  readonly #items: ReturnType<OneCopy['item']>[] = []
  readonly #left: Uint8Array[] = []
  /** The beginning of an item that is not yet whole. */
  #begun: Uint8Array[] | null = null
  #depth = 0
  #isText = false
  #isEscaped = false
  /** What is wrong with an item that could not be read. */
  #wrong: Sentence | null = null

  constructor(copies: OneCopy) {
    this.#copies = copies
  }

  /** Takes the next bytes. */
  push(bytes: Uint8Array): void {
    let from = 0
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at]
      if (this.#isText) this.#inText(byte)
      else if (byte === QUOTE) this.#isText = true
      else if (byte === OBJECT || byte === ARRAY) {
        this.#depth += 1
        if (this.#depth !== ITEM_DEPTH || byte !== OBJECT) continue
        this.#keep(bytes.subarray(from, at))
        this.#begun = []
        from = at
      } else if (byte === OBJECT_END || byte === ARRAY_END) {
        if (this.#depth === ITEM_DEPTH && this.#begun !== null) {
          const end = bytes.subarray(from, at + 1)
          this.#cut(this.#begun.length === 0 ? end : Buffer.concat([...this.#begun, end]))
          from = at + 1
        }
        this.#depth -= 1
      }
    }
    this.#keep(bytes.subarray(from))
  }

  /** Returns the leg that the text is of. Nothing of a text that is none is ever quoted. */
  leg(file: string): LegFile {
    const left = utf8Text(Buffer.concat([...this.#left, ...(this.#begun ?? [])]))
    if (left.kind === 'refused') return unreadable(file, left.why)
    const content = parsedJson(left.text)
    const name = named.safeParse(content).data?.gate.name ?? null
    if (content === undefined || this.#wrong !== null)
      return { file, name, why: left.text.trim() === '' ? EMPTY : (this.#wrong ?? NO_JSON) }
    const { data } = withoutItems.safeParse(content)
    return data === undefined
      ? { file, name, why: OTHER }
      : { file, report: this.#copies.report(data, this.#items) }
  }

  #inText(byte: number | undefined): void {
    if (this.#isEscaped) this.#isEscaped = false
    else if (byte === BACKSLASH) this.#isEscaped = true
    else if (byte === QUOTE) this.#isText = false
  }

  /** A copy: the bytes will be those of the next piece. */
  #keep(bytes: Uint8Array): void {
    if (bytes.length > 0) (this.#begun ?? this.#left).push(Buffer.from(bytes))
  }

  /** What cannot be read stays where it was, and is told with the rest; what is no item leaves something there that is none either. */
  #cut(bytes: Uint8Array): void {
    this.#begun = null
    const read = utf8Text(bytes)
    const item = read.kind === 'found' ? this.#itemIn(read.text) : null
    if (read.kind === 'refused') this.#keep(bytes)
    else this.#keep(Buffer.from(item === null ? '0' : JSON.stringify({ cut: this.#items.push(item) - 1 })))
  }

  #itemIn(text: string): ReturnType<OneCopy['item']> {
    try {
      return this.#copies.item(text)
    } catch (error) {
      // The schema calls itself for every level.
      this.#wrong = error instanceof SyntaxError ? NO_JSON : TOO_DEEP
      return null
    }
  }
}

export function unreadable(file: string, why: Sentence): LegFile {
  const text = inEach(in_ => told(`it cannot be read (${in_(why)})`, `无法读取它（${in_(why)}）`))
  return { file, name: null, why: text }
}

const EMPTY = told('it is empty', '它是空的')
const NO_JSON = told('it is not JSON, or only a part of it', '它不是 JSON，或只是其中一部分')
const OTHER = told('it is no report.json of this version of the gate', '它不是此版本门禁的 report.json')
const TOO_DEEP = told('it is nested too deep for a report', '它的嵌套过深，不是报告')
