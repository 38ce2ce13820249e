import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { findScenario } from '../simulator/scenario/scenario.ts'
import { type Simulator, startSimulator } from '../simulator/server.ts'
import { readableMarkdown } from './readable-markdown.ts'
import { type ActionEnd, runAction } from './run-action.ts'

/**
 * `npm run demo`: runs the built action against the simulator, with made-up credentials, and prints what a user
 * would see. The gate fails in it on purpose: a red result is what the action is for.
 */

interface Demo {
  /** A built-in scenario of the simulator. */
  readonly scenario: string
  readonly story: string
  inputs(simulator: Simulator): Readonly<Record<string, string>>
}

const DRS_TASKS = [
  '140b5236-88ad-43c8-811c-1268453jb101',
  'a281f62f-4631-45d6-a2d3-679a9f4jb105',
  '7c1e9a04-52bd-4f0e-8d36-2f7a9b3jb102',
]

const DRS_DEMO: Demo = {
  scenario: 'demo-drs',
  story: 'three DRS tasks: one passes, one gives warnings, one fails',
  inputs: ({ url, credentials }) => ({
    service: 'drs',
    'job-ids': DRS_TASKS.join('\n'),
    endpoint: url,
    'project-id': credentials.projectId,
  }),
}

const DEADLINE_MS = 60_000
const RULE = '-'.repeat(100)

/** Returns whether the gate ended as the scenario means it to. */
async function play(demo: Demo): Promise<boolean> {
  const simulator = await startSimulator({ scenario: findScenario(demo.scenario) })
  console.log(`A simulated cloud on ${simulator.url}: ${demo.story}.`)
  console.log('The credentials are made up, and the gate is meant to fail.\n')
  console.log(`What the log shows\n${RULE}`)
  try {
    const { accessKeyId, secretAccessKey } = simulator.credentials
    const end = await runAction({
      inputs: {
        ...demo.inputs(simulator),
        'access-key-id': accessKeyId,
        'secret-access-key': secretAccessKey,
        'poll-interval-seconds': '0.5',
        'settle-seconds': '1',
        name: 'demo',
      },
      folder: mkdtempSync(path.join(tmpdir(), 'precheck-gate-demo-')),
      timeoutMs: DEADLINE_MS,
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

function closing({ exitCode, summary, outputs }: ActionEnd): boolean {
  console.log(`\nWhat the job summary shows\n${RULE}\n${readableMarkdown(summary).trimEnd()}\n${RULE}`)
  console.log(`decision:     ${outputs['decision']} (${outputs['reason-code']}), exit code ${exitCode}`)
  console.log(`report.json:  ${outputs['report-json']}`)
  console.log(`JUnit report: ${outputs['report-junit']}`)
  const asPlanned =
    exitCode === 1 && outputs['decision'] === 'failed' && outputs['reason-code'] === 'checks-failed'
  console.log(
    asPlanned
      ? '\nThe demo worked: the gate failed on purpose, because one of the pre-checks found something to fix.'
      : '\nThe demo did not work: the gate should have ended as failed (checks-failed) with exit code 1.',
  )
  return asPlanned
}

process.exitCode = (await play(DRS_DEMO)) ? 0 : 1
