import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { GitHubSide } from '../../src/ci/github-side.ts'
import type { Runner } from '../../src/ci/runner.ts'
import { MAX_LEG_BYTES, runMerge } from '../../src/merge/merge.ts'
import type { InputName } from '../../src/plan/inputs.ts'
import { ACTION_EXIT_CODES } from '../../src/precheck/verdict.ts'
import { reportSchema } from '../../src/report/schema.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { item } from '../precheck/judge-builders.ts'
import { legReport, RUN, SHA } from './legs-of-a-run.ts'

/** The whole merge in this process, from inputs to what is published; time stands still. */

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-merge-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const ENVIRONMENT = {
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: RUN.repository,
  GITHUB_RUN_ID: RUN.runId,
  GITHUB_SHA: SHA,
}

async function merge(
  given: Partial<Record<InputName, string>> = {},
  cancelled = new AbortController().signal,
) {
  const inputs: Readonly<Record<string, string>> = { reports: '.', expected: 'orders', ...given }
  const said: string[] = []
  const outputs = new Map<string, string>()
  const runner: Runner = {
    environment: ENVIRONMENT,
    tempDir: folder,
    workspace: folder,
    eventPayload: null,
    input: name => inputs[name] ?? '',
    mask: () => {},
    log: line => void said.push(line),
    conclude: line => void said.push(line),
    annotate: ({ level, message, place }) =>
      void said.push(`${level}: ${message}${place === undefined ? '' : ` at ${place.file}`}`),
    setOutputs: async values => {
      for (const [name, value] of Object.entries(values)) outputs.set(name, value)
    },
    writeSummary: async markdown => void said.push(markdown),
  }
  const result = await runMerge({
    runner,
    clock: new FakeClock(),
    random: () => 0.5,
    cancelled,
    userAgent: 'test',
    sideOf: (...ports) => new GitHubSide(...ports),
  })
  const report = reportSchema.parse(JSON.parse(readFileSync(outputs.get('report-json') ?? '', 'utf8')))
  return { exitCode: ACTION_EXIT_CODES[result], report, said: said.join('\n') }
}

/** A leg of the day of the clock that stands still. */
function put(name: string, leg: Parameters<typeof legReport>[1] = {}, file = `${name}.json`): string {
  const at = new FakeClock().date()
  const report = legReport(name, { ...leg, facts: { startedAt: at, finishedAt: at, ...leg.facts } })
  writeFileSync(path.join(folder, file), JSON.stringify(report))
  return file
}

describe('a merge', () => {
  it('reads reports, and publishes one', async () => {
    const reports = put('orders')
    const { exitCode, report } = await merge({ reports, name: 'all' })
    expect([exitCode, report.gate.name, report.gate.reasonCode]).toEqual([0, 'all', 'all-passed'])
    expect(report.targets.map(({ name }) => name)).toEqual(['orders/orders'])
  })

  it('explains what the catalogue knows of an item', async () => {
    const failed = item('failed', { id: 'srcDbBinlogIsOff', topic: 'srcDbBinlogIsOff' })
    const { said } = await merge({ reports: put('orders', { items: [failed] }) })
    expect(said).toContain('Likely causes:')
  })

  it('names files as people give them, and others by their whole path', async () => {
    writeFileSync(path.join(folder, 'report.json'), '')
    const { report } = await merge()
    expect(report.problems[0]).toBe('report.json: not accepted, because it is empty')
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'precheck-gate-elsewhere-'))
    writeFileSync(path.join(elsewhere, 'report.json'), '')
    const other = await merge({ reports: elsewhere })
    expect(other.report.problems[0]).toContain(`${path.join(elsewhere, 'report.json')}: not accepted`)
    rmSync(elsewhere, { recursive: true })
  })

  it('says which places are not there', async () => {
    const { said, report } = await merge({ reports: 'gone' })
    expect(said).toContain(`reports: ${path.join(folder, 'gone')} does not exist, so it holds no report`)
    expect(report.gate.reasonCode).toBe('leg-missing')
  })

  it('takes a report of the largest size, and none beyond it', async () => {
    const reports = put('orders')
    const text = readFileSync(path.join(folder, reports), 'utf8')
    writeFileSync(path.join(folder, reports), text + ' '.repeat(MAX_LEG_BYTES - text.length))
    expect((await merge({ reports })).report.gate.decision).toBe('passed')
    truncateSync(path.join(folder, reports), MAX_LEG_BYTES + 1)
    const { report } = await merge({ reports })
    expect(report.problems.join()).toContain(
      `it is ${MAX_LEG_BYTES + 1} bytes long; at most ${MAX_LEG_BYTES} are read`,
    )
  })

  it('says what it could not look into', async () => {
    const { report } = await merge({ reports: `${put('orders')} ${put('orders')}/below` })
    expect(report.problems.join()).toMatch(
      /orders\.json.below: not accepted, because it cannot be read \(ENOTDIR/,
    )
    expect(report.targets).toHaveLength(1)
  })

  it('puts no annotation at a line of a config file: nobody knows whether it is the checked-out one', async () => {
    const placeOf = () => ({ file: 'precheck.yml', line: 3 })
    const { said, report } = await merge({
      reports: put('orders', { statuses: ['failed'], facts: { placeOf } }),
    })
    expect(report.targets[0]?.tasks[0]?.place).toEqual({ file: 'precheck.yml', line: 3 })
    expect(said).not.toContain('at precheck.yml')
  })

  it('compares with an earlier report', async () => {
    const reports = put('orders', { statuses: ['failed'] })
    const { report } = await merge({ reports, baseline: put('earlier') })
    expect(report.baseline).toMatchObject({ new: 1 })
  })

  it('reads nothing where inputs are wrong', async () => {
    const { exitCode, report } = await merge({ reports: put('orders'), 'fail-on': 'warning' })
    expect([exitCode, report.gate.reasonCode, report.targets]).toEqual([1, 'invalid-input', []])
  })

  it('that is cut off is cancelled, whatever it has read', async () => {
    const cut = new AbortController()
    cut.abort('signal')
    const { exitCode, report } = await merge({ reports: put('orders'), 'fail-on': 'never' }, cut.signal)
    expect([exitCode, report.gate.decision, report.gate.reasonCode]).toEqual([1, 'inconclusive', 'cancelled'])
    expect([report.targets, report.requests, report.polls]).toEqual([[], 0, 0])
  })
})
