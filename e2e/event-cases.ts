import assert from 'node:assert/strict'
import * as z from 'zod'
import { freePort, type Runner, runWorkflow, SIMULATED, type Workflow } from './act.ts'
import type { Annotation } from './act-log.ts'
import type { Case } from './case.ts'
import { readReport, verdictIn } from './report-file.ts'
import { dispatchEvent, pullRequestEvent, REPOSITORY, TASKS } from './repository.ts'

export const CLOUD_KEYS = {
  HUAWEI_CLOUD_ACCESS_KEY_ID: SIMULATED.accessKeyId,
  HUAWEI_CLOUD_SECRET_ACCESS_KEY: SIMULATED.secretAccessKey,
} as const

const pullRequest = (tasks: readonly string[], failOn = 'failed'): Workflow => ({
  name: 'pull-request',
  event: 'pull_request',
  payload: pullRequestEvent(),
  variables: { TASKS: tasks.join(' '), FAIL_ON: failOn },
  secrets: CLOUD_KEYS,
})

const titlesOf = (annotations: readonly Annotation[], level: Annotation['level']) =>
  annotations.filter(annotation => annotation.level === level).map(({ title }) => title)

/** The gate under each kind of event, with one config file for three services, and with its GitHub side. */
export function eventCases(runner: Runner): readonly Case[] {
  return [
    ...pullRequestCases(runner),
    ...githubCases(runner),
    ...dispatchCases(runner),
    ...configCases(runner),
  ]
}

function pullRequestCases(runner: Runner): readonly Case[] {
  return [
    {
      name: 'act: a pull request whose pre-check passes is green, and the job behind the gate runs',
      run: async folder => {
        const run = await runWorkflow(runner, pullRequest([TASKS.clean]), folder)
        assert.deepEqual(run.jobs, { gate: 'success', migrate: 'success' })
        assert.equal(run.exitCode, 0)
        assert.equal(verdictIn(run.evidence('report.json')), 'passed: all-passed')
        assert.match(run.evidence('report.junit.xml'), /<testsuites?[^>]* failures="0"/)
        assert.deepEqual(titlesOf(run.annotations, 'error'), [])
        assert.deepEqual(titlesOf(run.annotations, 'warning'), [])
        assert.match(run.summary, /all-passed/)
        assert.ok(run.output.includes('The migration starts.'))
        assertNoSecret(run.output, run.summary)
      },
    },
    {
      name: 'act: a pull request whose pre-check fails is red, with the findings as annotations',
      run: async folder => {
        const run = await runWorkflow(runner, pullRequest([TASKS.broken]), folder)
        assert.equal(run.jobs['gate'], 'failure')
        assert.equal(run.exitCode, 1)
        assert.deepEqual(run.steps, { gate: 'failure' })
        assert.equal(verdictIn(run.evidence('report.json')), 'failed: checks-failed')
        assert.equal(readReport(run.evidence('report.json')).counts.failed, 4)
        const errors = run.annotations.filter(({ level }) => level === 'error')
        assert.match(errors[0]?.message ?? '', /checks-failed/)
        assert.ok(errors.some(({ message }) => message.includes('Access denied for user')))
        assert.match(run.summary, /checks-failed/)
      },
    },
    {
      name: 'act: a job that needs the gate is skipped when the gate fails',
      run: async folder => {
        const run = await runWorkflow(runner, pullRequest([TASKS.clean, TASKS.broken]), folder)
        assert.deepEqual(run.jobs, { gate: 'failure', migrate: 'skipped' })
        assert.ok(!run.output.includes('The migration starts.'))
      },
    },
    {
      name: 'act: warnings are annotated and leave the job green',
      run: async folder => {
        const run = await runWorkflow(runner, pullRequest([TASKS.warned]), folder)
        assert.deepEqual(run.jobs, { gate: 'success', migrate: 'success' })
        assert.equal(verdictIn(run.evidence('report.json')), 'passed: passed-with-warnings')
        const warnings = run.annotations.filter(({ level }) => level === 'warning')
        assert.ok(warnings.some(({ message }) => message.includes('SRC_HAS_TTL_INDEXES')))
        assert.deepEqual(titlesOf(run.annotations, 'error'), [])
      },
    },
    {
      name: 'act: the same warnings turn it red under fail-on: warning',
      run: async folder => {
        const run = await runWorkflow(runner, pullRequest([TASKS.warned], 'warning'), folder)
        assert.deepEqual(run.jobs, { gate: 'failure', migrate: 'skipped' })
        assert.equal(verdictIn(run.evidence('report.json')), 'failed: warnings-not-allowed')
      },
    },
    {
      name: "act: a fork's pull request gets no secrets, is red and says why",
      run: async folder => {
        const workflow = { ...pullRequest([TASKS.clean]), payload: pullRequestEvent('fork'), secrets: {} }
        const run = await runWorkflow(runner, workflow, folder)
        assert.deepEqual(run.jobs, { gate: 'failure', migrate: 'skipped' })
        assert.equal(verdictIn(run.evidence('report.json')), 'inconclusive: authentication-failed')
        assert.ok(run.annotations.some(({ level, message }) => level === 'error' && /fork/i.test(message)))
      },
    },
  ]
}

/** With `--insecure-secrets` act masks nothing: what is seen here is what the action itself let out. */
function assertNoSecret(output: readonly string[], summary: string): void {
  for (const secret of [SIMULATED.secretAccessKey, SIMULATED.githubToken]) {
    assert.ok(
      ![...output, summary].some(text => text.includes(secret)),
      'A secret is in the log or the summary',
    )
  }
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
