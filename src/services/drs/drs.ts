import { type ApiFault, problemOf } from '../../cloud/fault.ts'
import type { Problem, Task } from '../../precheck/model.ts'
import type { PrecheckService, Reading, Started } from '../../precheck/service.ts'
import type { ServicePorts } from '../definition.ts'
import { mayHaveStarted, notStarted, Starts, stillStarting } from '../start.ts'
import { type DrsAccess, readTasks, type StartSighting, startTasks, TASKS_PER_CALL } from './api.ts'
import { type Earlier, evidenceAfterStart, observe } from './freshness.ts'
import { preRead } from './pre-read.ts'
import { type Readable, readingOf, running } from './reading.ts'
import type { Sighting } from './sightings.ts'

/** What the service keeps of a task between calls. */
type Known =
  | ({ readonly kind: 'readable' } & Readable)
  /** Not started yet; the start is sent again while the other tasks of its batch are read. */
  | { readonly kind: 'starting'; readonly fault: ApiFault; readonly nextTryAt: number }
  | { readonly kind: 'ended'; readonly problem: Problem }

export interface DrsOptions {
  readonly mode: 'run' | 'query'
  readonly settleMs: number
}

/** Huawei Cloud DRS behind the port: batches of ten, old results told from new ones. */
export function drsService(access: DrsAccess, options: DrsOptions, ports: ServicePorts): PrecheckService {
  return new DrsService(access, options, ports)
}

class DrsService implements PrecheckService {
  readonly batchSize = TASKS_PER_CALL
  readonly #access: DrsAccess
  readonly #options: DrsOptions
  readonly #ports: ServicePorts
  readonly #known = new Map<string, Known>()

  constructor(access: DrsAccess, options: DrsOptions, ports: ServicePorts) {
    this.#access = access
    this.#options = options
    this.#ports = ports
  }

  async start(tasks: readonly Task[]): Promise<readonly Started[]> {
    if (this.#options.mode === 'query') {
      for (const task of tasks)
        this.#known.set(task.id, { kind: 'readable', precheckId: null, evidence: null })
      return tasks.map(task => ({ kind: 'started', task, precheckId: task.id }))
    }
    const earlier = await this.#preRead(tasks)
    const starts = new Starts([...earlier.keys()], {
      ...this.#ports,
      send: batch => startTasks(this.#access, batch),
      note: (task, sighting, nextTryAt) =>
        this.#noteStart(task, earlier.get(task) ?? { kind: 'unreadable' }, sighting, nextTryAt),
    })
    if (!this.#ports.deadline.signal.aborted) await starts.attempt()
    return tasks.map(task => this.#started(task, starts))
  }

  async read(tasks: readonly Task[]): Promise<readonly Reading[]> {
    const expected = tasks.flatMap(task => {
      const known = this.#known.get(task.id)
      return known?.kind === 'readable' ? [{ task, precheckId: known.precheckId }] : []
    })
    const sightings = expected.length === 0 ? [] : await readTasks(this.#access, expected, 'poll')
    const seen = new Map(expected.map(({ task }, index) => [task, sightings[index]]))
    return tasks.map(task => this.#reading(task, seen.get(task)))
  }

  /** Returns what each task's earlier result is; those whose credential was turned away have ended instead. */
  async #preRead(tasks: readonly Task[]): Promise<ReadonlyMap<Task, Earlier>> {
    const read = (expected: Parameters<typeof readTasks>[1]) => readTasks(this.#access, expected, 'pre-read')
    const before = await preRead(tasks, { ...this.#ports, read })
    const earlier = new Map<Task, Earlier>()
    for (const task of tasks) {
      const seen = before.get(task.id)
      if (seen?.kind === 'denied') {
        this.#known.set(task.id, { kind: 'ended', problem: problemOf(seen.fault) })
      } else {
        earlier.set(task, seen?.earlier ?? { kind: 'unreadable' })
      }
    }
    return earlier
  }

  #noteStart(task: Task, earlier: Earlier, sighting: StartSighting, nextTryAt: number | null): void {
    const fault = sighting.kind === 'fault' ? sighting.fault : null
    if (fault !== null && nextTryAt !== null) {
      this.#known.set(task.id, { kind: 'starting', fault, nextTryAt })
    } else if (fault !== null && !mayHaveStarted(fault)) {
      this.#known.set(task.id, { kind: 'ended', problem: problemOf(fault) })
    } else {
      const precheckId = sighting.kind === 'started' ? sighting.precheckId : null
      const evidence = evidenceAfterStart(earlier, fault === null, this.#ports.clock.now())
      this.#known.set(task.id, { kind: 'readable', precheckId, evidence })
    }
  }

  #started(task: Task, starts: Starts<StartSighting>): Started {
    const known = this.#known.get(task.id)
    if (known === undefined)
      return { kind: 'ended', task, problem: notStarted(`the DRS pre-check of task ${task.id}`, null) }
    if (known.kind === 'ended') return { kind: 'ended', task, problem: known.problem }
    if (known.kind === 'readable') return { kind: 'started', task, precheckId: known.precheckId }
    return stillStarting(task, known, async () => {
      await starts.again()
      return this.#started(task, starts)
    })
  }

  #reading(task: Task, sighting: Sighting | undefined): Reading {
    const known = this.#known.get(task.id)
    if (known?.kind !== 'readable' || sighting === undefined) return running(task, null, false)
    const { clock, notice } = this.#ports
    const now = clock.now()
    // A missing entry or an error is no evidence, and it breaks the row of polls that showed the same.
    const entry = sighting.kind === 'entry' ? sighting.entry : null
    const seen = { ...known, evidence: known.evidence && observe(known.evidence, entry, now) }
    this.#known.set(task.id, seen)
    const reading = readingOf(task, seen, sighting, this.#options.settleMs, now)
    const { state } = reading
    if (state.kind === 'finished' && state.freshness === 'assumed') notice('warning', assumed(task))
    return reading
  }
}

function assumed(task: Task): string {
  return `The result of DRS task ${task.id} is assumed to be new: DRS gives results no time and no run id, and this one has stood unchanged since the start.`
}
