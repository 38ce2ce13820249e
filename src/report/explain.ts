import type { Redact } from '../precheck/fingerprint.ts'
import type { Verdict } from '../precheck/verdict.ts'

export type { Redact }

/** What the reports need to know of the catalogue. `src/catalogue` fits in without being named here. */

export interface StepNotes {
  readonly text: string
  readonly code: string | null
  readonly lang: string | null
  readonly changes: boolean
  readonly tried: boolean
}

export interface ItemNotes {
  readonly title: string
  /** One sentence: what is checked. */
  readonly checks: string
  readonly causes: readonly string[]
  readonly steps: readonly StepNotes[]
  readonly doc: string | null
  /** `general`: database knowledge that no documentation of the service stands behind; readers are told. */
  readonly confidence: 'documented' | 'general'
}

export interface ReasonNotes {
  readonly meaning: string
  readonly steps: readonly StepNotes[]
}

/** What the team says of an item itself. */
export interface TeamNotes {
  readonly steps: readonly StepNotes[]
  /** null leaves the link as it is. */
  readonly doc: string | null
}

export interface Catalogue extends Pages {
  /** The engine of a task by the topics of its items; null where they do not tell. */
  engine(service: string, topics: readonly string[]): string | null
  item(service: string, topic: string, engine: string | null): ItemNotes | null
  reason(service: string, code: string): ReasonNotes | null
  team(id: string, topic: string): TeamNotes | null
}

interface Pages {
  /** Page with the service's list of checks. */
  index(service: string): string | null
  /** Whether an address is that of a list of checks, and so not of one check. */
  isList(address: string): boolean
}

/** The catalogue as the summary asks it: by the id that stands in the report, not by the topic behind it. */
export interface Explain extends Pages {
  item(service: string, itemId: string): ItemNotes | null
  reason(service: string, code: string): ReasonNotes | null
}

/** Returns the catalogue's notes by the item ids of this verdict, as they stand in the report. */
export function explainVerdict(verdict: Verdict, catalogue: Catalogue, redact: Redact): Explain {
  const topics = new Map<string, Map<string, string>>()
  for (const { service, tasks } of verdict.targets) {
    const own = topics.get(service) ?? new Map<string, string>()
    topics.set(service, own)
    for (const { items } of tasks) for (const { id, topic } of items) own.set(redact(id), topic)
  }
  return explainBy(catalogue, (service, itemId) => topics.get(service)?.get(itemId))
}

/** What stands before an item's topic in its id, and the number behind equal names. */
const AROUND_TOPIC = /^.*\/|#\d+$/g

/** Returns the same for a report alone, in which the topic of an item is a part of its id. */
export function explainReport(catalogue: Catalogue): Explain {
  return explainBy(catalogue, (_service, itemId) => itemId.replaceAll(AROUND_TOPIC, ''))
}

function explainBy(
  catalogue: Catalogue,
  topicOf: (service: string, itemId: string) => string | undefined,
): Explain {
  return {
    item: (service, itemId) => {
      const topic = topicOf(service, itemId)
      return topic === undefined ? null : catalogue.item(service, topic, null)
    },
    index: service => catalogue.index(service),
    isList: address => catalogue.isList(address),
    reason: (service, code) => catalogue.reason(service, code),
  }
}
