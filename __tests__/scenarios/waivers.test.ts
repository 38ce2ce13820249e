import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { describe, expect, it } from 'vitest'
import { finishedWith, type GateRun, runGate as run, saidAs, TASK, taskOf, verdictOf } from './harness.ts'

const FILE = '.github/waivers.yaml'
const BASE = 'b'.repeat(40)
const HEAD = 'a'.repeat(40)
const timeline = finishedWith({ item: 'good', result: 'PASSED' }, { item: 'ttl', result: 'FAILED' })
const drs = [{ id: TASK, timeline }]

const waiver = (changes = {}) => ({
  item: 'ttl',
  status: 'failed',
  reason: 'Rebuilt after cut-over',
  owner: 'dba-team',
  expires: '2999-12-31',
  ...changes,
})
// JSON is YAML.
const fileOf = (...waivers: readonly object[]) => JSON.stringify({ version: 1, waivers })

const inWorkspace = (text: string, inputs = {}) =>
  run({
    scenario: { drs },
    inputs: { waivers: FILE, ...inputs },
    prepare: ({ write }) => void write(FILE, text),
  })

/** The tip of the base branch holds `base`, head and workspace hold `head`. */
const onPullRequest = (base: string | null, head: string, others: GateRun = {}) => {
  const repo = { id: 1, full_name: 'acme/orders-db' }
  const payload = {
    pull_request: { number: 7, head: { sha: HEAD, repo }, base: { sha: BASE, ref: 'main', repo } },
    repository: { ...repo, default_branch: 'main' },
  }
  const commits = [
    { sha: BASE, refs: ['main'], files: base === null ? {} : { [FILE]: base } },
    { sha: HEAD, refs: ['feature'], files: { [FILE]: head } },
  ]
  return run({
    scenario: { drs, github: { commits } },
    ...others,
    inputs: { waivers: FILE, ...others.inputs },
    event: { name: 'pull_request', payload },
    prepare: ({ write }) => void write(FILE, head),
  })
}

describe.concurrent('a waiver with a fingerprint', () => {
  it('accepts the finding of an earlier run, and not what it has become', async () => {
    const first = await run({ scenario: { drs } })
    const fingerprint = taskOf(first).items.find(({ id }) => id === 'ttl')?.fingerprint ?? ''
    const accepted = await inWorkspace(fileOf(waiver({ fingerprint })))
    expect(verdictOf(accepted)).toMatchObject({ decision: 'passed', reason: 'passed-with-waivers' })
    const changed = finishedWith({ item: 'ttl', result: 'FAILED', data: 'one table more' })
    const later = await run({
      scenario: { drs: [{ id: TASK, timeline: changed }] },
      inputs: { waivers: FILE },
      prepare: ({ write }) => void write(FILE, fileOf(waiver({ fingerprint }))),
    })
    expect(verdictOf(later)).toMatchObject({ decision: 'failed', reason: 'checks-failed' })
    expect(later.log).toContain('the finding has changed since it was accepted')
  })
})

describe.concurrent('a waiver in the workspace', () => {
  it('lets a failed item pass, which stays visible with reason, owner and end date', async () => {
    const end = await inWorkspace(fileOf(waiver()))
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, decision: 'passed', reason: 'passed-with-waivers' })
    expect(end.outputs).toMatchObject({ 'waived-count': '1', 'failed-count': '0', 'failed-items': '[]' })
    expect(taskOf(end).items.find(({ id }) => id === 'ttl')).toMatchObject({
      status: 'failed',
      waiver: { reason: 'Rebuilt after cut-over', owner: 'dba-team', expires: '2999-12-31' },
    })
    for (const shown of [end.summary, end.junit]) {
      for (const text of ['ttl', 'Rebuilt after cut', 'dba', '2999']) expect(shown).toContain(text)
    }
  })

  it('of warnings does not hold for a failed item, and is told as unused', async () => {
    const { status: _, ...warningOnly } = waiver()
    const end = await inWorkspace(fileOf(warningOnly))
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'checks-failed' })
    expect(saidAs('notice', end)).toMatch(/ttl.*dba-team.*matched nothing/)
    expect(end.report.waivers).toMatchObject({ applied: 0 })
    expect(end.report.waivers.unused).toHaveLength(1)
  })

  it('that has expired does not hold, and is a warning by name', async () => {
    const end = await inWorkspace(fileOf(waiver({ expires: '2020-01-01' })))
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'failed', reason: 'checks-failed' })
    expect(saidAs('warning', end)).toMatch(/ttl.*dba-team.*2020-01-01.*expired/)
    expect(end.report.waivers.expired).toHaveLength(1)
  })

  it.each([
    ['an unknown key', '  - item: ttl\n    reasn: x', /waivers\.yaml:4:5\b.*reasn/s],
    ['no owner', '  - item: ttl\n    reason: x\n    expires: 2999-01-01', /waivers\.yaml:3:\d+.*owner/s],
    [
      'a date that is none',
      '  - item: ttl\n    reason: x\n    owner: y\n    expires: 2026-02-30',
      /waivers\.yaml:6:\d+.*expires/s,
    ],
    ['broken YAML', '  - item: "ttl', /waivers\.yaml:\d+:\d+/],
  ])('with %s is invalid input with its line, and nothing is sent', async (_what, entry, problem) => {
    const end = await inWorkspace(`version: 1\nwaivers:\n${entry}\n`, { 'fail-on': 'never' })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    expect(end.report.problems.join('\n')).toMatch(problem)
    expect(end.requests).toEqual([])
  })

  it('in a file that is not there is invalid input', async () => {
    const end = await run({ scenario: { drs }, inputs: { waivers: FILE } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    expect(end.report.problems.join('\n')).toContain(FILE)
  })
})

