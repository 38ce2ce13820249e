import assert from 'node:assert/strict'
import * as z from 'zod'
import { freePort, type Runner, runWorkflow, SIMULATED, type Workflow } from './act.ts'
import type { Case } from './case.ts'
import { readReport } from './report-file.ts'
import { dispatchEvent, pullRequestEvent, REPOSITORY, TASKS } from './repository.ts'
import { assertNoSecret, CLOUD_KEYS } from './secrets.ts'

/** The gate with its GitHub side, started by hand, and with one config file for three services. */
export function eventCases(runner: Runner): readonly Case[] {
  return [...githubCases(runner), ...dispatchCases(runner), ...configCases(runner)]
}

const statusesSchema = z.array(z.object({ state: z.string(), context: z.string() }))
const commentsSchema = z.array(z.object({ body: z.string() }))

function githubCases(runner: Runner): readonly Case[] {
  return [
    {
      name: 'act: a failed gate leaves a commit status and a comment on the pull request',
      run: async folder => {
        const port = String(await freePort())
        const run = await runWorkflow(
          runner,
          {
            name: 'status-and-comment',
            event: 'pull_request',
            payload: pullRequestEvent(),
            variables: { TASKS: TASKS.broken },
            secrets: CLOUD_KEYS,
            environment: {
              SIMULATOR_PORT: port,
              GITHUB_API_URL: `http://127.0.0.1:${port}`,
              GITHUB_REPOSITORY: REPOSITORY,
            },
          },
          folder,
        )
        assert.deepEqual(run.jobs, { gate: 'failure' })
        const statuses = statusesSchema.parse(JSON.parse(run.evidence('statuses.json')))
        // The newest first.
        assert.deepEqual(statuses, [
          { state: 'failure', context: 'precheck-gate/orders' },
          { state: 'pending', context: 'precheck-gate/orders' },
        ])
        const comments = commentsSchema.parse(JSON.parse(run.evidence('comments.json')))
        assert.equal(comments.length, 1)
        assert.match(comments[0]?.body ?? '', /checks-failed/)
        assertNoSecret(run.output, run.summary)
      },
    },
  ]
}

function dispatchCases(runner: Runner): readonly Case[] {
  const started = (inputs: Readonly<Record<string, string>>): Workflow => ({
    name: 'dispatch',
    event: 'workflow_dispatch',
    payload: dispatchEvent(inputs),
    secrets: CLOUD_KEYS,
  })
  return [
    {
      name: 'act: workflow_dispatch hands its inputs to the gate, and their defaults',
      run: async folder => {
        const run = await runWorkflow(runner, started({ task: TASKS.broken }), folder)
        assert.deepEqual(run.jobs, { gate: 'failure' })
        const report = readReport(run.evidence('report.json'))
        assert.equal(report.gate.failOn, 'failed')
        assert.deepEqual(
          report.targets.map(({ name, tasks }) => [name, tasks.map(({ id }) => id)]),
          [['drs', [TASKS.broken]]],
        )
      },
    },
    {
      name: 'act: workflow_dispatch with fail-on: never reports the failure and stays green',
      run: async folder => {
        const run = await runWorkflow(runner, started({ task: TASKS.broken, 'fail-on': 'never' }), folder)
        assert.deepEqual(run.jobs, { gate: 'success' })
        const { gate } = readReport(run.evidence('report.json'))
        assert.deepEqual(gate, {
          decision: 'failed',
          reasonCode: 'checks-failed',
          failOn: 'never',
          enforced: false,
        })
      },
    },
  ]
}

function configCases(runner: Runner): readonly Case[] {
  const withConfig = (file: string): Workflow => ({
    name: 'config',
    event: 'pull_request',
    payload: pullRequestEvent(),
    variables: { CONFIG: file },
    secrets: {
      ...CLOUD_KEYS,
      OMS_USER: SIMULATED.omsUser,
      OMS_PASSWORD: SIMULATED.omsPassword,
      DDM_PASSWORD: 'a-made-up-password',
    },
  })
  return [
    {
      name: 'act: one config file checks DRS, DDM and OMS side by side',
      run: async folder => {
        const run = await runWorkflow(runner, withConfig('clean.yaml'), folder)
        assert.deepEqual(run.jobs, { gate: 'success' })
        const report = readReport(run.evidence('report.json'))
        assert.equal(report.gate.reasonCode, 'passed-with-warnings')
        assert.deepEqual(
          report.targets.map(({ name, service, tasks }) => [
            name,
            service,
            tasks.map(task => task.reasonCode),
          ]),
          [
            ['orders-mysql', 'drs', ['all-passed']],
            ['orders-shards', 'ddm', ['passed-with-warnings']],
            ['erp', 'oms', ['all-passed']],
          ],
        )
        assert.ok(![...run.output, run.summary].some(text => text.includes('a-made-up-password')))
      },
    },
    {
      name: 'act: one bad target turns the gate red, and the others are reported all the same',
      run: async folder => {
        const run = await runWorkflow(runner, withConfig('broken.yaml'), folder)
        assert.deepEqual(run.jobs, { gate: 'failure' })
        const report = readReport(run.evidence('report.json'))
        assert.equal(report.gate.reasonCode, 'checks-failed')
        assert.deepEqual(
          report.targets.map(({ name, tasks }) => [name, tasks.map(({ outcome }) => outcome)]),
          [
            ['orders-mysql', ['passed', 'failed']],
            ['unknown-shards', ['inconclusive']],
            ['erp', ['passed']],
          ],
        )
      },
    },
  ]
}
