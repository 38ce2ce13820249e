/**
 * When to read next. Pure bookkeeping on times that the caller passes in (milliseconds on one clock).
 * docs/polling.md has the reasoning and the figures.
 */

/** What the schedule needs to know of a task that is not finished. */
export interface Outlook {
  /** When its pre-check began, as far as the gate knows. */
  readonly since: number
  readonly progress: number | null
  readonly settling: boolean
}

export interface Schedule {
  /** Returns when the next round of reads may begin. Before the first, `lastRound` is the start, or minus infinity to read at once. */
  nextRound(open: readonly Outlook[], lastRound: number, now: number): number
}

/** `auto` never reads more often than this. */
const SHORTEST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000
/** While a finished-looking result has to stand unchanged. */
const SETTLING_PAUSE_MS = 5_000
/** Politeness: rounds in a burst, and the time after which one more is earned (10 a minute). */
const BURST_ROUNDS = 5
const ROUND_EARNED_EVERY_MS = 6_000
const FINAL_READ_BEFORE_DEADLINE_MS = 2_000
/** The next read comes after this part of the time that is estimated to remain. */
const PART_OF_REMAINING = 0.5
/** Without progress to go by: this part of the time that has gone. */
const PART_OF_ELAPSED = 0.15

/** A fixed interval between the beginnings of rounds. */
export function fixedSchedule(intervalMs: number): Schedule {
  return { nextRound: (_open, lastRound) => lastRound + intervalMs }
}

/**
 * Spends reads where the end is likely. The verdict exists when the last task is finished, so it is the longest
 * estimate among the open tasks that sets the pause, not the shortest. One read is kept for shortly before the deadline.
 */
export function autoSchedule(deadlineAt: number): Schedule {
  let earned = BURST_ROUNDS
  let countedAt: number | null = null
  let countedRound: number | null = null
  return {
    nextRound(open, lastRound, now) {
      earned = Math.min(BURST_ROUNDS, earned + (now - (countedAt ?? now)) / ROUND_EARNED_EVERY_MS)
      countedAt = now
      if (countedRound !== null && lastRound !== countedRound) earned -= 1
      countedRound = lastRound
      const affordable = earned >= 1 ? now : now + (1 - earned) * ROUND_EARNED_EVERY_MS
      const wished = Math.max(lastRound + pauseFor(open, now), affordable)
      // A result that has to stand unchanged is looked at often, or its change back would be missed.
      const next = open.some(task => task.settling) ? Math.min(wished, lastRound + SETTLING_PAUSE_MS) : wished
      const finalRead = deadlineAt - FINAL_READ_BEFORE_DEADLINE_MS
      return next > finalRead && lastRound + SHORTEST_PAUSE_MS < finalRead ? finalRead : next
    },
  }
}

function pauseFor(open: readonly Outlook[], now: number): number {
  const longest = Math.max(SHORTEST_PAUSE_MS, ...open.map(task => pauseForTask(task, now)))
  return Math.min(longest, LONGEST_PAUSE_MS)
}

function pauseForTask({ since, progress, settling }: Outlook, now: number): number {
  const elapsed = now - since
  if (settling || progress === null || progress <= 0 || progress >= 100) return elapsed * PART_OF_ELAPSED
  // Progress that stands still stretches the estimate by itself, because the time that has gone grows.
  return ((elapsed * (100 - progress)) / progress) * PART_OF_REMAINING
}
