import assert from 'node:assert/strict'
import * as path from 'node:path'
import * as z from 'zod'
import { type Runner, runWorkflow, type Workflow } from './act.ts'
import type { Case } from './case.ts'
import { verdictIn } from './report-file.ts'
import { pullRequestEvent, pushEvent, TASKS } from './repository.ts'
import { CLOUD_KEYS } from './secrets.ts'

/** The gate among other steps and jobs: what it hands on, and a matrix whose last job is the required check. */
export function jobCases(runner: Runner): readonly Case[] {
  return [...outputCases(runner), ...matrixCases(runner)]
}

const outputsSchema = z.record(z.string(), z.string())
const failedItemsSchema = z.array(
  z.strictObject({ target: z.string(), task: z.string(), item: z.string(), status: z.string() }),
)

function outputCases(runner: Runner): readonly Case[] {
  const withOutputs = (task: string): Workflow => ({
    name: 'outputs',
    event: 'push',
    payload: pushEvent(),
    variables: { TASKS: task },
    secrets: CLOUD_KEYS,
  })
  return [
    {
      name: 'act: a later step reads the outputs through env:',
      run: async folder => {
        const run = await runWorkflow(runner, withOutputs(TASKS.clean), folder)
        assert.deepEqual(run.jobs, { gate: 'success' })
        const {
          'report-json': json = '',
          'report-junit': junit = '',
          'report-html': html = '',
          'precheck-ids': ids = '',
          ...rest
        } = outputsSchema.parse(JSON.parse(run.evidence('outputs.json')))
        assert.deepEqual(rest, {
          decision: 'passed',
          'reason-code': 'all-passed',
          'total-count': '39',
          'passed-count': '39',
          'warning-count': '0',
          'failed-count': '0',
          'waived-count': '0',
          'unknown-count': '0',
          'failed-items': '[]',
        })
        assert.deepEqual(JSON.parse(ids), { drs: { [TASKS.clean]: TASKS.clean } })
        for (const file of [json, junit, html]) assert.ok(path.isAbsolute(file), `${file} is not absolute`)
      },
    },
    {
      name: 'act: with continue-on-error the job stays green, and later steps see outcome, decision and failed items',
      run: async folder => {
        const run = await runWorkflow(runner, withOutputs(TASKS.broken), folder)
        assert.deepEqual(run.jobs, { gate: 'success' })
        assert.equal(run.exitCode, 0)
        assert.ok(run.output.includes('outcome: failure, conclusion: success'))
        const outputs = outputsSchema.parse(JSON.parse(run.evidence('outputs.json')))
        assert.equal(outputs['decision'], 'failed')
        const items = failedItemsSchema.parse(JSON.parse(run.evidence('failed-items.json')))
        assert.deepEqual(items.map(({ item }) => item).sort(), [
          'dstDbConnection',
          'srcDbBinlogIsOff',
          'srcDbPrivilegesIsEnoughForIncre',
          'srcGtidStatusCheck',
        ])
      },
    },
  ]
}

interface Leg {
  readonly leg: string
  readonly task: string
}

const ORDERS: Leg = { leg: 'orders', task: TASKS.clean }
const ARCHIVE: Leg = { leg: 'archive', task: TASKS.warned }

function matrixCases(runner: Runner): readonly Case[] {
  const legs = (list: readonly Leg[], variables: Readonly<Record<string, string>> = {}): Workflow => ({
    name: 'matrix',
    event: 'pull_request',
    payload: pullRequestEvent(),
    variables: { LEGS: JSON.stringify(list), RUN_LEGS: 'true', ...variables },
    secrets: CLOUD_KEYS,
  })
  return [
    {
      name: 'act: the required check of a matrix is green when every leg has passed',
      run: async folder => {
        const run = await runWorkflow(runner, legs([ORDERS, ARCHIVE]), folder)
        assert.deepEqual(run.jobs, { leg: 'success', required: 'success' })
        assert.equal(run.exitCode, 0)
        assert.equal(run.evidence('required.txt'), 'legs: success\n')
        assert.deepEqual(run.steps, { 'gate (orders)': 'success', 'gate (archive)': 'success' })
        assert.equal(verdictIn(run.evidence('orders/report.json')), 'passed: all-passed')
        assert.equal(verdictIn(run.evidence('archive/report.json')), 'passed: passed-with-warnings')
      },
    },
    {
      name: 'act: the required check is red when one leg has failed, and the other leg still ends with its own result',
      run: async folder => {
        const run = await runWorkflow(runner, legs([ORDERS, { ...ARCHIVE, task: TASKS.broken }]), folder)
        assert.deepEqual(run.jobs, { leg: 'failure', required: 'failure' })
        assert.deepEqual(run.steps, { 'gate (orders)': 'success', 'gate (archive)': 'failure' })
        assert.match(run.evidence('required.txt'), /leg archive has not passed/)
      },
    },
    {
      name: 'act: the required check is red when a leg is missing from the matrix, although every leg that ran is green',
      run: async folder => {
        const run = await runWorkflow(runner, legs([ORDERS]), folder)
        assert.deepEqual(run.jobs, { leg: 'success', required: 'failure' })
        assert.match(run.evidence('required.txt'), /leg archive has not passed/)
      },
    },
    {
      name: 'act: the required check is red when the gate of a leg is skipped, although the leg is green',
      run: async folder => {
        const run = await runWorkflow(runner, legs([ORDERS, ARCHIVE], { SKIPPED_LEG: 'archive' }), folder)
        assert.deepEqual(run.jobs, { leg: 'success', required: 'failure' })
        assert.deepEqual(run.steps, { 'gate (orders)': 'success', 'gate (archive)': 'skipped' })
      },
    },
    {
      name: 'act: the required check is red when the whole matrix is skipped',
      run: async folder => {
        const run = await runWorkflow(runner, legs([ORDERS, ARCHIVE], { RUN_LEGS: 'false' }), folder)
        assert.deepEqual(run.jobs, { leg: 'skipped', required: 'failure' })
        assert.match(run.evidence('required.txt'), /legs: skipped/)
      },
    },
  ]
}
