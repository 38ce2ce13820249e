import { posix } from 'node:path'
import * as z from 'zod'
import { parsedJson } from '../files/json.ts'
import { type DecodedText, utf8Text } from '../files/utf8.ts'
import type { GitHubFault } from './fault.ts'
import { permissionAdvice } from './permission.ts'
import type { BranchPort, FilePort, FileRef, Repository } from './ports.ts'
import { cut, oneLine } from './text.ts'

/**
 * - `found`: the text of the file.
 * - `absent`: there is no such file, and the commit itself can be read.
 * - `refused`: the file was had, and is no text that could be read.
 * - `unavailable`: anything else, with the reason and what to do next.
 */
export type FileAtRef =
  | { readonly kind: 'found'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'unavailable'; readonly why: string }

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

/** Returns the file at a git ref (branch, tag or commit), read through the GitHub API. Never throws. */
export async function fileAtRef(port: FilePort, file: FileRef): Promise<FileAtRef> {
  const named = `${short(file.path)} at ${short(file.ref)} of ${file.owner}/${file.repo}`
  const unavailable = (why: string): FileAtRef => ({
    kind: 'unavailable',
    why: `Could not read ${named}: ${why}`,
  })
  const path = insideRepository(file.path)
  if (path === null) return unavailable('the path must name a file inside the repository, from its root.')
  if (!isPossibleRef(file.ref)) return unavailable('this is not the name of a branch, tag or commit.')

  const answer = await port.contents({ ...file, path })
  if (answer.ok) {
    const content = contentOf(answer.value)
    if ('wrong' in content) return { kind: 'refused', why: `${named}: ${content.wrong}` }
    return 'text' in content ? { kind: 'found', text: content.text } : unavailable(content.why)
  }
  if (answer.fault.kind !== 'missing') return unavailable(withAdvice(answer.fault))

  // 404 is said of the file, of the ref and of what the token may not see; only the first of them is "absent".
  const commit = await port.commit(file)
  if (commit.ok) return { kind: 'absent' }
  const { kind } = commit.fault
  if (kind === 'missing' || kind === 'rejected')
    return unavailable(`no commit was found for this ref (${commit.fault.what}). Check the ref.`)
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

function contentOf(answer: { mediaType: string; bytes: Uint8Array }): DecodedText | { why: string } {
  const { mediaType, bytes } = answer
  if (bytes.byteLength > MAX_FILE_BYTES)
    return { why: `the file has ${bytes.byteLength} bytes, over the limit of ${MAX_FILE_BYTES}.` }
  if (mediaType === 'text/html')
    return { why: 'a web page came back instead of the file. Check GITHUB_API_URL and the proxy.' }
  const read = utf8Text(bytes)
  return 'text' in read && mediaType === 'application/json' ? fromDescription(read.text) : read
}

/**
 * Folders and submodules have no raw form and are described in JSON. So is a file by a server that does not
 * know the raw media type; what is no such description is the file itself.
 */
function fromDescription(text: string): DecodedText | { why: string } {
  const json = parsedJson(text)
  const entry = entrySchema.safeParse(json)
  if (folderSchema.safeParse(json).success || entry.data?.type === 'dir')
    return { why: 'this is a folder, not a file.' }
  if (!entry.success) return { text }
  if (entry.data.type === 'submodule') return { why: 'this is a submodule, not a file.' }
  const file = fileSchema.safeParse(json)
  if (!file.success)
    return { why: `the server sent a description of a ${short(entry.data.type)}, no content.` }
  return utf8Text(Buffer.from(file.data.content, 'base64'))
}

/** What is known of a branch; `unprotected` is also one that does not exist or may not be seen. */
export type Protection =
  | { readonly kind: 'protected' }
  | { readonly kind: 'unprotected' }
  | { readonly kind: 'unavailable'; readonly why: string }

/** Returns whether a branch is protected. Never throws. */
export async function protectionOf(
  port: BranchPort,
  branch: Repository & { readonly branch: string },
): Promise<Protection> {
  const answer = await port.isProtected(branch)
  if (answer.ok) return { kind: answer.value ? 'protected' : 'unprotected' }
  if (answer.fault.kind === 'missing') return { kind: 'unprotected' }
  const named = `${short(branch.branch)} of ${branch.owner}/${branch.repo}`
  return {
    kind: 'unavailable',
    why: `Could not read whether the branch ${named} is protected: ${withAdvice(answer.fault)}`,
  }
}

function withAdvice(fault: GitHubFault): string {
  switch (fault.kind) {
    case 'denied':
      return `${fault.what}. ${permissionAdvice('contents: read', { isFork: false, isDependabot: false })}`
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
