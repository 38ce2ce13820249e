import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type GateRun, runGate, runStep, saidAs, verdictOf } from './harness.ts'
import { failing, passing } from './on-github.ts'

/** Where what a run writes cannot be written, or is never done with. */

const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-way-out-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A pipe that nobody reads: to open it for writing never returns. */
function pipe(name: string): string {
  const file = path.join(folder, name)
  expect(spawnSync('mkfifo', [file]).status).toBe(0)
  return file
}

const SECONDS = 1_000
/** What hangs may take ten seconds more. */
const DEADLINE_SECONDS = 9
const step = (run: GateRun) =>
  runStep({
    scenario: { drs: passing },
    ...run,
    inputs: { 'timeout-minutes': String(DEADLINE_SECONDS / 60), ...run.inputs },
  })

describe.concurrent('outputs', () => {
  it.each(['failed', 'never'])('that cannot be set fail the step under fail-on: %s', async failOn => {
    const end = await step({
      inputs: { 'fail-on': failOn },
      environment: { GITHUB_OUTPUT: path.join(folder, 'no-such-folder', 'output') },
    })
    expect(end.exitCode).toBe(1)
    expect(saidAs('error', end)).toMatch(/Could not set the outputs: ENOENT/)
    expect(end.summary).toContain('Pre-check passed')
    expect(end.lines.at(-1)).toContain('passed (all-passed)')
  })

  it('into a pipe that nobody reads fail the step, in time', async () => {
    const end = await step({ environment: { GITHUB_OUTPUT: pipe('output') } })
    expect(end.exitCode).toBe(1)
    expect(end.durationMs).toBeLessThan((DEADLINE_SECONDS + 10) * SECONDS)
    expect(saidAs('error', end)).toContain(
      'Could not set the outputs: the file system gave no answer in time',
    )
  })
})

describe.concurrent('a summary', () => {
  it('into a pipe that nobody reads is a warning, and does not hold the step', async () => {
    const end = await step({ environment: { GITHUB_STEP_SUMMARY: pipe('summary') } })
    expect(end.exitCode).toBe(0)
    expect(end.durationMs).toBeLessThan((DEADLINE_SECONDS + 10) * SECONDS)
    expect(saidAs('warning', end)).toContain('Could not write the job summary')
    expect(end.outputs['decision']).toBe('passed')
  })

  it('into a pipe that nobody reads ends within six seconds after a signal, with exit code 1', async () => {
    const sent = { at: 0 }
    const end = await runStep({
      scenario: { drs: [{ id: passing[0]?.id ?? '', timeline: [{ process: '40%' }] }] },
      environment: { GITHUB_STEP_SUMMARY: pipe('summary-of-cancelled') },
      onLine: (line, child) => {
        if (sent.at > 0 || !line.includes('40 %')) return
        sent.at = performance.now()
        child.kill('SIGTERM')
      },
    })
    expect(performance.now() - sent.at).toBeLessThan(6 * SECONDS)
    expect(end.exitCode).toBe(1)
    expect(end.outputs['reason-code']).toBe('cancelled')
  })
})

describe.concurrent('the report files', () => {
  it('take the place of a pipe, and no draft of them is left', async () => {
    const reports = path.join(folder, 'reports')
    mkdirSync(reports)
    const file = pipe('reports/report.json')
    const end = await step({ inputs: { 'report-dir': reports } })
    expect(end.exitCode).toBe(0)
    expect(end.outputs['report-json']).toBe(file)
    expect(readdirSync(reports).toSorted()).toEqual(
      expect.arrayContaining(['report.json', 'report.junit.xml']),
    )
    expect(readdirSync(reports).filter(name => name.startsWith('.'))).toEqual([])
  })

  it('that cannot be written are named, have no path output, and lose no other', async () => {
    const reports = path.join(folder, 'half')
    mkdirSync(path.join(reports, 'report.junit.xml', 'x'), { recursive: true })
    const end = await step({ inputs: { 'report-dir': reports, 'fail-on': 'never' } })
    expect(end.exitCode).toBe(0)
    expect(end.outputs['report-json']).toBe(path.join(reports, 'report.json'))
    expect(end.outputs).not.toHaveProperty('report-junit')
    expect(saidAs('warning', end)).toMatch(/Could not write \S*report\.junit\.xml/)
    expect(readdirSync(reports).filter(name => name.startsWith('.'))).toEqual([])
  })

  it.each(['/proc/precheck', '/dev/null/reports'])('have no folder: %s', async reports => {
    const end = await step({ inputs: { 'report-dir': reports } })
    expect(end.exitCode).toBe(0)
    expect(Object.keys(end.outputs).filter(name => name.startsWith('report-'))).toEqual([])
    expect(saidAs('warning', end)).toContain(`Could not write ${reports}/report.json`)
    expect(end.summary).toContain('The whole report could not be written.')
  })

  it('of two gates without a name do not write over each other; with a name the later ones hold', async () => {
    const temp = path.join(folder, 'temp')
    const environment = { RUNNER_TEMP: temp }
    // Wrong inputs are told soonest, and leave a report like any other.
    const first = await step({ environment, connected: false })
    const second = await step({ environment, inputs: { 'fail-on': 'warning' }, connected: false })
    const named = await step({ environment, inputs: { name: 'own' }, connected: false })
    const again = await step({ environment, inputs: { name: 'own', 'fail-on': 'never' }, connected: false })
    const below = [first, second, named, again].map(end =>
      path.relative(temp, end.outputs['report-json'] ?? ''),
    )
    const of = (name: string) => `precheck-gate/${name}/report.json`
    expect(below).toEqual([of('precheck'), of('precheck-2'), of('own'), of('own')])
    const failOnOf = (name: string) => JSON.parse(readFileSync(path.join(temp, of(name)), 'utf8')).gate.failOn
    expect(['precheck', 'own'].map(failOnOf)).toEqual(['failed', 'never'])
  })

  it('lie in the folder `precheck` when the name is invalid', async () => {
    const end = await runGate({ inputs: { name: '../elsewhere' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    expect(end.outputs['report-json']).toMatch(/\/precheck-gate\/precheck\/report\.json$/)
  })
})

describe.concurrent('a signal after the last task has ended', () => {
  it('changes neither decision nor reason, and the exit code is 1', async () => {
    const sent = { is: false }
    const end = await runGate({
      scenario: { drs: passing },
      inputs: { 'settle-seconds': '0.5' },
      onLine: (line, child) => {
        if (sent.is || !/1\/1 done/.test(line)) return
        sent.is = true
        child.kill('SIGTERM')
      },
    })
    expect(sent.is).toBe(true)
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'passed', reason: 'all-passed' })
  })
})

describe.concurrent('a secret', () => {
  it('that is a word of the catalogue shows nowhere, in the summary neither', async () => {
    const word = 'replication'
    const end = await runGate({
      scenario: { drs: failing, credentials: { tokens: [{ token: word }] } },
      inputs: { 'access-key-id': '', 'secret-access-key': '', 'auth-token': word },
    })
    expect(verdictOf(end)).toMatchObject({ reason: 'checks-failed' })
    expect(end.summary).toContain('***')
    expect(end.summary.includes(word)).toBe(false)
  })
})
