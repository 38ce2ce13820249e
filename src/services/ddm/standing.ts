import type { Assumption } from '../../precheck/model.ts'
import type { Standing } from '../../precheck/service.ts'
import { canonicalUnordered, digestOf } from '../canonical.ts'
import { namesNews } from './items.ts'
import type { DdmEntry } from './wire.ts'

/**
 * How long a DDM result must stand before it is taken for whole. The API gives no progress and no mark of the end, so
 * time is all that speaks for it.
 */

/** The first read that shows a list and two more, however short `settle-seconds` is. */
const READS_WITHOUT_CHANGE = 3
/** A list of nothing but synchronous items says nothing about the asynchronous part, so it must stand for longer. */
const TIMES_LONGER_WITHOUT_NEWS = 5
/** That longer wait must not cost the verdict: it ends this long before the deadline. */
const RESERVE_BEFORE_DEADLINE_MS = 10_000

/** Returns how long the entries have to stand as they are; `start` holds those of the start answer, null when somebody else got it. */
export function standingOf(
  start: readonly DdmEntry[] | null,
  entries: readonly DdmEntry[],
  { settleMs, deadlineAt }: { readonly settleMs: number; readonly deadlineAt: number },
): Standing {
  const assumption = assumptionOf(start, entries)
  const common = {
    against: 'partial',
    content: digestOf(canonicalUnordered(entries)),
    reads: READS_WITHOUT_CHANGE,
    assumption,
  } as const
  if (assumption === null) return { ...common, forMs: settleMs, cutShort: null }
  const cutShort = { from: deadlineAt - RESERVE_BEFORE_DEADLINE_MS, forMs: settleMs }
  return { ...common, forMs: settleMs * TIMES_LONGER_WITHOUT_NEWS, cutShort }
}

function assumptionOf(start: readonly DdmEntry[] | null, entries: readonly DdmEntry[]): Assumption | null {
  if (start === null) return null
  if (start.length === 0) return 'no-start-list'
  return namesNews(start, entries) ? null : 'no-news'
}
