import assert from 'node:assert/strict'
import * as path from 'node:path'
import * as z from 'zod'
import { type Runner, runWorkflow, type Workflow } from './act.ts'
import type { Case } from './case.ts'
import { pushEvent, TASKS } from './repository.ts'
import { CLOUD_KEYS } from './secrets.ts'

const outputsSchema = z.record(z.string(), z.string())
const failedItemsSchema = z.array(
  z.strictObject({ target: z.string(), task: z.string(), item: z.string(), status: z.string() }),
)

/** The gate among other steps: what it hands on. */
export function jobCases(runner: Runner): readonly Case[] {
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
