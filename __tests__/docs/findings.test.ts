import { readdirSync, readFileSync, statSync } from 'node:fs'
import * as path from 'node:path'
import { describe, expect, it } from 'vitest'
import { linksOf, pageOf, ROOT } from './pages.ts'

/** The findings run elsewhere and by hand; what is held here is their form, and that the list is whole. */

const scripts = readdirSync(path.join(ROOT, 'findings')).filter(name => name.endsWith('.sh'))
const textOf = (script: string) => readFileSync(path.join(ROOT, 'findings', script), 'utf8')

describe('the list of findings', () => {
  const list = pageOf('findings/README.md')

  it('names every script once, and no other', () => {
    expect(scripts.length).toBeGreaterThan(0)
    expect(linksOf(list).filter(link => link.endsWith('.sh'))).toEqual(scripts.toSorted())
  })

  it('names for each the place that takes it into account', () => {
    const lines = list.text.split('\n').filter(line => line.startsWith('- '))
    expect(lines.length).toBe(scripts.length)
    expect(lines.filter(line => !/\.sh\): .+\. → \[[^\]]+\]\(\.\.\/[^)]+\)$/.test(line))).toEqual([])
  })
})

describe.each(scripts)('%s', script => {
  const text = textOf(script)

  // Windows has no such bit.
  it.skipIf(process.platform === 'win32')('can be executed', () => {
    expect(statSync(path.join(ROOT, 'findings', script)).mode & 0o111).toBe(0o111)
  })

  it('stops at the first error, and says what was expected and what was seen, with version and day', () => {
    expect(text).toMatch(/^#!\/usr\/bin\/env bash\n# /)
    expect(text).toContain('\nset -euo pipefail\n')
    expect(text).toContain('\n# Expected: ')
    expect(text).toMatch(/\n# Seen with [^\n]*\d[^\n]* on 20\d\d-\d\d-\d\d: /)
    expect(text).toMatch(/\bexpect ['"]/)
  })

  it('names no registry', () => {
    expect(text).not.toMatch(/--(?:index-url|registry|repository)|https:\/\//)
  })
})
