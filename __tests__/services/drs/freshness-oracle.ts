import { isDeepStrictEqual } from 'node:util'

/**
 * A second opinion on what a DRS result is worth, written from the published rules and sharing nothing with the
 * product: it looks at the whole history at once, where the product keeps a state.
 */

export type Raw = Readonly<Record<string, unknown>>

export type BeforeStart =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'found'; readonly entry: Raw }

export interface PollSeen {
  readonly at: number
  /** null: no entry, or one with an error. */
  readonly entry: Raw | null
}

export interface History {
  readonly before: BeforeStart
  readonly startAt: number
  readonly startConfirmed: boolean
  readonly settleMs: number
  /** The last one showed a finished result. */
  readonly polls: readonly PollSeen[]
}

export type Worth = 'new' | 'assumed' | 'never' | 'wait'

const POLLS_NEEDED = 5

export function worthByTheRules(history: History): Worth {
  if (history.before.kind === 'none' || history.polls.some(poll => isEvidence(history.before, poll)))
    return 'new'
  if (!stoodLongEnough(history)) return 'wait'
  return history.startConfirmed ? 'assumed' : 'never'
}

/** A process under 100; or, where the earlier result is known, another id or any other difference. */
export function isEvidence(before: BeforeStart, { entry }: PollSeen): boolean {
  if (entry === null) return false
  const process = Number.parseFloat(String(entry['process'] ?? 'none'))
  if (process < 100) return true
  return before.kind === 'found' && !saysTheSame(before.entry, entry)
}

/** The last poll and those before it that showed the same without a gap, and the time they cover. */
function stoodLongEnough({ polls, startAt, settleMs }: History): boolean {
  const last = polls.at(-1)
  if (last === undefined || last.entry === null) return false
  const shown = last.entry
  const gap = polls.findLastIndex(({ entry }) => entry === null || !showsTheSame(entry, shown))
  const row = polls.slice(gap + 1)
  const breaker = polls[gap]
  const changedAt = breaker?.entry === null ? breaker.at : row[0]?.at
  const since = breaker === undefined ? startAt : (changedAt ?? last.at)
  return row.length >= POLLS_NEEDED && last.at - since >= settleMs
}

/** To stand unchanged means to be finished all the time as well. */
function showsTheSame(one: Raw, other: Raw): boolean {
  const progress = ({ process }: Raw) => Number.parseFloat(String(process ?? 'none'))
  return Object.is(progress(one), progress(other)) && saysTheSame(one, other)
}

/** Everything but the process, items as a bag; null and absent are the same. */
export function saysTheSame(one: Raw, other: Raw): boolean {
  const { process: _one, precheck_result: items, ...rest } = stripped(one)
  const { process: _other, precheck_result: otherItems, ...otherRest } = stripped(other)
  return isDeepStrictEqual(rest, otherRest) && sameBag(listOf(items), listOf(otherItems))
}

function sameBag(ones: readonly unknown[], others: readonly unknown[]): boolean {
  if (ones.length !== others.length) return false
  const left = [...others]
  return ones.every(one => {
    const index = left.findIndex(other => isDeepStrictEqual(one, other))
    if (index >= 0) left.splice(index, 1)
    return index >= 0
  })
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.map(one => (isRaw(one) ? stripped(one) : one)) : []
}

function stripped(raw: Raw): Raw {
  return Object.fromEntries(
    Object.entries(raw)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([key, value]) => [key, isRaw(value) ? stripped(value) : value]),
  )
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
