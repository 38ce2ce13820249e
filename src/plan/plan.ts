import type { TeamCatalogue } from '../catalogue/catalogue.ts'
import type { FilePorts } from '../files/ports.ts'
import type { WaiversSource } from '../github/event.ts'
import type { CredentialKind, CredentialMethod, PlannedCredential } from '../identity/method.ts'
import { inputsThatAre, kindsOf } from '../identity/methods.ts'
import type { ProjectLookUp } from '../identity/projects.ts'
import type { Environment } from '../ports.ts'
import { LANGUAGES, type Language, type Sentence, told } from '../precheck/sentence.ts'
import { FAIL_ON, type FailOn } from '../precheck/verdict.ts'
import type { Waiver } from '../precheck/waivers.ts'
import type { PlannedTarget, ServiceDefinition } from '../services/definition.ts'
import { planIdentity } from './credentials.ts'
import { booleanOf, COMMIT, GATE_NAME, matching, numberOf, oneOf } from './input-values.ts'
import type { Inputs } from './inputs.ts'
import { isCheckedOut, readConfig, readTeamCatalogue, readWaivers } from './policy-files.ts'
import { type InputProblems, problemSentence } from './problems.ts'
import {
  type Defaults,
  readDefaults,
  readProjectName,
  refuseBesideConfig,
  targetInInputs,
} from './target-in-inputs.ts'
import { type GivenTarget, type GivenTargets, planTargets } from './targets.ts'
import { unusedInputs } from './unused-inputs.ts'

const SUMMARIES = ['full', 'findings', 'off'] as const
const COMMENTS = ['never', 'on-failure', 'always'] as const

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
  readonly placeOf: (target: string, taskId: string) => ReturnType<GivenTarget['placeOf']>
}

/** What surrounds a plan while it is made, and where it says what it found. */
export interface PlanContext {
  readonly environment: Environment
  readonly services: readonly ServiceDefinition[]
  readonly methods: readonly CredentialMethod[]
  readonly files: FilePorts
  /** Where the waiver file is read by default. */
  readonly defaultWaivers: WaiversSource
  readonly problems: InputProblems
  /** What could not be fetched: the step's inputs are fine, but its policy cannot be had. */
  readonly unavailable: InputProblems
  /** Shown to the user; stops nothing. */
  readonly warn: (text: Sentence) => void
  /** Registers a secret of a request before anything can print it. */
  readonly addSecret: (secret: string, where: Sentence) => void
}

const TIMEOUT_MINUTES = {
  min: Number.MIN_VALUE,
  max: 1440,
  allowed: told('over 0 and at most 1440', '大于 0 且至多 1440'),
}
const POLL_SECONDS = {
  min: 0.1,
  max: Number.POSITIVE_INFINITY,
  allowed: told('auto, or at least 0.1 seconds', 'auto，或至少 0.1 秒'),
}
const SETTLE_SECONDS = {
  min: 0.5,
  max: Number.POSITIVE_INFINITY,
  allowed: told('auto, or at least 0.5 seconds', 'auto，或至少 0.5 秒'),
}
const DEFAULT_TIMEOUT_MINUTES = 30
const MINUTE_MS = 60_000

