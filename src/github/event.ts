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

/** SHA-1, or SHA-256 as newer repositories have it. */
const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

const KINDS: readonly EventKind[] = [
  'pull_request',
  'pull_request_target',
  'merge_group',
  'push',
  'workflow_dispatch',
]

/** Returns the event; parts of the payload that are missing or of another shape are null. Never throws. */
export function readEvent(env: EventEnvironment): GateEvent {
  const { payload } = env
  const pullRequest = readPullRequest(field(payload, 'pull_request'), env.repository)
  const group = field(payload, 'merge_group')
  const mergeGroup = { headSha: shaOf(field(group, 'head_sha')), baseSha: shaOf(field(group, 'base_sha')) }
  // GitHub's rule goes by who set the run off, not by who opened the pull request.
  const actor =
    env.actor || textAt(payload, 'sender', 'login') || textAt(payload, 'pull_request', 'user', 'login')
  return {
    name: env.eventName,
    kind: KINDS.find(kind => kind === env.eventName) ?? 'other',
    sha: shaOf(env.sha),
    pullRequest,
    mergeGroup: hasNoNull(mergeGroup) ? mergeGroup : null,
    defaultBranch: textAt(payload, 'repository', 'default_branch'),
    isFork: pullRequest?.fromFork ?? false,
    isDependabot: actor === DEPENDABOT,
  }
}

function readPullRequest(pull: unknown, ownName: string): PullRequest | null {
  const number = field(pull, 'number')
  const head = field(pull, 'head')
  const base = field(pull, 'base')
  const shas = { headSha: shaOf(field(head, 'sha')), baseSha: shaOf(field(base, 'sha')) }
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1 || !hasNoNull(shas))
    return null
  const fromFork = isForeign(repositoryOf(head), repositoryOf(base), ownName)
  return { number, ...shas, headRef: textAt(head, 'ref'), fromFork }
}

interface Repository {
  readonly id: number | null
  readonly name: string | null
}

function repositoryOf(side: unknown): Repository | null {
  const repository = field(side, 'repo')
  if (typeof repository !== 'object' || repository === null) return null
  const id = field(repository, 'id')
  return { id: typeof id === 'number' ? id : null, name: textAt(repository, 'full_name') }
}

/** A deleted head repository (null) and one that cannot be compared count as foreign: the cautious reading. */
function isForeign(head: Repository | null, base: Repository | null, ownName: string): boolean {
  if (head === null) return true
  if (head.id !== null && base !== null && base.id !== null) return head.id !== base.id
  return head.name?.toLowerCase() !== (base?.name ?? ownName).toLowerCase()
}

/** Read by hand and not with zod: this runs at every start, and loading zod costs more than bare Node. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}

export function textAt(value: unknown, ...path: readonly string[]): string | null {
  const found = path.reduce(field, value)
  return typeof found === 'string' && found !== '' ? found : null
}

export function shaOf(value: unknown): string | null {
  return typeof value === 'string' && SHA.test(value) ? value : null
}

function hasNoNull(shas: { headSha: string | null; baseSha: string | null }): shas is {
  headSha: string
  baseSha: string
} {
  return shas.headSha !== null && shas.baseSha !== null
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
