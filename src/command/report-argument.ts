import * as path from 'node:path'
import { MAX_BASELINE_BYTES } from '../files/baseline-file.ts'
import { readLocalFile } from '../files/workspace-file.ts'
import { logText } from '../report/escape.ts'
import { type Report, reportSchema } from '../report/schema.ts'
import type { Arguments } from './arguments.ts'
import type { World } from './world.ts'

/** The one report that some commands work on. */

export interface NamedReport {
  /** Absolute path. */
  readonly file: string
  readonly report: Report
}

/** Returns the report that the command line names; null after saying everything that is wrong with the command line. */
export async function reportOf(
  { operands, problems }: Arguments,
  more: readonly string[],
  { folder, say }: World,
): Promise<NamedReport | null> {
  const [name, ...surplus] = operands
  const count = name === undefined || surplus.length > 0 ? [`one report.json, not ${operands.length}`] : []
  const wrong = [...problems, ...more, ...count]
  if (name === undefined || wrong.length > 0) return refused(wrong, say)
  const file = path.resolve(folder, name)
  const read = await readLocalFile(file, MAX_BASELINE_BYTES)
  if (read.kind !== 'found')
    return refused(
      [`${file}: ${read.kind === 'absent' ? 'there is no such file' : read.why.in('en-us')}`],
      say,
    )
  const report = parsed(read.text)
  return report === null
    ? refused([`${file}: this is no report.json of this version`], say)
    : { file, report }
}

function refused(wrong: readonly string[], say: World['say']): null {
  for (const text of wrong) say(logText(`precheck-gate: ${text}`))
  return null
}

function parsed(text: string): Report | null {
  try {
    return reportSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
