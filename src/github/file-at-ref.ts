import { posix } from 'node:path'
import * as z from 'zod'
import { parsedJson } from '../files/json.ts'
import type { FileAtRef, Protection } from '../files/ports.ts'
import { utf8Text } from '../files/utf8.ts'
import type { GitHubFault } from './fault.ts'
import { permissionAdvice } from './permission.ts'
import type { GitHubPorts } from './ports.ts'
import { cut, oneLine } from './text.ts'

/** Config and waiver files are written by hand; a larger one is a mistake. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024
const MAX_NAME_UNITS = 200

const entrySchema = z.object({ type: z.string(), path: z.string(), sha: z.string() })
const folderSchema = z.array(entrySchema)
const fileSchema = entrySchema.extend({
  type: z.literal('file'),
  encoding: z.literal('base64'),
  content: z.string(),
})

/**
 * Returns the file at a git ref (branch, tag or commit), read through the GitHub API: `absent` when the commit itself can be
 * read. Never throws.
 */
export async function fileAtRef(github: GitHubPorts, file: string, ref: string): Promise<FileAtRef> {
  const named = `${short(file)} at ${short(ref)} of ${github.repository}`
  const unavailable = (why: string) =>
    ({ kind: 'unavailable', why: `Could not read ${named}: ${why}` }) as const
  const path = insideRepository(file)
  if (path === null) return unavailable('the path must name a file inside the repository, from its root.')
  if (!isPossibleRef(ref)) return unavailable('this is not the name of a branch, tag or commit.')

  const answer = await github.contents(path, ref)
  if (answer.ok) {
    const content = contentOf(answer.value)
    switch (content.kind) {
      case 'found':
        return content
      case 'refused':
        return { kind: 'refused', why: `${named}: ${content.why}` }
      case 'unavailable':
        return unavailable(content.why)
    }
  }
  if (answer.fault.kind !== 'missing') return unavailable(withAdvice(answer.fault))

  // 404 is said of the file, of the ref and of what the token may not see; only the first of them is "absent".
  const commit = await github.commit(ref)
  if (commit.ok) return { kind: 'absent' }
  const { kind, what } = commit.fault
  if (kind === 'missing' || kind === 'rejected')
    return unavailable(`no commit was found for this ref (${what}). Check the ref.`)
  return unavailable(withAdvice(commit.fault))
}

/** Returns the path without `.` and `..` (a URL would resolve them out of the repository), or null. */
function insideRepository(path: string): string | null {
  if (path === '' || !path.isWellFormed() || path.startsWith('/') || path.endsWith('/')) return null
  const plain = posix.normalize(path)
  return plain === '.' || plain === '..' || plain.startsWith('../') ? null : plain
}

/** Git forbids `..` and control characters in names; `.` and `..` alone would change the request's path. */
function isPossibleRef(ref: string): boolean {
  return ref !== '' && ref !== '.' && !ref.includes('..') && ref.isWellFormed() && !/\p{Cc}/u.test(ref)
}

/** What stands at a path, as far as it is no text. */
type Content = Exclude<FileAtRef, { kind: 'absent' }>

function contentOf({ mediaType, bytes }: { mediaType: string; bytes: Uint8Array }): Content {
  if (bytes.byteLength > MAX_FILE_BYTES)
    return unreadable(`the file has ${bytes.byteLength} bytes, over the limit of ${MAX_FILE_BYTES}.`)
  if (mediaType === 'text/html')
    return unreadable('a web page came back instead of the file. Check GITHUB_API_URL and the proxy.')
  const read = utf8Text(bytes)
  return read.kind === 'found' && mediaType === 'application/json' ? fromDescription(read.text) : read
}

/**
 * Folders and submodules have no raw form and are described in JSON. So is a file by a server that does not
 * know the raw media type; what is no such description is the file itself.
 */
function fromDescription(text: string): Content {
  const json = parsedJson(text)
  const entry = entrySchema.safeParse(json)
  if (folderSchema.safeParse(json).success || entry.data?.type === 'dir')
    return unreadable('this is a folder, not a file.')
  if (!entry.success) return { kind: 'found', text }
  if (entry.data.type === 'submodule') return unreadable('this is a submodule, not a file.')
  const file = fileSchema.safeParse(json)
  if (!file.success)
    return unreadable(`the server sent a description of a ${short(entry.data.type)}, no content.`)
  return utf8Text(Buffer.from(file.data.content, 'base64'))
}

function unreadable(why: string): Content {
  return { kind: 'unavailable', why }
}

/** Returns whether a branch is protected. Never throws. */
export async function protectionOf(github: GitHubPorts, branch: string): Promise<Protection> {
  const answer = await github.isProtected(branch)
  if (answer.ok) return { kind: answer.value ? 'protected' : 'unprotected' }
  if (answer.fault.kind === 'missing') return { kind: 'unprotected' }
  const named = `${short(branch)} of ${github.repository}`
  return {
    kind: 'unavailable',
    why: `Could not read whether the branch ${named} is protected: ${withAdvice(answer.fault)}`,
  }
}

function withAdvice(fault: GitHubFault): string {
  switch (fault.kind) {
    case 'denied':
      return `${fault.what}. ${permissionAdvice('contents: read', null)}`
    case 'bad-token':
      return `${fault.what}. Check the github-token input.`
    case 'missing':
    case 'rejected':
    case 'unavailable':
    case 'cancelled':
      return `${fault.what}. Run the job again when GitHub answers.`
  }
}

function short(text: string): string {
  return cut(oneLine(text), MAX_NAME_UNITS)
}
