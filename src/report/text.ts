import type { Words } from './words-en.ts'

/** Small wordings that are the same in every report. */

/** Room for "… (+1,234)". */
const CUT_NOTE_MAX_CHARACTERS = 40

/**
 * Returns the text, or its beginning and how many characters are missing, in at most `maxCharacters` (which must be
 * well over 40). Never cuts a character in two. The mark is the same in all languages.
 */
export function clip(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text
  const cut = text.slice(0, maxCharacters - CUT_NOTE_MAX_CHARACTERS)
  const whole = /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
  return `${whole}… (+${grouped(text.length - whole.length)})`
}

/** A comma after every third digit. Not `toLocaleString`: loading its tables takes 10 ms at every start. */
const THOUSANDS = /\B(?=(\d{3})+$)/g

/** Returns "3,000" for the whole number 3000. */
export function grouped(count: number): string {
  return String(count).replaceAll(THOUSANDS, ',')
}

/** Returns "1 item" or "3,000 items" for a whole number. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}

/** Returns what `shown` makes of the first values, and what counts the others. */
export function firstFew<Value, Shown>(
  values: readonly Value[],
  most: number,
  shown: (value: Value) => Shown,
  more: (count: number) => Shown,
): readonly Shown[] {
  const few = values.slice(0, most).map(shown)
  return values.length > few.length ? [...few, more(values.length - few.length)] : few
}

/** Returns "850 ms", "12 s", "3 min 5 s" or "1 h 2 min". */
export function duration(ms: number, { milliseconds, time }: Pick<Words, 'milliseconds' | 'time'>): string {
  if (ms < 1000) return milliseconds(Math.max(0, Math.round(ms)))
  const seconds = Math.round(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  return time(Math.floor(minutes / 60), minutes % 60, seconds % 60)
}

/** Returns the lines that fit into the budget, and whether those are all: a page far too large costs no more than one that just fits. */
export function joinWithin(
  lines: Iterable<string>,
  maxBytes: number,
): { readonly text: string; readonly isWhole: boolean } {
  let text = ''
  let bytes = 0
  for (const line of lines) {
    bytes += Buffer.byteLength(line) + 1
    if (bytes > maxBytes) return { text, isWhole: false }
    text += `${line}\n`
  }
  return { text, isWhole: true }
}
