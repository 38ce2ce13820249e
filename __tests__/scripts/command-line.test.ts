import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { runCommand, UsageError, wholeNumber } from '../../scripts/command-line.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

type Command = keyof typeof packageJson.scripts
const COMMANDS = ['build', 'fuzz', 'simulator', 'demo', 'bench', 'e2e', 'mutation', 'pictures'] as const

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** What one command has compiled, the others need not: that is most of what they do here. */
const compiled = mkdtempSync(path.join(tmpdir(), 'precheck-gate-compiled-'))
afterAll(() => rmSync(compiled, { recursive: true, force: true }))

/** Runs what an npm script runs, on the Node of this process. */
function run(command: Command, ...args: readonly string[]): Promise<Ended> {
  const [node, script = ''] = packageJson.scripts[command].split(' ')
  expect(node).toBe('node')
  return new Promise(resolve => {
    const env = { ...process.env, NODE_COMPILE_CACHE: compiled }
    const child = execFile(
      process.execPath,
      [script, ...args],
      { cwd: ROOT, env },
      (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    )
  })
}

describe.concurrent('npm run', () => {
  it.each(COMMANDS)('%s -- --help says how it is used, and does nothing else', async command => {
    const { code, stdout, stderr } = await run(command, '--help')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(new RegExp(`^Usage: npm run ${command}\\b`))
    expect(stdout.split('\n').length).toBeLessThan(15)
  })

  it.each(COMMANDS)('%s -- --nope names the slip and the usage, without a stack', async command => {
    const { code, stdout, stderr } = await run(command, '--nope')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^Unknown option '--nope'/)
    expect(stderr).toContain(`\nUsage: npm run ${command}`)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it.each<[Command, readonly string[], string]>([
    ['fuzz', ['--cases', 'x'], '--cases x: not a whole number from 1 up'],
    ['fuzz', ['--path', 'x', '--seed', '1'], '--path x: not the path that a failure prints'],
    ['bench', ['--seed', '1.5'], '--seed 1.5: not a whole number from 0 up'],
    ['mutation', ['nope'], 'No such part: nope'],
    ['e2e', ['required', 'check'], 'One text at a time'],
    ['demo', ['now'], "Unexpected argument 'now'"],
    ['build', ['out/a', 'out/b'], 'One folder, not 2'],
    ['pictures', ['out/a', 'out/b'], 'One folder, not 2'],
  ])('%s -- %j starts no work', async (command, args, text) => {
    const { code, stdout, stderr } = await run(command, ...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.startsWith(text)).toBe(true)
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})

describe('a command', () => {
  afterEach(() => {
    vi.restoreAllMocks()
    process.exitCode = undefined
  })

  it('does not begin where help is asked for, wherever that stands', async () => {
    const print = vi.spyOn(console, 'log').mockReturnValue()
    const work = vi.fn(async () => {})
    await runCommand('Usage', work, ['a', '-h'])
    expect(work).not.toHaveBeenCalled()
    expect(print.mock.calls).toEqual([['Usage']])
    await runCommand('Usage', work, ['a'])
    expect(work).toHaveBeenCalledOnce()
  })

  it('ends with 2 on a slip in the command line', async () => {
    const print = vi.spyOn(console, 'error').mockReturnValue()
    await runCommand('Usage', () => Promise.reject(new UsageError('No.')), [])
    expect(print.mock.calls).toEqual([['No.\n\nUsage']])
    expect(process.exitCode).toBe(2)
  })

  it.each([new Error('a defect'), Object.assign(new Error('no file'), { code: 'ENOENT' })])(
    'keeps the stack of what is no slip: %s',
    async defect => {
      await expect(runCommand('Usage', () => Promise.reject(defect), [])).rejects.toBe(defect)
    },
  )
})

describe('a whole number', () => {
  it.each([
    ['0', 0, 0],
    ['7', 7, 7],
    ['9007199254740991', 0, Number.MAX_SAFE_INTEGER],
  ])('is %s with %i or more allowed', (text, least, number) => {
    expect(wholeNumber('--n', text, least)).toBe(number)
  })

  it.each([
    ['', 0],
    ['x', 0],
    ['-1', 0],
    ['1.5', 0],
    ['1e3', 0],
    [' 1', 0],
    ['0x10', 0],
    ['6', 7],
    ['9007199254740992', 0],
  ])('is not "%s" with %i or more allowed', (text, least) => {
    expect(() => wholeNumber('--n', text, least)).toThrow(UsageError)
    expect(() => wholeNumber('--n', text, least)).toThrow(`not a whole number from ${least} up`)
  })
})
