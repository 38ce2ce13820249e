import type { Outlook } from './task-course.ts'
import { type Courses, shownBy } from './task-course.ts'

/** How long what is known of the open tasks lets wait. */

/** `auto` never reads more often than this. */
export const SHORTEST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 15_000
/** While a finished-looking result has to stand unchanged. */
const SETTLING_PAUSE_MS = 5_000
/** Hardly a pre-check ends sooner, and the progress that it shows by then points nowhere. */
const FIRST_READ_AFTER_MS = 5_000

/** The next read comes after this part of the time that is estimated to remain: with a full budget, and with none. */
const PART_OF_REMAINING = { rich: 0.28, poor: 1 }
/** The estimated end has gone by: this part of the time since then. */
const PART_OF_OVERDUE = 1 / 3

/** Without any progress: hardly a pre-check ends so soon that a second read before this would pay. */
const SECOND_BLIND_READ_AFTER_MS = 15_000
/** Without any progress, and where it stands still. */
const BLIND_PAUSE_MS = 9_000
/** It grows with the number of open tasks: the more there are, the less likely it is that the last one ends soon. */
const CROWD_EXPONENT = 0.3

/**
 * Returns when the tasks want to be read, after a round at `lastRound` and with so much of a full budget. A task that
 * began after that round gets its first read as soon as any other; neither it nor one that was passed over sets the pace.
 */
export function nextRead(
  open: readonly Outlook[],
  courses: Courses,
  lastRound: number,
  wealth: number,
): number {
  const isPassedOver = open.some(task => !task.underWay && task.since < lastRound)
  if (courses.isLastRoundOver && isPassedOver) return lastRound + SHORTEST_PAUSE_MS
  const pauses = open
    .filter(task => !task.underWay && courses.isRead(task))
    .map(task => pauseFor(task, courses, lastRound, open.length, wealth))
  const next = pauses.length === 0 ? Number.POSITIVE_INFINITY : lastRound + Math.max(...pauses)
  return Math.max(lastRound + SHORTEST_PAUSE_MS, Math.min(next, ...firstReads(open, lastRound)))
}

/**
 * Returns when the tasks have to be read whatever else is to be said: a result that has to stand unchanged is looked at
 * often, or its change back would be missed, and that can leave so much to earn back that the longest pause counts as well.
 */
export function latestRead(open: readonly Outlook[], courses: Courses, lastRound: number): number {
  if (open.some(task => task.settling && courses.isRead(task))) return lastRound + SETTLING_PAUSE_MS
  const first = firstReads(open, lastRound)
  return Math.max(lastRound + LONGEST_PAUSE_MS, first.length === 0 ? lastRound : Math.min(...first))
}

function firstReads(open: readonly Outlook[], lastRound: number): readonly number[] {
  return open
    .filter(task => !task.underWay && task.since >= lastRound)
    .map(task => task.since + (task.unproven || task.settling ? SHORTEST_PAUSE_MS : FIRST_READ_AFTER_MS))
}

/** Reckons from the last round: time that goes by without news must not move the next read away. */
function pauseFor(
  task: Outlook,
  courses: Courses,
  lastRound: number,
  openTasks: number,
  wealth: number,
): number {
  const { since, progress, settling } = task
  const elapsed = lastRound - since
  // The first polls of a row come quickly, because five are needed however short it is; then at the longest pause.
  if (settling) return Math.min(elapsed, SETTLING_PAUSE_MS)
  const patient = BLIND_PAUSE_MS * openTasks ** CROWD_EXPONENT
  const blind = Math.max(patient, (SECOND_BLIND_READ_AFTER_MS - elapsed) * openTasks ** CROWD_EXPONENT)
  if (progress === null || progress <= 0) return blind
  const remaining = courses.endOf(task) - lastRound
  if (remaining > 0) {
    const { rich, poor } = PART_OF_REMAINING
    return Math.max(SHORTEST_PAUSE_MS, remaining * (poor + (rich - poor) * wealth))
  }
  // Passed over since then, it may have ended as expected.
  if (courses.isDue(task, lastRound)) return SHORTEST_PAUSE_MS
  const standstill = Math.min(patient, -remaining * PART_OF_OVERDUE)
  // The standstill taken in, this much would remain: a lot at 5 %, next to nothing at 95 %.
  const shown = shownBy(progress)
  const farOff = Math.min(blind, ((elapsed * (100 - shown)) / shown) * PART_OF_REMAINING.rich)
  return Math.max(SHORTEST_PAUSE_MS, standstill, farOff)
}
