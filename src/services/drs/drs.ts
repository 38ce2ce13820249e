import { problemOf } from '../../cloud/fault.ts'
import type { Mode, Task } from '../../precheck/model.ts'
import type { PrecheckService, Reading, Started } from '../../precheck/service.ts'
import type { ServicePorts } from '../definition.ts'
import { percentOf } from '../wire.ts'
import type { DrsAccess } from './access.ts'
import { readTasks, startTasks, TASKS_PER_CALL } from './api.ts'
import { type Before, itemsOf, NOTHING_KNOWN } from './evidence.ts'
import { isFinished } from './items.ts'
import { preRead } from './pre-read.ts'
import { readingOf } from './reading.ts'
import type { Expected, Identified } from './sightings.ts'

/** Huawei Cloud DRS behind the port: batches of ten, and what tells an old result from a new one. */
export class DrsService implements PrecheckService {
  readonly batchSize = TASKS_PER_CALL
  readonly #access: DrsAccess
  readonly #options: { readonly mode: Mode; readonly settleMs: number }
  readonly #ports: ServicePorts
  /** What is known of each task whose start was sent, from the reads before it and from the polls since. */
  readonly #before = new Map<string, Before>()

  constructor(access: DrsAccess, options: { mode: Mode; settleMs: number }, ports: ServicePorts) {
    this.#access = access
    this.#options = options
    this.#ports = ports
  }

  async start(tasks: readonly Task[]): Promise<readonly Started[]> {
    if (this.#options.mode === 'query') {
      return tasks.map(task => ({ kind: 'started', task, precheckId: task.id, boundById: false }))
    }
    const denied = await this.#look(tasks.filter(task => !this.#before.has(task.id)))
    const willing = tasks.filter(task => !denied.some(ended => ended.task === task))
    const sent = willing.length === 0 ? [] : await startTasks(this.#access, willing)
    for (const started of sent) {
      const before = this.#beforeOf(started.task)
      if (started.kind === 'started' || started.kind === 'unconfirmed') {
        const startId = started.precheckId ?? before.startId
        const start = before.start === 'confirmed' || started.kind === 'started' ? 'confirmed' : 'unconfirmed'
        this.#before.set(started.task.id, { ...before, startId, start })
      }
      // While it is put off another run can end, so what was read before says nothing about the next try.
      else if (started.kind === 'not-started' && before.start === 'none') this.#before.delete(started.task.id)
    }
    return [...denied, ...sent]
  }

  /** Reads what earlier runs have left. Returns the tasks whose credential was turned away, which have ended. */
  async #look(tasks: readonly Task[]): Promise<readonly Started[]> {
    const read = (expected: readonly Expected[]) => readTasks(this.#access, expected, 'pre-read')
    const found = await preRead(tasks, { ...this.#ports, read })
    return tasks.flatMap((task): readonly Started[] => {
      const seen = found.get(task.id)
      if (seen?.kind === 'denied') return [{ kind: 'ended', task, problem: problemOf(seen.fault) }]
      this.#before.set(task.id, { ...NOTHING_KNOWN, ...seen })
      return []
    })
  }

  async read(tasks: readonly Task[]): Promise<readonly Reading[]> {
    const expected = tasks.map(task => ({ task, precheckId: this.#beforeOf(task).startId }))
    const sightings = await readTasks(this.#access, expected, 'poll')
    return tasks.map((task, index) => {
      const before = this.#beforeOf(task)
      const sighting = sightings[index] ?? { kind: 'missing', strangers: false }
      if (sighting.kind === 'entry') this.#before.set(task.id, beforeAfter(before, sighting))
      return readingOf(task, before, sighting, this.#options.settleMs)
    })
  }

  #beforeOf(task: Task): Before {
    return this.#before.get(task.id) ?? NOTHING_KNOWN
  }
}

/** What another task's entry says is no measure for this one. */
function beforeAfter(before: Before, { entry, identity }: Identified): Before {
  if (identity.kind === 'other-task') return before
  const highest = Math.max(before.highest, percentOf(entry.process) ?? -1)
  if (before.start !== 'unconfirmed' || !isFinished(entry)) return { ...before, highest }
  return { ...before, highest, unclaimed: itemsOf(entry) }
}
