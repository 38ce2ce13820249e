import type { Decision } from '../precheck/model.ts'
import type { Report } from '../report/schema.ts'
import { permissionAdvice, type TokenOrigin } from './permission.ts'
import type { CommitState, CommitStatus, Repository, StatusPort } from './ports.ts'
import { cut, oneLine } from './text.ts'

export type StatusResult =
  | { readonly kind: 'posted' }
  | { readonly kind: 'no-permission'; readonly why: string; readonly advice: string }
  | { readonly kind: 'failed'; readonly why: string }

/** GitHub cuts or refuses longer descriptions. */
export const MAX_DESCRIPTION_CHARS = 140

const STATES: Readonly<Record<Decision, CommitState>> = {
  passed: 'success',
  failed: 'failure',
  inconclusive: 'error',
}

export interface Run {
  readonly serverUrl: string
  readonly repository: string
  readonly runId: string
  readonly attempt: string
}

/** Returns the web address of this run and attempt, or null when the parts do not make one. */
export function runUrl({ serverUrl, repository, runId, attempt }: Run): string | null {
  if (!/^https?:\/\//.test(serverUrl) || !URL.canParse(serverUrl) || !/^\d+$/.test(runId)) return null
  const base = serverUrl.replace(/\/+$/, '')
  const name = repository.split('/').map(encodeURIComponent).join('/')
  const page = `${base}/${name}/actions/runs/${runId}`
  return /^[1-9]\d*$/.test(attempt) ? `${page}/attempts/${attempt}` : page
}

/** Returns the status for the start of a gate. */
export function pendingStatus(name: string, targetUrl: string | null): CommitStatus {
  return { context: contextOf(name), state: 'pending', description: 'Pre-check is running', targetUrl }
}

/**
 * Returns the final status. The state follows the decision, enforced or not; the description names decision,
 * reason and targets. Texts are taken as they are, so secrets have to be replaced in the report before.
 */
export function statusOf(
  report: {
    readonly gate: Pick<Report['gate'], 'decision' | 'reasonCode'>
    readonly targets: readonly { readonly name: string }[]
  },
  name: string,
  targetUrl: string | null,
): CommitStatus {
  const { decision, reasonCode } = report.gate
  const targets = report.targets.map(target => oneLine(target.name)).join(', ') || 'no target was checked'
  return {
    context: contextOf(name),
    state: STATES[decision],
    description: cut(`${decision} (${reasonCode}): ${targets}`, MAX_DESCRIPTION_CHARS),
    targetUrl,
  }
}

/** Posts a status and returns what became of it. Never throws; a lost status is the caller's to weigh. */
export async function postStatus(
  port: StatusPort,
  commit: Repository & { readonly sha: string },
  status: CommitStatus,
  origin: TokenOrigin,
): Promise<StatusResult> {
  const answer = await port.createStatus(commit, status)
  if (answer.ok) return { kind: 'posted' }
  const { fault } = answer
  const why = `Could not post the status ${status.context} on commit ${commit.sha}: ${fault.what}.`
  // GitHub answers 404 instead of 403 to tokens that may not even know of the repository.
  if (fault.kind === 'denied' || fault.kind === 'missing')
    return { kind: 'no-permission', why, advice: permissionAdvice('statuses: write', origin) }
  return { kind: 'failed', why }
}

function contextOf(name: string): string {
  return `precheck-gate/${name}`
}
