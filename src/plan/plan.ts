import type { TeamCatalogue } from '../catalogue/catalogue.ts'
import type { CredentialKind, PlannedCredential } from '../identity/method.ts'
import { inputsThatAre, kindsOf } from '../identity/methods.ts'
import type { ProjectLookUp } from '../identity/projects.ts'
import { LANGUAGES, type Language, told, verbatim } from '../precheck/sentence.ts'
import { FAIL_ON, type FailOn } from '../precheck/verdict.ts'
import type { Waiver } from '../precheck/waivers.ts'
import type { PlannedTarget } from '../services/definition.ts'
import { planIdentity } from './credentials.ts'
import { booleanOf, COMMIT, GATE_NAME, matching, numberOf, oneOf } from './fields.ts'
import type { Inputs } from './inputs.ts'
import { planTargets } from './planned-targets.ts'
import {
  isCheckedOut,
  type PolicyContext,
  readConfig,
  readTeamCatalogue,
  readWaivers,
} from './policy-files.ts'
import { type Problems, problemText } from './problems.ts'
import {
  type RequestContext,
  type Requested,
  type RequestedTargets,
  readDefaults,
  readProjectName,
  requestedByInputs,
  type TaskPlace,
} from './requested.ts'
import { unusedInputs } from './unused.ts'

export const SUMMARIES = ['full', 'findings', 'off'] as const
export const COMMENTS = ['never', 'on-failure', 'always'] as const

/** How the gate reports; valid even when the rest of the inputs is not, so that invalid input is reported too. */
export interface ReportSettings {
  readonly name: string
  /** Nothing is started, so no verdict of this gate may be taken for a pass. */
  readonly validates: boolean
  /** false when the name was invalid and replaced: no status or comment goes out under it. */
  readonly nameIsOwn: boolean
  readonly failOn: FailOn
  readonly language: Language
  readonly summary: (typeof SUMMARIES)[number]
  readonly annotations: boolean
  /** Whether a line of the config file is one of the checked-out commit. */
  readonly configIsCheckedOut: boolean
  /** null for the default folder. */
  readonly reportDir: string | null
  readonly comment: (typeof COMMENTS)[number]
  readonly commitStatus: boolean
  /** Of the whole step; the default when the input is not valid. */
  readonly timeoutMs: number
}

/** Everything the gate will do, valid as a whole. */
export interface Plan {
  /** null for `auto`. */
  readonly pollIntervalMs: number | null
  readonly targets: readonly PlannedTarget[]
  readonly credentials: ReadonlyMap<CredentialKind, PlannedCredential>
  /** Projects of targets that name none. */
  readonly lookUps: readonly ProjectLookUp[]
  readonly waivers: readonly Waiver[]
  /** What the team says of check items itself; it changes no verdict. */
  readonly teamCatalogue: TeamCatalogue
  /** Where the config file lists a task of a target; null where there is no such file. */
  readonly placeOf: (target: string, taskId: string) => TaskPlace | null
}

export interface PlanContext extends RequestContext, Omit<PolicyContext, 'services' | 'problems'> {}

const TIMEOUT_MINUTES = { min: Number.MIN_VALUE, max: 1440, allowed: 'over 0 and at most 1440' }
const POLL_SECONDS = { min: 0.1, max: Number.POSITIVE_INFINITY, allowed: 'auto, or at least 0.1 seconds' }
const SETTLE_SECONDS = { min: 0.5, max: Number.POSITIVE_INFINITY, allowed: 'auto, or at least 0.5 seconds' }
const DEFAULT_TIMEOUT_MINUTES = 30
const MINUTE_MS = 60_000

/** Returns how to report, telling what is wrong with the inputs about it. */
export function planReport(inputs: Inputs, problems: Problems): ReportSettings {
  const name = matching(inputs.get('name'), 'name', GATE_NAME, problems)
  const comment = oneOf(inputs, 'comment', COMMENTS, problems)
  const commitStatus = booleanOf(inputs, 'commit-status', problems)
  if (!inputs.isSet('name') && (commitStatus || comment !== 'never')) {
    const wrong = 'missing; gates of one name overwrite each other in commit statuses and comments'
    problems.add(problemText('name', wrong, GATE_NAME.allowed))
  }
  const validates = inputs.get('mode') === 'validate'
  if (validates)
    refuseAnnouncements({ 'commit-status': commitStatus, comment: comment !== 'never' }, problems)
  matching(inputs.optional('commit-sha'), 'commit-sha', COMMIT, problems)
  const timeoutMinutes =
    numberOf(inputs, 'timeout-minutes', TIMEOUT_MINUTES, problems) ?? DEFAULT_TIMEOUT_MINUTES
  return {
    name: name ?? 'precheck',
    validates,
    nameIsOwn: name !== null && inputs.isSet('name'),
    failOn: oneOf(inputs, 'fail-on', FAIL_ON, problems),
    language: oneOf(inputs, 'language', LANGUAGES, problems),
    summary: oneOf(inputs, 'summary', SUMMARIES, problems),
    annotations: booleanOf(inputs, 'annotations', problems),
    // Where legs had theirs from, a merge of their reports cannot know.
    configIsCheckedOut: inputs.names.includes('config-ref') && isCheckedOut(inputs),
    reportDir: inputs.optional('report-dir'),
    comment,
    commitStatus,
    timeoutMs: timeoutMinutes * MINUTE_MS,
  }
}

