import { z } from 'zod'
import { type Answer, type ApiRequest, jsonAnswer, param, type Route } from '../http.ts'
import { type JsonObject, parseJson } from '../json.ts'
import type { GitHub } from '../scenario/github.ts'
import { githubError, needing, tokenOf } from './access.ts'
import { nodeId, SITE, userObject } from './objects.ts'
import { page } from './paging.ts'
import { findCommit } from './repository.ts'

const MAX_DESCRIPTION_CHARS = 140
const MAX_PER_CONTEXT = 1_000
const FIRST_ID = 5_001
const OTHER_RUN = { login: 'github-actions[bot]', id: 41_898_282, type: 'Bot' } as const

const statusBody = z.object({
  state: z.enum(['error', 'failure', 'pending', 'success']),
  target_url: z.url({ protocol: /^https?$/ }).nullish(),
  description: z.string().max(MAX_DESCRIPTION_CHARS).nullish(),
  context: z.string().min(1).max(255).default('default'),
})

interface Status extends z.output<typeof statusBody> {
  readonly id: number
  readonly sha: string
  readonly at: number
  readonly creator: JsonObject
}

/** Commit statuses: create and list, the newest first. */
export function statusRoutes(github: GitHub, startedAt: number): readonly Route[] {
  const statuses: Status[] = github.statuses.map((status, index) => ({
    ...status,
    target_url: status.targetUrl,
    id: FIRST_ID + index,
    at: startedAt,
    creator: userObject(OTHER_RUN, SITE),
  }))
  const show = (status: Status, baseUrl: string): JsonObject => statusObject(status, github, baseUrl)
  return [
    {
      operation: 'github.createStatus',
      method: 'POST',
      path: '/repos/:owner/:repo/statuses/:sha',
      refuse: needing(github, ['statuses'], 'write'),
      handle: request => {
        const created = create(github, statuses, request)
        return 'refusal' in created ? created.refusal : jsonAnswer(201, show(created.status, request.baseUrl))
      },
    },
    {
      operation: 'github.listStatuses',
      method: 'GET',
      path: '/repos/:owner/:repo/commits/:ref/statuses',
      refuse: needing(github, ['statuses'], 'read'),
      handle: request => {
        const commit = findCommit(github, param(request, 'ref'))
        if (!commit) return githubError(422, `No commit found for SHA: ${param(request, 'ref')}`)
        const listed = statuses.filter(({ sha }) => sha === commit.sha).reverse()
        const { entries, headers } = page(listed, request)
        return jsonAnswer(
          200,
          entries.map(status => show(status, request.baseUrl)),
          headers,
        )
      },
    },
  ]
}

function create(
  github: GitHub,
  statuses: Status[],
  request: ApiRequest,
): { readonly status: Status } | { readonly refusal: Answer } {
  const parsed = parseJson(request.body.toString('utf8'), statusBody)
  if ('problem' in parsed) return { refusal: githubError(422, 'Validation Failed', [parsed.problem]) }
  const sha = param(request, 'sha')
  if (!github.commits.some(commit => commit.sha === sha)) {
    return { refusal: githubError(422, `No commit found for SHA: ${sha}`) }
  }
  const alike = statuses.filter(known => known.sha === sha && known.context === parsed.value.context)
  if (alike.length >= MAX_PER_CONTEXT) {
    const text = 'This SHA and context has reached the maximum number of statuses.'
    return { refusal: githubError(422, 'Validation Failed', [text]) }
  }
  const author = tokenOf(github, request)
  if ('refusal' in author) return author
  const creator = userObject(author.token.user, request.baseUrl)
  const status = { ...parsed.value, id: FIRST_ID + statuses.length, sha, at: request.now, creator }
  statuses.push(status)
  return { status }
}

function statusObject(status: Status, github: GitHub, baseUrl: string): JsonObject {
  const at = new Date(status.at).toISOString().replace(/\.\d{3}Z$/, 'Z')
  return {
    url: `${baseUrl}/repos/${github.repository}/statuses/${status.sha}`,
    avatar_url: status.creator['avatar_url'] ?? null,
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    state: status.state,
    description: status.description ?? null,
    target_url: status.target_url ?? null,
    context: status.context,
    created_at: at,
    updated_at: at,
    creator: status.creator,
  }
}
