import { spawn } from 'node:child_process'
import { appendFileSync, closeSync, openSync, readFileSync } from 'node:fs'
import * as path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/**
 * `node scripts/e2e-simulator.ts SCENARIO [PORT]`: a step of a workflow. It starts the simulator in the background and
 * gives its address to later steps as `SIMULATOR_URL`. Files go to the folder `EVIDENCE`; the process id in one of
 * them lets `npm run e2e` end the simulator, because no runner of act's does that at the end of a job.
 */

const SIMULATOR = fileURLToPath(new URL('../simulator/main.ts', import.meta.url))
const READY = /listens on (?<url>http:\S+)/
const START_LIMIT_MS = 20_000
const LOOK_EVERY_MS = 50

/** Starts the simulator and resolves with its address. Rejects with its log when it does not come up in time. */
async function startInBackground(scenario: string, port: string): Promise<string> {
  const folder = process.env['EVIDENCE'] ?? process.cwd()
  const logFile = path.join(folder, `simulator-${process.pid}.log`)
  const output = openSync(logFile, 'w')
  const simulator = spawn(process.execPath, [SIMULATOR, '--port', port, '--scenario', scenario], {
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  simulator.unref()
  appendFileSync(path.join(folder, 'simulators.txt'), `${simulator.pid}\n`)
  const deadline = performance.now() + START_LIMIT_MS
  while (performance.now() < deadline && simulator.exitCode === null) {
    const url = READY.exec(readFileSync(logFile, 'utf8'))?.groups?.['url']
    if (url !== undefined) return url
    await sleep(LOOK_EVERY_MS)
  }
  throw new Error(`The simulator did not start:\n${readFileSync(logFile, 'utf8')}`)
}

const [scenario = 'demo', port = '0'] = process.argv.slice(2)
const url = await startInBackground(scenario, port)
const runnerFile = process.env['GITHUB_ENV']
if (runnerFile) appendFileSync(runnerFile, `SIMULATOR_URL=${url}\n`)
console.log(`The simulator plays ${scenario} on ${url}`)
