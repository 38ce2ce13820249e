import { told } from '../precheck/sentence.ts'
import { type Answer, otherFault } from './fault.ts'
import { shaOf, textAt, valueAt } from './payload.ts'
import type { GitHubPorts } from './routes.ts'

/** The pull request that a run can comment on. Events name theirs in different ways, and one only by its branch. */

export interface CommentedPull {
  readonly number: number
  /** The commit that the run is about; null when the event does not say. */
  readonly headSha: string | null
}

export type PullPlace =
  | ({ readonly kind: 'known' } & CommentedPull)
  /** The one whose branch, `owner:name`, is at this commit. */
  | { readonly kind: 'at-branch'; readonly head: string; readonly headSha: string }

/** Returns the pull request that an event is of by its payload, whatever its name. */
export function pullRequestIn(payload: unknown): PullPlace | null {
  const headSha = shaOf(valueAt(payload, 'pull_request', 'head', 'sha'))
  const number = numberAt(payload, 'pull_request')
  return number === null || headSha === null ? null : { kind: 'known', number, headSha }
}

/** Returns where the pull request of another event is found; null for an event without one. */
export function pullBehind(eventName: string, payload: unknown): PullPlace | null {
  switch (eventName) {
    case 'issue_comment':
      return ofComment(payload)
    case 'workflow_run':
      return ofWorkflowRun(payload)
    default:
      return null
  }
}

function numberAt(payload: unknown, name: string): number | null {
  const number = valueAt(payload, name, 'number')
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null
}

/** Comments on issues are the same event. */
function ofComment(payload: unknown): PullPlace | null {
  const number = numberAt(payload, 'issue')
  const pull = valueAt(payload, 'issue', 'pull_request')
  const isPull = typeof pull === 'object' && pull !== null
  return isPull && number !== null ? { kind: 'known', number, headSha: null } : null
}

/** Its list of pull requests is empty for forks, and is of the time when the other workflow began. */
function ofWorkflowRun(payload: unknown): PullPlace | null {
  const owner = textAt(payload, 'workflow_run', 'head_repository', 'owner', 'login')
  const branch = textAt(payload, 'workflow_run', 'head_branch')
  const headSha = shaOf(valueAt(payload, 'workflow_run', 'head_sha'))
  if (owner === null || branch === null || headSha === null) return null
  return { kind: 'at-branch', head: `${owner}:${branch}`, headSha }
}

/** Returns the pull request; null when there is none, or no longer one at that commit. */
export async function findPull(github: GitHubPorts, place: PullPlace): Promise<Answer<CommentedPull | null>> {
  if (place.kind === 'known') return { ok: true, value: place }
  const open = await github.openPulls(place.head)
  if (!open.ok) return open
  // The server ignores a filter that it does not understand, and then lists all.
  const [pull = null, ...others] = open.value.filter(({ headSha }) => headSha === place.headSha)
  if (others.length === 0) return { ok: true, value: pull }
  const numbers = [pull, ...others].map(found => found?.number).join(', ')
  const what = told(
    `several are at commit ${place.headSha}: ${numbers}`,
    `有多个位于提交 ${place.headSha}：${numbers}`,
  )
  return { ok: false, fault: otherFault('rejected', what) }
}
