/**
 * Returns the ids with equal ones numbered `id`, `id#2`, `id#3`, … in their order, so that a waiver can name each. A
 * number that is already the name of another item is passed over.
 */
export function numbered(ids: readonly string[]): readonly string[] {
  const taken = new Set(ids)
  const next = new Map<string, number>()
  return ids.map(id => {
    const first = next.get(id)
    if (first === undefined) {
      next.set(id, 2)
      return id
    }
    let n = first
    while (taken.has(`${id}#${n}`)) n += 1
    next.set(id, n + 1)
    return `${id}#${n}`
  })
}
