import { isWrongAddress } from '../cloud/advice.ts'
import { ApiFault } from '../cloud/fault.ts'
import { urlBelow } from '../cloud/url.ts'
import { type Sentence, told } from '../precheck/sentence.ts'
import { type Fetched, fetchedCredential } from './fetched-credential.ts'
import { HUAWEI_CLOUD } from './huawei-cloud.ts'
import type { CredentialMethod, SignInPorts } from './method.ts'
import { GLOBAL_IAM, iamAt } from './regions.ts'

const ADVICE = told(
  'Check iam-user, iam-password and iam-domain (the account name). Users of a HUAWEI ID and federated users cannot sign in this way; use an access key or OIDC.',
  '请检查 iam-user、iam-password 和 iam-domain（账号名）。华为账号用户和联邦用户不能以此方式登录；请使用访问密钥或 OIDC。',
)

/** An IAM user's password, exchanged for a token per project. Source: API page iam_30_0001 of IAM v3. */
export const iamUser: CredentialMethod<'iam-user' | 'iam-password' | 'iam-domain'> = {
  kind: HUAWEI_CLOUD,
  inputs: {
    'iam-user': { needed: true },
    'iam-password': { needed: true, secret: true },
    'iam-domain': { needed: true },
  },
  families: [],
  address: {
    input: 'iam-endpoint',
    looksUpProjects: true,
    of(places) {
      const first = places.find(({ region }) => region !== null) ?? places[0]
      return first === undefined ? GLOBAL_IAM : iamAt(first)
    },
    whenIdle: told(
      'is set, but no IAM user signs in and every target has its project-id',
      '已设置，但没有 IAM 用户登录，且每个目标都有 project-id',
    ),
  },
  isOfProject: true,
  connect(planned, ports) {
    const { 'iam-user': user, 'iam-password': password, 'iam-domain': domain } = planned.values
    const login = {
      user,
      password,
      domain,
      endpoint: planned.address ?? GLOBAL_IAM,
      project: planned.project,
    }
    const words = {
      label: told(`the IAM user ${user} of domain ${domain}`, `域 ${domain} 的 IAM 用户 ${user}`),
      advice: ADVICE,
    }
    const projectOf = (request: { headers: Readonly<Record<string, string>> }) =>
      request.headers['X-Project-Id'] ?? ''
    return fetchedCredential(words, projectOf, id => fetchToken(login, id, ports), ports.clock)
  },
}

async function fetchToken(
  {
    user: name,
    password,
    domain,
    endpoint,
    project,
  }: Readonly<Record<'user' | 'password' | 'domain', string> & { endpoint: URL; project: string | null }>,
  projectId: string,
  { anonymous, addSecret }: SignInPorts,
): Promise<Fetched> {
  // Loaded with the first request, not with every start.
  const [z, { errorInJson }] = await Promise.all([import('zod/mini'), import('../cloud/error-body.ts')])
  const doing = told(
    `get an IAM token for user ${name} of domain ${domain} from ${endpoint.host}`,
    `从 ${endpoint.host} 为域 ${domain} 的用户 ${name} 获取 IAM Token`,
  )
  const scope = { project: projectId === '' ? { name: project } : { id: projectId } }
  const identity = { methods: ['password'], password: { user: { name, password, domain: { name: domain } } } }
  const call = {
    operation: 'read',
    doing,
    method: 'POST',
    url: urlBelow(endpoint, '/v3/auth/tokens'),
    body: { auth: { identity, scope } },
    schema: z.looseObject({ token: z.looseObject({ expires_at: z.nullish(z.string()) }) }),
    errorIn: errorInJson,
    addressInput: 'iam-endpoint',
  } as const
  const answer = await anonymous.call(call).catch(error => {
    throw error instanceof ApiFault && error.kind !== 'transient' ? advised(error) : error
  })
  const token = answer.headers['x-subject-token']
  if (typeof token !== 'string' || token === '') throw noToken(doing)
  addSecret(token)
  return {
    headersFor: request => ({ ...request.headers, 'X-Auth-Token': token }),
    expiresAt: answer.value.token.expires_at,
  }
}

function noToken(doing: Sentence): ApiFault {
  const what = told('the answer has no X-Subject-Token header.', '应答中没有 X-Subject-Token 头。')
  return new ApiFault({
    kind: 'transient',
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

/** Only IAM's own words are searched, never ours: a user or a domain may be called anything. */
function advised(fault: ApiFault): ApiFault {
  if (isWrongAddress(fault)) return fault
  const remedy = REMEDIES.find(([pattern]) => pattern.test(fault.words ?? ''))
  return fault.with({ advice: remedy?.[1] ?? ADVICE })
}
