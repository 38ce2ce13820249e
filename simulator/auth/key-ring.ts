import { randomBytes } from 'node:crypto'
import type { AccessKey } from '../scenario/credentials.ts'
import {
  canonicalRequest,
  isSignedWith,
  parseAuthorization,
  parseSdkDate,
  type SignedRequest,
} from './signature.ts'

/** The gateway takes a signature's date within a quarter of an hour of its own clock. */
export const MAX_CLOCK_SKEW_MS = 15 * 60_000
/** More wrong signatures in a row than this lock the key. */
export const MAX_WRONG_SIGNATURES = 5
export const LOCK_MS = 5 * 60_000

export interface TemporaryKey {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly securityToken: string
  readonly expiresAt: number
}

export interface KeyRing {
  /** What the gateway says against a signed request, or null when it is good. */
  check(request: SignedRequest, now: number): string | null
  /** A fresh temporary key. */
  issue(lifetimeMs: number, now: number): TemporaryKey
}

interface HeldKey {
  readonly secretAccessKey: string
  readonly securityToken: string | null
  readonly expiresAt: number
  wrongInARow: number
  lockedUntil: number
}

/** The access keys of a scenario and those issued since, with the gateway's rules about them. */
export function createKeyRing(keys: readonly AccessKey[], startedAt: number): KeyRing {
  const held = new Map<string, HeldKey>()
  const hold = (id: string, secret: string, token: string | null, expiresAt: number): void => {
    held.set(id, { secretAccessKey: secret, securityToken: token, expiresAt, wrongInARow: 0, lockedUntil: 0 })
  }
  for (const key of keys) {
    const expiresAt = startedAt + (key.expiresAfterMs ?? Number.POSITIVE_INFINITY)
    hold(key.accessKeyId, key.secretAccessKey, key.securityToken ?? null, expiresAt)
  }
  return {
    check: (request, now) => checkRequest(held, request, now),
    issue: (lifetimeMs, now) => {
      const key = {
        accessKeyId: `SIMTEMP${randomBytes(6).toString('hex').toUpperCase()}`,
        secretAccessKey: randomBytes(20).toString('hex'),
        securityToken: `simulated-security-token-${randomBytes(24).toString('base64')}`,
        expiresAt: now + lifetimeMs,
      }
      hold(key.accessKeyId, key.secretAccessKey, key.securityToken, key.expiresAt)
      return key
    },
  }
}

/** A locked key is refused before its signature is looked at: a right one does not unlock it. */
function checkRequest(
  held: ReadonlyMap<string, HeldKey>,
  request: SignedRequest,
  now: number,
): string | null {
  const given = parseAuthorization(request.headers['authorization'] ?? '')
  if (given === null) return 'Authorization format incorrect'
  const key = held.get(given.accessKeyId)
  if (key === undefined) return `Get secretKey failed,ak:${given.accessKeyId},err:ak not exist`
  if (now < key.lockedUntil) return 'AK access failed to reach the limit,forbidden'
  const skew = Math.abs(parseSdkDate(request.headers['x-sdk-date'] ?? '') - now)
  if (!(skew <= MAX_CLOCK_SKEW_MS)) return 'calc ak sk signature fail:signature expired'
  if (!isSignedWith(request, given, key.secretAccessKey)) {
    key.wrongInARow += 1
    if (key.wrongInARow > MAX_WRONG_SIGNATURES) {
      key.lockedUntil = now + LOCK_MS
      key.wrongInARow = 0
    }
    // The real gateway prints what it computed, secrets in signed headers included: callers must redact it.
    const canonical = canonicalRequest(request, given.signedHeaders) ?? 'a signed header is missing'
    return `verify aksk signature fail, canonicalRequest:${canonical.replaceAll('\n', '|')}`
  }
  key.wrongInARow = 0
  return checkToken(key, request.headers['x-security-token'] ?? null, now)
}

function checkToken(key: HeldKey, securityToken: string | null, now: number): string | null {
  if (securityToken !== key.securityToken) return 'verify aksk signature fail, security token does not match'
  return now < key.expiresAt ? null : 'decrypt token fail, security token expired'
}
