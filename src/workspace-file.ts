import { readFile, stat } from 'node:fs/promises'

/** More than any file that the gate reads may hold; what it may hold is for its reader to say. */
export const MAX_FILE_BYTES = 1024 * 1024

/**
 * Returns the text of a file of the workspace, null when it is not there. Throws when it cannot be read, is too long, or
 * is no plain file: a pipe or a device, which a link in a pull request can lead to, has no end, and the deadline of the
 * step does not reach into such a read.
 */
export async function readWorkspaceFile(path: string): Promise<string | null> {
  try {
    const found = await stat(path)
    if (!found.isFile()) throw new Error('it is not a plain file')
    if (found.size > MAX_FILE_BYTES)
      throw new Error(`it is ${found.size} bytes long; at most ${MAX_FILE_BYTES} are read`)
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
