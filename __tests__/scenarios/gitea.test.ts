import { describe, expect, it } from 'vitest'
import { finishedWith, type GateEnd, type GateRun, runGate, saidAs, TASK, verdictOf } from './harness.ts'
import { HEAD } from './on-github.ts'

/** The action on Gitea, which sets GitHub's variables, speaks GitHub's API, and differs in a few places. */

const BASE = 'b'.repeat(40)
const FILE = '.github/precheck-waivers.yml'
const CONFIG = '.github/precheck.yml'
const REPOSITORY = { id: 1, full_name: 'acme/orders-db' }
const passing = [{ id: TASK, timeline: finishedWith({ item: 'good', result: 'PASSED' }) }]
const failing = [{ id: TASK, timeline: finishedWith({ item: 'ttl', result: 'FAILED' }) }]
/** Gitea's account for the token of a job. */
const own = { login: 'gitea-actions', id: -2, type: 'Bot' as const }

const waivers = JSON.stringify({
  version: 1,
  waivers: [
    { item: 'ttl', status: 'failed', reason: 'Rebuilt after cut-over', owner: 'dba', expires: '2999-12-31' },
  ],
})

const atBase = (files: Readonly<Record<string, string>> = {}, tags: readonly string[] = []) => [
  { sha: BASE, refs: ['main'], tags: [...tags], files },
  { sha: HEAD, refs: ['feature'] },
]

type Scenario = NonNullable<GateRun['scenario']>

/** A job for the pull request 7, with the files at its base. */
function onGitea(
  given: {
    readonly drs?: NonNullable<Scenario['drs']>
    readonly github?: NonNullable<Scenario['github']>
    readonly inputs?: Readonly<Record<string, string>>
    readonly environment?: Readonly<Record<string, string>>
    readonly payload?: object
    readonly name?: string
    readonly around?: NonNullable<GateRun['around']>
  } = {},
) {
  const { drs = failing, github, inputs = {}, environment, name = 'pull_request' } = given
  const server = { server: 'gitea' as const, pulls: [{ number: 7, head: HEAD, base: BASE }] }
  const tokens = [{ user: own }]
  const payload = {
    number: 7,
    pull_request: {
      number: 7,
      head: { ref: 'feature', sha: HEAD, repo: REPOSITORY },
      base: { ref: 'main', sha: BASE, repo: REPOSITORY },
    },
    repository: { ...REPOSITORY, default_branch: 'main' },
  }
  return runGate({
    scenario: { drs, github: { ...server, tokens, commits: atBase(), ...github } },
    event: { name, payload: given.payload ?? payload },
    inputs: { name: 'orders', ...inputs },
    // Its address ends in a slash, and its attempts have no page of their own.
    environment: {
      GITEA_ACTIONS: 'true',
      GITHUB_SERVER_URL: 'https://git.example.com/',
      GITHUB_RUN_ATTEMPT: '2',
      ...environment,
    },
    ...(given.around === undefined ? {} : { around: given.around }),
  })
}

const sent = ({ requests }: GateEnd, operation: string) =>
  requests.filter(request => request.operation === operation)
const bodies = (end: GateEnd, operation: string) => sent(end, operation).map(({ body }) => JSON.parse(body))
const RUN = 'https://git.example.com/acme/orders-db/actions/runs/4242'

