import { type InputProblem, InputProblems } from '../plan/problems.ts'
import { isDay, parseWaiverFile } from '../plan/waiver-file.ts'
import { WAIVER_FILE_HEAD, waiverEntriesWriter } from '../plan/waiver-writer.ts'
import { systemClock } from '../ports.ts'
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
  const named = await reportOf(given, [...missing, ...wrongDays(note.expires, systemClock.date())], world)
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

/** Returns what is wrong with the last day of the waivers. One that has gone by would make a file of waivers that hold for nothing. */
export function wrongDays(expires: string, now: Date): readonly InputProblem[] {
  if (expires === '') return []
  if (!isDay(expires)) return [NO_DAY]
  const today = now.toISOString().slice(0, 'YYYY-MM-DD'.length)
  if (expires >= today) return []
  const wrong = told(
    'has gone by, so that the waivers would have expired already',
    '已经过去，豁免一开始就已过期',
  )
  const allowed = told(
    `the last day on which they hold, in UTC: ${today} or later`,
    `豁免生效的最后一天（UTC）：${today} 或更晚`,
  )
  return [{ field: '--expires', wrong, allowed }]
}

const EMPTY_FILE = 'version: 1\nwaivers: []\n'

const NO_DAY: InputProblem = {
  field: '--expires',
  wrong: told('is no day', '不是日期'),
  allowed: told('a real date as YYYY-MM-DD', '真实日期，格式为 YYYY-MM-DD'),
}
