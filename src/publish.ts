import type { CiSide } from './ci-side.ts'
import type { Secrets } from './cloud/secrets.ts'
import { cutOffOf, startBound, within } from './deadline.ts'
import type { ReportSettings } from './plan/plan.ts'
import { waiverFileWriter } from './plan/waiver-text.ts'
import type { Clock, Deadline } from './ports.ts'
import type { ExitCode, ExitCodeOf } from './precheck/verdict.ts'
import { annotationsOf, type Notice } from './report/annotations.ts'
import type { Dossier } from './report/dossier.ts'
import { logText } from './report/escape.ts'
import { outputsOf, PATH_OUTPUTS, type PathOutput } from './report/outputs.ts'
import type { Report } from './report/schema.ts'
import { renderHead, renderSummary } from './report/summary.ts'
import { verdictLine } from './report/words.ts'
import { type Bounded, pathOf, renderFile, reportFolder, writeWhole } from './report-files.ts'
import type { Runner } from './runner.ts'
import { errorOf } from './thrown.ts'

export interface PublishPorts {
  readonly runner: Runner
  readonly clock: Clock
  readonly settings: ReportSettings
  readonly secrets: Secrets
  readonly side: CiSide
  readonly exitCodeOf: ExitCodeOf
  /** Of the step. */
  readonly deadline: Deadline
  readonly cancelled: AbortSignal
}

/**
 * What a file system that gives no answer may take of the ten seconds after the deadline, or of the six after a signal,
 * twice; and the most that it may take while the deadline is far.
 */
const WRITING = { leastMs: 2_000, mostMs: 10_000, msOnceCancelled: 1_000 }

/**
 * Writes the outputs, the report files, the summary, the commit status, the comment, the annotations and the last line
 * of the log. What cannot be written is named there and keeps none of the others from being written. Returns the exit
 * code.
 */
export async function publish(
  { report, explain }: Dossier,
  notices: readonly Notice[],
  ports: PublishPorts,
): Promise<ExitCode> {
  const { runner, settings, secrets, side, deadline, cancelled } = ports
  const said: Notice[] = []
  const say = (...more: readonly Notice[]) =>
    void said.push(...more.map(({ level, text }) => ({ level, text: secrets.redact(text) })))
  say(...notices)

  const first = attempts(say, ports)
  const [areSet, written] = await Promise.all([
    first('error', 'set the outputs', bounded => bounded(() => runner.setOutputs(outputsOf(report)))),
    writeFiles(report, first, ports),
    side.settlePending().then(pending => say(...pending)),
  ])

  const paths = { reportPath: written['report-json'] ?? null, htmlPath: written['report-html'] ?? null }
  const accepting = { explain, waiverText: await waiverFileWriter() }
  const page = { ...paths, notices: said, ...accepting }
  // Characters, not bytes: a head of at most so many bytes has at most so many characters.
  const head = (maxBytes: number) => renderHead(report, accepting, maxBytes)
  const summary = renderSummary(report, { ...page, mode: settings.summary })
  const last = attempts(say, ports)
  const [arePathsSet, , announced] = await Promise.all([
    // Behind outputs that are lost they would only say so again.
    areSet &&
      last('error', 'set the outputs with paths', bounded => bounded(() => runner.setOutputs(written))),
    last('warning', 'write the job summary', bounded => bounded(() => runner.writeSummary(summary))),
    side.announceEnd(report, head, deadline.at),
  ])
  say(...announced.notices)
  const exitCode = ports.exitCodeOf(report.gate, {
    cutOff: cutOffOf(cancelled),
    statusLost: announced.statusLost,
    outputsLost: !arePathsSet,
  })
  print(report, exitCode, said, ports)
  return exitCode
}

/** Makes one attempt to write something; when it fails or takes too long, says so and returns false. */
type Attempt = (
  level: Notice['level'],
  what: string,
  write: (bounded: Bounded) => Promise<void>,
) => Promise<boolean>

/** Attempts that together have so much time. What happens between their calls does not count: large reports take a while to make. */
function attempts(say: (notice: Notice) => void, { clock, deadline, cancelled }: PublishPorts): Attempt {
  let leftMs = Math.min(WRITING.mostMs, Math.max(WRITING.leastMs, deadline.at - clock.now()))
  return async (level, what, write) => {
    let msOnceCancelled = WRITING.msOnceCancelled
    const bounded: Bounded = async call => {
      const begunAt = clock.now()
      const until = startBound({ ms: leftMs, msOnceCancelled }, clock, cancelled)
      let isFree = false
      try {
        const done = await within(until, call(until.signal))
        // The pieces of a large report take many calls; while the deadline is far only one that does not come back costs time.
        isFree = deadline.at - clock.now() > WRITING.mostMs
        return done
      } finally {
        until.done()
        const tookMs = clock.now() - begunAt
        if (!isFree) leftMs -= tookMs
        if (cancelled.aborted) msOnceCancelled -= tookMs
      }
    }
    try {
      await write(bounded)
      return true
    } catch (error) {
      say({ level, text: `Could not ${what}: ${errorOf(error).message}` })
      return false
    }
  }
}

/** Writes the report files one after the other; returns the paths of those that are there. */
async function writeFiles(
  report: Report,
  attempt: Attempt,
  { settings, runner }: PublishPorts,
): Promise<Readonly<Partial<Record<PathOutput, string>>>> {
  const written: Partial<Record<PathOutput, string>> = {}
  const found = { folder: '' }
  await attempt('warning', 'look for a folder for the report files', async bounded => {
    found.folder = await bounded(() => reportFolder(settings, runner))
  })
  if (found.folder === '') return written
  for (const output of PATH_OUTPUTS) {
    const file = pathOf(output, found.folder)
    const texts = await renderFile(output, report)
    const isThere = await attempt('warning', `write ${file}`, bounded => writeWhole(file, texts, bounded))
    if (isThere) written[output] = file
  }
  return written
}

function print(
  report: Report,
  exitCode: ExitCode,
  said: readonly Notice[],
  { settings, runner }: PublishPorts,
): void {
  for (const problem of report.problems) runner.log(logText(`- ${problem}`))
  if (settings.annotations)
    for (const annotation of annotationsOf(report, said, settings.configIsCheckedOut))
      runner.annotate(annotation)
  else for (const { level, text } of said) runner.log(logText(`${level}: ${text}`))
  runner.conclude(verdictLine(report, exitCode))
}
