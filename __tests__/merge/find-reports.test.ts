import { linkSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findReports } from '../../src/merge/find-reports.ts'

let folder = ''
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'precheck-gate-find-')))
  for (const file of [
    'a/report.json',
    'a/report.junit.xml',
    'b/deep/report.json',
    'b/other.json',
    'report.json.d/x',
  ]) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), '{}')
  }
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const STAY = new AbortController().signal
async function found(places: readonly string[], signal = STAY) {
  const { files, closed, absent } = await findReports(places, folder, signal)
  return { files: files.map(file => path.relative(folder, file)), closed, absent }
}

describe('the reports in places', () => {
  it('are all files called report.json, at any depth, in order', async () => {
    expect(await found(['.'])).toEqual({
      files: ['a/report.json', 'b/deep/report.json'],
      closed: [],
      absent: [],
    })
  })

  it('are files of any name where they are given by name', async () => {
    expect((await found(['b/other.json', path.join(folder, 'a')])).files).toEqual([
      'b/other.json',
      'a/report.json',
    ])
  })

  it('are each there once, though places overlap and links lead to them', async () => {
    symlinkSync(path.join(folder, 'b'), path.join(folder, 'a/again'))
    symlinkSync(folder, path.join(folder, 'a/round'))
    symlinkSync(path.join(folder, 'a/report.json'), path.join(folder, 'b/report.json'))
    mkdirSync(path.join(folder, 'c'))
    linkSync(path.join(folder, 'a/report.json'), path.join(folder, 'c/report.json'))
    const { files, closed } = await found(['a/report.json', 'a', 'b', '.', 'c'])
    expect([files, closed]).toEqual([['a/report.json', 'a/again/deep/report.json'], []])
  })

  it('are followed over links, and links to nowhere lead to none', async () => {
    mkdirSync(path.join(folder, 'links'))
    symlinkSync(path.join(folder, 'b/other.json'), path.join(folder, 'links/report.json'))
    symlinkSync('nowhere', path.join(folder, 'links/gone'))
    symlinkSync('itself', path.join(folder, 'links/itself'))
    expect(await found(['links'])).toEqual({ files: ['links/report.json'], closed: [], absent: [] })
  })

  it('may stand behind what is listed and cannot be reached, so that is said', async () => {
    const odd = Buffer.concat([Buffer.from(path.join(folder, 'b/caf')), Buffer.from([0xe9])])
    mkdirSync(odd)
    for (let at = 0; at < 45; at += 1)
      symlinkSync(at === 0 ? '../a' : `link-${at - 1}`, path.join(folder, `b/link-${at}`))
    const { files, closed } = await found(['b'])
    expect(files).toContain('b/deep/report.json')
    expect(closed.map(({ file }) => path.basename(file))).toEqual(
      expect.arrayContaining(['caf\uFFFD', 'link-44']),
    )
  })

  it('are none where a place is absent, which is said', async () => {
    expect(await found(['gone', 'a'])).toEqual({
      files: ['a/report.json'],
      closed: [],
      absent: [path.join(folder, 'gone')],
    })
  })

  it('may be behind a place that cannot be looked into, which is said', async () => {
    const { files, closed } = await found(['a/report.json/below', `a/${'x'.repeat(300)}`])
    expect(files).toEqual([])
    expect(closed.map(({ why }) => why.slice(0, 12))).toEqual(['ENOTDIR: not', 'ENAMETOOLONG'])
  })

  it('are not looked for any more once the step is cut off', async () => {
    const cut = new AbortController()
    cut.abort()
    expect((await found(['.'], cut.signal)).files).toEqual([])
  })
})
