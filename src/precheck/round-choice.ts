import { TASKS_PER_CALL } from './round-budget.ts'
import type { Courses, Outlook } from './task-course.ts'

/** Of more open tasks than one call holds, a round reads a part: one call for so many. */
const TASKS_PER_PARTIAL_CALL = 100
/** The second round asks for more, because by then tasks that end together show that they do. */
const CALLS_OF_SECOND_ROUND = 10
/** In each call, those that hold the verdict up longest as far as is known: they set the pace. */
const HEADS_PER_CALL = 2

/**
 * Returns the tasks that a round at `now` reads. Of many open tasks a part is enough to see that it is not over: those
 * with the latest estimated end, then those whose end has gone by since they were read, then the stalest. All of them
 * once none of the last round is open any more, and always those whose result has to prove itself.
 */
export function chosenOf(readable: readonly Outlook[], courses: Courses, now: number): readonly Outlook[] {
  if (readable.length <= TASKS_PER_CALL || courses.isLastRoundOver) return readable
  const { fixed = [], free = [] } = Object.groupBy(readable, task =>
    isFixed(task, courses) ? 'fixed' : 'free',
  )
  const known = free.map(task => placeOf(task, courses, now))
  const calls = callsFor(known, courses.rounds === 1)
  const byEnd = known.toSorted((a, b) => compare(b.endAt, a.endAt) || compare(b.readAt, a.readAt))
  const heads = byEnd.slice(0, HEADS_PER_CALL * calls)
  const rest = byEnd
    .slice(heads.length)
    .toSorted((a, b) => Number(b.isDue) - Number(a.isDue) || compare(a.readAt, b.readAt))
    .slice(0, calls * TASKS_PER_CALL - heads.length)
  return [...fixed, ...[...heads, ...rest].map(({ task }) => task)]
}

/** The contract fixes its reads. */
function isFixed(task: Outlook, courses: Courses): boolean {
  return task.settling || (task.unproven && !courses.isRead(task))
}

function placeOf(task: Outlook, courses: Courses, now: number) {
  const endAt = courses.endOf(task)
  const isAhead = endAt > now && endAt < Number.POSITIVE_INFINITY
  return { task, endAt, readAt: courses.readAt(task), isDue: courses.isDue(task, now), isAhead }
}

function callsFor(
  places: readonly Readonly<Record<'isAhead' | 'isDue', boolean>>[],
  isSecondRound: boolean,
): number {
  const all = Math.ceil(places.length / TASKS_PER_CALL)
  if (isSecondRound) return Math.min(all, CALLS_OF_SECOND_ROUND)
  const least = Math.ceil(places.length / TASKS_PER_PARTIAL_CALL)
  // When no end lies ahead that is known of, all that are due are worth a look.
  if (places.some(({ isAhead }) => isAhead)) return least
  return Math.max(least, Math.ceil(places.filter(({ isDue }) => isDue).length / TASKS_PER_CALL))
}

/** For infinities too. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
