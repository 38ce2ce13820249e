import type { FilePorts } from './plan/policy-files.ts'
import type { EarlierReport } from './report/baseline.ts'
import { errorOf } from './thrown.ts'

/** Some 100,000 check items; more would take the memory that the gate needs for its own report. */
export const MAX_BASELINE_BYTES = 64 * 1024 * 1024

/**
 * Returns the earlier report that the input `baseline` names, null after telling why it cannot be used: what has changed
 * is worth knowing, and nothing to fail for.
 */
export async function readBaseline(
  file: string,
  { readWorkspace }: Pick<FilePorts, 'readWorkspace'>,
  warn: (text: string) => void,
): Promise<EarlierReport | null> {
  try {
    const read = await readWorkspace(file, MAX_BASELINE_BYTES)
    if (read.kind === 'absent')
      throw new Error('it does not exist in the workspace (on a first run there is none)')
    if (read.kind === 'refused') throw new Error(read.why)
    const { parseEarlierReport } = await import('./report/earlier-report.ts')
    return parseEarlierReport(read.text)
  } catch (error) {
    const why = errorOf(error).message
    warn(`baseline: ${file} cannot be used: ${why}. This report does not say what has changed.`)
    return null
  }
}
