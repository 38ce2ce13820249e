import { problemText } from '../plan/problems.ts'
import { isDay, parseWaiverFile } from '../plan/waiver-file.ts'
import { waiverFileWriter } from '../plan/waiver-text.ts'
import { logText } from '../report/escape.ts'
import { findingsOf } from '../report/findings.ts'
import { waiverEntries } from '../report/waiver-entries.ts'
import type { Arguments } from './arguments.ts'
import { reportOf } from './report-argument.ts'
import { USAGE_EXIT_CODE, type World } from './world.ts'

/** Prints a waiver file for the findings of a report: each holds only while its finding stays word for word the same. */

const NOTE = ['owner', 'reason', 'expires'] as const
type Note = Readonly<Record<(typeof NOTE)[number], string>>

export async function runWaive(given: Arguments, world: World): Promise<number> {
  const value = (name: (typeof NOTE)[number]) => given.values.get(name)?.trim() ?? ''
  const note = { owner: value('owner'), reason: value('reason'), expires: value('expires') }
  const named = await reportOf(given, problemsOf(note), world)
  if (named === null) return USAGE_EXIT_CODE
  const write = await waiverFileWriter()
  const text = write(waiverEntries(findingsOf(named.report), note))
  // What the gate would refuse must not be printed as if it held.
  const read = await parseWaiverFile(
    text,
    'waivers',
    named.report.targets.map(({ service }) => service),
  )
  if ('problems' in read) {
    for (const problem of read.problems) world.say(logText(`precheck-gate: ${problem}`))
    return USAGE_EXIT_CODE
  }
  await world.print(text.trimEnd())
  return 0
}

function problemsOf(note: Note): readonly string[] {
  const missing = NOTE.filter(name => note[name] === '').map(name =>
    problemText(`--${name}`, 'is missing', null),
  )
  const wrongDay = note.expires !== '' && !isDay(note.expires)
  return wrongDay ? [...missing, problemText('--expires', 'is no day', 'a real date as YYYY-MM-DD')] : missing
}
