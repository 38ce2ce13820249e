/** Milliseconds since 1970. Every time line, expiry and signature age reads this and nothing else. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

export interface ManualClock extends Clock {
  /** Moves the time on; nothing waits. */
  advance(ms: number): void
}

/** A clock that stands still until a test moves it. */
export function manualClock(start: number = Date.now()): ManualClock {
  let now = start
  return {
    now: () => now,
    advance: ms => {
      now += ms
    },
  }
}
