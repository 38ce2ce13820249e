import type { JsonValue } from '../precheck/model.ts'

/**
 * Returns what a text holds; undefined where it is no JSON. What a parser says of that quotes the text, so it is never shown.
 * A byte order mark before it is ignored, as RFC 8259 allows: it is no more than how some editors and servers save.
 */
export function parsedJson(text: string, reviver?: Parameters<typeof JSON.parse>[1]): JsonValue | undefined {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text, reviver)
  } catch {
    return undefined
  }
}
