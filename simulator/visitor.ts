import type { IdTokenRequest, IdTokens } from './auth/id-tokens.ts'
import type { KeyRing, TemporaryKey } from './auth/key-ring.ts'
import { canonicalRequest, formatSdkDate, SCHEME, signatureOf } from './auth/signature.ts'
import type { Clock } from './clock.ts'
import { ID_TOKEN_REQUEST_PATH } from './github/id-token.ts'
import type { Scenario } from './scenario/scenario.ts'

/** What a client of the scenario would have been given, all of it good. */
export interface ValidCredentials {
  readonly region: string
  readonly projectId: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Set when the scenario's first key is a temporary one. */
  readonly securityToken: string | null
  readonly authToken: string
  readonly iamUser: string
  readonly iamPassword: string
  readonly iamDomain: string
  readonly omsUser: string
  readonly omsPassword: string
  readonly oidcProviderUrn: string
  readonly oidcAgencyUrn: string
  readonly oidcAudience: string
  readonly idTokenRequestUrl: string
  readonly idTokenRequestToken: string
  readonly githubToken: string
  readonly repository: string
}

export interface RequestToSign {
  readonly method: string
  /** Path with query. */
  readonly target: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Without one, the scenario's first key signs. */
  readonly key?: {
    readonly accessKeyId: string
    readonly secretAccessKey: string
    readonly securityToken?: string
  }
}

/** Helpers for tests and the command line. */
export interface Visitor {
  readonly credentials: ValidCredentials
  /** The headers of a signed request, the given ones included. */
  sign(request: RequestToSign): Readonly<Record<string, string>>
  /** A temporary key, as STS would give it. */
  temporaryKey(lifetimeMs?: number): TemporaryKey
  /** An id token; fields override those of a good one. */
  idToken(overrides?: Partial<IdTokenRequest>): Promise<string>
}

interface Parts {
  readonly scenario: Scenario
  readonly clock: Clock
  readonly keys: KeyRing
  readonly idTokens: IdTokens
  readonly url: string
}

const HOUR_MS = 3_600_000

export function createVisitor({ scenario, clock, keys, idTokens, url }: Parts): Visitor {
  const valid = validCredentials(scenario, url)
  const { oidc } = scenario.credentials
  const { idToken } = scenario.github
  return {
    credentials: valid,
    sign: request => signedHeaders(request, valid, new URL(url).host, clock.now()),
    temporaryKey: (lifetimeMs = HOUR_MS) => keys.issue(lifetimeMs, clock.now()),
    idToken: (overrides = {}) =>
      idTokens.issue({
        issuer: oidc.issuer,
        subject: idToken.subject,
        audience: valid.oidcAudience,
        issuedAt: clock.now(),
        lifetimeMs: idToken.lifetimeMs,
        signedBy: 'published-key',
        claims: {},
        ...overrides,
      }),
  }
}

function validCredentials({ credentials, github }: Scenario, url: string): ValidCredentials {
  const [key] = credentials.keys
  const [project] = credentials.projects
  const { oidc } = credentials
  return {
    region: project?.name ?? '',
    projectId: project?.id ?? '',
    accessKeyId: key?.accessKeyId ?? '',
    secretAccessKey: key?.secretAccessKey ?? '',
    securityToken: key?.securityToken ?? null,
    authToken: credentials.tokens[0]?.token ?? '',
    iamUser: credentials.iam.user,
    iamPassword: credentials.iam.password,
    iamDomain: credentials.iam.domain,
    omsUser: credentials.oms.user,
    omsPassword: credentials.oms.password,
    oidcProviderUrn: oidc.providerUrn,
    oidcAgencyUrn: oidc.agencyUrn,
    oidcAudience: oidc.audiences[0] ?? '',
    idTokenRequestUrl: `${url}${ID_TOKEN_REQUEST_PATH}?api-version=2.0`,
    idTokenRequestToken: github.idToken.requestToken,
    githubToken: github.tokens[0]?.token ?? '',
    repository: github.repository,
  }
}

function signedHeaders(
  { method, target, headers = {}, body = '', key }: RequestToSign,
  valid: ValidCredentials,
  host: string,
  now: number,
): Record<string, string> {
  const signer = key ?? valid
  const date = formatSdkDate(now)
  const token = signer.securityToken
  const all: Record<string, string> = { host, 'x-sdk-date': date, ...lowerCase(headers) }
  if (token) all['x-security-token'] = token
  const names = Object.keys(all).sort()
  const request = { method, target, headers: all, body: Buffer.from(body) }
  const signature = signatureOf(canonicalRequest(request, names) ?? '', date, signer.secretAccessKey)
  const value = `${SCHEME} Access=${signer.accessKeyId}, SignedHeaders=${names.join(';')}, Signature=${signature}`
  return { ...all, authorization: value }
}

const lowerCase = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
