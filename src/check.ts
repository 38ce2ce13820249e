import { Agents } from './cloud/agents.ts'
import { Connection, type ConnectionPorts } from './cloud/connection.ts'
import { CredentialGate } from './cloud/credential.ts'
import { ApiFault, problemOf } from './cloud/fault.ts'
import { Hosts } from './cloud/hosts.ts'
import type { Transport } from './cloud/http.ts'
import { retryDelay } from './cloud/retry.ts'
import type { Secrets } from './cloud/secrets.ts'
import type { Environment } from './plan/credentials.ts'
import type { Plan } from './plan/plan.ts'
import type { Clock, Deadline, Random } from './ports.ts'
import { caveatText } from './precheck/caveats.ts'
import { cutOffProblem } from './precheck/cut-off.ts'
import { keepingTexts } from './precheck/kept-texts.ts'
import type { Problem, TargetResult, TaskResult } from './precheck/model.ts'
import { type PollView, poll } from './precheck/poller.ts'
import { RunIds, withoutSharedRuns } from './precheck/run-ids.ts'
import { autoSchedule, fixedSchedule } from './precheck/schedule.ts'
import { lookUpProjects, type Projects } from './projects.ts'
import type { CredentialKind, PlannedTarget, ServicePorts } from './services/definition.ts'
import { signIn } from './sign-in.ts'

/** Time between reads that precede a start, when no interval is given. */
const DEFAULT_PAUSE_MS = 2_000

export interface CheckPorts {
  readonly clock: Clock
  readonly random: Random
  readonly deadline: Deadline
  readonly secrets: Secrets
  readonly environment: Environment
  readonly isFork: boolean
  readonly userAgent: string
  /** Absent: sockets. */
  readonly transport?: Transport
  readonly notice: ServicePorts['notice']
  readonly observe: (target: PlannedTarget, view: PollView) => void
}

export interface Checked {
  readonly targets: readonly TargetResult[]
  readonly requests: number
  readonly polls: number
  /** What turned out to be wrong with the inputs before any pre-check call; there are no targets then. */
  readonly problems: readonly string[]
}

/** Runs the pre-checks of all targets side by side. A fault of one target leaves the others alone. */
export async function check(plan: Plan, ports: CheckPorts): Promise<Checked> {
  const counter = { requests: 0, polls: 0 }
  const connectionPorts: ConnectionPorts = {
    ...ports,
    hosts: new Hosts(new Agents(ports.environment)),
    redactBeginning: ports.secrets.redactBeginning,
    countRequest: isPoll => {
      counter.requests += 1
      counter.polls += isPoll ? 1 : 0
    },
  }
  const connections = connectionsOf(plan, connectionPorts, ports)
  const projects = await lookUpProjects(plan, connections.get('huawei-cloud') ?? null, ports)
  if (projects.problems.length > 0) return { targets: [], ...counter, problems: projects.problems }
  const runIds = runIdsOf(plan.targets)
  const targets = await Promise.all(
    plan.targets.map(async target => {
      const connection = connections.get(target.credential)
      if (connection === undefined) return withoutResult(target, noCredential(target, ports.isFork))
      const countRequest = () => connectionPorts.countRequest(false)
      return checkTarget(target, connection, projects, plan, {
        ...ports,
        countRequest,
        runIds: runIds(target),
      })
    }),
  )
  const bound = withoutSharedRuns(targets)
  for (const { tasks } of bound) {
    for (const { task, caveats } of tasks) {
      for (const caveat of caveats) ports.notice('warning', caveatText(task, caveat))
    }
  }
  return { targets: bound, ...counter, problems: [] }
}

