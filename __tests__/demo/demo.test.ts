import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readableMarkdown } from '../../scripts/readable-markdown.ts'
import { reportSchema } from '../../src/report/schema.ts'

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
    const ids = report.targets.flatMap(({ tasks }) => tasks.flatMap(({ items }) => items.map(({ id }) => id)))
    expect(ids.length).toBe(report.counts.total)
    const name = (id: string) => id.slice(id.lastIndexOf('/') + 1)
    expect(ids.filter(id => !stdout.includes(name(id)))).toEqual([])
    expect(path.isAbsolute(file)).toBe(true)
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