/** A run of an event; each branch holds its own waiver file, and the workspace one that waives. */
const onEvent = (
  name: string,
  payload: object,
  {
    commits,
    protectedBranches = [],
  }: Pick<NonNullable<NonNullable<GateRun['scenario']>['github']>, 'commits' | 'protectedBranches'>,
  others: GateRun = {},
) =>
  run({
    scenario: { drs, github: { commits, protectedBranches } },
    ...others,
    inputs: { waivers: FILE, ...others.inputs },
    event: { name, payload: { repository: { default_branch: 'main' }, ...payload } },
    prepare: ({ write }) => void write(FILE, fileOf(waiver())),
  })

const TIP = 'c'.repeat(40)
const NONE = { [FILE]: fileOf() }
const ALL = { [FILE]: fileOf(waiver()) }
const onto = (ref: string) => ({
  pull_request: { number: 7, head: { sha: HEAD }, base: { sha: BASE, ref } },
})
const refused = { exitCode: 1, reason: 'checks-failed' }
const accepted = { exitCode: 0, reason: 'passed-with-waivers' }

describe.concurrent('the branch that waivers come from', () => {
  it('is read at its tip: a waiver that was taken back since the pull request began holds no more', async () => {
    const commits = [
      { sha: BASE, files: ALL },
      { sha: TIP, refs: ['main'], files: NONE },
    ]
    expect(verdictOf(await onEvent('pull_request', onto('main'), { commits }))).toMatchObject(refused)
  })

  it('is no tag of the same name', async () => {
    const commits = [
      { sha: BASE, tags: ['main'], files: ALL },
      { sha: TIP, refs: ['main'], files: NONE },
    ]
    expect(verdictOf(await onEvent('pull_request', onto('main'), { commits }))).toMatchObject(refused)
  })

  it.each(
    ['pull_request', 'pull_request_review', 'merge_group'].flatMap(name => [
      [name, 'protected', ['release/1'], accepted] as const,
      [name, 'of anybody, and the default branch counts instead', [], refused] as const,
    ]),
  )('on %s is the base branch, when that is %s', async (name, _, protectedBranches, expected) => {
    const commits = [
      { sha: BASE, refs: ['release/1'], files: ALL },
      { sha: TIP, refs: ['main'], files: NONE },
    ]
    const group = { merge_group: { head_sha: HEAD, base_sha: BASE, base_ref: 'refs/heads/release/1' } }
    const payload = name === 'merge_group' ? group : onto('release/1')
    const end = await onEvent(name, payload, { commits, protectedBranches: [...protectedBranches] })
    expect(verdictOf(end)).toMatchObject(expected)
  })

  it('is not guessed where GitHub does not say whether it is protected', async () => {
    const commits = [{ sha: BASE, refs: ['release/1', 'main'], files: ALL }]
    const fault = { kind: 'answer' as const, status: 422, json: { message: 'No' } }
    const rules = [{ when: { operation: 'github.branch' as const }, fault }]
    const end = await onEvent(
      'pull_request',
      onto('release/1'),
      { commits },
      { scenario: { drs, github: { commits }, rules } },
    )
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'policy-unavailable' })
    expect(end.report.problems.join()).toMatch(/release\/1 of acme\/orders-db is protected: .*waivers-ref/)
    expect(end.counts['drs.start']).toBe(0)
  })

  it.each(['issue_comment', 'workflow_run', 'repository_dispatch'])(
    'is the default one on %s, whatever is checked out',
    async name => {
      const commits = [{ sha: TIP, refs: ['main'], files: NONE }]
      expect(verdictOf(await onEvent(name, {}, { commits }))).toMatchObject(refused)
    },
  )

  it.each(['push', 'schedule', 'workflow_dispatch'])(
    'is none on %s, where the workspace counts',
    async name => {
      const end = await onEvent(name, {}, { commits: [{ sha: TIP, refs: ['main'], files: NONE }] })
      expect(verdictOf(end)).toMatchObject(accepted)
      expect(end.counts['github.contents']).toBe(0)
    },
  )
})

