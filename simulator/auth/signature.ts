import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/**
 * SDK-HMAC-SHA256 as the API gateway checks it (Huawei Cloud, API Request Signing Guide, "AK/SK signing").
 * Written on its own, from the documented algorithm: it is the second opinion on the product's signer.
 */
export const SCHEME = 'SDK-HMAC-SHA256'
const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD'

export interface SignedRequest {
  readonly method: string
  /** Path and query as sent. */
  readonly target: string
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface Authorization {
  readonly accessKeyId: string
  readonly signedHeaders: readonly string[]
  readonly signature: string
}

/** The parts of an `Authorization` value, or null when it is not one of this scheme. */
export function parseAuthorization(value: string): Authorization | null {
  const match =
    /^SDK-HMAC-SHA256 Access=([^,\s]+), ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/.exec(value)
  const [, accessKeyId, signedHeaders, signature] = match ?? []
  if (!accessKeyId || !signedHeaders || !signature) return null
  return { accessKeyId, signedHeaders: signedHeaders.split(';'), signature }
}

/** The text both sides must agree on; null when a header that is said to be signed did not arrive. */
export function canonicalRequest(request: SignedRequest, signedHeaders: readonly string[]): string | null {
  const lines: string[] = []
  for (const name of signedHeaders) {
    const value = request.headers[name]
    if (value === undefined) return null
    lines.push(`${name}:${value.trim()}\n`)
  }
  const [path = '', query = ''] = split(request.target)
  return [
    request.method.toUpperCase(),
    canonicalPath(path),
    canonicalQuery(query),
    lines.join(''),
    signedHeaders.join(';'),
    payloadHash(request, signedHeaders),
  ].join('\n')
}

/** The signature in hex: one HMAC with the secret key as it is, no derived key. */
export function signatureOf(canonical: string, date: string, secretAccessKey: string): string {
  const toSign = [SCHEME, date, sha256(canonical)].join('\n')
  return createHmac('sha256', secretAccessKey).update(toSign).digest('hex')
}

/** True when the request carries the signature that this secret key gives. The age is checked elsewhere. */
export function isSignedWith(request: SignedRequest, given: Authorization, secretAccessKey: string): boolean {
  const date = request.headers['x-sdk-date']
  const inOrder = given.signedHeaders.every((name, at, all) => at === 0 || (all[at - 1] ?? '') < name)
  const canonical = canonicalRequest(request, given.signedHeaders)
  if (date === undefined || canonical === null || !inOrder) return false
  if (!given.signedHeaders.includes('x-sdk-date')) return false
  const expected = Buffer.from(signatureOf(canonical, date, secretAccessKey))
  return timingSafeEqual(expected, Buffer.from(given.signature))
}

/** Milliseconds since 1970 of an `X-Sdk-Date` (`YYYYMMDDTHHMMSSZ`), NaN when it has another form. */
export function parseSdkDate(value: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value)
  if (!match) return Number.NaN
  const [, year, month, day, hour, minute, second] = match
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

export function formatSdkDate(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '')
}

/** The canonical path ends in a slash even where the request's does not. */
function canonicalPath(path: string): string {
  const encoded = path
    .split('/')
    .map(segment => encode(decodeLeniently(segment)))
    .join('/')
  return encoded.endsWith('/') ? encoded : `${encoded}/`
}

/** Names and values in code-point order; repeated names by value. */
function canonicalQuery(query: string): string {
  return [...new URLSearchParams(query)]
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

/** The marker header stands in for the hash only when it is signed itself and says what it may say. */
function payloadHash(request: SignedRequest, signedHeaders: readonly string[]): string {
  const marker = request.headers['x-sdk-content-sha256']
  if (marker === UNSIGNED_PAYLOAD && signedHeaders.includes('x-sdk-content-sha256')) return marker
  return sha256(request.body)
}

/** Everything but letters, digits and `-_.~`; encodeURIComponent leaves five characters too many. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function decodeLeniently(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function split(target: string): readonly string[] {
  const at = target.indexOf('?')
  return at < 0 ? [target] : [target.slice(0, at), target.slice(at + 1)]
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')
