import { problemText } from '../plan/problems.ts'
import { isDay, parseWaiverFile } from '../plan/waiver-file.ts'
import { type WaiverEntry, waiverFileText } from '../plan/waiver-text.ts'
import { logText } from '../report/escape.ts'
import { findingsOf, severityOf } from '../report/findings.ts'
import type { Report, ReportTask } from '../report/schema.ts'
import type { Arguments } from './arguments.ts'
import { reportOf } from './report-argument.ts'
import { USAGE_EXIT_CODE, type World } from './world.ts'

/** Prints a waiver file for the findings of a report: each holds only while its finding stays word for word the same. */

const NOTE = ['owner', 'reason', 'expires'] as const
type Note = Readonly<Record<(typeof NOTE)[number], string>>

/** The number that tells items of one name apart; a waiver names them without it, and a fingerprint tells which is meant. */
const NUMBER = /#\d+$/

export async function runWaive(given: Arguments, world: World): Promise<number> {
  const value = (name: (typeof NOTE)[number]) => given.values.get(name)?.trim() ?? ''
  const note = { owner: value('owner'), reason: value('reason'), expires: value('expires') }
  const named = await reportOf(given, problemsOf(note), world)
  if (named === null) return USAGE_EXIT_CODE
  const text = await waiverFileText(entriesOf(named.report, note))
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

/** A name may end like a number of ours; then there is none without it. */
function nameOf(id: string, { items }: ReportTask): string {
  const name = id.replace(NUMBER, '')
  return items.some(item => item.id === name) ? name : id
}

/** Findings that are alike in everything come to one entry: the gate refuses the same one twice. */
function entriesOf(report: Report, note: Note): readonly WaiverEntry[] {
  const entries = findingsOf(report).map(
    ({ target, task, item }): WaiverEntry => ({
      item: nameOf(item.id, task),
      status: severityOf(item) ?? 'warning',
      service: target.service,
      task: task.id,
      fingerprint: item.fingerprint,
      ...note,
    }),
  )
  return [...new Map(entries.map(entry => [JSON.stringify(entry), entry])).values()]
}
