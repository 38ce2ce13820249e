import { type Answer, type ApiRequest, jsonAnswer, param, type Route } from '../http.ts'
import type { Operation } from '../operations.ts'
import type { Commit, GitHub } from '../scenario/github.ts'
import { tokenOf } from './access.ts'
import { commitObject, profileObject } from './objects.ts'

/**
 * The same repository as Gitea 1.26.0 serves it: what differs from GitHub, as its own server answered on 2026-11-30 and as
 * `routers/api/v1` of its source says.
 */

/** Whatever a request asks for: `limit` is what Gitea calls it. */
const PER_PAGE = '30'
const MOST = '100'

type Handle = Route['handle']

/** Returns GitHub's routes with Gitea's answers. */
export function asOnGitea(routes: readonly Route[], github: GitHub): readonly Route[] {
  return routes.map(route => {
    const handle = differentOnGitea(route, github)
    return {
      ...route,
      refuse: request => inWordsOfGitea(route.refuse(request)),
      handle: handle ?? route.handle,
    }
  })
}

/** How Gitea handles the route; null where it does as GitHub. */
function differentOnGitea({ operation, handle }: Route, github: GitHub): Handle | null {
  const different: Partial<Record<Operation, Handle>> = {
    'github.commit': () => noRoute(),
    'github.gitCommit': request => {
      const commit = commitByAnyName(github, param(request, 'sha'))
      return commit === null
        ? notFound(`commit doesn't exist: ${param(request, 'sha')}`)
        : jsonAnswer(200, commitObject(commit, github, request.baseUrl))
    },
    'github.contents': request => contents(github, request, handle),
    'github.user': request => {
      const found = tokenOf(github, request)
      return 'refusal' in found
        ? found.refusal
        : jsonAnswer(200, profileObject(found.token.user, request.baseUrl))
    },
    'github.createStatus': async request =>
      github.commits.some(({ sha }) => sha === param(request, 'sha'))
        ? asStatuses(await handle(request))
        : jsonAnswer(500, { message: '', url: swagger(request) }),
    'github.listStatuses': async request => {
      const commit = commitByShortName(github, param(request, 'ref'))
      if (commit === null) return notFound()
      const params = { ...request.params, ref: commit.sha }
      return asStatuses(await handle(withQuery({ ...request, params }, { per_page: PER_PAGE })))
    },
    // Never paged: whatever page is asked for, all are on it.
    'github.listComments': async request => {
      const answer = await handle(withQuery(request, { page: '1', per_page: MOST }))
      const { link: _, ...headers } = answer.headers
      return { ...answer, headers }
    },
  }
  return different[operation] ?? null
}

/** Refs are known by their short names, a branch before a tag of its name, or by a hash: neither HEAD nor refs/heads/main. */
function commitByShortName({ commits }: GitHub, name: string): Commit | null {
  const branched = commits.find(({ refs }) => refs.includes(name))
  const tagged = commits.find(({ tags }) => tags.includes(name))
  return branched ?? tagged ?? commits.find(({ sha }) => sha === name) ?? null
}

/** Git itself looks here, and it knows every name. */
function commitByAnyName(github: GitHub, name: string): Commit | null {
  const [, kind, short = name] = /^refs\/(heads|tags)\/(.+)$/.exec(name) ?? []
  if (name === 'HEAD') return commitByShortName(github, github.defaultBranch)
  if (kind === 'tags') return github.commits.find(({ tags }) => tags.includes(short)) ?? null
  return commitByShortName(github, short)
}

/** The media type that asks for the bare file is not known, so JSON comes. */
function contents(github: GitHub, request: ApiRequest, handle: Handle): Answer | Promise<Answer> {
  const commit = commitByShortName(github, request.query.get('ref') || github.defaultBranch)
  if (commit === null) return notFound()
  const { accept: _, ...headers } = request.headers
  return handle(withQuery({ ...request, headers }, { ref: commit.sha }))
}

function withQuery(request: ApiRequest, changes: Readonly<Record<string, string>>): ApiRequest {
  const query = new URLSearchParams(request.query)
  for (const [name, value] of Object.entries(changes)) query.set(name, value)
  return { ...request, query }
}

/** What GitHub calls `state` is `status` here. */
function asStatuses(answer: Answer): Answer {
  const text = answer.body.toString('utf8').replaceAll('"state":', '"status":')
  return { ...answer, body: Buffer.from(text) }
}

function inWordsOfGitea(refusal: Answer | null): Answer | null {
  if (refusal === null) return null
  if (refusal.status === 404) return notFound()
  const message =
    refusal.status === 401 ? 'token is required' : 'user should have a permission to write to a repo'
  return jsonAnswer(refusal.status, { message, url: '' })
}

const swagger = ({ baseUrl }: ApiRequest): string => `${baseUrl}/api/swagger`

function notFound(message = 'not found'): Answer {
  return jsonAnswer(404, { message, url: '', errors: [] })
}

/** Of an address that it does not have Gitea says so in plain text. */
function noRoute(): Answer {
  const headers = { 'content-type': 'text/plain; charset=utf-8' }
  return { status: 404, headers, body: Buffer.from('404 page not found\n') }
}
