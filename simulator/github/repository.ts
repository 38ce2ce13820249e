import { type Answer, type ApiRequest, jsonAnswer, param, type Route } from '../http.ts'
import type { Commit, GitHub } from '../scenario/github.ts'
import { githubError, needing, tokenOf } from './access.ts'
import {
  blobSha,
  branchObject,
  commitObject,
  gitCommitObject,
  profileObject,
  repositoryObject,
} from './objects.ts'
import { page } from './paging.ts'
import { pullObject } from './pull-object.ts'

/** Above this size the contents API leaves the content out of its JSON; the raw media type still has it. */
const MAX_INLINE_BYTES = 1_048_576

/** What the gate reads of a repository: files at a ref, commits, pull requests. */
export function repositoryRoutes(github: GitHub): readonly Route[] {
  const refuse = needing(github, ['contents'], 'read')
  return [
    {
      operation: 'github.user',
      method: 'GET',
      path: '/user',
      refuse: () => null,
      handle: r => user(github, r),
    },
    {
      operation: 'github.repository',
      method: 'GET',
      path: '/repos/:owner/:repo',
      refuse: needing(github, ['contents', 'pullRequests', 'issues', 'statuses'], 'read'),
      handle: ({ baseUrl }) =>
        jsonAnswer(200, {
          ...repositoryObject(github.repository, github.defaultBranch, baseUrl),
          network_count: 0,
          subscribers_count: 0,
        }),
    },
    {
      operation: 'github.contents',
      method: 'GET',
      path: '/repos/:owner/:repo/contents/*path',
      refuse,
      handle: request => contents(github, request),
    },
    {
      operation: 'github.commit',
      method: 'GET',
      path: '/repos/:owner/:repo/commits/*ref',
      refuse,
      handle: request => {
        const ref = param(request, 'ref')
        const commit = findCommit(github, ref)
        if (!commit) return githubError(422, `No commit found for SHA: ${ref}`)
        if (asksFor('sha', request)) return bareAnswer('sha', Buffer.from(commit.sha))
        return jsonAnswer(200, commitObject(commit, github, request.baseUrl))
      },
    },
    {
      operation: 'github.gitCommit',
      method: 'GET',
      path: '/repos/:owner/:repo/git/commits/:sha',
      refuse,
      // By its whole hash alone, unlike the one above.
      handle: request => {
        const commit = github.commits.find(({ sha }) => sha === param(request, 'sha'))
        if (!commit) return githubError(404, 'Not Found')
        return jsonAnswer(200, gitCommitObject(commit, github, request.baseUrl))
      },
    },
    {
      operation: 'github.listPulls',
      method: 'GET',
      path: '/repos/:owner/:repo/pulls',
      refuse: needing(github, ['pullRequests'], 'read'),
      handle: request => listPulls(github, request),
    },
    {
      operation: 'github.branch',
      method: 'GET',
      path: '/repos/:owner/:repo/branches/:branch',
      refuse,
      handle: request => branch(github, request),
    },
    {
      operation: 'github.pull',
      method: 'GET',
      path: '/repos/:owner/:repo/pulls/:number',
      refuse: needing(github, ['pullRequests'], 'read'),
      handle: request => {
        const pull = github.pulls.find(({ number }) => String(number) === param(request, 'number'))
        if (!pull) return githubError(404, 'Not Found')
        return jsonAnswer(200, pullObject(pull, github, request.baseUrl))
      },
    },
  ]
}

/** A `head` without an owner is no filter, as on GitHub. */
function listPulls(github: GitHub, request: ApiRequest): Answer {
  const state = request.query.get('state') ?? 'open'
  const head = request.query.get('head') ?? ''
  const found = github.pulls.filter(pull => {
    const owner = (pull.headRepository ?? github.repository).split('/')[0] ?? ''
    const isAtHead = !head.includes(':') || head === `${owner}:${pull.headRef}`
    return isAtHead && (state === 'all' || pull.state === state)
  })
  const { entries, headers } = page(found, request)
  const shown = entries.map(pull => pullObject(pull, github, request.baseUrl))
  return jsonAnswer(200, shown, headers)
}

