import { describe, expect, test } from 'vitest'
import { MAX_FILE_BYTES } from '../../src/files/at-ref-words.ts'
import { type GitHubFault, otherFault } from '../../src/github/fault.ts'
import { fileAtRef, protectionOf } from '../../src/github/file-at-ref.ts'
import type { GitHubPorts } from '../../src/github/routes.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { inEnglish } from '../../testing/in-english.ts'
import { gitHubWith } from './ports.ts'

const FILE = '.github/waivers.yml'
const RAW = 'application/vnd.github.raw+json'
const MISSING = otherFault('missing', verbatim('HTTP 404, "Not Found"'), { httpStatus: 404 })
const DENIED = otherFault('denied', verbatim('HTTP 403, "Resource not accessible by integration"'), {
  httpStatus: 403,
})

const no = (fault: GitHubFault) => async () => ({ ok: false, fault }) as const

const answers = (content: string | Uint8Array, mediaType = RAW): Partial<GitHubPorts> => ({
  contents: async () => ({ ok: true, value: { mediaType, bytes: Buffer.from(content) } }),
})
const fileAt = (answering: Partial<GitHubPorts>, path = FILE, ref = 'main') =>
  fileAtRef(gitHubWith(answering), path, ref)

describe('a file at a git ref', () => {
  test('is found with its text', async () => {
    expect(inEnglish(await fileAt(answers('version: 1\n# 注释\n')))).toEqual({
      kind: 'found',
      text: 'version: 1\n# 注释\n',
    })
  })

  test.each(['text/plain', 'application/octet-stream', ''])('is found as %s too', async mediaType => {
    expect(inEnglish(await fileAt(answers('a: 1', mediaType)))).toEqual({ kind: 'found', text: 'a: 1' })
  })

  test('over a megabyte is found, over the cap it is not', async () => {
    const largest = 'x'.repeat(MAX_FILE_BYTES)
    expect(inEnglish(await fileAt(answers(largest)))).toEqual({ kind: 'found', text: largest })
    expect(inEnglish(await fileAt(answers(`${largest}x`)))).toMatchObject({
      kind: 'unavailable',
      why: expect.stringContaining(`over the limit of ${MAX_FILE_BYTES}`),
    })
  })

  test('is absent only when the commit itself can be read', async () => {
    const commit = async () => ({ ok: true, value: null }) as const
    expect(await fileAt({ contents: no(MISSING), commit })).toEqual({ kind: 'absent' })
  })

  test.each([
    ['does not exist', MISSING, 'no commit was found'],
    [
      'is no commit',
      otherFault('rejected', verbatim('HTTP 422, "No commit found for SHA: x"')),
      'no commit was found',
    ],
    ['may not be read', DENIED, 'permissions: { contents: read }'],
    ['cannot be read now', otherFault('unavailable', verbatim('HTTP 502')), 'HTTP 502'],
  ])('is unavailable when the ref %s', async (_, fault, why) => {
    const result = await fileAt({ contents: no(MISSING), commit: no(fault) })
    expect(inEnglish(result)).toEqual({ kind: 'unavailable', why: expect.stringContaining(why) })
  })

  test.each([
    [DENIED, 'permissions: { contents: read }'],
    [otherFault('bad-token', verbatim('HTTP 401, "Bad credentials"')), 'Check the github-token input'],
    [otherFault('unavailable', verbatim('HTTP 503')), 'HTTP 503. Run the job again'],
    [otherFault('cancelled', verbatim('the step ended')), 'the step ended'],
  ])('is unavailable, never absent, when GitHub does not answer with 404 (%#)', async (fault, why) => {
    const commit = async () => ({ ok: true, value: null }) as const
    const result = await fileAt({ contents: no(fault), commit })
    expect(inEnglish(result)).toEqual({ kind: 'unavailable', why: expect.stringContaining(why) })
    expect(inEnglish(result)).toMatchObject({
      why: expect.stringContaining('.github/waivers.yml at main of acme/shop'),
    })
  })

  const entry = { type: 'file', path: 'x', sha: 'a', url: 'u' }
  test.each([
    ['a folder', [entry, entry], 'a folder, not a file'],
    ['an empty folder', [], 'a folder, not a file'],
    ['a folder as an object', { ...entry, type: 'dir', entries: [] }, 'a folder, not a file'],
    ['a submodule', { ...entry, type: 'submodule' }, 'a submodule, not a file'],
    ['a link out of the repository', { ...entry, type: 'symlink', target: '/etc' }, 'symlink, no content'],
    ['a large file as description', { ...entry, encoding: 'none', content: '' }, 'file, no content'],
  ])('is unavailable when it is %s', async (_, body, why) => {
    const result = await fileAt(answers(JSON.stringify(body), 'application/json'))
    expect(inEnglish(result)).toEqual({ kind: 'unavailable', why: expect.stringContaining(why) })
  })

  test('described in base64 by an older server is found', async () => {
    const content = Buffer.from('version: 1 # 注释').toString('base64').replace(/.{10}/g, '$&\n')
    const described = JSON.stringify({ ...entry, encoding: 'base64', content })
    const result = await fileAt(answers(described, 'application/json'))
    expect(inEnglish(result)).toEqual({ kind: 'found', text: 'version: 1 # 注释' })
  })

  test('that holds JSON itself is not taken for a description', async () => {
    const text = '{"version":1,"waivers":[]}'
    expect(inEnglish(await fileAt(answers(text, 'application/json')))).toEqual({ kind: 'found', text })
  })

  test('is unavailable when a web page came back', async () => {
    expect(await fileAt(answers('<html>', 'text/html'))).toMatchObject({ kind: 'unavailable' })
  })

  test.each([
    ['UTF-16', Buffer.from('\uFEFFversion: 1', 'utf16le'), 'the file is UTF-16; save it as UTF-8'],
    ['another encoding', Buffer.from('grüße', 'latin1'), 'the file is not UTF-8 text'],
  ])('is there but refused when it is in %s', async (_, bytes, why) => {
    const named = '.github/waivers.yml at main of acme/shop'
    expect(inEnglish(await fileAt(answers(bytes)))).toEqual({ kind: 'refused', why: `${named}: ${why}` })
  })

  test.each([
    ['./config/../.github//waivers.yml', '.github/waivers.yml'],
    ['a b/ü?#%2e.yml', 'a b/ü?#%2e.yml'],
    ['..hidden/x', '..hidden/x'],
  ])('%s is asked for as %s', async (path, asked) => {
    const paths: string[] = []
    const contents: GitHubPorts['contents'] = async of => {
      paths.push(of)
      return { ok: false, fault: DENIED }
    }
    await fileAt({ contents, commit: no(DENIED) }, path)
    expect(paths).toEqual([asked])
  })

  test.each(['', '.', '..', '../x', 'a/../../x', '/etc/passwd', 'folder/', '\ud800'])(
    'nothing is asked for the path %j',
    async path => {
      const result = await fileAt(answers('secret'), path)
      expect(inEnglish(result)).toMatchObject({
        kind: 'unavailable',
        why: expect.stringContaining('the path must'),
      })
    },
  )

  test.each(['', '.', '..', 'a/../b', 'a\nb', '\udc00'])('nothing is asked for the ref %j', async ref => {
    const result = await fileAt(answers('secret'), FILE, ref)
    expect(inEnglish(result)).toMatchObject({
      kind: 'unavailable',
      why: expect.stringContaining('not the name of a branch'),
    })
  })
})

describe('whether a branch is protected', () => {
  const BRANCH = 'release/1'
  const port = (isProtected: boolean) =>
    gitHubWith({ isProtected: async () => ({ ok: true, value: isProtected }) })

  test('is what GitHub says', async () => {
    expect(await protectionOf(port(true), BRANCH)).toEqual({ kind: 'protected' })
    expect(await protectionOf(port(false), BRANCH)).toEqual({ kind: 'unprotected' })
  })

  test('is no where there is no such branch to see', async () => {
    expect(await protectionOf(gitHubWith({ isProtected: no(MISSING) }), BRANCH)).toEqual({
      kind: 'unprotected',
    })
  })

  test.each([
    DENIED,
    otherFault('unavailable', verbatim('HTTP 502')),
    otherFault('rejected', verbatim('an answer that could not be read')),
  ])('is not known where it cannot be read (%#)', async fault => {
    const why = expect.stringMatching(
      /^Could not read whether the branch release\/1 of acme\/shop is protected: /,
    )
    expect(inEnglish(await protectionOf(gitHubWith({ isProtected: no(fault) }), BRANCH))).toEqual({
      kind: 'unavailable',
      why,
    })
  })
})
