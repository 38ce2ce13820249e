import type { IdTokens } from '../auth/id-tokens.ts'
import { type ApiRequest, jsonAnswer, type Route } from '../http.ts'
import type { JsonObject } from '../json.ts'
import type { GitHub } from '../scenario/github.ts'
import { githubError } from './access.ts'

/** Where `ACTIONS_ID_TOKEN_REQUEST_URL` points; it has a query already, as the toolkit adds `&audience=`. */
export const ID_TOKEN_REQUEST_PATH = '/_apis/id-token'

/** The runner's id-token endpoint and the key set that verifies what it gives. */
export function idTokenRoutes(github: GitHub, trustedIssuer: string, idTokens: IdTokens): readonly Route[] {
  const { idToken } = github
  return [
    {
      operation: 'github.idToken',
      method: 'GET',
      path: ID_TOKEN_REQUEST_PATH,
      refuse: request =>
        request.headers['authorization'] === `Bearer ${idToken.requestToken}`
          ? null
          : githubError(401, 'Bad credentials'),
      handle: async request => {
        const value = await idTokens.issue({
          issuer: idToken.issuer ?? trustedIssuer,
          subject: idToken.subject,
          audience: request.query.get('audience') || idToken.defaultAudience,
          issuedAt: request.now,
          lifetimeMs: idToken.lifetimeMs,
          signedBy: idToken.signedBy,
          claims: runClaims(github, request),
        })
        return jsonAnswer(200, { count: value.length, value })
      },
    },
    {
      operation: 'github.jwks',
      method: 'GET',
      path: '/.well-known/jwks',
      refuse: () => null,
      handle: async () => jsonAnswer(200, await idTokens.jwks()),
    },
  ]
}

/** What GitHub says of the run besides the registered claims. */
function runClaims({ repository, defaultBranch, commits }: GitHub, { requestId }: ApiRequest): JsonObject {
  return {
    jti: requestId,
    ref: `refs/heads/${defaultBranch}`,
    ref_type: 'branch',
    sha: commits[0]?.sha ?? '',
    repository,
    repository_owner: repository.split('/')[0] ?? '',
    repository_visibility: 'public',
    run_id: '1',
    run_number: '1',
    run_attempt: '1',
    event_name: 'workflow_dispatch',
    workflow: 'precheck',
    job_workflow_ref: `${repository}/.github/workflows/precheck.yml@refs/heads/${defaultBranch}`,
    runner_environment: 'github-hosted',
    actor: 'octocat',
  }
}