/** The commit that a SHA, branch or other ref leads to. Of a tag and a branch of one name the short name means the tag. */
export function findCommit({ commits, defaultBranch }: GitHub, ref: string): Commit | null {
  const [, kind, name = ref] = /^refs\/(heads|tags)\/(.+)$/.exec(ref) ?? []
  const tagged = commits.find(({ tags }) => tags.includes(name))
  const branched = commits.find(({ refs }) => refs.includes(name))
  if (kind === 'tags') return tagged ?? null
  if (kind === 'heads') return branched ?? null
  if (ref === 'HEAD') return commits.find(({ refs }) => refs.includes(defaultBranch)) ?? null
  return commits.find(({ sha }) => sha === ref) ?? tagged ?? branched ?? null
}

function branch(github: GitHub, request: ApiRequest): Answer {
  const name = param(request, 'branch')
  const commit = github.commits.find(({ refs }) => refs.includes(name))
  if (!commit) return githubError(404, 'Branch not found')
  return jsonAnswer(200, branchObject(name, commit, github, request.baseUrl))
}

/** An app's token has no user behind it, which is what the job's own token is. */
function user(github: GitHub, request: ApiRequest): Answer {
  const found = tokenOf(github, request)
  if ('refusal' in found) return found.refusal
  if (found.token.user.type === 'Bot') return githubError(403, 'Resource not accessible by integration')
  return jsonAnswer(200, profileObject(found.token.user, request.baseUrl))
}

/** Whether the request wants the content itself instead of JSON about it. */
const asksFor = (form: 'raw' | 'sha', { headers }: ApiRequest): boolean =>
  new RegExp(`vnd\\.github(?:\\.v3)?\\.${form}\\b`).test(headers['accept'] ?? '')

const bareAnswer = (form: string, body: Buffer): Answer => {
  return { status: 200, headers: { 'content-type': `application/vnd.github.${form}; charset=utf-8` }, body }
}

function contents(github: GitHub, request: ApiRequest): Answer {
  const ref = request.query.get('ref') || github.defaultBranch
  const commit = findCommit(github, ref)
  if (!commit) return githubError(404, `No commit found for the ref ${ref}`)
  const path = param(request, 'path')
  const text = commit.files[path]
  if (text === undefined) {
    const inside = Object.keys(commit.files).filter(file => file.startsWith(`${path}/`))
    if (inside.length === 0) return githubError(404, 'Not Found')
    return jsonAnswer(
      200,
      inside.map(file => fileObject(github, request, commit, file, null)),
    )
  }
  const body = Buffer.from(text)
  if (asksFor('raw', request)) return bareAnswer('raw+json', body)
  return jsonAnswer(200, fileObject(github, request, commit, path, body))
}

/** Without a body it is the entry of a directory listing. */
function fileObject(github: GitHub, request: ApiRequest, commit: Commit, path: string, body: Buffer | null) {
  const bytes = body ?? Buffer.from(commit.files[path] ?? '')
  const sha = blobSha(bytes)
  const api = `${request.baseUrl}/repos/${github.repository}`
  const encodedPath = path.split('/').map(encodeURIComponent).join('/')
  const self = `${api}/contents/${encodedPath}?ref=${commit.sha}`
  const html = `https://github.com/${github.repository}/blob/${commit.sha}/${encodedPath}`
  const git = `${api}/git/blobs/${sha}`
  const inline = bytes.length <= MAX_INLINE_BYTES
  const base64 = bytes.toString('base64').replace(/.{60}/g, '$&\n')
  return {
    type: 'file',
    size: bytes.length,
    name: path.split('/').at(-1) ?? path,
    path,
    sha,
    url: self,
    git_url: git,
    html_url: html,
    download_url: `${request.baseUrl}/raw/${github.repository}/${commit.sha}/${encodedPath}`,
    ...(body === null ? {} : { encoding: inline ? 'base64' : 'none', content: inline ? base64 : '' }),
    _links: { self, git, html },
  }
}
