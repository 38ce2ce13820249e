import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** Programs of others: run to their end, or kept running until the case is over. */

export interface Ran {
  readonly ok: boolean
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly input?: string
  readonly env?: NodeJS.ProcessEnv
  readonly as?: Identity
}

/** PostgreSQL refuses to run as root. */
export interface Identity {
  readonly uid: number
  readonly gid: number
}

const NOBODY = 65_534
export const UNPRIVILEGED: Identity | undefined =
  process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : undefined

const MOST_OUTPUT_BYTES = 16 * 1024 * 1024
/** seekdb alone takes minutes where the machine has other work. */
const LONGEST_RUN_MS = 300_000

/** Runs a program to its end; one that is not there is a failed run. */
export function run(file: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { input, env = process.env, as } = options
  return new Promise(resolve => {
    const settings = { env, ...as, maxBuffer: MOST_OUTPUT_BYTES, timeout: LONGEST_RUN_MS }
    const child = execFile(file, args, settings, (error, stdout, stderr) =>
      resolve({
        ok: error === null,
        stdout,
        stderr: stderr === '' && error !== null ? error.message : stderr,
      }),
    )
    child.stdin?.on('error', () => {})
    child.stdin?.end(input ?? '')
  })
}

export interface Running {
  /** Ends the program and waits for that. */
  readonly stop: () => Promise<void>
  /** True when it has ended by itself. */
  readonly ended: () => boolean
}

const alive = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL')
})

/** Starts a program that stays. It is ended with this process at the latest. */
export function start(file: string, args: readonly string[], as?: Identity): Running {
  const child = spawn(file, args, { stdio: 'ignore', ...as })
  alive.add(child)
  const gone = new Promise<void>(resolve => {
    child.on('exit', () => resolve())
    child.on('error', () => resolve())
  }).then(() => void alive.delete(child))
  return {
    stop: async () => {
      child.kill('SIGTERM')
      await gone
    },
    ended: () => !alive.has(child),
  }
}

/** Waits until `isReady`; throws after the time, or when the program has ended. */
export async function until(
  isReady: () => Promise<boolean>,
  what: string,
  { seconds = 60, ended = () => false }: { seconds?: number; ended?: () => boolean } = {},
): Promise<void> {
  const end = Date.now() + seconds * 1_000
  while (!(await isReady())) {
    if (ended()) throw new Error(`${what}: ended before it was ready`)
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s`)
    await pause(150)
  }
}

/** Returns a port of loopback that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address === null || typeof address === 'string'
          ? reject(new Error('no port'))
          : resolve(address.port),
      )
    })
  })
}
