import { existsSync, readFileSync } from 'node:fs'
import { loadCatalogue } from '../../src/catalogue/catalogue.ts'
import { MemorySaver } from '../../src/check/spare-memory.ts'
import { commentBody } from '../../src/github/comment-body.ts'
import { waiverEntriesWriter } from '../../src/plan/waiver-writer.ts'
import { judge } from '../../src/precheck/judge.ts'
import { annotationsOf } from '../../src/report/annotations.ts'
import { buildReport } from '../../src/report/build.ts'
import { buildDossier } from '../../src/report/dossier.ts'
import { htmlTexts } from '../../src/report/html/page.ts'
import { jsonTexts } from '../../src/report/json-text.ts'
import { junitTexts } from '../../src/report/junit.ts'
import { outputsOf } from '../../src/report/outputs.ts'
import { renderHead, renderSummary } from '../../src/report/summary.ts'
import { SERVICES } from '../../src/services/registry.ts'
import { MIXTURES, manyItems, someSecrets, someWaivers } from './many-items.ts'

/**
 * A process of its own for one number of check items: judges them and makes everything that the gate makes of them,
 * once, as the gate does, and prints what that took.
 */

const [count = '0', mixtureName = ''] = process.argv.slice(2)
const mixture = MIXTURES.find(name => name === mixtureName)
if (mixture === undefined) throw new Error(`No mixture ${mixtureName}`)
const targets = manyItems(Number(count), mixture)
const { redact } = someSecrets()
const catalogue = await loadCatalogue(SERVICES, targets, { language: 'en-us', redact })
const ALONE = { language: 'en-us', run: null, placeOf: () => null, earlier: null } as const

const begun = process.cpuUsage()
new MemorySaver('gate').note(Number(count))
const verdict = judge(targets, { failOn: 'failed', waivers: someWaivers(), today: '2026-11-21', redact })
const STATUS = '/proc/self/status'
const date = new Date()
const facts = {
  name: 'bench',
  startedAt: date,
  finishedAt: date,
  requests: 0,
  polls: 0,
  problems: [],
  ...ALONE,
}
const report = buildReport(verdict, facts, catalogue, redact)
const dossier = buildDossier(report, catalogue, [], redact)
const waiverText = await waiverEntriesWriter()
const page = { waiverText, reportPath: '/tmp/report.json', htmlPath: '/tmp/report.html' }
const head = (maxBytes: number) => renderHead(dossier, waiverText, maxBytes)
/** Made one after the other and let go of, as the gate does once each is written. */
const texts: readonly (() => Iterable<string>)[] = [
  () => Object.values(outputsOf(report)),
  () => jsonTexts(report),
  () => junitTexts(report),
  () => htmlTexts(dossier),
  () => [renderSummary(dossier, { ...page, mode: 'full' })],
  () => [commentBody({ ...report.gate, marker: '', render: head, footer: null })],
  () => annotationsOf(dossier).map(annotation => annotation.message),
]
let bytes = 0
for (const make of texts) for (const text of make()) bytes += Buffer.byteLength(text)
const ms = processorMs(begun)
const peakMebibytes = peakOfThisProcess()
const before = process.cpuUsage()
JSON.stringify(report)
const stringifyMs = processorMs(before)

/** On a busy machine it says more than the clock. */
function processorMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1_000
}

/** What `getrusage` tells, in kibibytes on every platform, begins with the memory of the process that started this one. */
function peakOfThisProcess(): number {
  const status = existsSync(STATUS) ? readFileSync(STATUS, 'utf8') : ''
  const [, own = process.resourceUsage().maxRSS] = /VmHWM:\s*(\d+)/.exec(status) ?? []
  return Number(own) / 1024
}

process.stdout.write(JSON.stringify({ items: verdict.counts.total, ms, stringifyMs, bytes, peakMebibytes }))
