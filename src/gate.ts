import { loadCatalogue, type TeamCatalogue } from './catalogue/catalogue.ts'
import type { Checked } from './check/check.ts'
import type { CheckPorts } from './check/connections.ts'
import { progressLog } from './check/progress-log.ts'
import type { Validated } from './check/validate.ts'
import { ciRun } from './ci/ci-run.ts'
import type { CiSide, SidePorts } from './ci/ci-side.ts'
import type { Runner } from './ci/runner.ts'
import { trustCertificates } from './cloud/certificates.ts'
import type { Transport } from './cloud/http.ts'
import { Secrets, SHORTEST_REDACTED_SECRET } from './cloud/secrets.ts'
import { crashOf, cutOffOf, type EndableDeadline, startDeadline } from './deadline.ts'
import { UnreadablePayload } from './github/payload.ts'
import type { CredentialMethod } from './identity/method.ts'
import { METHODS } from './identity/methods.ts'
import { secretsInEnvironment } from './plan/credentials.ts'
import { Inputs, inputNames, secretInputs } from './plan/inputs.ts'
import { planNetwork } from './plan/network.ts'
import { makePlan, type Plan, type PlanContext, planReport, type ReportSettings } from './plan/plan.ts'
import { InputProblems } from './plan/problems.ts'
import type { Clock, Environment, Random } from './ports.ts'
import { judge, verdictWithoutTargets } from './precheck/judge.ts'
import type { InconclusiveReason } from './precheck/model.ts'
import { inEach, type Sentence, told, verbatim } from './precheck/sentence.ts'
import { judgeValidation } from './precheck/validation.ts'
import { type StepResult, stepResultOf, type Verdict } from './precheck/verdict.ts'
import { waiverNotices } from './precheck/waiver-notices.ts'
import { defectNotice, sayDefect } from './publish/defect.ts'
import { publish } from './publish/publish.ts'
import type { EarlierReport } from './report/baseline.ts'
import { buildReport, type GateFacts } from './report/build.ts'
import { buildDossier, type Dossier, type Notice } from './report/dossier.ts'
import { logText } from './report/escape.ts'
import type { ServiceDefinition } from './services/definition.ts'
import { SERVICES } from './services/registry.ts'
import { errorOf } from './thrown.ts'

export interface GatePorts {
  readonly runner: Runner
  readonly clock: Clock
  readonly random: Random
  /** Fires when a signal ends the step, or an error that nobody caught, which then is the reason. */
  readonly cancelled: AbortSignal
  readonly userAgent: string
  /** Each door has its own side, made once inputs and settings are known. */
  readonly sideOf: (inputs: Inputs, settings: ReportSettings, ports: SidePorts) => CiSide
  /** What carries requests to services, IAM and STS; absent: sockets. */
  readonly transport?: Transport
  /** The ways to sign in; absent: all that there are. */
  readonly methods?: readonly CredentialMethod[]
  /** What can be checked; absent: all that there is. */
  readonly services?: readonly ServiceDefinition[]
}

/** One run of the gate: what was read at its beginning and is used to its end. */
export interface Run extends Omit<GatePorts, 'methods' | 'services'>, PlanContext {
  readonly startedAt: Date
  readonly secrets: Secrets
  readonly notices: Notice[]
  readonly inputs: Inputs
  readonly settings: ReportSettings
  readonly deadline: EndableDeadline
  readonly side: CiSide
}

/** The first line of the log. */
const VALIDATES = told(
  'Nothing was checked: mode validate looks at inputs, files, sign-in and what can be read, and starts no pre-check.',
  '没有执行任何检查：mode validate 只查看输入、文件、登录以及可以读取的内容，不启动预检查。',
)

/** Runs the gate: plan, check, judge, report, publish. */
export function runGate(ports: GatePorts): Promise<StepResult> {
  return runWhole(ports, inputNames(ports.methods), async run => {
    const plan = await makePlan(run.inputs, run.settings, run)
    const earlier = await earlierReport(run)
    if (plan === null)
      return dossierWithout(run.problems.any ? 'invalid-input' : 'policy-unavailable', run, earlier)
    const checked = await checkTargets(plan, run)
    run.problems.add(...checked.problems.map(wrong => ({ wrong })))
    const { requests, polls } = checked
    const known = { requests, polls, placeOf: plan.placeOf, earlier }
    return dossierOf(verdictOf(plan, checked, run), known, run, plan.teamCatalogue)
  })
}

/** One run with these inputs, from its beginning to its end: `work` makes what there is to tell. */
export async function runWhole(
  ports: GatePorts,
  inputs: readonly string[],
  work: (run: Run) => Promise<Dossier>,
): Promise<StepResult> {
  const run = begin(ports, inputs)
  try {
    // GitHub too may stand behind a certificate authority of the inputs, so before the first `pending`.
    await planNetwork(run.inputs, trustCertificates, run)
    run.side.announceStart()
    return await end(await work(run), run)
  } catch (error) {
    return await endAfterDefect(error, run)
  } finally {
    run.deadline.done()
  }
}

/** A defect of the gate itself must not cost the outputs, the report and the summary, and it always fails the step. */
async function endAfterDefect(error: unknown, run: Run): Promise<StepResult> {
  run.notices.push(defectNotice(errorOf(error), run))
  // Enforced, whatever `fail-on` says: the words must not promise what the exit code does not keep.
  const verdict = { ...verdictWithoutTargets('not-verified', run.settings.failOn), enforced: true }
  return end(await dossierOf(verdict, NOTHING_KNOWN, run), run)
}

