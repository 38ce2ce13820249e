import { Sentence } from '../src/precheck/sentence.ts'

/** Returns the same with every sentence in it as its English text, for tests that read what is said. */
export function inEnglish(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inEnglish)
  if (value instanceof Sentence) return value.in('en-us')
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inEnglish(one)]))
}
