import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/report/schema.ts'
import { type Leg, legReport, minutesFromNow, NOW, SHA } from '../merge/legs-of-a-run.ts'
import { type GateEnd, runGate, saidAs, verdictOf } from './harness.ts'
import { HEAD } from './on-github.ts'

/** `dist/merge.js` over reports in a workspace, as the last job of a workflow runs it. */

const RUN = {
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'acme/orders-db',
  GITHUB_RUN_ID: '4711',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_SHA: SHA,
  GITHUB_SERVER_URL: 'https://github.com',
}
const BOTH = { reports: 'reports', expected: 'orders, billing' }
const sinceNow = (minutes: number) => new Date(Date.now() + minutesFromNow(minutes).getTime() - NOW.getTime())

/** The report of a leg that has just ended. */
function leg(name: string, { facts, ...rest }: Leg = {}): Report {
  return legReport(name, {
    ...rest,
    facts: { startedAt: sinceNow(-20), finishedAt: sinceNow(-10), ...facts },
  })
}

interface Merge {
  readonly files: Readonly<Record<string, Report | string>>
  readonly inputs?: Readonly<Record<string, string>>
  readonly environment?: Readonly<Record<string, string>>
  readonly arrange?: (workspace: string) => void
}

function merge({ files, inputs = {}, environment = RUN, arrange }: Merge): Promise<GateEnd> {
  return runGate({
    merges: true,
    inputs: { ...BOTH, ...inputs },
    environment,
    prepare: ({ workspace, write }) => {
      for (const [file, content] of Object.entries(files))
        write(file, typeof content === 'string' ? content : JSON.stringify(content))
      arrange?.(workspace)
    },
  })
}

const PASSED = { 'reports/orders/report.json': leg('orders'), 'reports/billing/report.json': leg('billing') }

describe.concurrent('merged legs', () => {
  it('that have all passed come to one pass, by one report', async () => {
    const end = await merge({ files: PASSED })
    expect(verdictOf(end)).toEqual({ exitCode: 0, decision: 'passed', reason: 'all-passed', enforced: true })
    const { report, outputs, summary, requests } = end
    expect(report.targets.map(({ name }) => name)).toEqual(['orders/orders', 'billing/orders'])
    expect(report.counts).toEqual({ total: 2, passed: 2, warning: 0, failed: 0, waived: 0, unknown: 0 })
    expect(outputs).toMatchObject({ 'total-count': '2', 'passed-count': '2', 'failed-items': '[]' })
    expect(summary).toContain('## Pre-check passed: precheck')
    expect(end.junit).toContain('orders/orders.task-1')
    expect(end.html).toContain('billing/orders')
    expect(requests).toEqual([])
  })

  it('are as bad as the worst of them, and say what to fix', async () => {
    const files = {
      ...PASSED,
      'reports/billing/report.json': leg('billing', { statuses: ['passed', 'failed'] }),
    }
    const end = await merge({ files })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'failed', reason: 'checks-failed' })
    expect(JSON.parse(end.outputs['failed-items'] ?? '')).toEqual([
      { target: 'billing/orders', task: 'task-1', item: 'item-2', status: 'failed' },
    ])
  })

  it('are failed whatever fail-on the leg had, and only reported where the merge says so', async () => {
    const files = {
      ...PASSED,
      'reports/billing/report.json': leg('billing', { statuses: ['failed'], failOn: 'never' }),
    }
    expect(verdictOf(await merge({ files }))).toMatchObject({ exitCode: 1, decision: 'failed' })
    const end = await merge({ files, inputs: { 'fail-on': 'never' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, decision: 'failed', enforced: false })
  })

  it('keep that a leg allowed no warnings', async () => {
    const strict = leg('billing', { statuses: ['warning'], failOn: 'warning' })
    const end = await merge({ files: { ...PASSED, 'reports/billing/report.json': strict } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'warnings-not-allowed' })
  })

  it('of which one is missing are inconclusive, by name, in summary, problems and annotations', async () => {
    const end = await merge({ files: { 'reports/orders/report.json': leg('orders') } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive', reason: 'leg-missing' })
    for (const text of [end.report.problems.join('\n'), end.summary, saidAs('error', end), end.junit])
      expect(text).toContain('leg billing: missing')
    expect(end.report.counts.total).toBe(1)
  })

  it('are all missing where the folder does not exist', async () => {
    const end = await merge({ files: {} })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'leg-missing' })
    expect(saidAs('warning', end)).toMatch(/reports: .*does not exist/)
  })

  it('are missing after a cancelled attempt, whatever it left', async () => {
    const end = await merge({ files: PASSED, inputs: { 'legs-result': 'cancelled' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'leg-missing' })
  })

  it.each([
    ['empty', ''],
    ['cut', JSON.stringify(leg('billing')).slice(0, 200)],
    ['of another run', leg('billing', { run: { runId: '1' } })],
    ['from the future', leg('billing', { facts: { finishedAt: sinceNow(6) } })],
    ['too large', `${JSON.stringify(leg('billing'))}${' '.repeat(128 * 1024 * 1024)}`],
    ['not text', '\ufeff\0'],
  ])('of which one is %s are not accepted', async (_, content) => {
    const end = await merge({ files: { ...PASSED, 'reports/billing/report.json': content } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive' })
    expect(end.report.problems.join('\n')).toMatch(/billing.report\.json: not accepted, because/)
    expect(end.report.targets.map(({ name }) => name)).toEqual(['orders/orders'])
  })

  it('are too old by max-age-minutes', async () => {
    const end = await merge({ files: PASSED, inputs: { 'max-age-minutes': '9.5' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'leg-not-accepted' })
    expect(verdictOf(await merge({ files: PASSED, inputs: { 'max-age-minutes': '60' } })).exitCode).toBe(0)
  })

  it('keep the age of the oldest of them when they are merged again', async () => {
    const { report } = await merge({ files: PASSED, inputs: { name: 'all' } })
    expect(report.finishedAt).toBe(PASSED['reports/orders/report.json'].finishedAt)
    const again = { reports: 'reports', expected: 'all', 'max-age-minutes': '9.5' }
    const end = await merge({ files: { 'reports/report.json': report }, inputs: again })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'leg-not-accepted' })
  })

  it('with a wrong leg are inconclusive, but failed where another has failed', async () => {
    const files = {
      'reports/orders/report.json': leg('orders', { statuses: ['failed'] }),
      'reports/x/report.json': '',
    }
    expect(verdictOf(await merge({ files }))).toMatchObject({ exitCode: 1, decision: 'failed' })
  })
})

describe.concurrent('the places of reports', () => {
  it('may be files of any name and folders, outside the workspace too, as a list or as JSON', async () => {
    const files = { 'a b,c/one.json': leg('orders'), '../elsewhere/deep/er/report.json': leg('billing') }
    const end = await merge({
      files,
      inputs: { reports: JSON.stringify(['a b,c/one.json', '../elsewhere']) },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0 })
  })

  it('that lead to one file twice are one, over links too', async () => {
    const end = await merge({
      files: PASSED,
      inputs: { reports: 'reports reports/orders reports/orders/report.json linked hard' },
      arrange: workspace => {
        const at = (name: string) => path.join(workspace, name)
        symlinkSync(at('reports'), at('linked'))
        symlinkSync(at('reports'), at('reports/orders/round'))
        mkdirSync(at('hard'))
        linkSync(at('reports/billing/report.json'), at('hard/report.json'))
      },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, decision: 'passed' })
  })

  it('with two files of one leg are not accepted', async () => {
    const files = { ...PASSED, 'reports/copy/report.json': PASSED['reports/orders/report.json'] }
    const end = await merge({ files })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'leg-not-accepted' })
  })

  it('pass over other files in a folder', async () => {
    const files = { ...PASSED, 'reports/orders/report.json.bak': '', 'reports/orders/my-report.json': '' }
    const end = await merge({
      files,
      arrange: workspace => {
        symlinkSync('nowhere', path.join(workspace, 'reports/dangling'))
        symlinkSync('itself', path.join(workspace, 'reports/itself'))
        writeFileSync(path.join(workspace, 'reports/orders/report.junit.xml'), '')
      },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0 })
  })
})