function begin(ports: GatePorts, names: readonly string[]): Run {
  const { runner, clock, cancelled, methods = METHODS, services = SERVICES } = ports
  const { environment } = runner
  const startedAt = clock.date()
  const notices: Notice[] = []
  const warn: Run['warn'] = text => void notices.push({ level: 'warning', text })
  const secrets = new Secrets(secret => runner.mask(secret))
  const addSecret: Run['addSecret'] = (secret, where) => {
    if (!secrets.add(secret)) warn(tooShort(where))
  }
  const inputs = new Inputs(name => runner.input(name), names)
  // Every secret is registered with the runner before anything else can be printed.
  for (const [name, secret] of secretsGiven(inputs, environment, methods)) addSecret(secret, verbatim(name))
  const problems = new InputProblems()
  const settings = planReport(inputs, problems)
  const deadline = startDeadline({ ms: settings.timeoutMs }, clock, cancelled)
  if (runner.eventPayload instanceof UnreadablePayload) warn(runner.eventPayload.warning)
  const { redact, redactBeginning } = secrets
  const log = (text: Sentence) => runner.log(logText(redact(text.in(settings.language))))
  const side = ports.sideOf(inputs, settings, { ...ports, redactBeginning, log })
  if (settings.validates) log(VALIDATES)
  side.checkInputs(problems)
  return {
    ...{ ...ports, methods, services, environment, startedAt, notices, warn, secrets, addSecret, inputs },
    ...{ problems, unavailable: new InputProblems(), settings, deadline, side },
    ...{ files: side.files(deadline), defaultWaivers: side.defaultWaivers },
  }
}

function secretsGiven(
  inputs: Inputs,
  environment: Environment,
  methods: readonly CredentialMethod[],
): readonly (readonly [name: string, secret: string])[] {
  const given = secretInputs(methods).map(name => [name, inputs.given(name) ?? ''] as const)
  return [...given, ...secretsInEnvironment(environment, methods)].filter(([, secret]) => secret !== '')
}

function tooShort(where: Sentence): Sentence {
  return inEach(in_ =>
    told(
      `${in_(where)}: a secret is shorter than ${SHORTEST_REDACTED_SECRET} characters, so it is not searched for in what this step prints`,
      `${in_(where)}：密钥少于 ${SHORTEST_REDACTED_SECRET} 个字符，因此不会在本步骤的输出中查找它`,
    ),
  )
}

/** Read before the checks: when the step is cut off, there is no time for it any more. */
export async function earlierReport({ inputs, files, warn }: Run): Promise<EarlierReport | null> {
  const file = inputs.optional('baseline')
  if (file === null) return null
  const { readBaseline } = await import('./files/baseline-file.ts')
  return readBaseline(file, files, warn)
}

/** Loaded late, so that wrong inputs are told at once. */
async function checkTargets(plan: Plan, run: Run): Promise<Checked | Validated> {
  const { runner, secrets, settings, notices } = run
  const notice: CheckPorts['notice'] = (level, text) => void notices.push({ level, text })
  const observe = progressLog(line => runner.log(line), secrets.redact, settings.language)
  const ports = { ...run, notice, observe }
  if (settings.validates) return (await import('./check/validate.ts')).validate(plan, ports)
  return (await import('./check/check.ts')).check(plan, ports)
}

function verdictOf({ waivers }: Plan, checked: Checked | Validated, run: Run): Verdict {
  const { failOn } = run.settings
  if (run.problems.any) return verdictWithoutTargets('invalid-input', failOn)
  const today = run.clock.date().toISOString().slice(0, 10)
  const policy = { failOn, waivers, today, redact: run.secrets.redact }
  const verdict =
    checked.kind === 'checked' ? judge(checked.targets, policy) : judgeValidation(checked.targets, policy)
  run.notices.push(...waiverNotices(waivers, verdict.waivers, today))
  return verdict
}

const NOTHING_KNOWN = { requests: 0, polls: 0, placeOf: () => null, earlier: null } as const

/** Returns what there is to tell of a gate that came to no target. */
export function dossierWithout(
  reasonCode: InconclusiveReason,
  run: Run,
  earlier: EarlierReport | null = null,
): Promise<Dossier> {
  return dossierOf(verdictWithoutTargets(reasonCode, run.settings.failOn), { ...NOTHING_KNOWN, earlier }, run)
}

async function dossierOf(
  verdict: Verdict,
  known: Pick<GateFacts, 'requests' | 'polls' | 'placeOf' | 'earlier'>,
  run: Run,
  team?: TeamCatalogue,
): Promise<Dossier> {
  const { settings, startedAt, clock, services } = run
  const facts = {
    ...known,
    ...settings,
    run: ciRun(run.environment),
    startedAt,
    finishedAt: clock.date(),
    problems: [...run.problems.all, ...run.unavailable.all],
  }
  const { redact } = run.secrets
  const catalogue = await loadCatalogue(services, verdict.targets, {
    language: settings.language,
    redact,
    team,
  })
  return buildDossier(buildReport(verdict, facts, catalogue, redact), catalogue, run.notices, redact)
}

/** Everything is written before the exit code is set, however the step ended. */
async function end(dossier: Dossier, run: Run): Promise<StepResult> {
  const { cancelled } = run
  const crash = crashOf(cancelled)
  if (crash !== null) dossier.say(defectNotice(crash, run))
  const result = await publish(dossier, run)
  const late = crash === null ? crashOf(cancelled) : null
  if (late !== null) sayDefect(late, run)
  const cutOff = cutOffOf(cancelled)
  if (cutOff === null) return result
  return stepResultOf(dossier.report.gate, { cutOff, statusLost: false, outputsLost: false })
}
