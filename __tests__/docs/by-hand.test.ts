import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findScenario } from '../../simulator/scenario/scenario.ts'
import { startSimulator } from '../../simulator/server.ts'
import { reportSchema } from '../../src/report/schema.ts'
import { blocksOf, pageOf, ROOT, rowsUnder } from './pages.ts'

/** The commands of "Run it by hand" are run as they stand there; only the port is another one. */

const page = pageOf('docs/troubleshooting.md')
const [script = '', ...others] = blocksOf(page, 'bash')
const PORT = '8787'

function inShell(
  commands: string,
  cwd: string,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  // Nothing of this machine's environment may help or harm: neither credentials nor a runner's variables.
  const env = { PATH: process.env['PATH'] ?? '' }
  // --norc: bash takes a socket as its input for a remote shell, and reads the start-up file of one.
  return new Promise((resolve, reject) =>
    execFile('bash', ['--norc', '-c', commands], { cwd, env }, (error, stdout, stderr) =>
      error === null ? resolve({ stdout, stderr }) : reject(error),
    ),
  )
}

/** The script with the lines of the page for a config file in the place of those that it says. */
function withConfig(): string {
  const [config = ''] = blocksOf(page, 'yaml').filter(block => block.includes('127.0.0.1'))
  const lines = /```\n((?: *'?INPUT_.*\n)+)```/.exec(page.text)?.[1] ?? ''
  return script
    .replace(/ *INPUT_SERVICE[\s\S]*INPUT_JOB-IDS.*\n/, () => lines)
    .replace(
      'mkdir -p out/by-hand\n',
      made => `${made}cat > out/by-hand/precheck.yml <<'END'\n${config}\nEND\n`,
    )
}

// The commands are those of a POSIX shell.
describe.skipIf(process.platform === 'win32')('the run by hand', () => {
  it('fails its gate, says so, holds no secret, and leaves its files where the page says', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-by-hand-'))
    for (const name of ['dist', 'node_modules']) symlinkSync(path.join(ROOT, name), path.join(folder, name))
    const simulator = await startSimulator({ scenario: findScenario('demo') })
    try {
      const { stdout, stderr } = await inShell(script.replaceAll(PORT, new URL(simulator.url).port), folder)
      expect(stderr).toBe('')
      const [verdict, code] = stdout.trimEnd().split('\n').slice(-2)
      expect(verdict).toMatch(/^precheck: failed \(checks-failed\): 4 failed, /)
      expect(code).toBe('exit code 1')
      expect(stdout).not.toContain('::add-mask::')
      expect(stdout).not.toContain(simulator.credentials.secretAccessKey)
    } finally {
      await simulator.close()
    }
    const fileOf = (name: string) => readFileSync(path.join(folder, 'out/by-hand', name), 'utf8')
    const report = reportSchema.parse(JSON.parse(fileOf('precheck-gate/precheck/report.json')))
    expect(report.targets.flatMap(({ tasks }) => tasks.map(({ outcome }) => outcome))).toEqual([
      'passed',
      'failed',
    ])
    expect(fileOf('precheck-gate/precheck/report.junit.xml')).toContain('<testsuites')
    expect(fileOf('summary.md')).toContain('### Fix first: 4 failed items')
    expect(fileOf('outputs.txt')).toContain('checks-failed')
  })

  it('reads a config file with the lines that the page has for it', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-by-hand-'))
    for (const name of ['dist', 'node_modules']) symlinkSync(path.join(ROOT, name), path.join(folder, name))
    const simulator = await startSimulator({ scenario: findScenario('demo') })
    try {
      const { stdout } = await inShell(withConfig().replaceAll(PORT, new URL(simulator.url).port), folder)
      expect(stdout).not.toContain('INPUT_')
      const verdict = stdout.trimEnd().split('\n').slice(-2)
      expect(verdict).toEqual([expect.stringMatching(/^precheck: passed /), 'exit code 0'])
    } finally {
      await simulator.close()
    }
  })

  it('is the one that is tried here', () => {
    expect(others).toEqual([])
    expect(page.text).toContain(`npm run simulator -- --port ${PORT}`)
    expect(rowsUnder(page, 'Run it by hand').length).toBe(5)
  })
})
