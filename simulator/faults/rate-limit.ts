import { type Answer, type ApiRequest, gatewayError } from '../http.ts'
import { fitsPattern, type Operation } from '../operations.ts'
import type { RateLimit } from '../scenario/faults.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000

/** The refusal of a request that is one too many in its window, or null. */
export type RateLimiter = (operation: Operation, request: ApiRequest) => Answer | null

/** Fixed windows, each opened by the first request after the last one closed. */
export function createRateLimiter(limits: readonly RateLimit[]): RateLimiter {
  const windows = limits.map(limit => ({ limit, openedAt: Number.NEGATIVE_INFINITY, used: 0 }))
  return (operation, request) => {
    for (const window of windows) {
      const { limit } = window
      if (!limit.operation.some(pattern => fitsPattern(operation, pattern))) continue
      const isOver = request.now - window.openedAt >= limit.windowMs
      if (isOver) window.used = 0
      const refused = window.used >= limit.requests
      if (isOver || (refused && limit.countRefused)) window.openedAt = request.now
      if (!refused) window.used += 1
      if (refused) return tooMany(limit, request)
    }
    return null
  }
}

function tooMany(limit: RateLimit, request: ApiRequest): Answer {
  const after = limit.retryAfterSeconds
  const headers: Record<string, string> = after === undefined ? {} : { 'retry-after': String(after) }
  return throttled(limit.requests, limit.windowMs, request.requestId, headers)
}

/** APIGW.0308 with its limit and window in the text, which is all the real gateway tells. */
export function throttled(
  limit: number,
  windowMs: number,
  requestId: string,
  headers: Readonly<Record<string, string>>,
): Answer {
  const text = `The throttling threshold has been reached: policy user over ratelimit,limit:${limit},time:${words(windowMs)}`
  return gatewayError(429, 'APIGW.0308', text, requestId, headers)
}

function words(windowMs: number): string {
  if (windowMs % MINUTE_MS === 0) return `${windowMs / MINUTE_MS} minute`
  return `${Math.max(1, Math.round(windowMs / SECOND_MS))} second`
}
