import type { PollView } from '../precheck/poller.ts'
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

/**
 * Returns the line that the log shows while waiting for the tasks of a target. `note` says what changed besides, for
 * instance that the service throttles. Safe to print.
 */
export function progressLine(
  target: string,
  {
    done,
    withoutResult,
    total,
    percent,
    nextRoundInMs,
  }: Omit<PollView, 'settling' | 'throttled' | 'trouble'>,
  note: string | null,
  words: Words,
): string {
  const share = percent === null ? (done - withoutResult) / Math.max(1, total) : percent / 100
  const parts = [
    `${target}  ${bar(share, LOG_BAR_CELLS)}`,
    percent === null ? '  ? %' : `${Math.floor(percent).toString().padStart(3)} %`,
    ` ${words.poll.done(done - withoutResult, total)}`,
  ]
  const lost = withoutResult === 0 ? null : words.poll.lost(withoutResult)
  const tail = [lost, note, nextRoundInMs === null ? null : words.poll.next(duration(nextRoundInMs, words))]
  return logText([parts.join(' '), ...tail.filter(part => part !== null)].join(words.pause))
}
