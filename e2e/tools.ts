import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { CommandError, mustRun } from './command.ts'
import { goClient, javaClient, nodeClient, pythonClient, type SdkClient } from './sdk-clients.ts'

/** The programs of others that the end-to-end tests need, each in a pinned version in a cache folder of its own. */

const ACT = { module: 'github.com/nektos/act', name: 'act', version: 'v0.2.89' }
const ACTIONLINT = {
  module: 'github.com/rhysd/actionlint/cmd/actionlint',
  name: 'actionlint',
  version: 'v1.7.12',
}
const HERE = fileURLToPath(new URL('.', import.meta.url))
const REQUIREMENTS = fileURLToPath(new URL('python/requirements.txt', import.meta.url))
/** Go compiles act from source: about 100 s on two slow cores. */
const INSTALL_LIMIT_MS = 600_000

const missing = (what: string, debian: string, brew: string): string => `${what} Install it with one of
  sudo apt-get install -y ${debian}   # Debian, Ubuntu
  brew install ${brew}   # macOS
then run npm run e2e again.`

const GO_MISSING = missing(
  'Go is not installed, and act and actionlint are built with it.',
  'golang-go',
  'go',
)
const PYTHON_MISSING = missing(
  "Python 3 with its venv module is needed for the vendor's SDK and for zizmor.",
  'python3-venv',
  'python',
)
const JAVA_MISSING = missing(
  "Java (a JDK, 17 or newer) and Maven are needed for the vendor's Java SDK.",
  'default-jdk-headless maven',
  'openjdk maven',
)
const RSYNC_MISSING = missing('rsync is not installed, and gitlab-ci-local copies with it.', 'rsync', 'rsync')
const JQ_MISSING = missing('jq is not installed, and scripts of .github/workflows use it.', 'jq', 'jq')

/** Each is installed, or looked for, when it is first asked for; the promise is its path. */
export interface Tools {
  readonly act: () => Promise<string>
  readonly actionlint: () => Promise<string>
  /** The folder of programs of a virtual environment that holds what `python/requirements.txt` names. */
  readonly python: () => Promise<string>
  readonly jq: () => Promise<string>
  /** A folder whose `node_modules` hold what `readers/package-lock.json` names. */
  readonly readers: () => Promise<string>
  /** The script that is gitlab-ci-local, for Node 22 and newer. */
  readonly gitlabCiLocal: () => Promise<string>
  /** The vendor's SDKs. */
  readonly sdks: readonly SdkClient[]
}

/** A tool that is not there, with the line that installs it. */
export class MissingToolError extends Error {
  override readonly name = 'MissingToolError'
}

/** Looks for Go and makes the cache folder. `say` hears what takes long. Throws MissingToolError without Go. */
export async function prepareTools(say: (line: string) => void): Promise<Tools> {
  // Asked for even when everything is in the cache: a machine without Go is better told today than on the next update.
  await present('go', 'version', GO_MISSING)
  const home = process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache')
  const cache = path.join(home, 'precheck-gate-e2e')
  mkdirSync(cache, { recursive: true })
  const python = once(() => installPython(cache, say))
  const java = async () => {
    for (const tool of ['javac', 'mvn']) await present(tool, '-version', JAVA_MISSING)
    return javaClient(cache, say)
  }
  return {
    act: once(() => installGo(cache, ACT, say)),
    actionlint: once(() => installGo(cache, ACTIONLINT, say)),
    python,
    jq: once(() => present('jq', '--version', JQ_MISSING)),
    sdks: [
      { language: 'Python', command: async () => pythonClient(await python()) },
      { language: 'Go', command: once(() => goClient(cache, say)) },
      { language: 'Java', command: once(java) },
      { language: 'Node', command: once(() => nodeClient(cache, say)) },
    ],
    readers: once(() => installPackages(cache, 'readers', say)),
    gitlabCiLocal: once(async () => {
      await present('rsync', '--version', RSYNC_MISSING)
      const folder = await installPackages(cache, 'gitlab', say)
      return path.join(folder, 'node_modules/gitlab-ci-local/dist/index.js')
    }),
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

async function present(command: string, question: string, otherwise: string): Promise<string> {
  await mustRun(command, [question]).catch((cause: unknown) => {
    throw new MissingToolError(otherwise, { cause })
  })
  return command
}

async function installGo(cache: string, tool: typeof ACT, say: (line: string) => void): Promise<string> {
  const folder = path.join(cache, 'bin', tool.version)
  const file = path.join(folder, tool.name)
  if (existsSync(file)) return file
  say(`Installing ${tool.name} ${tool.version} (once; may take some minutes)`)
  await mustRun('go', ['install', `${tool.module}@${tool.version}`], {
    cwd: cache,
    env: { ...process.env, GOBIN: folder },
    timeoutMs: INSTALL_LIMIT_MS,
  })
  return file
}

/** The folder's name is made from the pinned versions, so a change of them makes a new environment. */
async function installPython(cache: string, say: (line: string) => void): Promise<string> {
  const requirements = readFileSync(REQUIREMENTS)
  const version = createHash('sha256').update(requirements).digest('hex').slice(0, 12)
  const folder = path.join(cache, `python-${version}`)
  const complete = path.join(folder, 'complete')
  const bin = path.join(folder, 'bin')
  if (existsSync(complete)) return bin
  say('Installing the Python packages (once)')
  rmSync(folder, { recursive: true, force: true })
  await mustRun('python3', ['-m', 'venv', folder]).catch((cause: unknown) => {
    const text = cause instanceof CommandError ? `\n${cause.message}` : ''
    throw new MissingToolError(`${PYTHON_MISSING}${text}`, { cause })
  })
  // Every package is named in the file, so nothing else may come in; and nothing may run while it is installed.
  const rules = ['--no-deps', '--only-binary', ':all:', '--disable-pip-version-check']
  await mustRun(path.join(bin, 'python'), ['-m', 'pip', 'install', ...rules, '-r', REQUIREMENTS], {
    timeoutMs: INSTALL_LIMIT_MS,
  })
  writeFileSync(complete, '')
  return bin
}

/** Installs what the lock file in a folder of this one names. No script of theirs runs meanwhile. */
async function installPackages(
  cache: string,
  name: 'readers' | 'gitlab',
  say: (line: string) => void,
): Promise<string> {
  const from = path.join(HERE, name)
  const lock = readFileSync(path.join(from, 'package-lock.json'))
  const folder = path.join(cache, `${name}-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`)
  const complete = path.join(folder, 'complete')
  if (existsSync(complete)) return folder
  say(`Installing what e2e/${name}/package.json names (once)`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(path.join(from, file), path.join(folder, file))
  const rules = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  await mustRun('npm', rules, { cwd: folder, timeoutMs: INSTALL_LIMIT_MS })
  writeFileSync(complete, '')
  return folder
}
