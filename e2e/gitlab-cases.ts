import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import * as path from 'node:path'
import type { Case } from './case.ts'
import { ROOT } from './checkout.ts'
import { type PipelineRun, type PipelineRunner, runPipeline } from './gitlab.ts'
import { readReport, verdictIn } from './report-file.ts'
import { TASKS } from './repository.ts'

/** The GitLab component in merge-request pipelines. */

const NOBODYS = '00000000-0000-4000-8000-0000000jb199'
const WAIVERS = 'precheck-waivers.yml'

const waiving = (...items: readonly string[]) =>
  JSON.stringify({
    version: 1,
    waivers: items.map(item => ({
      item,
      status: 'any',
      reason: 'Mended after cut-over',
      owner: 'dba',
      expires: '2999-12-31',
    })),
  })

/** The component as one job with these inputs. */
const withInputs = (inputs: Readonly<Record<string, string>>) => `include:
  - local: templates/precheck.yml
    inputs: ${JSON.stringify({ 'job-name': 'orders', service: 'drs', ...inputs })}
`

export function gitlabCases(runner: PipelineRunner): readonly Case[] {
  return [
    {
      name: 'gitlab: a gate with findings fails its job, keeps JUnit and HTML, and shows no secret and no workflow command',
      run: async folder => {
        const ids = JSON.stringify([TASKS.clean, TASKS.broken])
        const yaml = withInputs({ 'job-ids': ids })
        const end = await runPipeline(runner, { yaml }, folder)
        assert.deepEqual(end.jobs, { orders: 'FAIL' }, end.log)
        assert.equal(end.exitCode, 1)
        assert.equal(verdictOf(end, 'orders'), 'failed: checks-failed')
        assert.match(reportOf(end, 'orders', 'report.junit.xml'), /<failure /)
        assert.match(reportOf(end, 'orders', 'report.html'), /^<!doctype html>/i)
        assert.match(end.log, /orders: failed \(checks-failed\): 4 failed/)
        assertQuiet(end)
      },
    },
    {
      name: 'gitlab: a gate that passes passes its job, and the report names the pipeline',
      run: async folder => {
        const end = await runPipeline(runner, { yaml: withInputs({ 'job-ids': TASKS.clean }) }, folder)
        assert.deepEqual(end.jobs, { orders: 'PASS' }, end.log)
        assert.equal(end.exitCode, 0)
        const report = reportOf(end, 'orders', 'report.json')
        assert.match(report, /"ci":\s*"gitlab",\s*"repository":\s*"acme\/orders"/)
        assertQuiet(end)
      },
    },
    {
      name: 'gitlab: a gate that could not find out fails its job, or is a warning where that is asked for, which findings never are',
      run: async folder => {
        const played = async (inconclusive: string, task: string) => {
          const yaml = withInputs({ 'job-ids': task, inconclusive })
          const end = await runPipeline(runner, { yaml }, await inside(folder, `${inconclusive}-${task}`))
          assertQuiet(end)
          return [verdictOf(end, 'orders'), end.jobs['orders']]
        }
        const [failing, warning, broken] = await Promise.all([
          played('fail', NOBODYS),
          played('warn', NOBODYS),
          played('warn', TASKS.broken),
        ])
        assert.deepEqual(failing, ['inconclusive: not-found', 'FAIL'])
        assert.deepEqual(warning, ['inconclusive: not-found', 'WARN'])
        // How the whole ends is not looked at: gitlab-ci-local takes every end of such a job for an allowed one.
        assert.deepEqual(broken, ['failed: checks-failed', 'FAIL'])
      },
    },
    {
      name: 'gitlab: waivers come from the target branch, and a merge request cannot waive its own findings',
      run: async folder => {
        const yaml = withInputs({ 'job-ids': TASKS.broken, waivers: WAIVERS })
        const played = async (name: string, own: string, target: string) => {
          const pipeline = { yaml, files: { [WAIVERS]: own }, targetFiles: { [WAIVERS]: target } }
          const end = await runPipeline(runner, pipeline, await inside(folder, name))
          return { verdict: verdictOf(end, 'orders'), jobs: end.jobs }
        }
        const [own, accepted] = await Promise.all([
          played('own', waiving('*'), waiving()),
          played('accepted', waiving(), waiving('*')),
        ])
        assert.deepEqual(own, { verdict: 'failed: checks-failed', jobs: { orders: 'FAIL' } })
        assert.deepEqual(accepted, { verdict: 'passed: passed-with-waivers', jobs: { orders: 'PASS' } })
      },
    },
    {
      name: 'gitlab: two gates hand their reports to one that merges them, a red one too',
      run: async folder => {
        const yaml = readFileSync(path.join(ROOT, 'examples/gitlab-merge.yml'), 'utf8')
        const end = await runPipeline(runner, { yaml }, folder)
        assert.deepEqual(end.jobs, { orders: 'PASS', archive: 'FAIL', 'all-gates': 'FAIL' }, end.log)
        const merged = end.artifact('all-gates', 'all-gates/report.json') ?? ''
        assert.equal(verdictIn(merged), 'failed: checks-failed')
        assert.deepEqual(
          readReport(merged).targets.map(({ name }) => name),
          ['orders/drs', 'archive/drs'],
        )
        assert.match(end.artifact('all-gates', 'all-gates/report.junit.xml') ?? '', /<failure /)
        assertQuiet(end)
      },
    },
  ]
}

async function inside(folder: string, name: string): Promise<string> {
  const own = path.join(folder, name)
  await mkdir(own)
  return own
}

function reportOf({ artifact, log }: PipelineRun, job: string, file: string): string {
  const text = artifact(job, `precheck-report/${job}/${file}`)
  assert.ok(text !== null, `No ${file} is kept of ${job}:\n${log}`)
  return text
}

const verdictOf = (end: PipelineRun, job: string) => verdictIn(reportOf(end, job, 'report.json'))

/** GitLab masks what it knows as a secret, and this runner nothing: what is seen here is what the gate let out. */
function assertQuiet({ log, secrets }: PipelineRun): void {
  for (const secret of secrets) assert.ok(!log.includes(secret), 'A secret is in the log')
  assert.doesNotMatch(log, /::[a-z-]+(?: [^:]*)?::/)
}
