import { ApiFault } from '../../cloud/fault.ts'
import type { Task } from '../../precheck/model.ts'
import { inRow } from '../../precheck/sentence.ts'
import type { Reading, Started } from '../../precheck/service.ts'
import type { ServicePorts } from '../definition.ts'
import { isAgain, readingOfFault } from '../faults.ts'
import { OneTaskACall, startedOfFaultWithoutId } from '../start.ts'
import { textOf } from '../text.ts'
import { type OmsAccess, readPrecheck, submitPrecheck } from './api.ts'
import type { UnknownRun } from './ending.ts'
import { askHealth, findingOf, type Health, healthPage } from './health.ts'
import { withIdAdvice } from './ids.ts'
import { besideOf, readingOf } from './reading.ts'
import { runAmid } from './run.ts'

/** What to submit for a task; null where pre-checks are read that were submitted elsewhere. */
export type BodyOf = ((task: Task) => Readonly<Record<string, unknown>>) | null

/** OceanBase OMS behind the port, both editions. */
export class OmsService extends OneTaskACall {
  readonly #access: OmsAccess
  readonly #bodyOf: BodyOf
  readonly #ports: ServicePorts
  readonly #explained: (fault: ApiFault) => Promise<ApiFault>
  /** What is kept of each task between calls. */
  readonly #known = new Map<string, { precheckId: string; unknown: UnknownRun | null }>()

  constructor(access: OmsAccess, bodyOf: BodyOf, ports: ServicePorts) {
    super()
    this.#access = access
    this.#bodyOf = bodyOf
    this.#ports = ports
    this.#explained = explainer(access, ports)
  }

  protected async startOne(task: Task): Promise<Started> {
    const body = this.#bodyOf?.(task)
    const precheckId = body === undefined ? task.id : await this.#submit(task, body)
    this.#known.set(task.id, { precheckId, unknown: null })
    return { kind: 'started', task, precheckId, boundById: true }
  }

  async #submit(task: Task, body: Readonly<Record<string, unknown>>): Promise<string> {
    try {
      return await submitPrecheck(this.#access, task.id, body)
    } catch (fault) {
      if (!(fault instanceof ApiFault)) throw fault
      const isEnd = startedOfFaultWithoutId(task, fault).kind === 'ended'
      throw isEnd ? await this.#advised(task, fault) : fault
    }
  }

  protected async readOne(task: Task): Promise<Reading> {
    const known = this.#known.get(task.id)
    if (known === undefined) throw new Error(`The OMS task ${task.id} is read before it is started`)
    const { precheckId, unknown } = known
    const { clock, runIds } = this.#ports
    const subject = { task, precheckId, projectId: this.#projectIdOf(task) }
    try {
      const run = await readPrecheck(this.#access, task.id, precheckId)
      const seen = readingOf(subject, run, runIds, unknown, clock.now())
      this.#known.set(task.id, { precheckId, unknown: seen.unknown })
      return seen.reading
    } catch (fault) {
      if (!(fault instanceof ApiFault)) throw fault
      const told = isAgain(fault) ? fault : await this.#advised(task, fault)
      // Items that its answer holds all the same were reported.
      return readingOfFault(task, told, besideOf(subject, runAmid(fault.body), runIds))
    }
  }

  #projectIdOf(task: Task): string | null {
    return textOf(this.#bodyOf?.(task)['projectId'])
  }

  /** Adds what is known here of why a task cannot be checked, besides what the answer said. */
  async #advised(task: Task, fault: ApiFault): Promise<ApiFault> {
    const explained = await this.#explained(fault)
    const mode = this.#bodyOf === null ? 'query' : 'run'
    // A task can have its name from the request instead, which may begin with anything.
    const isKnownById = mode === 'query' || this.#projectIdOf(task) === task.id
    return isKnownById ? withIdAdvice(explained, task.id, mode) : explained
  }
}

/** Adds what the health page says to faults that end a task; it is asked once a target. What OMS itself answered needs no explanation. */
function explainer({ endpoint }: OmsAccess, ports: ServicePorts): (fault: ApiFault) => Promise<ApiFault> {
  const url = healthPage(endpoint)
  let asked: Promise<Health | null> | null = null
  return async fault => {
    // A proxy and TLS stand before every page of the host, this one too.
    const isBeforeHost = fault.layer === 'proxy' || fault.layer === 'TLS'
    if (fault.understood || isBeforeHost || ports.deadline.signal.aborted) return fault
    asked ??= askHealth(url, ports)
    const found = await asked
    return found === null ? fault : fault.with({ what: inRow(fault.what, findingOf(url, found)) })
  }
}
