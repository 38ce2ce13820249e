/**
 * Secrets that are 64 small hexadecimal digits: every signature is one. A run of a day makes a hundred thousand of them and each
 * stays a secret, so they are not searched for one by one: whatever could be one is looked up.
 */

const DIGITS = 64
const DIGEST = /^[0-9a-f]{64}$/
/** 64 bytes; the characters at both ends may belong to the neighbours in part. */
const BASE64_CHARACTERS = 86
const BASE64_PHASES = [0, 1, 2, 3] as const
const BITS_PER_BYTE = 8
const BITS_PER_CHARACTER = 6
/** As many of the last digits as a small integer can hold: looked up before the whole, which costs ten times as much. */
const END_DIGITS = 7
const END_MASK = 2 ** (4 * END_DIGITS) - 1

/** The longest form that one can have: base64 at any alignment. */
export const LONGEST_DIGEST_FORM = 88

/** Where something stands in a text. */
export type Span = readonly [from: number, to: number]

type Alphabet = readonly boolean[]

const HEX = alphabetOf('0123456789abcdef')
const BASE64 = alphabetOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_')

export class Digests {
  readonly #known = new Set<string>()
  readonly #ends = new Set<number>()

  get size(): number {
    return this.#known.size
  }

  /** Returns whether the text is one. */
  static is(text: string): boolean {
    return DIGEST.test(text)
  }

  /** Returns false when it is known already. */
  add(digest: string): boolean {
    if (this.#known.has(digest)) return false
    this.#known.add(digest)
    this.#ends.add(Number.parseInt(digest.slice(-END_DIGITS), 16))
    return true
  }

  /** Yields where known ones stand, as they are or in base64 of either alphabet; also where they overlap. */
  *spansIn(text: string): Generator<Span> {
    if (this.#known.size === 0) return
    yield* this.#plainIn(text)
    for (const [start, end] of runsIn(text, BASE64, BASE64_CHARACTERS)) {
      // Four characters are three bytes, and a run may begin before what was encoded did.
      for (const phase of BASE64_PHASES) {
        const at = start + phase
        const bytes = Buffer.from(text.slice(at, end), 'base64').toString('latin1')
        for (const [from, to] of this.#plainIn(bytes)) {
          const last = Math.ceil((to * BITS_PER_BYTE) / BITS_PER_CHARACTER)
          yield [at + Math.floor((from * BITS_PER_BYTE) / BITS_PER_CHARACTER), at + last]
        }
      }
    }
  }

  *#plainIn(text: string): Generator<Span> {
    for (const [start, end] of runsIn(text, HEX, DIGITS)) {
      let lastDigits = 0
      for (let at = start; at < end; at += 1) {
        lastDigits = ((lastDigits << 4) | digitOf(text.charCodeAt(at))) & END_MASK
        const from = at + 1 - DIGITS
        if (from < start || !this.#ends.has(lastDigits)) continue
        if (this.#known.has(text.slice(from, at + 1))) yield [from, at + 1]
      }
    }
  }
}

/** Yields the runs of at least so many characters of the alphabet. Looks at few characters of a text that has none. */
function* runsIn(text: string, alphabet: Alphabet, shortest: number): Generator<Span> {
  const isOf = (at: number) => alphabet[text.charCodeAt(at)] === true
  for (let at = shortest - 1; at < text.length; at += shortest) {
    if (!isOf(at)) continue
    let from = at
    while (from > 0 && isOf(from - 1)) from -= 1
    while (at < text.length && isOf(at)) at += 1
    if (at - from >= shortest) yield [from, at]
  }
}

function alphabetOf(characters: string): Alphabet {
  const alphabet = Array.from({ length: 128 }, () => false)
  for (const character of characters) alphabet[character.charCodeAt(0)] = true
  return alphabet
}

/** Of a small hexadecimal digit. */
function digitOf(code: number): number {
  return code <= 0x39 ? code - 0x30 : code - 0x57
}
