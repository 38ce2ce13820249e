import * as path from 'node:path'
import { MAX_BASELINE_BYTES } from '../files/baseline-file.ts'
import type { LocalFile } from '../files/ports.ts'
import { readLocalFile } from '../files/workspace-file.ts'
import { type InputProblem, InputProblems } from '../plan/problems.ts'
import { type Language, type Sentence, told } from '../precheck/sentence.ts'
import { logText } from '../report/escape.ts'
import { type Report, reportSchema } from '../report/schema.ts'
import type { Arguments } from './arguments.ts'
import type { World } from './world.ts'

/** The one report that some commands work on. */

/** Returns the report that the command line names, with its absolute path; null after saying everything that is wrong with the command line. */
export async function reportOf(
  { operands, problems }: Arguments,
  more: readonly InputProblem[],
  world: World,
): Promise<{ readonly file: string; readonly report: Report } | null> {
  const all = new InputProblems()
  all.add(...problems, ...more)
  const [name, ...surplus] = operands
  if (name === undefined || surplus.length > 0) all.add(notOne(operands.length))
  if (name !== undefined && !all.any) {
    const file = path.resolve(world.folder, name)
    const read = await readLocalFile(file, MAX_BASELINE_BYTES)
    const report = read.kind === 'found' ? parsed(read.text) : null
    if (report !== null) return { file, report }
    all.add({ field: file, wrong: whyNone(read) })
  }
  // Which language to speak only the report could say.
  sayProblems(all, 'en-us', world)
  return null
}

/** Says what is wrong, a line each. */
export function sayProblems({ all }: InputProblems, language: Language, { say }: World): void {
  for (const problem of all) say(logText(`precheck-gate: ${problem.in(language)}`))
}

function notOne(count: number): InputProblem {
  return { wrong: told(`one report.json, not ${count}`, `需要一个 report.json，而不是 ${count} 个`) }
}

function whyNone(read: LocalFile): Sentence {
  switch (read.kind) {
    case 'found':
      return told('this is no report.json of this version', '不是此版本的 report.json')
    case 'absent':
      return told('there is no such file', '没有这个文件')
    case 'refused':
      return read.why
  }
}

function parsed(text: string): Report | null {
  try {
    return reportSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
