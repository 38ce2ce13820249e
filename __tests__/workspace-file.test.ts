import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAX_FILE_BYTES, readWorkspaceFile } from '../src/workspace-file.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-workspace-'))
const within = (name: string) => path.join(folder, name)
const write = (name: string, text: string) => writeFileSync(within(name), text)

beforeAll(() => {
  write('file.yml', 'version: 1 # ä\n')
  write('long.yml', '')
  truncateSync(within('long.yml'), MAX_FILE_BYTES)
  write('too-long.yml', '')
  truncateSync(within('too-long.yml'), MAX_FILE_BYTES + 1)
  mkdirSync(within('folder'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a file of the workspace', () => {
  it('is read as UTF-8', async () => {
    expect(await readWorkspaceFile(within('file.yml'))).toBe('version: 1 # ä\n')
  })

  it('is null when it is not there, nor its folder', async () => {
    expect(await readWorkspaceFile(within('nothing.yml'))).toBeNull()
    expect(await readWorkspaceFile(within('nowhere/nothing.yml'))).toBeNull()
  })

  it('is read up to the limit and refused one byte above it', async () => {
    expect(await readWorkspaceFile(within('long.yml'))).toHaveLength(MAX_FILE_BYTES)
    await expect(readWorkspaceFile(within('too-long.yml'))).rejects.toThrow(
      `it is ${MAX_FILE_BYTES + 1} bytes long; at most ${MAX_FILE_BYTES} are read`,
    )
  })

  it('is no folder', async () => {
    await expect(readWorkspaceFile(within('folder'))).rejects.toThrow('not a plain file')
  })

  // Windows has neither in its file system.
  describe.runIf(process.platform !== 'win32')('that has no end is refused before it is read:', () => {
    it('a link to a device', async () => {
      symlinkSync('/dev/zero', within('endless.yml'))
      await expect(readWorkspaceFile(within('endless.yml'))).rejects.toThrow('not a plain file')
    })

    it('a pipe that nobody writes to', async () => {
      execFileSync('mkfifo', [within('pipe.yml')])
      await expect(readWorkspaceFile(within('pipe.yml'))).rejects.toThrow('not a plain file')
    })
  })
})
