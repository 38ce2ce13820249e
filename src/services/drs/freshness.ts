import type { Freshness } from '../../precheck/model.ts'
import { canonical, canonicalUnordered } from '../canonical.ts'
import { percentOf } from '../wire.ts'
import type { ResultEntry } from './wire.ts'

/**
 * Whether a DRS result belongs to the run that we started. The result API gives no time and no run id, so right
 * after a start it can still answer with an earlier run's 100 %. Pure: every sighting makes a new state.
 */

/** What the read before the start found. */
export type Earlier =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly content: string }
  | { readonly kind: 'unreadable' }

export interface Evidence {
  readonly earlier: Earlier
  /** The start's answer was understood. */
  readonly startConfirmed: boolean
  /** A sighting could not come from an earlier run. */
  readonly proven: boolean
  /** The unbroken row of polls that showed the same entry. */
  readonly row: { readonly content: string; readonly since: number; readonly polls: number } | null
  /** Where the next row begins, on `Clock.now`: the start, or the last poll that broke a row. */
  readonly rowFrom: number
}

/** A result without evidence must have stood for this many polls, however short `settle-seconds` is. */
export const POLLS_WITHOUT_CHANGE = 5

/** Returns the evidence right after a start. */
export function evidenceAfterStart(earlier: Earlier, startConfirmed: boolean, now: number): Evidence {
  return { earlier, startConfirmed, proven: earlier.kind === 'none', row: null, rowFrom: now }
}

/** Returns the evidence after a poll; `entry` is null when the poll showed no entry, or one with an error. */
export function observe(evidence: Evidence, entry: ResultEntry | null, now: number): Evidence {
  if (evidence.proven) return evidence
  if (entry === null) return { ...evidence, row: null, rowFrom: now }
  if (provesNewRun(evidence.earlier, entry)) return { ...evidence, proven: true }
  // An entry without a process is not the finished result, however much alike they are.
  const content = `${percentOf(entry.process)} ${contentOf(entry)}`
  const { row, rowFrom } = evidence
  if (row === null) return { ...evidence, row: { content, since: rowFrom, polls: 1 } }
  if (row.content === content) return { ...evidence, row: { ...row, polls: row.polls + 1 } }
  return { ...evidence, row: { content, since: now, polls: 1 } }
}

/** What a finished result is worth: a freshness when it counts, `wait`, or `never` when no proof can come any more. */
export function worthOf(evidence: Evidence, settleMs: number, now: number): Freshness | 'wait' | 'never' {
  if (evidence.proven) return 'new'
  const { row } = evidence
  const stood = row !== null && row.polls >= POLLS_WITHOUT_CHANGE && now - row.since >= settleMs
  if (!stood) return 'wait'
  return evidence.startConfirmed ? 'assumed' : 'never'
}

function provesNewRun(earlier: Earlier, entry: ResultEntry): boolean {
  const progress = percentOf(entry.process)
  if (typeof progress === 'number' && progress < 100) return true
  // Another pre-check id is such a difference too.
  return earlier.kind === 'found' && contentOf(entry) !== earlier.content
}

/** Returns all that an entry says except its `process`, with the items in an order of their own. */
export function contentOf(entry: ResultEntry): string {
  const { process: _process, precheck_result: items, ...rest } = entry
  return `${canonical(rest)}${canonicalUnordered(items)}`
}
