import type { ItemStatus } from '../precheck/model.ts'

/** Beyond so many different items nothing is kept: they would take more memory than they save time. */
const MOST_KEPT = 10_000

/**
 * Returns a function that makes something of each item, of one that passed only once. Task after task holds the same of
 * them, and equal ones are one object (`keepingTexts`): 40,000 are written like forty.
 */
export function passedOnce<Item extends { readonly status: ItemStatus }, Made>(
  make: (item: Item) => Made,
): (item: Item) => Made {
  const made = new Map<Item, Made>()
  return item => {
    if (item.status !== 'passed') return make(item)
    const known = made.get(item)
    if (known !== undefined) return known
    const value = make(item)
    if (made.size < MOST_KEPT) made.set(item, value)
    return value
  }
}
