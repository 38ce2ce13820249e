import type { Heard } from './faults.ts'

/** Section 3.5, "Starts are tried again only when nothing can have been started", and the DRS codes of 3.2. */

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
}

/** Complaints about starts of one task that should not have been sent. */
export function wrongStartsOf(calls: readonly StartCall[]): readonly string[] {
  const wrong = calls.slice(1).flatMap((call, index) => {
    const before = calls[index]
    const allowed =
      before !== undefined && ['nothing started', 'too often', 'as a batch'].includes(before.end)
    return allowed ? [] : [`a start at ${call.sentAt} ms after one that ended as "${before?.end}"`]
  })
  const tooOften = calls.filter(({ end }) => end === 'too often')
  if (tooOften.length > MOST_REPEATS_OF_TOO_OFTEN + 1)
    wrong.push(`${tooOften.length} starts that were too frequent`)
  if (calls.every(({ end }) => end === 'too often')) {
    const waited = calls.slice(1).reduce((sum, call, index) => sum + call.sentAt - (calls[index]?.at ?? 0), 0)
    // The time that the calls of one batch stand in line is no delay of the start.
    if (waited > LONGEST_DELAYS_OF_TOO_OFTEN_MS * 2) wrong.push(`starts that waited ${waited} ms`)
  }
  return wrong
}
