import type { Caveat, Freshness, Mode } from './model.ts'
import { improvedItems, lostItems, NO_ITEMS_SEEN, type SeenItems, seenAfter } from './seen-items.ts'
import type { Beside, RunFacts, Standing } from './service.ts'

/**
 * The one place that says whether a finished result counts. A result counts because it is bound to the run that the
 * gate started, never because nothing speaks against it: the start is confirmed, the ids are those that were asked for,
 * something proves a new run, what is said can be read and agrees, and nothing got lost on the way. Services only give
 * facts. Pure: every event makes a new state.
 */

/** What is known of the tie between a task's answers and its run. */
export interface Binding {
  /** `run`: the gate started it. `query`: any run of that id is meant, of whatever age. */
  readonly mode: Mode
  readonly confirmed: boolean
  /** Something was seen that no earlier run can have said. */
  readonly proven: boolean
  /** Something was there before the start was confirmed, so a "first" result may be that. */
  readonly sawUnclaimed: boolean
  /** It was a finished result. */
  readonly sawFinished: boolean
  /** The unbroken row of reads that showed the same finished result. */
  readonly row: { readonly content: string; readonly since: number; readonly reads: number } | null
  /** Where a row against an old result begins, on `Clock.now`: the start, or the read that broke the last row. */
  readonly rowFrom: number
  /** Items that earlier answers of this run reported with a result. */
  readonly seen: SeenItems
}

/** What an answer comes to. `shows`: its items are those of the run that counts. */
export type Worth =
  | { readonly kind: 'running'; readonly shows: boolean; readonly settling: boolean }
  | { readonly kind: 'counts'; readonly freshness: Freshness; readonly caveats: readonly Caveat[] }
  | { readonly kind: 'doubted'; readonly doubt: Doubt; readonly shows: boolean }

/** Why an answer is worth nothing. */
export type Doubt =
  | { readonly kind: 'other-task'; readonly asked: string; readonly came: string }
  | { readonly kind: 'unreadable'; readonly said: string }
  | { readonly kind: 'lost-items'; readonly items: readonly string[] }
  | { readonly kind: 'start-lost' }
  | { readonly kind: 'shared-run'; readonly runId: string }
  | { readonly kind: 'foreign-run'; readonly taskId: string; readonly runId: string }

/**
 * Returns the binding of a task whose start was sent at `now`, or that is only queried. Sent again, what stood before stands
 * for nothing any more.
 */
export function afterStart(
  before: Binding | null,
  mode: Mode,
  { confirmed, boundById }: { readonly confirmed: boolean; readonly boundById: boolean },
  now: number,
): Binding {
  const anew = { row: null, rowFrom: now }
  if (before !== null) return { ...before, confirmed: before.confirmed || confirmed, ...anew }
  const nothing = { sawUnclaimed: false, sawFinished: false, seen: NO_ITEMS_SEEN }
  return { mode, confirmed, proven: boundById, ...nothing, ...anew }
}

/**
 * True when items that stood beside an error are of this run. Where nothing was there before a start that is confirmed
 * they can be of no other.
 */
export function isOfThisRun(binding: Binding, { isFirst }: Beside): boolean {
  return belongs(binding) || (isFirst && canBeFirst(binding))
}

/**
 * Returns the binding after a read at `now` that failed or did not mention the task: whatever stands has to stand anew.
 * Items that stood `beside` an error were reported all the same, and must not get lost later; those that were there
 * before the start was confirmed may be an earlier run's.
 */
export function afterNothing(before: Binding, beside: Beside | null, now: number): Binding {
  const binding = { ...before, row: null, rowFrom: now }
  if (beside === null || beside.picture.items.length === 0) return binding
  const sawUnclaimed = before.sawUnclaimed || !before.confirmed
  const seen = isOfThisRun(before, beside) ? seenAfter(before.seen, beside.picture.items) : before.seen
  return { ...binding, sawUnclaimed, seen }
}

/** Returns the binding after an answer at `now`, and what that answer is worth. */
export function afterAnswer(
  before: Binding,
  facts: RunFacts,
  now: number,
): { readonly binding: Binding; readonly worth: Worth } {
  const { identity, picture } = facts
  const binding = noted(before, facts, now)
  const shows = belongs(binding) && identity.kind !== 'earlier-run'
  const worth = worthOf(binding, facts, shows, now)
  // Answers before the first evidence belong to no run, so what is missing later was not lost from this one.
  const counts = shows && identity.kind !== 'other-task'
  const seen = counts ? seenAfter(binding.seen, picture.items) : binding.seen
  return { binding: { ...binding, seen }, worth }
}