/** What others see of a commit or a pull request would be taken for the result of a pre-check. */
function refuseAnnouncements(
  asked: Readonly<Record<'commit-status' | 'comment', boolean>>,
  problems: Problems,
): void {
  const allowed = { 'commit-status': 'false with mode validate', comment: 'never with mode validate' }
  for (const name of ['commit-status', 'comment'] as const) {
    const wrong = 'must not stand beside mode validate, which checks nothing: it could be taken for a pass'
    if (asked[name]) problems.add(problemText(name, wrong, allowed[name]))
  }
}

/** Returns the plan, or null when the problems of the context say why there is none. */
export async function makePlan(
  inputs: Inputs,
  report: ReportSettings,
  context: PlanContext,
): Promise<Plan | null> {
  const { problems, unavailable } = context
  const pollSeconds = numberOf(inputs, 'poll-interval-seconds', POLL_SECONDS, problems)
  const settleSeconds = numberOf(inputs, 'settle-seconds', SETTLE_SECONDS, problems)
  const policy = { ...context, services: context.services.map(service => service.name) }
  const shared = { language: report.language, settleSeconds }
  const asked = await requestedTargets(inputs, shared, context, policy)
  const { targets: requested, areAll } = asked
  const waivers = await readWaivers(inputs, policy)
  const teamCatalogue = await readTeamCatalogue(inputs, policy)
  const targets = planTargets(requested, problems, text => context.warn(verbatim(text)))
  const projectName = readProjectName(inputs, context)
  const identity = planIdentity(inputs, asked, targets, projectName, context)
  if (areAll)
    for (const text of unusedInputs(inputs, requested, identity.credentials, context.methods))
      context.warn(verbatim(text))
  warnOfClearText(targets, context)
  checkSettling(requested, settleSeconds, report.timeoutMs, context)
  if (problems.any || unavailable.any) return null
  const placesOf = new Map(requested.map(({ request, placeOf }) => [request.name, placeOf]))
  return {
    pollIntervalMs: pollSeconds === null ? null : pollSeconds * 1_000,
    targets,
    ...identity,
    waivers,
    teamCatalogue,
    placeOf: (target, taskId) => placesOf.get(target)?.(taskId) ?? null,
  }
}

async function requestedTargets(
  inputs: Inputs,
  shared: Parameters<typeof requestedByInputs>[2],
  context: PlanContext,
  policy: PolicyContext,
): Promise<RequestedTargets> {
  const defaults = readDefaults(inputs, context)
  const path = inputs.optional('config')
  if (path === null) return requestedByInputs(inputs, defaults, shared, context)
  const { refuseBesideConfig, requestedByConfig } = await import('./requested-by-config.ts')
  refuseBesideConfig(inputs, context.problems)
  const text = await readConfig(path, inputs, policy)
  if (text === null) return { targets: [], areAll: false }
  return requestedByConfig({ path, text }, inputs, defaults, shared, context)
}

/** Basic authentication over plain http hides the password from nobody on the way. */
function warnOfClearText(targets: readonly PlannedTarget[], { methods, warn }: PlanContext): void {
  for (const kind of kindsOf(methods).filter(({ maySendInClear }) => maySendInClear)) {
    const open = targets.filter(
      ({ credential, endpoint }) => credential === kind && endpoint.protocol === 'http:',
    )
    if (open.length === 0) continue
    const names = open.map(({ name }) => name).join(', ')
    const secrets = inputsThatAre(
      'secret',
      methods.filter(method => method.kind === kind),
    ).join(', ')
    warn(
      told(
        `endpoint: plain http (target ${names}), so ${secrets} travels in clear text; use https, with ca-certificate for a private certificate authority`,
        `endpoint：明文 http（目标 ${names}），因此 ${secrets} 以明文传输；请使用 https，私有证书颁发机构请配合 ca-certificate`,
      ),
    )
  }
}

/** A result that has to stand for longer than the step may take could never count. */
function checkSettling(
  requested: readonly Requested[],
  settleSeconds: number | null,
  timeoutMs: number,
  { problems, warn }: PlanContext,
): void {
  // One that is wrong says nothing of whether it fits.
  if (problems.isAbout('settle-seconds') || problems.isAbout('timeout-minutes')) return
  const own = requested
    .map(({ service, request }) => service.settleSeconds(request))
    .filter(seconds => seconds !== null)
  const needed = Math.max(0, ...own.map(seconds => settleSeconds ?? seconds))
  if (needed * 1_000 < timeoutMs) return
  const text = `settle-seconds: ${needed} s do not fit into timeout-minutes (${Math.round(timeoutMs) / 1_000} s), so a result that could be old or incomplete can not count`
  const minutes = Math.round(timeoutMs) / 1_000
  if (settleSeconds === null)
    warn(
      told(
        text,
        `settle-seconds：${needed} 秒超出 timeout-minutes（${minutes} 秒），因此可能是旧的或不完整的结果无法算数`,
      ),
    )
  else problems.add(text)
}
