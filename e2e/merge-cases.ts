import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import { findScenario } from '../simulator/scenario/scenario.ts'
import { startSimulator } from '../simulator/server.ts'
import { type ActRun, type Runner, runWorkflow } from './act.ts'
import type { Case } from './case.ts'
import { verdictIn } from './report-file.ts'
import { pullRequestEvent, pushEvent, TASKS } from './repository.ts'
import { assertNoSecret, CLOUD_KEYS } from './secrets.ts'

/** The reusable workflow, and the sub-action over everything that can be handed over to it. */
export function mergeCases(runner: Runner): readonly Case[] {
  return [
    {
      name: 'act: the reusable workflow ends in a red job when one leg has failed, and the report says what to fix',
      run: async folder => {
        const run = await callGate(runner, folder, { orders: TASKS.clean, archive: TASKS.broken })
        assert.equal(run.exitCode, 1)
        assert.equal(verdictIn(run.evidence(MERGED)), 'failed: checks-failed')
        assert.match(run.summary, /archive\/drs/)
      },
    },
    {
      name: 'act: the reusable workflow is green when every leg has passed, and a merge red over all else that legs can leave',
      run: folder => tryHandedOver(runner, folder),
    },
  ]
}

const MERGED = 'artifacts/precheck-report-migration-1/report.json'

async function callGate(
  runner: Runner,
  folder: string,
  legs: Readonly<Record<string, string>>,
): Promise<ActRun> {
  const simulator = await startSimulator({ scenario: findScenario('e2e/scenarios/orders.yaml') })
  try {
    const list = Object.entries(legs).map(([name, task]) => ({
      name,
      service: 'drs',
      'job-ids': task,
      endpoint: simulator.url,
      'project-id': simulator.credentials.projectId,
      'poll-interval-seconds': '0.2',
    }))
    const call = {
      name: 'gate',
      event: 'pull_request',
      payload: pullRequestEvent(),
      variables: { LEGS: JSON.stringify(list) },
      secrets: { ...CLOUD_KEYS, VARIABLES: '{ "DDM_PASSWORD": "not used" }' },
    }
    return await runWorkflow(runner, call, folder)
  } finally {
    await simulator.close()
  }
}

type Change = (text: string) => string

/** By what the last job finds: the reports of the legs as they are handed over, and what is to come of them. */
interface HandedOver {
  readonly expected: string
  /** What becomes of the report of `orders`; undefined hands none over. */
  readonly orders: readonly (readonly [folder: string, Change])[]
  readonly result?: string
}

const asItIs: Change = text => text
const field =
  (name: string, value: unknown): Change =>
  text =>
    text.replace(new RegExp(`"${name}": [^\\n]*?(,?)\\n`), `"${name}": ${JSON.stringify(value)}$1\n`)
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

const MISSING = 'failure, inconclusive, leg-missing'
const REFUSED = 'failure, inconclusive, leg-not-accepted'
const PASSED = 'success, passed, passed-with-warnings'

const HANDED_OVER: Readonly<Record<string, HandedOver>> = {
  whole: { expected: PASSED, orders: [['orders', asItIs]] },
  'later-attempt': {
    expected: PASSED,
    orders: [
      ['orders-1', asItIs],
      ['orders-2', field('runAttempt', 2)],
    ],
  },
  missing: { expected: MISSING, orders: [] },
  skipped: { expected: MISSING, orders: [['orders', asItIs]] },
  cancelled: { expected: MISSING, orders: [['orders', asItIs]], result: 'cancelled' },
  crashed: { expected: MISSING, orders: [['orders', asItIs]], result: 'failure' },
  twice: {
    expected: REFUSED,
    orders: [
      ['orders', asItIs],
      ['copy', asItIs],
    ],
  },
  'other-run': { expected: REFUSED, orders: [['orders', field('runId', '0')]] },
  'too-old': { expected: REFUSED, orders: [['orders', field('finishedAt', inMinutes(-61))]] },
  future: { expected: REFUSED, orders: [['orders', field('finishedAt', inMinutes(7))]] },
  'not-valid': { expected: REFUSED, orders: [['orders', field('schemaVersion', 2)]] },
  tampered: { expected: REFUSED, orders: [['orders', field('passed', 40)]] },
  empty: { expected: MISSING, orders: [['orders', () => '']] },
  cut: { expected: MISSING, orders: [['orders', text => text.slice(0, text.length / 2)]] },
}

/** Real reports of two legs, handed over in every way at once. */
async function tryHandedOver(runner: Runner, folder: string): Promise<void> {
  const own = path.join(folder, 'legs')
  mkdirSync(own)
  const legs = await callGate(runner, own, { orders: TASKS.clean, archive: TASKS.warned })
  assert.equal(legs.exitCode, 0)
  assert.equal(verdictIn(legs.evidence(MERGED)), 'passed: passed-with-warnings')
  assertNoSecret(legs.output, legs.summary)
  const report = (name: string) => legs.evidence(`artifacts/precheck-leg+migration+${name}+1/report.json`)
  const prepare = (evidence: string) => {
    for (const [name, { orders }] of Object.entries(HANDED_OVER)) {
      const write = (leg: string, text: string) => {
        const target = path.join(evidence, 'handed-over', name, leg)
        mkdirSync(target, { recursive: true })
        writeFileSync(path.join(target, 'report.json'), text)
      }
      write('archive', report('archive'))
      for (const [leg, change] of orders) write(leg, change(report('orders')))
    }
  }
  const cases = Object.entries(HANDED_OVER).map(([leg, { result = '' }]) => ({ leg, result }))
  const workflow = {
    name: 'merge',
    event: 'push',
    payload: pushEvent(),
    variables: { CASES: JSON.stringify(cases), RUN_LEGS: 'false' },
    prepare,
  }
  const run = await runWorkflow(runner, workflow, folder)
  const came = Object.keys(HANDED_OVER).map(name => [name, run.evidence(`${name}.txt`).trim()])
  const expected = Object.entries(HANDED_OVER).map(([name, one]) => [name, one.expected])
  assert.deepEqual(Object.fromEntries(came), Object.fromEntries(expected))
}
