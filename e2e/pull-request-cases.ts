import assert from 'node:assert/strict'
import { type Runner, runWorkflow, type Workflow } from './act.ts'
import type { Annotation } from './act-log.ts'
import type { Case } from './case.ts'
import { readReport, verdictIn } from './report-file.ts'
import { pullRequestEvent, TASKS } from './repository.ts'
import { assertNoSecret, CLOUD_KEYS } from './secrets.ts'

const pullRequest = (tasks: readonly string[], failOn = 'failed'): Workflow => ({
  name: 'pull-request',
  event: 'pull_request',
  payload: pullRequestEvent(),
  variables: { TASKS: tasks.join(' '), FAIL_ON: failOn },
  secrets: CLOUD_KEYS,
})

const titlesOf = (annotations: readonly Annotation[], level: Annotation['level']) =>
  annotations.filter(annotation => annotation.level === level).map(({ title }) => title)

/** The gate on a pull request: green, red, with warnings, from a fork, and with a job behind it. */
export function pullRequestCases(runner: Runner): readonly Case[] {
  return [...plainCases(runner), ...strictCases(runner)]
}

function plainCases(runner: Runner): readonly Case[] {
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
  ]
}

function strictCases(runner: Runner): readonly Case[] {
  return [
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
