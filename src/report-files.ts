import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import * as path from 'node:path'
import type { ReportSettings } from './plan/plan.ts'
import { renderJunit } from './report/junit.ts'
import type { PathOutput } from './report/outputs.ts'
import type { Report } from './report/schema.ts'
import type { Runner } from './runner.ts'

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

const RENDERERS: Readonly<Record<PathOutput, (report: Report) => string | Promise<string>>> = {
  'report-json': report => `${JSON.stringify(report, null, 2)}\n`,
  'report-junit': renderJunit,
  // Loaded late: a step that is cut off need not wait for its script and style.
  'report-html': async report => (await import('./report/html/page.ts')).renderHtml(report),
}

/** Returns the text of the file that an output is the path of. */
export async function renderFile(output: PathOutput, report: Report): Promise<string> {
  return RENDERERS[output](report)
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

/**
 * Writes a file under another name in the same folder and renames it, so that nobody ever reads a part of it, and so that
 * a link, a pipe or a device of that name is replaced and not written to. Makes the folder when it is missing; other
 * files in it stay.
 */
export async function writeWhole(file: string, text: string, signal: AbortSignal): Promise<void> {
  const folder = path.dirname(file)
  await mkdir(folder, { recursive: true })
  const draft = path.join(folder, `.${path.basename(file)}.${randomUUID()}`)
  try {
    await writeFile(draft, text, { flag: 'wx', signal })
    signal.throwIfAborted()
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw error
  }
}
