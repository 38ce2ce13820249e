import { createLocalJWKSet, exportJWK, generateKeyPair, type JWK, jwtVerify, SignJWT } from 'jose'
import { isJsonObject, type Json, type JsonObject } from '../json.ts'

const ALGORITHM = 'RS256'
const KEY_ID = 'simulated-key-1'

export interface IdTokenRequest {
  readonly issuer: string
  readonly subject: string
  readonly audience: string
  readonly issuedAt: number
  readonly lifetimeMs: number
  readonly signedBy: 'published-key' | 'unknown-key'
  readonly claims: JsonObject
}

export interface IdTokens {
  issue(request: IdTokenRequest): Promise<string>
  /** The public key as GitHub publishes it. */
  jwks(): Promise<Json>
  /** The subject and audience of a token that is good; throws jose's error when it is not. */
  verify(
    token: string,
    trust: { readonly issuer: string; readonly audiences: readonly string[]; readonly now: number },
  ): Promise<{ readonly subject: string; readonly audience: string }>
}

/**
 * GitHub's id tokens with key pairs made for this run, so that nothing secret lies in the repository. They are
 * made on first use: an RSA key takes longer than all else that a simulator does to begin.
 */
export function createIdTokens(): IdTokens {
  const published = once(() => generateKeyPair(ALGORITHM))
  const unknown = once(() => generateKeyPair(ALGORITHM))
  const publicKey = async (): Promise<JWK> => {
    const { publicKey } = await published()
    return { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: ALGORITHM, use: 'sig' }
  }
  return {
    issue: async ({ issuer, subject, audience, issuedAt, lifetimeMs, signedBy, claims }) => {
      const { privateKey } = await (signedBy === 'published-key' ? published : unknown)()
      return new SignJWT({ ...claims })
        .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID, typ: 'JWT' })
        .setIssuer(issuer)
        .setSubject(subject)
        .setAudience(audience)
        .setIssuedAt(Math.floor(issuedAt / 1000))
        .setNotBefore(Math.floor(issuedAt / 1000))
        .setExpirationTime(Math.floor((issuedAt + lifetimeMs) / 1000))
        .sign(privateKey)
    },
    jwks: async () => ({ keys: [asJson(await publicKey())] }),
    verify: async (token, { issuer, audiences, now }) => {
      const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: [await publicKey()] }), {
        issuer,
        audience: [...audiences],
        algorithms: [ALGORITHM],
        currentDate: new Date(now),
        requiredClaims: ['sub', 'exp'],
      })
      return { subject: payload.sub ?? '', audience: [payload.aud].flat()[0] ?? '' }
    },
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => {
    made ??= make()
    return made
  }
}

function asJson(value: object): JsonObject {
  const copy: Json = JSON.parse(JSON.stringify(value))
  if (!isJsonObject(copy)) throw new Error('A key is not an object')
  return copy
}
