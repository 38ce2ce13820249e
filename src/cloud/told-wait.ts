/** Waits that a throttled answer names, in `Retry-After` or in the gateway's text. */

const UNIT_MS: Readonly<Record<string, number>> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
}
/**
 * "policy user over ratelimit,limit:100,time:1 minute", for short "limit:100/1 minute": the window after which the
 * count begins anew.
 */
const WINDOW = /(?:\btime:\s*|\b\d+\/)(\d{1,6})\s*(second|minute|hour|day)/i
const SECONDS = /^\d+(\.\d+)?$/
/** `Date.parse` alone takes "-5" and "soon 1" for dates. */
const HTTP_DATE = /^[A-Z][a-z]+, \d\d[ -][A-Z][a-z]{2}[ -]\d{2,4} \d\d:\d\d:\d\d GMT$/

/**
 * Returns the wait in milliseconds, or null when neither the header nor the text names one. No wait at all, or one that
 * is over already, counts as not told: the usual delay is kinder than a try at once.
 */
export function toldWait(retryAfter: string | null, text: string, date: Date): number | null {
  const waits = [waitOfHeader(retryAfter?.trim() ?? '', date), waitOfText(text)]
  return waits.find(wait => wait !== null && wait > 0) ?? null
}

function waitOfHeader(value: string, date: Date): number | null {
  if (SECONDS.test(value)) return Number(value) * 1_000
  return HTTP_DATE.test(value) ? Date.parse(value) - date.getTime() : null
}

function waitOfText(text: string): number | null {
  const [, count, name] = WINDOW.exec(text) ?? []
  const unit = UNIT_MS[name?.toLowerCase() ?? '']
  return unit === undefined ? null : Number(count) * unit
}
