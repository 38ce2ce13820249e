import { ApiFault } from '../../cloud/fault.ts'
import type { Task } from '../../precheck/model.ts'
import { inRow, told } from '../../precheck/sentence.ts'
import type { PrecheckService, Reading, Started } from '../../precheck/service.ts'
import type { ServicePorts } from '../definition.ts'
import { isAgain, readingOfFault } from '../faults.ts'
import { overtaken, startedOfFaultWithoutId } from '../start.ts'
import { textOf } from '../text.ts'
import { type OmsAccess, readPrecheck, submitPrecheck } from './api.ts'
import type { UnknownRun } from './ending.ts'
import { askHealth, findingOf, type Health, healthPage } from './health.ts'
import { withIdAdvice } from './ids.ts'
import { besideOf, readingOf } from './reading.ts'
import { runAmid } from './run.ts'

/** What to pre-check: projects to submit, each with its body, or pre-checks that were submitted elsewhere. */
export type OmsRequest =
  | { readonly mode: 'run'; readonly bodyOf: (task: Task) => Readonly<Record<string, unknown>> }
  | { readonly mode: 'query' }

/** OceanBase OMS behind the port, both editions: one task a call. */
export class OmsService implements PrecheckService {
  readonly batchSize = 1
  readonly #access: OmsAccess
  readonly #request: OmsRequest
  readonly #ports: ServicePorts
  readonly #explained: (fault: ApiFault) => Promise<ApiFault>
  /** What is kept of each task between calls. */
  readonly #known = new Map<string, { precheckId: string; unknown: UnknownRun | null }>()

  constructor(access: OmsAccess, request: OmsRequest, ports: ServicePorts) {
    this.#access = access
    this.#request = request
    this.#ports = ports
    this.#explained = explainer(access, ports)
  }

  async start(tasks: readonly Task[]): Promise<readonly Started[]> {
    return Promise.all(tasks.map(task => this.#begin(task)))
  }

  async read(tasks: readonly Task[]): Promise<readonly Reading[]> {
    return Promise.all(tasks.map(task => this.#read(task)))
  }

  async #begin(task: Task): Promise<Started> {
    const request = this.#request
    if (request.mode === 'query') return this.#started(task, task.id)
    if (this.#ports.deadline.signal.aborted)
      return overtaken(task, told(`the OMS pre-check of ${task.id}`, ` ${task.id} 的 OMS 预检查`))
    try {
      return this.#started(task, await submitPrecheck(this.#access, task.id, request.bodyOf(task)))
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error
      const started = startedOfFaultWithoutId(task, error)
      return started.kind === 'ended'
        ? startedOfFaultWithoutId(task, await this.#advised(task, error))
        : started
    }
  }

  #started(task: Task, precheckId: string): Started {
    this.#known.set(task.id, { precheckId, unknown: null })
    return { kind: 'started', task, precheckId, boundById: true }
  }

  async #read(task: Task): Promise<Reading> {
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
    return this.#request.mode === 'query' ? null : textOf(this.#request.bodyOf(task)['projectId'])
  }

  /** Adds what is known here of why a task cannot be checked, besides what the answer said. */
  async #advised(task: Task, fault: ApiFault): Promise<ApiFault> {
    const explained = await this.#explained(fault)
    const { mode } = this.#request
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
