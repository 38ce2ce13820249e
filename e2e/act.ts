import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import * as path from 'node:path'
import * as z from 'zod'
import { type ActLog, readActLog } from './act-log.ts'
import { ROOT } from './checkout.ts'
import { run } from './command.ts'

/** Runs a workflow of this folder as GitHub would, on this machine: act in self-hosted mode, without containers. */

/** Where act and a copy of the project are. */
export interface Runner {
  readonly act: () => Promise<string>
  readonly project: string
}

export interface Workflow {
  /** Under `e2e/workflows/`, without `.yml`. */
  readonly name: string
  readonly event: string
  readonly payload: unknown
  readonly variables?: Readonly<Record<string, string>>
  readonly secrets?: Readonly<Record<string, string>>
  /** Called with the folder `EVIDENCE` before act starts, to put files there. */
  readonly prepare?: (evidence: string) => void
  /** act's own variables, for example `GITHUB_API_URL`, which a workflow cannot set. */
  readonly environment?: Readonly<Record<string, string>>
}

export interface ActRun extends ActLog {
  readonly exitCode: number
  /** Reads a file that the workflow left in its folder `EVIDENCE`. */
  readonly evidence: (file: string) => string
}

const LIMIT_MS = 120_000

const PATIENT_EXIT = new URL('patient-exit.ts', import.meta.url)

/**
 * Runs the workflow to its end; its log and everything it leaves stays in `folder`. Rejects when act takes too long,
 * and when its exit code and its jobs disagree.
 */
export async function runWorkflow(runner: Runner, workflow: Workflow, folder: string): Promise<ActRun> {
  const within = (name: string) => path.join(folder, name)
  const evidence = within('evidence')
  for (const name of [evidence, within('home')]) mkdirSync(name)
  writeFileSync(within('event.json'), JSON.stringify(workflow.payload))
  workflow.prepare?.(evidence)
  try {
    const { exitCode, stdout, stderr } = await run(
      await runner.act(),
      argumentsOf(runner, workflow, folder),
      {
        cwd: runner.project,
        env: environmentOf(within('home')),
        timeoutMs: LIMIT_MS,
      },
    )
    writeFileSync(within('act.log'), `${stdout}\n${stderr}`)
    const log = readActLog(stdout)
    const expected = Object.values(log.jobs).includes('failure') ? 1 : 0
    assert.equal(
      exitCode,
      expected,
      `act ended with ${exitCode}, its jobs with ${JSON.stringify(log.jobs)}: ${stderr}`,
    )
    return {
      ...log,
      exitCode,
      evidence: file => readFileSync(path.join(evidence, file), 'utf8'),
    }
  } finally {
    endSimulators(path.join(evidence, 'simulators.txt'))
  }
}

function argumentsOf(runner: Runner, workflow: Workflow, folder: string): readonly string[] {
  const environment = {
    ...workflow.environment,
    PROJECT: runner.project,
    EVIDENCE: path.join(folder, 'evidence'),
  }
  const pairs = (flag: string, values: Readonly<Record<string, string>> = {}) =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`])
  return [
    workflow.event,
    ...['--workflows', path.join('e2e', 'workflows', `${workflow.name}.yml`)],
    ...['--eventpath', path.join(folder, 'event.json')],
    ...['--platform', 'ubuntu-latest=-self-hosted'],
    // A token, so that act does not look for one of the user's; no cache server, so that it opens no port.
    ...['--secret', `GITHUB_TOKEN=${SIMULATED.githubToken}`, '--no-cache-server'],
    // Skipped jobs are only in the verbose log. Secrets are shown, so that what the action itself lets through is seen.
    ...['--json', '--verbose', '--insecure-secrets'],
    ...localActions(runner.project),
    ...pairs('--var', workflow.variables),
    ...pairs('--secret', workflow.secrets),
    ...pairs('--env', environment),
  ]
}

/**
 * The actions that the reusable workflow names: this one by its release, and those that hand artifacts over, which need a
 * service of GitHub's; two that copy files stand in for them.
 */
function localActions(project: string): readonly string[] {
  const workflow = readFileSync(path.join(ROOT, '.github/workflows/gate.yml'), 'utf8')
  const folders: Readonly<Record<string, string>> = {
    'OWNER/migration-precheck-gate': project,
    'actions/upload-artifact': path.join(project, 'e2e/artifacts/upload'),
    'actions/download-artifact': path.join(project, 'e2e/artifacts/download'),
  }
  const used = [...workflow.matchAll(/uses: ([\w-]+\/[\w-]+)(?:\/\w+)?@(\S+)/g)]
  const pairs = used.flatMap(([, action = '', ref = '']) => {
    const folder = folders[action]
    return folder === undefined ? [] : [`${action}@${ref}=${folder}`]
  })
  return [...new Set(pairs)].flatMap(pair => ['--local-repository', pair])
}

/** Made-up values that the simulator knows by default. */
export const SIMULATED = {
  accessKeyId: 'SIMULATEDACCESSKEY01',
  secretAccessKey: 'simulated-secret-key-not-real-000000000001',
  omsUser: 'admin',
  omsPassword: 'simulated-oms-password',
  githubToken: 'simulated-github-token-not-real-0001',
} as const

/**
 * act hands its environment on to the steps, so it gets a bare one: Node 24 first, a home of its own (and with it
 * act's cache and settings), and a proxy that is not there, so that anything that leaves this machine fails.
 */
function environmentOf(home: string): NodeJS.ProcessEnv {
  const nowhere = 'http://127.0.0.1:9'
  return {
    PATH: [path.join(ROOT, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(path.delimiter),
    HOME: home,
    NODE_OPTIONS: `--import=${PATIENT_EXIT.href}`,
    https_proxy: nowhere,
    http_proxy: nowhere,
    no_proxy: '127.0.0.1',
  }
}

const processIds = z.array(z.coerce.number().int().positive())

function endSimulators(file: string): void {
  if (!existsSync(file)) return
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  for (const id of processIds.parse(lines)) {
    try {
      process.kill(id, 'SIGTERM')
    } catch {
      // It has ended by itself.
    }
  }
}

/** A port of loopback that was free a moment ago, for what must be known before the simulator runs. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('Not listening on a port'))
        else resolve(address.port)
      })
    })
  })
}
