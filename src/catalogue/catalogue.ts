import { engineOf } from './engine.ts'
import { fileOf, type ItemEntry, LISTS, ownValue } from './files.ts'
import { type Step, stepsFor } from './steps.ts'
import type { Language } from './words.ts'

export { LANGUAGES, type Language } from './words.ts'

/** What a check item means: data files and one look-up. All texts are plain text, not Markdown. */

export interface Explanation {
  readonly title: string
  /** One sentence: what is checked. */
  readonly checks: string
  readonly causes: readonly string[]
  readonly steps: readonly Step[]
  /** Page of the check, or the list of checks for its engine where no page of its own is verified. */
  readonly doc: string
  /** `documented`: from the vendor or a real run. `general`: database knowledge; the service tells the code only. */
  readonly confidence: 'documented' | 'general'
}

export interface ReasonExplanation {
  readonly meaning: string
  readonly steps: readonly Step[]
}

/** What a team says of an item itself. */
export interface TeamEntry {
  readonly steps: readonly Step[]
  /** null leaves the link as it is. */
  readonly doc: string | null
}

/** By the id of the item. */
export type TeamCatalogue = ReadonlyMap<string, TeamEntry>

export const NO_TEAM_CATALOGUE: TeamCatalogue = new Map()

export interface Catalogue {
  /** The engine of a task by what the items of its result are known by; null where they do not tell. */
  engine(service: string, topics: readonly string[]): string | null
  /**
   * Explains an item by the exact name the service gives it; null for one that is not known. Without an engine the steps
   * of all are given.
   */
  item(service: string, topic: string, engine?: string | null): Explanation | null
  /** Explains a service's reason, which is a code or a sentence with one in it; null when none in it is known. */
  reason(service: string, text: string): ReasonExplanation | null
  /** What the team says of an item, by its id or by what the service calls it. */
  team(id: string, topic: string): TeamEntry | null
  /** Page with the service's list of checks; null for a service without one. */
  index(service: string): string | null
  /** Whether an address is that of a list of checks, and so not of one check. */
  isList(address: string): boolean
}

/**
 * Returns the catalogue with the texts of one language. A name is matched whole and with case: codes differ
 * by a single letter (`srclogSlaveUpdatesCheck`), and advice for the wrong check is worse than none.
 */
export function catalogueIn(language: Language, team: TeamCatalogue = NO_TEAM_CATALOGUE): Catalogue {
  const lists = new Set(LISTS.map(address => localised(address, language)))
  return {
    engine: engineOf,
    item(service, topic, engine = null) {
      const file = fileOf(service)
      const entry = file && ownValue(file.items, topic)
      if (file === undefined || entry === undefined) return null
      return explanation(entry, listOf(file.lists, engine ?? onlyEngineOf(entry)), engine, language)
    },
    reason(service, text) {
      const reasons = fileOf(service)?.reasons ?? {}
      const code = text.split(/\W+/).find(word => Object.hasOwn(reasons, word))
      const entry = code === undefined ? undefined : reasons[code]
      if (entry === undefined) return null
      const steps = stepsFor(entry.steps, { language, engines: [], engine: null })
      return { meaning: entry[language].meaning, steps }
    },
    team: (id, topic) => team.get(id) ?? team.get(topic) ?? null,
    index(service) {
      const file = fileOf(service)
      return file === undefined ? null : localised(listOf(file.lists, null), language)
    },
    isList: address => lists.has(address),
  }
}

function explanation(entry: ItemEntry, list: string, engine: string | null, language: Language): Explanation {
  const { title, checks, causes } = entry[language]
  return {
    title,
    checks,
    causes,
    steps: stepsFor(entry.steps, { language, engines: entry.engines, engine }),
    doc: localised(entry.doc ?? list, language),
    // The JSON import widens the word to a string; anything but the word itself counts as the weaker claim.
    confidence: entry.confidence === 'documented' ? 'documented' : 'general',
  }
}

/** An item that is made for one engine has the list of that one, also where the task's is not known. */
function onlyEngineOf({ engines }: ItemEntry): string | null {
  const [engine] = engines
  return engines.length === 1 ? (engine ?? null) : null
}

function listOf(lists: Readonly<Record<string, string>>, engine: string | null): string {
  return ownValue(lists, engine ?? '') ?? lists['other'] ?? ''
}

/** The vendor's Chinese pages have the same names without the site's language; other sites have one language here. */
export function localised(address: string, language: Language): string {
  return language === 'zh-cn' ? address.replace('.com/intl/en-us/', '.com/') : address
}
