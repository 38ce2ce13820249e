import { execSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import settings from './stryker.config.json' with { type: 'json' }

/**
 * Stryker, as a package of its own beside this file: its 180 packages are no business of whoever runs the tests, and some
 * of them want a newer Node. It is run as a command, so that the types are checked without it.
 */

const HERE = fileURLToPath(new URL('.', import.meta.url))
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const COMMAND = path.join(HERE, 'node_modules/@stryker-mutator/core/bin/stryker.js')

/** The part of Stryker's JSON report that counts. */
const reportSchema = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
})

/** Installs what the lock file beside this one says, unless it is there. */
export function installStryker(): void {
  if (isInstalled()) return
  execSync('npm ci --no-audit --no-fund', { cwd: HERE, stdio: 'inherit' })
}

/** `npm ls` says no when a package is missing or is not of the version that package.json names. */
function isInstalled(): boolean {
  try {
    execSync('npm ls', { cwd: HERE, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

export interface MutationRun {
  readonly mutate: readonly string[]
  readonly concurrency: number
  readonly incremental: boolean
  /** Under the folder of the project. */
  readonly tempDirName: string
  readonly incrementalFile: string
}

/**
 * Tries every mutant with the tests of these patterns, prints the survivors, writes all mutants to `file` and returns what
 * became of each. Throws when Stryker could not do so; that too few were noticed is for the caller to say.
 */
export function tryMutants(run: MutationRun, tests: readonly string[], file: string): readonly string[] {
  const config = file.replace(/\.json$/, '.config.json')
  mkdirSync(path.dirname(file), { recursive: true })
  // One of an earlier run must not stand for this one.
  rmSync(file, { force: true })
  writeFileSync(config, JSON.stringify({ ...settings, ...run, jsonReporter: { fileName: file } }))
  // Read by vitest.config.ts, in processes of Stryker's own.
  const env = { ...process.env, MUTATION_TESTS: tests.join(' ') }
  const { status } = spawnSync(process.execPath, [COMMAND, 'run', config], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
  })
  rmSync(config)
  if (!existsSync(file)) throw new Error(`Stryker ended with ${status} and wrote no ${file}`)
  const { files } = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  return Object.values(files).flatMap(({ mutants }) => mutants.map(({ status: became }) => became))
}
