import type { Decision } from '../precheck/model.ts'
import { inEach, inRow, type Sentence, told } from '../precheck/sentence.ts'
import { hasMarker, isGreen } from './comment-body.ts'
import type { GateEvent } from './event.ts'
import type { Answer, GitHubFault } from './fault.ts'
import { permissionAdvice } from './permission.ts'
import type { CommentedPull } from './pull-of-event.ts'
import type { Comment, GitHubPorts } from './routes.ts'

export interface CommentRequest {
  readonly mode: 'on-failure' | 'always'
  readonly pull: CommentedPull
  readonly event: GateEvent
  readonly decision: Decision
  /** From `commentMarker`. */
  readonly marker: string
  /** From `commentBody`. */
  readonly body: string
}

export type CommentResult =
  /** `not-needed`: a green gate under `on-failure`. */
  | { readonly kind: 'created' | 'updated' | 'unchanged' | 'not-needed' }
  /** `outdated`: a newer commit is at the head. */
  | { readonly kind: 'outdated' | 'no-permission' | 'failed'; readonly why: Sentence }

const WRITE = told('write the comment', '写评论')
const UPDATE = told('update the comment', '更新评论')

/** What the job's own token writes as; taken when the server does not tell whose token it is. */
const DEFAULT_AUTHOR = 'github-actions[bot]'

/**
 * Writes or updates the gate's one comment on the pull request and returns what became of it. Never throws.
 * Own comments are known by marker and author: a marker can be copied by anyone who may comment, and a token
 * that may write can edit other people's comments, who could then edit them again.
 */
export async function upsertComment(github: GitHubPorts, request: CommentRequest): Promise<CommentResult> {
  const { mode, marker, decision, body } = request
  const { number, headSha } = request.pull
  const refused = (doing: Sentence, fault: GitHubFault) => refusal(doing, fault, github.repository, request)

  const own = await ownComment(github, number, marker)
  if (!own.ok) return refused(told('read the comments', '读取评论'), own.fault)
  const comment = own.value
  if (mode === 'on-failure' && decision === 'passed' && (comment === null || isGreen(comment.body, marker)))
    return { kind: 'not-needed' }
  if (comment?.body === body) return { kind: 'unchanged' }

  if (headSha !== null) {
    // Read last, right before writing: an old run that ends late must not write over a newer one's comment.
    const head = await github.headSha(number)
    if (!head.ok) return refused(told('read the newest commit', '读取最新提交'), head.fault)
    if (head.value !== headSha)
      return {
        kind: 'outdated',
        why: told(
          `No comment was written: the pull request is at ${head.value} by now, this run checked ${headSha}`,
          `没有写入评论：拉取请求现已位于 ${head.value}，本次运行检查的是 ${headSha}`,
        ),
      }
  }
  const fault =
    comment === null ? await create(github, request) : faultOf(await github.updateComment(comment.id, body))
  if (fault === null) return { kind: comment === null ? 'created' : 'updated' }
  return refused(comment === null ? WRITE : UPDATE, fault)
}

/** Returns the oldest comment with the marker by the token's own account, or null. */
async function ownComment(
  github: GitHubPorts,
  pull: number,
  marker: string,
): Promise<Answer<Comment | null>> {
  const all = await github.comments(pull)
  if (!all.ok) return all
  const marked = all.value.filter(comment => hasMarker(comment.body, marker))
  // Mostly there is none, and then nobody has to be asked who we are.
  if (marked.length === 0) return { ok: true, value: null }
  const viewer = await github.viewer()
  if (!viewer.ok) return viewer
  const author = viewer.value ?? DEFAULT_AUTHOR
  return { ok: true, value: marked.find(comment => comment.author === author) ?? null }
}

/** Returns what kept the comment from being written, null when it is there. */
async function create(
  github: GitHubPorts,
  { pull, marker, body }: CommentRequest,
): Promise<GitHubFault | null> {
  const fault = faultOf(await github.createComment(pull.number, body))
  if (fault === null || !fault.mayHaveActed || fault.kind === 'cancelled') return fault
  // The answer is lost, not necessarily the comment: look before writing again, or there would be two.
  const found = await ownComment(github, pull.number, marker)
  if (!found.ok) return fault
  return found.value === null ? faultOf(await github.createComment(pull.number, body)) : null
}

function faultOf(answer: Answer<null>): GitHubFault | null {
  return answer.ok ? null : answer.fault
}

function refusal(
  doing: Sentence,
  fault: GitHubFault,
  repository: string,
  { pull, event }: CommentRequest,
): CommentResult {
  const why = inEach(in_ =>
    told(
      `Could not ${in_(doing)} on pull request ${pull.number} of ${repository}: ${in_(fault.what)}.`,
      `无法在 ${repository} 的拉取请求 ${pull.number} 上${in_(doing)}：${in_(fault.what)}。`,
    ),
  )
  if (fault.kind === 'denied' || fault.kind === 'missing')
    return { kind: 'no-permission', why: inRow(why, permissionAdvice('pull-requests: write', event)) }
  return { kind: 'failed', why }
}
