import * as z from 'zod'
import { canonical } from '../canonical.ts'
import { inCapitals } from '../text.ts'

/**
 * Reads an object whatever the letter case of its keys: private OMS answers camelCase, gateways before it PascalCase,
 * and the vendor's own client compares without case. Only the object's own keys are touched, because the ones
 * further in can be names of tables. A field that is null counts as absent.
 */
export function caseless<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const names = new Map(Object.keys(shape).map(name => [inCapitals(name), name]))
  return z
    .record(z.string(), z.unknown())
    .transform((object, context) => {
      const folded = new Map<string, unknown>()
      for (const [key, value] of Object.entries(object)) {
        const name = names.get(inCapitals(key)) ?? key
        if (value === null) continue
        // Two spellings that disagree cannot be understood; which of them is meant would be a guess.
        if (folded.has(name) && canonical(folded.get(name)) !== canonical(value)) {
          context.addIssue({ code: 'custom', path: [key], message: 'given twice with different values' })
          return z.NEVER
        }
        folded.set(name, value)
      }
      return Object.fromEntries(folded)
    })
    .pipe(z.looseObject(shape))
}

/** A value, or the only element of an array: the tables of the API and its examples disagree. */
export function bareOrOnly<T extends z.ZodType>(schema: T) {
  return z.preprocess(value => (Array.isArray(value) && value.length === 1 ? value[0] : value), schema)
}
