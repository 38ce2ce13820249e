import { START_MARK } from '../../precheck/item-name.ts'
import type { CheckItem, ItemStatus } from '../../precheck/model.ts'
import { numbered } from '../item-ids.ts'
import { linesOf, textOf, wordOf } from '../text.ts'
import type { DdmEntry } from './wire.ts'

/** The three words that the API names; what it says of an item that is not finished is documented nowhere. */
const STATUS: ReadonlyMap<string, ItemStatus> = new Map([
  ['SUCCESS', 'passed'],
  ['WARN', 'warning'],
  ['FAILED', 'failed'],
])

const NO_NAME = '-'

/**
 * Returns the items of a schema: all entries of the last result, and those of the start answer that it lacks. An item
 * that failed at the start and has not failed in the result is kept beside it, so that the failure is not lost.
 */
export function itemsOf(start: readonly DdmEntry[], result: readonly DdmEntry[]): readonly CheckItem[] {
  const inResult = new Map(Map.groupBy(result, nameOf))
  const kept = start.flatMap(entry => {
    const name = nameOf(entry)
    const same = name === null ? undefined : inResult.get(name)
    if (same === undefined) return [{ entry, id: name ?? NO_NAME, isEcho: false }]
    const contradicts = statusOf(entry) === 'failed' && same.every(one => statusOf(one) !== 'failed')
    return contradicts ? [{ entry, id: `${name}${START_MARK}`, isEcho: true }] : []
  })
  const all = [...result.map(entry => ({ entry, id: nameOf(entry) ?? NO_NAME, isEcho: false })), ...kept]
  const ids = numbered(all.map(({ entry, id }) => ({ id, content: entry })))
  return all.map(({ entry, id, isEcho }, index) =>
    checkItemOf(entry, { id: ids[index] ?? id, baseId: id, isEcho }),
  )
}

/** True when the result names an item that the start answer does not: then the asynchronous part has begun to show. */
export function namesNews(start: readonly DdmEntry[], result: readonly DdmEntry[]): boolean {
  const known = new Set(start.map(nameOf))
  return result.map(nameOf).some(name => name !== null && !known.has(name))
}

function checkItemOf(entry: DdmEntry, ids: Pick<CheckItem, 'id' | 'baseId' | 'isEcho'>): CheckItem {
  const name = nameOf(entry)
  return {
    ...ids,
    topic: name ?? NO_NAME,
    name,
    group: null,
    status: statusOf(entry),
    rawStatus: textOf(entry.status),
    reason: textOf(entry.error_message),
    detail: linesOf(entry.error_detail_message, entry.note),
    suggestion: textOf(entry.handling_suggestion),
    subJobs: [],
    skippable: null,
    skipConsequence: null,
    blackObjects: null,
  }
}

function nameOf(entry: DdmEntry): string | null {
  return textOf(entry.name)?.trim() ?? null
}

function statusOf(entry: DdmEntry): ItemStatus {
  return STATUS.get(wordOf(entry.status)) ?? 'pending'
}
