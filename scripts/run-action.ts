import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ActionMetadata, MERGE_FILE, readAction } from './action-metadata.ts'

/** Runs the built action as GitHub's runner would: as a process of its own that sees only what the runner gives it. */

const GATE = { main: fileURLToPath(new URL('../dist/index.js', import.meta.url)), action: readAction() }
const MERGE = {
  main: fileURLToPath(new URL('../dist/merge.js', import.meta.url)),
  action: readAction(MERGE_FILE),
}
/** The one expression among the defaults. */
const GITHUB_TOKEN = /^\$\{\{ github\.token \}\}$/

export interface ActionRun {
  /** Runs `merge` in the place of the gate. */
  readonly merges?: boolean
  /** As under `with:`; the defaults of `action.yml` come on top. */
  readonly inputs: Readonly<Record<string, string>>
  /** Other variables of the step. Nothing else of this process's environment is passed on. */
  readonly environment?: Readonly<Record<string, string>>
  /** A new folder for everything that the run leaves behind. */
  readonly folder: string
  readonly githubToken?: string
  /** The run is killed after this time, and the promise rejects with its log. */
  readonly timeoutMs: number
  /** Called before the action runs, to put files into its workspace. */
  readonly prepare?: (workspace: string) => void
  /** Called with each complete line of the log as it comes. */
  readonly onLine?: (line: string, child: ChildProcess) => void
}

export interface ActionEnd {
  readonly exitCode: number | null
  /** stdout and stderr in the order in which they came. */
  readonly log: string
  readonly summary: string
  readonly summaryPath: string
  readonly outputs: Readonly<Record<string, string>>
  readonly durationMs: number
}

/** Runs the action to its end. Rejects when it takes too long. */
export async function runAction(run: ActionRun): Promise<ActionEnd> {
  const files = prepareFolder(run.folder)
  const environment = { ...systemVariables(), ...files, ...inputVariables(run), ...run.environment }
  run.prepare?.(files.GITHUB_WORKSPACE)
  const begun = performance.now()
  const { exitCode, log } = await finished(
    spawn(process.execPath, [actionOf(run).main], { env: environment }),
    run,
  )
  return {
    exitCode,
    log,
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    summaryPath: files.GITHUB_STEP_SUMMARY,
    outputs: parseOutputs(readFileSync(files.GITHUB_OUTPUT, 'utf8')),
    durationMs: performance.now() - begun,
  }
}

function prepareFolder(folder: string) {
  const within = (name: string) => path.join(folder, name)
  const files = {
    RUNNER_TEMP: within('temp'),
    GITHUB_WORKSPACE: within('workspace'),
    GITHUB_STEP_SUMMARY: within('summary.md'),
    GITHUB_OUTPUT: within('output.txt'),
  }
  for (const name of [files.RUNNER_TEMP, files.GITHUB_WORKSPACE]) mkdirSync(name, { recursive: true })
  for (const name of [files.GITHUB_STEP_SUMMARY, files.GITHUB_OUTPUT]) writeFileSync(name, '')
  return files
}

/** Windows cannot open a socket without it. */
function systemVariables(): Record<string, string> {
  const root = process.env['SystemRoot']
  return root === undefined ? {} : { SystemRoot: root }
}

const actionOf = ({ merges = false }: ActionRun) => (merges ? MERGE : GATE)

function inputVariables(run: ActionRun): Record<string, string> {
  const values = { ...defaultsOf(actionOf(run).action, run.githubToken ?? ''), ...run.inputs }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  )
}

function defaultsOf(action: ActionMetadata, githubToken: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [
      name,
      (input.default ?? '').replace(GITHUB_TOKEN, githubToken),
    ]),
  )
}

function finished(child: ChildProcess, run: ActionRun): Promise<Pick<ActionEnd, 'exitCode' | 'log'>> {
  let log = ''
  let seen = 0
  const add = (chunk: string) => {
    log += chunk
    for (let end = log.indexOf('\n', seen); end !== -1; end = log.indexOf('\n', seen)) {
      run.onLine?.(log.slice(seen, end), child)
      seen = end + 1
    }
  }
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', add)
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), run.timeoutMs)
    child.once('error', reject)
    child.once('close', (exitCode, signal) => {
      clearTimeout(timer)
      if (signal === 'SIGKILL')
        reject(new Error(`The action took over ${run.timeoutMs} ms. Its log:\n${log}`))
      else resolve({ exitCode, log })
    })
  })
}

/** The runner's format: `name<<delimiter`, the value's lines, `delimiter`. */
function parseOutputs(text: string): Readonly<Record<string, string>> {
  const pattern = /^(?<name>[^<\n]+)<<(?<mark>.+)\n(?<value>[\s\S]*?)\n\k<mark>\n/gm
  return Object.fromEntries(
    [...text.matchAll(pattern)].map(({ groups }) => [groups?.['name'] ?? '', groups?.['value'] ?? '']),
  )
}
