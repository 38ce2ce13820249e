/** Everything that is wrong with inputs and files, so that a user sees it all at once and not one by one. */

const MAX_QUOTED_CHARACTERS = 80
/** Nobody reads more of one file at once, and a file of a pull request can be made to hold a hundred thousand. */
export const MAX_PROBLEMS_OF_A_FILE = 50

/** A text that begins with a `filePosition`: the file, the line and the column. */
const IN_A_FILE = /^((?:(?!: ).)+?):(\d+):(\d+): /

/** Collects texts; one that is there already is not added again. */
export class Problems {
  readonly #texts = new Set<string>()

  /** Adds a text made by `problemText`, or several. */
  add(...texts: readonly string[]): void {
    for (const text of texts) this.#texts.add(text)
  }

  /** In the order in which they were found, but those of one file together, from its top to its end: several checks look at it. */
  get all(): readonly string[] {
    const placed = [...this.#texts].map(text => {
      const [, file = text, line, column] = IN_A_FILE.exec(text) ?? []
      return { text, file, line: Number(line), column: Number(column) }
    })
    return [...Map.groupBy(placed, ({ file }) => file)].flatMap(([file, ofFile]) => {
      const texts = ofFile.toSorted((a, b) => a.line - b.line || a.column - b.column).map(({ text }) => text)
      return firstOf(texts, texts.length, file)
    })
  }

  /** True when a problem of that place, input or variable is there. */
  isAbout(where: string): boolean {
    return [...this.#texts].some(text => text.startsWith(`${where}:`) || text.startsWith(`${where} (`))
  }

  get any(): boolean {
    return this.#texts.size > 0
  }
}

/**
 * One problem as users read it: where (an input's name or a `filePosition`), what is wrong there (with the
 * value, where it may be shown) and what is allowed instead.
 */
export function problemText(where: string, wrong: string, allowed: string | null): string {
  return allowed === null ? `${where}: ${wrong}` : `${where}: ${wrong}; allowed: ${allowed}`
}

/** Returns the first texts about a file, and how many more there are of `count` in all. */
export function firstOf(texts: readonly string[], count: number, file: string): readonly string[] {
  const first = texts.slice(0, MAX_PROBLEMS_OF_A_FILE)
  return count <= first.length ? first : [...first, `${file}: ${count - first.length} more problems`]
}

/** `file:line:column`, both counted from 1, as editors and log viewers link it. */
export function filePosition(file: string, line: number, column: number): string {
  return `${file}:${line}:${column}`
}

/** What nobody sees, and blanks that look like another: a value with one of them looks right and is not. */
const INVISIBLE = /[\p{C}\p{Default_Ignorable_Code_Point}]|[\p{Z}--[ ]]/v
const EACH_INVISIBLE = new RegExp(INVISIBLE, 'gv')

/**
 * A value in double quotes on one line, what cannot be seen in it as its code point. A long one is not shown: cut, it
 * could end in half a secret, which would not be recognised any more.
 */
export function quoted(value: string): string {
  const characters = [...value].length
  if (characters > MAX_QUOTED_CHARACTERS) return `a text of ${characters} characters`
  return `"${value.replaceAll(/["\\]/g, '\\$&').replaceAll(EACH_INVISIBLE, escaped)}"`
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16)
  return SHORT_ESCAPES[character] ?? (code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`)
}

/** The same; when there is a character in it that nobody can see, that one is named with its place. */
export function quotedExactly(value: string): string {
  const characters = [...value]
  const index = characters.findIndex(character => INVISIBLE.test(character))
  const code = characters[index]?.codePointAt(0)
  if (code === undefined) return quoted(value)
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return `${quoted(value)} (character ${index + 1} is ${name}, which cannot be seen)`
}

/** `a, b or c`. */
export function alternatives(texts: readonly string[]): string {
  const last = texts.at(-1)
  return last === undefined || texts.length === 1
    ? (last ?? '')
    : `${texts.slice(0, -1).join(', ')} or ${last}`
}
