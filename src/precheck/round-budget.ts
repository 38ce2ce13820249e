/** Politeness: rounds in a burst, and the time after which one more is earned (10 a minute). */
const BURST_ROUNDS = 5
const ROUND_EARNED_EVERY_MS = 6_000
/** A round of many calls costs more than one: this much for each further ten tasks. */
const COST_OF_FURTHER_CALL = 0.05
export const TASKS_PER_CALL = 10

/** How many rounds of reads can be afforded. */
export class Budget {
  /** Rounds that may be begun at once; fractions are on their way. Stands as of the last round. */
  #rounds = BURST_ROUNDS
  #lastAt = Number.NEGATIVE_INFINITY

  /** From 0 for nothing left to 1 for a burst. */
  get wealth(): number {
    return Math.max(0, this.#rounds) / BURST_ROUNDS
  }

  /** Returns when a round can be afforded, after one at `lastRound`. */
  affordableAt(lastRound: number): number {
    return lastRound + (1 - this.#rounds) * ROUND_EARNED_EVERY_MS
  }

  /** Pays for a round of so many tasks, out of what was earned since the last one. */
  spend(tasks: number, now: number): void {
    const earned = this.#rounds + (now - this.#lastAt) / ROUND_EARNED_EVERY_MS
    const furtherCalls = Math.max(0, Math.ceil(tasks / TASKS_PER_CALL) - 1)
    this.#rounds = Math.min(BURST_ROUNDS, earned) - (1 + COST_OF_FURTHER_CALL * furtherCalls)
    this.#lastAt = now
  }
}
