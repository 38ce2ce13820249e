import { mkdir, writeFile } from 'node:fs/promises'
import * as path from 'node:path'
import { catalogueIn } from './catalogue/catalogue.ts'
import type { Secrets } from './cloud/secrets.ts'
import { startDeadline } from './deadline.ts'
import type { GitHubSide } from './github-side.ts'
import type { ReportSettings } from './plan/plan.ts'
import type { Clock } from './ports.ts'
import type { Verdict } from './precheck/verdict.ts'
import { annotationsOf, type Notice } from './report/annotations.ts'
import { logText } from './report/escape.ts'
import { explainVerdict } from './report/explain.ts'
import { renderJunit } from './report/junit.ts'
import { OUTPUT_NAMES, outputsOf, type ReportPaths } from './report/outputs.ts'
import type { Report } from './report/schema.ts'
import { renderSummary } from './report/summary.ts'
import { verdictLine } from './report/words.ts'
import type { Runner } from './runner.ts'

export interface PublishPorts {
  readonly runner: Runner
  readonly clock: Clock
  readonly settings: ReportSettings
  readonly secrets: Secrets
  readonly gitHub: GitHubSide
  readonly cancelled: AbortSignal
}

/** GitHub's share of the ten seconds that may pass after the step's deadline. */
const ANNOUNCE_MS = 8_000
/** GitHub's share of the six seconds that a cancelled step has. */
const ANNOUNCE_WHEN_CANCELLED_MS = 4_000

/**
 * Writes the outputs, the report files, the summary, the commit status, the comment, the annotations and the last
 * line of the log. One that cannot be written is named in a warning and keeps none of the others from being written.
 */
export async function publish(
  report: Report,
  verdict: Verdict,
  notices: readonly Notice[],
  { runner, clock, settings, secrets, gitHub, cancelled }: PublishPorts,
): Promise<{ readonly statusLost: boolean }> {
  const paths = reportPaths(settings, runner)
  const redacted = ({ level, text }: Notice): Notice => ({ level, text: secrets.redact(text) })
  const said = notices.map(redacted)
  const attempt = async (what: string, write: () => void | Promise<void>) => {
    try {
      await write()
    } catch (error) {
      const text = `Could not write ${what}: ${error instanceof Error ? error.message : error}`
      said.push(redacted({ level: 'warning', text }))
    }
  }
  await attempt('the outputs', () => {
    const outputs = outputsOf(report, paths)
    for (const name of OUTPUT_NAMES) runner.setOutput(name, outputs[name])
  })
  await attempt('the report files', () => writeReportFiles(report, paths))
  const explain = explainVerdict(verdict, catalogueIn(settings.language))
  const page = { notices: said, reportPath: paths.json, explain }
  await attempt('the job summary', () =>
    runner.writeSummary(renderSummary(report, { ...page, mode: settings.summary })),
  )
  const until = startDeadline(cancelled.aborted ? ANNOUNCE_WHEN_CANCELLED_MS : ANNOUNCE_MS, clock, null)
  // Characters, not bytes: a page of at most so many bytes has at most so many characters.
  const findings = (maxBytes: number) => renderSummary(report, { ...page, mode: 'findings', maxBytes })
  const announced = await gitHub.announceEnd(report, findings, until)
  until.done()
  said.push(...announced.notices.map(redacted))
  print(report, said, settings, runner)
  return announced
}

function print(report: Report, said: readonly Notice[], settings: ReportSettings, runner: Runner): void {
  for (const problem of report.problems) runner.log(logText(`- ${problem}`))
  if (settings.annotations) for (const annotation of annotationsOf(report, said)) runner.annotate(annotation)
  else for (const { level, text } of said) runner.log(logText(`${level}: ${text}`))
  runner.log(verdictLine(report))
}

function reportPaths({ reportDir, name }: ReportSettings, { tempDir, workspace }: Runner): ReportPaths {
  const folder = path.resolve(workspace, reportDir ?? path.join(tempDir, 'precheck-gate', name))
  return { json: path.join(folder, 'report.json'), junit: path.join(folder, 'report.junit.xml') }
}

/** Makes the folder when it is missing; other files in it stay. */
async function writeReportFiles(report: Report, paths: ReportPaths): Promise<void> {
  await mkdir(path.dirname(paths.json), { recursive: true })
  await writeFile(paths.json, `${JSON.stringify(report, null, 2)}\n`)
  await writeFile(paths.junit, renderJunit(report))
}
