import type { NotStarted } from './service.ts'

/**
 * When a start is sent again. Where nothing was started, after a delay, as often as its kind allows. Where that is not
 * known, only after reads have shown no new run; a second start of a running pre-check is refused by the services that
 * can be read without one. Pure.
 */

/** Milliseconds to wait after so many failures in a row. */
export type Delay = (failures: number) => number

/** What has become of the sends of one task. */
export interface Sends {
  readonly refusals: number
  /** Tries that did not reach the service, in a row. */
  readonly failures: number
  /** Sends after one that was not confirmed. */
  readonly repeats: number
  /** When the last one was answered, on `Clock.now`. */
  readonly lastAt: number
  /** Understood reads since then. */
  readonly reads: number
}

export const NOTHING_SENT: Sends = { refusals: 0, failures: 0, repeats: 0, lastAt: 0, reads: 0 }

/** Repetitions of a start that was turned away as too frequent or as one of two at a time. */
const REFUSED_START_REPEATS = 5
/** Repetitions of a start whose answer was lost. */
const LOST_START_REPEATS = 3
/** Reads without evidence that have to come before each of them, and before the last one is given up. */
export const READS_BEFORE_REPEAT = 3
/** A service may look at what is there before it sends a start again; its time is part of the delay. */
const TIME_TO_LOOK_MS = 600
const FIRST_REPEAT_AFTER_MS = 10_000
/** Gently, because a service that lost an answer is not one that is overrun. */
const REPEAT_GROWTH = 1.2
/** An old result is no longer hoped to make way after so many times the time that a result has to stand. */
const TIMES_STANDING_BEFORE_GIVING_UP = 3

/** Returns the sends after one more read that showed no new run. */
export function withRead(sends: Sends): Sends {
  return { ...sends, reads: sends.reads + 1 }
}

/** Returns when a start that came to nothing is sent again, on `Clock.now`; null when it was the last time. */
export function nextStart(
  sends: Sends,
  { why, retryAt }: NotStarted,
  now: number,
  delay: Delay,
): { readonly sends: Sends; readonly at: number | null } {
  if (why === 'unreached') {
    const failures = sends.failures + 1
    return { sends: { ...sends, failures, lastAt: now }, at: retryAt ?? now + delay(failures) }
  }
  const refusals = sends.refusals + 1
  const again = { ...sends, refusals, lastAt: now }
  // One step on from the usual delays: at most 2, 4, 8, 16 and 30 s, 60 s together.
  return {
    sends: again,
    at: refusals > REFUSED_START_REPEATS ? null : (retryAt ?? now + delay(refusals + 1) - TIME_TO_LOOK_MS),
  }
}

/** Returns when a start that was not confirmed is sent again, on `Clock.now`; null when more reads have to come first, or no further one. */
export function nextRepeat({ repeats, reads, lastAt }: Sends): number | null {
  if (repeats >= LOST_START_REPEATS || reads < READS_BEFORE_REPEAT) return null
  return lastAt + FIRST_REPEAT_AFTER_MS * REPEAT_GROWTH ** repeats
}

/** True when no proof can be hoped for any more although a finished result is there. */
export function isGivenUp({ reads, lastAt }: Sends, standsForMs: number, now: number): boolean {
  return reads >= READS_BEFORE_REPEAT && now - lastAt >= standsForMs * TIMES_STANDING_BEFORE_GIVING_UP
}
