import { z } from 'zod'
import type { Gateway } from '../auth/gateway.ts'
import { SCHEME } from '../auth/signature.ts'
import type { TokenStore } from '../auth/tokens.ts'
import { type Answer, type ApiRequest, jsonAnswer, type Route } from '../http.ts'
import { type JsonObject, parseJson } from '../json.ts'
import type { Credentials } from '../scenario/credentials.ts'

/** After repeated wrong passwords the account is locked for a quarter of an hour; how many is not published. */
const MAX_WRONG_PASSWORDS = 5
const ACCOUNT_LOCK_MS = 15 * 60_000
const DOMAIN_ID = '0a1b2c3d4e5f60718293a4b5c6d7e8f9'
const USER_ID = '5b0f2f7e6c1d4a3a9e8b7c6d5e4f3a2b'

const tokenBody = z.object({
  auth: z.object({
    identity: z.object({
      methods: z.array(z.literal('password')).length(1),
      password: z.object({
        user: z.object({
          name: z.string(),
          password: z.string(),
          domain: z.object({ name: z.string() }),
        }),
      }),
    }),
    scope: z.object({
      project: z.union([z.object({ id: z.string() }), z.object({ name: z.string() })]),
    }),
  }),
})
type TokenBody = z.output<typeof tokenBody>
type Project = Credentials['projects'][number]

/** IAM's password token (`POST /v3/auth/tokens`) and the projects a credential reaches. */
export function iamRoutes(credentials: Credentials, tokens: TokenStore, gateway: Gateway): readonly Route[] {
  const account = { wrong: 0, lockedUntil: 0 }
  return [
    {
      operation: 'iam.token',
      method: 'POST',
      path: '/v3/auth/tokens',
      refuse: () => null,
      handle: request => {
        const body = parseJson(request.body.toString('utf8'), tokenBody)
        if ('problem' in body) return iamError(400, 'Bad Request', body.problem)
        const refusal = checkPassword(body.value, credentials.iam, account, request.now)
        if (refusal) return refusal
        const project = findProject(credentials.projects, body.value.auth.scope.project)
        if (!project) return unauthorized('The project of the scope could not be found.')
        const { tokenLifetimeMs } = credentials.iam
        const issued = tokens.issue(project.id, tokenLifetimeMs, request.now)
        const token = tokenDetails(credentials, project, request.now, issued.expiresAt)
        return jsonAnswer(201, { token }, { 'x-subject-token': issued.token })
      },
    },
    {
      operation: 'iam.projects',
      method: 'GET',
      path: '/v3/auth/projects',
      refuse: request => refuseAsIam(request, gateway),
      handle: request => listProjects(credentials, request),
    },
  ]
}

/** IAM speaks of a wrong token in its own format; a wrong signature does not get past the gateway. */
function refuseAsIam(request: ApiRequest, gateway: Gateway): Answer | null {
  const refusal = gateway(request, null)
  if (refusal === null || request.headers['authorization']?.startsWith(SCHEME)) return refusal
  return unauthorized('The request you have made requires authentication.')
}

function checkPassword(
  { auth }: TokenBody,
  known: Credentials['iam'],
  account: { wrong: number; lockedUntil: number },
  now: number,
): Answer | null {
  const { name, password, domain } = auth.identity.password.user
  if (name !== known.user || domain.name !== known.domain) return unauthorized(WRONG_PASSWORD)
  if (now < account.lockedUntil) return unauthorized('The account is locked.')
  if (password === known.password) {
    account.wrong = 0
    return null
  }
  account.wrong += 1
  if (account.wrong >= MAX_WRONG_PASSWORDS) {
    account.lockedUntil = now + ACCOUNT_LOCK_MS
    account.wrong = 0
  }
  return unauthorized(WRONG_PASSWORD)
}

const WRONG_PASSWORD = 'The username or password is wrong.'

function findProject(
  projects: readonly Project[],
  wanted: TokenBody['auth']['scope']['project'],
): Project | null {
  const fits = (project: Project): boolean =>
    'id' in wanted ? project.id === wanted.id : project.name === wanted.name
  return projects.find(fits) ?? null
}

function tokenDetails(
  { iam }: Credentials,
  project: Project,
  issuedAt: number,
  expiresAt: number,
): JsonObject {
  const domain = { id: DOMAIN_ID, name: iam.domain }
  return {
    methods: ['password'],
    issued_at: timestamp(issuedAt),
    expires_at: timestamp(expiresAt),
    user: { id: USER_ID, name: iam.user, domain, password_expires_at: '' },
    project: { id: project.id, name: project.name, domain },
    roles: [{ id: '0', name: 'te_agency' }],
    catalog: [],
  }
}

function listProjects({ projects }: Credentials, request: ApiRequest): Answer {
  const self = `${request.baseUrl}/v3/auth/projects`
  const listed = projects.map(({ id, name, enabled }) => ({
    id,
    name,
    enabled,
    domain_id: DOMAIN_ID,
    parent_id: DOMAIN_ID,
    is_domain: false,
    description: '',
    links: { self: `${request.baseUrl}/v3/projects/${id}` },
  }))
  return jsonAnswer(200, { projects: listed, links: { self, next: null, previous: null } })
}

const unauthorized = (message: string): Answer => iamError(401, 'Unauthorized', message)

function iamError(code: number, title: string, message: string): Answer {
  return jsonAnswer(code, { error: { code, message, title } })
}

const timestamp = (ms: number): string => new Date(ms).toISOString().replace('Z', '000Z')
