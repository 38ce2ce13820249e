import { fileOf, ownValue } from './files.ts'
import { RANKS } from './words.ts'

/** What has to be mended first, because the rest cannot be judged before. */

export interface RankedItem {
  readonly id: string
  readonly group: string | null
}

/**
 * Returns the place of an item in the blocking order (0 is first): connection, versions, rights, the rest. One that
 * is not known by its id has the rank of its group. Ids are those of reports: with side, role and number.
 */
export function blockingRank(service: string, { id, group }: RankedItem): number {
  const file = fileOf(service)
  if (file === undefined) return RANKS.length - 1
  const rank = ownValue(file.items, topicOf(id))?.rank ?? ownValue(file.groups, group ?? '')
  const words: readonly string[] = RANKS
  const place = words.indexOf(rank ?? '')
  return place === -1 ? RANKS.length - 1 : place
}

/** The name that the catalogue knows: without the side and role before it, and without the number behind it. */
function topicOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).replace(/#\w+$/, '')
}
