import { type ChildProcess, spawn } from 'node:child_process'
import { devNull } from 'node:os'
import type { Environment } from '../ports.ts'
import { type Sentence, told, verbatim } from '../precheck/sentence.ts'

/** Runs git as a program of its own, never through a shell. */

type GitAnswer =
  | { readonly ok: true; readonly bytes: Buffer }
  /** What git on one line and without the password of an address; or why it could not be asked. */
  | { readonly ok: false; readonly why: Sentence }

/** Runs git with these arguments. Never rejects. */
export type Git = (args: readonly string[], signal?: AbortSignal) => Promise<GitAnswer>

const MAX_OUTPUT_BYTES = 16 * 1024 * 1024
const MAX_WHY_CHARACTERS = 500
/** The user and password that CI systems put into the address of a remote. */
const USER_INFO = /\/\/[^\s/@'"]+@/g
const NO_HOOKS_NO_REPAIRS = [
  ...['-c', `core.hooksPath=${devNull}`],
  ...['-c', 'gc.auto=0', '-c', 'maintenance.auto=false'],
]
const TOO_LATE: GitAnswer = {
  ok: false,
  why: told('the deadline of the step came first', '步骤先到了截止时间'),
}
const TOO_MUCH: GitAnswer = {
  ok: false,
  why: told(`git said more than ${MAX_OUTPUT_BYTES} bytes`, `git 的输出超过 ${MAX_OUTPUT_BYTES} 字节`),
}

/** Returns git in a folder. It asks nobody for a password, runs no hook (a change can bring its own) and speaks English. */
export function gitIn(folder: string, environment: Environment): Git {
  const env = { ...environment, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' }
  return (args, signal) =>
    new Promise(resolve => {
      if (signal?.aborted) return resolve(TOO_LATE)
      // A group of its own: git fetches by programs that it starts, and ending git alone would leave those waiting for ever.
      const child = spawn('git', [...NO_HOOKS_NO_REPAIRS, ...args], {
        cwd: folder,
        env,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
      })
      const end = (answer: GitAnswer) => {
        signal?.removeEventListener('abort', giveUp)
        resolve(answer)
      }
      const giveUp = () => {
        endGroup(child)
        end(TOO_LATE)
      }
      signal?.addEventListener('abort', giveUp)
      const tooMuch = () => {
        endGroup(child)
        end(TOO_MUCH)
      }
      const output = collected(child.stdout, tooMuch)
      const said = collected(child.stderr, tooMuch)
      child.once('error', error => end({ ok: false, why: whyNotAsked(error) }))
      child.once('close', code =>
        end(code === 0 ? { ok: true, bytes: output() } : { ok: false, why: whyOf(code, said()) }),
      )
    })
}

/** Returns what gives all that has come so far. */
function collected(stream: NodeJS.ReadableStream, tooMuch: () => void): () => Buffer {
  const chunks: Buffer[] = []
  let bytes = 0
  stream.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes <= MAX_OUTPUT_BYTES) chunks.push(chunk)
    else tooMuch()
  })
  return () => Buffer.concat(chunks)
}

/** Asks for an end and does not force it: git takes its locks away then. Windows knows no groups. */
function endGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
  } catch {
    child.kill()
  }
}

function whyNotAsked(error: Error & { code?: unknown }): Sentence {
  if (error.code === 'ENOENT')
    return told('git is not installed, or not in the PATH', 'git 没有安装，或不在 PATH 中')
  return told(`git could not be started (${error.message})`, `无法启动 git（${error.message}）`)
}

/** Its own words, which are English. */
function whyOf(code: number | null, words: Buffer): Sentence {
  const line = words.toString('utf8').replaceAll(USER_INFO, '//***@').replaceAll(/\s+/g, ' ').trim()
  return line === ''
    ? told(`git failed (${String(code)})`, `git 失败（${String(code)}）`)
    : verbatim(line.slice(0, MAX_WHY_CHARACTERS))
}
