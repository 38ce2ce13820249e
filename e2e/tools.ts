import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { CommandError, mustRun } from './command.ts'

/** The programs of others that the end-to-end tests need, each in a pinned version in a cache folder of its own. */

const ACT = { module: 'github.com/nektos/act', name: 'act', version: 'v0.2.89' }
const ACTIONLINT = {
  module: 'github.com/rhysd/actionlint/cmd/actionlint',
  name: 'actionlint',
  version: 'v1.7.12',
}
const REQUIREMENTS = fileURLToPath(new URL('python/requirements.txt', import.meta.url))
/** Go compiles act from source: about 100 s on two slow cores. */
const INSTALL_LIMIT_MS = 600_000

const GO_MISSING = `Go is not installed, and act and actionlint are built with it. Install it with one of
  sudo apt-get install -y golang-go     # Debian, Ubuntu
  brew install go                       # macOS
or from https://go.dev/doc/install, then run npm run e2e again.`

const PYTHON_MISSING = `Python 3 with its venv module is needed for the vendor's SDK and for zizmor. Install it with one of
  sudo apt-get install -y python3-venv  # Debian, Ubuntu
  brew install python                   # macOS
then run npm run e2e again.`

export interface Tools {
  readonly act: string
  readonly actionlint: string
  /** Of a virtual environment that holds what `python/requirements.txt` names. */
  readonly python: string
  readonly zizmor: string
}

/** A tool that is not there, with the line that installs it. */
export class MissingToolError extends Error {
  override readonly name = 'MissingToolError'
}

/** Installs what the cache lacks. `say` hears what takes long. Throws MissingToolError without Go or Python. */
export async function installTools(say: (line: string) => void): Promise<Tools> {
  // Asked for even when everything is in the cache: a machine without Go is better told today than on the next update.
  await mustRun('go', ['version']).catch(() => {
    throw new MissingToolError(GO_MISSING)
  })
  const cache = path.join(
    process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'),
    'precheck-gate-e2e',
  )
  mkdirSync(cache, { recursive: true })
  const act = await installGo(cache, ACT, say)
  const actionlint = await installGo(cache, ACTIONLINT, say)
  const bin = await installPython(cache, say)
  return { act, actionlint, python: path.join(bin, 'python'), zizmor: path.join(bin, 'zizmor') }
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
  const folder = path.join(
    cache,
    `python-${createHash('sha256').update(requirements).digest('hex').slice(0, 12)}`,
  )
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
