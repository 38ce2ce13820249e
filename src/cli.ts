import * as os from 'node:os'
import { Secrets } from './cloud/secrets.ts'
import { runCommandLine } from './command/main.ts'
import type { World } from './command/world.ts'
import { openDoor, readEventPayload } from './door/door.ts'
import { logText } from './report/escape.ts'

/** The door of the command: reads arguments and environment, prints the result on stdout and everything else on stderr. */

const CUT_OFF_BY_SIGNAL = 4
const INCONCLUSIVE = 3

/** For what this file prints by itself; everything else is redacted in the gate. */
const secrets = new Secrets(() => {})

function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${text}\n`, error => {
      if (error) reject(new Error(`the result could not be printed: ${error.message}`))
      else resolve()
    })
  })
}

const world = (cancelled: AbortSignal): World => ({
  environment: process.env,
  folder: process.cwd(),
  tempDir: os.tmpdir(),
  eventPayload: readEventPayload(),
  print,
  say,
  keepSecret: secret => void secrets.add(secret),
  cancelled,
})

/** Runs the command that the arguments name. */
export function openCommand(): Promise<void> {
  // Lines that nobody reads any more (`precheck-gate run 2>&1 | head -1`) are no reason to end.
  process.stderr.on('error', () => {})
  // What could not be printed is told to whoever printed it.
  process.stdout.on('error', () => {})
  return openDoor({
    run: cancelled => runCommandLine(process.argv.slice(2), world(cancelled)),
    exitCodes: { signal: CUT_OFF_BY_SIGNAL, crash: INCONCLUSIVE },
    reportCrash: ({ name, message }) => say(logText(secrets.redact(`Internal error. ${name}: ${message}`))),
  })
}
