import { actionsRun, isGitea, runUrl } from '../github/run-link.ts'
import type { Environment } from '../ports.ts'
import type { Report } from '../report/schema.ts'

/** Which run of which CI a report is of. */
type CiRun = NonNullable<Report['run']>

/** Builds are numbered anew when they are repeated there, so each is the first attempt of its number. */
const ONLY_ATTEMPT = 1

/**
 * Returns what the environment says of the CI run that this step is part of; null outside a CI, and where it does not
 * name project and run: what cannot be told apart from another run is no run. Gitea comes before GitHub, whose variables
 * it sets as well.
 */
export function ciRun(environment: Environment): CiRun | null {
  const text = (name: string) => environment[name] || null
  const isTrue = (name: string) => environment[name] === 'true'
  if (isGitea(environment)) return ofActions('gitea', environment)
  if (isTrue('GITHUB_ACTIONS')) return ofActions('github', environment)
  // gitlab-ci-local sets GITLAB_CI=false.
  if (isTrue('GITLAB_CI')) {
    const own = { sha: text('CI_COMMIT_SHA'), job: text('CI_JOB_NAME'), url: text('CI_PIPELINE_URL') }
    return named('gitlab', text('CI_PROJECT_PATH'), text('CI_PIPELINE_ID'), ONLY_ATTEMPT, own)
  }
  if (text('JENKINS_URL') === null) return null
  const own = { sha: text('GIT_COMMIT'), job: text('STAGE_NAME'), url: text('BUILD_URL') }
  return named('jenkins', text('JOB_NAME'), text('BUILD_NUMBER'), ONLY_ATTEMPT, own)
}

function ofActions(ci: 'github' | 'gitea', environment: Environment): CiRun | null {
  const run = actionsRun(environment)
  const attempt = environment['GITHUB_RUN_ATTEMPT'] ?? ''
  const number = /^[1-9]\d{0,8}$/.test(attempt) ? Number(attempt) : ONLY_ATTEMPT
  const sha = environment['GITHUB_SHA'] || null
  const job = environment['GITHUB_JOB'] || null
  return named(ci, run.repository || null, run.runId || null, number, { sha, job, url: runUrl(run) })
}

function named(
  ci: CiRun['ci'],
  repository: string | null,
  runId: string | null,
  runAttempt: number,
  rest: Pick<CiRun, 'sha' | 'job' | 'url'>,
): CiRun | null {
  return repository === null || runId === null ? null : { ci, repository, runId, runAttempt, ...rest }
}
