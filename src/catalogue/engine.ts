import { fileOf, ownValue } from './files.ts'

/**
 * Returns the engine of a task, told by the items of its result that exist for one engine only; null where none
 * tells, or where they disagree, as between a source and a destination of two kinds.
 */
export function engineOf(service: string, topics: readonly string[]): string | null {
  const items = fileOf(service)?.items ?? {}
  const told = new Set(
    topics.flatMap(topic => {
      const item = ownValue(items, topic)
      return item?.tells === true ? item.engines : []
    }),
  )
  const [engine] = told
  return told.size === 1 ? (engine ?? null) : null
}
