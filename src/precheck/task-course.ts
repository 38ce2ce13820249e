/** What the schedule needs to know of a task that is not finished. */
export interface Outlook {
  readonly id: string
  /** When its pre-check began, as far as the gate knows. */
  readonly since: number
  readonly progress: number | null
  readonly settling: boolean
  /** Its answer could still be an earlier run's, so that the first read may not come late. */
  readonly unproven: boolean
  /** It has been asked for, and the answer has not come. */
  readonly underWay: boolean
}

/**
 * Progress is told in whole percents, rounded down; on average it is half a percent further. Half of that: an end that is
 * estimated too early is read for in vain, and near the end half a percent more is a sixth of what remains.
 */
const UNTOLD_PERCENT = 0.25

/** What is remembered of a task from read to read. */
interface Course {
  readonly since: number
  readonly progress: number | null
  /** The read that showed this progress first. */
  readonly seenAt: number
  readonly readAt: number
}

/** When each task was read, and since when its progress stands where it stands. */
export class Courses {
  readonly #courses = new Map<string, Course>()
  #lastRound: readonly Outlook[] = []
  #isLastRoundOver = false
  #rounds = 0

  /** Takes note of what is open after a round. The same may be noted again, and in parts, while answers come in. */
  note(open: readonly Outlook[]): void {
    for (const { id, since, progress } of open) {
      const before = this.#of(id, since)
      if (before === null || before.progress === progress) continue
      this.#courses.set(id, { ...before, progress, seenAt: before.readAt })
    }
    const ids = new Set(open.map(({ id }) => id))
    this.#isLastRoundOver = this.#lastRound.length > 0 && !this.#lastRound.some(({ id }) => ids.has(id))
  }

  /** A round begins that reads these. */
  read(tasks: readonly Outlook[], now: number): void {
    for (const { id, since, progress } of tasks) {
      const before = this.#of(id, since) ?? { since, progress, seenAt: since }
      this.#courses.set(id, { ...before, readAt: now })
    }
    this.#lastRound = tasks
    this.#rounds += 1
  }

  /** All that the last round has read has ended. */
  get isLastRoundOver(): boolean {
    return this.#isLastRoundOver
  }

  /** Rounds so far. */
  get rounds(): number {
    return this.#rounds
  }

  /** When a task was read last since it began; minus infinity when it was not. */
  readAt({ id, since }: Outlook): number {
    return this.#of(id, since)?.readAt ?? Number.NEGATIVE_INFINITY
  }

  /** It was read since it began. */
  isRead({ id, since }: Outlook): boolean {
    return this.#of(id, since) !== null
  }

  /** When a task would be at 100 % at its pace so far; infinity while it shows no progress. */
  endOf({ id, since, progress }: Outlook): number {
    if (progress === null || progress <= 0) return Number.POSITIVE_INFINITY
    const seenAt = this.#of(id, since)?.seenAt ?? since
    return since + ((seenAt - since) * 100) / shownBy(progress)
  }

  /** Its estimated end has gone by since it was read. */
  isDue(task: Outlook, now: number): boolean {
    const endAt = this.endOf(task)
    return endAt <= now && this.readAt(task) < endAt
  }

  /** A task that was started again is another run, of which nothing is known. */
  #of(id: string, since: number): Course | null {
    const course = this.#courses.get(id)
    return course?.since === since ? course : null
  }
}

/** What a progress that was told stands for, in percent. */
export function shownBy(progress: number): number {
  return Math.min(100, progress + UNTOLD_PERCENT)
}
