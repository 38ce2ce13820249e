import type { RunFacts, Standing } from '../../precheck/service.ts'
import { canonical, canonicalUnordered, digestOf } from '../canonical.ts'
import { textOf, wordOf } from '../text.ts'
import { percentOf } from '../wire.ts'
import type { ResultEntry } from './wire.ts'

/**
 * What a DRS result proves about its run. The result API gives no time and no run id, so right after a start it can still
 * answer with an earlier run's 100 %, or with the progress of one that is still going. Pure.
 */

/** What the reads before the start found. */
export type Earlier =
  /** Two reads in a row said that there is no result. */
  | { readonly kind: 'none' }
  /** A finished result of an earlier run. */
  | { readonly kind: 'finished'; readonly id: string | null; readonly items: string }
  /** An earlier run that had not ended when the start was sent. */
  | { readonly kind: 'going'; readonly id: string | null }
  /** Nothing that could be understood. */
  | { readonly kind: 'unclear' }

/** What is known of a task besides the answer at hand. */
export interface Before {
  readonly earlier: Earlier
  /** The highest progress since the last read before the start; -1 when none was seen. */
  readonly highest: number
  /** From the start answer. */
  readonly startId: string | null
  /** The items of a finished result that was there before the start was confirmed: it is not that of the confirmed one. */
  readonly unclaimed: string | null
  /** Whether a start was sent, and whether the service said that it started the task. */
  readonly start: 'none' | 'unconfirmed' | 'confirmed'
}

/** Of a task whose start has not been sent, or whose run is known by an id that no other has. */
export const NOTHING_KNOWN: Before = {
  earlier: { kind: 'unclear' },
  highest: -1,
  startId: null,
  unclaimed: null,
  start: 'none',
}

/** A result without evidence must have stood for this many reads, however short `settle-seconds` is. */
export const READS_WITHOUT_CHANGE = 5

/**
 * Returns what an entry of the task `taskId` proves. An absent process, other fields and an error prove nothing, and neither
 * does the task's own id: where the start gives that one, runs have no ids, and a result before it under another is a stranger's.
 */
export function evidenceOf(entry: ResultEntry, before: Before, taskId: string): RunFacts['evidence'] {
  const { earlier, startId, unclaimed } = before
  const progress = percentOf(entry.process)
  if (typeof progress === 'number' && progress < 100 && isProgressOfNewRun(progress, before)) return 'new-run'
  const knowsEarlierId = earlier.kind === 'finished' || earlier.kind === 'going'
  const id = textOf(entry.precheck_id)
  const namesRun = startId !== null && startId !== taskId
  if (knowsEarlierId && namesRun && id === startId && earlier.id !== startId) return 'new-run'
  const measure = measureOf(before)
  if (measure !== null && progress === 100 && itemsOf(entry) !== measure) return 'new-run'
  return earlier.kind === 'none' && unclaimed === null ? 'first-result' : 'none'
}

/** The finished result that a new one is told from; what was there before the start was confirmed, once it is. */
function measureOf({ earlier, unclaimed, start }: Before): string | null {
  const found = earlier.kind === 'finished' ? earlier.items : null
  return start === 'confirmed' ? (unclaimed ?? found) : found
}

function isProgressOfNewRun(progress: number, { earlier, highest, start }: Before): boolean {
  switch (earlier.kind) {
    case 'none':
    case 'finished':
      return true
    case 'going':
      return progress < highest
    case 'unclear':
      // Nobody knows whether one was going. Where the start was taken, none can have been; where that is unknown as well, only a fall shows a new one.
      return start === 'confirmed' || progress < highest
  }
}

/** Returns what has to stand unchanged, and for how long, before a result without evidence is taken for the new one. */
export function standingOf(entry: ResultEntry, settleMs: number): Standing {
  const overall = canonical([textOf(entry.result), textOf(entry.total_passed_rate)])
  const content = digestOf(`${overall}${itemsOf(entry)}`)
  return {
    against: 'old',
    content,
    forMs: settleMs,
    cutShort: null,
    reads: READS_WITHOUT_CHANGE,
    assumption: 'no-run-id',
  }
}

/** Returns a short text that two results share when they hold the same items with the same results for the same reasons. */
export function itemsOf({ precheck_result: items }: ResultEntry): string {
  const said = items.map(item => [textOf(item.item), wordOf(item.result), textOf(item.failed_reason)])
  return digestOf(canonicalUnordered(said))
}
