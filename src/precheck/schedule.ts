import { latestRead, nextRead, SHORTEST_PAUSE_MS } from './pace.ts'
import { Budget } from './round-budget.ts'
import { chosenOf } from './round-choice.ts'
import { Courses, type Outlook } from './task-course.ts'

/**
 * When to read next, and which tasks. Pure bookkeeping on times that the caller passes in (milliseconds on one clock).
 * docs/polling.md has the reasoning and the figures; the constants are tuned by `npm run bench`.
 */

export interface Schedule {
  /** Returns when the next round of reads may begin. Before the first, `lastRound` is the start, or minus infinity to read at once. */
  nextRound(open: readonly Outlook[], lastRound: number, now: number): number
  /** Begins a round: returns which of the tasks that can be read now are to be read. */
  begin(readable: readonly Outlook[], now: number): readonly Outlook[]
}

const FINAL_READ_BEFORE_DEADLINE_MS = 2_000

/** A fixed interval between the beginnings of rounds of all tasks, and before the first read of a task that was started late. */
export function fixedSchedule(intervalMs: number): Schedule {
  return {
    nextRound(open, lastRound) {
      if (lastRound === Number.NEGATIVE_INFINITY) return lastRound
      const firstStart = Math.min(...open.map(task => task.since))
      return Math.max(lastRound, firstStart) + intervalMs
    },
    begin: readable => readable,
  }
}

/**
 * Spends reads where the end is likely. The verdict exists when the last task is finished, so it is the longest
 * pause that any open task wants that counts. One read is kept for shortly before the deadline.
 */
export function autoSchedule(deadlineAt: number): Schedule {
  const budget = new Budget()
  const courses = new Courses()
  const finalRead = deadlineAt - FINAL_READ_BEFORE_DEADLINE_MS
  /** All may have ended before a query begins, so that a part of them would only make it wait for the next round. */
  let readsAtOnce = false
  return {
    nextRound(open, lastRound) {
      readsAtOnce = lastRound === Number.NEGATIVE_INFINITY
      if (readsAtOnce) return lastRound
      courses.note(open)
      const wished = nextRead(open, courses, lastRound, budget.wealth)
      const affordable = Math.max(wished, budget.affordableAt(lastRound))
      const next = Math.min(affordable, latestRead(open, courses, lastRound))
      return next > finalRead && lastRound + SHORTEST_PAUSE_MS < finalRead ? finalRead : next
    },
    begin(readable, now) {
      const chosen = readsAtOnce || now >= finalRead ? readable : chosenOf(readable, courses, now)
      budget.spend(chosen.length, now)
      courses.read(chosen, now)
      return chosen
    },
  }
}
