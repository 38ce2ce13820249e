import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { parseArgs } from 'node:util'
import { stringify } from 'yaml'
import { findScenario } from '../simulator/scenario/scenario.ts'
import { type Simulator, startSimulator } from '../simulator/server.ts'
import { runCommand } from './command-line.ts'
import { type ActionEnd, runAction } from './run-action.ts'
import { shortSummary } from './short-summary.ts'

/**
 * `npm run demo`: runs the built action against the simulator, with made-up credentials, and prints what a user
 * would see first. The gate fails in it on purpose: a red result is what the action is for.
 */

const USAGE = `Usage: npm run demo

Runs the built action against a simulated cloud on this machine, in a few seconds and without an account, and prints
the log, the findings of the job summary, the decision and the paths of the report files. It takes no options.`

/** The config file of the demo, as a user would write it; only the endpoints are those of the simulator. */
const configFor = ({ url, credentials }: Simulator) => ({
  version: 1,
  targets: [
    {
      name: 'orders-databases',
      service: 'drs',
      endpoint: url,
      'project-id': credentials.projectId,
      'job-ids': [
        { id: '140b5236-88ad-43c8-811c-1268453jb101', label: 'orders' },
        { id: 'a281f62f-4631-45d6-a2d3-679a9f4jb105', label: 'orders archive' },
        { id: '7c1e9a04-52bd-4f0e-8d36-2f7a9b3jb102', label: 'customers' },
      ],
    },
    {
      name: 'orders-shards',
      service: 'ddm',
      endpoint: url,
      'project-id': credentials.projectId,
      'instance-id': '1f5c9fd6cd984056ba89c8c87cc03278in09',
      database: 'orders_db',
      // The variable takes its value from the environment and is masked everywhere.
      request: {
        data_nodes: [
          { id: 'd45dfa3df6ac4bbcb3d5fdb7b5b6ba20in01', user: 'shard_admin', password: PASSWORD_REFERENCE },
        ],
        new_shard_number: '9',
      },
    },
    { name: 'erp', service: 'oms', endpoint: url, 'job-ids': ['np_4w3a7c2e'] },
  ],
})

const PASSWORD_VARIABLE = 'DDM_PASSWORD'
const PASSWORD_REFERENCE = `$\{${PASSWORD_VARIABLE}}`
const CONFIG_FILE = 'precheck.yaml'

const DEADLINE_MS = 60_000
/** With what npm says before it, all of it is to fit on two screens. */
const SUMMARY_LINES = 52
const RULE = '-'.repeat(100)

/** Returns whether the gate ended as the scenario means it to. */
async function play(): Promise<boolean> {
  const simulator = await startSimulator({ scenario: findScenario('demo') })
  console.log(`A simulated cloud on ${simulator.url}: three DRS tasks, a DDM schema and an OMS project.`)
  console.log(
    'The credentials are made up, and the gate is meant to fail: one DRS task has failed check items.\n',
  )
  console.log(`What the log shows\n${RULE}`)
  try {
    const { accessKeyId, secretAccessKey, omsUser, omsPassword } = simulator.credentials
    const end = await runAction({
      inputs: {
        name: 'demo',
        config: CONFIG_FILE,
        'allowed-hosts': new URL(simulator.url).host,
        'allowed-variables': PASSWORD_VARIABLE,
        'access-key-id': accessKeyId,
        'secret-access-key': secretAccessKey,
        'oms-user': omsUser,
        'oms-password': omsPassword,
        'poll-interval-seconds': '2',
        summary: 'findings',
        'settle-seconds': '1',
      },
      environment: { [PASSWORD_VARIABLE]: 'a-made-up-password' },
      folder: mkdtempSync(path.join(tmpdir(), 'precheck-gate-demo-')),
      timeoutMs: DEADLINE_MS,
      prepare: workspace => writeFileSync(path.join(workspace, CONFIG_FILE), stringify(configFor(simulator))),
      onLine: line => {
        if (!isCommand(line)) console.log(line)
      },
    })
    return closing(end)
  } finally {
    await simulator.close()
  }
}

/** The runner takes these lines out of the log: masks vanish, annotations are shown at the top of the run. */
const isCommand = (line: string) => line.startsWith('::')

function closing({ exitCode, summary, summaryPath, outputs }: ActionEnd): boolean {
  console.log(`\nWhat the job summary shows first\n${RULE}\n${shortSummary(summary, SUMMARY_LINES)}\n${RULE}`)
  const asPlanned =
    exitCode === 1 && outputs['decision'] === 'failed' && outputs['reason-code'] === 'checks-failed'
  console.log(
    asPlanned
      ? 'The demo worked: the gate failed on purpose, because one of the pre-checks found something to fix.'
      : 'The demo did not work: the gate should have ended as failed (checks-failed) with exit code 1.',
  )
  console.log(`decision:     ${outputs['decision']} (${outputs['reason-code']}), exit code ${exitCode}`)
  console.log(`report.json:  ${outputs['report-json']}`)
  console.log(`JUnit report: ${outputs['report-junit']}`)
  console.log(`Job summary:  ${summaryPath}`)
  console.log(`HTML page:    ${outputs['report-html']}`)
  console.log('\nOpen the HTML page for every check item, to search, to filter and to print.')
  return asPlanned
}

await runCommand(USAGE, async () => {
  parseArgs({ options: {} })
  process.exitCode = (await play()) ? 0 : 1
})
