const TOO_DEEP = '(nested too deep to be shown)'

/** Returns a text field of a service as it stands, other values as JSON, and null for empty or absent ones. */
export function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') return jsonOf(value)
  return value.trim() === '' ? null : value
}

/** Returns several text fields as lines of one text, empty and absent ones left out; null when none is left. */
export function linesOf(...values: readonly unknown[]): string | null {
  const lines = values.map(textOf).filter(text => text !== null)
  return lines.length === 0 ? null : lines.join('\n')
}

/** Returns a service's word in capitals without outer blanks, so that words compare without case. */
export function wordOf(value: unknown): string {
  return inCapitals((textOf(value) ?? '').trim())
}

/** Of ASCII letters only: by the rules of Unicode letters that are none of a word would become some of it, such as ß and ſ. */
export function inCapitals(text: string): string {
  return /[a-z]/.test(text) ? text.replaceAll(/[a-z]+/g, letters => letters.toUpperCase()) : text
}

/** Returns a boolean, also one that a service sends as a word; null for anything else. */
export function booleanOf(value: unknown): boolean | null {
  if (value === undefined || value === null) return null
  const word = wordOf(value)
  return word === 'TRUE' ? true : word === 'FALSE' ? false : null
}

/** A value of some thousand levels can be parsed but not written: the text must not cost the whole answer. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch (error) {
    if (error instanceof RangeError) return TOO_DEEP
    throw error
  }
}
