import * as z from 'zod'
import type { CheckItem, ItemStatus, JsonValue } from '../../precheck/model.ts'
import { numbered } from '../item-ids.ts'
import { booleanOf, textOf, wordOf } from '../text.ts'
import type { OmsItem } from './run.ts'

/** Only PASSED and PENDING are documented; the others are the words the product uses elsewhere. */
const STATUS: ReadonlyMap<string, ItemStatus> = new Map([
  ['PASSED', 'passed'],
  ['WARNING', 'warning'],
  ['WARN', 'warning'],
  ['ALARM', 'warning'],
  ['SKIPPED', 'skipped'],
  ['FAILED', 'failed'],
  ['INIT', 'pending'],
  ['PENDING', 'pending'],
  ['RUNNING', 'pending'],
  ['', 'pending'],
])

const ABSENT = '-'

/**
 * Returns the items of a run. They are known by endpoint, role and type of check, because their names are written in the
 * language of the OMS user.
 */
export function checkItemsOf(items: readonly OmsItem[]): readonly CheckItem[] {
  const named = items.map(item => ({ id: baseIdOf(item), content: item }))
  const ids = numbered(named)
  return items.map((item, index) => checkItemOf(item, ids[index] ?? ABSENT))
}

function baseIdOf(item: OmsItem): string {
  return [item.endpointtype, item.role, item.checktype].map(partOf).join('/')
}

function checkItemOf(item: OmsItem, id: string): CheckItem {
  return {
    id,
    baseId: baseIdOf(item),
    topic: partOf(item.checktype),
    name: textOf(item.name),
    group: null,
    status: STATUS.get(wordOf(item.status)) ?? 'unknown',
    rawStatus: textOf(item.status),
    reason: textOf(item.message),
    detail: textOf(item.errordetail),
    suggestion: null,
    subJobs: [],
    skippable: booleanOf(item.skippable),
    skipConsequence: textOf(item.skipconsequence),
    blackObjects: blackObjectsOf(item.blackobjectsinfo),
  }
}

function partOf(value: unknown): string {
  return textOf(value)?.trim() ?? ABSENT
}

/** It was parsed from JSON, so it is JSON; a check in depth could exhaust the stack. */
const parsedJson = z.custom<JsonValue>(value => value !== undefined)

/** Returns the objects as OMS sent them; null for an empty object, list or text. */
function blackObjectsOf(value: unknown): JsonValue {
  const objects = parsedJson.safeParse(value).data ?? null
  if (typeof objects === 'string') return textOf(objects)
  const empty = typeof objects === 'object' && objects !== null && Object.keys(objects).length === 0
  return empty ? null : objects
}
