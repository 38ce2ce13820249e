import { posix } from 'node:path'
import * as z from 'zod'
import { couldNotRead, inWhich, MAX_FILE_BYTES, NO_REF, tooLong } from '../files/at-ref-words.ts'
import { parsedJson } from '../files/json.ts'
import type { FileAtRef, Protection } from '../files/ports.ts'
import { utf8Text } from '../files/utf8.ts'
import { inEach, type Sentence, told } from '../precheck/sentence.ts'
import type { GitHubFault } from './fault.ts'
import { permissionAdvice } from './permission.ts'
import type { GitHubPorts } from './routes.ts'
import { cut, oneLine } from './text.ts'

const MAX_NAME_UNITS = 200
const NO_PATH = told(
  'the path must name a file inside the repository, from its root.',
  '路径必须从仓库根目录起指向仓库内的文件。',
)
const NO_FOLDER = told('this is a folder, not a file.', '这是文件夹，不是文件。')
const NO_SUBMODULE = told('this is a submodule, not a file.', '这是子模块，不是文件。')
const WEB_PAGE = told(
  'a web page came back instead of the file. Check GITHUB_API_URL and the proxy.',
  '返回的是网页而不是文件。请检查 GITHUB_API_URL 和代理。',
)

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
  const { repository } = github
  const named = told(
    `${short(file)} at ${short(ref)} of ${repository}`,
    `${repository} 的 ${short(ref)} 上的 ${short(file)}`,
  )
  const unavailable = (why: Sentence): FileAtRef => ({ kind: 'unavailable', why: couldNotRead(named, why) })
  const path = insideRepository(file)
  if (path === null) return unavailable(NO_PATH)
  if (!isPossibleRef(ref)) return unavailable(NO_REF)

  const answer = await github.contents(path, ref)
  if (answer.ok) {
    const content = contentOf(answer.value)
    switch (content.kind) {
      case 'found':
        return content
      case 'refused':
        return { kind: 'refused', why: inWhich(named, content.why) }
      case 'unavailable':
        return unavailable(content.why)
    }
  }
  if (answer.fault.kind !== 'missing') return unavailable(withAdvice(answer.fault))

  // 404 is said of the file, of the ref and of what the token may not see; only the first of them is "absent".
  const commit = await github.commit(ref)
  if (commit.ok) return { kind: 'absent' }
  const { kind, what } = commit.fault
  if (kind !== 'missing' && kind !== 'rejected') return unavailable(withAdvice(commit.fault))
  const why = inEach(in_ =>
    told(
      `no commit was found for this ref (${in_(what)}). Check the ref.`,
      `找不到该 ref 的提交（${in_(what)}）。请检查 ref。`,
    ),
  )
  return unavailable(why)
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
  if (bytes.byteLength > MAX_FILE_BYTES) return unreadable(tooLong(bytes.byteLength))
  if (mediaType === 'text/html') return unreadable(WEB_PAGE)
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
  if (folderSchema.safeParse(json).success || entry.data?.type === 'dir') return unreadable(NO_FOLDER)
  if (!entry.success) return { kind: 'found', text }
  if (entry.data.type === 'submodule') return unreadable(NO_SUBMODULE)
  const file = fileSchema.safeParse(json)
  if (file.success) return utf8Text(Buffer.from(file.data.content, 'base64'))
  const type = short(entry.data.type)
  return unreadable(
    told(
      `the server sent a description of a ${type}, no content.`,
      `服务器返回的是 ${type} 的描述，没有内容。`,
    ),
  )
}

function unreadable(why: Sentence): Content {
  return { kind: 'unavailable', why }
}

/** Returns whether a branch is protected. Never throws. */
export async function protectionOf(github: GitHubPorts, branch: string): Promise<Protection> {
  const answer = await github.isProtected(branch)
  if (answer.ok) return { kind: answer.value ? 'protected' : 'unprotected' }
  if (answer.fault.kind === 'missing') return { kind: 'unprotected' }
  const { repository } = github
  const why = withAdvice(answer.fault)
  return {
    kind: 'unavailable',
    why: inEach(in_ =>
      told(
        `Could not read whether the branch ${short(branch)} of ${repository} is protected: ${in_(why)}`,
        `无法读取 ${repository} 的分支 ${short(branch)} 是否受保护：${in_(why)}`,
      ),
    ),
  }
}

function withAdvice(fault: GitHubFault): Sentence {
  const advice = adviceOn(fault)
  return inEach(in_ => told(`${in_(fault.what)}. ${in_(advice)}`, `${in_(fault.what)}。${in_(advice)}`))
}

function adviceOn({ kind }: GitHubFault): Sentence {
  switch (kind) {
    case 'denied':
      return permissionAdvice('contents: read', null)
    case 'bad-token':
      return told('Check the github-token input.', '请检查输入 github-token。')
    case 'missing':
    case 'rejected':
    case 'unavailable':
    case 'cancelled':
      return told('Run the job again when GitHub answers.', '请在 GitHub 恢复应答后重新运行作业。')
  }
}

function short(text: string): string {
  return cut(oneLine(text), MAX_NAME_UNITS)
}
