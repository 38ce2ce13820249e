import { ApiFault } from '../../cloud/fault.ts'
import type { Problem, Task } from '../../precheck/model.ts'
import type { PrecheckService, Reading, Started } from '../../precheck/service.ts'
import type { ServicePorts } from '../definition.ts'
import { stateOfFault } from '../faults.ts'
import { type SingleStart, type StartState, singleStart, startedElsewhere } from '../single-start.ts'
import { notStartedOrLost } from '../start.ts'
import { type OmsAccess, readPrecheck, submitPrecheck } from './api.ts'
import type { UnknownRun } from './ending.ts'
import { askHealth } from './health.ts'
import { readingOf } from './reading.ts'

/** What to pre-check: projects to submit, each with its body, or pre-checks that were submitted elsewhere. */
export type OmsRequest =
  | { readonly mode: 'run'; readonly bodyOf: (task: Task) => Readonly<Record<string, unknown>> }
  | { readonly mode: 'query' }

/** What is kept of a task between calls. */
interface Known {
  /** Ends in the pre-check id. */
  readonly start: SingleStart<string>
  readonly unknown: UnknownRun | null
}

/** OceanBase OMS behind the port, both editions: one task a call. */
export function omsService(access: OmsAccess, request: OmsRequest, ports: ServicePorts): PrecheckService {
  return new OmsService(access, request, ports)
}

class OmsService implements PrecheckService {
  readonly batchSize = 1
  readonly #access: OmsAccess
  readonly #request: OmsRequest
  readonly #ports: ServicePorts
  readonly #explained: Explained
  readonly #known = new Map<string, Known>()

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
    const start =
      request.mode === 'query'
        ? startedElsewhere(task.id)
        : singleStart(task, () => submitPrecheck(this.#access, task.id, request.bodyOf(task)), this.#ports)
    this.#known.set(task.id, { start, unknown: null })
    const state = await start.begin()
    if (state.kind === 'ended') return { kind: 'ended', task, problem: await this.#notStarted(task, state) }
    return { kind: 'started', task, precheckId: state.kind === 'started' ? state.value : null }
  }

  async #read(task: Task): Promise<Reading> {
    const known = this.#known.get(task.id)
    if (known === undefined) throw new Error(`The OMS task ${task.id} is read before it is started`)
    const state = known.start.state()
    switch (state.kind) {
      case 'starting':
        return { task, picture: null, state: stateOfFault(state.fault, state.nextTryAt) }
      case 'ended': {
        const problem = await this.#notStarted(task, state)
        return { task, picture: null, state: { kind: 'ended', problem } }
      }
      case 'started':
        return this.#readStarted(task, state.value, known)
    }
  }

  async #readStarted(task: Task, precheckId: string, { start, unknown }: Known): Promise<Reading> {
    try {
      const run = await readPrecheck(this.#access, task.id, precheckId)
      const seen = readingOf(
        { task, precheckId, mode: this.#request.mode },
        run,
        unknown,
        this.#ports.clock.now(),
      )
      this.#known.set(task.id, { start, unknown: seen.unknown })
      return seen.reading
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error
      const isLast = stateOfFault(error).kind === 'ended'
      return { task, picture: null, state: stateOfFault(isLast ? await this.#explained(error) : error) }
    }
  }

  async #notStarted(task: Task, { fault }: Extract<StartState<string>, { kind: 'ended' }>): Promise<Problem> {
    const explained = fault === null ? null : await this.#explained(fault)
    return notStartedOrLost(`the OMS pre-check of ${task.id}`, explained)
  }
}

type Explained = (fault: ApiFault) => Promise<ApiFault>

/** Adds what the health page says to faults that end a task; it is asked once a target. What OMS itself answered needs no explanation. */
function explainer({ endpoint }: OmsAccess, { deadline, countRequest, transport }: ServicePorts): Explained {
  let finding: Promise<string | null> | null = null
  return async fault => {
    if (fault.understood || deadline.signal.aborted) return fault
    finding ??= askHealth(endpoint, deadline.signal, countRequest, transport)
    const text = await finding
    return text === null ? fault : fault.with({ message: `${fault.message} ${text}` })
  }
}
