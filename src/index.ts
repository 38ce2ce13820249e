import { randomUUID } from 'node:crypto'
import { constants, readFileSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import * as os from 'node:os'
import * as core from '@actions/core'
import { Secrets } from './cloud/secrets.ts'
import { runGate } from './gate.ts'
import { systemClock } from './ports.ts'
import type { Annotation } from './report/annotations.ts'
import { logText } from './report/escape.ts'
import type { OutputName } from './report/outputs.ts'
import type { Runner } from './runner.ts'

/** The door: the only file that reads the runner's environment, sets outputs and the exit code. */

const USER_AGENT = 'migration-precheck-gate'
/** The runner kills a cancelled step after ten seconds, so everything must be written before. */
const LAST_WORDS_MS = 6_000
/** Sockets that are still open must not keep a finished step alive. */
const LINGER_MS = 500

/** For what this file prints by itself; everything else is redacted in the gate. */
const masked = new Set<string>()
/** Calls that hold a thread until they return, which `process.exit` waits for. */
const HOLDS_A_THREAD = /^(FSReq|GetAddrInfo|GetNameInfo)/

const runner: Runner = {
  environment: process.env,
  tempDir: process.env['RUNNER_TEMP'] || os.tmpdir(),
  workspace: process.env['GITHUB_WORKSPACE'] || process.cwd(),
  eventPayload: readEventPayload(),
  input: name => core.getInput(name),
  mask: secret => {
    masked.add(secret)
    core.setSecret(secret)
  },
  log: line => core.info(line),
  annotate,
  setOutputs,
  writeSummary: async markdown => {
    if (markdown === '' || !process.env['GITHUB_STEP_SUMMARY']) return
    await core.summary.addRaw(markdown, true).write()
  },
}

/**
 * As the toolkit does it, but without waiting: its write holds the whole process where the file system hangs. The file is
 * the runner's to make.
 */
async function setOutputs(outputs: Readonly<Partial<Record<OutputName, string>>>): Promise<void> {
  const file = process.env['GITHUB_OUTPUT']
  if (!file) {
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
    return
  }
  const delimiter = `ghadelimiter_${randomUUID()}`
  const lines = Object.entries(outputs).flatMap(([name, value]) => [
    `${name}<<${delimiter}`,
    value,
    delimiter,
  ])
  const flag = constants.O_WRONLY | constants.O_APPEND
  await appendFile(file, lines.map(line => line + os.EOL).join(''), { flag })
}

/** Without an event (a run by hand) there is nothing to read; a broken file says no more than a missing one. */
function readEventPayload(): unknown {
  try {
    return JSON.parse(readFileSync(process.env['GITHUB_EVENT_PATH'] ?? '', 'utf8'))
  } catch {
    return null
  }
}

function annotate({ level, title, message, place }: Annotation): void {
  const write = { error: core.error, warning: core.warning, notice: core.notice }[level]
  write(message, place === undefined ? { title } : { title, file: place.file, startLine: place.line })
}

/** For what should never happen: one line for the user, the stack only for those who look for it. */
function reportCrash({ name, message, stack = '' }: Error): void {
  const text = logText(redacted(`Internal error. ${name}: ${message}`))
  annotate({ level: 'error', title: 'Pre-check gate', message: text })
  if (core.isDebug()) core.info(logText(redacted(stack)))
}

function redacted(text: string): string {
  const secrets = new Secrets(() => {})
  for (const secret of masked) secrets.add(secret)
  return secrets.redact(text)
}

function errorOf(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}

const cancel = new AbortController()
let ended = false

function stop(why: 'signal' | Error): void {
  process.exitCode = 1
  cancel.abort(why)
  setTimeout(() => leave(), LAST_WORDS_MS).unref()
}

/** The gate tells of the first one that ends it; of those that follow from it there can be thousands. */
function stopAfterCrash(thrown: unknown): void {
  process.exitCode = 1
  if (ended) reportCrash(errorOf(thrown))
  else if (!cancel.signal.aborted) stop(errorOf(thrown))
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

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop('signal'))
for (const crash of ['uncaughtException', 'unhandledRejection'] as const) process.on(crash, stopAfterCrash)

try {
  const exitCode = await runGate({
    runner,
    clock: systemClock,
    random: Math.random,
    cancelled: cancel.signal,
    userAgent: USER_AGENT,
  })
  // What came in the meantime (a signal, a crash) has the last word.
  process.exitCode ??= exitCode
} catch (error) {
  reportCrash(errorOf(error))
  process.exitCode = 1
}
ended = true
setTimeout(leave, LINGER_MS).unref()
