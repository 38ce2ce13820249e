import { ApiFault } from '../../cloud/fault.ts'
import { PROBE_TRIES, retryDelay } from '../../cloud/retry.ts'
import type { Task } from '../../precheck/model.ts'
import { told } from '../../precheck/sentence.ts'
import type { ProbePorts } from '../definition.ts'
import { isAgain } from '../faults.ts'
import type { DrsAccess } from './access.ts'
import { readTasks, TASKS_PER_CALL } from './api.ts'
import type { Sighting } from './sightings.ts'

/**
 * Reads what earlier runs have left of each task, to learn whether a run could read it: any result will do, and none as
 * well. Returns the faults by task id; what has passed by the last try is none.
 */
export async function probe(
  access: DrsAccess,
  tasks: readonly Task[],
  ports: Pick<ProbePorts, 'clock' | 'random' | 'deadline'>,
): Promise<ReadonlyMap<string, ApiFault>> {
  const batches = Map.groupBy(tasks, (_task, index) => Math.floor(index / TASKS_PER_CALL))
  const faults = await Promise.all([...batches.values()].map(batch => probeBatch(access, batch, ports)))
  return new Map(faults.flatMap(found => [...found]))
}

async function probeBatch(
  access: DrsAccess,
  tasks: readonly Task[],
  { clock, random, deadline }: Pick<ProbePorts, 'clock' | 'random' | 'deadline'>,
): Promise<ReadonlyMap<string, ApiFault>> {
  const faults = new Map<string, ApiFault>()
  let open = tasks
  for (let tries = 1; ; tries += 1) {
    const sightings = await readTasks(
      access,
      open.map(task => ({ task, precheckId: null })),
      'pre-read',
    )
    open = open.filter((task, index) => {
      const fault = faultIn(task, sightings[index])
      if (fault === null) faults.delete(task.id)
      // What the end of the step cut off says less than what came back before it.
      else if (!deadline.signal.aborted || !faults.has(task.id)) faults.set(task.id, fault)
      return fault !== null && isAgain(fault)
    })
    if (open.length === 0 || tries >= PROBE_TRIES || deadline.signal.aborted) return faults
    await clock.sleep(retryDelay(tries, random), deadline.signal)
    if (deadline.signal.aborted) return faults
  }
}

/** Returns what keeps a task from being read; null where it can be, whatever stands there. */
function faultIn(task: Task, sighting: Sighting | undefined): ApiFault | null {
  if (sighting === undefined || sighting.kind === 'missing') return null
  if (sighting.kind === 'fault') {
    // After all tries it makes no difference whether no answer came or none that makes sense.
    return sighting.fault.means === 'no-result' ? null : sighting.fault.with({ invalidResponse: false })
  }
  const { identity } = sighting
  if (identity.kind !== 'other-task') return null
  const doing = told(
    `read the DRS pre-check result of task ${task.id}`,
    `读取任务 ${task.id} 的 DRS 预检查结果`,
  )
  const what = told(
    `DRS answered with the result of ${identity.came}, which is another task of this gate.`,
    `DRS 返回了 ${identity.came} 的结果，而后者是本门禁的另一个任务。`,
  )
  return new ApiFault({ kind: 'transient', doing, what, understood: true, invalidResponse: true })
}
