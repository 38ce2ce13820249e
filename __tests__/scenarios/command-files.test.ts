import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { InputProblems } from '../../src/plan/problems.ts'
import { parseWaiverFile } from '../../src/plan/waiver-file.ts'
import { reportSchema } from '../../src/report/schema.ts'
import { Repositories } from '../git/repositories.ts'
import { runCommand } from './command.ts'
import { finishedWith, TASK } from './harness.ts'

const FOUND = { item: 'binlogFormat', result: 'FAILED', failed_reason: 'BINLOG_FORMAT' }
const FAILED = {
  drs: [{ id: TASK, timeline: finishedWith(FOUND, { item: 'srcDbConnection', result: 'PASSED' }) }],
}
const WAIVED =
  'version: 1\nwaivers: [{ item: binlogFormat, status: failed, reason: known, owner: me, expires: 2099-12-31 }]\n'
const BUNDLE = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

describe('a merge request', () => {
  let all: Repositories
  beforeEach(() => {
    all = new Repositories()
    all.made('server', { 'ops/w.yml': 'version: 1\nwaivers: []\n' })
    all.cloned('server', 'clone', '--depth=1')
    all.put('clone', { 'ops/w.yml': WAIVED })
  })
  afterEach(() => all.removed())

  const REVIEW = { CI_MERGE_REQUEST_IID: '7', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' }
  const gate = (environment: Readonly<Record<string, string>>, below = '.', waivers = 'ops/w.yml') =>
    runCommand({
      args: ['run', '--waivers', waivers],
      scenario: FAILED,
      environment,
      folder: path.join(all.at('clone'), below),
    })

  it('cannot waive its own findings; merged, its waivers hold', async () => {
    expect((await gate(REVIEW)).exitCode).toBe(1)
    all.committed('server', { 'ops/w.yml': WAIVED })
    expect((await gate(REVIEW)).exitCode).toBe(0)
  })

  it('is one to Jenkins, too', async () => {
    expect((await gate({ CHANGE_ID: '7', CHANGE_TARGET: 'main' })).exitCode).toBe(1)
  })

  it('whose target nobody names ends red, and says which variable is missing', async () => {
    const end = await gate({ CHANGE_ID: '7' })
    expect(end.exitCode).toBe(3)
    expect(end.stderr).toContain(
      'Could not read ops/w.yml at the target branch: the variable CHANGE_TARGET, which names that branch, is not set.',
    )
  })

  it('takes the working tree where it is told so, and everywhere else', async () => {
    expect((await gate({ ...REVIEW, PRECHECK_WAIVERS_REF: 'workspace' })).exitCode).toBe(0)
    expect((await gate({})).exitCode).toBe(0)
  })

  it('names its files from the working directory', async () => {
    all.committed('server', { 'ops/w.yml': WAIVED })
    expect((await gate(REVIEW, 'ops', 'w.yml')).exitCode).toBe(0)
    expect((await gate({}, 'ops', '../ops/w.yml')).exitCode).toBe(0)
    const outside = await gate(REVIEW, 'ops', '../../w.yml')
    expect([outside.exitCode, outside.stderr]).toEqual([3, expect.stringContaining('inside the repository')])
  })

  it('of which the target cannot be had says so, before any call', async () => {
    all.git('clone', 'remote', 'remove', 'origin')
    const end = await gate(REVIEW)
    expect([end.exitCode, end.stdout, end.requests]).toEqual([
      3,
      expect.stringContaining('policy-unavailable'),
      [],
    ])
    expect(end.stderr).toContain('could not find the remote origin')
  })
})

describe('a report that is there', () => {
  let folder = ''
  let text = ''
  beforeAll(async () => {
    text = (await runCommand({ args: ['run'], scenario: FAILED })).file('precheck-report/report.json')
  })
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-report-'))
    writeFileSync(path.join(folder, 'report.json'), text)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [BUNDLE, ...args], { encoding: 'utf8', env: {}, cwd: folder })
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')
  const NOTE = ['--owner', 'dba: team', '--reason', '# known', '--expires', '2099-12-31']

  it('is rendered again beside it, or elsewhere', () => {
    expect(run('render', 'report.json')).toMatchObject({ status: 0, stdout: '' })
    expect(read('report.html')).toContain('binlogFormat')
    expect(read('report.junit.xml')).toContain('binlogFormat')
    expect(read('summary.md')).toContain('binlogFormat')
    expect(run('render', './report.json', '--report-dir=there').status).toBe(0)
    expect(read('there/report.html')).toBe(read('report.html'))
  })

  it('is waived word for word', async () => {
    const { status, stdout, stderr } = run('waive', 'report.json', ...NOTE)
    expect([status, stderr]).toEqual([0, ''])
    const fingerprint = reportSchema
      .parse(JSON.parse(text))
      .targets[0]?.tasks[0]?.items.find(({ status: found }) => found === 'failed')?.fingerprint
    expect(stdout).toContain(`fingerprint: "${fingerprint}"`)
    expect(await parseWaiverFile(stdout, 'w.yml', ['drs'], new InputProblems())).toMatchObject([
      { item: 'binlogFormat', status: 'failed', task: TASK, owner: 'dba: team', reason: '# known' },
    ])
    const prepare = (to: string) => writeFileSync(path.join(to, 'w.yml'), stdout)
    expect((await runCommand({ args: ['run', '--waivers=w.yml'], scenario: FAILED, prepare })).exitCode).toBe(
      0,
    )
  })

  it('without a finding gives an empty list', async () => {
    const passed = { drs: [{ id: TASK, timeline: finishedWith({ item: 'a', result: 'PASSED' }) }] }
    const end = await runCommand({ args: ['run'], scenario: passed })
    writeFileSync(path.join(folder, 'passed.json'), end.file('precheck-report/report.json'))
    expect(run('waive', 'passed.json', ...NOTE)).toMatchObject({
      status: 0,
      stdout: 'version: 1\nwaivers: []\n',
    })
  })

  it.each([
    [['render'], 'one report.json, not 0'],
    [['render', 'a', 'b'], 'one report.json, not 2'],
    [['render', 'none.json'], 'there is no such file'],
    [['render', '.'], 'not a plain file'],
    [['render', 'report.json', '--report-dri=x'], '--report-dir'],
    [['waive', 'report.json'], '--owner: is missing'],
    [
      ['waive', 'report.json', '--owner', 'a', '--reason', 'b', '--expires', '2026-02-30'],
      '--expires: is no day',
    ],
    [
      ['waive', 'report.json', '--owner', 'a', '--reason', 'b', '--expires', '2020-01-01'],
      '--expires: has gone by',
    ],
    [
      ['waive', 'report.json', '--owner', ' ', '--reason', 'b', '--expires', '2099-01-01'],
      '--owner: is missing',
    ],
  ])('%j is refused by 2', (args, said) => {
    expect(run(...args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(said) })
  })

  it.each(['', '{}', '[1]', 'no json'])('that is none is refused: %j', content => {
    writeFileSync(path.join(folder, 'other.json'), content)
    for (const args of [
      ['render', 'other.json'],
      ['waive', 'other.json', ...NOTE],
    ])
      expect(run(...args)).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining('no report.json'),
      })
  })
})
