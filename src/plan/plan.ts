import { LANGUAGES, type Language } from '../catalogue/catalogue.ts'
import { FAIL_ON, type FailOn } from '../precheck/verdict.ts'
import type { Waiver } from '../precheck/waivers.ts'
import type { CredentialKind, PlannedTarget, ServiceDefinition } from '../services/definition.ts'
import { type Environment, type PlannedCredential, planCredential } from './credentials.ts'
import { booleanOf, COMMIT, GATE_NAME, matching, numberOf, oneOf, urlOf } from './fields.ts'
import { plainHttpProblem } from './hosts.ts'
import { type InputName, type Inputs, inputNames } from './inputs.ts'
import { type Problems, problemText } from './problems.ts'
import { requestFromInputs } from './target-inputs.ts'
import { unusedInputs } from './unused.ts'

export const SUMMARIES = ['full', 'findings', 'off'] as const
export const COMMENTS = ['never', 'on-failure', 'always'] as const

/** How the gate reports; valid even when the rest of the inputs is not, so that invalid input is reported too. */
export interface ReportSettings {
  readonly name: string
  /** false when the name was invalid and replaced: no status or comment goes out under it. */
  readonly nameIsOwn: boolean
  readonly failOn: FailOn
  readonly language: Language
  readonly summary: (typeof SUMMARIES)[number]
  readonly annotations: boolean
  /** null for the default folder. */
  readonly reportDir: string | null
  readonly comment: (typeof COMMENTS)[number]
  readonly commitStatus: boolean
}

/** Everything the gate will do, valid as a whole. */
export interface Plan {
  readonly timeoutMs: number
  /** null for `auto`. */
  readonly pollIntervalMs: number | null
  readonly targets: readonly PlannedTarget[]
  readonly credentials: ReadonlyMap<CredentialKind, PlannedCredential>
  readonly iamEndpoint: URL | null
  readonly stsEndpoint: URL | null
  readonly region: string | null
  readonly waivers: readonly Waiver[]
  readonly warnings: readonly string[]
}

export interface PlanContext {
  readonly environment: Environment
  readonly services: readonly ServiceDefinition[]
}

const TIMEOUT_MINUTES = { min: Number.MIN_VALUE, max: 1440, allowed: 'over 0 and at most 1440' }
const POLL_SECONDS = { min: 0.1, max: 86_400, allowed: 'auto, or at least 0.1 seconds' }
const SETTLE_SECONDS = { min: 0.5, max: 86_400, allowed: 'auto, or at least 0.5 seconds' }
const DEFAULT_TIMEOUT_MINUTES = 30

/** Returns how to report, telling what is wrong with the inputs about it. */
export function planReport(inputs: Inputs, problems: Problems): ReportSettings {
  const name = matching(inputs.get('name'), 'name', GATE_NAME, problems)
  const comment = oneOf(inputs, 'comment', COMMENTS, problems)
  const commitStatus = booleanOf(inputs, 'commit-status', problems)
  if (!inputs.isSet('name') && (commitStatus || comment !== 'never')) {
    const wrong = 'missing; gates of one name overwrite each other in commit statuses and comments'
    problems.add(problemText('name', wrong, GATE_NAME.allowed))
  }
  matching(inputs.optional('commit-sha'), 'commit-sha', COMMIT, problems)
  return {
    name: name ?? 'precheck',
    nameIsOwn: name !== null && inputs.isSet('name'),
    failOn: oneOf(inputs, 'fail-on', FAIL_ON, problems),
    language: oneOf(inputs, 'language', LANGUAGES, problems),
    summary: oneOf(inputs, 'summary', SUMMARIES, problems),
    annotations: booleanOf(inputs, 'annotations', problems),
    reportDir: inputs.optional('report-dir'),
    comment,
    commitStatus,
  }
}

/** Returns the plan, or null when `problems` says why there is none. */
export function makePlan(
  inputs: Inputs,
  report: ReportSettings,
  context: PlanContext,
  problems: Problems,
): Plan | null {
  const timeoutMinutes =
    numberOf(inputs, 'timeout-minutes', TIMEOUT_MINUTES, problems) ?? DEFAULT_TIMEOUT_MINUTES
  const pollSeconds = numberOf(inputs, 'poll-interval-seconds', POLL_SECONDS, problems)
  const settleSeconds = numberOf(inputs, 'settle-seconds', SETTLE_SECONDS, problems)
  notSupportedYet(inputs, problems)
  const shared = { language: report.language, settleSeconds }
  const planned = [requestFromInputs(inputs, shared, context, problems)].filter(one => one !== null)
  const hints: string[] = []
  const targets = planned
    .map(({ service, request }) => {
      const named = (text: string) => (planned.length === 1 ? text : `target ${request.name}: ${text}`)
      return service.plan(request, {
        problem: text => problems.add(named(text)),
        warning: text => void hints.push(named(text)),
      })
    })
    .filter(target => target !== null)
  const credentials = planCredentials(inputs, context.environment, problems)
  const warnings = [
    ...hints,
    ...unusedInputs(inputs, planned),
    ...settleProblems(planned, settleSeconds, timeoutMinutes, problems),
  ]
  const iamEndpoint = ownEndpoint(inputs, 'iam-endpoint', problems)
  const stsEndpoint = ownEndpoint(inputs, 'sts-endpoint', problems)
  if (problems.any) return null
  return {
    timeoutMs: timeoutMinutes * 60_000,
    pollIntervalMs: pollSeconds === null ? null : pollSeconds * 1_000,
    targets,
    credentials,
    iamEndpoint,
    stsEndpoint,
    region: planned[0]?.request.region ?? null,
    waivers: [],
    warnings,
  }
}

export type PlannedRequest = NonNullable<ReturnType<typeof requestFromInputs>>

function planCredentials(
  inputs: Inputs,
  environment: Environment,
  problems: Problems,
): ReadonlyMap<CredentialKind, PlannedCredential> {
  const kinds: readonly CredentialKind[] = ['huawei-cloud', 'oms']
  const planned = kinds.map(kind => planCredential(kind, inputs, environment, problems))
  return new Map(
    planned.filter(credential => credential !== null).map(credential => [credential.kind, credential]),
  )
}

function ownEndpoint(inputs: Inputs, name: 'iam-endpoint' | 'sts-endpoint', problems: Problems): URL | null {
  const url = urlOf(inputs.optional(name), name, problems)
  const plain = url === null ? null : plainHttpProblem('huawei-cloud', url)
  if (plain !== null) problems.add(problemText(name, plain, 'https, or http on this machine only'))
  return url
}

/** A result that has to stand for longer than the step may take could never count. */
function settleProblems(
  planned: readonly PlannedRequest[],
  settleSeconds: number | null,
  timeoutMinutes: number,
  problems: Problems,
): readonly string[] {
  const needed = Math.max(
    0,
    ...planned.map(({ service, request }) => {
      const own = service.settleSeconds(request)
      return own === null ? 0 : (settleSeconds ?? own)
    }),
  )
  if (needed < timeoutMinutes * 60) return []
  const text = `settle-seconds: ${needed} s do not fit into timeout-minutes (${timeoutMinutes * 60} s), so a result without evidence of a new run could not count`
  if (settleSeconds === null) return [text]
  problems.add(text)
  return []
}

/** Inputs that are named for users already, but are not built. */
const NOT_SUPPORTED_YET: readonly InputName[] = [
  'config',
  'config-ref',
  'allowed-hosts',
  'iam-user',
  'oidc-provider-urn',
  'ca-certificate',
  'waivers',
  'waivers-ref',
  'commit-status',
  'comment',
]

function notSupportedYet(inputs: Inputs, problems: Problems): void {
  for (const name of inputNames().filter(input => NOT_SUPPORTED_YET.includes(input) && inputs.isSet(input))) {
    problems.add(problemText(name, 'not supported yet', 'leave it out'))
  }
}
