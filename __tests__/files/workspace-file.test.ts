import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isInside, MAX_FILE_BYTES, readLocalFile, readWorkspaceFile } from '../../src/files/workspace-file.ts'
import { inEnglish } from '../../testing/in-english.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-workspace-'))
const workspace = path.join(folder, 'workspace')
const within = (name: string) => path.join(workspace, name)
const write = (name: string, text: string | Uint8Array) => writeFileSync(within(name), text)
const read = async (name: string, maxBytes?: number) =>
  inEnglish(await readWorkspaceFile(workspace, name, maxBytes))

const found = (text: string) => ({ kind: 'found', text })
const refused = (why: unknown) => ({ kind: 'refused', why })
const OUTSIDE = refused('it lies outside the workspace, or is a link that leads out of it')

beforeAll(() => {
  for (const name of ['workspace/folder', 'workspace-2', 'home/.huaweicloud'])
    mkdirSync(path.join(folder, name), { recursive: true })
  for (const name of ['workspace-2/file.yml', 'home/.huaweicloud/credentials'])
    writeFileSync(path.join(folder, name), 'secret: of-somebody-else\n')
  write('file.yml', 'version: 1 # ä\n')
  write('..hidden.yml', 'version: 1\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a file of the workspace', () => {
  it('is read as UTF-8, by a path from the workspace or from the root of the disk', async () => {
    for (const name of ['file.yml', './folder/../file.yml', within('file.yml')])
      expect(await read(name)).toEqual(found('version: 1 # ä\n'))
    expect(await read('..hidden.yml')).toEqual(found('version: 1\n'))
  })

  it('is absent when it is not there, nor its folder, nor the workspace', async () => {
    for (const name of ['nothing.yml', 'nowhere/nothing.yml'])
      expect(await read(name)).toEqual({ kind: 'absent' })
    expect(await readWorkspaceFile(path.join(folder, 'gone'), 'file.yml')).toEqual({ kind: 'absent' })
  })

  it('is read up to the limit and refused one byte above it', async () => {
    write('long.yml', 'x')
    truncateSync(within('long.yml'), MAX_FILE_BYTES)
    expect(await read('long.yml')).toMatchObject(refused(expect.stringContaining('NUL')))
    truncateSync(within('long.yml'), MAX_FILE_BYTES + 1)
    const why = `it is ${MAX_FILE_BYTES + 1} bytes long; at most ${MAX_FILE_BYTES} are read`
    expect(await read('long.yml')).toEqual(refused(why))
  })

  it('may be longer where its reader says so', async () => {
    write('larger.json', ' '.repeat(MAX_FILE_BYTES + 1))
    expect(await read('larger.json', MAX_FILE_BYTES + 1)).toMatchObject({ kind: 'found' })
    expect(await read('larger.json', MAX_FILE_BYTES)).toMatchObject({ kind: 'refused' })
  })

  it('is no folder, and no name that a file system does not take', async () => {
    expect(await read('folder')).toEqual(refused('it is not a plain file'))
    expect(await read('a\0b')).toMatchObject({ kind: 'refused' })
  })

  it.each([
    ['with a byte order mark is text', Buffer.from('\uFEFFa: 1'), found('a: 1')],
    [
      'in UTF-16 is named',
      Buffer.from('\uFEFFversion: 1', 'utf16le'),
      refused(expect.stringMatching('UTF-16; save it as UTF-8')),
    ],
    [
      'in UTF-16, big end first, is named',
      Buffer.from('\uFEFFversion: 1', 'utf16le').swap16(),
      refused(expect.stringMatching('UTF-16; save')),
    ],
    [
      'in UTF-16 without its mark is named',
      Buffer.from('version: 1', 'utf16le'),
      refused(expect.stringMatching('NUL characters')),
    ],
    ['in another encoding is named', Buffer.from('grüße', 'latin1'), refused('the file is not UTF-8 text')],
  ])('%s', async (_, bytes, expected) => {
    write('encoded.yml', bytes)
    expect(await read('encoded.yml')).toEqual(expected)
  })

  it.each(['../workspace-2/file.yml', '../home/.huaweicloud/credentials', '..', '.', '', '/etc/passwd', '/'])(
    'never lies outside: %j',
    async name => {
      expect(await read(name)).toEqual(OUTSIDE)
    },
  )

  // Windows lets only administrators make links, and has no pipes in its file system.
  describe.runIf(process.platform !== 'win32')('that is a link', () => {
    const link = (to: string, name: string) => symlinkSync(to, within(name))

    it('is read where it stays inside', async () => {
      link('file.yml', 'inside.yml')
      link(within('folder'), 'other')
      write('folder/deep.yml', 'deep: 1')
      expect(await read('inside.yml')).toEqual(found('version: 1 # ä\n'))
      expect(await read('other/deep.yml')).toEqual(found('deep: 1'))
    })

    it('is refused where it leads out: itself, its folder, or a link behind it', async () => {
      link('../home/.huaweicloud/credentials', 'credentials.yml')
      link(path.join(folder, 'home'), 'home')
      link('credentials.yml', 'second.yml')
      link('../workspace-2/file.yml', 'beside.yml')
      link('/proc/self/environ', 'environment.yml')
      for (const name of ['credentials.yml', 'home/.huaweicloud/credentials', 'second.yml', 'beside.yml'])
        expect(await read(name)).toEqual(OUTSIDE)
      if (process.platform === 'linux') expect(await read('environment.yml')).toEqual(OUTSIDE)
    })

    it('is read in a workspace that is reached by a link itself', async () => {
      symlinkSync(workspace, path.join(folder, 'by-link'))
      expect(await readWorkspaceFile(path.join(folder, 'by-link'), 'file.yml')).toMatchObject({
        kind: 'found',
      })
    })

    it('to nothing is absent, in a circle refused', async () => {
      link('nowhere', 'dangling.yml')
      link('round.yml', 'round.yml')
      expect(await read('dangling.yml')).toEqual({ kind: 'absent' })
      expect(await read('round.yml')).toMatchObject({ kind: 'refused' })
    })

    it('to a device is refused before it is read', async () => {
      link('/dev/zero', 'endless.yml')
      expect(await read('endless.yml')).toEqual(OUTSIDE)
      expect(inEnglish(await readLocalFile(within('endless.yml')))).toEqual(refused('it is not a plain file'))
    })

    it('or a pipe that nobody writes to is refused before it is read', async () => {
      execFileSync('mkfifo', [within('pipe.yml')])
      expect(await read('pipe.yml')).toEqual(refused('it is not a plain file'))
    })
  })
})

describe('a file that may lie anywhere', () => {
  it('is read outside the workspace too', async () => {
    const file = path.join(folder, 'workspace-2', 'file.yml')
    expect(await readLocalFile(file)).toEqual(found('secret: of-somebody-else\n'))
    expect(await readLocalFile(path.join(folder, 'gone'))).toEqual({ kind: 'absent' })
  })
})

describe('a path', () => {
  it.each([
    ['/w/a', '/w', true],
    ['/w/a/b', '/w', true],
    ['/w/..a', '/w', true],
    ['/w', '/w', false],
    ['/w2', '/w', false],
    ['/w2/a', '/w', false],
    ['/', '/w', false],
    ['/a', '/', true],
  ])('%s in %s: %s', (file, place, expected) => {
    expect(isInside(file, place)).toBe(expected)
  })
})
