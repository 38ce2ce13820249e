import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Simulator } from '../../simulator/server.ts'
import { ofCommand } from '../../src/command/options.ts'
import { textAt } from '../../src/github/payload.ts'
import { inputDefaults, inputNames, variableOf } from '../../src/plan/inputs.ts'
import { OUTPUT_NAMES } from '../../src/report/outputs.ts'
import { reportSchema } from '../../src/report/schema.ts'
import { put, runCommand } from './command.ts'
import { finishedWith, TASK } from './harness.ts'

const tasks = (...items: readonly Readonly<Record<string, string>>[]) => ({
  drs: [{ id: TASK, timeline: finishedWith(...items) }],
})
const PASSED = tasks({ item: 'srcDbConnection', result: 'PASSED' })
const FAILED = tasks({ item: 'binlogFormat', result: 'FAILED', failed_reason: 'BINLOG_FORMAT' })
const WARNED = tasks({ item: 'srcDbConnection', result: 'PASSED' }, { item: 'ttlIndex', result: 'ALARM' })

describe.concurrent('precheck-gate run', () => {
  it('prints the verdict alone on stdout, everything else on stderr, and keeps four files', async () => {
    const end = await runCommand({ args: ['run'], scenario: PASSED })
    expect([end.exitCode, end.stdout]).toEqual([
      0,
      expect.stringMatching(/^precheck: passed \(all-passed\): .*\n$/),
    ])
    expect(end.stderr).toContain('1/1')
    expect(end.stderr + end.stdout).not.toMatch(/::|##\[|\p{Cc}(?<!\n)/u)
    expect(reportSchema.parse(JSON.parse(end.file('precheck-report/report.json'))).gate.decision).toBe(
      'passed',
    )
    expect(end.file('precheck-report/report.junit.xml')).toContain('<testsuites')
    expect(end.file('precheck-report/report.html')).toContain('<!doctype html>')
    expect(end.file('precheck-report/summary.md')).toContain('## Pre-check passed')
  })

  it('says a finding by 1 and what to fix, in words and without a workflow command', async () => {
    const end = await runCommand({ args: ['run'], scenario: FAILED })
    expect(end.exitCode).toBe(1)
    expect(end.stderr).toContain('binlogFormat')
    expect(end.stderr).not.toMatch(/::|%0A|%3A/)
  })

  it('prints the outputs instead with --json, every one of them', async () => {
    const end = await runCommand({ args: ['run', '--json'], scenario: WARNED })
    const outputs: unknown = JSON.parse(end.stdout)
    expect(Object.keys(Object(outputs)).toSorted()).toEqual([...OUTPUT_NAMES].toSorted())
    expect(outputs).toMatchObject({ decision: 'passed', 'warning-count': '1' })
  })

  it('says once that a finding is a warning', async () => {
    const { stderr } = await runCommand({ args: ['run'], scenario: WARNED })
    expect(stderr.match(/^.*\bwarning: .*$/gm)).toEqual([expect.stringMatching(/^warning: (?!warning)/)])
  })

  it('prints them so that no runner finds a command in them', async () => {
    const item = 'x ::error::a ##[error]b'
    const end = await runCommand({ args: ['run', '--json'], scenario: tasks({ item, result: 'FAILED' }) })
    expect(end.stdout).not.toMatch(/::|##\[/)
    const { 'failed-items': failed } = JSON.parse(end.stdout)
    expect(JSON.parse(failed)).toMatchObject([{ item }])
  })

  it('says by 3 what could not be found out, and by 0 where it only reports', async () => {
    const away = { PRECHECK_ENDPOINT: 'http://127.0.0.1:9', PRECHECK_TIMEOUT_MINUTES: '0.02' }
    expect((await runCommand({ args: ['run'], environment: away })).exitCode).toBe(3)
    expect((await runCommand({ args: ['run', '--fail-on', 'never'], environment: away })).exitCode).toBe(0)
  })

  it.each([
    [FAILED, 1],
    [PASSED, 3],
  ])(
    'keeps a finding a finding where nobody reads stdout any more, and no pass: %#',
    async (scenario, code) => {
      const end = await runCommand({ args: ['run'], scenario, onLine: (_, child) => child.stdout?.destroy() })
      expect(end.exitCode).toBe(code)
      expect(end.stderr).toContain('the result could not be printed')
    },
  )

  it('takes an option before its variable, in both forms', async () => {
    const environment = { PRECHECK_FAIL_ON: 'failed' }
    const one = await runCommand({ args: ['run', '--fail-on', 'warning'], scenario: WARNED, environment })
    const other = await runCommand({ args: ['run', '--fail-on=warning'], scenario: WARNED, environment })
    const empty = await runCommand({
      args: ['run', '--fail-on='],
      scenario: WARNED,
      environment: { PRECHECK_FAIL_ON: 'warning' },
    })
    expect([one.exitCode, other.exitCode, empty.exitCode]).toEqual([1, 1, 1])
  })

  it('ends by 4 on a signal, with everything written', async () => {
    const timeline = [{ at: 0, process: '20%', payload: 'drs-mysql' as const, done: 3 }]
    const end = await runCommand({
      args: ['run', '--fail-on=never', '--json'],
      scenario: { drs: [{ id: TASK, timeline }] },
      onLine: (line, child) => {
        if (line.includes('%')) child.kill('SIGTERM')
      },
    })
    expect(end.exitCode).toBe(4)
    expect(JSON.parse(end.stdout)).toMatchObject({ decision: 'inconclusive', 'reason-code': 'cancelled' })
    expect(end.file('precheck-report/summary.md')).toContain('cancelled')
  })
})

describe.concurrent('precheck-gate query', () => {
  it('starts nothing', async () => {
    const earlier = { timeline: finishedWith({ item: 'srcDbConnection', result: 'PASSED' }) }
    const end = await runCommand({ args: ['query'], scenario: { drs: [{ id: TASK, earlier }] } })
    expect(end.exitCode).toBe(0)
    expect(end.requests.map(({ operation }) => operation)).not.toContain('drs.start')
  })
})

describe.concurrent('precheck-gate validate', () => {
  it('starts nothing, and is no pass', async () => {
    const end = await runCommand({ args: ['validate', '--json'], scenario: PASSED })
    expect([end.exitCode, JSON.parse(end.stdout)]).toMatchObject([0, { decision: 'validated' }])
    expect(end.requests.map(({ operation }) => operation)).not.toContain('drs.start')
  })
})

describe.concurrent('a command line that makes no sense', () => {
  const saidOf = async (args: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
    const end = await runCommand({ args, environment, scenario: PASSED })
    expect([end.exitCode, end.requests]).toEqual([2, []])
    return end.stderr
  }

  it.each([
    [['run', '--fail_on', 'warning'], '--fail-on'],
    [['run', '--waiver=w.yml'], '--waivers'],
    [['run', '--colour', 'red'], 'no option of this command'],
    [['run', '--job-ids'], 'has no value'],
    [['run', '--job-ids', '--json'], 'has no value'],
    [['run', '--region', 'a', '--region', 'b'], 'twice'],
    [['run', '--comment', 'always'], 'GitHub Action only'],
    [['run', '--mode', 'validate'], 'precheck-gate run, query or validate'],
    [['run', '-x'], 'short option'],
    [['run', 'stray'], 'belongs to no option'],
    [['run', '--json', 'maybe'], 'belongs to no option'],
    [['run', '--json=maybe'], 'true or false'],
    [['run', '--request-file', 'none.yml'], 'does not exist'],
    [['runn'], 'no command'],
    [['--fail-on', 'warning'], 'no command'],
    [[], 'a command is missing'],
  ])('%j is refused before any call: %s', async (args, said) => {
    expect(await saidOf(args)).toContain(said)
  })

  it.each([
    'access-key-id',
    'secret-access-key',
    'security-token',
    'auth-token',
    'iam-password',
    'oms-password',
    'request',
  ])(
    '%s as an option is refused with the name of its variable, and its value is shown nowhere',
    async name => {
      for (const args of [
        ['run', `--${name}`, 'hunter2-hunter2'],
        ['run', `--${name}=hunter2-hunter2`],
      ]) {
        const said = await saidOf(args)
        expect(said).toContain(variableOf(name))
        expect(said).not.toContain('hunter2')
      }
    },
  )

  it('shows nothing of what stands behind an option that does not exist', async () => {
    expect(await saidOf(['run', '--secret-acces-key', 'hunter2-hunter2'])).not.toContain('hunter2')
  })

  it('is told as invalid input, with a report', async () => {
    const end = await runCommand({ args: ['run', '--fail_on=warning', '--json'] })
    expect(JSON.parse(end.stdout)).toMatchObject({ 'reason-code': 'invalid-input' })
    expect(end.file('precheck-report/report.json')).toContain('--fail-on')
  })

  it.each([
    [{ PRECHECK_FAIL_NO: 'warning' }, 'PRECHECK_FAIL_ON'],
    [{ precheck_fail_on: 'warning' }, 'PRECHECK_FAIL_ON'],
    [{ PRECHECK_MODE: 'query' }, 'PRECHECK_MODE'],
    [{ PRECHECK_REQUEST: 'a: 1', PRECHECK_REQUEST_FILE: 'r.yml' }, 'one of both'],
  ])('is also a variable: %j', async (environment, said) => {
    expect(await saidOf(['run'], environment)).toContain(said)
  })

  it('is none for a variable of something else, and of an input of the action', async () => {
    const environment = {
      PRECHECK_OWNER: 'me',
      INPUT_FAIL_NO: 'x',
      PRECHECK_FAIL_NO: '',
      PRECHECK_MODE: 'run',
    }
    expect((await runCommand({ args: ['run'], environment, scenario: PASSED })).exitCode).toBe(0)
  })
})

describe('the words of the command', () => {
  const BUNDLE = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
  const run = (...args: readonly string[]) => spawnSync(process.execPath, args, { encoding: 'utf8', env: {} })

  it('name every input, how it is given and its default', () => {
    const { status, stdout, stderr } = run(BUNDLE, 'run', '--help')
    expect([status, stderr]).toEqual([0, ''])
    for (const name of ofCommand(inputNames()))
      expect(stdout).toMatch(new RegExp(`^  (--${name} VALUE|${variableOf(name)})`, 'm'))
    expect(stdout).toContain(`--language VALUE (${inputDefaults()['language']})`)
    for (const foreign of ['--comment', '--commit-status', 'GITHUB_', '--secret-access-key', '`'])
      expect(stdout).not.toContain(foreign)
  })

  it.each([
    ['--help'],
    ['-h'],
    ['query', '--help'],
    ['merge', '--help'],
    ['render', '-h'],
    ['waive', '--help'],
  ])('are there for %s %s', (...args) => {
    expect(run(BUNDLE, ...args)).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/^Usage: precheck-gate/),
    })
  })

  it('say the version of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(run(BUNDLE, '--version')).toMatchObject({ status: 0, stdout: `${version}\n` })
  })

  it.each(['20.20.2', '18.0.0'])('tell Node %s in one line what is needed, by 2', version => {
    const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`
    expect(run('--import', old, BUNDLE, 'run')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `precheck-gate needs Node 22 or newer, and was started with Node ${version}.\n`,
    })
  })
})

describe.concurrent('an id token of another CI system', () => {
  const keyless = async ({ url, credentials }: Simulator) => ({
    PRECHECK_ACCESS_KEY_ID: '',
    PRECHECK_SECRET_ACCESS_KEY: '',
    PRECHECK_OIDC_PROVIDER_URN: credentials.oidcProviderUrn,
    PRECHECK_OIDC_AGENCY_URN: credentials.oidcAgencyUrn,
    PRECHECK_STS_ENDPOINT: url,
  })

  it('is exchanged for keys and shown nowhere', async () => {
    let token = ''
    const end = await runCommand({
      args: ['run'],
      scenario: PASSED,
      around: async simulator => {
        const { idTokenRequestUrl, idTokenRequestToken } = simulator.credentials
        const headers = { authorization: `Bearer ${idTokenRequestToken}` }
        const answer: unknown = await (await fetch(idTokenRequestUrl, { headers })).json()
        token = textAt(answer, 'value') ?? ''
        return { ...(await keyless(simulator)), PRECHECK_ID_TOKEN: token }
      },
    })
    expect([end.exitCode, token.length > 100]).toEqual([0, true])
    expect(end.stderr + end.file('precheck-report/report.json')).not.toContain(token)
  })

  it('that is not there is named with its variable', async () => {
    const end = await runCommand({ args: ['run'], scenario: PASSED, around: keyless })
    expect([end.exitCode, end.stdout]).toEqual([3, expect.stringContaining('authentication-failed')])
    expect(end.stderr).toContain('PRECHECK_ID_TOKEN')
  })
})

describe('a request', () => {
  it('comes from a file, and shows none of its secrets', async () => {
    const end = await runCommand({
      args: [
        'run',
        '--service=ddm',
        '--instance-id=i1',
        '--database=orders',
        '--job-ids=',
        '--request-file',
        'r.yml',
      ],
      environment: { PRECHECK_JOB_IDS: '' },
      prepare: folder =>
        put(folder, 'r.yml', 'data_nodes: [{ password: hunter2-hunter2 }]\nnew_shard_number: [\n'),
    })
    expect(end.exitCode).toBe(2)
    expect(end.stderr).toContain('request:')
    expect(end.stderr).not.toContain('hunter2')
  })
})

describe('paths', () => {
  it('start at the working directory and lead nowhere out of it', async () => {
    const inside = await runCommand({
      args: ['run', '--waivers', 'w.yml'],
      scenario: FAILED,
      prepare: folder =>
        put(
          folder,
          'w.yml',
          'version: 1\nwaivers: [{ item: binlogFormat, status: failed, reason: known, owner: me, expires: 2099-12-31 }]\n',
        ),
    })
    expect(inside.exitCode).toBe(0)
    const outside = await runCommand({ args: ['run', '--waivers', '/etc/hostname'], scenario: FAILED })
    expect([outside.exitCode, outside.stderr]).toEqual([2, expect.stringContaining('outside the workspace')])
  })
})
