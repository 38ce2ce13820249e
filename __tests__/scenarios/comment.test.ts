import { describe, expect, it } from 'vitest'
import { type GateEnd, runGate as run, saidAs, verdictOf } from './harness.ts'
import { failing, HEAD, type OnGitHub, passing } from './on-github.ts'

const BASE = 'b'.repeat(40)
const REPOSITORY = { id: 1, full_name: 'acme/orders-db' }
const commits = [
  { sha: BASE, refs: ['main'] },
  { sha: HEAD, refs: ['feature'] },
]
const pulls = [{ number: 7, head: HEAD, base: BASE }]

/** A comment on the pull request 7. */
const withComment = ({ drs = failing, github = {}, rules = [], inputs }: OnGitHub = {}) =>
  run({
    scenario: { drs, rules, github: { commits, pulls, ...github } },
    event: {
      name: 'pull_request',
      payload: {
        pull_request: {
          number: 7,
          head: { sha: HEAD, repo: REPOSITORY },
          base: { sha: BASE, repo: REPOSITORY },
        },
      },
    },
    inputs: { name: 'orders', comment: 'on-failure', ...inputs },
  })

const refusing = [{ permissions: { pullRequests: 'read' as const } }]

describe.concurrent('a comment', () => {
  const written = (end: GateEnd) =>
    end.requests.filter(({ operation }) => /github\.(create|update)Comment/.test(operation))
  const bodyOf = (end: GateEnd): string => JSON.parse(written(end)[0]?.body ?? '{}').body ?? ''
  const own = { login: 'github-actions[bot]', id: 41_898_282, type: 'Bot' as const }

  it('is created when the gate fails, then updated in place, and turned green by a pass', async () => {
    const first = await withComment()
    expect(verdictOf(first)).toMatchObject({ exitCode: 1, reason: 'checks-failed' })
    expect(written(first).map(({ operation }) => operation)).toEqual(['github.createComment'])
    expect(bodyOf(first)).toContain('srcDbBinlogIsOff')

    const comments = [{ issue: 7, body: bodyOf(first), user: own }]
    const second = await withComment({ drs: passing, github: { comments } })
    expect(verdictOf(second)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(written(second).map(({ operation }) => operation)).toEqual(['github.updateComment'])
    expect(bodyOf(second)).not.toContain('srcDbBinlogIsOff')
    expect(bodyOf(second)).toMatch(/passed/i)
  })

  it('is not written on a pass under on-failure, and is under always', async () => {
    const quiet = await withComment({ drs: passing })
    expect(written(quiet)).toEqual([])
    const always = await withComment({ drs: passing, inputs: { comment: 'always' } })
    expect(written(always)).toHaveLength(1)
  })

  it('of someone else with the same marker is left alone', async () => {
    const body = bodyOf(await withComment())
    const end = await withComment({ github: { comments: [{ issue: 7, body }] } })
    expect(written(end).map(({ operation }) => operation)).toEqual(['github.createComment'])
  })

  it('is not written when the head has moved on', async () => {
    const end = await withComment({ github: { pulls: [{ number: 7, head: BASE, base: BASE }] } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'checks-failed' })
    expect(written(end)).toEqual([])
  })

  it('that may not be written is a notice with the line that the workflow lacks, and changes no verdict', async () => {
    const end = await withComment({
      drs: passing,
      github: { tokens: refusing },
      inputs: { comment: 'always' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(saidAs('notice', end)).toContain('permissions: { pull-requests: write }')
  })

  it('that GitHub never answers for changes no verdict, and does not hold the step for long', async () => {
    const rules = [{ when: { operation: 'github.*' as const }, fault: { kind: 'hang' as const } }]
    const end = await withComment({ drs: passing, rules, inputs: { comment: 'always' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(saidAs('warning', end)).toContain('pull request 7')
    expect(end.durationMs).toBeLessThan(15_000)
  })

  const onEvent = (name: string, payload: object, changes: OnGitHub = {}) =>
    run({
      scenario: { drs: failing, github: { commits, pulls, ...changes.github } },
      event: { name, payload },
      inputs: { name: 'orders', comment: 'on-failure', ...changes.inputs },
    })

  it.each([
    ['issue_comment', { issue: { number: 7, pull_request: {} } }],
    [
      'workflow_run',
      {
        workflow_run: {
          head_sha: HEAD,
          head_branch: 'feature',
          head_repository: { owner: { login: 'acme' } },
          pull_requests: [],
        },
      },
    ],
  ])('is written on the pull request of %s', async (name, payload) => {
    const end = await onEvent(name, payload)
    expect(written(end).map(({ operation, path }) => [operation, path])).toEqual([
      ['github.createComment', expect.stringContaining('/issues/7/comments')],
    ])
  })

  it.each([
    ['push', {}],
    ['issue_comment', { issue: { number: 7 } }],
    [
      'workflow_run',
      {
        workflow_run: { head_sha: HEAD, head_branch: 'gone', head_repository: { owner: { login: 'acme' } } },
      },
    ],
  ])('is not written where there is no pull request, with a warning: %s', async (name, payload) => {
    const end = await onEvent(name, payload)
    expect(written(end)).toEqual([])
    expect(saidAs('warning', end)).toMatch(/comment: nothing was written, because/)
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'checks-failed' })
  })
})