describe.concurrent('an event whose file', () => {
  const files: readonly (readonly [string, (folder: string) => string])[] = [
    ['is a pipe that nobody writes to', folder => pipeIn(folder)],
    ['never ends', () => '/dev/zero'],
    ['is a folder', folder => folder],
    ['is no JSON', folder => withText(path.join(folder, 'broken.json'), 'hunter2{')],
    ['is too long', folder => withText(path.join(folder, 'long.json'), ' '.repeat(33 * 1024 * 1024))],
  ]
  it.each(files)('%s holds nothing up, and waives nothing in the workspace', async (_, fileIn) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-event-'))
    try {
      const commits = [{ sha: TIP, refs: ['main'], files: NONE }]
      const environment = { GITHUB_EVENT_PATH: fileIn(folder) }
      const end = await onEvent('push', {}, { commits }, { environment })
      expect(verdictOf(end)).toMatchObject(refused)
      expect(saidAs('warning', end)).toMatch(/GITHUB_EVENT_PATH: .*default branch/)
      expect(end.log).not.toContain('hunter2')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

function pipeIn(folder: string): string {
  const file = path.join(folder, 'pipe')
  execFileSync('mkfifo', [file])
  return file
}

function withText(file: string, text: string): string {
  writeFileSync(file, text)
  return file
}

describe.concurrent('the waivers of a pull request', () => {
  it('are those of the base branch', async () => {
    const end = await onPullRequest(fileOf(waiver()), fileOf())
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'passed-with-waivers' })
    expect(end.requests.find(({ operation }) => operation === 'github.contents')?.path).toContain(
      'refs%2Fheads%2Fmain',
    )
  })

  it('are never its own', async () => {
    const end = await onPullRequest(fileOf(), fileOf(waiver()))
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'failed', reason: 'checks-failed' })
  })

  it('are none, with a warning, when the base branch has no such file', async () => {
    const end = await onPullRequest(null, fileOf(waiver()))
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'failed', reason: 'checks-failed' })
    expect(saidAs('warning', end)).toMatch(/waivers\.yaml does not exist at/)
  })

  it('are its own when the input says workspace', async () => {
    const end = await onPullRequest(fileOf(), fileOf(waiver()), { inputs: { 'waivers-ref': 'workspace' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'passed-with-waivers' })
    expect(end.counts['github.contents']).toBe(0)
  })

  it.each([
    ['failed', 1],
    ['never', 0],
  ])(
    'at a named ref without the file are no policy: under fail-on: %s the step ends with %i',
    async (failOn, exitCode) => {
      const end = await onPullRequest(null, fileOf(waiver()), {
        inputs: { 'waivers-ref': 'main', 'fail-on': failOn },
      })
      expect(verdictOf(end)).toMatchObject({
        exitCode,
        decision: 'inconclusive',
        reason: 'policy-unavailable',
      })
      expect(end.report.problems.join('\n')).toContain(FILE)
      expect(end.requests.filter(({ operation }) => operation.startsWith('drs.'))).toEqual([])
    },
  )

  it('are no policy when the token may not read them', async () => {
    const tokens = [{ permissions: { contents: 'none' as const } }]
    const commits = [{ sha: BASE, refs: ['main'], files: { [FILE]: fileOf(waiver()) } }]
    const end = await onPullRequest(null, '', { scenario: { drs, github: { tokens, commits } } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'policy-unavailable' })
    expect(end.report.problems.join('\n')).toMatch(/contents: read/)
  })

  it('that are malformed in the base branch are invalid input with the line', async () => {
    const end = await onPullRequest('version: 1\nwaivers:\n  - items: ttl\n', fileOf(waiver()))
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    expect(end.report.problems.join('\n')).toMatch(/waivers\.yaml:3:\d+/)
  })

  it('that GitHub never answers for are no policy, and the step ends soon after its deadline', async () => {
    const end = await onPullRequest(fileOf(waiver()), fileOf(), {
      scenario: { drs, rules: [{ when: { operation: 'github.*' }, fault: { kind: 'hang' } }] },
      inputs: { 'timeout-minutes': '0.03' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'policy-unavailable' })
    expect(end.durationMs).toBeLessThan(1_800 + 10_000)
    expect(end.counts['drs.start']).toBe(0)
  })
})
