import { z } from 'zod'
import type { IdTokens } from '../auth/id-tokens.ts'
import type { KeyRing } from '../auth/key-ring.ts'
import { type Answer, type ApiRequest, gatewayError, jsonAnswer, type Route } from '../http.ts'
import { type JsonObject, parseJson } from '../json.ts'
import { fitsPattern } from '../operations.ts'
import type { Credentials } from '../scenario/credentials.ts'

const DEFAULT_DURATION_SECONDS = 3600

const assumeBody = z.object({
  provider_urn: z.string().min(1),
  agency_urn: z.string().min(1),
  agency_session_name: z.string().min(2).max(128),
  id_token: z.string().min(4).max(20_000),
  duration_seconds: z.number().int().min(900).max(43_200).optional(),
  policy: z.string().min(2).max(2048).optional(),
  policy_ids: z.array(z.string()).optional(),
})
type AssumeBody = z.output<typeof assumeBody>

/**
 * STS `AssumeAgencyWithOIDC` (unsigned). What the real service says of a rejected token is not published:
 * the statuses are the obvious ones, the codes are made up and say so.
 */
export function stsRoutes(oidc: Credentials['oidc'], keys: KeyRing, idTokens: IdTokens): readonly Route[] {
  return [
    {
      operation: 'sts.assume',
      method: 'POST',
      path: '/v5/agencies/assume-with-oidc',
      refuse: () => null,
      handle: request => assume(request, oidc, keys, idTokens),
    },
  ]
}

async function assume(
  request: ApiRequest,
  oidc: Credentials['oidc'],
  keys: KeyRing,
  idTokens: IdTokens,
): Promise<Answer> {
  const refuse = (status: number, code: string, text: string): Answer =>
    gatewayError(status, `STS5.SIM.${code}`, text, request.requestId)
  const body = parseJson(request.body.toString('utf8'), assumeBody)
  if ('problem' in body) return refuse(400, 'INVALID_PARAMETER', body.problem)
  if (body.value.provider_urn !== oidc.providerUrn) {
    return refuse(404, 'NO_PROVIDER', 'The OIDC provider does not exist.')
  }
  if (body.value.agency_urn !== oidc.agencyUrn) {
    return refuse(404, 'NO_AGENCY', 'The trust agency does not exist.')
  }
  let verified: { readonly subject: string; readonly audience: string }
  try {
    const { issuer, audiences } = oidc
    verified = await idTokens.verify(body.value.id_token, { issuer, audiences, now: request.now })
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : 'unreadable'
    return refuse(401, 'INVALID_ID_TOKEN', `The id token is not accepted: ${detail}`)
  }
  if (!fitsPattern(verified.subject, oidc.subject)) {
    return refuse(403, 'NOT_TRUSTED', 'The trust policy of the agency does not allow this subject.')
  }
  return granted(body.value, verified, oidc, keys, request.now)
}

function granted(
  body: AssumeBody,
  verified: { readonly subject: string; readonly audience: string },
  oidc: Credentials['oidc'],
  keys: KeyRing,
  now: number,
): Answer {
  const wanted = (body.duration_seconds ?? DEFAULT_DURATION_SECONDS) * 1000
  const key = keys.issue(Math.min(wanted, oidc.keyLifetimeMs), now)
  const agency: JsonObject = {
    urn: `sts::${oidc.agencyUrn.split('::').at(-1) ?? ''}/${body.agency_session_name}`,
    id: `simulated-agency:${body.agency_session_name}`,
  }
  return jsonAnswer(200, {
    credentials: {
      access_key_id: key.accessKeyId,
      secret_access_key: key.secretAccessKey,
      security_token: key.securityToken,
      expiration: new Date(key.expiresAt).toISOString(),
    },
    assumed_agency: agency,
    audience: verified.audience,
    provider: oidc.providerUrn,
    subject_from_id_token: verified.subject,
    source_identity: '',
  })
}
