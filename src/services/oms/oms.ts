import { ApiFault } from '../../cloud/fault.ts'
import type { Problem, Task } from '../../precheck/model.ts'
import type { PrecheckService, Reading, Started } from '../../precheck/service.ts'
import type { ServicePorts } from '../definition.ts'
import { stateOfFault } from '../faults.ts'
import { type SingleStart, type StartState, singleStart } from '../single-start.ts'
import { notStartedOrLost, stillStarting } from '../start.ts'
import { type OmsAccess, readPrecheck, submitPrecheck } from './api.ts'
import type { UnknownRun } from './ending.ts'
import { askHealth } from './health.ts'
import { withIdAdvice } from './ids.ts'
import { readingOf } from './reading.ts'

/** What to pre-check: projects to submit, each with its body, or pre-checks that were submitted elsewhere. */
export type OmsRequest =
  | { readonly mode: 'run'; readonly bodyOf: (task: Task) => Readonly<Record<string, unknown>> }
  | { readonly mode: 'query' }

/** What is kept of a task between calls. */
interface Known {
  readonly precheckId: string
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
    if (request.mode === 'query') return this.#started(task, task.id)
    const submit = () => submitPrecheck(this.#access, task.id, request.bodyOf(task))
    const start = singleStart(task, submit, this.#ports)
    return this.#startedOf(task, start, await start.begin())
  }

  async #startedOf(task: Task, start: SingleStart<string>, state: StartState<string>): Promise<Started> {
    switch (state.kind) {
      case 'starting':
        return stillStarting(task, state, async () => this.#startedOf(task, start, await start.again()))
      case 'ended':
        return { kind: 'ended', task, problem: await this.#notStarted(task, state) }
      case 'started':
        return this.#started(task, state.value)
    }
  }

  #started(task: Task, precheckId: string): Started {
    this.#known.set(task.id, { precheckId, unknown: null })
    return { kind: 'started', task, precheckId }
  }

  async #read(task: Task): Promise<Reading> {
    const known = this.#known.get(task.id)
    if (known === undefined) throw new Error(`The OMS task ${task.id} is read before it is started`)
    const { precheckId, unknown } = known
    try {
      const run = await readPrecheck(this.#access, task.id, precheckId)
      const seen = readingOf(
        { task, precheckId, mode: this.#request.mode },
        run,
        unknown,
        this.#ports.clock.now(),
      )
      this.#known.set(task.id, { precheckId, unknown: seen.unknown })
      return seen.reading
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error
      const isLast = stateOfFault(error).kind === 'ended'
      return { task, picture: null, state: stateOfFault(isLast ? await this.#advised(task, error) : error) }
    }
  }

  async #notStarted(task: Task, { fault }: Extract<StartState<string>, { kind: 'ended' }>): Promise<Problem> {
    const advised = fault === null ? null : await this.#advised(task, fault)
    return notStartedOrLost(`the OMS pre-check of ${task.id}`, advised)
  }

  /** Adds what is known here of why a task cannot be checked, besides what the answer said. */
  async #advised(task: Task, fault: ApiFault): Promise<ApiFault> {
    const explained = await this.#explained(fault)
    const request = this.#request
    // A task can have its name from the request instead, which may begin with anything.
    const isKnownById = request.mode === 'query' || request.bodyOf(task)['projectId'] === task.id
    return isKnownById ? withIdAdvice(explained, task.id, request.mode) : explained
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
