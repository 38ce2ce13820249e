import { ApiFault, problemOf } from '../cloud/fault.ts'
import { PROBE_TRIES, type RetryPorts, withRetries } from '../cloud/retry.ts'
import { lookUpProjects, type Projects } from '../identity/projects.ts'
import type { Plan } from '../plan/plan.ts'
import type { Deadline } from '../ports.ts'
import type { Problem } from '../precheck/model.ts'
import { ownProblem } from '../precheck/model.ts'
import { inEach, inRow, type Sentence, told } from '../precheck/sentence.ts'
import type { ValidatedTarget } from '../precheck/validation.ts'
import type { PlannedTarget, ProbePorts } from '../services/definition.ts'
import { endpointText } from '../services/endpoint.ts'
import { type CheckPorts, type Connections, connect, noCredential, runIdsOf } from './connections.ts'

/** What stands in the place of `check` with `mode: validate`: it signs in, looks up and reads, and starts nothing. */

export interface Validated {
  readonly kind: 'validated'
  readonly targets: readonly ValidatedTarget[]
  readonly requests: number
  readonly polls: number
  /** What turned out to be wrong with the inputs; there are no targets then. */
  readonly problems: readonly Sentence[]
}

/** Looks at what the targets of a plan would need. What needs a credential that is not there is left out and said. */
export async function validate(given: Plan, ports: CheckPorts): Promise<Validated> {
  const plan = withCredentialsThatAreThere(given, ports)
  const opened = await connect(plan, ports)
  const { connections, counter } = opened
  const patient = { ...ports, tries: PROBE_TRIES }
  const projects = await lookUpProjects(plan.lookUps, connections, patient)
  if (projects.problems.length > 0)
    return { kind: 'validated', targets: [], ...counter, problems: projects.problems }
  sayWhatIsLeftOut(plan, ports)
  const ready = await signInFor(plan, connections, projects, patient)
  const probing = probePorts(plan, opened, ports)
  const targets = await Promise.all(
    plan.targets.map(async target => {
      const faults = await faultsOf(target, ready.get(target) ?? null, probing(target))
      return targetOf(target, faults, ports.deadline)
    }),
  )
  return { kind: 'validated', targets, ...counter, problems: [] }
}

/** What this run cannot sign in with is no credential, whatever the inputs say. */
function withCredentialsThatAreThere(plan: Plan, ports: CheckPorts): Plan {
  const there = [...plan.credentials].filter(([, { method }]) => method.isWithinReach?.(ports) ?? true)
  return { ...plan, credentials: new Map(there) }
}

function sayWhatIsLeftOut({ targets, credentials }: Plan, { side, notice }: CheckPorts): void {
  const without = targets.filter(({ credential }) => !credentials.has(credential))
  for (const [kind, ofKind] of Map.groupBy(without, ({ credential }) => credential)) {
    const [first] = ofKind
    if (first === undefined) continue
    const { advice } = noCredential(first, side.isFork)
    const names = named(ofKind)
    const missing = inEach(in_ =>
      told(
        `There are no credentials for target ${names}, ${in_(kind.leftOut)}.`,
        `目标 ${names} 没有凭证，${in_(kind.leftOut)}。`,
      ),
    )
    notice('warning', inRow(missing, advice))
  }
  const unread = targets.filter(target => target.probe === undefined && credentials.has(target.credential))
  if (unread.length === 0) return
  const names = named(unread)
  notice(
    'notice',
    told(
      `Nothing is read for target ${names}: without a run there is nothing that could be.`,
      `没有为目标 ${names} 读取任何内容：没有运行就没有可读取的结果。`,
    ),
  )
}

function named(targets: readonly PlannedTarget[]): string {
  return targets.map(({ name }) => name).join(', ')
}

/** The project id of a target that is signed in for, or what kept it from that. */
type Ready = string | ApiFault

/** Signs in for one project after the other: a credential that is turned away must be so once. */
async function signInFor(
  { targets }: Plan,
  connections: Connections['connections'],
  projects: Projects,
  ports: RetryPorts,
): Promise<ReadonlyMap<PlannedTarget, Ready>> {
  const ready = new Map<PlannedTarget, Ready>()
  const byProject = new Map<string, Ready>()
  for (const target of targets.filter(({ credential }) => credential.hasProjects)) {
    const connection = connections.get(target.credential)
    if (connection === undefined) continue
    const id = await readyOrFault(async () => projects.idOf(target))
    const signIn = (projectId: string) =>
      readyOrFault(async () => {
        await withRetries(() => connection.signIn(target.endpoint, projectId), ports)
        return projectId
      })
    const known = typeof id === 'string' ? (byProject.get(id) ?? (await signIn(id))) : id
    if (typeof id === 'string') byProject.set(id, known)
    ready.set(target, known)
  }
  return ready
}

async function readyOrFault(work: () => Promise<string>): Promise<Ready> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ApiFault) return error
    throw error
  }
}

/** What a look at each target needs but for its project id. */
function probePorts(
  { targets }: Plan,
  { anonymous, connections }: Connections,
  ports: CheckPorts,
): (target: PlannedTarget) => Omit<ProbePorts, 'projectId'> {
  const runIds = runIdsOf(targets)
  const asked = new Map<string, Promise<ApiFault | null>>()
  const once: ProbePorts['once'] = (name, work) => {
    const known = asked.get(name) ?? work()
    asked.set(name, known)
    return known
  }
  return target => ({
    ...ports,
    connection: connections.get(target.credential) ?? anonymous,
    runIds: runIds(target),
    once,
  })
}

/** Returns what speaks against a run of a target: one fault for all of it, or some by task. */
async function faultsOf(
  target: PlannedTarget,
  ready: Ready | null,
  ports: Omit<ProbePorts, 'projectId'>,
): Promise<ApiFault | ReadonlyMap<string, ApiFault>> {
  if (ready instanceof ApiFault) return ready
  const isLeftOut = ready === null && target.credential.hasProjects
  const faults = isLeftOut ? undefined : await target.probe?.({ ...ports, projectId: ready ?? '' })
  return faults ?? new Map()
}

function targetOf(
  { name, service, endpoint, tasks }: PlannedTarget,
  faults: ApiFault | ReadonlyMap<string, ApiFault>,
  deadline: Deadline,
): ValidatedTarget {
  const faultOf = (id: string) => (faults instanceof ApiFault ? faults : faults.get(id))
  return {
    name,
    service,
    endpoint: endpointText(endpoint),
    tasks: tasks.map(task => {
      const fault = faultOf(task.id)
      return { task, problem: fault === undefined ? null : problemIn(fault, deadline) }
    }),
  }
}

/** The end of the step is no fault of the service's. */
function problemIn(fault: ApiFault, { signal }: Deadline): Problem {
  const problem = problemOf(fault)
  if (fault.kind !== 'transient' || signal.reason !== 'cancelled') return problem
  return ownProblem(
    'cancelled',
    told('The step was cancelled before everything had been looked at.', '步骤在查看完全部内容之前被取消。'),
    told('Run the gate again.', '请重新运行门禁。'),
  )
}
