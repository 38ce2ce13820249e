import type { CiSide } from '../ci/ci-side.ts'
import type { Runner } from '../ci/runner.ts'
import type { Secrets } from '../cloud/secrets.ts'
import { cutOffOf, startDeadline, within } from '../deadline.ts'
import type { ReportSettings } from '../plan/plan.ts'
import { waiverEntriesWriter } from '../plan/waiver-writer.ts'
import type { Clock, Deadline } from '../ports.ts'
import { inEach, type Sentence, told } from '../precheck/sentence.ts'
import { type StepResult, stepResultOf } from '../precheck/verdict.ts'
import { annotationsOf } from '../report/annotations.ts'
import type { Dossier, Notice } from '../report/dossier.ts'
import { logText } from '../report/escape.ts'
import { outputsOf, PATH_OUTPUTS, type PathOutput } from '../report/outputs.ts'
import type { Report } from '../report/schema.ts'
import { renderHead, renderSummary } from '../report/summary.ts'
import { verdictLine } from '../report/words.ts'
import { errorOf } from '../thrown.ts'
import { type Bounded, pathOf, renderFile, reportFolder, writeWhole } from './report-files.ts'

export interface PublishPorts {
  readonly runner: Runner
  readonly clock: Clock
  readonly settings: ReportSettings
  readonly secrets: Secrets
  readonly side: CiSide
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
 * of the log. What cannot be written is named there and keeps none of the others from being written. Returns what
 * the step comes to.
 */
export async function publish(dossier: Dossier, ports: PublishPorts): Promise<StepResult> {
  const { runner, settings, side, deadline, cancelled } = ports
  const { report, say } = dossier
  const first = attempts(say, ports)
  const [areSet, written] = await Promise.all([
    first('error', told('set the outputs', '设置输出'), bounded =>
      bounded(() => runner.setOutputs(outputsOf(report))),
    ),
    writeFiles(dossier, first, ports),
    side.settlePending().then(pending => say(...pending)),
  ])

  const paths = { reportPath: written['report-json'] ?? null, htmlPath: written['report-html'] ?? null }
  const waiverText = await waiverTextOf(report)
  // Characters, not bytes: a head of at most so many bytes has at most so many characters.
  const head = (maxBytes: number) => renderHead(dossier, waiverText, maxBytes)
  const summary = renderSummary(dossier, { ...paths, waiverText, mode: settings.summary })
  const last = attempts(say, ports)
  const [arePathsSet, , announced] = await Promise.all([
    // Behind outputs that are lost they would only say so again.
    areSet &&
      last('error', told('set the outputs with paths', '设置包含路径的输出'), bounded =>
        bounded(() => runner.setOutputs(written)),
      ),
    last('warning', told('write the job summary', '写入作业摘要'), bounded =>
      bounded(() => runner.writeSummary(summary)),
    ),
    side.announceEnd(report, head, deadline.at),
  ])
  say(...announced.notices)
  const result = stepResultOf(report.gate, {
    cutOff: cutOffOf(cancelled),
    statusLost: announced.statusLost,
    outputsLost: !arePathsSet,
  })
  print(dossier, result, ports)
  return result
}

/** Where there is nothing to accept, the YAML package need not be loaded. */
async function waiverTextOf({ counts }: Report): ReturnType<typeof waiverEntriesWriter> {
  return counts.failed + counts.warning === 0 ? () => '' : waiverEntriesWriter()
}

/** Makes one attempt to write something; when it fails or takes too long, says so and returns false. */
type Attempt = (
  level: Notice['level'],
  what: Sentence,
  write: (bounded: Bounded) => Promise<void>,
) => Promise<boolean>

/** Attempts that together have so much time. What happens between their calls does not count: large reports take a while to make. */
function attempts(say: (notice: Notice) => void, { clock, deadline, cancelled }: PublishPorts): Attempt {
  let leftMs = Math.min(WRITING.mostMs, Math.max(WRITING.leastMs, deadline.at - clock.now()))
  return async (level, what, write) => {
    let msOnceCancelled = WRITING.msOnceCancelled
    const bounded: Bounded = async call => {
      const begunAt = clock.now()
      const until = startDeadline({ ms: leftMs, msOnceCancelled }, clock, cancelled)
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
      const why = errorOf(error).message
      say({ level, text: inEach(in_ => told(`Could not ${in_(what)}: ${why}`, `无法${in_(what)}：${why}`)) })
      return false
    }
  }
}

/** Writes the report files one after the other; returns the paths of those that are there. */
async function writeFiles(
  dossier: Dossier,
  attempt: Attempt,
  { settings, runner }: PublishPorts,
): Promise<Readonly<Partial<Record<PathOutput, string>>>> {
  const written: Partial<Record<PathOutput, string>> = {}
  const found = { folder: '' }
  await attempt(
    'warning',
    told('look for a folder for the report files', '查找报告文件的文件夹'),
    async bounded => {
      found.folder = await bounded(() => reportFolder(settings, runner))
    },
  )
  if (found.folder === '') return written
  for (const output of PATH_OUTPUTS) {
    const file = pathOf(output, found.folder)
    const texts = await renderFile(output, dossier)
    const isThere = await attempt('warning', told(`write ${file}`, `写入 ${file}`), bounded =>
      writeWhole(file, texts, bounded),
    )
    if (isThere) written[output] = file
  }
  return written
}

function print(dossier: Dossier, result: StepResult, { settings, runner }: PublishPorts): void {
  const { report, words, notes } = dossier
  for (const problem of report.problems) runner.log(logText(`- ${problem}`))
  if (settings.annotations)
    for (const annotation of annotationsOf(dossier, settings.configIsCheckedOut)) runner.annotate(annotation)
  else for (const { level, text } of notes) runner.log(logText(`${words.level[level]}${words.colon}${text}`))
  runner.conclude(verdictLine(report, result))
}
