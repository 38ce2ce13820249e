import type { Connection } from '../cloud/connection.ts'
import { ApiFault, problemOf } from '../cloud/fault.ts'
import { retryDelay } from '../cloud/retry.ts'
import { lookUpProjects, type Projects } from '../identity/projects.ts'
import type { Plan } from '../plan/plan.ts'
import type { Deadline } from '../ports.ts'
import { caveatText } from '../precheck/caveats.ts'
import { cutOffProblem } from '../precheck/cut-off.ts'
import { keepingTexts } from '../precheck/kept-texts.ts'
import type { Problem, TargetResult, TaskResult } from '../precheck/model.ts'
import { Poller, type PollView } from '../precheck/poller.ts'
import { claimingRuns, withoutSharedRuns } from '../precheck/run-ids.ts'
import { autoSchedule, fixedSchedule } from '../precheck/schedule.ts'
import type { Sentence } from '../precheck/sentence.ts'
import type { PlannedTarget, ServicePorts } from '../services/definition.ts'
import { endpointText } from '../services/endpoint.ts'
import { type CheckPorts, connect, noCredential, runIdsOf } from './connections.ts'
import { MemorySaver } from './spare-memory.ts'

/** Time between reads that precede a start, when no interval is given. */
const DEFAULT_PAUSE_MS = 2_000

export interface Checked {
  readonly kind: 'checked'
  readonly targets: readonly TargetResult[]
  readonly requests: number
  readonly polls: number
  /** What turned out to be wrong with the inputs before any pre-check call; there are no targets then. */
  readonly problems: readonly Sentence[]
}

/** Runs the pre-checks of all targets side by side. A fault of one target leaves the others alone. */
export async function check(plan: Plan, ports: CheckPorts): Promise<Checked> {
  const { connections, counter } = await connect(plan, ports)
  const projects = await lookUpProjects(plan.lookUps, connections, ports)
  if (projects.problems.length > 0)
    return { kind: 'checked', targets: [], ...counter, problems: projects.problems }
  const runIds = runIdsOf(plan.targets)
  const memory = new MemorySaver()
  const targets = await Promise.all(
    plan.targets.map(async target => {
      const connection = connections.get(target.credential)
      if (connection === undefined) return withoutResult(target, noCredential(target, ports.side.isFork))
      return checkTarget(target, connection, projects, plan, {
        ...ports,
        memory,
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
  return { kind: 'checked', targets: bound, ...counter, problems: [] }
}

async function checkTarget(
  target: PlannedTarget,
  connection: Connection,
  projects: Projects,
  plan: Plan,
  ports: CheckPorts & Pick<ServicePorts, 'runIds'> & { readonly memory: MemorySaver },
): Promise<TargetResult> {
  const { clock, random, deadline } = ports
  const pauseMs = plan.pollIntervalMs ?? DEFAULT_PAUSE_MS
  const schedule =
    plan.pollIntervalMs === null ? autoSchedule(deadline.at) : fixedSchedule(plan.pollIntervalMs)
  const observe = (view: PollView) => ports.observe(target, view)
  try {
    const projectId = projects.idOf(target)
    const service = await target.connect({ ...ports, connection, pauseMs, projectId })
    const pollPorts = { clock, random, deadline, schedule, retryDelay, observe, mode: target.mode }
    const kept = keepingTexts(claimingRuns(service, ports.runIds), ports.secrets.redactBeginning)
    return resultOf(target, await new Poller(target.tasks, ports.memory.watching(kept), pollPorts).poll())
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
  const nothing = { unansweredForMs: 0, longestReadMs: 0, started: false, settling: false, progress: null }
  return cutOffProblem({ cancelled, lastFault, ...nothing })
}

function resultOf(
  { name, service, mode, endpoint }: PlannedTarget,
  tasks: readonly TaskResult[],
): TargetResult {
  return { name, service, mode, endpoint: endpointText(endpoint), tasks }
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
