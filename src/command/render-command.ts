import * as path from 'node:path'
import { loadCatalogue } from '../catalogue/catalogue.ts'
import { waiverEntriesWriter } from '../plan/waiver-writer.ts'
import { told } from '../precheck/sentence.ts'
import { pathOf, renderFile, unlessAborted, writeWhole } from '../publish/report-files.ts'
import { buildDossier } from '../report/dossier.ts'
import { logText } from '../report/escape.ts'
import { renderSummary } from '../report/summary.ts'
import { SERVICES } from '../services/registry.ts'
import { errorOf } from '../thrown.ts'
import type { Arguments } from './arguments.ts'
import { reportOf } from './report-argument.ts'
import { SUMMARY, USAGE_EXIT_CODE, type World } from './world.ts'

/** Writes the files that are made of a `report.json` again: beside it, or into another folder. */
export async function runRender(given: Arguments, world: World): Promise<number> {
  const named = await reportOf(given, [], world)
  if (named === null) return USAGE_EXIT_CODE
  const { file, report } = named
  const asked = given.values.get('report-dir') ?? ''
  const folder = asked === '' ? path.dirname(file) : path.resolve(world.folder, asked)
  const page = pathOf('report-html', folder)
  const { language } = report.gate
  // What the report says was searched for secrets when it was made; none is known here.
  const redact = (text: string) => text
  const catalogue = await loadCatalogue(SERVICES, report.targets, { language, redact })
  const dossier = buildDossier(report, catalogue, [], redact)
  const waiverText = await waiverEntriesWriter()
  const options = { mode: 'full', reportPath: file, htmlPath: page, waiverText } as const
  const write = async (to: string, texts: Iterable<string>) => {
    await writeWhole(to, texts, unlessAborted(world.cancelled))
    world.say(logText(told(`Wrote ${to}`, `已写入 ${to}`).in(language)))
  }
  try {
    for (const output of ['report-html', 'report-junit'] as const)
      await write(pathOf(output, folder), await renderFile(output, dossier))
    await write(path.join(folder, SUMMARY), [renderSummary(dossier, options)])
    return 0
  } catch (error) {
    world.say(logText(`precheck-gate: ${errorOf(error).message}`))
    return USAGE_EXIT_CODE
  }
}
