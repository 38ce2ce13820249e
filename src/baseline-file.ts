import { readFile, realpath, stat } from 'node:fs/promises'
import * as path from 'node:path'
import type { EarlierReport } from './report/baseline.ts'

/** Some 100,000 check items; more would take the memory that the gate needs for its own report. */
export const MAX_BASELINE_BYTES = 64 * 1024 * 1024

/**
 * Returns the earlier report that the input `baseline` names, null after telling why it cannot be used: what has changed
 * is worth knowing, and nothing to fail for.
 */
export async function readBaseline(
  file: string,
  workspace: string,
  warn: (text: string) => void,
): Promise<EarlierReport | null> {
  try {
    const text = await textWithin(workspace, file)
    const { parseEarlierReport } = await import('./report/earlier-report.ts')
    return parseEarlierReport(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    warn(`baseline: ${file} cannot be used: ${why}. This report does not say what has changed.`)
    return null
  }
}

async function textWithin(workspace: string, file: string): Promise<string> {
  const root = await realpath(workspace)
  const found = await realpath(path.resolve(workspace, file)).catch((error: unknown) => {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw isMissing ? new Error('it does not exist in the workspace (on a first run there is none)') : error
  })
  const inside = path.relative(root, found)
  if (inside === '..' || inside.startsWith(`..${path.sep}`) || path.isAbsolute(inside))
    throw new Error('it lies outside the workspace, links followed')
  const { size, isFile } = await stat(found).then(info => ({ size: info.size, isFile: info.isFile() }))
  // A pipe or a device has no end, and the deadline of the step does not reach into such a read.
  if (!isFile) throw new Error('it is no plain file')
  if (size > MAX_BASELINE_BYTES)
    throw new Error(`it is ${size} bytes long; at most ${MAX_BASELINE_BYTES} are read`)
  return readFile(found, 'utf8')
}
