import type { CommentRequest } from '../../src/github/comment.ts'
import { commentBody, commentMarker } from '../../src/github/comment-body.ts'
import { readEvent } from '../../src/github/event.ts'
import type { GitHubFault } from '../../src/github/fault.ts'
import type { Comment, GitHubPorts } from '../../src/github/routes.ts'
import type { Decision } from '../../src/precheck/model.ts'
import { gitHubWith } from './ports.ts'

export const HEAD = 'a'.repeat(40)
export const BOT = 'github-actions[bot]'
export const MARKER = commentMarker({ workflow: 'w', job: 'gate', name: 'nightly' })
export const bodyOf = (decision: Decision, text = 'report', marker = MARKER) =>
  commentBody({ marker, decision, language: 'en-us', render: () => text, footer: null })

const payload = (headRepository: { id: number } = { id: 1 }) => ({
  pull_request: {
    number: 7,
    head: { sha: HEAD, repo: headRepository },
    base: { sha: HEAD, repo: { id: 1 } },
  },
})
export const pullRequest = readEvent(
  { GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: HEAD, GITHUB_REPOSITORY: 'acme/shop' },
  payload(),
)

export const request = (rest: Partial<CommentRequest> = {}): CommentRequest => ({
  mode: 'always',
  pull: { number: 7, headSha: HEAD },
  event: pullRequest,
  decision: 'failed',
  marker: MARKER,
  body: bodyOf(rest.decision ?? 'failed'),
  ...rest,
})

export const comment = (id: number, author: string | null, body: string): Comment => ({
  id,
  author,
  body,
})

export const ok = <T>(value: T) => ({ ok: true, value }) as const
export const no = (fault: GitHubFault) => ({ ok: false, fault }) as const

/** A pull request with its comments; `writes` are what was done to it. */
export function pull(comments: readonly Comment[], rest: Partial<GitHubPorts> = {}) {
  const writes: unknown[] = []
  const port = gitHubWith({
    comments: async () => ok(comments),
    viewer: async () => ok(BOT),
    headSha: async () => ok(HEAD),
    createComment: async (_, body) => {
      writes.push({ create: body })
      return ok(null)
    },
    updateComment: async (id, body) => {
      writes.push({ update: id, body })
      return ok(null)
    },
    ...rest,
  })
  return { port, writes }
}
