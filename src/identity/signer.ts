import { createHash, createHmac } from 'node:crypto'
import type { SignableRequest } from '../cloud/credential.ts'
import type { SignInPorts } from './method.ts'

/**
 * Huawei Cloud request signing, algorithm SDK-HMAC-SHA256.
 * Source: API Request Signing Guide, https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-algorithm-001.html
 * Own code, because the vendor's npm SDK weighs 14 MB and logs bodies and signatures when a call fails.
 */

const ALGORITHM = 'SDK-HMAC-SHA256'

export interface AccessKey {
  readonly id: string
  readonly secret: string
  /** Empty for a permanent key. */
  readonly securityToken: string
}

/** Returns the headers that sign a request with an access key, `Authorization` among them. */
export function signedHeaders(
  request: SignableRequest,
  key: AccessKey,
  { clock, addSecret }: Pick<SignInPorts, 'clock' | 'addSecret'>,
): Record<string, string> {
  const headers: Record<string, string> = {
    ...request.headers,
    host: request.url.host,
    'X-Sdk-Date': sdkDate(clock.date()),
    ...(key.securityToken === '' ? {} : { 'X-Security-Token': key.securityToken }),
  }
  const value = authorization({ ...request, headers }, key)
  addSecret(value.slice(value.lastIndexOf('=') + 1))
  return { ...headers, Authorization: value }
}

/** Returns the `X-Sdk-Date` form of a time: UTC, `YYYYMMDDTHHMMSSZ`. The gateway accepts 15 minutes of difference. */
export function sdkDate(date: Date): string {
  return `${date.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** Returns the value of `Authorization` for a request whose headers hold `X-Sdk-Date`. Throws without that header. */
export function authorization(request: SignableRequest, key: AccessKey): string {
  const headers = canonicalHeaders(request.headers)
  const date = headers.get('x-sdk-date')
  if (date === undefined) throw new Error('A request can be signed only with an X-Sdk-Date header')
  const signedHeaders = [...headers.keys()].join(';')
  const canonicalRequest = [
    request.method.toUpperCase(),
    canonicalPath(request.url),
    canonicalQuery(request.url),
    ...[...headers].map(([name, value]) => `${name}:${value}`),
    '',
    signedHeaders,
    headers.get('x-sdk-content-sha256') ?? sha256(request.body),
  ].join('\n')
  const stringToSign = [ALGORITHM, date, sha256(canonicalRequest)].join('\n')
  const signature = createHmac('sha256', key.secret).update(stringToSign, 'utf8').digest('hex')
  return `${ALGORITHM} Access=${key.id}, SignedHeaders=${signedHeaders}, Signature=${signature}`
}

function canonicalHeaders(headers: Readonly<Record<string, string>>): Map<string, string> {
  const pairs = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
  return new Map(pairs.sort(byCode))
}

/** The canonical path ends with a slash even when the request's does not. */
function canonicalPath(url: URL): string {
  const path = url.pathname
    .split('/')
    .map(segment => percentEncode(decoded(segment)))
    .join('/')
  return path.endsWith('/') ? path : `${path}/`
}

/** A `%` that begins no escape is one that stands for itself, as `URL` has it too. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function canonicalQuery(url: URL): string {
  return [...url.searchParams]
    .sort((a, b) => byCode(a, b) || compare(a[1], b[1]))
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&')
}

/** Unreserved characters of RFC 3986 stay; `encodeURIComponent` alone leaves ! ' ( ) * as well. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function byCode(a: readonly [string, string], b: readonly [string, string]): number {
  return compare(a[0], b[0])
}

/** Code order (upper case before lower), never the locale's. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
