import { randomUUID } from 'node:crypto'
import type { FileAtRef } from '../files/ports.ts'
import { utf8Text } from '../files/utf8.ts'
import type { Git } from './git.ts'
import type { Origin } from './target-branch.ts'

/** A file of policy at a ref of the repository that the change is meant for, fetched anew each time: a reused checkout is stale. */

export interface GitFile {
  /** From the root of the repository, with `/`. */
  readonly path: string
  /** A branch, a tag or a commit; a branch comes before a tag of its name. */
  readonly ref: string
  readonly origin: Origin
}

/** As through GitHub's API. */
const MAX_FILE_BYTES = 4 * 1024 * 1024
/** What git allows in a name, without what means something else in a refspec or a pattern. */
const REF = /^(?!.*(?:\.\.|@\{|\/\/|\/$|\.lock$))[^\p{Cc} ~^:?*[\\]+$/u
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
const PLAIN_FILE = /^100\d{3} blob (?<id>[0-9a-f]+) +(?<bytes>\d+)\t/

/** What could not be had, in words. */
class Unavailable extends Error {}

/** Returns the file. Never throws. */
export async function fileAtRef(git: Git, file: GitFile, signal: AbortSignal): Promise<FileAtRef> {
  // A name of its own and not FETCH_HEAD: several gates may share one working tree, and each would read what another fetched.
  const own = `refs/precheck-gate/${randomUUID()}`
  const ask = (doing: string, ...args: readonly string[]) => answered(git, doing, args, signal)
  try {
    await fetch(ask, file, own)
    return await read(ask, file, own)
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    return { kind: 'unavailable', why: `Could not read ${file.path} at ${file.ref}: ${error.message}` }
  } finally {
    await git(['update-ref', '-d', own])
  }
}

type Ask = (doing: string, ...args: readonly string[]) => Promise<Buffer>

async function answered(
  git: Git,
  doing: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<Buffer> {
  const answer = await git(args, signal)
  if (answer.ok) return answer.bytes
  throw new Unavailable(
    `could not ${doing}: ${answer.why}. Check that the job checks out the repository and may fetch from it.`,
  )
}

async function fetch(ask: Ask, { ref, origin }: GitFile, own: string): Promise<void> {
  if (!REF.test(ref) || ref.endsWith('refs/heads/'))
    throw new Unavailable('this is not the name of a branch, tag or commit.')
  const from = await placeOf(ask, origin)
  const source = await fullName(ask, ref, from)
  const isShallow = (await ask('look at the working tree', 'rev-parse', '--is-shallow-repository'))
    .toString()
    .trim()
  // In a complete clone a depth would cut off the history that is there (`git log` would end at the first commit).
  const depth = isShallow === 'true' ? ['--depth=1'] : []
  const only = ['--no-tags', '--no-recurse-submodules', '--refmap=', '--quiet', '--force']
  await ask(`fetch ${source}`, 'fetch', ...depth, ...only, '--', from, `+${source}:${own}`)
}

/** A word that is no remote would be taken for a folder of the working tree, and a change can bring a repository in one. */
async function placeOf(ask: Ask, origin: Origin): Promise<string> {
  switch (origin.kind) {
    case 'remote':
      await ask(`find the remote ${origin.name}`, 'remote', 'get-url', origin.name)
      return origin.name
    case 'address':
      if (/^https?:\/\//.test(origin.url)) return origin.url
      throw new Unavailable(
        'the merge request comes from a fork, and CI_MERGE_REQUEST_PROJECT_URL does not say where the target project is.',
      )
  }
}

/** Git itself takes a tag for a branch of the same name, and whoever may push a tag could so put another file there. */
async function fullName(ask: Ask, ref: string, from: string): Promise<string> {
  if (ref === 'HEAD' || ref.startsWith('refs/') || COMMIT.test(ref)) return ref
  const candidates = [`refs/heads/${ref}`, `refs/tags/${ref}`]
  const listed = (await ask(`look for ${ref}`, 'ls-remote', '--', from, ...candidates)).toString('utf8')
  const names = listed.split('\n').map(line => line.split('\t')[1])
  const found = candidates.find(name => names.includes(name))
  if (found !== undefined) return found
  throw new Unavailable('there is no branch and no tag of this name. Check the ref.')
}

async function read(ask: Ask, { path, ref }: GitFile, own: string): Promise<FileAtRef> {
  const entry = (
    await ask(
      `look for ${path}`,
      '--literal-pathspecs',
      'ls-tree',
      '-z',
      '--long',
      '--full-tree',
      own,
      '--',
      path,
    )
  ).toString('utf8')
  if (entry === '') return { kind: 'absent' }
  const { id, bytes } = PLAIN_FILE.exec(entry)?.groups ?? {}
  const refused = (why: string): FileAtRef => ({ kind: 'refused', why: `${path} at ${ref}: ${why}` })
  if (id === undefined) return refused('this is no plain file.')
  if (Number(bytes) > MAX_FILE_BYTES)
    return refused(`the file has ${bytes} bytes, over the limit of ${MAX_FILE_BYTES}.`)
  const text = utf8Text(await ask(`read ${path}`, 'cat-file', 'blob', id))
  return text.kind === 'found' ? text : refused(text.why)
}
