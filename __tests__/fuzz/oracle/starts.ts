import type { Heard } from './faults.ts'

/** Section 3.5, "Starts", and what 3.2 says of the starts of DRS. */

export type StartEnd =
  | 'confirmed'
  | 'unconfirmed'
  | 'refused'
  | 'nothing started'
  | 'too often'
  | 'as a batch'

const TOO_OFTEN = ['DRS.M01503', 'DRS.M01504']
const MOST_REPEATS_OF_TOO_OFTEN = 5
const LONGEST_DELAYS_OF_TOO_OFTEN_MS = 60_000
const READS_BEFORE_REPEAT = 3
/** Ten seconds, less what the clock of a recorder may differ by. */
const SHORTEST_BEFORE_REPEAT_MS = 9_900
const MOST_REPEATS_OF_LOST = 3

export const isTooOften = (code: string | null) =>
  code !== null && TOO_OFTEN.includes(code.trim().toUpperCase())

/** What a start call that brought no content says of its tasks. */
export function startEndOf(heard: Extract<Heard, { kind: 'fault' }>): StartEnd {
  const { code, nothingStarted } = heard
  if (isTooOften(code)) return 'too often'
  if (nothingStarted) return 'nothing started'
  return heard.class === 'transient' ? 'unconfirmed' : 'refused'
}

export interface StartCall {
  readonly sentAt: number
  readonly at: number
  readonly end: StartEnd
  /** Refused or turned away as one request too many: the read before the start has to be made again. */
  readonly isPutOff?: boolean
}

/** Reads of the task that came to an end, and the first that proves a run. */
export interface ReadsOfTask {
  readonly sentAt: readonly number[]
  readonly endedAt: readonly number[]
  readonly evidenceAt: number | null
}

/** Complaints about starts of one task that should not have been sent. `reads` is null where a lost start is never sent again. */
export function wrongStartsOf(calls: readonly StartCall[], reads: ReadsOfTask | null): readonly string[] {
  const wrong = calls.slice(1).flatMap((call, index) => {
    const before = calls[index]
    const isAfterLoss = calls.slice(0, index + 1).some(({ end }) => end === 'unconfirmed')
    const why = before === undefined ? null : whyWrong(call, before, isAfterLoss, reads)
    return why === null ? [] : [`a start at ${call.sentAt} ms ${why}`]
  })
  // Once a start was lost it is the lost one that is sent again, whatever is said to that.
  const firstLost = calls.findIndex(({ end }) => end === 'unconfirmed')
  const beforeLoss = firstLost < 0 ? calls : calls.slice(0, firstLost)
  const tooOften = beforeLoss.filter(({ end }) => end === 'too often')
  if (tooOften.length > MOST_REPEATS_OF_TOO_OFTEN + 1)
    wrong.push(`${tooOften.length} starts that were too frequent`)
  // What started nothing, and a batch that is sent again task by task, is none of them.
  const repeats = calls
    .slice(beforeLoss.length + 1)
    .filter(({ end }) => end !== 'nothing started' && end !== 'as a batch')
  if (repeats.length > MOST_REPEATS_OF_LOST) wrong.push(`${repeats.length} starts after a lost one`)
  if (calls.every(({ end }) => end === 'too often')) {
    const waits = calls.slice(1).map((call, index) => call.sentAt - lastBefore(call, calls[index], reads))
    const waited = waits.reduce((sum, wait) => sum + wait, 0)
    // The time that the calls of one batch stand in line is no delay of the start.
    if (waited > LONGEST_DELAYS_OF_TOO_OFTEN_MS * 2) wrong.push(`starts that waited ${waited} ms`)
  }
  return wrong
}

function whyWrong(
  call: StartCall,
  before: StartCall,
  isAfterLoss: boolean,
  reads: ReadsOfTask | null,
): string | null {
  const between = (reads?.sentAt ?? []).filter(at => at >= before.at && at <= call.sentAt)
  switch (before.end) {
    case 'confirmed':
    case 'refused':
      return `after one that ended as "${before.end}"`
    case 'unconfirmed':
      if (reads === null) return 'after one whose answer was lost'
      if (reads.evidenceAt !== null && reads.evidenceAt < call.sentAt)
        return 'although a run had been seen since the one before'
      return between.length >= READS_BEFORE_REPEAT && call.sentAt - before.at >= SHORTEST_BEFORE_REPEAT_MS
        ? null
        : `after ${between.length} reads and ${call.sentAt - before.at} ms since a lost one`
    case 'nothing started':
    case 'too often':
      return reads === null || isAfterLoss || before.isPutOff !== true || between.length > 0
        ? null
        : 'without a new read before it, after one that was put off'
    case 'as a batch':
      return null
  }
}

/** Waiting for a run that was going before, or for an answer, is no delay of the start: only what passes after the last read is. */
function lastBefore(call: StartCall, before: StartCall | undefined, reads: ReadsOfTask | null): number {
  const earlier = before?.at ?? call.sentAt
  return Math.max(earlier, ...(reads?.endedAt ?? []).filter(at => at <= call.sentAt))
}
