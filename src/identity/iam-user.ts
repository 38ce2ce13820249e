import * as z from 'zod'
import { isWrongAddress } from '../cloud/advice.ts'
import type { Connection } from '../cloud/connection.ts'
import type { Credential } from '../cloud/credential.ts'
import { errorInJson } from '../cloud/error-body.ts'
import { ApiFault, couldNot } from '../cloud/fault.ts'
import { type PatientPorts, patiently } from '../cloud/patiently.ts'
import { urlBelow } from '../cloud/url.ts'
import type { Clock } from '../ports.ts'
import { type Sentence, told } from '../precheck/sentence.ts'
import { fetchedCredential } from './fetched-credential.ts'

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

const ADVICE = told(
  'Check iam-user, iam-password and iam-domain (the account name). Users of a HUAWEI ID and federated users cannot sign in this way; use an access key or OIDC.',
  '请检查 iam-user、iam-password 和 iam-domain（账号名）。华为账号用户和联邦用户不能以此方式登录；请使用访问密钥或 OIDC。',
)

/** An IAM user's password, exchanged for a token per project. */
export function iamUserCredential(login: IamUser, ports: IamPorts): Credential {
  const words = {
    label: told(
      `the IAM user ${login.user} of domain ${login.domain}`,
      `域 ${login.domain} 的 IAM 用户 ${login.user}`,
    ),
    advice: ADVICE,
  }
  const scopeOf = (request: { headers: Readonly<Record<string, string>> }) =>
    request.headers['X-Project-Id'] ?? ''
  return fetchedCredential(words, scopeOf, scope => fetchToken(login, scope, ports), ports.clock)
}

async function fetchToken(login: IamUser, projectId: string, ports: IamPorts) {
  const doing = told(
    `get an IAM token for user ${login.user} of domain ${login.domain} from ${ports.endpoint.host}`,
    `从 ${ports.endpoint.host} 为域 ${login.domain} 的用户 ${login.user} 获取 IAM Token`,
  )
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
    const what = told('the answer has no X-Subject-Token header.', '应答中没有 X-Subject-Token 头。')
    throw new ApiFault({
      kind: 'transient',
      message: couldNot(doing, what),
      doing,
      what,
      advice: told(
        'Check that iam-endpoint is IAM itself and not a proxy that drops headers.',
        '请确认 iam-endpoint 是 IAM 本身，而不是会丢弃请求头的代理。',
      ),
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
const REMEDIES: readonly (readonly [RegExp, Sentence])[] = [
  [
    /\block/i,
    told(
      'IAM has locked the account after wrong passwords: wait 15 minutes, correct iam-password, and run the gate once.',
      'IAM 因密码错误已锁定该账号：请等待 15 分钟，更正 iam-password，然后只运行一次门禁。',
    ),
  ],
  [
    /mfa|verification code|multi-factor/i,
    told(
      'The user needs a second factor, which a workflow cannot give: use an access key, OIDC, or a user without MFA for API calls.',
      '该用户需要第二因子认证，而工作流无法提供：请使用访问密钥、OIDC，或调用接口时不需要 MFA 的用户。',
    ),
  ],
  [
    /domain/i,
    told(
      'iam-domain is the account name of the user, not the user or a project: correct it.',
      'iam-domain 是用户所属的账号名，而不是用户或项目：请更正。',
    ),
  ],
  [
    /project/i,
    told(
      'IAM knows no such project for this user: check project-id and region.',
      'IAM 中该用户没有这样的项目：请检查 project-id 和 region。',
    ),
  ],
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
    doing: told(
      `look up the project of region ${region} at ${ports.endpoint.host}`,
      `在 ${ports.endpoint.host} 查询区域 ${region} 的项目`,
    ),
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
    advice: told(
      'Give project-id, so that nothing has to be looked up, or let this identity list its projects at IAM.',
      '请提供 project-id，这样就不需要查询；或允许该身份在 IAM 中列出其项目。',
    ),
  })
}
