import { mkdir, writeFile } from 'node:fs/promises'
import * as path from 'node:path'
import { catalogueIn } from './catalogue/catalogue.ts'
import type { ReportSettings } from './plan/plan.ts'
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

/**
 * Writes the outputs, the report files, the summary, the annotations and the last line of the log. One that cannot
 * be written is named in a warning and keeps none of the others from being written.
 */
export async function publish(
  report: Report,
  verdict: Verdict,
  settings: ReportSettings,
  notices: readonly Notice[],
  runner: Runner,
): Promise<void> {
  const paths = reportPaths(settings, runner)
  const said = [...notices]
  const attempt = async (what: string, write: () => void | Promise<void>) => {
    try {
      await write()
    } catch (error) {
      said.push({
        level: 'warning',
        text: `Could not write ${what}: ${error instanceof Error ? error.message : error}`,
      })
    }
  }
  const outputs = outputsOf(report, paths)
  await attempt('the outputs', () => {
    for (const name of OUTPUT_NAMES) runner.setOutput(name, outputs[name])
  })
  await attempt('the report files', () => writeReportFiles(report, paths))
  const explain = explainVerdict(verdict, catalogueIn(settings.language))
  await attempt('the job summary', () => {
    const options = { mode: settings.summary, notices: said, reportPath: paths.json, explain }
    return runner.writeSummary(renderSummary(report, options))
  })
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
