import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MAX_BASELINE_BYTES, readBaseline } from '../../src/files/baseline-file.ts'
import type { FilePorts } from '../../src/files/ports.ts'
import { readWorkspaceFile } from '../../src/files/workspace-file.ts'
import { inEnglish } from '../../testing/in-english.ts'
import { reportOfItems } from '../../testing/reports/fixtures.ts'

const REPORT = JSON.stringify(reportOfItems([]))
let folder = ''
let workspace = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-baseline-'))
  workspace = path.join(folder, 'workspace')
  mkdirSync(workspace)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function read(file: string) {
  const notes: string[] = []
  const files: Pick<FilePorts, 'readWorkspace'> = {
    readWorkspace: (name, maxBytes) => readWorkspaceFile(workspace, name, maxBytes),
  }
  const earlier = await readBaseline(file, files, text => void notes.push(text.in('en-us')))
  return { earlier, said: notes }
}

describe('the baseline', () => {
  it.each(['before.json', 'deep/../before.json', './before.json'])(
    'is read from the workspace: %s',
    async file => {
      mkdirSync(path.join(workspace, 'deep'))
      writeFileSync(path.join(workspace, 'before.json'), REPORT)
      expect(await read(file)).toEqual({ earlier: expect.objectContaining({ decision: 'passed' }), said: [] })
    },
  )

  it('is read through a link that stays inside', async () => {
    writeFileSync(path.join(workspace, '..data.json'), REPORT)
    symlinkSync('..data.json', path.join(workspace, 'link.json'))
    expect((await read('link.json')).said).toEqual([])
  })

  it('that is missing is a warning which tells of the first run', async () => {
    expect(inEnglish(await read('none.json'))).toEqual({
      earlier: null,
      said: [
        'baseline: none.json cannot be used: it does not exist in the workspace (on a first run there is none). This report does not say what has changed.',
      ],
    })
  })

  it.each(['../outside.json', 'link.json', 'linked/outside.json'])(
    'outside the workspace is a warning: %s',
    async file => {
      writeFileSync(path.join(folder, 'outside.json'), REPORT)
      symlinkSync(path.join(folder, 'outside.json'), path.join(workspace, 'link.json'))
      symlinkSync(folder, path.join(workspace, 'linked'))
      const { earlier, said } = await read(file)
      expect([earlier, said.join()]).toEqual([null, expect.stringContaining('outside the workspace')])
    },
  )

  it('that is a folder, too long or no report is a warning', async () => {
    const own = (name: string) => path.join(workspace, name)
    mkdirSync(own('folder'))
    writeFileSync(own('long'), '')
    truncateSync(own('long'), MAX_BASELINE_BYTES + 1)
    writeFileSync(own('other'), '{}')
    expect((await read('folder')).said.join()).toContain('not a plain file')
    expect((await read('long')).said.join()).toContain('67108865 bytes long; at most 67108864 are read')
    expect((await read('other')).said.join()).toContain('no report.json')
  })
})
