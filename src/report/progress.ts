import { logText } from './escape.ts'
import { duration } from './text.ts'
import type { Words } from './words.ts'

const LOG_BAR_CELLS = 20

/**
 * Returns a text bar. A share above 0 always shows a filled cell and one under 1 an empty one, so that
 * "nearly none" never looks like none and "nearly all" never like all.
 */
export function bar(fraction: number, widthCells: number): string {
  const share = Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : 0
  const rounded = Math.round(share * widthCells)
  const least = share > 0 ? 1 : 0
  const most = share < 1 ? widthCells - 1 : widthCells
  const filled = Math.max(0, Math.min(most, Math.max(least, rounded)))
  return '█'.repeat(filled) + '░'.repeat(widthCells - filled)
}

export interface Progress {
  /** The target or task that the line is about. */
  readonly label: string
  /** Tasks that have ended, of `total`. */
  readonly done: number
  /** Those of them that have no result. */
  readonly withoutResult: number
  readonly total: number
  /** 0 to 100 over all tasks; null while the service gives none. */
  readonly percent: number | null
  /** null when no further poll follows. */
  readonly nextPollMs: number | null
  /** What changed besides, for instance "throttled". */
  readonly note: string | null
}

/** Returns the line that the log shows while waiting. Safe to print. */
export function progressLine(progress: Progress, words: Words): string {
  const { label, done, withoutResult, total, percent, nextPollMs, note } = progress
  const share = percent === null ? (done - withoutResult) / Math.max(1, total) : percent / 100
  const parts = [
    `${label}  ${bar(share, LOG_BAR_CELLS)}`,
    percent === null ? '  ? %' : `${Math.floor(percent).toString().padStart(3)} %`,
    ` ${words.poll.done(done - withoutResult, total)}`,
  ]
  const lost = withoutResult === 0 ? null : words.poll.lost(withoutResult)
  const tail = [lost, note, nextPollMs === null ? null : words.poll.next(duration(nextPollMs, words))]
  return logText([parts.join(' '), ...tail.filter(part => part !== null)].join(words.pause))
}
