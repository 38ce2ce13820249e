import { type Answer, type ApiRequest, jsonAnswer } from '../http.ts'
import type { GitHub, GitHubToken } from '../scenario/github.ts'

type Permission = keyof GitHubToken['permissions']
type Level = 'read' | 'write'

/** An error as GitHub words it; a problem that no code of GitHub's names has the code `custom` and a message. */
export function githubError(status: number, message: string, problems?: readonly string[]): Answer {
  return jsonAnswer(status, {
    message,
    ...(problems === undefined ? {} : { errors: problems.map(text => ({ code: 'custom', message: text })) }),
    documentation_url: 'https://docs.github.com/rest',
    status: String(status),
  })
}

/** The token a request came with, or the refusal. `bearer` and `token` are both understood. */
export function tokenOf(
  github: GitHub,
  request: ApiRequest,
): { readonly token: GitHubToken } | { readonly refusal: Answer } {
  const header = request.headers['authorization']
  if (header === undefined) return { refusal: githubError(401, 'Requires authentication') }
  const given = /^(?:bearer|token) (.+)$/i.exec(header)?.[1]
  const token = github.tokens.find(known => known.token === given)
  return token ? { token } : { refusal: githubError(401, 'Bad credentials') }
}

/**
 * The guard of an endpoint that needs one of these permissions. A repository that is not the scenario's does
 * not exist, and a token that may not write is told so in GitHub's words.
 */
export function needing(
  github: GitHub,
  permissions: readonly Permission[],
  level: Level,
): (request: ApiRequest) => Answer | null {
  return request => {
    const found = tokenOf(github, request)
    if ('refusal' in found) return found.refusal
    const { owner = '', repo = '' } = request.params
    if (`${owner}/${repo}`.toLowerCase() !== github.repository.toLowerCase())
      return githubError(404, 'Not Found')
    const held = permissions.map(permission => found.token.permissions[permission])
    if (held.includes('write') || (level === 'read' && held.includes('read'))) return null
    return githubError(403, 'Resource not accessible by integration')
  }
}
