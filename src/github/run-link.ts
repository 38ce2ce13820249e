import type { Environment } from '../ports.ts'

/** Which run a link leads to, and which of two runs is the later one. */

export interface Run {
  readonly serverUrl: string
  readonly repository: string
  readonly runId: string
  readonly attempt: string
}

/** A run of this repository, as far as it is before or after another. */
interface RunNumber {
  readonly id: bigint
  readonly attempt: bigint
}

/** Longer numbers are none of GitHub's. */
const NUMBER = /^\d{1,20}$/
const RUN = /^\/actions\/runs\/(\d{1,20})(?:\/attempts\/(\d{1,20}))?(?![\w.-])/

/** Gitea's runner sets it beside GitHub's variables. */
export function isGitea(environment: Environment): boolean {
  return environment['GITEA_ACTIONS'] === 'true'
}

/** Returns the run of Actions that this step is part of, as far as the runner says. Gitea has no page for an attempt. */
export function actionsRun(environment: Environment): Run {
  const text = (name: string) => environment[name] ?? ''
  return {
    serverUrl: text('GITHUB_SERVER_URL'),
    repository: text('GITHUB_REPOSITORY'),
    runId: text('GITHUB_RUN_ID'),
    attempt: isGitea(environment) ? '' : text('GITHUB_RUN_ATTEMPT'),
  }
}

/** Returns the web address of this run and attempt, or null when the parts do not make one. */
export function runUrl(run: Run): string | null {
  const { runId, attempt } = run
  const base = addressOf(run)
  if (base === null || !NUMBER.test(runId)) return null
  const page = `${base}/actions/runs/${runId}`
  return /^[1-9]\d*$/.test(attempt) ? `${page}/attempts/${attempt}` : page
}

/** Returns the run that a link leads to; null for one that leads to no run of this repository. */
export function runOf(link: string, place: Run): RunNumber | null {
  const base = addressOf(place)
  if (base === null || !link.toLowerCase().startsWith(base.toLowerCase())) return null
  const [, id, attempt = '1'] = RUN.exec(link.slice(base.length)) ?? []
  return id === undefined ? null : { id: BigInt(id), attempt: BigInt(attempt) }
}

/** Whether a link leads to a run of some repository, on whatever server. */
export function leadsToRun(link: string): boolean {
  return /\/actions\/runs\/\d/i.test(link)
}

export function isLater(run: RunNumber, than: RunNumber): boolean {
  return run.id === than.id ? run.attempt > than.attempt : run.id > than.id
}

function addressOf({ serverUrl, repository }: Run): string | null {
  if (!/^https?:\/\//.test(serverUrl) || !URL.canParse(serverUrl)) return null
  const name = repository.split('/').map(encodeURIComponent).join('/')
  return `${serverUrl.replace(/\/+$/, '')}/${name}`
}
