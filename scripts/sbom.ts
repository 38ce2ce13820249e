import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { runCommand } from './command-line.ts'

/**
 * `npm run sbom`: what is in the bundle, as an SBOM in CycloneDX. npm makes it, but not by `--omit dev`: that leaves out
 * what a development dependency needs as well (findings/npm-sbom-omits-what-is-shipped.sh). So it is made from copies of
 * the package files that never heard of any.
 */

const USAGE = `Usage: npm run --silent sbom > sbom.cdx.json

Prints the list of all packages in the bundle (CycloneDX, JSON), from the lock file.`

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const WINDOWS = process.platform === 'win32'

const packageSchema = z.looseObject({ name: z.string() })
const lockSchema = z.looseObject({
  packages: z.record(z.string(), z.looseObject({ dev: z.boolean().optional() })),
})

/** Returns the text of the SBOM. Throws with what npm says when it cannot make one. */
export function sbom(root = ROOT): string {
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(root, name), 'utf8'))
  const manifest = packageSchema.parse(read('package.json'))
  const lock = lockSchema.parse(read('package-lock.json'))
  const shipped = Object.entries(lock.packages)
    .filter(([, { dev }]) => dev !== true)
    .map(([folder, entry]) => [folder, withoutDevelopment(entry)])
  const parent = mkdtempSync(path.join(tmpdir(), 'precheck-gate-sbom-'))
  // npm calls the product like its folder.
  const folder = path.join(parent, manifest.name)
  try {
    mkdirSync(folder)
    const write = (name: string, content: object) =>
      writeFileSync(path.join(folder, name), JSON.stringify(content))
    write('package.json', withoutDevelopment(manifest))
    write('package-lock.json', { ...lock, packages: Object.fromEntries(shipped) })
    return ofNpm(folder)
  } finally {
    rmSync(parent, { recursive: true, force: true })
  }
}

function withoutDevelopment({ devDependencies: _, ...rest }: Readonly<Record<string, unknown>>) {
  return rest
}

function ofNpm(folder: string): string {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']
  const { status, stdout, stderr, error } = spawnSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    shell: WINDOWS,
  })
  if (status !== 0) throw new Error(`npm sbom failed: ${error?.message ?? stderr}`)
  return stdout
}

if (import.meta.main)
  await runCommand(USAGE, async () => {
    parseArgs({ options: {} })
    process.stdout.write(sbom())
  })
