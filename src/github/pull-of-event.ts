import { field, type GateEvent, shaOf, textAt } from './event.ts'
import { type Answer, otherFault } from './fault.ts'
import type { PullPort, Repository } from './ports.ts'

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

/** Returns where the pull request of an event is found; null for an event without one. */
export function pullPlaceOf({ name, pullRequest }: GateEvent, payload: unknown): PullPlace | null {
  if (pullRequest !== null) return { kind: 'known', number: pullRequest.number, headSha: pullRequest.headSha }
  switch (name) {
    case 'issue_comment':
      return ofComment(field(payload, 'issue'))
    case 'workflow_run':
      return ofWorkflowRun(field(payload, 'workflow_run'))
    default:
      return null
  }
}

/** Comments on issues are the same event. */
function ofComment(issue: unknown): PullPlace | null {
  const number = field(issue, 'number')
  const pull = field(issue, 'pull_request')
  if (
    typeof number !== 'number' ||
    !Number.isSafeInteger(number) ||
    typeof pull !== 'object' ||
    pull === null
  )
    return null
  return { kind: 'known', number, headSha: null }
}

/** Its list of pull requests is empty for forks, and is of the time when the other workflow began. */
function ofWorkflowRun(run: unknown): PullPlace | null {
  const owner = textAt(run, 'head_repository', 'owner', 'login')
  const branch = textAt(run, 'head_branch')
  const headSha = shaOf(field(run, 'head_sha'))
  if (owner === null || branch === null || headSha === null) return null
  return { kind: 'at-branch', head: `${owner}:${branch}`, headSha }
}

/** Returns the pull request; null when there is none, or no longer one at that commit. */
export async function findPull(
  port: PullPort,
  repository: Repository,
  place: PullPlace,
): Promise<Answer<CommentedPull | null>> {
  if (place.kind === 'known') return { ok: true, value: place }
  const open = await port.openPulls(repository, place.head)
  if (!open.ok) return open
  // The server ignores a filter that it does not understand, and then lists all.
  const [pull = null, ...others] = open.value.filter(({ headSha }) => headSha === place.headSha)
  if (others.length === 0) return { ok: true, value: pull }
  const numbers = [pull, ...others].map(found => found?.number).join(', ')
  return { ok: false, fault: otherFault('rejected', `several are at commit ${place.headSha}: ${numbers}`) }
}