describe.concurrent('wrong inputs of merge', () => {
  it('are told at once, each with what is allowed', async () => {
    const end = await merge({
      files: PASSED,
      inputs: {
        reports: '',
        expected: 'orders or/ders orders',
        'legs-result': 'done',
        'max-age-minutes': '0',
        'any-run': 'yes',
        'fail-on': 'warning',
        'commit-status': 'true',
      },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    for (const place of [
      'reports',
      'expected',
      'legs-result',
      'max-age-minutes',
      'any-run',
      'fail-on',
      'name',
      'commit-sha',
    ])
      expect(end.report.problems.filter(problem => problem.startsWith(`${place}: `))).not.toEqual([])
  })

  it('are told where a CI is missing and any-run is not set; with it no commit is compared', async () => {
    const none = await merge({ files: PASSED, environment: {} })
    expect(none.report.problems).toEqual([expect.stringMatching(/^any-run: missing; without a CI/)])
    expect(verdictOf(none)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    const any = await merge({ files: PASSED, environment: {}, inputs: { 'any-run': 'true' } })
    expect(verdictOf(any)).toMatchObject({ exitCode: 0 })
  })

  it('are told where a name is misspelt', async () => {
    const end = await merge({ files: PASSED, inputs: { legs_result: 'cancelled' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    expect(end.report.problems.join()).toContain('legs-result')
  })
})

describe.concurrent('a merge on GitHub', () => {
  const onGitHub = (billing: Report) => {
    const run = { repository: 'acme/orders-db', runId: '4242' }
    const reports = { 'orders.json': leg('orders', { run }), 'billing.json': billing }
    return runGate({
      merges: true,
      scenario: { github: { commits: [{ sha: HEAD, refs: ['feature'] }] } },
      event: { name: 'workflow_dispatch', payload: { repository: { default_branch: 'main' } } },
      environment: { GITHUB_ACTIONS: 'true' },
      inputs: {
        reports: 'orders.json billing.json',
        expected: 'orders billing',
        name: 'migration',
        'commit-status': 'true',
        'commit-sha': HEAD,
      },
      prepare: ({ write }) => {
        for (const [file, report] of Object.entries(reports)) write(file, JSON.stringify(report))
      },
    })
  }
  const statesOf = ({ requests }: GateEnd) =>
    requests
      .filter(({ operation }) => operation === 'github.createStatus')
      .map(({ body }) => JSON.parse(body))
      .map(({ state, context }) => `${context}: ${state}`)

  it.each([
    ['success', leg('billing', { run: { repository: 'acme/orders-db', runId: '4242' } })],
    [
      'failure',
      leg('billing', { statuses: ['failed'], run: { repository: 'acme/orders-db', runId: '4242' } }),
    ],
    ['error', leg('billing', { run: { repository: 'acme/orders-db', runId: '4241' } })],
  ] as const)('posts one status for all legs, %s', async (state, billing) => {
    const end = await onGitHub(billing)
    expect(statesOf(end)).toEqual(['precheck-gate/migration: pending', `precheck-gate/migration: ${state}`])
    expect(end.exitCode).toBe(state === 'success' ? 0 : 1)
  })
})
