/** Milliseconds since 1970. Every time line, expiry and signature age reads this and nothing else. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }
