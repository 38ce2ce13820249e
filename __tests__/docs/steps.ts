import { parse } from 'yaml'
import * as z from 'zod'

/** Steps that use this action, out of workflows and pieces of workflows. */

const OWN = /(?:^|\/)migration-precheck-gate(?:@|$)|^\.\/$/
const OWN_WORKFLOW = /(?:^|\/)migration-precheck-gate\/\.github\/workflows\/gate\.yml@/

const value = z.union([z.string(), z.number(), z.boolean()])
const values = z.record(z.string(), value)
const permissions = z.record(z.string(), z.enum(['read', 'write', 'none'])).optional()
const stepSchema = z.looseObject({
  id: z.string().optional(),
  uses: z.string().optional(),
  if: value.optional(),
  with: values.optional(),
  env: values.optional(),
})
const jobSchema = z.looseObject({
  permissions,
  if: value.optional(),
  needs: z.union([z.string(), z.array(z.string())]).optional(),
  concurrency: z.unknown().optional(),
  'timeout-minutes': z.number().optional(),
  env: values.optional(),
  strategy: z.looseObject({ matrix: z.looseObject({ include: z.array(values).optional() }) }).optional(),
  uses: z.string().optional(),
  with: values.optional(),
  steps: z.array(stepSchema).default([]),
})
const legsSchema = z.array(z.record(z.string(), z.string()))
const workflowSchema = z.looseObject({
  on: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]).optional(),
  permissions,
  concurrency: z.unknown().optional(),
  env: values.optional(),
  jobs: z.record(z.string(), jobSchema),
})
export type Workflow = z.infer<typeof workflowSchema>
export type Job = z.infer<typeof jobSchema>
export type Step = z.infer<typeof stepSchema>

export const isOwn = ({ uses }: Step) => OWN.test(uses ?? '')

/** One run of a step of this action: a leg of a matrix, an event. */
export interface StepRun {
  readonly step: Step
  /** null for a step that stands alone. */
  readonly job: Job | null
  readonly workflow: Workflow | null
  readonly event: string
  readonly env: Readonly<Record<string, unknown>>
  readonly matrix: Readonly<Record<string, unknown>>
}

export type YamlKind =
  | { readonly kind: 'workflow'; readonly runs: readonly StepRun[]; readonly workflow: Workflow }
  | { readonly kind: 'steps'; readonly runs: readonly StepRun[] }
  | { readonly kind: 'config' | 'waivers' | 'other'; readonly runs: readonly [] }

/** Returns what a YAML text is, with the steps of this action in it. Throws when it is no YAML, or a broken workflow. */
export function kindOf(text: string): YamlKind {
  const document: unknown = parse(text)
  const fragment = z.union([z.array(stepSchema), stepSchema.transform(step => [step])]).safeParse(document)
  if (typeof document === 'object' && document !== null && !Array.isArray(document)) {
    if ('jobs' in document) {
      const workflow = workflowSchema.parse(document)
      return { kind: 'workflow', workflow, runs: runsOfWorkflow(workflow) }
    }
    if ('steps' in document) {
      const job = jobSchema.parse(document)
      return { kind: 'steps', runs: runsOfJob(job, 'pull_request', null) }
    }
    if ('targets' in document) return { kind: 'config', runs: [] }
    if ('waivers' in document && 'version' in document) return { kind: 'waivers', runs: [] }
  }
  const own = fragment.success ? fragment.data.filter(isOwn) : []
  if (own.length === 0) return { kind: 'other', runs: [] }
  const alone = { job: null, workflow: null, event: 'pull_request', matrix: {} }
  return { kind: 'steps', runs: own.map(step => ({ ...alone, step, env: step.env ?? {} })) }
}

export function eventsOf({ on }: Workflow): readonly string[] {
  if (on === undefined) return ['push']
  return typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(on)
}

function runsOfWorkflow(workflow: Workflow): readonly StepRun[] {
  return Object.values(workflow.jobs).flatMap(job =>
    eventsOf(workflow).flatMap(event => runsOfJob(job, event, workflow)),
  )
}

/** What the reusable workflow gives to a leg from its environment, or else from the secrets of the call. */
const OF_ENVIRONMENT = {
  HUAWEICLOUD_OIDC_PROVIDER_URN: '${{ vars.X }}',
  HUAWEICLOUD_OIDC_AGENCY_URN: '${{ vars.X }}',
}
const OF_CALL = {
  HUAWEI_CLOUD_ACCESS_KEY_ID: '${{ secrets.X }}',
  HUAWEI_CLOUD_SECRET_ACCESS_KEY: '${{ secrets.X }}',
}

export const callsOwnWorkflow = ({ uses }: Job) => OWN_WORKFLOW.test(uses ?? '')

/** The gate of each leg, as the reusable workflow runs it. */
function runsOfLegs(job: Job, event: string, workflow: Workflow | null): readonly StepRun[] {
  const legs = legsSchema.parse(JSON.parse(String(job.with?.['legs'])))
  return legs.map(({ 'runs-on': _, environment, ...inputs }) => {
    const step = { uses: job.uses, with: inputs }
    const env = environment === undefined ? OF_CALL : OF_ENVIRONMENT
    return { step, job, workflow, event, env, matrix: { name: inputs['name'] } }
  })
}

/** A piece of a workflow may be a job without one. */
function runsOfJob(job: Job, event: string, workflow: Workflow | null): readonly StepRun[] {
  if (callsOwnWorkflow(job)) return runsOfLegs(job, event, workflow)
  const legs = job.strategy?.matrix.include ?? [{}]
  return job.steps.filter(isOwn).flatMap(step =>
    legs.map(matrix => {
      const env = { ...workflow?.env, ...job.env, ...step.env }
      return { step, job, workflow, event, env, matrix }
    }),
  )
}

/** What the job of a step may do, as `name: level`. */
export function permissionsOf({ job, workflow }: StepRun): readonly string[] {
  const permissions = job?.permissions ?? workflow?.permissions ?? {}
  return Object.entries(permissions).map(([name, level]) => `${name}: ${level}`)
}

export const isCheckout = ({ uses }: Step) => uses?.startsWith('actions/checkout@') ?? false

export function fetchesRunsBefore({ job, step }: StepRun): boolean {
  const steps = job?.steps ?? []
  return steps.slice(0, steps.indexOf(step)).some(one => String(one['run'] ?? '').includes('gh run download'))
}

export function hasCheckoutBefore({ job, step }: StepRun): boolean {
  if (job !== null && callsOwnWorkflow(job)) return true
  const steps = job?.steps ?? []
  return steps.slice(0, steps.indexOf(step)).some(isCheckout)
}
