import ddm from './ddm.json' with { type: 'json' }
import drs from './drs.json' with { type: 'json' }
import oms from './oms.json' with { type: 'json' }

/** What a check item means: data files and one look-up. All texts are plain text, not Markdown. */

export const LANGUAGES = ['en-us', 'zh-cn'] as const
export type Language = (typeof LANGUAGES)[number]

export interface Explanation {
  readonly title: string
  /** One sentence: what is checked. */
  readonly checks: string
  readonly causes: readonly string[]
  /** One to three steps that a database administrator can take, as running text. */
  readonly advice: string
  /** Page of the check, or the service's list of checks where no page of its own is verified. */
  readonly doc: string | null
  /** `documented`: from the vendor or a real run. `general`: database knowledge; the service tells the code only. */
  readonly confidence: 'documented' | 'general'
}

export interface ReasonExplanation {
  readonly meaning: string
  readonly advice: string
}

export interface Catalogue {
  /** Explains an item by the exact name the service gives it; null for one that is not known. */
  item(service: string, topic: string): Explanation | null
  /** Page with the service's list of checks; null for a service without one. */
  index(service: string): string | null
  /** Explains a service's reason, which is a code or a sentence with one in it; null when none in it is known. */
  reason(service: string, text: string): ReasonExplanation | null
}

interface ItemTexts {
  readonly title: string
  readonly checks: string
  readonly causes: readonly string[]
  readonly advice: readonly string[]
}

interface ItemEntry extends Readonly<Record<Language, ItemTexts>> {
  readonly confidence: string
  readonly doc?: string
}

interface ReasonTexts {
  readonly meaning: string
  readonly advice: readonly string[]
}

interface CatalogueFile {
  readonly index: string
  readonly items: Readonly<Record<string, ItemEntry>>
  readonly reasons: Readonly<Record<string, Readonly<Record<Language, ReasonTexts>>>>
}

const FILES: Readonly<Record<string, CatalogueFile>> = { ddm, drs, oms }

/** Chinese sentences follow each other without a blank. */
const BETWEEN_STEPS: Readonly<Record<Language, string>> = { 'en-us': ' ', 'zh-cn': '' }

/**
 * Returns the catalogue with the texts of one language. A name is matched whole and with case: codes differ
 * by a single letter (`srclogSlaveUpdatesCheck`), and advice for the wrong check is worse than none.
 */
export function catalogueIn(language: Language): Catalogue {
  return {
    item(service, topic) {
      const file = ownValue(FILES, service)
      const entry = file && ownValue(file.items, topic)
      return entry ? explanation(entry, file.index, language) : null
    },
    index(service) {
      return ownValue(FILES, service)?.index ?? null
    },
    reason(service, text) {
      const reasons = ownValue(FILES, service)?.reasons ?? {}
      const code = text.split(/\W+/).find(word => Object.hasOwn(reasons, word))
      const texts = code === undefined ? undefined : reasons[code]?.[language]
      return texts ? { meaning: texts.meaning, advice: texts.advice.join(BETWEEN_STEPS[language]) } : null
    },
  }
}

function explanation(entry: ItemEntry, index: string, language: Language): Explanation {
  const { title, checks, causes, advice } = entry[language]
  return {
    title,
    checks,
    causes,
    advice: advice.join(BETWEEN_STEPS[language]),
    doc: entry.doc ?? index,
    // The JSON import widens the word to a string; anything but the word itself counts as the weaker claim.
    confidence: entry.confidence === 'documented' ? 'documented' : 'general',
  }
}

/** Names come from outside, so `constructor` or `__proto__` must not reach what every object inherits. */
function ownValue<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
