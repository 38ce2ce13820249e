import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readableMarkdown } from '../../scripts/readable-markdown.ts'
import { linesOnScreen, shortSummary } from '../../scripts/short-summary.ts'
import { reportSchema } from '../../src/report/schema.ts'

/** Two times fifty lines. */
const TWO_SCREENS = 100
/** `npm ci` ends with eleven where it knows of a newer npm, and `npm run` begins with four. */
const LINES_OF_NPM = 15

const DEMO = fileURLToPath(new URL('../../scripts/demo.ts', import.meta.url))

describe('the demo', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [DEMO], {
    encoding: 'utf8',
    timeout: 60_000,
  })

  it('ends well, because its gate fails on purpose', () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/The demo worked/)
    expect(stdout).toContain('decision:     failed (checks-failed), exit code 1')
  })

  it('shows the summary with passed, warned and failed tasks of all three services', () => {
    const file = /^report\.json: +(.+)$/m.exec(stdout)?.[1] ?? ''
    const report = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    expect(report.targets.map(({ service }) => service)).toEqual(['drs', 'ddm', 'oms'])
    const reasons = report.targets.flatMap(({ tasks }) => tasks.map(({ reasonCode }) => reasonCode))
    expect(new Set(reasons)).toEqual(new Set(['all-passed', 'passed-with-warnings', 'checks-failed']))
    const items = report.targets.flatMap(({ tasks }) => tasks.flatMap(one => one.items))
    expect(items.length).toBe(report.counts.total)
    const failed = items.filter(({ status }) => status === 'failed')
    expect(failed.length).toBe(report.counts.failed)
    // The screen has the heading of each finding, which counts the items of one cause behind the first two; the file names them all.
    const summary = readFileSync(/^Job summary: +(.+)$/m.exec(stdout)?.[1] ?? '', 'utf8')
    expect(failed.filter(({ title }) => title && summary.includes(title))).toEqual(failed)
    const titled = failed.filter(({ title }) => title && stdout.includes(title))
    const counted = [...stdout.matchAll(/^#### .* and (\d+) more items?$/gm)].map(([, more]) => Number(more))
    expect(titled.length + counted.reduce((sum, more) => sum + more, 0)).toBe(failed.length)
    expect(stdout).not.toMatch(/\bpassed \|/)
    expect(path.isAbsolute(file)).toBe(true)
  })

  it('fits on two screens with what npm says before it, and ends with where the page is', () => {
    expect(linesOnScreen(stdout.trimEnd().split('\n'))).toBeLessThanOrEqual(TWO_SCREENS - LINES_OF_NPM)
    const page = /^HTML page: +(.+)$/m.exec(stdout)?.[1] ?? ''
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/i)
    expect(stdout.trimEnd().split('\n').slice(-3).join()).toContain(page)
  })

  it('prints neither a workflow command nor a secret', () => {
    expect(stdout).not.toMatch(/^::|##\[/m)
    expect(stdout).not.toMatch(/simulated-secret-key|simulated-oms-password|a-made-up-password/)
  })
})

describe('Markdown made readable', () => {
  it('has no entities, no invisible blanks and no HTML', () => {
    const markdown =
      '<details><summary>drs, <code>a&#95;b</code>: passed</summary>\n\nx@\u200By\n\n</details>\n'
    expect(readableMarkdown(markdown)).toBe('#### drs, `a_b`: passed\n\nx@y\n\n')
  })

  it('aligns the columns of tables', () => {
    const table = '| a | bcd |\n| --- | --- |\n| efgh | i |\n'
    expect(readableMarkdown(table)).toBe('| a    | bcd |\n| ---- | --- |\n| efgh | i   |\n')
  })
})

describe('a summary made short', () => {
  const folded = '<details><summary>All</summary>\n\nfolded\n\n</details>\n'

  it('is whole where it fits, without what is folded away', () => {
    expect(shortSummary(`## A\n\na\n\n${folded}\n### B\n\nb\n`, 20)).toBe('## A\n\na\n\n### B\n\nb')
  })

  it('cuts the first section that does not fit, and shows the headings of the others', () => {
    const long = Array.from({ length: 9 }, (_, index) => `line ${index}`).join('\n')
    expect(shortSummary(`## A\na\n### B\n${long}\n### C\nc\n`, 7)).toBe(
      '## A\na\n### B\nline 0\nline 1\nline 2\n     …\n### C',
    )
  })

  it('counts a line that the terminal breaks as those that it becomes', () => {
    expect(linesOnScreen(['', 'a'.repeat(100), 'a'.repeat(101)])).toBe(4)
  })
})
