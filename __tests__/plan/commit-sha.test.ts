import { describe, expect, it } from 'vitest'
import { GitHubSide } from '../../src/ci/github-side.ts'
import type { Runner } from '../../src/ci/runner.ts'
import { Inputs } from '../../src/plan/inputs.ts'
import { planReport } from '../../src/plan/plan.ts'
import { InputProblems } from '../../src/plan/problems.ts'
import { systemClock } from '../../src/ports.ts'
import type { Values } from './planning.ts'

const SHA = '6dcb09b5b57875f334f61aebed695e2e4193db5e'
const BASE = 'a'.repeat(40)
const repository = { id: 1, full_name: 'acme/orders-db', default_branch: 'main' }
const pull = {
  number: 7,
  head: { sha: SHA, ref: 'feature', repo: repository },
  base: { sha: BASE, ref: 'main', repo: repository },
}

/** What the GitHub side has against the inputs, and where it reads waivers by default. */
function sideOf(values: Values, event: string, payload: unknown = { repository }, sha: string = SHA) {
  const problems = new InputProblems()
  const inputs = new Inputs(name => values[name] ?? '')
  const settings = planReport(inputs, problems)
  const runner: Runner = {
    environment: { GITHUB_EVENT_NAME: event, GITHUB_SHA: sha, GITHUB_REPOSITORY: 'acme/orders-db' },
    tempDir: '/nowhere',
    workspace: '/nowhere',
    eventPayload: payload,
    input: name => values[name] ?? '',
    mask: () => {},
    log: () => {},
    conclude: () => {},
    annotate: () => {},
    setOutputs: async () => {},
    writeSummary: async () => {},
  }
  const ports = {
    runner,
    clock: systemClock,
    random: () => 0.5,
    userAgent: 'test',
    cancelled: new AbortController().signal,
    redactBeginning: (text: string) => text,
    log: () => {},
  }
  const side = new GitHubSide(inputs, settings, ports)
  side.checkInputs(problems)
  return { problems: problems.all.map(problem => problem.in('en-us')), waivers: side.defaultWaivers }
}

const STATUS: Values = { name: 'gate', 'commit-status': 'true' }
const missing = (event: string) => [
  `commit-sha: missing; the event ${event} names no commit to post the status on; allowed: the commit that the status is for, 40 or 64 lower-case hexadecimal digits`,
]

describe('the commit of the status', () => {
  it.each<[string, unknown]>([
    ['pull_request', { repository, pull_request: pull }],
    ['pull_request_target', { repository, pull_request: pull }],
    ['pull_request_review', { repository, pull_request: pull }],
    ['merge_group', { repository, merge_group: { head_sha: SHA, base_sha: BASE } }],
    ['push', { repository }],
  ])('is known on %s', (event, payload) => {
    expect(sideOf(STATUS, event, payload).problems).toEqual([])
  })

  it.each(['workflow_dispatch', 'schedule', 'workflow_run', 'issue_comment', ''])(
    'has to be given on %j',
    event => {
      expect(sideOf(STATUS, event).problems).toEqual(missing(event || '(none)'))
      expect(sideOf({ ...STATUS, 'commit-sha': SHA }, event).problems).toEqual([])
    },
  )

  it('has to be given on push where GITHUB_SHA is none', () => {
    expect(sideOf(STATUS, 'push', { repository }, '').problems).toEqual(missing('push'))
  })

  it('has to be given where the payload of a pull request cannot be read', () => {
    expect(sideOf(STATUS, 'pull_request', 'nonsense').problems).toEqual(missing('pull_request'))
  })

  it('that is wrong is told once', () => {
    const { problems } = sideOf({ ...STATUS, 'commit-sha': 'main' }, 'workflow_dispatch')
    expect(problems).toEqual([
      'commit-sha: "main" is not valid; allowed: 40 or 64 lower-case hexadecimal digits',
    ])
  })

  it('is not asked for without commit-status', () => {
    expect(sideOf({ name: 'gate' }, 'workflow_dispatch').problems).toEqual([])
  })
})

describe('the default of waivers-ref', () => {
  const ofMain = { from: 'branch', ref: 'refs/heads/main' }

  it.each<[string, Values, unknown, object]>([
    ['pull_request', {}, { repository, pull_request: pull }, ofMain],
    ['push', STATUS, { repository }, { from: 'workspace' }],
    ['workflow_dispatch', {}, { repository }, { from: 'workspace' }],
    ['workflow_dispatch', { ...STATUS, 'commit-sha': SHA }, { repository }, ofMain],
    ['issue_comment', {}, { repository }, ofMain],
  ])('is the one of the event: %s with %j', (event, values, payload, expected) => {
    expect(sideOf(values, event, payload).waivers).toEqual(expected)
  })
})