function noted(before: Binding, facts: RunFacts, now: number): Binding {
  const proven = before.proven || proves(before, facts)
  // Progress of a new run says that the start has worked, whatever became of its answer.
  const confirmed = before.confirmed || proven
  const isOfTask = facts.identity.kind !== 'other-task'
  const sawFinished = before.sawFinished || (!confirmed && facts.finished && isOfTask)
  const sawUnclaimed = before.sawUnclaimed || sawFinished
  return { ...before, proven, confirmed, sawUnclaimed, sawFinished, ...rowAfter(before, facts, now) }
}

function proves(before: Binding, { evidence, identity, finished }: RunFacts): boolean {
  if (identity.kind !== 'own') return false
  switch (evidence) {
    case 'new-run':
      return true
    case 'first-result':
      return finished && canBeFirst(before)
    case 'none':
      return false
  }
}

function canBeFirst({ confirmed, sawUnclaimed }: Binding): boolean {
  return confirmed && !sawUnclaimed
}

function rowAfter(
  { row, rowFrom }: Binding,
  { finished, identity, standing }: RunFacts,
  now: number,
): Pick<Binding, 'row' | 'rowFrom'> {
  const counted = finished && (identity.kind === 'own' || identity.kind === 'strange')
  if (!counted || standing === null) return { row: null, rowFrom: now }
  const { content } = standing
  if (row?.content === content) return { row: { ...row, reads: row.reads + 1 }, rowFrom }
  // Against an old result all the time since the start counts; that nothing more comes is seen only from the first read on.
  const since = row === null && standing.against === 'old' ? rowFrom : now
  return { row: { content, since, reads: 1 }, rowFrom }
}

function belongs({ mode, proven }: Binding): boolean {
  return mode === 'query' || proven
}

function worthOf(binding: Binding, facts: RunFacts, shows: boolean, now: number): Worth {
  const { identity, picture, standing, unreadable } = facts
  if (identity.kind === 'other-task') return { kind: 'doubted', shows: false, doubt: identity }
  if (!facts.finished || identity.kind === 'earlier-run') return { kind: 'running', shows, settling: false }
  const needed = standing !== null && mustStand(binding, facts, standing) ? standing : null
  if (needed !== null && !stands(binding, needed, now)) return { kind: 'running', shows, settling: true }
  const isTied = belongs(binding) || needed !== null
  if (!binding.confirmed || !isTied) return { kind: 'running', shows: false, settling: true }
  if (unreadable !== null) {
    return { kind: 'doubted', shows: true, doubt: { kind: 'unreadable', said: unreadable } }
  }
  const lost = lostItems(binding.seen, picture.items)
  if (lost.length > 0) return { kind: 'doubted', shows: true, doubt: { kind: 'lost-items', items: lost } }
  return countsAs(binding, facts, needed)
}

function mustStand({ mode, proven }: Binding, { identity }: RunFacts, { against }: Standing): boolean {
  if (against === 'partial') return true
  return mode === 'run' && (!proven || identity.kind !== 'own')
}

function stands({ row }: Binding, { forMs, cutShort, reads }: Standing, now: number): boolean {
  if (row === null || row.reads < reads) return false
  const stoodMs = now - row.since
  return stoodMs >= forMs || (cutShort !== null && now >= cutShort.from && stoodMs >= cutShort.forMs)
}

function countsAs(binding: Binding, { identity, picture }: RunFacts, stood: Standing | null): Worth {
  const caveats: Caveat[] = []
  if (identity.kind === 'strange') caveats.push({ ...identity, kind: 'strange-id' })
  const assumption = binding.mode === 'query' ? null : (stood?.assumption ?? null)
  if (assumption !== null) caveats.push({ kind: 'assumed', because: assumption })
  for (const item of improvedItems(binding.seen, picture.items)) caveats.push({ kind: 'got-better', ...item })
  const isAssumed = assumption !== null || identity.kind === 'strange'
  const freshness = binding.mode === 'query' ? 'as-found' : isAssumed ? 'assumed' : 'new'
  return { kind: 'counts', freshness, caveats }
}
