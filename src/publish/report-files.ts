import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import * as path from 'node:path'
import type { Runner } from '../ci/runner.ts'
import type { ReportSettings } from '../plan/plan.ts'
import type { Dossier } from '../report/dossier.ts'
import { jsonTexts } from '../report/json-text.ts'
import { junitTexts } from '../report/junit.ts'
import type { PathOutput } from '../report/outputs.ts'

/** Where the report files go, and how: whole or not at all. */

/** Gates of one job that have no name of their own; more than this are a mistake. */
const MOST_UNNAMED_GATES = 100

/**
 * Returns the folder for the report files. Gates without a name and a folder of their own would write over each other's
 * files, so such a one takes the first folder of `precheck`, `precheck-2`, … that holds no report yet.
 */
export async function reportFolder(
  { reportDir, name, nameIsOwn }: Pick<ReportSettings, 'reportDir' | 'name' | 'nameIsOwn'>,
  { tempDir, workspace }: Pick<Runner, 'tempDir' | 'workspace'>,
  isTaken: (file: string) => Promise<boolean> = exists,
): Promise<string> {
  const own = path.resolve(workspace, reportDir ?? path.join(tempDir, 'precheck-gate', name))
  if (reportDir !== null || nameIsOwn) return own
  for (let number = 1; number <= MOST_UNNAMED_GATES; number += 1) {
    const folder = number === 1 ? own : `${own}-${number}`
    if (!(await isTaken(pathOf('report-json', folder)))) return folder
  }
  return own
}

const FILE_NAMES: Readonly<Record<PathOutput, string>> = {
  'report-json': 'report.json',
  'report-junit': 'report.junit.xml',
  'report-html': 'report.html',
}

const RENDERERS: Readonly<
  Record<PathOutput, (dossier: Dossier) => Iterable<string> | Promise<Iterable<string>>>
> = {
  'report-json': function* ({ report }) {
    yield* jsonTexts(report)
    yield '\n'
  },
  'report-junit': ({ report }) => junitTexts(report),
  // Loaded late: a step that is cut off need not wait for its script and style.
  'report-html': async dossier => (await import('../report/html/page.ts')).htmlTexts(dossier),
}

/** Returns the text of the file that an output is the path of, in pieces, each made when it is asked for. */
export async function renderFile(output: PathOutput, dossier: Dossier): Promise<Iterable<string>> {
  return RENDERERS[output](dossier)
}

/** The file that an output is the path of. */
export function pathOf(output: PathOutput, folder: string): string {
  return path.join(folder, FILE_NAMES[output])
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}

/** Makes one call to the file system, for as long as it may take: then it rejects, although the call may go on for ever. */
export type Bounded = <T>(call: (signal: AbortSignal) => Promise<T>) => Promise<T>

/** Returns calls that may take as long as they need, until the signal fires. */
export function unlessAborted(signal: AbortSignal): Bounded {
  return call => call(signal)
}

/** Small pieces are put together, so that there are not more calls than a large file needs. */
const CHARACTERS_A_CALL = 256 * 1024

/**
 * Writes a file under another name in the same folder and renames it, so that nobody ever reads a part of it, and so that
 * a link, a pipe or a device of that name is replaced and not written to. Makes the folder when it is missing; other
 * files in it stay. What the pieces of the text take to be made is not part of any call's time.
 */
export async function writeWhole(file: string, texts: Iterable<string>, bounded: Bounded): Promise<void> {
  const folder = path.dirname(file)
  await bounded(() => mkdir(folder, { recursive: true }))
  const draft = path.join(folder, `.${path.basename(file)}.${randomUUID()}`)
  try {
    await writeNew(draft, texts, bounded)
    await bounded(async signal => {
      signal.throwIfAborted()
      await rename(draft, file)
    })
  } catch (error) {
    await bounded(() => rm(draft, { force: true })).catch(() => {})
    throw error
  }
}

async function writeNew(file: string, texts: Iterable<string>, bounded: Bounded): Promise<void> {
  const handle = await bounded(() => open(file, 'wx'))
  try {
    for (const text of together(texts)) await bounded(signal => handle.writeFile(text, { signal }))
  } finally {
    await bounded(() => handle.close())
  }
}

function* together(texts: Iterable<string>): Generator<string> {
  let joined = ''
  for (const text of texts) {
    joined += text
    if (joined.length < CHARACTERS_A_CALL) continue
    yield joined
    joined = ''
  }
  yield joined
}
