/**
 * Whether a DDM result is whole. The API gives no progress and no mark of the end, so a result counts when it has
 * stood unchanged for long enough. Pure: every poll makes a new state.
 */

/** The unbroken row of polls that showed the same list. */
export interface Row {
  readonly content: string
  /** When its first poll was answered, on `Clock.now`. */
  readonly since: number
  readonly polls: number
}

/** The first poll that shows a list and two more, however short `settle-seconds` is. */
const POLLS_OF_A_ROW = 3
/** A list of nothing but synchronous items says nothing about the asynchronous part, so it must stand for longer. */
const TIMES_LONGER_WITHOUT_NEWS = 5
/** That longer wait must not cost the verdict: it ends this long before the deadline. */
const RESERVE_BEFORE_DEADLINE_MS = 10_000

/** Returns the row after a poll that was understood. A poll that failed showed nothing, so it neither adds nor breaks. */
export function rowAfter(row: Row | null, content: string, now: number): Row {
  return row?.content === content ? { ...row, polls: row.polls + 1 } : { content, since: now, polls: 1 }
}

export interface Patience {
  readonly settleMs: number
  /** The list names nothing that the start answer lacks. */
  readonly withoutNews: boolean
  readonly deadlineAt: number
}

/** What a row is worth: `settled`, `assumed` when only time speaks for it, or `wait`. */
export function worthOf(row: Row, patience: Patience, now: number): 'wait' | 'settled' | 'assumed' {
  const { settleMs, withoutNews, deadlineAt } = patience
  const stoodMs = now - row.since
  if (row.polls < POLLS_OF_A_ROW || stoodMs < settleMs) return 'wait'
  if (!withoutNews) return 'settled'
  const longEnough = stoodMs >= settleMs * TIMES_LONGER_WITHOUT_NEWS
  return longEnough || now >= deadlineAt - RESERVE_BEFORE_DEADLINE_MS ? 'assumed' : 'wait'
}
