import type { Task } from '../../../precheck/model.ts'
import type { Reading, Started } from '../../../precheck/service.ts'
import { OneTaskACall } from '../../start.ts'
import type { DrsAccess } from '../access.ts'
import { NOTHING_KNOWN } from '../evidence.ts'
import { readingOf } from '../reading.ts'
import { readRun, startRun } from './api.ts'

/** Huawei Cloud DRS by API v5 behind the port: each run is known by its id. */
export class DrsV5Service extends OneTaskACall {
  readonly #access: DrsAccess
  /** Runs that were started elsewhere, by task id; null where new ones are to be started. */
  readonly #found: ReadonlyMap<string, string> | null
  /** The same of those that can be read. */
  readonly #runs = new Map<string, string>()

  constructor(access: DrsAccess, found: ReadonlyMap<string, string> | null) {
    super()
    this.#access = access
    this.#found = found
  }

  protected async startOne(task: Task): Promise<Started> {
    const runId = this.#found === null ? await startRun(this.#access, task) : runOf(task, this.#found)
    this.#runs.set(task.id, runId)
    return { kind: 'started', task, precheckId: runId, boundById: true }
  }

  /** A result is asked for by the id of its run, so nothing has to prove that it is new, or to stand. */
  protected async readOne(task: Task): Promise<Reading> {
    const runId = runOf(task, this.#runs)
    const before = { ...NOTHING_KNOWN, startId: runId }
    return readingOf(task, before, await readRun(this.#access, task, runId), 0)
  }
}

function runOf(task: Task, runs: ReadonlyMap<string, string>): string {
  const runId = runs.get(task.id)
  if (runId === undefined) throw new Error(`task ${task.id} is read before it is started`)
  return runId
}
