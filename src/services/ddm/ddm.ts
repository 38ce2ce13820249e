import { ApiFault } from '../../cloud/fault.ts'
import type { CheckItem, Task } from '../../precheck/model.ts'
import type { Picture, PrecheckService, Reading, ReadingState, Started } from '../../precheck/service.ts'
import { canonicalUnordered } from '../canonical.ts'
import type { ServicePorts } from '../definition.ts'
import { stateOfFault } from '../faults.ts'
import { type SingleStart, type StartState, singleStart } from '../single-start.ts'
import { notStartedOrLost, stillStarting } from '../start.ts'
import { type DdmAccess, type DdmStart, precheckOf, readPrecheck, startPrecheck } from './api.ts'
import { itemsOf, namesNews } from './items.ts'
import { type Row, rowAfter, worthOf } from './settle.ts'
import type { DdmEntry } from './wire.ts'

/** What to pre-check: a new run with this start body, or one that was started elsewhere. */
export type DdmRun =
  | { readonly mode: 'run'; readonly request: Readonly<Record<string, unknown>> }
  | { readonly mode: 'query'; readonly jobId: string }

/** Huawei Cloud DDM behind the port: one schema, items of start and result merged, an end that has to be waited out. */
export function ddmService(
  access: DdmAccess,
  run: DdmRun,
  settleMs: number,
  ports: ServicePorts,
): PrecheckService {
  return new DdmService(access, run, settleMs, ports)
}

class DdmService implements PrecheckService {
  readonly batchSize = 1
  readonly #access: DdmAccess
  readonly #run: DdmRun
  readonly #settleMs: number
  readonly #ports: ServicePorts
  /** A target is one schema; null until it is started. */
  #start: DdmStart | null = null
  #entries: readonly DdmEntry[] = []
  #row: Row | null = null

  constructor(access: DdmAccess, run: DdmRun, settleMs: number, ports: ServicePorts) {
    this.#access = access
    this.#run = run
    this.#settleMs = settleMs
    this.#ports = ports
  }

  async start(tasks: readonly Task[]): Promise<readonly Started[]> {
    return Promise.all(tasks.map(task => this.#begin(task)))
  }

  async read(tasks: readonly Task[]): Promise<readonly Reading[]> {
    return Promise.all(tasks.map(task => this.#read(task)))
  }

  async #begin(task: Task): Promise<Started> {
    const run = this.#run
    if (run.mode === 'query') {
      this.#ports.notice('notice', withoutStartItems(this.#access, run.jobId))
      return this.#started(task, { jobId: run.jobId, entries: null })
    }
    const start = singleStart(task, () => startPrecheck(this.#access, run.request), this.#ports)
    return this.#startedOf(task, start, await start.begin())
  }

  #startedOf(task: Task, start: SingleStart<DdmStart>, state: StartState<DdmStart>): Started {
    switch (state.kind) {
      case 'starting':
        return stillStarting(task, state, async () => this.#startedOf(task, start, await start.again()))
      case 'ended': {
        const problem = notStartedOrLost(precheckOf(this.#access), state.fault)
        return { kind: 'ended', task, problem }
      }
      case 'started':
        return this.#started(task, state.value)
    }
  }

  #started(task: Task, start: DdmStart): Started {
    this.#start = start
    return { kind: 'started', task, precheckId: start.jobId, picture: this.#picture(start) }
  }

  async #read(task: Task): Promise<Reading> {
    const start = this.#start
    if (start === null) throw new Error(`${precheckOf(this.#access)} is read before it is started`)
    try {
      this.#entries = await readPrecheck(this.#access, start.jobId)
    } catch (error) {
      if (!(error instanceof ApiFault)) throw error
      // What the start answer held is known whether or not the rest can be read.
      return { task, picture: this.#picture(start), state: stateOfFault(error) }
    }
    this.#row = rowAfter(this.#row, canonicalUnordered(this.#entries), this.#ports.clock.now())
    const picture = this.#picture(start)
    return { task, picture, state: this.#state(start, this.#row, picture.items) }
  }

  #state(start: DdmStart, row: Row, items: readonly CheckItem[]): ReadingState {
    const looksFinished = this.#entries.length > 0 && items.every(item => item.status !== 'pending')
    if (!looksFinished) return { kind: 'running', settling: false }
    const { clock, deadline, notice } = this.#ports
    const withoutNews = start.entries !== null && !namesNews(start.entries, this.#entries)
    const patience = { settleMs: this.#settleMs, withoutNews, deadlineAt: deadline.at }
    const worth = worthOf(row, patience, clock.now())
    if (worth === 'wait') return { kind: 'running', settling: true }
    if (start.entries === null) return { kind: 'finished', freshness: 'as-found' }
    if (worth === 'settled') return { kind: 'finished', freshness: 'new' }
    notice('warning', assumedWhole(this.#access))
    return { kind: 'finished', freshness: 'assumed' }
  }

  /** DDM gives neither progress nor an overall result. */
  #picture({ jobId, entries }: DdmStart): Picture {
    return {
      precheckId: jobId,
      progress: null,
      overall: 'none',
      items: itemsOf(entries ?? [], this.#entries),
    }
  }
}

function withoutStartItems(access: DdmAccess, jobId: string): string {
  return `The result of ${precheckOf(access)} (job ${jobId}) is read with mode query: items that only the answer to its start held (such as the binlog checks) may be missing from it.`
}

function assumedWhole(access: DdmAccess): string {
  return `The result of ${precheckOf(access)} is assumed to be whole: it names no item beyond those of the start answer, DDM gives no mark of the end, and it has stood unchanged for long.`
}
