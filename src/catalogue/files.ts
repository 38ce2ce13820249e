import type { Language } from '../precheck/sentence.ts'
import type { StepEntry } from './steps.ts'

/** The data files as the rest of this room reads them; `schema.ts` describes and tests hold their shape. */

export interface ItemEntry
  extends Readonly<
    Record<Language, { readonly title: string; readonly checks: string; readonly causes: readonly string[] }>
  > {
  readonly confidence: string
  readonly doc?: string
  readonly engines: readonly string[]
  readonly rank: string
  /** Its being in a result tells the engine of the task. */
  readonly tells?: boolean
  readonly steps: readonly StepEntry[]
}

/** What one service brings: see its `catalogue.json`. */
export interface CatalogueData {
  readonly lists: Readonly<Record<string, string>>
  readonly groups: Readonly<Record<string, string>>
  readonly items: Readonly<Record<string, ItemEntry>>
  readonly reasons: Readonly<
    Record<
      string,
      Readonly<Record<Language, { readonly meaning: string }>> & { readonly steps: readonly StepEntry[] }
    >
  >
}

/** Names come from outside, so `constructor` or `__proto__` must not reach what every object inherits. */
export function ownValue<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
