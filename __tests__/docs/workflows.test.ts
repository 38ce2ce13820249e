import { describe, expect, it } from 'vitest'
import { filesUnder, pageOf, textOf } from './pages.ts'
import {
  callsOwnWorkflow,
  fetchesRunsBefore,
  hasCheckoutBefore,
  isCheckout,
  isOwn,
  type Job,
  kindOf,
  permissionsOf,
  type Workflow,
} from './steps.ts'
import { tryOut } from './trial.ts'

/** What people copy must be a good example. */

const EXAMPLES = {
  config: textOf('examples/precheck.config.yml'),
  waivers: textOf('examples/precheck.waivers.yml'),
}
/** Time for the report after the gate's own deadline. */
const LEAST_MARGIN_MINUTES = 5
const DEFAULT_TIMEOUT_MINUTES = 30

const workflows = filesUnder('examples').flatMap(file => {
  if (!file.endsWith('.yml')) return []
  const text = textOf(file)
  const yaml = kindOf(text)
  return yaml.kind === 'workflow' ? [{ file, text, ...yaml }] : []
})
const named = workflows.map(workflow => [workflow.file, workflow] as const)
const jobsOf = ({ jobs }: Workflow) => Object.values(jobs)
const gateJobsOf = (workflow: Workflow) => jobsOf(workflow).filter(job => job.steps.some(isOwn))

describe('the example workflows', () => {
  it('are twelve, and each is in the list', () => {
    const { text } = pageOf('examples/README.md')
    expect(workflows).toHaveLength(12)
    expect(workflows.filter(({ file }) => !text.includes(`](${file.replace('examples/', '')})`))).toEqual([])
  })

  it.each(named)(
    '%s allows nothing by default, and no job more than its steps need',
    async (_, { workflow, runs }) => {
      expect(workflow.permissions).toEqual({})
      const trials = await Promise.all(runs.map(run => tryOut(run, EXAMPLES)))
      const needs = new Set(trials.flatMap(trial => [...trial.needs]))
      const given = runs.flatMap(run =>
        permissionsOf(run).filter(
          one =>
            (one !== 'contents: read' || !hasCheckoutBefore(run)) &&
            (one !== 'actions: read' || !fetchesRunsBefore(run)),
        ),
      )
      expect(given.filter(one => !needs.has(one))).toEqual([])
      const others = jobsOf(workflow).filter(job => !job.steps.some(isOwn) && !callsOwnWorkflow(job))
      const least = (job: Job) => (job.steps.some(isCheckout) ? { contents: 'read' } : {})
      expect(others.map(job => job.permissions)).toEqual(others.map(least))
    },
  )

  it.each(named)('%s pins actions by commit and leaves no token on the disk', (_, { text, workflow }) => {
    const used = [...text.matchAll(/^[ -]*uses: (\S+)(.*)$/gm)].filter(
      ([, action]) => !isOwn({ uses: action ?? '' }) && !callsOwnWorkflow({ uses: action ?? '', steps: [] }),
    )
    expect(used.filter(([line]) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([])
    const checkouts = jobsOf(workflow).flatMap(job => job.steps.filter(isCheckout))
    expect(checkouts.filter(step => step.with?.['persist-credentials'] !== false)).toEqual([])
  })

  it.each(named)('%s runs one gate on a task at a time, and lets it end', (_, { workflow }) => {
    for (const job of gateJobsOf(workflow)) {
      expect(workflow.concurrency ?? job.concurrency).toMatchObject({
        group: expect.stringMatching(/^precheck-/),
        'cancel-in-progress': false,
      })
    }
  })

  it.each(named)('%s gives the gate time for its report', (_, { workflow }) => {
    for (const job of gateJobsOf(workflow)) {
      const minutes = job.steps
        .filter(isOwn)
        .map(step => Number(step.with?.['timeout-minutes'] ?? DEFAULT_TIMEOUT_MINUTES))
      expect(job['timeout-minutes']).toBeGreaterThanOrEqual(Math.max(...minutes) + LEAST_MARGIN_MINUTES)
    }
  })

  it.each(named)('%s never puts an output or an input into a script', (_, { workflow }) => {
    const scripts = jobsOf(workflow).flatMap(job => job.steps.map(step => String(step['run'] ?? '')))
    expect(scripts.filter(script => script.includes('${{'))).toEqual([])
  })

  it.each(named)(
    '%s has no gate that a condition can skip or that may fail unseen',
    (_, { text, workflow }) => {
      const gates = gateJobsOf(workflow).flatMap(job => [job, ...job.steps.filter(isOwn)])
      expect(gates.filter(gate => gate.if !== undefined)).toEqual([])
      expect(text).not.toContain('continue-on-error')
      const after = jobsOf(workflow).filter(job => job.needs !== undefined)
      // What acts on databases must not run after a red gate; what tells how the legs ended has to.
      const acts = (job: Job) => job['environment'] !== undefined
      expect(after.filter(job => (acts(job) ? job.if !== undefined : job.if !== 'always()'))).toEqual([])
    },
  )
})