describe.concurrent('policy files on Gitea', () => {
  it('come from the tip of the base branch, by the short name that alone it knows', async () => {
    const end = await onGitea({ github: { commits: atBase({ [FILE]: waivers }) }, inputs: { waivers: FILE } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'passed-with-waivers' })
    expect(sent(end, 'github.contents').map(({ path }) => path)).toEqual([
      expect.stringMatching(/\?ref=main$/),
    ])
  })

  it('come from the branch also where a tag bears its name', async () => {
    const commits = [
      { sha: HEAD, refs: ['feature'], tags: ['main'], files: { [FILE]: waivers } },
      { sha: BASE, refs: ['main'], files: { [FILE]: JSON.stringify({ version: 1, waivers: [] }) } },
    ]
    const end = await onGitea({ github: { commits }, inputs: { waivers: FILE } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'checks-failed' })
  })

  it('that are not there are no waivers, with a warning, as the commit itself can be read', async () => {
    const end = await onGitea({ inputs: { waivers: FILE } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'checks-failed' })
    expect(saidAs('warning', end)).toContain(FILE)
    expect(sent(end, 'github.gitCommit')).toHaveLength(1)
  })

  it('at a ref that is not there are told as such', async () => {
    const end = await onGitea({ inputs: { waivers: FILE, 'waivers-ref': 'gone' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'policy-unavailable' })
    expect(end.report.problems.join()).toContain('no commit was found for this ref')
  })

  it('at HEAD are those of the default branch', async () => {
    const inputs = { waivers: FILE, 'waivers-ref': 'HEAD' }
    const github = { commits: atBase({ [FILE]: waivers }) }
    const named = await onGitea({ github, inputs })
    expect(verdictOf(named)).toMatchObject({ exitCode: 0, reason: 'passed-with-waivers' })
    expect(sent(named, 'github.repository')).toEqual([])
  })

  it('come from the default branch also where the event does not name it', async () => {
    const github = {
      defaultBranch: 'trunk',
      commits: [{ sha: BASE, refs: ['trunk'], files: { [FILE]: waivers } }],
    }
    const end = await onGitea({ name: 'issues', payload: {}, github, inputs: { waivers: FILE } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'passed-with-waivers' })
    expect(sent(end, 'github.repository')).toHaveLength(1)
  })

  it('at the full name of a tag are not had, because its short one could be a branch', async () => {
    const commits = atBase({ [FILE]: waivers }, ['v1'])
    const end = await onGitea({
      github: { commits },
      inputs: { waivers: FILE, 'waivers-ref': 'refs/tags/v1' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'policy-unavailable' })
    expect(end.report.problems.join()).toContain('the commit that the tag is at')
  })

  it('include the config file, whatever media type it comes in', async () => {
    const config = `version: 1\ntargets:\n  - { name: orders, service: drs, region: cn-north-4, job-ids: [ ${TASK} ] }\n`
    const end = await onGitea({
      github: { commits: atBase({ [CONFIG]: config }) },
      inputs: {
        service: '',
        'job-ids': '',
        endpoint: '',
        config: CONFIG,
        'config-ref': 'main',
        mode: 'validate',
      },
    })
    expect(end.report.problems).toEqual([])
    expect(end.report.targets.map(({ name }) => name)).toEqual(['orders'])
  })
})

describe.concurrent('a commit status on Gitea', () => {
  const withStatus = { 'commit-status': 'true' }

  it('is pending, then what was decided, and links to the run without an attempt', async () => {
    const end = await onGitea({ drs: passing, inputs: withStatus })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(bodies(end, 'github.createStatus')).toMatchObject([
      { state: 'pending', context: 'precheck-gate/orders', target_url: RUN },
      { state: 'success', context: 'precheck-gate/orders', target_url: RUN },
    ])
    expect(end.report.run).toMatchObject({ ci: 'gitea', runAttempt: 2, url: RUN })
  })

  it('of a later run is not turned green, on whatever page it stands', async () => {
    const targetUrl = 'https://git.example.com/acme/orders-db/actions/runs/4243'
    const others = Array.from({ length: 65 }, () => ({ sha: HEAD, context: 'another/check' }))
    const statuses = [{ sha: HEAD, context: 'precheck-gate/orders', targetUrl }, ...others]
    const end = await onGitea({ drs: passing, github: { statuses }, inputs: withStatus })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(sent(end, 'github.createStatus')).toEqual([])
    expect(saidAs('warning', end)).toContain(targetUrl)
  })

  it.each([
    ['failure', failing, 'failed'],
    ['success', passing, 'passed'],
  ])('for a commit that it does not have is named as such: %s', async (_, drs, decision) => {
    const gone = 'c'.repeat(40)
    const end = await onGitea({ drs, inputs: { ...withStatus, 'commit-sha': gone } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision })
    expect(saidAs('error', end)).toContain(`No commit ${gone} is found in acme/orders-db: check commit-sha.`)
  })

  it('that the job may not write brings the line of YAML', async () => {
    const tokens = [{ user: own, permissions: { statuses: 'read' as const } }]
    const end = await onGitea({ github: { tokens }, inputs: withStatus })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'failed' })
    expect(saidAs('error', end)).toContain('permissions: { statuses: write }')
  })
})

describe.concurrent('a comment on Gitea', () => {
  it('is created, and updated by the next run of the same account', async () => {
    const first = await onGitea({ inputs: { comment: 'always' } })
    const [created] = bodies(first, 'github.createComment')
    expect(created.body).toContain(`(<${RUN}>)`)
    const comments = [
      { issue: 7, body: created.body },
      { issue: 7, body: created.body, user: own },
    ]
    const second = await onGitea({ drs: passing, github: { comments }, inputs: { comment: 'always' } })
    expect(sent(second, 'github.createComment')).toEqual([])
    expect(sent(second, 'github.updateComment').map(({ path }) => path)).toEqual([
      '/repos/acme/orders-db/issues/comments/1002',
    ])
  })
})

describe.concurrent('keyless sign-in on Gitea', () => {
  it('is refused in words that say so', async () => {
    const end = await onGitea({
      around: ({ credentials }) => ({
        inputs: {
          'access-key-id': '',
          'secret-access-key': '',
          region: credentials.region,
          'oidc-provider-urn': credentials.oidcProviderUrn,
          'oidc-agency-urn': credentials.oidcAgencyUrn,
        },
      }),
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'authentication-failed' })
    const [error] = end.report.targets.flatMap(({ tasks }) => tasks.map(task => task.error))
    expect(error?.message).toContain('Gitea makes none')
    expect(error?.advice).toMatch(/access key/)
  })
})
