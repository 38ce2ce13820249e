import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { minifySync } from 'rolldown/utils'
import { runCommand, UsageError } from './command-line.ts'
import { withEagerModules } from './eager-modules.ts'
import { bundledLicences } from './licences.ts'
import { ASSETS, pageAssets } from './page-assets.ts'

/** `npm run build`: compiles src/, bundles it, and adds the licences of what is in it. */

const USAGE = `Usage: npm run build -- [FOLDER]

  FOLDER  where the bundle of src/ goes (default dist/); what is in it is removed first`

const ROOT = fileURLToPath(new URL('../', import.meta.url))
/** The compiler's output always goes here: its path is part of what the bundler makes of it. */
const COMPILED = path.join(ROOT, 'build')

/** What src/github/toolkit-stand-ins.ts takes the place of. */
const NOT_BUNDLED = ['undici', '@actions/http-client', '@actions/http-client/lib/auth', '@actions/exec']
/** The bundler reads a TypeScript configuration where it works, and finds packages by its paths. */
const STAND_INS = Object.fromEntries(NOT_BUNDLED.map(name => [name, ['./github/toolkit-stand-ins.js']]))
const BUNDLING = { compilerOptions: { paths: STAND_INS } }

function run(script: string, cwd: string, ...args: readonly string[]): void {
  const file = path.join(ROOT, 'node_modules', script)
  execFileSync(process.execPath, [file, ...args], { cwd, stdio: 'inherit' })
}

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true, options: {} })
  const [folder = path.join(ROOT, 'dist'), ...others] = positionals
  if (others.length > 0) throw new UsageError(`One folder, not ${positionals.length}`)
  writeFileSync(ASSETS, await pageAssets())
  build(path.resolve(folder))
}

function build(target: string): void {
  for (const folder of [COMPILED, target]) rmSync(folder, { recursive: true, force: true })
  run('typescript/bin/tsc', ROOT, '-p', 'tsconfig.build.json')
  writeFileSync(path.join(COMPILED, 'tsconfig.json'), JSON.stringify(BUNDLING))
  run('@vercel/ncc/dist/ncc/cli.js', COMPILED, 'build', 'door/doors.js', '--out', target, '--minify')
  minifyLateParts(target)
  const bundle = path.join(target, 'index.js')
  writeFileSync(path.join(target, 'main.js'), withEagerModules(readFileSync(bundle, 'utf8')))
  // What a door begins with has to be readable for an old Node, so it stays as it is: see src/door/start.ts.
  const action = startOf('door/start.js')
  writeFileSync(bundle, action)
  writeFileSync(path.join(target, 'merge.js'), replaced(action, 'openAction', 'openMerge'))
  writeFileSync(path.join(target, 'cli.js'), startOf('door/start-command.js'))
  writeFileSync(path.join(target, 'licenses.txt'), bundledLicences(ROOT))
}

/** The bundler leaves what is loaded late as it is, which takes twice the time to read. */
function minifyLateParts(target: string): void {
  for (const name of readdirSync(target).filter(file => /^\d+\.index\.js$/.test(file))) {
    const file = path.join(target, name)
    writeFileSync(file, minifySync(name, readFileSync(file, 'utf8')).code)
  }
}

/** Bundled, what holds the doors has another name. */
function startOf(file: string): string {
  return replaced(readFileSync(path.join(COMPILED, file), 'utf8'), './doors.js', './main.js')
}

function replaced(text: string, what: string, by: string): string {
  if (!text.includes(what)) throw new Error(`There is no ${what} any more where a door begins`)
  return text.replace(what, by)
}

await runCommand(USAGE, main)
