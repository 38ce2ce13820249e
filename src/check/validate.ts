import { ApiFault } from '../cloud/fault.ts'
import { PROBE_TRIES, type RetryPorts, withRetries } from '../cloud/retry.ts'
import type { Plan } from '../plan/plan.ts'
import { inEach, inRow, told } from '../precheck/sentence.ts'
import type { ValidatedTarget } from '../precheck/validation.ts'
import type { PlannedTarget, ProbePorts } from '../services/definition.ts'
import { endpointText } from '../services/endpoint.ts'
import type { Checked } from './check.ts'
import { type CheckPorts, type Connections, connect, noCredential, problemAtEnd } from './connections.ts'

/** What stands in the place of `check` with `mode: validate`: it signs in, looks up and reads, and starts nothing. */

export interface Validated extends Omit<Checked, 'kind' | 'targets'> {
  readonly kind: 'validated'
  readonly targets: readonly ValidatedTarget[]
}

const BEFORE_ALL_WAS_SEEN = told(
  'The step was cancelled before everything had been looked at.',
  '步骤在查看完全部内容之前被取消。',
)

/** Looks at what the targets of a plan would need. What needs a credential that is not there is left out and said. */
export async function validate(given: Plan, ports: CheckPorts): Promise<Validated> {
  const plan = withCredentialsThatAreThere(given, ports)
  const patient = { ...ports, tries: PROBE_TRIES }
  const opened = await connect(plan, patient)
  sayWhatIsLeftOut({ ...plan, targets: opened.targets }, ports)
  const ready = await signInFor(opened, patient)
  const probing = { ...ports, once: onceByName() }
  const targets = await Promise.all(
    opened.targets.map(async (target): Promise<ValidatedTarget> => {
      const { name, service, endpoint, tasks } = target
      const faults = await faultsOf(target, ready.get(target), opened, probing)
      const problemOf = (id: string) => {
        const fault = faults instanceof ApiFault ? faults : faults.get(id)
        return fault === undefined ? null : problemAtEnd(fault, ports.deadline, BEFORE_ALL_WAS_SEEN)
      }
      const looked = tasks.map(task => ({ task, problem: problemOf(task.id) }))
      return { name, service, endpoint: endpointText(endpoint), tasks: looked }
    }),
  )
  return { kind: 'validated', targets, ...opened.counter, problems: opened.projects.problems }
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
  { targets, connections, projects }: Connections,
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

function onceByName(): ProbePorts['once'] {
  const asked = new Map<string, Promise<ApiFault | null>>()
  return (name, work) => {
    const known = asked.get(name) ?? work()
    asked.set(name, known)
    return known
  }
}

/** Returns what speaks against a run of a target: one fault for all of it, or some by task. */
async function faultsOf(
  target: PlannedTarget,
  ready: Ready | undefined,
  { connections, anonymous, runIdsOf }: Connections,
  ports: CheckPorts & Pick<ProbePorts, 'once'>,
): Promise<ApiFault | ReadonlyMap<string, ApiFault>> {
  if (ready instanceof ApiFault) return ready
  const isLeftOut = ready === undefined && target.credential.hasProjects
  if (isLeftOut || target.probe === undefined) return new Map()
  const connection = connections.get(target.credential) ?? anonymous
  return target.probe({
    ...ports,
    connection,
    runIds: runIdsOf(target),
    projectId: ready ?? '',
  })
}
