import { randomUUID } from 'node:crypto'
import { couldNotRead, inWhich, MAX_FILE_BYTES, NO_REF, tooLong } from '../files/at-ref-words.ts'
import type { FileAtRef } from '../files/ports.ts'
import { utf8Text } from '../files/utf8.ts'
import { inEach, type Sentence, told } from '../precheck/sentence.ts'
import type { Git } from './git.ts'

/** A file of policy at a ref of the repository that the change is meant for, fetched anew each time: a reused checkout is stale. */

/** What git allows in a name, without what means something else in a refspec or a pattern. */
const REF = /^(?!.*(?:\.\.|@\{|\/\/|\/$|\.lock$))[^\p{Cc} ~^:?*[\\]+$/u
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
const PLAIN_FILE = /^100\d{3} blob (?<id>[0-9a-f]+) +(?<bytes>\d+)\t/

/** Says what could not be had. */
class Unavailable extends Error {
  readonly why: Sentence

  constructor(why: Sentence) {
    super('unavailable')
    this.why = why
  }
}

const LOOK = told('look at the working tree', '查看工作树')
const NOT_PLAIN = told('this is no plain file.', '这不是普通文件。')
const NO_SUCH_REF = told(
  'there is no branch and no tag of this name. Check the ref.',
  '没有这个名称的分支或标签。请检查 ref。',
)
const NO_TARGET = told(
  'the merge request comes from a fork, and CI_MERGE_REQUEST_PROJECT_URL does not say where the target project is.',
  '合并请求来自 fork，而 CI_MERGE_REQUEST_PROJECT_URL 没有说明目标项目的位置。',
)

/**
 * Returns the file. The path is from the root of the repository, with `/`; the ref is a branch, a tag or a commit, and a branch
 * comes before a tag of its name; `address` is that of another repository than the remote `origin`. Never throws.
 */
export async function fileAtRef(
  git: Git,
  path: string,
  ref: string,
  address: string | null,
  signal: AbortSignal,
): Promise<FileAtRef> {
  // A name of its own and not FETCH_HEAD: several gates may share one working tree, and each would read what another fetched.
  const own = `refs/precheck-gate/${randomUUID()}`
  const ask = (doing: Sentence, ...args: readonly string[]) => answered(git, doing, args, signal)
  const named = told(`${path} at ${ref}`, `${ref} 上的 ${path}`)
  try {
    await fetch(ask, ref, address, own)
    return await read(ask, path, named, own)
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    return { kind: 'unavailable', why: couldNotRead(named, error.why) }
  } finally {
    await git(['update-ref', '-d', own])
  }
}

type Ask = (doing: Sentence, ...args: readonly string[]) => Promise<Buffer>

async function answered(
  git: Git,
  doing: Sentence,
  args: readonly string[],
  signal: AbortSignal,
): Promise<Buffer> {
  const answer = await git(args, signal)
  if (answer.ok) return answer.bytes
  const { why } = answer
  throw new Unavailable(
    inEach(in_ =>
      told(
        `could not ${in_(doing)}: ${in_(why)}. Check that the job checks out the repository and may fetch from it.`,
        `无法${in_(doing)}：${in_(why)}。请确认作业检出了仓库，并且可以从中拉取。`,
      ),
    ),
  )
}

async function fetch(ask: Ask, ref: string, address: string | null, own: string): Promise<void> {
  if (!REF.test(ref) || ref.endsWith('refs/heads/')) throw new Unavailable(NO_REF)
  const from = await placeOf(ask, address)
  const source = await fullName(ask, ref, from)
  const isShallow = (await ask(LOOK, 'rev-parse', '--is-shallow-repository')).toString().trim()
  // In a complete clone a depth would cut off the history that is there (`git log` would end at the first commit).
  const depth = isShallow === 'true' ? ['--depth=1'] : []
  const only = ['--no-tags', '--no-recurse-submodules', '--refmap=', '--quiet', '--force']
  await ask(
    told(`fetch ${source}`, `拉取 ${source}`),
    'fetch',
    ...depth,
    ...only,
    '--',
    from,
    `+${source}:${own}`,
  )
}

/** A word that is no remote would be taken for a folder of the working tree, and a change can bring a repository in one. */
async function placeOf(ask: Ask, address: string | null): Promise<string> {
  if (address === null) {
    await ask(told('find the remote origin', '查找远程仓库 origin'), 'remote', 'get-url', 'origin')
    return 'origin'
  }
  if (/^https?:\/\//.test(address)) return address
  throw new Unavailable(NO_TARGET)
}

/** Git itself takes a tag for a branch of the same name, and whoever may push a tag could so put another file there. */
async function fullName(ask: Ask, ref: string, from: string): Promise<string> {
  if (ref === 'HEAD' || ref.startsWith('refs/') || COMMIT.test(ref)) return ref
  const candidates = [`refs/heads/${ref}`, `refs/tags/${ref}`]
  const listed = (
    await ask(told(`look for ${ref}`, `查找 ${ref}`), 'ls-remote', '--', from, ...candidates)
  ).toString('utf8')
  const names = listed.split('\n').map(line => line.split('\t')[1])
  const found = candidates.find(name => names.includes(name))
  if (found !== undefined) return found
  throw new Unavailable(NO_SUCH_REF)
}

async function read(ask: Ask, path: string, named: Sentence, own: string): Promise<FileAtRef> {
  const look = told(`look for ${path}`, `查找 ${path}`)
  const entry = (
    await ask(look, '--literal-pathspecs', 'ls-tree', '-z', '--long', '--full-tree', own, '--', path)
  ).toString('utf8')
  if (entry === '') return { kind: 'absent' }
  const { id, bytes } = PLAIN_FILE.exec(entry)?.groups ?? {}
  const refused = (why: Sentence): FileAtRef => ({ kind: 'refused', why: inWhich(named, why) })
  if (id === undefined) return refused(NOT_PLAIN)
  if (Number(bytes) > MAX_FILE_BYTES) return refused(tooLong(Number(bytes)))
  const text = utf8Text(await ask(told(`read ${path}`, `读取 ${path}`), 'cat-file', 'blob', id))
  return text.kind === 'refused' ? refused(text.why) : text
}
