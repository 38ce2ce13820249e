import { describe, expect, it } from 'vitest'
import { ciRun } from '../../src/ci/ci-run.ts'

const GITHUB = {
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/orders',
  GITHUB_SHA: 'a'.repeat(40),
  GITHUB_RUN_ID: '1658821493',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_JOB: 'precheck',
}

describe('the run that a report is of', () => {
  it('is none outside a CI', () => {
    expect(ciRun({})).toBeNull()
    expect(ciRun({ ...GITHUB, GITHUB_ACTIONS: '' })).toBeNull()
  })

  it('is that of GitHub, with its attempt', () => {
    expect(ciRun(GITHUB)).toEqual({
      ci: 'github',
      repository: 'acme/orders',
      sha: 'a'.repeat(40),
      runId: '1658821493',
      runAttempt: 2,
      job: 'precheck',
      url: 'https://github.com/acme/orders/actions/runs/1658821493/attempts/2',
    })
  })

  it('is that of Gitea, which sets the variables of GitHub too and has no page for an attempt', () => {
    expect(
      ciRun({ ...GITHUB, GITEA_ACTIONS: 'true', GITHUB_SERVER_URL: 'https://git.example/' }),
    ).toMatchObject({
      ci: 'gitea',
      runAttempt: 2,
      url: 'https://git.example/acme/orders/actions/runs/1658821493',
    })
  })

  it('is the pipeline of GitLab', () => {
    const gitlab = {
      GITLAB_CI: 'true',
      CI_PROJECT_PATH: 'acme/orders',
      CI_COMMIT_SHA: 'b'.repeat(40),
      CI_PIPELINE_ID: '77',
      CI_JOB_NAME: 'precheck',
      CI_PIPELINE_URL: 'https://gitlab.example/acme/orders/-/pipelines/77',
    }
    expect(ciRun(gitlab)).toEqual({
      ci: 'gitlab',
      repository: 'acme/orders',
      sha: 'b'.repeat(40),
      runId: '77',
      runAttempt: 1,
      job: 'precheck',
      url: 'https://gitlab.example/acme/orders/-/pipelines/77',
    })
    expect(ciRun({ ...gitlab, GITLAB_CI: 'false' })).toBeNull()
  })

  it('is the build of Jenkins', () => {
    const jenkins = { JENKINS_URL: 'https://ci.example/', JOB_NAME: 'orders/main', BUILD_NUMBER: '12' }
    const rest = {
      GIT_COMMIT: 'c'.repeat(40),
      STAGE_NAME: 'Pre-check',
      BUILD_URL: 'https://ci.example/job/orders/12/',
    }
    expect(ciRun({ ...jenkins, ...rest })).toEqual({
      ci: 'jenkins',
      repository: 'orders/main',
      sha: 'c'.repeat(40),
      runId: '12',
      runAttempt: 1,
      job: 'Pre-check',
      url: 'https://ci.example/job/orders/12/',
    })
    expect(ciRun(jenkins)).toMatchObject({ sha: null, job: null, url: null })
  })

  it.each(['GITHUB_REPOSITORY', 'GITHUB_RUN_ID'])(
    'is none where %s is missing: it would equal any other such run',
    name => {
      expect(ciRun({ ...GITHUB, [name]: '' })).toBeNull()
    },
  )

  it.each(['', '0', 'x', '1.5', '99999999999999999999'])(
    'is the first attempt where it names none: %j',
    attempt => {
      expect(ciRun({ ...GITHUB, GITHUB_RUN_ATTEMPT: attempt })?.runAttempt).toBe(1)
    },
  )
})
