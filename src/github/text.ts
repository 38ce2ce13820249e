/** Texts with a hard limit. Escaping for Markdown and the log is the business of report/ and the caller. */

/**
 * Returns the text when it has at most `maxUnits` UTF-16 code units, else its beginning with `…` at the end.
 * Counting code units holds the limit in code points as well, and no surrogate pair is split.
 */
export function cut(text: string, maxUnits: number, mark = '…'): string {
  if (text.length <= maxUnits) return text
  if (maxUnits < mark.length) return ''
  return withoutHalfCharacter(text.slice(0, maxUnits - mark.length)) + mark
}

/** Returns the text on one line: control characters, tags and marks that turn the writing direction become blanks. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]+/gu, ' ')
    .trim()
}

function withoutHalfCharacter(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text
}
