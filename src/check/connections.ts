import { Agents } from '../cloud/agents.ts'
import { Connection, type ConnectionPorts } from '../cloud/connection.ts'
import { CredentialGate } from '../cloud/credential.ts'
import { amongAll } from '../cloud/error-table.ts'
import { type ApiFault, problemOf } from '../cloud/fault.ts'
import { Hosts } from '../cloud/host-health.ts'
import type { Transport } from '../cloud/http.ts'
import type { RetryPorts } from '../cloud/retry.ts'
import type { Secrets } from '../cloud/secrets.ts'
import type { CredentialKind, IdentitySide, SignInPorts } from '../identity/method.ts'
import { lookUpProjects, type Projects } from '../identity/projects.ts'
import type { Plan } from '../plan/plan.ts'
import type { Clock, Deadline, Environment, Random } from '../ports.ts'
import { cancelledProblem } from '../precheck/cut-off.ts'
import { ownProblem, type Problem } from '../precheck/model.ts'
import type { PollView } from '../precheck/poller.ts'
import { RunIds } from '../precheck/run-ids.ts'
import { type Sentence, told } from '../precheck/sentence.ts'
import type { PlannedTarget, ServiceDefinition, ServicePorts } from '../services/definition.ts'

/** The way from a plan to the services: one connection for each kind of credential, the ids of projects and runs, and what is said where there is none. */

/** What a plan is carried out with. */
export interface CheckPorts {
  readonly clock: Clock
  readonly random: Random
  readonly deadline: Deadline
  readonly secrets: Secrets
  readonly environment: Environment
  readonly side: IdentitySide
  readonly userAgent: string
  /** Absent: sockets. */
  readonly transport?: Transport
  /** Whose error codes may come. */
  readonly services: readonly Pick<ServiceDefinition, 'errors'>[]
  /** A hint for the user. */
  readonly notice: ServicePorts['notice']
  readonly observe: (target: PlannedTarget, view: PollView) => void
}

export interface Connections {
  /** Those of the plan; none where the inputs turned out to be wrong. */
  readonly targets: readonly PlannedTarget[]
  /** Makes calls without a credential. */
  readonly anonymous: Connection
  /** Of the kinds that have a credential and a target that uses it. */
  readonly connections: ReadonlyMap<CredentialKind, Connection>
  readonly projects: Projects
  /** All targets of one endpoint share their ids, so that a result that was mixed up between them is known as such. */
  readonly runIdsOf: (target: PlannedTarget) => RunIds
  readonly counter: { readonly requests: number; readonly polls: number }
}

/** Opens the connections of a plan, and looks up its projects; nothing else is sent before it is needed. */
export async function connect(
  plan: Plan,
  ports: CheckPorts & Pick<RetryPorts, 'tries'>,
): Promise<Connections> {
  const counter = { requests: 0, polls: 0 }
  const connectionPorts: ConnectionPorts = {
    ...ports,
    hosts: new Hosts(new Agents(ports.environment)),
    redactBeginning: ports.secrets.redactBeginning,
    errorsOf: amongAll(ports.services.map(({ errors }) => errors)),
    countRequest: isPoll => {
      counter.requests += 1
      counter.polls += isPoll ? 1 : 0
    },
  }
  const anonymous = new Connection(null, connectionPorts)
  const addSecret = (text: string) => void ports.secrets.add(text)
  const connections = connectionsOf(plan, connectionPorts, { ...ports, anonymous, addSecret })
  const projects = await lookUpProjects(plan.lookUps, connections, ports)
  return {
    targets: projects.problems.length > 0 ? [] : plan.targets,
    anonymous,
    connections,
    projects,
    runIdsOf: runIdsOf(plan.targets),
    counter,
  }
}

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
  ports: SignInPorts,
): ReadonlyMap<CredentialKind, Connection> {
  const used = [...plan.credentials].filter(([kind]) =>
    plan.targets.some(target => target.credential === kind),
  )
  return new Map(
    used.map(([kind, planned]) => {
      const credential = planned.method.connect(planned, ports)
      return [kind, new Connection(new CredentialGate(credential), connectionPorts)]
    }),
  )
}

/** Returns why a target has no result that nobody could sign in for. */
export function noCredential(target: PlannedTarget, isFork: boolean): Problem {
  const fork = told(
    'Runs for pull requests of forks and of Dependabot get no secrets and no id token. Run the gate on push, in the merge queue, or by workflow_dispatch with commit-status: true.',
    '来自 fork 和 Dependabot 的拉取请求的运行得不到 secrets 和 ID Token。请在 push、合并队列中运行门禁，或用 workflow_dispatch 并设 commit-status: true。',
  )
  const message = told(
    `There are no credentials for target ${target.name}.`,
    `目标 ${target.name} 没有凭证。`,
  )
  return ownProblem('authentication-failed', message, isFork ? fork : target.credential.whenMissing)
}

/** Returns what kept a target from a result. What a cancelled step cut off is no fault of the service's; `cancelled` says so. */
export function problemAtEnd(fault: ApiFault, { signal }: Deadline, cancelled: Sentence): Problem {
  const isCutOff = fault.kind === 'transient' && signal.reason === 'cancelled'
  return isCutOff ? cancelledProblem(cancelled) : problemOf(fault)
}
