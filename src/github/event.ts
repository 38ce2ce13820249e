import type { Environment } from '../ports.ts'
import { shaOf, textAt, UnreadablePayload, valueAt } from './payload.ts'
import { type PullPlace, pullBehind, pullRequestIn } from './pull-of-event.ts'

/** What set this run off, as far as the gate has to know it. Pure. */

/** The events that the gate has a rule for. */
const KINDS = [
  'pull_request',
  'pull_request_target',
  'pull_request_review',
  'merge_group',
  'push',
  'schedule',
  'workflow_dispatch',
] as const

export interface GateEvent {
  /** The runner's own word, e.g. `issue_comment`. */
  readonly name: string
  /** `other` for those the gate has no rule for, `none` for a run by hand. */
  readonly kind: (typeof KINDS)[number] | 'other' | 'none'
  readonly pull: PullPlace | null
  /**
   * The commit for a status: the head of the pull request or merge group, on push GITHUB_SHA, which on pull requests is the
   * throw-away merge commit. null for an event that names none.
   */
  readonly commit: string | null
  /** The branch that the change under review is meant for. */
  readonly baseBranch: string | null
  readonly defaultBranch: string | null
  readonly isFork: boolean
  readonly isDependabot: boolean
}

/** The server's own name for the tip of the default branch, for payloads that do not name the branch. */
const DEFAULT_BRANCH_TIP = 'HEAD'
const DEPENDABOT = 'dependabot[bot]'

/** Returns the event; parts of the payload that are missing or of another shape are null. Never throws. */
export function readEvent(environment: Environment, payload: unknown): GateEvent {
  const name = environment['GITHUB_EVENT_NAME'] ?? ''
  const kind = kindOf(name, payload)
  const own = pullRequestIn(payload)
  const head = own?.headSha ?? shaOf(valueAt(payload, 'merge_group', 'head_sha'))
  // GitHub's rule goes by who set the run off, not by who opened the pull request.
  const actor =
    environment['GITHUB_ACTOR'] ||
    textAt(payload, 'sender', 'login') ||
    textAt(payload, 'pull_request', 'user', 'login')
  return {
    name,
    kind,
    pull: own ?? pullBehind(name, payload),
    commit: head ?? (kind === 'push' ? shaOf(environment['GITHUB_SHA']) : null),
    baseBranch: baseBranchOf(payload),
    defaultBranch: textAt(payload, 'repository', 'default_branch'),
    isFork: own !== null && isForeign(payload, environment['GITHUB_REPOSITORY'] ?? ''),
    isDependabot: actor === DEPENDABOT,
  }
}

/** What an event may do rests on its payload too: one that cannot be read is of no kind that the gate has a rule for. */
function kindOf(name: string, payload: unknown): GateEvent['kind'] {
  if (payload instanceof UnreadablePayload) return 'other'
  return KINDS.find(kind => kind === name) ?? (name === '' ? 'none' : 'other')
}

/** Pull requests name the branch, merge groups the whole ref. */
function baseBranchOf(payload: unknown): string | null {
  const ref = textAt(payload, 'merge_group', 'base_ref')
  return ref === null ? textAt(payload, 'pull_request', 'base', 'ref') : ref.replace(/^refs\/heads\//, '')
}

/** A head repository that is deleted (null) or cannot be compared counts as foreign: the cautious reading. */
function isForeign(payload: unknown, ownName: string): boolean {
  const [head, base] = ['head', 'base'].map(side => valueAt(payload, 'pull_request', side, 'repo'))
  const [headId, baseId] = [valueAt(head, 'id'), valueAt(base, 'id')]
  if (typeof headId === 'number' && typeof baseId === 'number') return headId !== baseId
  const baseName = textAt(base, 'full_name') ?? ownName
  return textAt(head, 'full_name')?.toLowerCase() !== baseName.toLowerCase()
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
  /** Nowhere: what would name the branch that the change is meant for is not set. */
  | { readonly from: 'unnamed-branch'; readonly variable: string }

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
