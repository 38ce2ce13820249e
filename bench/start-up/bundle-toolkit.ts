import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The program that the action is measured against, bundled by the same bundler with the same options. */

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SOURCE = new URL('./toolkit-gate.ts', import.meta.url)
const BUNDLER = path.join(ROOT, 'node_modules/@vercel/ncc/dist/ncc/cli.js')
/** Below the project, so that packages are found; not under version control. */
const FOLDER = path.join(ROOT, 'out/bench/toolkit')

/** Bundles anew and returns the path of the bundle. */
export function bundleToolkitGate(): string {
  mkdirSync(FOLDER, { recursive: true })
  const script = path.join(FOLDER, 'source.mjs')
  const { outputText } = ts.transpileModule(readFileSync(SOURCE, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  })
  writeFileSync(script, outputText)
  const target = path.join(FOLDER, 'dist')
  execFileSync(process.execPath, [BUNDLER, 'build', script, '--out', target, '--minify'], { stdio: 'pipe' })
  return path.join(target, 'index.mjs')
}
