import { IS_LONG } from '../effort.ts'
import { type Cell, type Duration, type FaultRow, MOMENTS, type Moment, operationOf } from './model.ts'
import type { Service } from './targets.ts'

/** Which cells a row of the matrix has. */

const DRS_ONLY: readonly Moment[] = ['pre-read', 'start, not arrived', 'start, old result']
const LASTING_ONLY: readonly Moment[] = ['deadline', 'mid-poll, an item has failed']

/** Returns the cells of some rows for one service, without those that would be another's double. */
export function cellsOf(rows: readonly FaultRow[], service: Service): readonly Cell[] {
  return rows.flatMap(row =>
    MOMENTS.flatMap(moment =>
      (['once', 'lasting'] as const).map(duration => ({ row, service, moment, duration })).filter(isMeant),
    ),
  )
}

const BRIEFLY: Readonly<Record<Duration, readonly Moment[]>> = {
  once: ['start', 'first read', 'mid-poll', 'last read'],
  // To the deadline, and where the host is soon given up unless its answers are understood.
  lasting: ['mid-poll', 'query'],
}

function isMeant({ row, service, moment, duration }: Cell): boolean {
  const hit = { service, operation: operationOf(moment) }
  if (row.hits?.(hit) === false) return false
  if (DRS_ONLY.includes(moment) && service !== 'drs') return false
  const { kind } = row.means(hit)
  const isOver = kind === 'refused' || kind === 'ends'
  const isBrief = row.brief?.(service) === true && !(isOver && moment === 'query')
  if (isBrief && !BRIEFLY[duration].includes(moment)) return false
  const isTried = ['transient', 'unreadable', 'throttled', 'pending'].includes(kind)
  const isLost = kind === 'transient' || kind === 'unreadable'
  if (moment === 'start, not arrived' && !isLost) return false
  if (moment === 'start, old result' && !isLost && kind !== 'harmless') return false
  if (LASTING_ONLY.includes(moment)) return duration === 'lasting' && kind !== 'harmless'
  return isDifferent(duration, kind, moment, isTried)
}

/** What ends a task at once cannot last, and what harms nothing need not. */
function isDifferent(duration: Duration, kind: string, moment: Moment, isTried: boolean): boolean {
  if (duration === 'once') return true
  if (operationOf(moment) === 'start') return kind === 'throttled'
  if (moment === 'pre-read') return kind !== 'harmless'
  return isTried || (kind === 'harmless' && moment === 'first read')
}

/** Rows that differ from others in their wording only are played at two moments in the short form, at all of theirs in the long one. */
export function isPlayed({ row, service, moment, duration }: Cell): boolean {
  if (IS_LONG || row.brief?.(service) !== true) return true
  return duration === 'once' && (moment === 'start' || moment === 'mid-poll')
}

export const nameOf = ({ row, service, moment, duration }: Cell) =>
  `${service}, ${moment}, ${duration}: ${row.name}`
