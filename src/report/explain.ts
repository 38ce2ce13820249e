import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Redact } from '../precheck/fingerprint.ts'
import { withoutMark } from '../precheck/item-name.ts'
import type { Verdict } from '../precheck/verdict.ts'

export type { Redact }

/** The catalogue as reports ask it: by the id that stands in the report, not by the topic behind it. */
export type Explain = Omit<Catalogue, 'engine' | 'team'>

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

/** Returns the same for a report alone, in which the topic of an item is a part of its id: a side or a role may stand before it. */
export function explainReport(catalogue: Catalogue): Explain {
  return explainBy(catalogue, (_service, itemId) => withoutMark(itemId.slice(itemId.lastIndexOf('/') + 1)))
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
    rank: (service, itemId, group) => catalogue.rank(service, topicOf(service, itemId) ?? '', group),
    index: service => catalogue.index(service),
    isList: address => catalogue.isList(address),
    reason: (service, code) => catalogue.reason(service, code),
  }
}
