import * as z from 'zod'

/** What set this run off, as far as the gate has to know it. Pure: the payload is already parsed JSON. */

export type EventKind =
  | 'pull_request'
  | 'pull_request_target'
  | 'merge_group'
  | 'push'
  | 'workflow_dispatch'
  | 'other'

export interface PullRequest {
  readonly number: number
  readonly headSha: string
  readonly baseSha: string
  readonly headRef: string | null
  readonly fromFork: boolean
}

export interface GateEvent {
  /** The runner's own word, e.g. `pull_request_review`; `kind` is `other` for those the gate has no rule for. */
  readonly name: string
  readonly kind: EventKind
  /** GITHUB_SHA. On pull requests this is the throw-away merge commit, so never the commit for a status. */
  readonly sha: string | null
  readonly pullRequest: PullRequest | null
  readonly mergeGroup: { readonly headSha: string; readonly baseSha: string } | null
  readonly defaultBranch: string | null
  readonly isFork: boolean
  readonly isDependabot: boolean
}

export interface EventEnvironment {
  readonly eventName: string
  /** Parsed JSON of GITHUB_EVENT_PATH, or anything at all. */
  readonly payload: unknown
  readonly sha: string
  /** GITHUB_REPOSITORY, `owner/name`. */
  readonly repository: string
  /** GITHUB_ACTOR, where it is known. */
  readonly actor?: string | undefined
}

/** The server's own name for the tip of the default branch, for payloads that do not name the branch. */
const DEFAULT_BRANCH_TIP = 'HEAD'
const DEPENDABOT = 'dependabot[bot]'

const text = z.string().min(1).nullable().catch(null)
const sha = z.string().regex(/^[0-9a-f]{40}$/)
const repository = z
  .object({ id: z.number().nullable().catch(null), full_name: text, default_branch: text })
  .nullable()
  .catch(null)
const account = z.object({ login: text }).nullable().catch(null)
const side = z.object({ sha, ref: text, repo: repository })
const payloadSchema = z.object({
  pull_request: z
    .object({ number: z.int().positive(), head: side, base: side, user: account })
    .nullable()
    .catch(null),
  merge_group: z.object({ head_sha: sha, base_sha: sha }).nullable().catch(null),
  repository,
  sender: account,
})
type Payload = z.infer<typeof payloadSchema>
const NOTHING: Payload = { pull_request: null, merge_group: null, repository: null, sender: null }

const KINDS: readonly EventKind[] = [
  'pull_request',
  'pull_request_target',
  'merge_group',
  'push',
  'workflow_dispatch',
]

/** Returns the event; parts of the payload that are missing or of another shape are null. Never throws. */
export function readEvent(env: EventEnvironment): GateEvent {
  const parsed = payloadSchema.safeParse(env.payload)
  const payload = parsed.success ? parsed.data : NOTHING
  const pullRequest = readPullRequest(payload, env.repository)
  const group = payload.merge_group
  // GitHub's rule goes by who set the run off, not by who opened the pull request.
  const actor = env.actor || payload.sender?.login || payload.pull_request?.user?.login
  return {
    name: env.eventName,
    kind: KINDS.find(kind => kind === env.eventName) ?? 'other',
    sha: sha.safeParse(env.sha).success ? env.sha : null,
    pullRequest,
    mergeGroup: group === null ? null : { headSha: group.head_sha, baseSha: group.base_sha },
    defaultBranch: payload.repository?.default_branch ?? null,
    isFork: pullRequest?.fromFork ?? false,
    isDependabot: actor === DEPENDABOT,
  }
}

function readPullRequest(payload: Payload, ownName: string): PullRequest | null {
  const pull = payload.pull_request
  if (pull === null) return null
  return {
    number: pull.number,
    headSha: pull.head.sha,
    baseSha: pull.base.sha,
    headRef: pull.head.ref,
    fromFork: isForeign(pull.head.repo, pull.base.repo, ownName),
  }
}

/** A deleted head repository (null) and one that cannot be compared count as foreign: the cautious reading. */
function isForeign(head: Payload['repository'], base: Payload['repository'], ownName: string): boolean {
  if (head === null) return true
  if (head.id !== null && base !== null && base.id !== null) return head.id !== base.id
  return head.full_name?.toLowerCase() !== (base?.full_name ?? ownName).toLowerCase()
}

/**
 * Returns the git ref the waiver file is read from when the user names none, or null for the workspace.
 * An event of a change under review never falls back to the workspace, not even with an unreadable payload:
 * there the change could waive its own findings.
 */
export function defaultWaiversRef(event: GateEvent, commitStatus: boolean): string | null {
  const base = event.pullRequest?.baseSha ?? event.mergeGroup?.baseSha
  if (base !== undefined) return base
  switch (event.kind) {
    case 'push':
      return null
    case 'pull_request':
    case 'pull_request_target':
    case 'merge_group':
      return event.defaultBranch ?? DEFAULT_BRANCH_TIP
    case 'workflow_dispatch':
    case 'other':
      return commitStatus ? (event.defaultBranch ?? DEFAULT_BRANCH_TIP) : null
  }
}

/**
 * Returns the commit for the status: the input, else the pull request's or merge group's head, else GITHUB_SHA
 * on push. null means that the event names none and the `commit-sha` input is required.
 */
export function statusSha(event: GateEvent, commitShaInput: string): string | null {
  if (commitShaInput !== '') return commitShaInput
  const head = event.pullRequest?.headSha ?? event.mergeGroup?.headSha
  return head ?? (event.kind === 'push' ? event.sha : null)
}
