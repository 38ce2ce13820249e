import { execFile } from 'node:child_process'
import { devNull } from 'node:os'
import type { Environment } from '../plan/credentials.ts'

/** Runs git as a program of its own, never through a shell. */

export type GitAnswer =
  | { readonly ok: true; readonly bytes: Buffer }
  /** What git said, on one line and without the password of an address; or why it could not be asked. */
  | { readonly ok: false; readonly why: string }

/** Runs git with these arguments. Never rejects. */
export type Git = (args: readonly string[], signal?: AbortSignal) => Promise<GitAnswer>

const MAX_OUTPUT_BYTES = 16 * 1024 * 1024
const MAX_WHY_CHARACTERS = 500
/** The user and password that CI systems put into the address of a remote. */
const USER_INFO = /\/\/[^\s/@'"]+@/g

/** Returns git in a folder. It asks nobody for a password, runs no hook (a change can bring its own) and speaks English. */
export function gitIn(folder: string, environment: Environment): Git {
  const env = { ...environment, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' }
  const options = { cwd: folder, env, encoding: 'buffer', maxBuffer: MAX_OUTPUT_BYTES } as const
  return (args, signal) =>
    new Promise(resolve => {
      const all = [
        '-c',
        `core.hooksPath=${devNull}`,
        '-c',
        'gc.auto=0',
        '-c',
        'maintenance.auto=false',
        ...args,
      ]
      execFile('git', all, { ...options, ...(signal && { signal }) }, (error, stdout, stderr) => {
        if (error === null) resolve({ ok: true, bytes: stdout })
        else resolve({ ok: false, why: whyOf(error, stderr.toString('utf8')) })
      })
    })
}

function whyOf(error: Error & { code?: unknown }, said: string): string {
  if (error.name === 'AbortError') return 'the deadline of the step came first'
  if (error.code === 'ENOENT') return 'git is not installed, or not in the PATH'
  const line = said.replaceAll(USER_INFO, '//***@').replaceAll(/\s+/g, ' ').trim()
  return line === '' ? `git failed (${String(error.code)})` : line.slice(0, MAX_WHY_CHARACTERS)
}
