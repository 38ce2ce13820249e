/** What set this run off, as far as the gate has to know it. Pure: the payload is already parsed JSON. */

export type EventKind =
  | 'pull_request'
  | 'pull_request_target'
  | 'pull_request_review'
  | 'merge_group'
  | 'push'
  | 'schedule'
  | 'workflow_dispatch'
  | 'other'
  | 'none'

export interface PullRequest {
  readonly number: number
  readonly headSha: string
  readonly baseSha: string
  readonly headRef: string | null
  readonly fromFork: boolean
}

export interface GateEvent {
  /** The runner's own word, e.g. `issue_comment`; `kind` is `other` for those the gate has no rule for, `none` for a run by hand. */
  readonly name: string
  readonly kind: EventKind
  /** GITHUB_SHA. On pull requests this is the throw-away merge commit, so never the commit for a status. */
  readonly sha: string | null
  readonly pullRequest: PullRequest | null
  readonly mergeGroup: { readonly headSha: string; readonly baseSha: string } | null
  /** The branch that the change under review is meant for. */
  readonly baseBranch: string | null
  readonly defaultBranch: string | null
  readonly isFork: boolean
  readonly isDependabot: boolean
}

/** Stands in the place of a payload that is there and cannot be read. */
export class UnreadablePayload {
  readonly warning: string

  constructor(why: string) {
    this.warning = `GITHUB_EVENT_PATH: the event that set this run off could not be read (${why}), so it counts as one that is not known: no pull request is seen, and a waiver file is read from the default branch unless waivers-ref names another place`
  }
}

export interface EventEnvironment {
  readonly eventName: string
  /** Parsed JSON of GITHUB_EVENT_PATH, `UnreadablePayload`, or anything at all. */
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
  'pull_request_review',
  'merge_group',
  'push',
  'schedule',
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
    kind: kindOf(env),
    sha: shaOf(env.sha),
    pullRequest,
    mergeGroup: hasNoNull(mergeGroup) ? mergeGroup : null,
    baseBranch: baseBranchOf(payload),
    defaultBranch: textAt(payload, 'repository', 'default_branch'),
    isFork: pullRequest?.fromFork ?? false,
    isDependabot: actor === DEPENDABOT,
  }
}

/** What an event may do rests on its payload too: one that cannot be read is of no kind that the gate has a rule for. */
function kindOf({ eventName, payload }: EventEnvironment): EventKind {
  if (payload instanceof UnreadablePayload) return 'other'
  return KINDS.find(kind => kind === eventName) ?? (eventName === '' ? 'none' : 'other')
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

/** Pull requests name the branch, merge groups the whole ref. */
function baseBranchOf(payload: unknown): string | null {
  const ref = textAt(payload, 'merge_group', 'base_ref')
  return ref === null ? textAt(payload, 'pull_request', 'base', 'ref') : ref.replace(/^refs\/heads\//, '')
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

/** Where the waiver file is read when the user names no ref. */
export type WaiversSource =
  | { readonly from: 'workspace' }
  | { readonly from: 'branch'; readonly ref: string }
  /** The base branch where it is protected: else whoever opens the pull request may have made it. */
  | {
      readonly from: 'base-branch'
      readonly branch: string
      readonly ref: string
      readonly otherwise: string
    }

/**
 * Returns where the waiver file comes from by default. Branches and not the base commit of the event: a waiver that was taken
 * back since then holds no more. Full names, because a tag may bear the short one. Only what somebody with the right to push
 * has put there may come from the workspace; an event that nobody has thought of yet never does.
 */
export function defaultWaivers(event: GateEvent, commitStatus: boolean): WaiversSource {
  const ofDefault = event.defaultBranch === null ? DEFAULT_BRANCH_TIP : refOf(event.defaultBranch)
  const { baseBranch: branch } = event
  switch (event.kind) {
    case 'push':
    case 'schedule':
    case 'none':
      return { from: 'workspace' }
    case 'workflow_dispatch':
      return commitStatus ? { from: 'branch', ref: ofDefault } : { from: 'workspace' }
    case 'pull_request':
    case 'pull_request_target':
    case 'pull_request_review':
    case 'merge_group':
      return branch === null || branch === event.defaultBranch
        ? { from: 'branch', ref: ofDefault }
        : { from: 'base-branch', branch, ref: refOf(branch), otherwise: ofDefault }
    case 'other':
      return { from: 'branch', ref: ofDefault }
  }
}

function refOf(branch: string): string {
  return `refs/heads/${branch}`
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
