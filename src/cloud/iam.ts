import * as z from 'zod'
import type { Clock } from '../ports.ts'
import { isWrongAddress } from './advice.ts'
import type { Connection } from './connection.ts'
import type { Credential } from './credential.ts'
import { errorInJson } from './error-body.ts'
import { ApiFault, couldNot } from './fault.ts'
import { fetchedCredential } from './fetched-credential.ts'
import { type PatientPorts, patiently } from './patiently.ts'
import { urlBelow } from './url.ts'

/** IAM (identity service), v3. Sources: API pages iam_30_0001 (token by password) and iam_06_0003 (projects). */

export interface IamUser {
  readonly user: string
  readonly password: string
  readonly domain: string
}

export interface IamPorts {
  readonly clock: Clock
  /** Needs no credential. */
  readonly connection: Connection
  readonly endpoint: URL
  /** Scope of a token where no project id is known. */
  readonly region: string | null
  readonly addSecret: (secret: string) => void
}

const tokenAnswer = z.looseObject({ token: z.looseObject({ expires_at: z.string().nullish() }) })

const ADVICE =
  'Check iam-user, iam-password and iam-domain (the account name). Users of a HUAWEI ID and federated users cannot sign in this way; use an access key or OIDC.'

/** An IAM user's password, exchanged for a token per project. */
export function iamUserCredential(login: IamUser, ports: IamPorts): Credential {
  const words = { label: `the IAM user ${login.user} of domain ${login.domain}`, advice: ADVICE }
  const scopeOf = (request: { headers: Readonly<Record<string, string>> }) =>
    request.headers['X-Project-Id'] ?? ''
  return fetchedCredential(words, scopeOf, scope => fetchToken(login, scope, ports), ports.clock)
}

async function fetchToken(login: IamUser, projectId: string, ports: IamPorts) {
  const doing = `get an IAM token for user ${login.user} of domain ${login.domain} from ${ports.endpoint.host}`
  const project = projectId === '' ? { name: ports.region } : { id: projectId }
  const { user: name, password, domain } = login
  const identity = { methods: ['password'], password: { user: { name, password, domain: { name: domain } } } }
  const call = {
    operation: 'read',
    doing,
    method: 'POST',
    url: urlBelow(ports.endpoint, '/v3/auth/tokens'),
    body: { auth: { identity, scope: { project } } },
    schema: tokenAnswer,
    errorIn: errorInJson,
    addressInput: 'iam-endpoint',
  } as const
  const answer = await ports.connection.call(call).catch(error => {
    throw error instanceof ApiFault && error.kind !== 'transient' ? advised(error) : error
  })
  const token = answer.headers['x-subject-token']
  if (typeof token !== 'string' || token === '') {
    const what = 'the answer has no X-Subject-Token header.'
    throw new ApiFault({
      kind: 'transient',
      message: couldNot(doing, what),
      doing,
      what,
      advice: 'Check that iam-endpoint is IAM itself and not a proxy that drops headers.',
      invalidResponse: true,
      final: true,
    })
  }
  ports.addSecret(token)
  const expires = Date.parse(answer.value.token.expires_at ?? '')
  return {
    headersFor: (request: { headers: Readonly<Record<string, string>> }) => ({
      ...request.headers,
      'X-Auth-Token': token,
    }),
    expiresAt: Number.isNaN(expires) ? null : new Date(expires),
  }
}

/** IAM says in words why it turns a user away; each has a remedy of its own. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [
    /\block/i,
    'IAM has locked the account after wrong passwords: wait 15 minutes, correct iam-password, and run the gate once.',
  ],
  [
    /mfa|verification code|multi-factor/i,
    'The user needs a second factor, which a workflow cannot give: use an access key, OIDC, or a user without MFA for API calls.',
  ],
  [/domain/i, 'iam-domain is the account name of the user, not the user or a project: correct it.'],
  [/project/i, 'IAM knows no such project for this user: check project-id and region.'],
]

/** Only what IAM said is searched: a user or a domain may be called anything. */
function advised(fault: ApiFault): ApiFault {
  if (isWrongAddress(fault)) return fault
  const remedy = REMEDIES.find(([pattern]) => pattern.test(fault.what ?? ''))
  return fault.with({ advice: remedy?.[1] ?? ADVICE })
}

const projectsAnswer = z.looseObject({
  projects: z.array(z.looseObject({ id: z.string(), name: z.string() })),
})

export interface Project {
  readonly id: string
  readonly name: string
}

/**
 * Returns the projects that the identity sees when that of a region is looked up. Asks for what the identity may see, which
 * needs no permission of its own; never creates one, as the vendor's SDKs do when there is none.
 */
export async function projectsSeen(
  region: string,
  ports: PatientPorts & { readonly connection: Connection; readonly endpoint: URL },
): Promise<readonly Project[]> {
  const call = {
    operation: 'read',
    doing: `look up the project of region ${region} at ${ports.endpoint.host}`,
    method: 'GET',
    url: urlBelow(ports.endpoint, '/v3/auth/projects'),
    schema: projectsAnswer,
    errorIn: errorInJson,
    addressInput: 'iam-endpoint',
  } as const
  const { value } = await patiently(() => ports.connection.call(call).catch(withLookUpAdvice), ports)
  return value.projects.map(({ id, name }) => ({ id, name }))
}

/** The rights of a service are of no use here. */
function withLookUpAdvice(error: unknown): never {
  if (!(error instanceof ApiFault) || error.kind !== 'permission-denied') throw error
  throw error.with({
    advice:
      'Give project-id, so that nothing has to be looked up, or let this identity list its projects at IAM.',
  })
}
