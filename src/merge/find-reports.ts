import { readdir, readlink, stat } from 'node:fs/promises'
import * as path from 'node:path'
import { errorOf } from '../thrown.ts'

/** Looks for reports on the disk; what is in them is not asked here. */

const REPORT = 'report.json'

export interface Found {
  /** Each once, whatever ways lead to it. */
  readonly files: readonly string[]
  /** Places that could not be looked into: there may be reports in them. */
  readonly closed: readonly { readonly file: string; readonly why: string }[]
  /** Given places that are not there. */
  readonly absent: readonly string[]
}

/** Returns the files that are given, and every `report.json` in the folders that are, links followed. */
export async function findReports(
  places: readonly string[],
  folder: string,
  signal: AbortSignal,
): Promise<Found> {
  const files: string[] = []
  const closed: { file: string; why: string }[] = []
  const absent: string[] = []
  /** Of files and folders that were reached: a link can lead to one again, or round in a circle. */
  const reached = new Set<string>()

  const visit = async (place: string, isGiven: boolean): Promise<void> => {
    if (signal.aborted) return
    try {
      const { dev, ino, isFolder } = await kindOf(place)
      if (!isFolder && !isGiven && path.basename(place) !== REPORT) return
      if (reached.size === reached.add(`${dev}:${ino}`).size) return
      if (!isFolder) return void files.push(place)
      for (const name of (await readdir(place)).toSorted()) await visit(path.join(place, name), false)
    } catch (error) {
      if (isGiven && isAbsent(error)) absent.push(place)
      // What was listed is there, though it cannot be reached: its name is no UTF-8, or links lead on for too long.
      else if (!(await isDeadLink(place, error))) closed.push({ file: place, why: errorOf(error).message })
    }
  }
  for (const place of places) await visit(path.resolve(folder, place), true)
  return { files, closed, absent }
}

async function kindOf(place: string) {
  const found = await stat(place, { bigint: true })
  return { dev: found.dev, ino: found.ino, isFolder: found.isDirectory() }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** A link that leads nowhere, or to itself, leads to no report. */
async function isDeadLink(place: string, error: unknown): Promise<boolean> {
  try {
    const target = path.resolve(path.dirname(place), await readlink(place))
    return isAbsent(error) || target === place
  } catch {
    return false
  }
}
