import { inEach, type Sentence, told, verbatim } from '../precheck/sentence.ts'
import type { EarlierReport } from '../report/baseline.ts'
import { errorOf } from '../thrown.ts'
import type { FilePorts } from './ports.ts'

/** Some 100,000 check items; more would take the memory that the gate needs for its own report. */
export const MAX_BASELINE_BYTES = 64 * 1024 * 1024

/**
 * Returns the earlier report that the input `baseline` names, null after telling why it cannot be used: what has changed
 * is worth knowing, and nothing to fail for.
 */
export async function readBaseline(
  file: string,
  { readWorkspace }: Pick<FilePorts, 'readWorkspace'>,
  warn: (text: Sentence) => void,
): Promise<EarlierReport | null> {
  try {
    const read = await readWorkspace(file, MAX_BASELINE_BYTES)
    if (read.kind === 'absent') return unusable(file, ABSENT, warn)
    if (read.kind === 'refused') return unusable(file, read.why, warn)
    const { parseEarlierReport } = await import('../report/earlier-report.ts')
    return parseEarlierReport(read.text)
  } catch (error) {
    return unusable(file, verbatim(errorOf(error).message), warn)
  }
}

const ABSENT = told(
  'it does not exist in the workspace (on a first run there is none)',
  '工作区中没有该文件（首次运行时还没有）',
)

function unusable(file: string, why: Sentence, warn: (text: Sentence) => void): null {
  warn(
    inEach(in_ =>
      told(
        `baseline: ${file} cannot be used: ${in_(why)}. This report does not say what has changed.`,
        `baseline：无法使用 ${file}：${in_(why)}。本报告不说明有哪些变化。`,
      ),
    ),
  )
  return null
}
