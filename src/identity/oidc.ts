import { isWrongAddress } from '../cloud/advice.ts'
import { ApiFault } from '../cloud/fault.ts'
import { urlBelow } from '../cloud/url.ts'
import { inEach, type Sentence, told } from '../precheck/sentence.ts'
import { fetchedCredential } from './fetched-credential.ts'
import { HUAWEI_CLOUD } from './huawei-cloud.ts'
import type { CredentialMethod, SignInPorts } from './method.ts'
import { type Place, stsAt, stsExample } from './regions.ts'
import { signedHeaders } from './signer.ts'

/** Where the id token of a job comes from. */
export const ID_TOKEN_VARIABLES = {
  /** GitHub's runner: where to ask for one, and the secret to ask with. */
  requestUrl: 'ACTIONS_ID_TOKEN_REQUEST_URL',
  requestToken: 'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  /** Where any other CI system puts one that is made already. */
  ready: 'PRECHECK_ID_TOKEN',
} as const

const ADVICE = told(
  "Compare the agency's trust policy with this run: its conditions oidc:sub (repository, branch or environment) and oidc:aud (oidc-audience), the provider's URL and client ids, and both URNs.",
  '请将委托的信任策略与本次运行核对：条件 oidc:sub（仓库、分支或环境）和 oidc:aud（oidc-audience）、身份提供商的 URL 和客户端 ID，以及两个 URN。',
)

/** The id token of the job, exchanged for temporary keys: nothing secret is stored anywhere. Source: API page of STS v5, AssumeAgencyWithOIDC, 2026. */
export const oidc: CredentialMethod<'oidc-provider-urn' | 'oidc-agency-urn' | 'oidc-audience'> = {
  kind: HUAWEI_CLOUD,
  inputs: {
    'oidc-provider-urn': {
      needed: true,
      inCommand:
        'Without stored keys: URN of the identity provider in IAM that trusts the CI system. The id token in PRECHECK_ID_TOKEN is exchanged for temporary keys. Needs oidc-agency-urn.',
    },
    'oidc-agency-urn': { needed: true },
    'oidc-audience': {
      inCommand: 'Without meaning here: the CI system makes the id token for an audience of its own choice.',
    },
  },
  families: [
    {
      'oidc-provider-urn': 'HUAWEICLOUD_OIDC_PROVIDER_URN',
      'oidc-agency-urn': 'HUAWEICLOUD_OIDC_AGENCY_URN',
    },
  ],
  secretVariables: [ID_TOKEN_VARIABLES.ready, ID_TOKEN_VARIABLES.requestToken],
  address: {
    input: 'sts-endpoint',
    // Any region's STS will do, so that of the first place that has one.
    of: places => places.map(stsAt).find(url => url !== null) ?? noSts(places),
    whenIdle: told(
      'is set, but has no meaning without oidc-provider-urn and oidc-agency-urn',
      '已设置，但没有 oidc-provider-urn 和 oidc-agency-urn 就不起作用',
    ),
  },
  // Runs of forks get no id token, so there a keyless credential is none, whatever the inputs say.
  isWithinReach: ({ side, environment }) =>
    !side.isFork || Boolean(environment[ID_TOKEN_VARIABLES.requestUrl]),
  connect(planned, ports) {
    const {
      'oidc-provider-urn': provider,
      'oidc-agency-urn': agency,
      'oidc-audience': audience,
    } = planned.values
    const words = { label: told(`the OIDC agency ${agency}`, ` OIDC 委托 ${agency}`), advice: ADVICE }
    const sts = planned.address
    if (sts === null) throw new Error('A keyless credential is planned without an STS')
    return fetchedCredential(
      words,
      () => '',
      async () => {
        // An id token lives for minutes only, so every exchange gets one of its own.
        const idToken = await ports.side.fetchIdToken(audience || null, ports)
        const { credentials } = await exchange({ provider, agency, sts }, idToken, ports)
        const { access_key_id: id, secret_access_key: secret, security_token: securityToken } = credentials
        for (const text of [id, secret, securityToken]) ports.addSecret(text)
        return {
          headersFor: request => signedHeaders(request, { id, secret, securityToken }, ports),
          expiresAt: credentials.expiration,
        }
      },
      ports.clock,
    )
  },
}

function noSts(places: readonly Place[]): { readonly wrong: Sentence; readonly allowed: Sentence } {
  const first = places.find(({ region }) => region !== null) ?? places[0] ?? { region: null, endpoint: null }
  const wrong =
    first.region === null
      ? told('missing, and there is no region to take it from', '缺少，也没有区域可供推断')
      : told(
          `missing, and region ${first.region} is not known to have one`,
          `缺少，且不知道区域 ${first.region} 有 STS`,
        )
  return { wrong, allowed: stsExample(first) }
}

async function exchange(
  { provider, agency, sts }: { readonly provider: string; readonly agency: string; readonly sts: URL },
  idToken: string,
  { anonymous, environment }: SignInPorts,
) {
  // Loaded with the first request, not with every start.
  const [z, { errorInJson }] = await Promise.all([import('zod/mini'), import('../cloud/error-body.ts')])
  const text = z.string().check(z.minLength(1))
  const keys = { access_key_id: text, secret_access_key: text, security_token: text }
  const call = {
    operation: 'read',
    doing: told(
      `exchange GitHub's id token for temporary keys of ${agency} at ${sts.host}`,
      `在 ${sts.host} 用 GitHub 的 ID Token 换取 ${agency} 的临时密钥`,
    ),
    method: 'POST',
    url: urlBelow(sts, '/v5/agencies/assume-with-oidc'),
    body: {
      provider_urn: provider,
      agency_urn: agency,
      agency_session_name: sessionNameOf(environment),
      id_token: idToken,
    },
    schema: z.looseObject({ credentials: z.looseObject({ ...keys, expiration: z.nullish(z.string()) }) }),
    errorIn: errorInJson,
    addressInput: 'sts-endpoint',
  } as const
  try {
    return (await anonymous.call(call)).value
  } catch (error) {
    // Whatever the status: what a service advises on its own tasks is of no use here.
    if (!(error instanceof ApiFault) || error.kind === 'transient' || isWrongAddress(error)) throw error
    const claims = (await import('./id-token.ts')).claimsText(idToken)
    const refusal = error.what
    const what = inEach(in_ =>
      told(
        `the id token ${in_(claims)} was refused: ${in_(refusal)}`,
        `ID Token（${in_(claims)}）被拒绝：${in_(refusal)}`,
      ),
    )
    throw error.with({ doing: call.doing, what, advice: ADVICE })
  }
}

const SESSION_PREFIX = 'precheck-gate'
const SESSION_NAME_CHARACTERS = 64

/** Names the run in the account's audit log, in 2 to 128 characters. */
function sessionNameOf(environment: SignInPorts['environment']): string {
  const run = (environment['GITHUB_RUN_ID'] ?? '').replaceAll(/[^0-9A-Za-z]/g, '')
  return `${SESSION_PREFIX}-${run}`.slice(0, SESSION_NAME_CHARACTERS).replace(/-$/, '')
}
