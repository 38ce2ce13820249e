import { fingerprintOf, type Redact } from './fingerprint.ts'
import type { CheckItem, TaskResult } from './model.ts'
import type { ListedWaiver, Verdict, WaiverNote } from './verdict.ts'

/** Which findings a waiver covers. A skipped item is covered as a warning. */
export const WAIVER_STATUSES = ['warning', 'failed', 'any'] as const

/**
 * One entry of the waiver file. `item` and `task` are patterns; null means "whatever it is", but that without
 * fingerprints it covers only an item whose name occurs once in its task.
 */
export interface Waiver extends WaiverNote {
  readonly item: string
  readonly status: (typeof WAIVER_STATUSES)[number]
  readonly failedReason: string | null
  readonly service: string | null
  readonly task: string | null
  readonly fingerprints: readonly string[] | null
}

/** A check item with what a waiver can ask about where it was found. */
export interface PlacedItem {
  readonly service: string
  readonly taskId: string
  readonly item: CheckItem
  /** null for an item that is no finding. */
  readonly fingerprint: string | null
  /** Whether no other item of the task has its name. */
  readonly hasOwnName: boolean
}

const NOTICE_BEFORE_END_DAYS = 14
const DAY_MS = 86_400_000

/**
 * True when the whole text fits the pattern: `*` is any text, `?` is one character (code point), anything
 * else is itself, with case.
 *
 * Not turned into a regular expression: `a*a*a*b` would make that one backtrack for ever. Here only the last
 * `*` is ever taken back, because an earlier one that took less than it could loses nothing by it; the cost
 * is at most the product of both lengths.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const plain = pattern.search(/[*?]/)
  if (plain === -1) return pattern === text
  // Most patterns fit nothing, and most of those differ at their beginning.
  if (!text.startsWith(pattern.slice(0, plain))) return false
  const wanted = [...pattern]
  const given = [...text]
  let at = 0
  let next = 0
  let star = -1
  let starTook = 0
  while (next < given.length) {
    if (wanted[at] === '*') {
      star = at
      starTook = next
      at += 1
    } else if (wanted[at] === '?' || wanted[at] === given[next]) {
      at += 1
      next += 1
    } else if (star >= 0) {
      starTook += 1
      at = star + 1
      next = starTook
    } else {
      return false
    }
  }
  return wanted.slice(at).every(character => character === '*')
}

/** True after the waiver's last day. Both days are YYYY-MM-DD in UTC, which sort as text. */
export function hasExpired(waiver: Waiver, today: string): boolean {
  return today > waiver.expires
}

/** The waivers that hold on this day, in the order of the file. */
export function currentWaivers(waivers: readonly Waiver[], today: string): readonly Waiver[] {
  return waivers.filter(waiver => !hasExpired(waiver, today))
}

/** The waivers that hold on this day but not for longer than 14 more days, for notices. */
export function endsWithin14Days(waivers: readonly Waiver[], today: string): readonly Waiver[] {
  const lastDay = new Date(Date.parse(today) + NOTICE_BEFORE_END_DAYS * DAY_MS).toISOString().slice(0, 10)
  return currentWaivers(waivers, today).filter(waiver => waiver.expires <= lastDay)
}

/** Returns the items of a task with all that a waiver can ask. */
export function findingsIn(result: TaskResult, service: string, redact: Redact): readonly PlacedItem[] {
  const named = new Map<string, number>()
  for (const { baseId } of result.items) named.set(baseId, (named.get(baseId) ?? 0) + 1)
  return result.items.map(item => ({
    service,
    taskId: result.task.id,
    item,
    fingerprint: fingerprintOf(service, item, redact),
    hasOwnName: named.get(item.baseId) === 1,
  }))
}

/** True when the waiver is for this finding; says nothing about the waiver's last day. */
export function covers(waiver: Waiver, finding: PlacedItem): boolean {
  return coversInAnyWording(waiver, finding) && coversWording(waiver, finding)
}

/** Of items with one name nobody can say which one was accepted, unless the waiver holds to its wording. */
function coversWording({ fingerprints }: Waiver, { fingerprint, hasOwnName }: PlacedItem): boolean {
  if (fingerprints === null) return hasOwnName
  return fingerprint !== null && fingerprints.includes(fingerprint)
}

function coversInAnyWording(waiver: Waiver, finding: PlacedItem): boolean {
  const { item, service, taskId } = finding
  return (
    coversStatus(waiver, item) &&
    (waiver.service === null || waiver.service === service) &&
    (waiver.failedReason === null || waiver.failedReason === item.reason) &&
    matchesPattern(waiver.item, item.baseId) &&
    (waiver.task === null || matchesPattern(waiver.task, taskId))
  )
}

/** Passed, pending and unknown items are never covered: there is nothing, or nothing known, to accept. */
function coversStatus(waiver: Waiver, item: CheckItem): boolean {
  switch (item.status) {
    case 'failed':
      return waiver.status === 'failed' || waiver.status === 'any'
    case 'warning':
    case 'skipped':
      return waiver.status === 'warning' || waiver.status === 'any'
    default:
      return false
  }
}

/** The note of the waiver for this finding, the first in the order of the file; null when there is none. */
export function noteFor(finding: PlacedItem, current: readonly Waiver[]): WaiverNote | null {
  const waiver = current.find(candidate => covers(candidate, finding))
  return waiver === undefined ? null : { reason: waiver.reason, owner: waiver.owner, expires: waiver.expires }
}

/**
 * Sorts the waivers into applied, expired and unused. A waiver that covers an item counts as applied even
 * where an earlier one gave the note, so that the order of the file decides nothing but the note.
 */
export function waiverUse(
  waivers: readonly Waiver[],
  findings: readonly PlacedItem[],
  today: string,
): Verdict['waivers'] {
  const current = currentWaivers(waivers, today)
  const unused = current.filter(waiver => !findings.some(finding => covers(waiver, finding)))
  return {
    applied: current.length - unused.length,
    expired: waivers.filter(waiver => hasExpired(waiver, today)).map(listed),
    unused: unused.map(listed),
    missed: missedWaivers(current, findings),
  }
}

/** A waiver that is used in all its wordings misses nothing: what else has the item was never accepted by it. */
function missedWaivers(
  current: readonly Waiver[],
  findings: readonly PlacedItem[],
): readonly Verdict['waivers']['missed'][number][] {
  const open = findings.filter(finding => noteFor(finding, current) === null)
  const seen = new Set(findings.map(({ fingerprint }) => fingerprint))
  return current.flatMap(waiver => {
    const isUsedUp = waiver.fingerprints?.every(fingerprint => seen.has(fingerprint)) ?? false
    if (isUsedUp || !open.some(finding => coversInAnyWording(waiver, finding))) return []
    return [{ ...listed(waiver), why: waiver.fingerprints === null ? 'equal-names' : 'changed' }]
  })
}

function listed({ item, service, task, reason, owner, expires }: Waiver): ListedWaiver {
  return { item, service, task, reason, owner, expires }
}
