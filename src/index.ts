import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import * as os from 'node:os'
import * as core from '@actions/core'
import { GitHubSide } from './ci/github-side.ts'
import type { Runner } from './ci/runner.ts'
import { Secrets } from './cloud/secrets.ts'
import { openDoor, readEventPayload } from './door/door.ts'
import { type GatePorts, runGate } from './gate.ts'
import { withVariables } from './plan/variables.ts'
import { systemClock } from './ports.ts'
import { ACTION_EXIT_CODES, type StepResult } from './precheck/verdict.ts'
import type { Annotation } from './report/annotations.ts'
import { logText } from './report/escape.ts'
import type { OutputName } from './report/outputs.ts'

/** The door of the action: reads the environment of GitHub's runner, sets outputs and the exit code. */

const USER_AGENT = 'migration-precheck-gate'
/** For what this file prints by itself; everything else is redacted in the gate. */
const masked = new Set<string>()

const runner = (): Runner => ({
  environment: withVariables(process.env),
  tempDir: process.env['RUNNER_TEMP'] || os.tmpdir(),
  workspace: process.env['GITHUB_WORKSPACE'] || process.cwd(),
  eventPayload: readEventPayload(),
  input: name => core.getInput(name),
  mask: secret => {
    masked.add(secret)
    core.setSecret(secret)
  },
  log: line => core.info(line),
  conclude: line => core.info(line),
  annotate,
  setOutputs,
  writeSummary: async markdown => {
    if (markdown === '' || !process.env['GITHUB_STEP_SUMMARY']) return
    await core.summary.addRaw(markdown, true).write()
  },
})

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

export function openAction(): Promise<void> {
  return open(runGate)
}

/** The same door with `merge` behind it. */
export function openMerge(): Promise<void> {
  return open(async ports => (await import('./merge/merge.ts')).runMerge(ports))
}

function open(run: (ports: GatePorts) => Promise<StepResult>): Promise<void> {
  return openDoor({
    run: async cancelled => {
      const result = await run({
        runner: runner(),
        clock: systemClock,
        random: Math.random,
        cancelled,
        userAgent: USER_AGENT,
        sideOf: (inputs, settings, ports) => new GitHubSide(inputs, settings, ports),
      })
      return ACTION_EXIT_CODES[result]
    },
    exitCodes: { signal: 1, crash: 1 },
    reportCrash,
  })
}
