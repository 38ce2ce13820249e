import { type ChildProcess, spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RecordedRequest } from '../../simulator/record.ts'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { TASK } from './harness.ts'
import { expectNoSecretLeft } from './secrecy.ts'

/** Runs `dist/cli.js` as a process of its own in a new working directory. */

const BUNDLE = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const HARD_LIMIT_MS = 25_000

export interface CommandEnd {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  readonly requests: readonly RecordedRequest[]
  /** The text of a file below the working directory; '' where there is none. */
  readonly file: (name: string) => string
}

export interface CommandRun {
  readonly args: readonly string[]
  readonly scenario?: ScenarioInput
  /** On top of the address and the credentials of the simulator. */
  readonly environment?: Readonly<Record<string, string>>
  /** Variables that need to know the simulator; with them, its own keys are left out. */
  readonly around?: (simulator: Simulator) => Promise<Readonly<Record<string, string>>>
  /** false leaves those out. */
  readonly connected?: boolean
  readonly prepare?: (folder: string) => void
  /** The working directory; absent: a new one, which is gone afterwards. */
  readonly folder?: string
  readonly onLine?: (line: string, child: ChildProcess) => void
}

export async function runCommand(run: CommandRun): Promise<CommandEnd> {
  const simulator = await startSimulator({ scenario: run.scenario ?? {} })
  const own = realpathSync(mkdtempSync(path.join(tmpdir(), 'precheck-gate-command-')))
  const folder = run.folder ?? own
  try {
    run.prepare?.(folder)
    const given = run.connected === false ? {} : connection(simulator)
    const environment = {
      PATH: process.env['PATH'] ?? '',
      ...given,
      ...(await run.around?.(simulator)),
      ...run.environment,
    }
    const child = spawn(process.execPath, [BUNDLE, ...run.args], { env: environment, cwd: folder })
    const end = await finished(child, run)
    const files = ['report.json', 'report.junit.xml', 'report.html', 'summary.md']
    const read = (name: string) => {
      const file = path.join(folder, name)
      return existsSync(file) ? readFileSync(file, 'utf8') : ''
    }
    const left = { ...end, exitCode: '', files: files.map(name => read(`precheck-report/${name}`)).join() }
    const { secretAccessKey, accessKeyId } = simulator.credentials
    const inputs = { 'secret-access-key': secretAccessKey, 'access-key-id': accessKeyId }
    expectNoSecretLeft({ inputs, requests: simulator.requests, left })
    const kept = new Map(files.map(name => [`precheck-report/${name}`, read(`precheck-report/${name}`)]))
    return { ...end, requests: simulator.requests, file: name => kept.get(name) ?? '' }
  } finally {
    await simulator.close()
    rmSync(own, { recursive: true, force: true })
  }
}

/** A DRS gate with short waits, so that each test names only what it is about. */
function connection({ url, credentials }: Simulator) {
  return {
    PRECHECK_SERVICE: 'drs',
    PRECHECK_JOB_IDS: TASK,
    PRECHECK_ENDPOINT: url,
    PRECHECK_PROJECT_ID: credentials.projectId,
    PRECHECK_ACCESS_KEY_ID: credentials.accessKeyId,
    PRECHECK_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    PRECHECK_POLL_INTERVAL_SECONDS: '0.1',
    PRECHECK_SETTLE_SECONDS: '0.5',
  }
}

export function put(folder: string, name: string, text: string): void {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function finished(child: ChildProcess, { onLine }: CommandRun) {
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', chunk => {
    stdout += chunk
  })
  child.stderr?.setEncoding('utf8').on('data', chunk => {
    stderr += chunk
    for (const line of String(chunk).split('\n')) onLine?.(line, child)
  })
  return new Promise<{ exitCode: number | null; stdout: string; stderr: string }>((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), HARD_LIMIT_MS)
    child.once('error', reject)
    child.once('close', exitCode => {
      clearTimeout(timer)
      resolve({ exitCode, stdout, stderr })
    })
  })
}
