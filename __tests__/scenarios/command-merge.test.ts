import { describe, expect, it } from 'vitest'
import { OUTPUT_NAMES } from '../../src/report/outputs.ts'
import { reportSchema } from '../../src/report/schema.ts'
import { type Leg, legReport } from '../merge/legs-of-a-run.ts'
import { put, runCommand } from './command.ts'

/** `precheck-gate merge`: files and folders by themselves, everything else as for the other commands. */

const leg = (name: string, { facts, ...rest }: Leg = {}) => {
  const now = new Date()
  return JSON.stringify(legReport(name, { ...rest, facts: { startedAt: now, finishedAt: now, ...facts } }))
}

function merge(
  args: readonly string[],
  files: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
) {
  return runCommand({
    args: ['merge', ...args],
    connected: false,
    environment,
    prepare: folder => {
      for (const [name, text] of Object.entries(files)) put(folder, name, text)
    },
  })
}

const FILES = { 'legs/a b/report.json': leg('orders'), 'billing,1.json': leg('billing') }
const PLACES = ['legs/a b', 'billing,1.json']
const ANY = ['--expected', 'orders,billing', '--any-run']

describe.concurrent('precheck-gate merge', () => {
  it('takes files and folders as they stand, prints the verdict and leaves the report files', async () => {
    const end = await merge([...PLACES, ...ANY], FILES)
    expect(end).toMatchObject({
      exitCode: 0,
      stdout: 'precheck: passed (all-passed): 2 passed of 2 check items in 2 tasks\n',
    })
    const report = reportSchema.parse(JSON.parse(end.file('precheck-report/report.json')))
    expect(report.targets.map(({ name }) => name)).toEqual(['orders/orders', 'billing/orders'])
    expect(end.file('precheck-report/summary.md')).toContain('## Pre-check passed')
  })

  it('takes everything from variables too, and options anywhere', async () => {
    const environment = {
      PRECHECK_REPORTS: 'legs billing,1.json',
      PRECHECK_EXPECTED: 'orders billing',
      PRECHECK_ANY_RUN: 'true',
    }
    const files = { ...FILES, billing: leg('billing') }
    const end = await merge(['--json', '--name', 'all'], files, {
      ...environment,
      PRECHECK_REPORTS: 'legs billing',
    })
    expect(end.exitCode).toBe(0)
    expect(Object.keys(JSON.parse(end.stdout)).toSorted()).toEqual([...OUTPUT_NAMES].toSorted())
  })

  it.each([
    [1, 'a leg failed', { 'billing,1.json': leg('billing', { statuses: ['failed'] }) }, []],
    [
      0,
      'one failed and it is only reported',
      { 'billing,1.json': leg('billing', { statuses: ['failed'] }) },
      ['--fail-on=never'],
    ],
    [3, 'a leg is missing', { 'billing,1.json': leg('orders') }, []],
    [
      3,
      'a leg is too old',
      { 'billing,1.json': leg('billing', { facts: { finishedAt: new Date(0) } }) },
      ['--max-age-minutes', '60'],
    ],
    [3, 'legs were skipped', {}, ['--legs-result', 'skipped']],
    [2, 'an option is misspelt', {}, ['--max-age-minute', '60']],
    [2, 'an option is of GitHub', {}, ['--commit-status']],
    [2, 'the reports are an option', {}, ['--reports', 'legs']],
  ] as const)('ends with %d when %s', async (exitCode, _, files, args) => {
    const end = await merge([...PLACES, ...ANY, ...args], { ...FILES, ...files })
    expect(end.exitCode).toBe(exitCode)
    expect(end.stderr).not.toContain('    at ')
  })

  it('needs any-run outside a CI, and in a pipeline only reports of that', async () => {
    const pipeline = { GITLAB_CI: 'true', CI_PROJECT_PATH: 'acme/orders-db', CI_PIPELINE_ID: '4711' }
    const args = [...PLACES, '--expected', 'orders,billing']
    const outside = await merge(args, FILES)
    expect([outside.exitCode, outside.stderr]).toEqual([2, expect.stringContaining('any-run: missing')])
    expect((await merge(args, FILES, pipeline)).exitCode).toBe(0)
    expect((await merge(args, FILES, { ...pipeline, CI_PIPELINE_ID: '4712' })).exitCode).toBe(3)
  })
})
