import { ApiFault } from '../../../cloud/fault.ts'
import type { Task } from '../../../precheck/model.ts'
import type { PrecheckService, Reading, Started } from '../../../precheck/service.ts'
import type { ServicePorts } from '../../definition.ts'
import { overtaken, startedOfFaultWithoutId } from '../../start.ts'
import { type DrsAccess, precheckOf } from '../access.ts'
import { type Run, readRun, startRun } from './api.ts'
import { readingOf } from './reading.ts'

/** What to pre-check: new runs, or one of each task that was started elsewhere. */
export type DrsV5Runs =
  | { readonly mode: 'run' }
  /** The id of the run, by task id. */
  | { readonly mode: 'query'; readonly queryIds: ReadonlyMap<string, string> }

/** Huawei Cloud DRS by API v5 behind the port: one task a call, each run known by its id. */
export class DrsV5Service implements PrecheckService {
  readonly batchSize = 1
  readonly #access: DrsAccess
  readonly #runs: DrsV5Runs
  readonly #ports: ServicePorts
  /** By task id. */
  readonly #started = new Map<string, Run>()

  constructor(access: DrsAccess, runs: DrsV5Runs, ports: ServicePorts) {
    this.#access = access
    this.#runs = runs
    this.#ports = ports
  }

  async start(tasks: readonly Task[]): Promise<readonly Started[]> {
    return Promise.all(tasks.map(task => this.#begin(task)))
  }

  async read(tasks: readonly Task[]): Promise<readonly Reading[]> {
    return Promise.all(tasks.map(task => this.#read(task)))
  }

  async #begin(task: Task): Promise<Started> {
    const runs = this.#runs
    if (runs.mode === 'query') return this.#begun(task, queryIdOf(task, runs.queryIds))
    if (this.#ports.deadline.signal.aborted) return overtaken(task, precheckOf(task))
    try {
      return this.#begun(task, await startRun(this.#access, task))
    } catch (error) {
      if (error instanceof ApiFault) return startedOfFaultWithoutId(task, error)
      throw error
    }
  }

  #begun(task: Task, queryId: string): Started {
    this.#started.set(task.id, { task, queryId })
    return { kind: 'started', task, precheckId: queryId, boundById: true }
  }

  async #read(task: Task): Promise<Reading> {
    const run = this.#started.get(task.id)
    if (run === undefined) throw new Error(`task ${task.id} is read before it is started`)
    return readingOf(run, await readRun(this.#access, run))
  }
}

function queryIdOf(task: Task, queryIds: ReadonlyMap<string, string>): string {
  const queryId = queryIds.get(task.id)
  if (queryId === undefined) throw new Error(`No run is known of task ${task.id}`)
  return queryId
}
