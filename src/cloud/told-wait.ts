/** Waits that a throttled answer names, in `Retry-After` or in the gateway's text. */

const UNIT_MS: Readonly<Record<string, number>> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
}
/** "policy user over ratelimit,limit:100,time:1 minute": the window after which the count begins anew. */
const WINDOW = /\btime:\s*(\d{1,6})\s*(second|minute|hour|day)/i
const SECONDS = /^\d{1,9}(\.\d+)?$/

/** Returns the wait in milliseconds, or null when neither the header nor the text names one. */
export function toldWait(retryAfter: string | null, text: string, date: Date): number | null {
  const value = retryAfter?.trim() ?? ''
  if (SECONDS.test(value)) return Number(value) * 1_000
  const until = Date.parse(value)
  if (value !== '' && !Number.isNaN(until)) return Math.max(0, until - date.getTime())
  const window = WINDOW.exec(text)
  const unit = UNIT_MS[window?.[2]?.toLowerCase() ?? '']
  return unit === undefined ? null : Number(window?.[1]) * unit
}
