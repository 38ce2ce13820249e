/** Returns a text field of a service as it stands, other values as JSON, and null for empty or absent ones. */
export function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null
  if (typeof value !== 'string') return JSON.stringify(value)
  return value.trim() === '' ? null : value
}

/** Returns a service's word in capitals without outer blanks, so that words compare without case. */
export function wordOf(value: unknown): string {
  return (textOf(value) ?? '').trim().toUpperCase()
}
