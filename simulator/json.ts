import { z } from 'zod'

/** Any JSON value, as it goes over the wire. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** Narrows a JSON value to an object; lists and null are none. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Drops the keys without a value, which JSON has no word for. */
export function defined(fields: Readonly<Record<string, Json | undefined>>): JsonObject {
  const kept: Record<string, Json> = {}
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) kept[key] = value
  return kept
}

/** The object without the named keys. */
export function without(fields: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !names.includes(key)))
}

/** Parses JSON text against a schema; the problem is in words for an error body. */
export function parseJson<T>(
  text: string,
  schema: z.ZodType<T>,
): { readonly value: T } | { readonly problem: string } {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return { problem: 'The request body is not JSON.' }
  }
  const parsed = schema.safeParse(raw)
  if (parsed.success) return { value: parsed.data }
  const [issue] = parsed.error.issues
  return { problem: `Parameter ${z.core.toDotPath(issue?.path ?? []) || 'body'}: ${issue?.message}` }
}
