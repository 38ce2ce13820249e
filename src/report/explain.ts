import type { Verdict } from '../precheck/verdict.ts'

/** What the reports need to know of the catalogue. `src/catalogue` fits in without being named here. */

export interface ItemNotes {
  readonly title: string
  /** One sentence: what is checked. */
  readonly checks: string
  readonly causes: readonly string[]
  readonly advice: string
  readonly doc: string | null
  /** `general`: database knowledge that no documentation of the service stands behind; readers are told. */
  readonly confidence: 'documented' | 'general'
}

export interface ReasonNotes {
  readonly meaning: string
  readonly advice: string
}

export interface Catalogue {
  item(service: string, topic: string): ItemNotes | null
  /** Page with the service's list of checks. */
  index(service: string): string | null
  reason(service: string, code: string): ReasonNotes | null
}

/** The catalogue as the summary asks it: by the id that stands in the report, not by the topic behind it. */
export interface Explain {
  item(service: string, itemId: string): ItemNotes | null
  index(service: string): string | null
  reason(service: string, code: string): ReasonNotes | null
}

/** Replaces secrets in a text. */
export type Redact = (text: string) => string

/** Returns the catalogue's notes by the item ids of this verdict, as they stand in the report. */
export function explainVerdict(verdict: Verdict, catalogue: Catalogue, redact: Redact): Explain {
  const topics = new Map<string, string>()
  for (const target of verdict.targets) {
    for (const task of target.tasks) {
      for (const item of task.items) topics.set(JSON.stringify([target.service, redact(item.id)]), item.topic)
    }
  }
  return {
    item: (service, itemId) => {
      const topic = topics.get(JSON.stringify([service, itemId]))
      return topic === undefined ? null : catalogue.item(service, topic)
    },
    index: service => catalogue.index(service),
    reason: (service, code) => catalogue.reason(service, code),
  }
}
