import type { Stats } from 'node:fs'
import { open, readFile, realpath, stat } from 'node:fs/promises'
import * as path from 'node:path'
import { type Sentence, told, verbatim } from '../precheck/sentence.ts'
import { errorOf } from '../thrown.ts'
import type { LocalFile } from './ports.ts'
import { utf8Text } from './utf8.ts'

/** More than any file of policy may hold; what it may hold is for its reader to say. */
export const MAX_FILE_BYTES = 1024 * 1024

const PIECE_BYTES = 1024 * 1024

const OUTSIDE = told(
  'it lies outside the workspace, or is a link that leads out of it',
  '它位于工作区之外，或是指向工作区之外的链接',
)
const GONE = told('it is gone', '它已经不在了')
const NOT_PLAIN = told('it is not a plain file', '它不是普通文件')

/**
 * Reads a file of the workspace. A change under review can make any of them a link, to the credentials that another step
 * left on the disk for instance, and what is wrong with a file is shown: so links are resolved, and what lies outside of the
 * resolved workspace is refused. Never rejects.
 */
export function readWorkspaceFile(
  workspace: string,
  file: string,
  maxBytes = MAX_FILE_BYTES,
): Promise<LocalFile> {
  return asValue(async () => {
    const real = await realpath(path.resolve(workspace, file))
    if (isInside(real, await realpath(workspace))) return readPlainFile(real, maxBytes)
    return { kind: 'refused', why: OUTSIDE }
  })
}

/** Reads a file that may lie anywhere; nothing of it may be shown. Never rejects. */
export function readLocalFile(file: string, maxBytes = MAX_FILE_BYTES): Promise<LocalFile> {
  return asValue(() => readPlainFile(file, maxBytes))
}

/** True when one resolved path lies below another. */
export function isInside(file: string, folder: string): boolean {
  const way = path.relative(folder, file)
  return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way)
}

/**
 * Hands a file that may lie anywhere over in pieces, as it is; the bytes of a piece are those of the next one as soon as it is
 * taken. Returns why the file cannot be read; null where it could. Never rejects.
 */
export async function readPieces(
  file: string,
  maxBytes: number,
  take: (bytes: Uint8Array) => void,
): Promise<Sentence | null> {
  const read = await asValue(async () => {
    const refused = refusalOf(await stat(file), maxBytes)
    if (refused !== null) return refused
    const handle = await open(file)
    try {
      const piece = Buffer.alloc(PIECE_BYTES)
      for (let bytes = PIECE_BYTES; bytes > 0; ) {
        bytes = (await handle.read(piece)).bytesRead
        take(piece.subarray(0, bytes))
      }
    } finally {
      await handle.close()
    }
    return { kind: 'found', text: '' }
  })
  return read.kind === 'found' ? null : read.kind === 'absent' ? GONE : read.why
}

/** A pipe or a device, which a link can lead to, has no end, and the deadline of the step does not reach into such a read. */
async function readPlainFile(file: string, maxBytes: number): Promise<LocalFile> {
  return refusalOf(await stat(file), maxBytes) ?? utf8Text(await readFile(file))
}

/** Returns why something is not read at all; null for a plain file that is no longer than it may be. */
export function refusalOf(found: Stats, maxBytes: number): LocalFile | null {
  if (!found.isFile()) return { kind: 'refused', why: NOT_PLAIN }
  if (found.size <= maxBytes) return null
  const why = told(
    `it is ${found.size} bytes long; at most ${maxBytes} are read`,
    `它有 ${found.size} 字节；最多读取 ${maxBytes} 字节`,
  )
  return { kind: 'refused', why }
}

async function asValue(read: () => Promise<LocalFile>): Promise<LocalFile> {
  try {
    return await read()
  } catch (error) {
    return unread(error)
  }
}

/** Returns what an error of the file system says of a file. */
export function unread(error: unknown): LocalFile {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'absent' }
  return { kind: 'refused', why: verbatim(errorOf(error).message) }
}