/** All targets of one endpoint share their ids, so that a result that was mixed up between them is known as such. */
function runIdsOf(targets: readonly PlannedTarget[]): (target: PlannedTarget) => RunIds {
  const byEndpoint = new Map<string, RunIds>()
  const of = ({ service, endpoint }: PlannedTarget): RunIds => {
    const key = `${service} ${endpoint.href}`
    const runIds = byEndpoint.get(key) ?? new RunIds()
    byEndpoint.set(key, runIds)
    return runIds
  }
  for (const target of targets) for (const { id } of target.tasks) of(target).claim(id, id)
  return of
}

/** All targets of a kind share one credential, and with it the news that it is no good. */
function connectionsOf(
  plan: Plan,
  connectionPorts: ConnectionPorts,
  ports: CheckPorts,
): ReadonlyMap<CredentialKind, Connection> {
  const anonymous = new Connection(null, connectionPorts)
  const used = [...plan.credentials].filter(([kind]) =>
    plan.targets.some(target => target.credential === kind),
  )
  return new Map(
    used.map(([kind, planned]) => {
      const credential = signIn(planned, plan, { ...ports, anonymous })
      return [kind, new Connection(new CredentialGate(credential), connectionPorts)]
    }),
  )
}

async function checkTarget(
  target: PlannedTarget,
  connection: Connection,
  projects: Projects,
  plan: Plan,
  ports: CheckPorts & Pick<ServicePorts, 'countRequest' | 'runIds'>,
): Promise<TargetResult> {
  const { clock, random, deadline } = ports
  const pauseMs = plan.pollIntervalMs ?? DEFAULT_PAUSE_MS
  const schedule =
    plan.pollIntervalMs === null ? autoSchedule(deadline.at) : fixedSchedule(plan.pollIntervalMs)
  const observe = (view: PollView) => ports.observe(target, view)
  try {
    const projectId = target.projectId ?? (target.region === null ? '' : projects.idOf(target.region))
    const service = await target.connect({ ...ports, connection, pauseMs, projectId })
    const pollPorts = { clock, random, deadline, schedule, retryDelay, observe, mode: target.mode }
    const kept = keepingTexts(service, ports.secrets.redactBeginning)
    return resultOf(target, await poll(target.tasks, kept, pollPorts))
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error
    return withoutResult(target, whyNothing(error, deadline))
  }
}

/** The end of the step is no fault of the service's. */
function whyNothing(fault: ApiFault, { signal }: Deadline): Problem {
  const lastFault = problemOf(fault)
  if (!signal.aborted || fault.kind !== 'transient') return lastFault
  const cancelled = signal.reason === 'cancelled'
  const nothing = { unansweredForMs: null, longestReadMs: 0, started: false, settling: false, progress: null }
  return cutOffProblem({ cancelled, lastFault, ...nothing })
}

function resultOf(
  { name, service, mode, endpoint }: PlannedTarget,
  tasks: readonly TaskResult[],
): TargetResult {
  return { name, service, mode, endpoint: endpoint.href.replace(/\/$/, ''), tasks }
}

function withoutResult(target: PlannedTarget, problem: Problem): TargetResult {
  const nothing = {
    precheckId: null,
    progress: null,
    freshness: null,
    overall: 'missing',
    caveats: [],
    items: [],
  } as const
  return resultOf(
    target,
    target.tasks.map(task => ({ task, problem, ...nothing })),
  )
}

function noCredential(target: PlannedTarget, isFork: boolean): Problem {
  const give =
    target.credential === 'oms'
      ? 'Give oms-user and oms-password, best from secrets of the repository.'
      : 'Give oidc-provider-urn and oidc-agency-urn (keyless), access-key-id and secret-access-key from secrets of the repository, or set the variables of the official actions, the SDKs or Terraform.'
  const fork =
    'Runs for pull requests of forks and of Dependabot get no secrets and no id token. Run the gate on push, in the merge queue, or by workflow_dispatch with commit-status: true.'
  const message = `There are no credentials for target ${target.name}.`
  return {
    reason: 'authentication-failed',
    code: null,
    message,
    httpStatus: null,
    requestId: null,
    advice: isFork ? fork : give,
  }
}
