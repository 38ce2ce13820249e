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
      // What a round costs goes off first: it was begun when it was last asked, so nothing was earned in between.
      if (countedRound !== null && lastRound !== countedRound) earned -= 1
      countedRound = lastRound
      earned = Math.min(BURST_ROUNDS, earned + (now - (countedAt ?? now)) / ROUND_EARNED_EVERY_MS)
      countedAt = now
      const affordable = earned >= 1 ? now : now + (1 - earned) * ROUND_EARNED_EVERY_MS
      const wished = Math.max(wishFor(open, lastRound), affordable)
      // A result that has to stand unchanged is looked at often, or its change back would be missed. That can leave
      // so much to earn back that the longest pause has to be held as well.
      const longest = open.some(task => task.settling) ? SETTLING_PAUSE_MS : LONGEST_PAUSE_MS
      const next = Math.min(wished, lastRound + longest)
      const finalRead = deadlineAt - FINAL_READ_BEFORE_DEADLINE_MS
      return next > finalRead && lastRound + SHORTEST_PAUSE_MS < finalRead ? finalRead : next
    },
  }
}

/** A task that began after the last round gets its first read as soon as the others did; they do not set its pace. */
function wishFor(open: readonly Outlook[], lastRound: number): number {
  const read = open.filter(task => task.since <= lastRound)
  const pauses = read.map(task => pauseForTask(task, lastRound))
  const firstReads = open.filter(task => task.since > lastRound).map(task => task.since + SHORTEST_PAUSE_MS)
  const nextRead = read.length === 0 ? Number.POSITIVE_INFINITY : lastRound + Math.max(...pauses)
  return Math.max(lastRound + SHORTEST_PAUSE_MS, Math.min(nextRead, ...firstReads))
}

/** Reckons from the last round: time that goes by without news must not move the next read away. */
function pauseForTask({ since, progress, settling }: Outlook, lastRound: number): number {
  const elapsed = lastRound - since
  if (settling || progress === null || progress <= 0 || progress >= 100) return elapsed * PART_OF_ELAPSED
  // Progress that stands still stretches the estimate by itself, because the time that has gone grows.
  return ((elapsed * (100 - progress)) / progress) * PART_OF_REMAINING
}
