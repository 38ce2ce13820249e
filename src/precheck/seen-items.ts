import type { CheckItem, ItemStatus } from './model.ts'

/**
 * What the answers of one run have reported so far. A service that drops an item on the way would drop the failure with
 * it, so what was once reported with a result has to be in the finished one. Pure.
 */

/** By the item's name without a number: how many of that name one answer held, and the worst status of a lone one. */
export type SeenItems = ReadonlyMap<string, { readonly count: number; readonly worst: ItemStatus }>

export const NO_ITEMS_SEEN: SeenItems = new Map()

/** How much a status says against the task. Those without a rank are no result yet. */
const RANK: Readonly<Partial<Record<ItemStatus, number>>> = { passed: 0, skipped: 1, warning: 1, failed: 2 }

const rankOf = ({ status }: Pick<CheckItem, 'status'>) => RANK[status]

/** Returns what has been seen after an answer with these items. */
export function seenAfter(seen: SeenItems, items: readonly CheckItem[]): SeenItems {
  const reported = items.filter(item => rankOf(item) !== undefined && !item.isEcho)
  if (reported.length === 0) return seen
  const next = new Map(seen)
  for (const [name, alike] of Map.groupBy(reported, item => item.baseId)) {
    const before = next.get(name)
    const [first] = alike
    if (first === undefined) continue
    const worst = before !== undefined && isWorse(before.worst, first.status) ? before.worst : first.status
    next.set(name, { count: Math.max(before?.count ?? 0, alike.length), worst })
  }
  return next
}

/** Returns the names of items that an earlier answer reported and a finished one lacks, equal names by their number. */
export function lostItems(seen: SeenItems, finished: readonly CheckItem[]): readonly string[] {
  const counts = countsOf(finished)
  return [...seen].filter(([name, { count }]) => (counts.get(name) ?? 0) < count).map(([name]) => name)
}

/** Returns the items whose last status is better than an earlier one; equal names cannot be told apart, so they are left out. */
export function improvedItems(
  seen: SeenItems,
  finished: readonly CheckItem[],
): readonly { readonly item: string; readonly from: ItemStatus; readonly to: ItemStatus }[] {
  const counts = countsOf(finished)
  return finished.flatMap(item => {
    const before = seen.get(item.baseId)
    const alone = before?.count === 1 && counts.get(item.baseId) === 1
    if (before === undefined || !alone || !isWorse(before.worst, item.status)) return []
    return [{ item: item.baseId, from: before.worst, to: item.status }]
  })
}

function isWorse(one: ItemStatus, other: ItemStatus): boolean {
  return (RANK[one] ?? -1) > (RANK[other] ?? Number.POSITIVE_INFINITY)
}

function countsOf(items: readonly CheckItem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { baseId, isEcho } of items) if (!isEcho) counts.set(baseId, (counts.get(baseId) ?? 0) + 1)
  return counts
}
