import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { parsedJson } from '../files/json.ts'
import type { LocalFile } from '../files/ports.ts'
import { refusalOf, unread } from '../files/workspace-file.ts'
import { UnreadablePayload } from '../github/payload.ts'
import { told } from '../precheck/sentence.ts'
import { errorOf } from '../thrown.ts'

/**
 * What every door does with its process: signals and crashes end the run, which still has its last words, and the process
 * ends although something in it hangs.
 */

/** GitHub's runner kills a cancelled step after ten seconds, so everything must be written before. */
const LAST_WORDS_MS = 6_000
/** Sockets that are still open must not keep a finished step alive. */
const LINGER_MS = 500
/** GitHub sends none over 25 MB. */
const MAX_EVENT_BYTES = 32 * 1024 * 1024
/** Calls that hold a thread until they return, which `process.exit` waits for. */
const HOLDS_A_THREAD = /^(FSReq|GetAddrInfo|GetNameInfo)/

/** Runs a door to its end and sets the exit code of the process. */
export async function openDoor({
  run,
  exitCodes,
  reportCrash,
}: {
  /** Returns the exit code. The signal fires when a signal ends the step, or an error that nobody caught, which then is the reason. */
  readonly run: (cancelled: AbortSignal) => Promise<number>
  /** The exit codes of an end that nobody planned. */
  readonly exitCodes: { readonly signal: number; readonly crash: number }
  /** Tells of a crash that the run cannot tell of any more. */
  readonly reportCrash: (error: Error) => void
}): Promise<void> {
  const cancel = new AbortController()
  let ended = false
  const stop = (why: 'signal' | Error) => {
    process.exitCode = why === 'signal' ? exitCodes.signal : exitCodes.crash
    cancel.abort(why)
    setTimeout(leave, LAST_WORDS_MS).unref()
  }
  /** The gate tells of the first one that ends it; of those that follow from it there can be thousands. */
  const stopAfterCrash = (thrown: unknown) => {
    if (ended) {
      process.exitCode = exitCodes.crash
      reportCrash(errorOf(thrown))
    } else if (!cancel.signal.aborted) stop(errorOf(thrown))
  }
  /** Nothing is left that the run could wait for: Node itself would call that a success. */
  const endUnfinished = () => {
    process.exitCode ??= exitCodes.crash
    reportCrash(new Error('the run stopped before its end'))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop('signal'))
  for (const crash of ['uncaughtException', 'unhandledRejection'] as const) process.on(crash, stopAfterCrash)
  process.once('beforeExit', () => {
    if (!ended) endUnfinished()
    // Left to itself, Node takes our handlers away before it ends, and a signal in between would be the exit code.
    leave()
  })
  try {
    const exitCode = await run(cancel.signal)
    // What came in the meantime (a signal, a crash) has the last word.
    process.exitCode ??= exitCode
  } catch (error) {
    reportCrash(errorOf(error))
    process.exitCode = exitCodes.crash
  }
  ended = true
  setTimeout(leave, LINGER_MS).unref()
}

/**
 * Returns the payload of the event; null without one (a run by hand, or outside Actions). GitHub's toolkit reads the file
 * too when it is loaded, and would hang or throw where we could not read it: so its name is taken back then.
 */
export function readEventPayload(): unknown {
  const file = process.env['GITHUB_EVENT_PATH'] ?? ''
  if (file === '') return null
  const read = plainText(file)
  const payload = read.kind === 'found' ? parsedJson(read.text) : undefined
  if (payload !== undefined) return payload
  delete process.env['GITHUB_EVENT_PATH']
  return read.kind === 'absent' ? null : new UnreadablePayload(read.kind === 'refused' ? read.why : NO_JSON)
}

const NO_JSON = told('it is no JSON', '它不是 JSON')

/** A pipe or a device has no end, and nothing could end the wait for it: the deadline does not run yet. */
function plainText(path: string): LocalFile {
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const found = fstatSync(file)
      const refusal = refusalOf(found, MAX_EVENT_BYTES)
      return refusal ?? { kind: 'found', text: textOf(file, found.size) }
    } finally {
      closeSync(file)
    }
  } catch (error) {
    return unread(error)
  }
}

function textOf(file: number, size: number): string {
  const bytes = Buffer.alloc(size)
  let length = 0
  for (let read = -1; read !== 0 && length < bytes.length; length += read)
    read = readSync(file, bytes, length, bytes.length - length, null)
  return bytes.toString('utf8', 0, length)
}

/**
 * Ends the process. `process.exit` would wait for a call to the file system or a look-up of a name that never returns;
 * another program in the place of this one ends its threads, whatever they wait for. Where that cannot be done (Windows),
 * the process is killed, which no runner takes for a success.
 */
function leave(): void {
  if (!process.getActiveResourcesInfo().some(name => HOLDS_A_THREAD.test(name))) process.exit()
  const exit = `process.exitCode = ${process.exitCode ?? 0}`
  try {
    process.execve?.(process.execPath, [process.execPath, '-e', exit], {})
  } finally {
    process.kill(process.pid, 'SIGKILL')
  }
}
