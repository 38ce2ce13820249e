import { catalogueIn } from './catalogue/catalogue.ts'
import { type Checked, check } from './check.ts'
import { Secrets, SHORTEST_REDACTED_SECRET } from './cloud/secrets.ts'
import { secretsInEnvironment } from './plan/credentials.ts'
import { Inputs, SECRET_INPUTS } from './plan/inputs.ts'
import { makePlan, type Plan, planReport, type ReportSettings } from './plan/plan.ts'
import { Problems } from './plan/problems.ts'
import type { Clock, Deadline, Random } from './ports.ts'
import { judge, type Policy, verdictWithoutTargets } from './precheck/judge.ts'
import { progressLog } from './progress-log.ts'
import { publish } from './publish.ts'
import type { Notice } from './report/annotations.ts'
import { buildReport } from './report/build.ts'
import { failsStep } from './report/words.ts'
import type { Runner } from './runner.ts'
import { SERVICES } from './services/registry.ts'

export interface GatePorts {
  readonly runner: Runner
  readonly clock: Clock
  readonly random: Random
  /** Fires with `cancelled` when a signal ends the step. */
  readonly cancelled: AbortSignal
  readonly userAgent: string
}

/** Runs the gate: plan, check, judge, report, publish. Returns the exit code. */
export async function runGate(ports: GatePorts): Promise<0 | 1> {
  const { runner, clock } = ports
  const startedAt = clock.date()
  const notices: Notice[] = []
  const secrets = new Secrets(secret => runner.mask(secret))
  const inputs = readInputs(runner, secrets, notices)
  const problems = new Problems()
  const settings = planReport(inputs, problems)
  const plan = makePlan(inputs, settings, { environment: runner.environment, services: SERVICES }, problems)
  const checked = plan === null ? NOTHING_CHECKED : await checkTargets(plan, secrets, notices, ports)
  const verdict =
    plan === null
      ? verdictWithoutTargets('invalid-input', settings.failOn)
      : judge(checked.targets, policyOf(plan, settings, clock))
  const facts = {
    ...checked,
    name: settings.name,
    startedAt,
    finishedAt: clock.date(),
    problems: problems.all,
  }
  const report = buildReport(verdict, facts, catalogueIn(settings.language), secrets.redact)
  const redacted = notices.map(notice => ({ ...notice, text: secrets.redact(notice.text) }))
  await publish(report, verdict, settings, redacted, runner)
  return failsStep(report.gate) || ports.cancelled.aborted ? 1 : 0
}

const NOTHING_CHECKED: Checked = { targets: [], requests: 0, polls: 0 }

/** Registers every secret with the runner before anything else can be printed. */
function readInputs(runner: Runner, secrets: Secrets, notices: Notice[]): Inputs {
  const inputs = new Inputs(name => runner.input(name))
  const given = SECRET_INPUTS.map(name => ({ name, value: inputs.get(name) })).filter(
    ({ value }) => value !== '',
  )
  for (const { name, value } of given) {
    if (secrets.add(value)) continue
    const text = `${name}: shorter than ${SHORTEST_REDACTED_SECRET} characters, so it is not searched for in what this step prints`
    notices.push({ level: 'warning', text })
  }
  for (const secret of secretsInEnvironment(runner.environment)) secrets.add(secret)
  return inputs
}

async function checkTargets(
  plan: Plan,
  secrets: Secrets,
  notices: Notice[],
  ports: GatePorts,
): Promise<Checked> {
  for (const text of plan.warnings) notices.push({ level: 'warning', text })
  const deadline = startDeadline(plan.timeoutMs, ports)
  const notice = (level: 'warning' | 'notice', text: string) => void notices.push({ level, text })
  const observe = progressLog(text => ports.runner.log(secrets.redact(text)))
  try {
    return await check(plan, { ...ports, deadline, secrets, notice, observe })
  } finally {
    deadline.done()
  }
}

function policyOf(plan: Plan, settings: ReportSettings, clock: Clock): Policy {
  return { failOn: settings.failOn, waivers: plan.waivers, today: clock.date().toISOString().slice(0, 10) }
}

/** One deadline for the whole step, from its first moment on; a signal moves it to now. */
function startDeadline(timeoutMs: number, { clock, cancelled }: GatePorts): Deadline & { done(): void } {
  const at = clock.now() + timeoutMs
  const stop = new AbortController()
  const end = new AbortController()
  const cancel = () => stop.abort('cancelled')
  if (cancelled.aborted) cancel()
  cancelled.addEventListener('abort', cancel, { once: true })
  void clock.sleep(timeoutMs, end.signal).then(() => stop.abort('deadline'))
  return {
    at,
    signal: stop.signal,
    done: () => {
      cancelled.removeEventListener('abort', cancel)
      end.abort()
    },
  }
}
