import { ENTITIES } from './entity-names.ts'

/**
 * What a text says once its encodings are undone. A secret comes back as its sender wrote it: percent-encoded, JSON- or
 * HTML-escaped, wholly or only where it has to be, in either case, one encoding inside another. Listing all forms of a
 * secret cannot keep up with that; reading the text can.
 */

interface DecodedText {
  readonly text: string
  /** Returns where in the original the character with this index begins; that of the length is the original's end. */
  readonly origin: (index: number) => number
}

/** An error page that quotes a JSON body that quotes a URL. */
const DEEPEST = 3
const ENCODED = /[%\\&]/

/** One escape sequence of UTF-8 in URLs. */
const PERCENT =
  /%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}/gi
/** And `\'`, which a service sends that writes JSON with single quotes. */
const JSON_ESCAPE = /\\(?:u([\da-f]{4})|(["'\\/bfnrt]))/gi
const ENTITY = /&(?:#0*(\d{1,7})|#x0*([\da-f]{1,6})|([a-z][a-z\d]{1,15})(?=;));?/gi
const JSON_CONTROLS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }
const LAST_CODE_POINT = 0x10ffff

type Decoder = readonly [sequence: RegExp, decoded: (match: RegExpExecArray) => string | null]

const DECODERS: readonly Decoder[] = [
  [PERCENT, ([sequence]) => percentDecoded(sequence)],
  [JSON_ESCAPE, ([, hex, mark = '']) => (hex ? fromCode(hex, 16) : (JSON_CONTROLS[mark] ?? mark))],
  [
    ENTITY,
    ([, decimal, hex, name = '']) =>
      decimal ? fromCode(decimal, 10) : hex ? fromCode(hex, 16) : (ENTITIES.get(name) ?? null),
  ],
]

/** Yields the text as it is and as everything that it can be decoded to. */
export function* readingsOf(text: string): Generator<DecodedText> {
  const whole: DecodedText = { text, origin: index => index }
  if (!ENCODED.test(text)) {
    yield whole
    return
  }
  const seen = new Set([text])
  let level: readonly DecodedText[] = [whole]
  for (let depth = 0; level.length > 0; depth += 1) {
    yield* level
    if (depth === DEEPEST) return
    level = level
      .flatMap(reading => DECODERS.map(decoder => decodedBy(decoder, reading)))
      .filter(reading => reading !== null)
      .filter(reading => !seen.has(reading.text) && seen.add(reading.text))
  }
}

/** null where there is nothing to decode. */
function decodedBy([sequence, decoded]: Decoder, { text, origin }: DecodedText): DecodedText | null {
  if (!ENCODED.test(text)) return null
  const pieces: string[] = []
  const places: Place[] = []
  let copied = 0
  let length = 0
  for (const match of text.matchAll(sequence)) {
    const piece = decoded(match)
    if (piece === null) continue
    const before = text.slice(copied, match.index)
    pieces.push(before, piece)
    const at = length + before.length
    copied = match.index + match[0].length
    length = at + piece.length
    places.push({ at, end: length, start: match.index, next: copied })
  }
  if (places.length === 0) return null
  return {
    text: pieces.join('') + text.slice(copied),
    origin: index => origin(sourceIndex(places, index)),
  }
}

/** One escape: from where to where in the decoded text, and in the one it was decoded from. */
interface Place {
  readonly at: number
  readonly end: number
  readonly start: number
  readonly next: number
}

/** A position inside of what one escape stands for is that escape's begin. */
function sourceIndex(places: readonly Place[], index: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.at ?? 0) <= index) low = middle + 1
    else high = middle
  }
  const place = places[low - 1]
  if (place === undefined) return index
  return index < place.end ? place.start : place.next + index - place.end
}

function percentDecoded(sequence: string): string | null {
  try {
    return decodeURIComponent(sequence)
  } catch {
    return null
  }
}

function fromCode(digits: string, base: 10 | 16): string | null {
  const code = Number.parseInt(digits, base)
  return code > LAST_CODE_POINT ? null : String.fromCodePoint(code)
}
