/** Returns the members in their order, at most `size` together. */
export function inBatches<T>(members: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(members.length / size) }, (_, index) =>
    members.slice(index * size, (index + 1) * size),
  )
}
