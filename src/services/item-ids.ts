import { withNumber } from '../precheck/item-name.ts'
import { canonical } from './canonical.ts'

/** A name, and all that is said under it. */
export interface Named {
  readonly id: string
  readonly content: unknown
}

/**
 * Returns the ids with equal ones numbered `id`, `id#2`, `id#3`, … in the order of their content, not of the answer, so that
 * a number means the same item in the next answer. A number that is already the name of another item is passed over.
 */
export function numbered(items: readonly Named[]): readonly string[] {
  const taken = new Set(items.map(item => item.id))
  const given = new Map<Named, string>()
  for (const [id, alike] of Map.groupBy(items, item => item.id)) {
    let n = 1
    for (const item of byContent(alike)) {
      while (n > 1 && taken.has(withNumber(id, n))) n += 1
      given.set(item, withNumber(id, n))
      n += 1
    }
  }
  return items.map(item => given.get(item) ?? item.id)
}

function byContent(alike: readonly Named[]): readonly Named[] {
  if (alike.length === 1) return alike
  const keyed = alike.map(item => ({ item, key: canonical(item.content) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item)
}
