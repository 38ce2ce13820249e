import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { fileURLToPath } from 'node:url'
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
