import { problemOf } from '../../cloud/fault.ts'
import type { Mode, Task } from '../../precheck/model.ts'
import type { PrecheckService, Reading, Started } from '../../precheck/service.ts'
import type { ServicePorts } from '../definition.ts'
import { overtaken, startedOfFault } from '../start.ts'
import { percentOf } from '../wire.ts'
import { type DrsAccess, precheckOf } from './access.ts'
import { readTasks, type StartSighting, startTasks, TASKS_PER_CALL } from './api.ts'
import { type Before, itemsOf } from './evidence.ts'
import { isFinished } from './items.ts'
import { preRead } from './pre-read.ts'
import { readingOf } from './reading.ts'
import type { Expected, Identified, Sighting } from './sightings.ts'

const NOTHING_KNOWN: Before = {
  earlier: { kind: 'unclear' },
  highest: -1,
  startId: null,
  unclaimed: null,
  start: 'none',
}

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
    if (this.#ports.deadline.signal.aborted) return [...denied, ...willing.map(notSent)]
    const sightings = willing.length === 0 ? [] : await startTasks(this.#access, willing)
    return [...denied, ...willing.map((task, index) => this.#startedOf(task, sightings[index]))]
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

  #startedOf(task: Task, sighting: StartSighting | undefined): Started {
    if (sighting === undefined) return notSent(task)
    const started: Started =
      sighting.kind === 'started'
        ? { kind: 'started', task, precheckId: sighting.precheckId, boundById: false }
        : startedOfFault(task, sighting.fault, sighting.kind === 'silent' ? sighting.precheckId : null)
    const before = this.#beforeOf(task)
    switch (started.kind) {
      case 'started':
      case 'unconfirmed': {
        const startId = started.precheckId ?? before.startId
        const start = before.start === 'confirmed' || started.kind === 'started' ? 'confirmed' : 'unconfirmed'
        this.#before.set(task.id, { ...before, startId, start })
        return started
      }
      case 'not-started':
        // While it is put off another run can end, so what was read before says nothing about the next try.
        if (before.start === 'none') this.#before.delete(task.id)
        return started
      case 'ended':
        return started
    }
  }

  async read(tasks: readonly Task[]): Promise<readonly Reading[]> {
    const expected = tasks.map(task => ({ task, precheckId: this.#beforeOf(task).startId }))
    const sightings = await readTasks(this.#access, expected, 'poll')
    return tasks.map((task, index) => this.#reading(task, sightings[index]))
  }

  #reading(task: Task, sighting: Sighting = { kind: 'missing', strangers: false }): Reading {
    const before = this.#beforeOf(task)
    if (sighting.kind === 'entry') this.#before.set(task.id, beforeAfter(before, sighting))
    return readingOf(task, before, sighting, this.#options.settleMs)
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

function notSent(task: Task): Started {
  return overtaken(task, precheckOf(task))
}
