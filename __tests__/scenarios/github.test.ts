import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { describe, expect, it } from 'vitest'
import { annotationsOf, type GateEnd, runGate as run, saidAs, TASK, verdictOf } from './harness.ts'
import { failing, HEAD, type OnGitHub, passing } from './on-github.ts'

const commits = [{ sha: HEAD, refs: ['feature'] }]

/** A commit status of a run that was started by hand. */
const withStatus = ({ drs = passing, github = {}, rules = [], inputs }: OnGitHub = {}) =>
  run({
    scenario: { drs, rules, github: { commits, ...github } },
    event: { name: 'workflow_dispatch', payload: { repository: { default_branch: 'main' } } },
    inputs: { name: 'orders', 'commit-status': 'true', 'commit-sha': HEAD, ...inputs },
  })

interface Status {
  readonly state: string
  readonly context: string
  readonly description: string
  readonly target_url: string
}

const statusesOf = ({ requests }: GateEnd): readonly Status[] =>
  requests.filter(({ operation }) => operation === 'github.createStatus').map(({ body }) => JSON.parse(body))

const refusing = [{ permissions: { statuses: 'none' as const } }]

describe.concurrent('a commit status', () => {
  it('is pending first and then what was decided, on the commit of the input', async () => {
    const end = await withStatus()
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    const statuses = statusesOf(end)
    expect(statuses.map(({ state }) => state)).toEqual(['pending', 'success'])
    for (const { context, description, target_url } of statuses) {
      expect(context).toBe('precheck-gate/orders')
      expect(description.length).toBeLessThanOrEqual(140)
      expect(target_url).toBe('https://github.com/acme/orders-db/actions/runs/4242/attempts/1')
    }
    const posts = end.requests.filter(({ operation }) => operation === 'github.createStatus')
    for (const { path: target } of posts) expect(target).toContain(HEAD)
  })

  it.each([
    ['failed', 1],
    ['never', 0],
  ])('is a failure when an item failed, under fail-on: %s too', async (failOn, exitCode) => {
    const end = await withStatus({ drs: failing, inputs: { 'fail-on': failOn } })
    expect(verdictOf(end)).toMatchObject({ exitCode, reason: 'checks-failed' })
    expect(statusesOf(end).at(-1)?.state).toBe('failure')
  })

  it('is an error when the gate is inconclusive', async () => {
    const end = await withStatus({ drs: [] })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'not-found' })
    expect(statusesOf(end).at(-1)).toMatchObject({ state: 'error' })
  })

  it('is an error when the inputs are wrong', async () => {
    const end = await withStatus({ inputs: { 'fail-on': 'maybe' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    expect(statusesOf(end).at(-1)).toMatchObject({ state: 'error', context: 'precheck-gate/orders' })
  })

  it('needs a name and, on workflow_dispatch, a commit; without them nothing is posted', async () => {
    const end = await withStatus({ inputs: { name: '', 'commit-sha': '' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    expect(end.report.problems.join('\n')).toMatch(/commit-sha/)
    expect(end.report.problems.join('\n')).toMatch(/\bname\b/)
    expect(end.requests).toEqual([])
  })

  it.each([
    ['failed', 'passed', passing],
    ['never', 'failed', failing],
  ])(
    'that cannot be posted fails the step under fail-on: %s and leaves the decision %s',
    async (failOn, decision, drs) => {
      const end = await withStatus({ drs, github: { tokens: refusing }, inputs: { 'fail-on': failOn } })
      expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision })
      expect(end.report.gate.decision).toBe(decision)
      const about = annotationsOf(end).filter(({ message }) => message.includes('precheck-gate/orders'))
      expect(about.filter(({ level }) => level === 'error')).toHaveLength(1)
      expect(saidAs('error', end)).toContain('permissions: { statuses: write }')
    },
  )

  it('of which only the pending one is lost is a warning', async () => {
    const when = { operation: 'github.createStatus' as const, bodyContains: '"pending"' }
    const lost = { kind: 'answer' as const, status: 403, json: { message: 'Resource not accessible' } }
    const end = await withStatus({ rules: [{ when, fault: lost }] })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(saidAs('warning', end)).toContain('precheck-gate/orders')
    expect(saidAs('error', end)).toBe('')
  })

  it('whose pending one is lost at first is posted while the pre-check runs, and before the final one', async () => {
    const when = { operation: 'github.createStatus' as const, calls: 1 }
    const lost = { kind: 'answer' as const, status: 403, json: { message: 'Resource not accessible' } }
    const slow = [{ id: TASK, timeline: [{ process: '10%' }, { at: 4_000, payload: 'drs-mysql' as const }] }]
    const end = await withStatus({ drs: slow, rules: [{ when, fault: lost }] })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(statusesOf(end).map(({ state }) => state)).toEqual(['pending', 'pending', 'success'])
    expect(saidAs('warning', end)).toBe('')
  })

  it('is sent only when no pending one is under way any more', async () => {
    const when = { operation: 'github.createStatus' as const, calls: 1 }
    const rules = [{ when, fault: { kind: 'delay' as const, ms: 1_500 } }]
    const end = await withStatus({ rules })
    expect(statusesOf(end).map(({ state }) => state)).toEqual(['pending', 'success'])
    const [pending, final] = end.requests.filter(({ operation }) => operation === 'github.createStatus')
    expect((final?.at ?? 0) - (pending?.at ?? 0)).toBeGreaterThanOrEqual(1_400)
  })

  const later = 'https://github.com/acme/orders-db/actions/runs/4243'
  const over = (targetUrl: string) => ({
    statuses: [
      ...Array.from({ length: 150 }, () => ({ sha: HEAD, context: 'another/check' })),
      { sha: HEAD, context: 'precheck-gate/orders', targetUrl },
      ...Array.from({ length: 150 }, () => ({ sha: HEAD, context: 'another/check' })),
    ].map(status => ({ ...status, state: 'failure' as const })),
  })

  it('is left alone where a later run has spoken, however many others there are, and the step passes', async () => {
    const end = await withStatus({ github: over(later) })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(statusesOf(end)).toEqual([])
    expect(saidAs('warning', end)).toContain(later)
  })

  it('of a failure is posted over that of a later run, and any is over that of an earlier one', async () => {
    const red = await withStatus({ drs: failing, github: over(later) })
    expect(statusesOf(red).map(({ state }) => state)).toEqual(['failure'])
    const green = await withStatus({ github: over(later.replace('4243', '4242')) })
    expect(statusesOf(green).map(({ state }) => state)).toEqual(['pending', 'success'])
  })

  it.each(['failed', 'never'])(
    'is no success where the others cannot be read, and the step fails under fail-on: %s',
    async failOn => {
      const when = { operation: 'github.listStatuses' as const }
      const fault = { kind: 'answer' as const, status: 403, json: { message: 'Resource not accessible' } }
      const end = await withStatus({ rules: [{ when, fault }], inputs: { 'fail-on': failOn } })
      expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'passed' })
      expect(statusesOf(end)).toEqual([])
      expect(saidAs('error', end)).toContain('Could not read the statuses')
    },
  )

  it('waits for as long as GitHub asks while the deadline is far', async () => {
    const when = { operation: 'github.createStatus' as const, calls: 2 }
    const headers = { 'retry-after': '8' }
    const fault = { kind: 'answer' as const, status: 429, headers, json: { message: 'slow down' } }
    const end = await withStatus({ rules: [{ when, fault }] })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(statusesOf(end).map(({ state }) => state)).toEqual(['pending', 'success', 'success'])
  })

  it('that is lost at the end, by a GitHub that hangs, does not hold the step for long', async () => {
    const when = { operation: 'github.createStatus' as const, calls: { from: 2, to: 99 } }
    const end = await withStatus({ rules: [{ when, fault: { kind: 'hang' } }] })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'passed', reason: 'all-passed' })
    expect(saidAs('error', end)).toContain('precheck-gate/orders')
    expect(end.durationMs).toBeLessThan(15_000)
  })

  it('on a GitHub that hangs never holds the step longer than ten seconds after its deadline', async () => {
    const rules = [{ when: { operation: 'github.*' as const }, fault: { kind: 'hang' as const } }]
    const end = await withStatus({ rules, inputs: { 'timeout-minutes': '0.05' } })
    expect(end.exitCode).toBe(1)
    expect(end.outputs['decision']).toBe('passed')
    expect(end.durationMs).toBeLessThan(3_000 + 10_000 + 1_500)
    expect(saidAs('error', end)).toContain('precheck-gate/orders')
  })
})

