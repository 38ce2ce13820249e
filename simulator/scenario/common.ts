import { z } from 'zod'

export const PAYLOAD_NAMES = ['drs-mysql', 'drs-dds', 'drs-mysql-failed', 'ddm', 'oms'] as const
export type PayloadName = (typeof PAYLOAD_NAMES)[number]

export const milliseconds = z.number().int().min(0)
export const httpStatus = z.number().int().min(200).max(599)

/** Any JSON, so that a scenario can also make what the real service should never send. */
export const anything = z.json().optional()

/** Overrides of wire fields, the last word over all else. */
export const overrides = {
  /** Fields to leave out of the answer. */
  absent: z.array(z.string()).default([]),
  /** Fields to set to whatever is given, of any type. */
  raw: z.record(z.string(), z.json()).default({}),
}

/** Where check items come from: a list, or a built-in payload. */
export const itemSource = {
  items: z.array(z.json()).optional(),
  payload: z.enum(PAYLOAD_NAMES).optional(),
  /** How many items are finished already; the others stand as `rest` says. */
  done: z.number().int().min(0).optional(),
  rest: z.enum(['absent', 'pending']).default('absent'),
}

/** One thing or a list of them; always a list in the parsed scenario. */
export function oneOrMore<T extends z.ZodType>(schema: T) {
  return z.union([z.array(schema).min(1), schema.transform(value => [value])])
}

/** A list of stages in the order of their `at`. */
export function timeline<T extends z.ZodType<{ readonly at: number }>>(stage: T) {
  return z.array(stage).superRefine((stages, context) => {
    for (const [index, { at }] of stages.entries()) {
      const before = stages[index - 1]
      if (before && at < before.at) {
        context.addIssue({
          code: 'custom',
          path: [index, 'at'],
          message: `must not be before the stage above it (${before.at})`,
        })
      }
    }
  })
}
