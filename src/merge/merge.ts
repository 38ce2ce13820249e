import * as path from 'node:path'
import { loadCatalogue } from '../catalogue/catalogue.ts'
import { MemorySaver } from '../check/spare-memory.ts'
import { ciRun } from '../ci/ci-run.ts'
import { cutOffOf } from '../deadline.ts'
import { readPieces } from '../files/workspace-file.ts'
import { dossierWithout, earlierReport, type GatePorts, type Run, runWhole } from '../gate.ts'
import { mergeInputNames } from '../plan/inputs.ts'
import { told, verbatim } from '../precheck/sentence.ts'
import type { StepResult } from '../precheck/verdict.ts'
import { buildDossier, type Dossier } from '../report/dossier.ts'
import { SERVICES } from '../services/registry.ts'
import { findReports } from './find-reports.ts'
import { LegText, unreadable } from './leg-text.ts'
import { type LegFile, legsOf } from './legs.ts'
import { type MergePlan, planMerge } from './merge-plan.ts'
import { mergedReport } from './merged.ts'
import { OneCopy } from './one-copy.ts'

/** Twice what 500 tasks with 40 check items each come to; a larger one would take the memory that all legs together need. */
export const MAX_LEG_BYTES = 128 * 1024 * 1024

/** Merges the reports of many legs into one verdict, and publishes it as the gate does its own. Returns the exit code. */
export function runMerge(ports: GatePorts): Promise<StepResult> {
  return runWhole(ports, mergeInputNames(), mergedDossier)
}

async function mergedDossier(run: Run): Promise<Dossier> {
  const { inputs, problems, settings, startedAt, clock } = run
  const { redact } = run.secrets
  const plan = planMerge(inputs, ciRun(run.environment), problems)
  if (problems.any) return dossierWithout('invalid-input', run)
  const files = await readLegs(plan, run)
  const earlier = await earlierReport(run)
  if (run.deadline.signal.aborted)
    return dossierWithout(cutOffOf(run.cancelled) === null ? 'timed-out' : 'cancelled', run)
  const facts = { ...settings, run: plan.run, startedAt, finishedAt: clock.date(), earlier }
  const report = mergedReport(legsOf(files, { ...plan, now: clock.date() }), facts, redact)
  const catalogue = await loadCatalogue(SERVICES, report.targets, { language: settings.language, redact })
  return buildDossier(report, catalogue, run.notices, redact)
}

/** One file after the other: of each only what others do not hold already is kept. */
async function readLegs({ reports }: MergePlan, run: Run): Promise<readonly LegFile[]> {
  const { signal } = run.deadline
  const { workspace } = run.runner
  const { files, closed, absent } = await findReports(reports, workspace, signal)
  for (const place of absent)
    run.warn(
      told(
        `reports: ${place} does not exist, so it holds no report`,
        `reports：${place} 不存在，因此其中没有报告`,
      ),
    )
  const copies = new OneCopy(run.secrets.redact)
  const memory = new MemorySaver('merge')
  const legs = closed.map(({ file, why }) => unreadable(shownPath(file, workspace), verbatim(why)))
  for (const file of files) {
    if (signal.aborted) break
    legs.push(await readLeg(file, shownPath(file, workspace), copies))
    memory.note(copies.read)
  }
  return legs
}

async function readLeg(file: string, shown: string, copies: OneCopy): Promise<LegFile> {
  const text = new LegText(copies)
  const why = await readPieces(file, MAX_LEG_BYTES, bytes => text.push(bytes))
  return why === null ? text.leg(shown) : unreadable(shown, why)
}

/** The path as people give it, where that is the shorter one. */
function shownPath(file: string, workspace: string): string {
  const relative = path.relative(workspace, file)
  return relative.startsWith('..') ? file : relative
}
