import { type InputProblem, InputProblems } from '../plan/problems.ts'
import { isDay, parseWaiverFile } from '../plan/waiver-file.ts'
import { WAIVER_FILE_HEAD, waiverEntriesWriter } from '../plan/waiver-writer.ts'
import { told } from '../precheck/sentence.ts'
import { findingsOf } from '../report/findings.ts'
import { waiverEntries } from '../report/waiver-entries.ts'
import type { Arguments } from './arguments.ts'
import { reportOf, sayProblems } from './report-argument.ts'
import { USAGE_EXIT_CODE, type World } from './world.ts'

/** Prints a waiver file for the findings of a report: each holds only while its finding stays word for word the same. */

const NOTE = ['owner', 'reason', 'expires'] as const

export async function runWaive(given: Arguments, world: World): Promise<number> {
  const value = (name: (typeof NOTE)[number]) => given.values.get(name)?.trim() ?? ''
  const note = { owner: value('owner'), reason: value('reason'), expires: value('expires') }
  const missing = NOTE.filter(name => note[name] === '').map(name => ({
    field: `--${name}`,
    wrong: told('is missing', '缺少'),
  }))
  const wrongDay = note.expires === '' || isDay(note.expires) ? [] : [NO_DAY]
  const named = await reportOf(given, [...missing, ...wrongDay], world)
  if (named === null) return USAGE_EXIT_CODE
  const write = await waiverEntriesWriter()
  const entries = write(waiverEntries(findingsOf(named.report), note))
  const text = entries === '' ? EMPTY_FILE : WAIVER_FILE_HEAD + entries
  // What the gate would refuse must not be printed as if it held.
  const problems = new InputProblems()
  const services = named.report.targets.map(({ service }) => service)
  await parseWaiverFile(text, 'waivers', services, problems)
  if (problems.any) {
    sayProblems(problems, named.report.gate.language, world)
    return USAGE_EXIT_CODE
  }
  await world.print(text.trimEnd())
  return 0
}

const EMPTY_FILE = 'version: 1\nwaivers: []\n'

const NO_DAY: InputProblem = {
  field: '--expires',
  wrong: told('is no day', '不是日期'),
  allowed: told('a real date as YYYY-MM-DD', '真实日期，格式为 YYYY-MM-DD'),
}