/** Returns how to report, telling what is wrong with the inputs about it. */
export function planReport(inputs: Inputs, problems: InputProblems): ReportSettings {
  const name = matching(inputs.get('name'), { field: 'name' }, GATE_NAME, problems)
  const comment = oneOf(inputs, 'comment', COMMENTS, problems)
  const commitStatus = booleanOf(inputs, 'commit-status', problems)
  if (!inputs.isSet('name') && (commitStatus || comment !== 'never')) {
    const wrong = told(
      'missing; gates of one name overwrite each other in commit statuses and comments',
      '缺少；同名的门禁会在提交状态和评论中互相覆盖',
    )
    problems.add({ field: 'name', wrong, allowed: GATE_NAME.allowed })
  }
  const validates = inputs.get('mode') === 'validate'
  if (validates && commitStatus) refuseAnnouncement('commit-status', 'false', problems)
  if (validates && comment !== 'never') refuseAnnouncement('comment', 'never', problems)
  matching(inputs.optional('commit-sha'), { field: 'commit-sha' }, COMMIT, problems)
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
function refuseAnnouncement(
  field: 'commit-status' | 'comment',
  allowed: string,
  problems: InputProblems,
): void {
  problems.add({
    field,
    wrong: told(
      'must not stand beside mode validate, which checks nothing: it could be taken for a pass',
      '不能与 mode validate 同时使用，因为它不做任何检查：可能会被误认为通过',
    ),
    allowed: told(
      `${allowed} with mode validate: delete the line of this input for the validation, and put it back for the run`,
      `mode validate 时为 ${allowed}：校验时请删除该输入所在的行，正式运行时再加回`,
    ),
  })
}

/** Returns the plan, or null when the problems of the context say why there is none. */
export async function makePlan(
  inputs: Inputs,
  report: ReportSettings,
  context: PlanContext,
): Promise<Plan | null> {
  const { problems, unavailable, warn } = context
  const pollSeconds = numberOf(inputs, 'poll-interval-seconds', POLL_SECONDS, problems)
  const settleSeconds = numberOf(inputs, 'settle-seconds', SETTLE_SECONDS, problems)
  const defaults = readDefaults(inputs, { language: report.language, settleSeconds }, context)
  const given = await givenTargets(inputs, defaults, context)
  const waivers = await readWaivers(inputs, context)
  const teamCatalogue = await readTeamCatalogue(inputs, context)
  const targets = planTargets(given.targets, problems, warn)
  const projectName = readProjectName(inputs, context)
  const identity = planIdentity(inputs, given, targets, projectName, context)
  if (given.areAll) unusedInputs(inputs, given.targets, identity.credentials, context.methods).forEach(warn)
  warnOfClearText(targets, context)
  checkSettling(given.targets, settleSeconds, report.timeoutMs, context)
  if (problems.any || unavailable.any) return null
  const placesOf = new Map(given.targets.map(({ spec, placeOf }) => [spec.name, placeOf]))
  return {
    pollIntervalMs: pollSeconds === null ? null : pollSeconds * 1_000,
    targets,
    ...identity,
    waivers,
    teamCatalogue,
    placeOf: (target, taskId) => placesOf.get(target)?.(taskId) ?? null,
  }
}

async function givenTargets(inputs: Inputs, defaults: Defaults, context: PlanContext): Promise<GivenTargets> {
  const path = inputs.optional('config')
  if (path === null) return targetInInputs(inputs, defaults, context)
  refuseBesideConfig(inputs, context.problems)
  const text = await readConfig(path, inputs, context)
  if (text === null) return { targets: [], areAll: false }
  const { targetsInConfig: configTargets } = await import('./targets-in-config.ts')
  return configTargets({ path, text }, inputs, defaults, context)
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
  given: readonly GivenTarget[],
  settleSeconds: number | null,
  timeoutMs: number,
  { problems, warn }: PlanContext,
): void {
  // One that is wrong says nothing of whether it fits.
  if (problems.isAbout('settle-seconds') || problems.isAbout('timeout-minutes')) return
  const own = given
    .map(({ service, spec }) => service.settleSeconds(spec))
    .filter(seconds => seconds !== null)
  const needed = Math.max(0, ...own.map(seconds => settleSeconds ?? seconds))
  if (needed * 1_000 < timeoutMs) return
  const available = Math.round(timeoutMs) / 1_000
  const problem = {
    field: 'settle-seconds',
    wrong: told(
      `${needed} s do not fit into timeout-minutes (${available} s), so a result that could be old or incomplete can not count`,
      `${needed} 秒超出 timeout-minutes（${available} 秒），因此可能是旧的或不完整的结果无法算数`,
    ),
  }
  if (settleSeconds === null) warn(problemSentence(problem))
  else problems.add(problem)
}
