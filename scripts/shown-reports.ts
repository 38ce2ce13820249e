import { readFileSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import { stringify } from 'yaml'
import { findScenario } from '../simulator/scenario/scenario.ts'
import { type Simulator, startSimulator } from '../simulator/server.ts'
import { waiverEntriesWriter } from '../src/plan/waiver-writer.ts'
import { buildDossier } from '../src/report/dossier.ts'
import { reportSchema } from '../src/report/schema.ts'
import { renderHead } from '../src/report/summary.ts'
import { catalogueIn } from '../testing/catalogue.ts'
import { runAction } from './run-action.ts'

/** Runs the built action against the simulator for reports that are shown or measured. Everything in them is made up. */

export interface Shown {
  readonly name: string
  readonly scenario: string
  readonly jobs: readonly { readonly id: string; readonly label: string }[]
  readonly language?: 'zh-cn'
}

/** What a run is known by to who reads of it. */
export interface ShownReports {
  readonly summary: string
  readonly comment: string
  readonly html: string
}

const DEADLINE_MS = 60_000
const COMMENT_MAX_CHARACTERS = 65_000
/** What RUNNER_TEMP is on a hosted runner; the picture is not to show where it was taken. */
const RUNNER_TEMP = '/home/runner/work/_temp'

const ORDERS = { id: '140b5236-88ad-43c8-811c-1268453jb101', label: 'orders' }
const ARCHIVE = { id: 'a281f62f-4631-45d6-a2d3-679a9f4jb105', label: 'orders archive' }
const CUSTOMERS = { id: '7c1e9a04-52bd-4f0e-8d36-2f7a9b3jb102', label: 'customers' }

const DATABASES =
  'accounts,addresses,audit,billing,carts,catalog,coupons,customers,deliveries,documents,feedback,finance,identity,inventory,invoices,loyalty,messages,notifications,orders,orders archive,payments,pricing,products,promotions,refunds,reports,returns,reviews,shipping,vouchers'.split(
    ',',
  )

export const FAILED: Shown = { name: 'failed', scenario: 'demo', jobs: [ORDERS, ARCHIVE, CUSTOMERS] }
export const PASSED: Shown = { name: 'passed', scenario: 'demo', jobs: [ORDERS] }
/** Thirty tasks with 57 findings. */
export const MANY: Shown = {
  name: 'many',
  scenario: 'thirty-tasks',
  jobs: findScenario('thirty-tasks').drs.map(({ id }, index) => ({ id, label: DATABASES[index] ?? id })),
}

/** Returns what the built action wrote for DRS tasks of a scenario, and the comment that it would write. */
export async function reportsOf(shown: Shown, folder: string): Promise<ShownReports> {
  const simulator = await startSimulator({ scenario: findScenario(shown.scenario) })
  try {
    const { accessKeyId, secretAccessKey } = simulator.credentials
    const { summary, log, outputs } = await runAction({
      inputs: {
        name: 'orders-migration',
        config: 'precheck.yaml',
        'allowed-hosts': new URL(simulator.url).host,
        'access-key-id': accessKeyId,
        'secret-access-key': secretAccessKey,
        'poll-interval-seconds': '0.5',
        'settle-seconds': '1',
        ...(shown.language === undefined ? {} : { language: shown.language }),
      },
      folder,
      timeoutMs: DEADLINE_MS,
      prepare: workspace =>
        writeFileSync(path.join(workspace, 'precheck.yaml'), configFor(simulator, shown.jobs)),
    })
    if (summary === '') throw new Error(`The action wrote no summary. Its log:\n${log}`)
    return {
      summary: summary.replaceAll(path.join(folder, 'temp'), RUNNER_TEMP),
      comment: await commentOf(outputs['report-json'] ?? ''),
      html: readFileSync(outputs['report-html'] ?? '', 'utf8'),
    }
  } finally {
    await simulator.close()
  }
}

async function commentOf(reportJson: string): Promise<string> {
  const report = reportSchema.parse(JSON.parse(readFileSync(reportJson, 'utf8')))
  const dossier = buildDossier(report, catalogueIn(report.gate.language), [], text => text)
  return renderHead(dossier, await waiverEntriesWriter(), COMMENT_MAX_CHARACTERS)
}

function configFor({ url, credentials }: Simulator, jobs: Shown['jobs']): string {
  const target = { name: 'orders-databases', service: 'drs', endpoint: url }
  return stringify({
    version: 1,
    targets: [{ ...target, 'project-id': credentials.projectId, 'job-ids': jobs }],
  })
}
