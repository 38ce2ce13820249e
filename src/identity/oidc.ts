import * as z from 'zod'
import { isWrongAddress } from '../cloud/advice.ts'
import type { Connection } from '../cloud/connection.ts'
import type { Credential, SignableRequest } from '../cloud/credential.ts'
import { errorInJson } from '../cloud/error-body.ts'
import { ApiFault, couldNot } from '../cloud/fault.ts'
import { urlBelow } from '../cloud/url.ts'
import type { Clock } from '../ports.ts'
import { inEach, told } from '../precheck/sentence.ts'
import { type SigningPorts, signedHeaders } from './access-key.ts'
import { fetchedCredential } from './fetched-credential.ts'
import { claimsText } from './id-token.ts'

/** STS (temporary keys), v5: AssumeAgencyWithOIDC. Source: API page of STS, 2026. */

export interface OidcLogin {
  readonly providerUrn: string
  readonly agencyUrn: string
}

export interface StsPorts {
  readonly clock: Clock
  /** Needs no credential: the id token is the proof. */
  readonly connection: Connection
  readonly endpoint: URL
  /** 2 to 128 characters; shows up in the account's audit log. */
  readonly sessionName: string
  /** Returns a fresh id token; one lives for minutes only. Throws `ApiFault`. */
  readonly idToken: () => Promise<string>
  readonly addSecret: (secret: string) => void
  readonly signing: SigningPorts
}

const answerSchema = z.looseObject({
  credentials: z.looseObject({
    access_key_id: z.string().min(1),
    secret_access_key: z.string().min(1),
    security_token: z.string().min(1),
    expiration: z.string().nullish(),
  }),
})

const ADVICE = told(
  "Compare the agency's trust policy with this run: its conditions oidc:sub (repository, branch or environment) and oidc:aud (oidc-audience), the provider's URL and client ids, and both URNs.",
  '请将委托的信任策略与本次运行核对：条件 oidc:sub（仓库、分支或环境）和 oidc:aud（oidc-audience）、身份提供商的 URL 和客户端 ID，以及两个 URN。',
)

/** GitHub's id token, exchanged for temporary keys. Nothing secret is stored anywhere. */
export function oidcCredential(login: OidcLogin, ports: StsPorts): Credential {
  const words = {
    label: told(`the OIDC agency ${login.agencyUrn}`, ` OIDC 委托 ${login.agencyUrn}`),
    advice: ADVICE,
  }
  return fetchedCredential(
    words,
    () => '',
    () => fetchKeys(login, ports),
    ports.clock,
  )
}

async function fetchKeys(login: OidcLogin, ports: StsPorts) {
  // An id token lives for minutes only, so every exchange gets one of its own.
  const { value } = await exchange(login, await ports.idToken(), ports)
  const {
    access_key_id: id,
    secret_access_key: secret,
    security_token: securityToken,
    expiration,
  } = value.credentials
  for (const text of [id, secret, securityToken]) ports.addSecret(text)
  const expires = Date.parse(expiration ?? '')
  return {
    headersFor: (request: SignableRequest) =>
      signedHeaders(request, { id, secret, securityToken }, ports.signing),
    expiresAt: Number.isNaN(expires) ? null : new Date(expires),
  }
}

async function exchange(login: OidcLogin, idToken: string, { connection, endpoint, sessionName }: StsPorts) {
  const call = {
    operation: 'read',
    doing: told(
      `exchange GitHub's id token for temporary keys of ${login.agencyUrn} at ${endpoint.host}`,
      `在 ${endpoint.host} 用 GitHub 的 ID Token 换取 ${login.agencyUrn} 的临时密钥`,
    ),
    method: 'POST',
    url: urlBelow(endpoint, '/v5/agencies/assume-with-oidc'),
    body: {
      provider_urn: login.providerUrn,
      agency_urn: login.agencyUrn,
      agency_session_name: sessionName,
      id_token: idToken,
    },
    schema: answerSchema,
    errorIn: errorInJson,
    addressInput: 'sts-endpoint',
  } as const
  try {
    return await connection.call(call)
  } catch (error) {
    // Whatever the status: what a service advises on its own tasks is of no use here.
    if (!(error instanceof ApiFault) || error.kind === 'transient' || isWrongAddress(error)) throw error
    const claims = claimsText(idToken)
    const refusal = error.told.what ?? error.told.message
    const what = inEach(in_ =>
      told(
        `the id token ${in_(claims)} was refused: ${in_(refusal)}`,
        `ID Token（${in_(claims)}）被拒绝：${in_(refusal)}`,
      ),
    )
    throw error.with({ message: couldNot(call.doing, what), what, advice: ADVICE })
  }
}
