import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Verdict } from '../precheck/verdict.ts'
import { buildReport, type RunFacts } from './build.ts'
import { type Explain, explainVerdict, type Redact } from './explain.ts'
import { redactedCatalogue } from './redacted-catalogue.ts'
import type { Report } from './schema.ts'

/**
 * All that the outputs say. Secrets are taken out here and nowhere later, from the texts as they came in: every output
 * is a projection of the dossier, and none sees anything that has not been searched.
 */
export interface Dossier {
  readonly report: Report
  readonly explain: Explain
}

/** Returns the dossier of a verdict. */
export function buildDossier(
  verdict: Verdict,
  facts: RunFacts,
  catalogue: Catalogue,
  redact: Redact,
): Dossier {
  const notes = redactedCatalogue(catalogue, redact)
  return {
    report: buildReport(verdict, facts, notes, redact),
    explain: explainVerdict(verdict, notes, redact),
  }
}
