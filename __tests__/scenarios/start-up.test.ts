import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { afterAll, describe, expect, it } from 'vitest'

const BUNDLE = fileURLToPath(new URL('../../dist/index.js', import.meta.url))
const MOST_TIMES_BARE_NODE = 5
const ROUNDS = 9
const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-start-'))
const env = { RUNNER_TEMP: folder }

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(...args: readonly string[]) {
  const begun = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  return { ms: performance.now() - begun, status, text: stdout + stderr }
}

/** Of an odd number of values. */
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

describe('a run without inputs, by hand', () => {
  it('ends with what is missing and no stack, although nothing of the runner is there', () => {
    const { status, text } = run(BUNDLE)
    expect(status).toBe(1)
    expect(text).toMatch(/service: missing/)
    expect(text).toContain('precheck: inconclusive (invalid-input)')
    expect(text).not.toMatch(/^\s+at /m)
  })

  it(`takes at most ${MOST_TIMES_BARE_NODE} times the start of bare Node`, () => {
    // In turn, so that whatever else the machine does weighs on both alike.
    const rounds = Array.from({ length: ROUNDS }, () => ({ bare: run('-e', '0').ms, gate: run(BUNDLE).ms }))
    const times = median(rounds.map(({ bare, gate }) => gate / bare))
    expect(times).toBeLessThanOrEqual(MOST_TIMES_BARE_NODE)
  })
})

describe('what Node itself loads for a run', () => {
  /** Loaded first, names at the end what Node loaded of its own. */
  const naming = `data:text/javascript,process.on('exit',()=>console.log('LOADED '+process.moduleLoadList.join()))`
  const loadedBy = (...inputs: readonly string[]) => {
    const given = Object.fromEntries(inputs.map(input => input.split('=', 2)))
    const { status, stdout } = spawnSync(process.execPath, ['--import', naming, BUNDLE], {
      env: { ...env, ...given },
      encoding: 'utf8',
    })
    expect(status).toBe(1)
    const list = /^LOADED (.+)$/m.exec(stdout)?.[1]?.split(',') ?? []
    return list.map(name => name.replace(/^NativeModule /, ''))
  }

  it('is no HTTP, no TLS and no child process when an input is wrong', () => {
    const loaded = loadedBy()
    expect(loaded).toContain('fs')
    for (const part of ['http', 'https', 'tls', 'child_process', 'internal/deps/undici/undici'])
      expect(loaded).not.toContain(part)
  })

  it('is no second HTTP client when a service is called', () => {
    // A static import of node:http that names everything in it loads undici, which takes 40 ms.
    const task = [
      'service=drs',
      'job-ids=140b5236-88ad-43c8-811c-1268453jb101',
      'project-id=0123456789abcdef',
    ]
    const access = ['endpoint=http://127.0.0.1:9', 'auth-token=simulated-token', 'timeout-minutes=0.05']
    const loaded = loadedBy(
      ...[...task, ...access].map(
        input => `INPUT_${input.toUpperCase()}`.replace(/=.*/, '') + input.replace(/^[^=]*/, ''),
      ),
    )
    expect(loaded).toContain('http')
    expect(loaded).not.toContain('internal/deps/undici/undici')
  })
})

describe('an old Node', () => {
  /** Loaded first, tells the bundle that it runs on another version. */
  const pretending = (version: string) => [
    '--import',
    `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`,
    BUNDLE,
  ]

  it.each(['20.20.2', '18.0.0', '8.17.0'])(
    '%s is told in one line what is needed and what was found',
    version => {
      const { status, text } = run(...pretending(version))
      expect(status).toBe(1)
      expect(text.trim().split('\n')).toEqual([expect.stringMatching(/^::error::.*Node 22 or newer/)])
      expect(text).toContain(`Node ${version}.`)
    },
  )

  it.each(['22.0.0', '24.21.0', '100.1.0'])('%s is none', version => {
    expect(run(...pretending(version)).text).toMatch(/service: missing/)
  })

  it('can read the file that tells it: nothing there is newer than ES2015 but the one import', () => {
    const source = readFileSync(BUNDLE, 'utf8')
    const script = source.replace('import(', 'String(').replace(/^export \{\};?$/m, '')
    const options = { target: ts.ScriptTarget.ES2015, module: ts.ModuleKind.None, removeComments: true }
    const lowered = ts.transpileModule(script, { compilerOptions: options }).outputText
    const asItIs = ts.transpileModule(script, {
      compilerOptions: { ...options, target: ts.ScriptTarget.ESNext },
    }).outputText
    expect(source.length).toBeLessThan(1_000)
    expect(source).not.toMatch(/\bawait\b/)
    expect(lowered).toBe(asItIs)
  })
})
