import { problemOfDoubt } from './doubts.ts'
import { type TargetResult, type TaskResult, withoutResult } from './model.ts'
import type { Identity, PrecheckService, Started } from './service.ts'

/** Which ids belong to which task of this gate, among all targets of one endpoint. */
export class RunIds {
  readonly #owners = new Map<string, string>()
  readonly #tasks = new Set<string>()

  /** Notes an id of a task: its own, or that of its run. The first to claim an id keeps it. */
  claim(id: string, taskId: string): void {
    if (id === taskId) this.#tasks.add(id)
    if (!this.#owners.has(id)) this.#owners.set(id, taskId)
  }

  /** True when an id is another task's own. */
  isOfOtherTask(id: string, taskId: string): boolean {
    return id !== taskId && this.#tasks.has(id)
  }

  /** Returns whose run an answer is about that came for `taskId`; `own` are the ids that it may carry, the asked-for one first. */
  identityOf(taskId: string, own: readonly [string, ...string[]], came: string | null): Identity {
    if (came === null || own.includes(came)) return { kind: 'own' }
    const owner = this.#owners.get(came)
    const kind = owner === undefined || owner === taskId ? 'strange' : 'other-task'
    return { kind, asked: own[0], came }
  }
}

/** Returns the service with the ids of its runs claimed. A run that got the id of another task can be told from it by nobody. */
export function claimingRuns(service: PrecheckService, runIds: RunIds): PrecheckService {
  const claimed = (started: Started): Started => {
    const { kind, task } = started
    if (kind === 'not-started' || kind === 'ended' || started.precheckId === null) return started
    const { precheckId } = started
    if (runIds.isOfOtherTask(precheckId, task.id)) {
      const doubt = { kind: 'foreign-run', taskId: task.id, runId: precheckId } as const
      return { kind: 'ended', task, problem: problemOfDoubt(doubt) }
    }
    runIds.claim(precheckId, task.id)
    return started
  }
  return {
    batchSize: service.batchSize,
    start: async tasks => (await service.start(tasks)).map(claimed),
    read: tasks => service.read(tasks),
  }
}

/** Returns the results with those of one endpoint taken back that share a run id: it is the run of one of them at most. */
export function withoutSharedRuns(targets: readonly TargetResult[]): readonly TargetResult[] {
  const keys = targets.flatMap(target => target.tasks.map(task => keyOf(target, task)))
  const seen = new Set<string>()
  const shared = new Set(keys.filter(key => key !== null && seen.size === seen.add(key).size))
  if (shared.size === 0) return targets
  return targets.map(target => ({
    ...target,
    tasks: target.tasks.map(task => (shared.has(keyOf(target, task)) ? takenBack(task) : task)),
  }))
}

function keyOf({ service, endpoint }: TargetResult, { precheckId }: TaskResult): string | null {
  return precheckId === null ? null : JSON.stringify([service, endpoint, precheckId])
}

function takenBack(task: TaskResult): TaskResult {
  const doubt = { kind: 'shared-run', runId: task.precheckId ?? '' } as const
  return withoutResult(task.task, problemOfDoubt(doubt), task)
}
