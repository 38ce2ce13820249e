import { spawn } from 'node:child_process'

export interface CommandEnd {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

export interface CommandOptions {
  readonly cwd?: string
  /** The whole environment; without one, that of this process. */
  readonly env?: NodeJS.ProcessEnv
  readonly input?: string
  readonly timeoutMs?: number
}

/** A command that cannot be started, takes too long or says no; its text is for whoever runs the tests. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

const DEFAULT_TIMEOUT_MS = 120_000
/** Enough of a log to see why something failed, and not 400 kB of it. */
const SHOWN_CHARACTERS = 4_000

/** Runs a command without a shell. Rejects when it cannot start or takes too long, not for its exit code. */
export function run(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandEnd> {
  const { cwd, env, input, timeoutMs = DEFAULT_TIMEOUT_MS } = options
  const said = [command, ...args].join(' ')
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env })
    const streams = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        streams[name] += text
      })
    }
    let late = false
    const timer = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, timeoutMs)
    child.once('error', cause => {
      clearTimeout(timer)
      reject(new CommandError(`${said} cannot be started: ${cause.message}`, { cause }))
    })
    child.once('close', exitCode => {
      clearTimeout(timer)
      if (late) return reject(new CommandError(`${said} took over ${timeoutMs} ms.\n${shown(streams)}`))
      resolve({ exitCode: exitCode ?? -1, ...streams })
    })
    // A command that ends without reading its input is judged by its exit code.
    child.stdin.on('error', () => {})
    child.stdin.end(input ?? '')
  })
}

/** Runs a command that must succeed and returns its standard output. Rejects with what it said otherwise. */
export async function mustRun(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const end = await run(command, args, options)
  if (end.exitCode === 0) return end.stdout
  throw new CommandError(`${[command, ...args].join(' ')} ended with ${end.exitCode}.\n${shown(end)}`)
}

const shown = ({ stdout, stderr }: Pick<CommandEnd, 'stdout' | 'stderr'>): string =>
  `${stdout}\n${stderr}`.trim().slice(-SHOWN_CHARACTERS)
