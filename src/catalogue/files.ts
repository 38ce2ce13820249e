import ddm from './ddm.json' with { type: 'json' }
import drs from './drs.json' with { type: 'json' }
import oms from './oms.json' with { type: 'json' }
import type { StepEntry } from './steps.ts'
import type { Language } from './words.ts'

/** The data files as the rest of this room reads them; `schema.ts` describes and tests hold their shape. */

interface ItemTexts {
  readonly title: string
  readonly checks: string
  readonly causes: readonly string[]
}

export interface ItemEntry extends Readonly<Record<Language, ItemTexts>> {
  readonly confidence: string
  readonly doc?: string
  readonly engines: readonly string[]
  readonly rank: string
  /** Its being in a result tells the engine of the task. */
  readonly tells?: boolean
  readonly steps: readonly StepEntry[]
}

interface ReasonEntry extends Readonly<Record<Language, { readonly meaning: string }>> {
  readonly steps: readonly StepEntry[]
}

export interface CatalogueData {
  readonly lists: Readonly<Record<string, string>>
  readonly groups: Readonly<Record<string, string>>
  readonly items: Readonly<Record<string, ItemEntry>>
  readonly reasons: Readonly<Record<string, ReasonEntry>>
}

const FILES: Readonly<Record<string, CatalogueData>> = { ddm, drs, oms }

/** Returns a service's part of the catalogue. */
export function fileOf(service: string): CatalogueData | undefined {
  return ownValue(FILES, service)
}

/** Every address of a list of checks. */
export const LISTS: readonly string[] = Object.values(FILES).flatMap(({ lists }) => Object.values(lists))

/** Names come from outside, so `constructor` or `__proto__` must not reach what every object inherits. */
export function ownValue<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
