/**
 * When to read next. Pure bookkeeping on times that the caller passes in (milliseconds on one clock).
 * docs/polling.md has the reasoning and the figures; the constants are tuned by `npm run bench`.
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
const FINAL_READ_BEFORE_DEADLINE_MS = 2_000

/** Politeness: rounds in a burst, and the time after which one more is earned (10 a minute). */
const BURST_ROUNDS = 5
const ROUND_EARNED_EVERY_MS = 6_000
/** A round of many calls costs more than one: this much for each further ten tasks. */
const COST_OF_FURTHER_CALL = 0.05
const TASKS_PER_CALL = 10

/** The next read comes after this part of the time that is estimated to remain: with a full budget, and with none. */
const PART_OF_REMAINING = { rich: 1 / 3, poor: 1 }
/** The estimated end has gone by: this part of the time since then. */
const PART_OF_OVERDUE = 1 / 3
/** Progress is told in whole percents, rounded down; on average it is half a percent further. */
const UNTOLD_PERCENT = 0.5

/** Without any progress: hardly a pre-check ends so soon that a second read before this would pay. */
const SECOND_BLIND_READ_AFTER_MS = 15_000
const BLIND_PAUSE_MS = 8_000
/** Progress stands still. */
const STANDSTILL_PAUSE_MS = 6_000
/** Both of these pauses grow with the time that has gone, to at least this part of it. */
const PART_OF_ELAPSED = 0.045
/** And with the number of open tasks: the more there are, the less likely it is that the last one ends soon. */
const CROWD_EXPONENT = 1.5

/** A fixed interval between the beginnings of rounds, and before the first read of a task that was started late. */
export function fixedSchedule(intervalMs: number): Schedule {
  return {
    nextRound(open, lastRound) {
      if (lastRound === Number.NEGATIVE_INFINITY) return lastRound
      const firstStart = Math.min(...open.map(task => task.since))
      return Math.max(lastRound, firstStart) + intervalMs
    },
  }
}

/**
 * Spends reads where the end is likely. The verdict exists when the last task is finished, so it is the longest
 * pause that any open task wants that counts. One read is kept for shortly before the deadline.
 */
export function autoSchedule(deadlineAt: number): Schedule {
  const rounds = new Rounds()
  return {
    nextRound(open, lastRound) {
      rounds.note(lastRound, open)
      const affordable = lastRound + (1 - rounds.budget) * ROUND_EARNED_EVERY_MS
      const wished = Math.max(wishFor(open, lastRound, rounds), affordable)
      // A result that has to stand unchanged is looked at often, or its change back would be missed. That can leave
      // so much to earn back that the longest pause has to be held as well.
      const longest = open.some(task => task.settling) ? SETTLING_PAUSE_MS : LONGEST_PAUSE_MS
      const next = Math.min(wished, lastRound + longest)
      const finalRead = deadlineAt - FINAL_READ_BEFORE_DEADLINE_MS
      return next > finalRead && lastRound + SHORTEST_PAUSE_MS < finalRead ? finalRead : next
    },
  }
}

/** What has to be remembered of earlier rounds: what they cost, and since when progress stands where it stands. */
class Rounds {
  #last: number | null = null
  #cost = 1
  /** Rounds that may be begun at once; fractions are on their way. Stands as of the last round. */
  #budget = BURST_ROUNDS
  /** When each progress was first seen. Tasks that began together and stand at one point can share an entry. */
  #seen = new Map<string, number>()
  #seenBefore = new Map<string, number>()

  get budget(): number {
    return this.#budget
  }

  /** From 0 for nothing left to 1 for a burst. */
  get wealth(): number {
    return Math.max(0, this.#budget) / BURST_ROUNDS
  }

  /** Takes note of what is open after a round. The same may be noted again, and in parts, while answers come in. */
  note(lastRound: number, open: readonly Outlook[]): void {
    if (this.#last !== lastRound) {
      if (this.#last !== null) this.#pay(lastRound - this.#last)
      this.#last = lastRound
      this.#seenBefore = this.#seen
      this.#seen = new Map()
    }
    this.#cost = 1 + COST_OF_FURTHER_CALL * (Math.ceil(open.length / TASKS_PER_CALL) - 1)
    for (const task of open) {
      const key = keyOf(task)
      if (!this.#seen.has(key)) this.#seen.set(key, this.#seenBefore.get(key) ?? lastRound)
    }
  }

  seenSince(task: Outlook): number {
    return this.#seen.get(keyOf(task)) ?? task.since
  }

  #pay(sinceLastRoundMs: number): void {
    const earned = this.#budget + sinceLastRoundMs / ROUND_EARNED_EVERY_MS
    this.#budget = Math.min(BURST_ROUNDS, earned) - this.#cost
  }
}

function keyOf({ since, progress }: Outlook): string {
  return `${since} ${progress}`
}

/** A task that began after the last round gets its first read as soon as the others did; they do not set its pace. */
function wishFor(open: readonly Outlook[], lastRound: number, rounds: Rounds): number {
  const read = open.filter(task => task.since < lastRound)
  const pauses = read.map(task => pauseFor(task, lastRound, open.length, rounds))
  const firstReads = open.filter(task => task.since >= lastRound).map(task => task.since + SHORTEST_PAUSE_MS)
  const nextRead = read.length === 0 ? Number.POSITIVE_INFINITY : lastRound + Math.max(...pauses)
  return Math.max(lastRound + SHORTEST_PAUSE_MS, Math.min(nextRead, ...firstReads))
}

/** Reckons from the last round: time that goes by without news must not move the next read away. */
function pauseFor(task: Outlook, lastRound: number, openTasks: number, rounds: Rounds): number {
  const { since, progress, settling } = task
  const elapsed = lastRound - since
  // The first polls of a row come quickly, because five are needed however short it is; then at the longest pause.
  if (settling) return Math.min(elapsed, SETTLING_PAUSE_MS)
  const patience = (pause: number) => Math.max(pause, elapsed * PART_OF_ELAPSED) * openTasks ** CROWD_EXPONENT
  const blind = patience(Math.max(BLIND_PAUSE_MS, SECOND_BLIND_READ_AFTER_MS - elapsed))
  if (progress === null || progress <= 0) return blind
  const shown = Math.min(100, progress + UNTOLD_PERCENT)
  const remaining = since + ((rounds.seenSince(task) - since) * 100) / shown - lastRound
  if (remaining > 0) {
    const { rich, poor } = PART_OF_REMAINING
    return Math.max(SHORTEST_PAUSE_MS, remaining * (poor + (rich - poor) * rounds.wealth))
  }
  const standstill = Math.min(patience(STANDSTILL_PAUSE_MS), -remaining * PART_OF_OVERDUE)
  // The standstill taken in, this much would remain: a lot at 5 %, next to nothing at 95 %.
  const farOff = Math.min(blind, ((elapsed * (100 - shown)) / shown) * PART_OF_REMAINING.rich)
  return Math.max(SHORTEST_PAUSE_MS, standstill, farOff)
}
