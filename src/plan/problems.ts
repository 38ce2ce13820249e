/** Everything that is wrong with inputs and files, so that a user sees it all at once and not one by one. */

const MAX_QUOTED_CHARACTERS = 80

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
    return [...Map.groupBy(placed, ({ file }) => file).values()].flatMap(ofFile =>
      ofFile.toSorted((a, b) => a.line - b.line || a.column - b.column).map(({ text }) => text),
    )
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

/** `file:line:column`, both counted from 1, as editors and log viewers link it. */
export function filePosition(file: string, line: number, column: number): string {
  return `${file}:${line}:${column}`
}

/**
 * A value in double quotes on one line, control characters escaped. A long one is not shown: cut, it could end in half a
 * secret, which would not be recognised any more.
 */
export function quoted(value: string): string {
  const characters = [...value].length
  return characters <= MAX_QUOTED_CHARACTERS ? JSON.stringify(value) : `a text of ${characters} characters`
}

/** `a, b or c`. */
export function alternatives(texts: readonly string[]): string {
  const last = texts.at(-1)
  return last === undefined || texts.length === 1
    ? (last ?? '')
    : `${texts.slice(0, -1).join(', ')} or ${last}`
}
