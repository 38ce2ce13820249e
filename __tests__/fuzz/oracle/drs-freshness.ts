import { type Entry, isBlank, isNoResult, type Sighting } from './drs-answer.ts'

/** Rule 3 of section 3.0 and "Old results" of 3.2: whether a finished result is one of the run that was started. */

export type Earlier =
  /** Two reads in a row said that there is none. */
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly entry: Entry }
  | { readonly kind: 'going'; readonly id: string | null }
  | { readonly kind: 'unread' }

export interface Read {
  readonly sentAt: number
  readonly at: number
  readonly seen: Sighting
}

const POLLS_UNCHANGED = 5
const APART_MS = 500
/** Where a recorder stands between, what it notes lies so far from the gate's own times. */
const JITTER_MS = 100

/** What the reads before the start left known. */
export function preReadOf(reads: readonly Read[], doubt: boolean): Earlier {
  const last = reads.at(-1)
  if (last === undefined) return { kind: 'unread' }
  if (!saysNone(last.seen)) {
    if (last.seen.kind !== 'entry' || (last.seen.isStrange && !doubt)) return { kind: 'unread' }
    if (last.seen.isFinished) return { kind: 'found', entry: last.seen }
    const isGoing = isUnderWay(last.seen)
    return isGoing || !doubt ? { kind: 'going', id: last.seen.id } : { kind: 'unread' }
  }
  const before = reads.slice(0, -1).findLast(read => saysNone(read.seen) || !doubt)
  const isApart = before !== undefined && last.sentAt - before.sentAt >= APART_MS - JITTER_MS
  return isApart && saysNone(before.seen) ? { kind: 'none' } : { kind: 'unread' }
}

const isUnderWay = ({ process, items }: Entry) =>
  (process !== 'absent' && process > 0) || items.some(({ status }) => status === 'pending')

function saysNone(seen: Sighting): boolean {
  switch (seen.kind) {
    case 'missing':
      return !seen.strangers
    case 'fault':
      return isNoResult(seen.code)
    case 'entry':
      return isBlank(seen)
  }
}

export interface StartFacts {
  /** The id that the start answer gave; null when it gave none. */
  readonly runId: string | null
  /** When the service first said that it started this task; null: it never did. */
  readonly confirmedAt: number | null
  /** Between these the gate can have taken the start for made. */
  readonly least: number
  readonly most: number
  readonly settleMs: number
}

/** The first poll that proves a new run; null where none does. */
export function firstEvidence(
  earlier: Earlier,
  preReads: readonly Read[],
  polls: readonly Read[],
  start: StartFacts,
  doubt: boolean,
): number | null {
  // What was there before the start was confirmed may still be shown after it: a gate may want more than the rule says.
  let unclaimed = false
  let highest = Math.max(0, ...preReads.map(({ seen }) => processOf(seen)))
  for (const [index, { at, seen }] of polls.entries()) {
    const confirmed = isBefore(start.confirmedAt, at)
    if (proves(seen, { earlier, highest, confirmed, unclaimed, start, doubt })) return index
    unclaimed ||= !confirmed && showsResult(seen)
    highest = Math.max(highest, processOf(seen))
  }
  return null
}

/** A finished result, or items beside an error, which may be those of one. */
function showsResult(seen: Sighting): boolean {
  if (seen.kind === 'missing') return false
  return seen.kind === 'entry' ? seen.isFinished : seen.items !== null && seen.items.length > 0
}

const isBefore = (moment: number | null, at: number) => moment !== null && moment <= at
const processOf = (seen: Sighting) => (seen.kind === 'entry' && seen.process !== 'absent' ? seen.process : 0)

interface Known {
  readonly earlier: Earlier
  readonly highest: number
  readonly confirmed: boolean
  readonly unclaimed: boolean
  readonly start: StartFacts
  readonly doubt: boolean
}

function proves(seen: Sighting, { earlier, highest, confirmed, unclaimed, start, doubt }: Known): boolean {
  if (seen.kind !== 'entry' || seen.isStrange) return false
  // Where neither what was there before nor the start is known, a gate may want more than progress.
  if (typeof seen.process === 'number' && seen.process < 100)
    return (
      seen.process < highest ||
      (earlier.kind !== 'going' && (doubt || confirmed || earlier.kind !== 'unread'))
    )
  // After a lost start other evidence than progress may be the work of somebody else's run.
  if (!confirmed && !doubt) return false
  if (confirmed && earlier.kind === 'none') return doubt || (seen.isFinished && !unclaimed)
  if (start.runId !== null && seen.id === start.runId && earlier.kind !== 'none') {
    const before = earlier.kind === 'found' ? earlier.entry.id : earlier.kind === 'going' ? earlier.id : null
    if (before === null ? doubt : before !== start.runId) return true
  }
  if (earlier.kind !== 'found') return false
  const { results } = earlier.entry
  if (seen.results.loose !== results.loose) return seen.isFinished || doubt
  return doubt && seen.results.strict !== results.strict
}

/** True where the last poll shows a finished result that has stood unchanged for long enough since a start that was confirmed. */
export function hasSettled(polls: readonly Read[], start: StartFacts, doubt: boolean): boolean {
  const { confirmedAt } = start
  if (confirmedAt === null) return false
  const since = polls.filter(({ at }) => at >= confirmedAt)
  const last = since.at(-1)
  if (last?.seen.kind !== 'entry' || !last.seen.isFinished) return false
  const shown = ({ seen }: Read) =>
    seen.kind === 'entry' && seen.isFinished ? (doubt ? seen.whole.loose : seen.whole.strict) : null
  const now = shown(last)
  const different = since.findLastIndex(read => shown(read) !== now)
  const row = since.slice(different + 1)
  if (row.length < POLLS_UNCHANGED) return false
  const breaker = since[different]
  const from = breaker === undefined ? (doubt ? start.least : start.most) : doubt ? breaker.at : row[0]?.at
  return last.at - (from ?? last.at) >= start.settleMs
}
