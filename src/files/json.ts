import type { JsonValue } from '../precheck/model.ts'

/** Returns what a text holds; undefined where it is no JSON. What a parser says of that quotes the text, so it is never shown. */
export function parsedJson(text: string, reviver?: Parameters<typeof JSON.parse>[1]): JsonValue | undefined {
  try {
    return JSON.parse(text, reviver)
  } catch {
    return undefined
  }
}
