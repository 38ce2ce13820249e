import { createHash } from 'node:crypto'

/** Values nested deeper than this are taken for equal: comparing them must not exhaust the stack. */
const LEVELS_COMPARED = 32

/**
 * Returns a text that two JSON values share exactly when they say the same: key order, and absent against null, are
 * the serialiser's business, not a difference in what is said.
 */
export function canonical(value: unknown, levelsLeft: number = LEVELS_COMPARED): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  if (levelsLeft === 0) return '"…"'
  // As nearly all are, and there is one for each check item of each answer.
  if (Array.isArray(value) && value.every(isTextOrNull)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(part => canonical(part, levelsLeft - 1)).join()}]`
  const fields = Object.entries(value).filter(([, field]) => field !== null && field !== undefined)
  const sorted = fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field, levelsLeft - 1)}`).join()}}`
}

function isTextOrNull(value: unknown): boolean {
  return typeof value === 'string' || value === null
}

/** Returns a short text that two canonical ones share when they are the same: what is compared later need not be kept whole. */
export function digestOf(canonicalText: string): string {
  return createHash('sha256').update(canonicalText).digest('base64')
}

/** Returns a text that two lists share exactly when they hold the same, in whatever order. */
export function canonicalUnordered(list: readonly unknown[]): string {
  return `[${list
    .map(entry => canonical(entry))
    .sort()
    .join()}]`
}