describe.concurrent("GitHub's client", () => {
  const DIST = new URL('../../dist/', import.meta.url)
  const filesWith = (word: RegExp) =>
    readdirSync(DIST).filter(
      name => name.endsWith('.js') && word.test(readFileSync(new URL(name, DIST), 'utf8')),
    )

  /** The files of the bundle that a run loaded, by Node's own coverage. */
  async function loadedBy(inputs: Readonly<Record<string, string>>): Promise<string> {
    const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-coverage-'))
    try {
      const end = await run({
        scenario: { drs: passing, github: { commits } },
        event: { name: 'push', payload: {} },
        environment: { NODE_V8_COVERAGE: folder, GITHUB_SHA: HEAD },
        inputs,
      })
      expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
      return readdirSync(folder)
        .flatMap(name => readFileSync(path.join(folder, name), 'utf8').match(/"url":"[^"]+"/g) ?? [])
        .join('\n')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  it('is loaded by a gate that posts a status, and only by such a one', async () => {
    const [plain, withOne] = await Promise.all([
      loadedBy({}),
      loadedBy({ name: 'orders', 'commit-status': 'true' }),
    ])
    expect(plain).toContain('/dist/main.js')
    const loaded = (text: string) => filesWith(/octokit/i).filter(name => text.includes(`/dist/${name}`))
    expect(loaded(plain)).toEqual([])
    expect(loaded(withOne)).not.toEqual([])
  })

  it('brings no HTTP stack of its own', () => {
    expect(filesWith(/MockAgent/)).toEqual([])
  })
})
