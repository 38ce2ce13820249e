import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sourcesUnder } from './sources.ts'

/**
 * What a module does while it is loaded, no `try` of the run can catch: a client that is made there needs a token before
 * anybody could say that there is none. So only the first file of each door does anything on being loaded.
 */

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const modules = sourcesUnder('src')
  .map(({ file }) => file)
  .filter(file => file !== 'src/door/start.ts' && file !== 'src/door/start-command.ts')

/** Loads modules in a process without any variable, where whatever they leave open or change is seen. */
const LOADER = `
const seen = () => JSON.stringify([process.getActiveResourcesInfo(), process.eventNames(), process.exitCode, process.env])
// A package that looks whether the output is a terminal opens it.
process.stdout; process.stderr
const before = seen()
for (const file of JSON.parse(process.argv[1])) await import(file)
const after = seen()
if (after !== before) console.log(before, 'became', after)
`

function load(files: readonly string[]) {
  const list = JSON.stringify(files.map(file => new URL(`../../${file}`, import.meta.url).href))
  const args = ['--input-type=module', '--no-warnings', '-e', LOADER, list]
  // Windows cannot load a library without it.
  const root = process.env['SystemRoot']
  const env = root === undefined ? {} : { SystemRoot: root }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

describe('loading the modules', () => {
  it('says nothing, asks for nothing and leaves nothing open, without a single variable', () => {
    expect(modules.length).toBeGreaterThan(80)
    expect(load(modules)).toEqual({ status: 0, said: '' })
  })

  it('is seen when it does: the door begins to run', () => {
    expect(load(['src/door/start.ts']).said).toContain('service: missing')
  })
})
