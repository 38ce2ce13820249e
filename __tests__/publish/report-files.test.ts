import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Bounded, reportFolder, unlessAborted, writeWhole } from '../../src/publish/report-files.ts'

const PLACES = { tempDir: '/temp', workspace: '/work' }
const UNNAMED = { name: 'precheck', nameIsOwn: false, reportDir: null }

const folderOf = (settings: Partial<typeof UNNAMED> | { reportDir: string }, ...taken: readonly string[]) =>
  reportFolder({ ...UNNAMED, ...settings }, PLACES, async file => taken.includes(file))

const FIRST = '/temp/precheck-gate/precheck/report.json'
const SECOND = '/temp/precheck-gate/precheck-2/report.json'

describe('the folder of the reports', () => {
  it('is named after the gate', async () => {
    expect(await folderOf({})).toBe('/temp/precheck-gate/precheck')
    expect(await folderOf({ name: 'orders', nameIsOwn: true })).toBe('/temp/precheck-gate/orders')
  })

  it('is the next one for a gate without a name and a folder, so that no report is written over another', async () => {
    expect(await folderOf({}, FIRST)).toBe('/temp/precheck-gate/precheck-2')
    expect(await folderOf({}, FIRST, SECOND)).toBe('/temp/precheck-gate/precheck-3')
    expect(await folderOf({}, SECOND)).toBe('/temp/precheck-gate/precheck')
  })

  it('is as the user says, whatever is there', async () => {
    const named = { name: 'orders', nameIsOwn: true }
    expect(await folderOf(named, '/temp/precheck-gate/orders/report.json')).toBe('/temp/precheck-gate/orders')
    expect(await folderOf({ reportDir: 'out' }, '/work/out/report.json')).toBe('/work/out')
    expect(await folderOf({ reportDir: '/elsewhere' }, '/elsewhere/report.json')).toBe('/elsewhere')
  })

  it('is found at last where everything seems to be taken', async () => {
    expect(await reportFolder(UNNAMED, PLACES, async () => true)).toBe('/temp/precheck-gate/precheck')
  })
})

describe('a file in pieces', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'precheck-gate-writer-'))
  afterAll(() => rmSync(root, { recursive: true }))
  const inTime: Bounded = call => call(new AbortController().signal)
  const into = (name: string) => ({
    folder: path.join(root, name),
    file: path.join(root, name, 'report.json'),
  })

  it('is whole, whatever the pieces are', async () => {
    const { folder, file } = into('whole')
    const pieces = ['', 'a'.repeat(300_000), 'ä€', '\u{1f600}'.repeat(200_000), '', 'end']
    await writeWhole(file, pieces, inTime)
    expect(readFileSync(file, 'utf8')).toBe(pieces.join(''))
    await writeWhole(file, [], inTime)
    expect(readFileSync(file, 'utf8')).toBe('')
    expect(readdirSync(folder)).toEqual(['report.json'])
  })

  it('is written while it is made: a large one is never there as one text', async () => {
    let made = 0
    const seen: number[] = []
    const bounded: Bounded = call => {
      seen.push(made)
      return inTime(call)
    }
    function* texts() {
      for (; made < 40; made += 1) yield 'x'.repeat(100_000)
    }
    await writeWhole(into('while').file, texts(), bounded)
    expect(new Set(seen).size).toBeGreaterThan(10)
  })

  it('that fails half way, or is cut off, leaves the one before as it was and no draft', async () => {
    const { folder, file } = into('half')
    await writeWhole(file, ['before'], inTime)
    const broken = function* () {
      yield 'x'.repeat(600_000)
      throw new Error('cannot be made')
    }
    await expect(writeWhole(file, broken(), inTime)).rejects.toThrow('cannot be made')
    const stop = new AbortController()
    const stopped = function* () {
      yield 'x'.repeat(600_000)
      stop.abort()
      yield 'y'
    }
    await expect(writeWhole(file, stopped(), unlessAborted(stop.signal))).rejects.toThrow(/abort/i)
    expect(readFileSync(file, 'utf8')).toBe('before')
    expect(readdirSync(folder)).toEqual(['report.json'])
  })

  it('is given up, with every call under its bound, where the file system never answers', async () => {
    const calls = { begun: 0 }
    const hangsAfter =
      (most: number): Bounded =>
      call => {
        calls.begun += 1
        return calls.begun > most ? Promise.reject(new Error('no answer in time')) : inTime(call)
      }
    for (const most of [0, 1, 2, 3]) {
      calls.begun = 0
      const { file } = into(`hangs-${most}`)
      await expect(writeWhole(file, ['text'], hangsAfter(most))).rejects.toThrow('no answer in time')
      expect(() => readFileSync(file)).toThrow()
    }
  })
})
