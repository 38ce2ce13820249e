import { ApiFault } from '../../cloud/fault.ts'
import type { Task } from '../../precheck/model.ts'
import { inEach, type Sentence, told } from '../../precheck/sentence.ts'
import type { Identity, Picture, Reading, RunFacts, Started } from '../../precheck/service.ts'
import type { ServicePorts } from '../definition.ts'
import { readingOfFault } from '../faults.ts'
import { OneTaskACall } from '../start.ts'
import { textOf } from '../text.ts'
import { type DdmAccess, type DdmStart, precheckOf, readPrecheck, resultAmid, startPrecheck } from './api.ts'
import { itemsOf } from './items.ts'
import { standingOf } from './standing.ts'
import type { DdmEntry, DdmResult } from './wire.ts'

/** What to pre-check: a new run with this start body, or one that was started elsewhere. */
export type DdmRun =
  | { readonly mode: 'run'; readonly request: Readonly<Record<string, unknown>> }
  | { readonly mode: 'query'; readonly jobId: string }

/** Huawei Cloud DDM behind the port: one schema, items of start and result merged, an end that has to be waited out. */
export class DdmService extends OneTaskACall {
  readonly #access: DdmAccess
  readonly #run: DdmRun
  readonly #settleMs: number
  readonly #ports: ServicePorts
  /** A target is one schema; null until it is started. */
  #start: DdmStart | null = null
  #entries: readonly DdmEntry[] = []

  constructor(access: DdmAccess, run: DdmRun, settleMs: number, ports: ServicePorts) {
    super()
    this.#access = access
    this.#run = run
    this.#settleMs = settleMs
    this.#ports = ports
  }

  protected async startOne(task: Task): Promise<Started> {
    const run = this.#run
    if (run.mode === 'query') this.#ports.notice('notice', withoutStartItems(this.#access, run.jobId))
    const start =
      run.mode === 'query'
        ? { jobId: run.jobId, entries: null }
        : await startPrecheck(this.#access, run.request)
    this.#start = start
    return { kind: 'started', task, precheckId: start.jobId, boundById: true, picture: this.#picture(start) }
  }

  protected async readOne(task: Task): Promise<Reading> {
    const start = this.#start
    if (start === null)
      throw new Error(`${precheckOf(this.#access).in('en-us')} is read before it is started`)
    try {
      const result = await readPrecheck(this.#access, start.jobId)
      return { kind: 'answer', task, facts: this.#facts(task, start, result) }
    } catch (fault) {
      if (!(fault instanceof ApiFault)) throw fault
      const amid = resultAmid(fault)
      // What the start answer held is known whether or not the rest can be read.
      if (amid !== null && amid.pre_check_results.length > 0) this.#note(task, start, amid)
      return readingOfFault(task, fault, { picture: this.#picture(start), isFirst: false })
    }
  }

  /** Keeps what an answer reports, unless it is another task's. Returns whose it is. */
  #note(task: Task, start: DdmStart, { job_id: jobId, pre_check_results: entries }: DdmResult): Identity {
    const identity = this.#ports.runIds.identityOf(task.id, [start.jobId], textOf(jobId))
    if (identity.kind !== 'other-task') this.#entries = entries
    return identity
  }

  #facts(task: Task, start: DdmStart, result: DdmResult): RunFacts {
    const entries = result.pre_check_results
    const identity = this.#note(task, start, result)
    const picture = this.#picture(start)
    const finished = entries.length > 0 && picture.items.every(item => item.status !== 'pending')
    const patience = { settleMs: this.#settleMs, deadlineAt: this.#ports.deadline.at }
    const standing = standingOf(start.entries, entries, patience)
    return { picture, finished, identity, evidence: 'none', unreadable: null, standing }
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

function withoutStartItems(access: DdmAccess, jobId: string): Sentence {
  return inEach(in_ =>
    told(
      `The result of ${in_(precheckOf(access))} (job ${jobId}) is read with mode query: items that only the answer to its start held (such as the binlog checks) may be missing from it.`,
      `${in_(precheckOf(access)).trim()}的结果（作业 ${jobId}）是用 mode query 读取的：只出现在启动应答中的检查项（例如 binlog 检查）可能不在其中。`,
    ),
  )
}
