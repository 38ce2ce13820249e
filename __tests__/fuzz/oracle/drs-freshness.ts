import { isBlank, isNoResult, provesNewRun, type Sighting } from './drs-answer.ts'

/** "Old results" of section 3.2: whether a finished result is one of the run that was started. */

export type Earlier =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly content: string }
  | { readonly kind: 'unread' }

export interface Poll {
  readonly at: number
  readonly seen: Sighting
}

const POLLS_UNCHANGED = 5

/** What the last read before the start left known. */
export function preReadOf(reads: readonly Sighting[]): Earlier {
  const last = reads.at(-1)
  if (last === undefined) return { kind: 'unread' }
  switch (last.kind) {
    case 'missing':
      return { kind: last.strangers ? 'unread' : 'none' }
    case 'fault':
      return isNoResult(last.code) ? { kind: 'none' } : { kind: 'unread' }
    case 'entry':
      return isBlank(last) ? { kind: 'none' } : { kind: 'found', content: last.content }
  }
}

export interface StartFacts {
  /** Between these the gate can have taken the start for made. */
  readonly least: number
  readonly most: number
  readonly confirmed: boolean
  readonly settleMs: number
}

/**
 * - `counts`: a new run's. `settled`: has stood for so long that it is taken for one. `given up`: has stood so long, but
 *   the start's answer was lost. `old`: nothing speaks for it.
 * - `either`: depends on when exactly the gate took the start for made.
 */
export type Freshness = 'counts' | 'settled' | 'given up' | 'old' | 'either'

export function freshnessOf(earlier: Earlier, polls: readonly Poll[], start: StartFacts): Freshness {
  if (earlier.kind === 'none' || polls.some(({ seen }) => provesNewRun(seen, earlier))) return 'counts'
  const last = polls.at(-1)
  if (last?.seen.kind !== 'entry' || !last.seen.isFinished) return 'old'
  const now = shown(last.seen)
  const different = polls.findLastIndex(({ seen }) => shown(seen) !== now)
  const row = polls.slice(different + 1)
  if (row.length < POLLS_UNCHANGED) return 'old'
  const breaker = polls[different]
  // A poll that showed something else ends what stood before; one that showed nothing leaves open what stood.
  const from = breaker === undefined ? null : breaker.seen.kind === 'entry' ? row[0]?.at : breaker.at
  const stoodAtMost = last.at - (from ?? start.least)
  const stoodAtLeast = last.at - (from ?? start.most)
  if (stoodAtMost < start.settleMs) return 'old'
  if (stoodAtLeast < start.settleMs) return 'either'
  return start.confirmed ? 'settled' : 'given up'
}

function shown(seen: Sighting): string | null {
  return seen.kind === 'entry' ? `${seen.process} ${seen.content}` : null
}
