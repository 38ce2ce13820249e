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
  /** The id of the run as it was known then. */
  readonly runId: string | null
  readonly seen: Sighting
}

const POLLS_UNCHANGED = 5
const APART_MS = 500
/** Where a recorder stands between, what it notes lies so far from the gate's own times. */
const JITTER_MS = 100

/** What the reads before the start left known. */
export function preReadOf(reads: readonly Read[], doubt: boolean): Earlier {
  // A run that was seen going stays the measure, though later reads say nothing that can be understood.
  const last = reads.findLast(({ seen }) => saysNone(seen) || isRead(seen, doubt))
  if (last === undefined) return { kind: 'unread' }
  if (!saysNone(last.seen)) {
    if (last.seen.kind !== 'entry') return { kind: 'unread' }
    if (last.seen.isFinished)
      return last === reads.at(-1) ? { kind: 'found', entry: last.seen } : { kind: 'unread' }
    // What is neither under way nor finished is read as going once, and once as nothing; under a strange id the strict reading has seen nothing.
    const isGoing = isUnderWay(last.seen) || last.seen.isStrange
    return isGoing || !doubt ? { kind: 'going', id: last.seen.id } : { kind: 'unread' }
  }
  if (last !== reads.at(-1)) return { kind: 'unread' }
  const before = reads.at(-2)
  const isApart = before !== undefined && last.sentAt - before.sentAt >= APART_MS - JITTER_MS
  return isApart && saysNone(before.seen) ? { kind: 'none' } : { kind: 'unread' }
}

const isRead = (seen: Sighting, doubt: boolean) => seen.kind === 'entry' && (!seen.isStrange || doubt)

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
  // What was there before the start was confirmed may still be shown after it, so it is the measure from then on.
  let unclaimed: Unclaimed = { isThere: false, results: null }
  let highest = highestBefore(preReads, doubt)
  for (const [index, read] of polls.entries()) {
    const { at, seen } = read
    const confirmed = isBefore(start.confirmedAt, at)
    if (proves(read, { earlier, highest, confirmed, unclaimed, doubt })) return index
    if (!confirmed) unclaimed = unclaimedAfter(unclaimed, seen)
    highest = Math.max(highest, processOf(seen))
  }
  return null
}

/** Of two runs that were seen going one after the other the second is the one that may go on. */
function highestBefore(preReads: readonly Read[], doubt: boolean): number {
  const told = preReads.flatMap(({ seen }) =>
    seen.kind === 'entry' && !isBlank(seen) ? [processOf(seen)] : [],
  )
  return doubt ? Math.max(0, ...told) : (told.at(-1) ?? 0)
}

interface Unclaimed {
  /** A finished result, or items beside an error. */
  readonly isThere: boolean
  readonly results: string | null
}

function unclaimedAfter(before: Unclaimed, seen: Sighting): Unclaimed {
  if (seen.kind === 'entry' && seen.isFinished) return { isThere: true, results: seen.results }
  const besideError = seen.kind === 'fault' && (seen.items ?? []).length > 0
  return besideError ? { ...before, isThere: true } : before
}

const isBefore = (moment: number | null, at: number) => moment !== null && moment <= at
const processOf = (seen: Sighting) => (seen.kind === 'entry' && seen.process !== 'absent' ? seen.process : 0)

interface Known {
  readonly earlier: Earlier
  readonly highest: number
  readonly confirmed: boolean
  readonly unclaimed: Unclaimed
  readonly doubt: boolean
}

function proves({ seen, runId }: Read, known: Known): boolean {
  const { earlier, highest, confirmed, unclaimed, doubt } = known
  if (seen.kind !== 'entry' || seen.isStrange) return false
  // Where neither what was there before nor the start is known, a gate may want more than progress.
  if (typeof seen.process === 'number' && seen.process < 100) {
    if (seen.process < highest) return true
    if (earlier.kind !== 'going' && (doubt || confirmed || earlier.kind !== 'unread')) return true
  }
  // After a lost start other evidence than progress may be the work of somebody else's run.
  if (!confirmed && !doubt) return false
  if (confirmed && earlier.kind === 'none' && !unclaimed.isThere) return seen.isFinished
  if (runId !== null && seen.id === runId && earlier.kind !== 'none') {
    const before = earlier.kind === 'found' ? earlier.entry.id : earlier.kind === 'going' ? earlier.id : null
    if (before === null ? doubt : before !== runId) return true
  }
  const results =
    (confirmed ? unclaimed.results : null) ?? (earlier.kind === 'found' ? earlier.entry.results : null)
  if (results === null || seen.process !== 100) return false
  return seen.results !== results && (seen.isFinished || doubt)
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
