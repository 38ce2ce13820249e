import type { Catalogue } from '../../src/catalogue/catalogue.ts'
import { waiverEntriesWriter } from '../../src/plan/waiver-writer.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { type Annotation, annotationsOf as annotations } from '../../src/report/annotations.ts'
import { buildDossier, type Dossier } from '../../src/report/dossier.ts'
import { htmlTexts } from '../../src/report/html/page.ts'
import { junitTexts } from '../../src/report/junit.ts'
import type { Report } from '../../src/report/schema.ts'
import * as summary from '../../src/report/summary.ts'
import { NO_CATALOGUE } from './fixtures.ts'

/** What a report comes to; where a test says nothing of a catalogue, nothing is known of its checks. */

interface Beside {
  readonly catalogue?: Catalogue
  readonly notes?: Dossier['notes']
}

export function dossierOf(report: Report, { catalogue = NO_CATALOGUE, notes = [] }: Beside = {}): Dossier {
  const notices = notes.map(({ level, text }) => ({ level, text: verbatim(text) }))
  return buildDossier(report, catalogue, notices, text => text)
}

/** What the summary is made with where a test says nothing else. */
export const SUMMARY: summary.SummaryOptions = {
  mode: 'full',
  waiverText: await waiverEntriesWriter(),
  reportPath: '/tmp/precheck-gate/precheck/report.json',
  htmlPath: '/tmp/precheck-gate/precheck/report.html',
}

export function renderSummary(
  report: Report,
  { catalogue, notes, ...change }: Beside & Partial<summary.SummaryOptions> = {},
): string {
  const dossier = dossierOf(report, { ...(catalogue && { catalogue }), ...(notes && { notes }) })
  return summary.renderSummary(dossier, { ...SUMMARY, ...change })
}

export const renderHead = (report: Report, maxBytes: number, beside: Beside = {}): string =>
  summary.renderHead(dossierOf(report, beside), SUMMARY.waiverText, maxBytes)
export const renderJunit = (report: Report): string => [...junitTexts(report)].join('')
export const renderHtml = (report: Report, beside: Beside = {}): string =>
  [...htmlTexts(dossierOf(report, beside))].join('')
export const annotationsOf = (
  report: Report,
  notes: Dossier['notes'] = [],
  placed = false,
): readonly Annotation[] => annotations(dossierOf(report, { notes }), placed)
