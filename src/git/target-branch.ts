import { defaultWaivers, type GateEvent, type WaiversSource } from '../github/event.ts'
import type { Environment } from '../ports.ts'

/** Where a change under review is meant to go, as the CI system says it. Pure. */

/** A variable that says that a change is under review, and one with the branch that it is meant for. */
const REVIEWS = [
  { change: 'CI_MERGE_REQUEST_IID', branch: 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME' },
  { change: 'CHANGE_ID', branch: 'CHANGE_TARGET' },
] as const

/**
 * Returns where the waiver file is read by default. The name of the branch and not a commit that the CI system took down: a
 * waiver that was taken back since then holds no more. In full, because a tag may bear the short one. Git knows nothing of
 * protected branches, so under Actions the target branch counts, whichever it is.
 */
export function waiversOf(environment: Environment, event: GateEvent): WaiversSource {
  const review = REVIEWS.find(({ change }) => environment[change])
  if (review !== undefined) {
    const branch = environment[review.branch]
    return branch
      ? { from: 'branch', ref: `refs/heads/${branch}` }
      : { from: 'unnamed-branch', variable: review.branch }
  }
  const source = defaultWaivers(event, false)
  return source.from === 'base-branch' ? { from: 'branch', ref: source.ref } : source
}

/**
 * Returns the address that policy files are fetched from; null for the remote `origin`. A merge request from a fork may run in the
 * fork, whose branches belong to whoever opened it.
 */
export function targetProjectOf(environment: Environment): string | null {
  const source = environment['CI_MERGE_REQUEST_SOURCE_PROJECT_ID'] ?? ''
  const target = environment['CI_MERGE_REQUEST_PROJECT_ID'] ?? ''
  if (source === target || source === '' || target === '') return null
  return environment['CI_MERGE_REQUEST_PROJECT_URL'] ?? ''
}
