import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { loadScenario } from '../simulator/scenario/scenario.ts'
import { type Simulator, startSimulator } from '../simulator/server.ts'
import { ROOT } from './checkout.ts'
import { mustRun, run } from './command.ts'

/** Runs a `.gitlab-ci.yml` as GitLab would, on this machine: gitlab-ci-local, without containers. */

/** Where gitlab-ci-local and a copy of the project are. */
export interface PipelineRunner {
  readonly gitlabCiLocal: () => Promise<string>
  readonly project: string
}

export interface Pipeline {
  /** The text of `.gitlab-ci.yml`. */
  readonly yaml: string
  /** Files of the change under review. */
  readonly files?: Readonly<Record<string, string>>
  /** Files of the target branch, as the server has them. */
  readonly targetFiles?: Readonly<Record<string, string>>
  readonly variables?: Readonly<Record<string, string>>
}

export interface PipelineRun {
  readonly exitCode: number
  readonly log: string
  /** How each job ended: `PASS`, `FAIL` or `WARN`. */
  readonly jobs: Readonly<Record<string, string>>
  /** What the pipeline keeps of a job; null where there is no such file. */
  readonly artifact: (job: string, file: string) => string | null
  /** All secrets that the jobs had. */
  readonly secrets: readonly string[]
}

const LIMIT_MS = 120_000
const SCENARIO = path.join(ROOT, 'e2e/scenarios/orders.yaml')
const ADDRESS = 'https://gitlab.example.com/acme/orders.git'
const AUTHOR = ['-c', 'user.name=e2e', '-c', 'user.email=e2e@localhost', '-c', 'commit.gpgsign=false']
const GATE = 'https://github.com/OWNER/migration-precheck-gate.git'
const END = /^ (PASS|FAIL|WARN) {2}(\S+)/gm

/** Plays a merge-request pipeline to its end. The component is taken from the copy of the project, and so is the gate. */
export async function runPipeline(
  { gitlabCiLocal, project }: PipelineRunner,
  pipeline: Pipeline,
  folder: string,
): Promise<PipelineRun> {
  const within = (name: string) => path.join(folder, name)
  for (const name of ['work', 'home', 'server.git']) mkdirSync(within(name))
  await checkOutChange(pipeline, within)
  const simulator = await startSimulator({ scenario: loadScenario(SCENARIO) })
  try {
    const variables = {
      ...variablesOf(simulator, `file://${project}`, within('server.git')),
      ...pipeline.variables,
    }
    const args = Object.entries(variables).flatMap(([name, value]) => ['--variable', `${name}=${value}`])
    const fixed = [
      ...['--force-shell-executor', '--shell-isolation', '--no-artifacts-to-source', '--no-color'],
      ...['--home', within('home'), '--ignore-predefined-vars', 'GITLAB_CI,CI_PIPELINE_SOURCE'],
    ]
    const { exitCode, stdout, stderr } = await run(
      process.execPath,
      [await gitlabCiLocal(), ...fixed, ...args],
      { cwd: within('work'), env: environmentOf(within('home')), timeoutMs: LIMIT_MS },
    )
    const log = stripVTControlCharacters(`${stdout}\n${stderr}`)
    writeFileSync(within('pipeline.log'), log)
    return {
      exitCode,
      log,
      jobs: Object.fromEntries([...log.matchAll(END)].map(([, end = '', job = '']) => [job, end])),
      artifact: (job, file) => {
        const kept = path.join(within('work'), '.gitlab-ci-local/artifacts', job, file)
        return existsSync(kept) ? readFileSync(kept, 'utf8') : null
      },
      secrets: [simulator.credentials.secretAccessKey],
    }
  } finally {
    await simulator.close()
  }
}

/** What a project and a merge request have set, and where everything is on this machine. */
function variablesOf({ url, credentials }: Simulator, gate: string, server: string) {
  return {
    GITLAB_CI: 'true',
    CI_PIPELINE_SOURCE: 'merge_request_event',
    CI_MERGE_REQUEST_IID: '7',
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    GATE: gate,
    PRECHECK_ENDPOINT: url,
    PRECHECK_PROJECT_ID: credentials.projectId,
    PRECHECK_ACCESS_KEY_ID: credentials.accessKeyId,
    PRECHECK_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    PRECHECK_POLL_INTERVAL_SECONDS: '0.2',
    PRECHECK_SETTLE_SECONDS: '0.5',
    // Git in the jobs finds the server in a folder. gitlab-ci-local itself reads project and host from the address.
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `url.file://${server}.insteadOf`,
    GIT_CONFIG_VALUE_0: ADDRESS,
  }
}

/** The server has the target branch alone; the change is on a branch of the working tree. */
async function checkOutChange(
  { yaml, files = {}, targetFiles = {} }: Pipeline,
  within: (name: string) => string,
): Promise<void> {
  const git = (...args: readonly string[]) => mustRun('git', [...AUTHOR, ...args], { cwd: within('work') })
  const commit = async (changed: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(changed)) writeFileSync(path.join(within('work'), name), text)
    await git('add', '--all')
    await git('commit', '--quiet', '--message', 'Change')
  }
  await git('init', '--quiet', '--initial-branch', 'main')
  await commit({ '.gitlab-ci.yml': fromHere(yaml), ...targetFiles })
  await mustRun('git', ['clone', '--quiet', '--bare', within('work'), within('server.git')])
  await git('remote', 'add', 'origin', ADDRESS)
  await git('checkout', '--quiet', '-b', 'change')
  mkdirSync(path.join(within('work'), 'templates'))
  const component = readFileSync(path.join(ROOT, 'templates/precheck.yml'), 'utf8')
  await commit({ 'templates/precheck.yml': fromHere(component), ...files })
}

/** The gate that is fetched is the one of the copy, not the one that was released. */
function fromHere(yaml: string): string {
  return yaml
    .replaceAll(`${GATE} v1`, '"$GATE" main')
    .replaceAll(GATE, '$GATE')
    .replaceAll('default: v1', 'default: main')
    .replaceAll(/component: \S+/g, 'local: templates/precheck.yml')
}

/** Nothing of this machine but its programs, and a proxy that is not there: what leaves this machine fails. */
function environmentOf(home: string): NodeJS.ProcessEnv {
  const nowhere = 'http://127.0.0.1:9'
  return {
    PATH: [path.join(ROOT, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(path.delimiter),
    HOME: home,
    https_proxy: nowhere,
    http_proxy: nowhere,
    no_proxy: '127.0.0.1',
  }
}
