import { execFile, execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import * as z from 'zod'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { startSimulator } from '../../simulator/server.ts'
import { inputNames } from '../../src/plan/inputs.ts'
import { pageOf, ROOT, textOf } from './pages.ts'

/**
 * What is shell in the examples runs here as it stands there, with the built command. Only the address that the gate is
 * fetched from is another one.
 */

const ADDRESS = 'https://github.com/OWNER/migration-precheck-gate.git'
const TASK = '140b5236-88ad-43c8-811c-1268453jb101'

const jenkinsfile = textOf('examples/Jenkinsfile')
const [, inJenkins = ''] = /script: '''\n(.*?)\n\s*'''\)/s.exec(jenkinsfile) ?? []
const ofJenkins = Object.fromEntries(
  [...jenkinsfile.matchAll(/^ {4}(\w+) = '(.*)'$/gm)].map(([, name = '', value = '']) => [name, value]),
)
const shells = [
  ['Jenkinsfile', inJenkins, ofJenkins],
  ['precheck.sh', textOf('examples/precheck.sh'), {}],
] as const

const finished = (result: string): ScenarioInput => ({
  drs: [{ id: TASK, timeline: [{ process: '100%', items: [{ item: 'binlog', result }] }] }],
})

let home = ''
beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'precheck-gate-shells-'))
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@localhost', ...args], { cwd: home })
  cpSync(path.join(ROOT, 'dist'), path.join(home, 'dist'), { recursive: true })
  git('init', '--quiet')
  git('add', '--all')
  git('-c', 'commit.gpgsign=false', 'commit', '--quiet', '--message', 'v1')
  git('-c', 'tag.gpgsign=false', 'tag', 'v1')
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

async function inShell(script: string, scenario: ScenarioInput, variables: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-shell-'))
  writeFileSync(path.join(folder, 'precheck-waivers.yml'), 'version: 1\nwaivers: []\n')
  const simulator = await startSimulator({ scenario })
  const { accessKeyId, secretAccessKey, projectId } = simulator.credentials
  const env = {
    PATH: [path.dirname(process.execPath), process.env['PATH'] ?? ''].join(path.delimiter),
    PRECHECK_ENDPOINT: simulator.url,
    PRECHECK_PROJECT_ID: projectId,
    PRECHECK_ACCESS_KEY_ID: accessKeyId,
    PRECHECK_SECRET_ACCESS_KEY: secretAccessKey,
    PRECHECK_POLL_INTERVAL_SECONDS: '0.1',
    PRECHECK_SETTLE_SECONDS: '0.5',
    ...variables,
  }
  try {
    // As Jenkins runs it: with what it does printed, and an end at the first error.
    const args = ['-xe', '-c', script.replaceAll(ADDRESS, home)]
    const end = await new Promise<{ code: unknown; said: string }>(resolve =>
      execFile('sh', args, { cwd: folder, env }, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : error.code, said: stdout + stderr }),
      ),
    )
    expect(end.said).not.toContain(secretAccessKey)
    const report = path.join(folder, 'precheck-report/report.json')
    return { ...end, report: existsSync(report) ? readFileSync(report, 'utf8') : '' }
  } finally {
    await simulator.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

describe.skipIf(process.platform === 'win32').each(shells)('%s', (_, script, variables) => {
  it('fetches the gate from where this project is', () => {
    expect(script).toContain(`-- ${ADDRESS} v1\n`)
  })

  it.concurrent.each<[string, number, ScenarioInput, string]>([
    ['passed', 0, finished('PASSED'), TASK],
    ['failed', 1, finished('FAILED'), TASK],
    ['inconclusive', 3, { drs: [] }, TASK],
  ])('ends as the gate does: %s with %i, and leaves its report', async (decision, code, scenario) => {
    const end = await inShell(script, scenario, variables)
    expect(end).toMatchObject({ code })
    expect(JSON.parse(end.report)).toMatchObject({ gate: { name: 'orders', decision } })
  })

  it('ends with 2 where an input is wrong', async () => {
    const end = await inShell(script, {}, { ...variables, PRECHECK_FAIL_ON: 'maybe' })
    expect(end.code).toBe(2)
    expect(end.said).toContain('fail-on')
  })

  it('fails where the gate cannot be fetched', async () => {
    const end = await inShell(script.replaceAll(' v1\n', ' gone\n'), {}, variables)
    expect([0, 3]).not.toContain(end.code)
    expect(end.report).toBe('')
  })
})

describe('the examples for other CI systems', () => {
  const gitlab = textOf('templates/precheck.yml')

  it.each([
    ['examples/Jenkinsfile', jenkinsfile],
    ['templates/precheck.yml', gitlab],
  ])('%s names only variables that the command reads', (_, text) => {
    const known = inputNames().map(name => `PRECHECK_${name.toUpperCase().replaceAll('-', '_')}`)
    const named = [...new Set(text.match(/PRECHECK_[A-Z_]+/g))]
    expect(named.length).toBeGreaterThan(4)
    expect(named.filter(name => ![...known, 'PRECHECK_'].includes(name))).toEqual([])
  })

  it.each(['examples/gitlab.yml', 'examples/gitlab-merge.yml'])(
    '%s gives only inputs of the component',
    file => {
      const inputs = (text: string) => z.record(z.string(), z.unknown()).parse(parse(text))
      const { spec } = z
        .object({ spec: z.object({ inputs: z.record(z.string(), z.unknown()) }) })
        .parse(parseAllDocuments(gitlab)[0]?.toJS())
      const includes = z
        .array(z.object({ component: z.string(), inputs: z.record(z.string(), z.unknown()) }))
        .parse(inputs(textOf(file))['include'])
      const given = includes.flatMap(({ inputs: own }) => Object.keys(own))
      expect(given.length).toBeGreaterThan(3)
      expect(given.filter(name => !Object.hasOwn(spec.inputs, name))).toEqual([])
      expect(new Set(includes.map(({ component }) => component.split('/').slice(-2).join('/')))).toEqual(
        new Set(['migration-precheck-gate/precheck@v1']),
      )
    },
  )

  it('the component uses every input that it names, and the page says what each is', () => {
    const { spec } = z
      .object({ spec: z.object({ inputs: z.record(z.string(), z.unknown()) }) })
      .parse(parseAllDocuments(gitlab)[0]?.toJS())
    const page = pageOf('docs/other-ci.md').text
    const names = Object.keys(spec.inputs)
    expect(names).toEqual(expect.arrayContaining(['endpoint', 'timeout']))
    expect(names.filter(name => !gitlab.includes(`$[[ inputs.${name} ]]`))).toEqual([])
    expect(names.filter(name => !page.includes(`\`${name}\``))).toEqual([])
  })

  it('map the exit codes as the page does', () => {
    expect(jenkinsfile).toMatch(/code == 3\) \{\s+unstable\(/)
    expect(gitlab).toMatch(/exit_codes: \[3\]/)
    expect(pageOf('docs/command-line.md').text).toMatch(/\| 3 +\| inconclusive/)
  })
})
