import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { MAX_LEG_BYTES } from '../../src/merge/merge.ts'
import { mergeIn, putInto } from './merge-in-folder.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-merge-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('a merge takes a report of the largest size, and none beyond it', async () => {
  const reports = putInto(folder, 'orders')
  const text = readFileSync(path.join(folder, reports), 'utf8')
  writeFileSync(path.join(folder, reports), text + ' '.repeat(MAX_LEG_BYTES - text.length))
  expect((await mergeIn(folder, { reports })).report.gate.decision).toBe('passed')
  truncateSync(path.join(folder, reports), MAX_LEG_BYTES + 1)
  const { report } = await mergeIn(folder, { reports })
  expect(report.problems.join()).toContain(
    `it is ${MAX_LEG_BYTES + 1} bytes long; at most ${MAX_LEG_BYTES} are read`,
  )
})
