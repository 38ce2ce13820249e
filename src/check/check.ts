import { ApiFault } from '../cloud/fault.ts'
import { retryDelay } from '../cloud/retry.ts'
import type { Plan } from '../plan/plan.ts'
import { caveatText } from '../precheck/caveats.ts'
import { BEFORE_ITS_END } from '../precheck/cut-off.ts'
import { keepingTexts } from '../precheck/kept-texts.ts'
import {
  NOTHING_SEEN,
  type Problem,
  type TargetResult,
  type TaskResult,
  withoutResult,
} from '../precheck/model.ts'
import { Poller, type PollView } from '../precheck/poller.ts'
import { claimingRuns, withoutSharedRuns } from '../precheck/run-ids.ts'
import { autoSchedule, fixedSchedule } from '../precheck/schedule.ts'
import type { Sentence } from '../precheck/sentence.ts'
import type { PlannedTarget } from '../services/definition.ts'
import { endpointText } from '../services/endpoint.ts'
import { type CheckPorts, type Connections, connect, noCredential, problemAtEnd } from './connections.ts'
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
  const opened = await connect(plan, ports)
  const memory = new MemorySaver('gate')
  const results = await Promise.all(
    opened.targets.map(async (target): Promise<TargetResult> => {
      const { name, service, mode, endpoint } = target
      const tasks = await checkTarget(target, opened, plan, { ...ports, memory })
      return { name, service, mode, endpoint: endpointText(endpoint), tasks }
    }),
  )
  const targets = withoutSharedRuns(results)
  for (const { task, caveats } of targets.flatMap(({ tasks }) => tasks)) {
    for (const caveat of caveats) ports.notice('warning', caveatText(task, caveat))
  }
  return { kind: 'checked', targets, ...opened.counter, problems: opened.projects.problems }
}

async function checkTarget(
  target: PlannedTarget,
  { connections, projects, runIdsOf }: Connections,
  { pollIntervalMs }: Plan,
  ports: CheckPorts & { readonly memory: MemorySaver },
): Promise<readonly TaskResult[]> {
  const connection = connections.get(target.credential)
  const nothing = (problem: Problem) => target.tasks.map(task => withoutResult(task, problem, NOTHING_SEEN))
  if (connection === undefined) return nothing(noCredential(target, ports.side.isFork))
  const { deadline } = ports
  const schedule = pollIntervalMs === null ? autoSchedule(deadline.at) : fixedSchedule(pollIntervalMs)
  const observe = (view: PollView) => ports.observe(target, view)
  const runIds = runIdsOf(target)
  try {
    const projectId = projects.idOf(target)
    const pauseMs = pollIntervalMs ?? DEFAULT_PAUSE_MS
    const service = await target.connect({ ...ports, connection, runIds, pauseMs, projectId })
    const claiming = claimingRuns(service, runIds)
    const kept = keepingTexts(claiming, ports.secrets.redactBeginning, count => ports.memory.note(count))
    const pollPorts = { ...ports, schedule, retryDelay, observe, mode: target.mode }
    return await new Poller(target.tasks, kept, pollPorts).poll()
  } catch (error) {
    if (!(error instanceof ApiFault)) throw error
    return nothing(problemAtEnd(error, deadline, BEFORE_ITS_END))
  }
}
