import { Connection, type ConnectionPorts } from './cloud/connection.ts'
import { accessKeyCredential, type Credential, CredentialGate, tokenCredential } from './cloud/credential.ts'
import { ApiFault, problemOf } from './cloud/fault.ts'
import { Hosts } from './cloud/hosts.ts'
import { retryDelay } from './cloud/retry.ts'
import type { Secrets } from './cloud/secrets.ts'
import type { PlannedCredential } from './plan/credentials.ts'
import type { Plan } from './plan/plan.ts'
import type { Clock, Deadline, Random } from './ports.ts'
import type { Problem, TargetResult, TaskResult } from './precheck/model.ts'
import { type PollView, poll } from './precheck/poller.ts'
import { autoSchedule, fixedSchedule } from './precheck/schedule.ts'
import type { CredentialKind, PlannedTarget, ServicePorts } from './services/definition.ts'

/** Time between reads that precede a start, when no interval is given. */
const DEFAULT_PAUSE_MS = 2_000

export interface CheckPorts {
  readonly clock: Clock
  readonly random: Random
  readonly deadline: Deadline
  readonly secrets: Secrets
  readonly userAgent: string
  readonly notice: ServicePorts['notice']
  readonly observe: (target: PlannedTarget, view: PollView) => void
}

export interface Checked {
  readonly targets: readonly TargetResult[]
  readonly requests: number
  readonly polls: number
}

/** Runs the pre-checks of all targets side by side. A fault of one target leaves the others alone. */
export async function check(plan: Plan, ports: CheckPorts): Promise<Checked> {
  const counter = { requests: 0, polls: 0 }
  const connectionPorts: ConnectionPorts = {
    ...ports,
    hosts: new Hosts(ports.userAgent),
    countRequest: isPoll => {
      counter.requests += 1
      counter.polls += isPoll ? 1 : 0
    },
  }
  const gates = credentialGates(plan, ports)
  const targets = await Promise.all(
    plan.targets.map(async target => {
      const gate = gates.get(target.credential)
      if (gate === undefined) return withoutResult(target, noCredential(target))
      return checkTarget(target, new Connection(gate, connectionPorts), plan, ports)
    }),
  )
  return { targets, ...counter }
}

async function checkTarget(
  target: PlannedTarget,
  connection: Connection,
  plan: Plan,
  ports: CheckPorts,
): Promise<TargetResult> {
  const { clock, random, deadline, notice } = ports
  try {
    const pauseMs = plan.pollIntervalMs ?? DEFAULT_PAUSE_MS
    const service = await target.connect({ connection, clock, random, deadline, notice, pauseMs, projectId })
    const schedule =
      plan.pollIntervalMs === null ? autoSchedule(deadline.at) : fixedSchedule(plan.pollIntervalMs)
    const observe = (view: PollView) => ports.observe(target, view)
    const readAtOnce = target.mode === 'query'
    const tasks = await poll(target.tasks, service, {
      clock,
      random,
      deadline,
      schedule,
      retryDelay,
      observe,
      readAtOnce,
    })
    return resultOf(target, tasks)
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error
    return withoutResult(target, problemOf(error))
  }
}

/** All targets of a kind share one credential, and with it the news that it is no good. */
function credentialGates(plan: Plan, ports: CheckPorts): ReadonlyMap<CredentialKind, CredentialGate> {
  return new Map(
    [...plan.credentials].map(([kind, planned]) => [kind, new CredentialGate(credentialOf(planned, ports))]),
  )
}

function credentialOf({ method, origin }: PlannedCredential, { clock, secrets }: CheckPorts): Credential {
  const signing = { date: () => clock.date(), addSignature: (text: string) => secrets.addSignature(text) }
  switch (method.method) {
    case 'access-key':
      return accessKeyCredential(method, origin, signing)
    case 'token':
      return tokenCredential(method.token, origin)
    case 'iam-user':
    case 'oidc':
    case 'basic':
      throw new Error(`The plan must not hold the method ${method.method}`)
  }
}

async function projectId(_region: string): Promise<string> {
  throw new Error('The plan must not hold a target without a project id')
}

function resultOf(
  { name, service, mode, endpoint }: PlannedTarget,
  tasks: readonly TaskResult[],
): TargetResult {
  return { name, service, mode, endpoint: endpoint.href.replace(/\/$/, ''), tasks }
}

function withoutResult(target: PlannedTarget, problem: Problem): TargetResult {
  const tasks = target.tasks.map(
    (task): TaskResult => ({
      task,
      precheckId: null,
      progress: null,
      problem,
      overall: 'missing',
      freshness: null,
      items: [],
    }),
  )
  return resultOf(target, tasks)
}

function noCredential(target: PlannedTarget): Problem {
  const advice =
    target.credential === 'oms'
      ? 'Give oms-user and oms-password, best from secrets of the repository.'
      : 'Give access-key-id and secret-access-key (best from secrets of the repository) or auth-token, or set the variables of the official actions, the SDKs or Terraform. Secrets are not passed to workflows of forks and of Dependabot.'
  const message = `There are no credentials for target ${target.name}.`
  return { reason: 'authentication-failed', code: null, message, httpStatus: null, requestId: null, advice }
}
