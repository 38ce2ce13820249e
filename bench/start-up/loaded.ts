import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { startSimulator } from '../../simulator/server.ts'
import { gateOn, SCENARIOS } from './measure.ts'
import { run } from './programs.ts'

/** What a minimal run of the gate reads from `dist/`. */

export interface Loaded {
  readonly files: number
  readonly bytes: number
  /** Whether the part with GitHub's client was among it, although nothing asked for a comment, a status or a ref. */
  readonly gitHubClient: boolean
}

const HOOK = new URL('./note-loaded.ts', import.meta.url)
/** In no files but those that bundle `@actions/github` and the fetch that it uses. */
const GITHUB_CLIENT = /octokit|undici/i

/** Runs the gate once more and returns what it loaded. */
export async function loadedByGate(): Promise<Loaded> {
  const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-loaded-'))
  const list = path.join(folder, 'loaded.txt')
  const simulator = await startSimulator({ scenario: SCENARIOS.query })
  try {
    const gate = gateOn(simulator, 'query')
    const args = ['--import', HOOK.href, ...gate.args]
    const { exitCode, log } = await run({ ...gate, args, environment: { BENCH_LOADED: list } })
    if (exitCode !== 0) throw new Error(`The gate ended with ${exitCode}:\n${log.slice(-2_000)}`)
    const urls = new Set(readFileSync(list, 'utf8').trim().split('\n'))
    const texts = [...urls]
      .filter(url => url !== HOOK.href)
      .map(url => readFileSync(fileURLToPath(url), 'utf8'))
    return {
      files: texts.length,
      bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
      gitHubClient: texts.some(text => GITHUB_CLIENT.test(text)),
    }
  } finally {
    await simulator.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
