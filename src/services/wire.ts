import * as z from 'zod/mini'

/** Pieces of wire schemas that several services share. */

/** A value that is only shown, or checked where it is used. Zod takes a bare `unknown` for a key that must be there. */
export const anything = z.optional(z.unknown())

/** A list whose absence means that it is empty. */
export function absentIsEmpty<T extends z.core.$ZodType>(element: T) {
  return z.pipe(
    z.nullish(z.array(element)),
    z.transform(list => list ?? []),
  )
}

/** A list of which everything is left out that cannot be read: what else stands there was reported all the same. */
export function readable<T extends z.core.$ZodType>(element: T) {
  return z.pipe(
    z.array(z.unknown()),
    z.transform(list =>
      list.flatMap(one => {
        const parsed = z.safeParse(element, one)
        return parsed.success ? [parsed.data] : []
      }),
    ),
  )
}

const PERCENT = /^(\d{1,3}(?:\.\d+)?)\s*%?$/
const WHOLE = /^100(?:\.0+)?\s*%?$/

/** Returns a percentage (`"100%"`, `"100"`, `100`) as a number, null for an absent one, undefined for anything else. */
export function percentOf(value: unknown): number | null | undefined {
  if (value === undefined || value === null) return null
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  const text = String(value).trim()
  if (text === '') return null
  const number = Number(PERCENT.exec(text)?.[1] ?? Number.NaN)
  // A long row of nines is no 100, although a number cannot hold the difference.
  if (number === 100 && !WHOLE.test(text)) return undefined
  return number <= 100 ? number : undefined
}
