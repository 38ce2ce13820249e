import { z } from 'zod'
import { type Answer, type ApiRequest, jsonAnswer, param, type Route } from '../http.ts'
import { type JsonObject, parseJson } from '../json.ts'
import type { GitHub, GitHubUser } from '../scenario/github.ts'
import { githubError, needing, tokenOf } from './access.ts'
import { nodeId, userObject } from './objects.ts'
import { page } from './paging.ts'

const MAX_BODY_CHARS = 65_536
const FIRST_ID = 1_001

const commentBody = z.object({ body: z.string().min(1) })

interface Comment {
  readonly id: number
  readonly issue: number
  readonly user: GitHubUser
  readonly createdAt: number
  body: string
  updatedAt: number
}

/** Comments on issues and pull requests: list, read, create, update. */
export function commentRoutes(github: GitHub, startedAt: number): readonly Route[] {
  const comments: Comment[] = github.comments.map(({ issue, body, user }, index) => {
    return { id: FIRST_ID + index, issue, body, user, createdAt: startedAt, updatedAt: startedAt }
  })
  const read = needing(github, ['pullRequests', 'issues'], 'read')
  const write = needing(github, ['pullRequests', 'issues'], 'write')
  const onIssue = '/repos/:owner/:repo/issues/:number/comments'
  const single = '/repos/:owner/:repo/issues/comments/:id'
  return [
    {
      operation: 'github.listComments',
      method: 'GET',
      path: onIssue,
      refuse: read,
      handle: request => list(github, comments, request),
    },
    {
      operation: 'github.createComment',
      method: 'POST',
      path: onIssue,
      refuse: write,
      handle: request => create(github, comments, request),
    },
    {
      operation: 'github.getComment',
      method: 'GET',
      path: single,
      refuse: read,
      handle: request =>
        withComment(comments, request, comment =>
          jsonAnswer(200, commentObject(comment, github, request.baseUrl)),
        ),
    },
    {
      operation: 'github.updateComment',
      method: 'PATCH',
      path: single,
      refuse: write,
      handle: request => withComment(comments, request, comment => update(github, comment, request)),
    },
  ]
}

function list(github: GitHub, comments: readonly Comment[], request: ApiRequest): Answer {
  const issue = Number(param(request, 'number'))
  if (!isKnown(github, issue)) return githubError(404, 'Not Found')
  const listed = comments.filter(comment => comment.issue === issue)
  const { entries, headers } = page(listed, request)
  const shown = entries.map(comment => commentObject(comment, github, request.baseUrl))
  return jsonAnswer(200, shown, headers)
}

function create(github: GitHub, comments: Comment[], request: ApiRequest): Answer {
  const body = readBody(request)
  if ('refusal' in body) return body.refusal
  const issue = Number(param(request, 'number'))
  if (!isKnown(github, issue)) return githubError(404, 'Not Found')
  const author = tokenOf(github, request)
  if ('refusal' in author) return author.refusal
  const { user } = author.token
  const times = { createdAt: request.now, updatedAt: request.now }
  const comment = { id: FIRST_ID + comments.length, issue, body: body.value, user, ...times }
  comments.push(comment)
  const shown = commentObject(comment, github, request.baseUrl)
  return jsonAnswer(201, shown, { location: String(shown['url']) })
}

function update(github: GitHub, comment: Comment, request: ApiRequest): Answer {
  const body = readBody(request)
  if ('refusal' in body) return body.refusal
  comment.body = body.value
  comment.updatedAt = request.now
  return jsonAnswer(200, commentObject(comment, github, request.baseUrl))
}

function withComment(
  comments: readonly Comment[],
  request: ApiRequest,
  serve: (comment: Comment) => Answer,
): Answer {
  const found = comments.find(({ id }) => String(id) === param(request, 'id'))
  return found ? serve(found) : githubError(404, 'Not Found')
}

/** Pull requests are issues; any other issue exists when the scenario has a comment on it. */
function isKnown({ pulls, comments }: GitHub, issue: number): boolean {
  return pulls.some(({ number }) => number === issue) || comments.some(comment => comment.issue === issue)
}

function readBody(request: ApiRequest): { readonly value: string } | { readonly refusal: Answer } {
  const parsed = parseJson(request.body.toString('utf8'), commentBody)
  if ('problem' in parsed) return { refusal: githubError(422, 'Validation Failed', [parsed.problem]) }
  const { body } = parsed.value
  if (body.length <= MAX_BODY_CHARS) return { value: body }
  const text = `Body is too long (maximum is ${MAX_BODY_CHARS} characters)`
  return { refusal: githubError(422, 'Validation Failed', [text]) }
}

function commentObject(comment: Comment, github: GitHub, baseUrl: string): JsonObject {
  const api = `${baseUrl}/repos/${github.repository}`
  const url = `${api}/issues/comments/${comment.id}`
  const site = `https://github.com/${github.repository}/pull/${comment.issue}`
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url,
    html_url: `${site}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${comment.issue}`,
    user: userObject(comment.user, baseUrl),
    body: comment.body,
    created_at: timestamp(comment.createdAt),
    updated_at: timestamp(comment.updatedAt),
    author_association: comment.user.type === 'Bot' ? 'NONE' : 'CONTRIBUTOR',
    performed_via_github_app: null,
  }
}

const timestamp = (ms: number): string => new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z')
