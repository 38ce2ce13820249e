import type { Decision } from '../precheck/model.ts'
import { hasMarker, isGreen } from './comment-body.ts'
import type { Answer, GitHubFault } from './fault.ts'
import { permissionAdvice, type TokenOrigin } from './permission.ts'
import type { Comment, CommentPort, PullRequestRef, Repository } from './ports.ts'
import type { CommentedPull } from './pull-of-event.ts'

export interface CommentRequest extends Repository {
  readonly mode: 'on-failure' | 'always'
  readonly pull: CommentedPull
  readonly origin: TokenOrigin
  readonly decision: Decision
  /** From `commentMarker`. */
  readonly marker: string
  /** From `commentBody`. */
  readonly body: string
}

export type CommentResult =
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly url: string | null }
  /** Nothing to write: a green gate under `on-failure`, or a newer commit at the head. */
  | { readonly kind: 'not-needed' | 'outdated'; readonly why: string }
  | { readonly kind: 'no-permission'; readonly why: string; readonly advice: string }
  | { readonly kind: 'failed'; readonly why: string }

/** What the job's own token writes as; taken when the server does not tell whose token it is. */
const DEFAULT_AUTHOR = 'github-actions[bot]'

/**
 * Writes or updates the gate's one comment on the pull request and returns what became of it. Never throws.
 * Own comments are known by marker and author: a marker can be copied by anyone who may comment, and a token
 * that may write can edit other people's comments, who could then edit them again.
 */
export async function upsertComment(port: CommentPort, request: CommentRequest): Promise<CommentResult> {
  const { owner, repo, mode, marker, decision } = request
  const { number, headSha } = request.pull
  const pull = { owner, repo, number }

  const own = await ownComment(port, pull, marker)
  if (!own.ok) return refused(own.fault, 'read the comments', request)
  const comment = own.value
  if (mode === 'on-failure' && decision === 'passed' && (comment === null || isGreen(comment.body, marker)))
    return { kind: 'not-needed', why: 'the gate passed and no comment says otherwise' }
  if (comment?.body === request.body) return { kind: 'unchanged', url: comment.url }

  if (headSha !== null) {
    // Read last, right before writing: an old run that ends late must not write over a newer one's comment.
    const head = await port.headSha(pull)
    if (!head.ok) return refused(head.fault, 'read the head', request)
    if (head.value !== headSha)
      return {
        kind: 'outdated',
        why: `the pull request is at ${head.value} by now, this run checked ${headSha}`,
      }
  }
  return comment === null ? create(port, pull, request) : update(port, comment, request)
}

/** Returns the oldest comment with the marker by the token's own account, or null. */
async function ownComment(
  port: CommentPort,
  pull: PullRequestRef,
  marker: string,
): Promise<Answer<Comment | null>> {
  const all = await port.comments(pull)
  if (!all.ok) return all
  const marked = all.value.filter(comment => hasMarker(comment.body, marker))
  // Mostly there is none, and then nobody has to be asked who we are.
  if (marked.length === 0) return { ok: true, value: null }
  const viewer = await port.viewer()
  if (!viewer.ok) return viewer
  const author = viewer.value ?? DEFAULT_AUTHOR
  return { ok: true, value: marked.find(comment => comment.author === author) ?? null }
}

async function create(
  port: CommentPort,
  pull: PullRequestRef,
  request: CommentRequest,
): Promise<CommentResult> {
  const answer = await port.createComment(pull, request.body)
  if (answer.ok) return { kind: 'created', url: answer.value.url }
  const { fault } = answer
  if (!fault.mayHaveActed || fault.kind === 'cancelled') return refused(fault, 'write the comment', request)
  // The answer is lost, not necessarily the comment: look before writing again, or there would be two.
  const found = await ownComment(port, pull, request.marker)
  if (!found.ok) return refused(fault, 'write the comment', request)
  if (found.value !== null) return { kind: 'created', url: found.value.url }
  const second = await port.createComment(pull, request.body)
  if (second.ok) return { kind: 'created', url: second.value.url }
  return refused(second.fault, 'write the comment', request)
}

async function update(port: CommentPort, comment: Comment, request: CommentRequest): Promise<CommentResult> {
  const { owner, repo, body } = request
  const answer = await port.updateComment({ owner, repo, id: comment.id }, body)
  return answer.ok
    ? { kind: 'updated', url: comment.url }
    : refused(answer.fault, 'update the comment', request)
}

function refused(
  fault: GitHubFault,
  doing: string,
  { owner, repo, pull, origin }: CommentRequest,
): CommentResult {
  const where = `pull request ${pull.number} of ${owner}/${repo}`
  const why = `Could not ${doing} on ${where}: ${fault.what}.`
  // A locked conversation and an archived repository are 403 too, and no permission opens them.
  const isClosed = /\b(locked|archived)\b/i.test(fault.what)
  if ((fault.kind === 'denied' && !isClosed) || fault.kind === 'missing')
    return { kind: 'no-permission', why, advice: permissionAdvice('pull-requests: write', origin) }
  return { kind: 'failed', why }
}
