import * as z from 'zod'
import type { Connection } from '../../../src/cloud/connection.ts'
import { errorInJson } from '../../../src/cloud/error-body.ts'
import { ApiFault } from '../../../src/cloud/fault.ts'
import { urlBelow } from '../../../src/cloud/url.ts'
import type { CheckItem, Mode, Task } from '../../../src/precheck/model.ts'
import { told } from '../../../src/precheck/sentence.ts'
import type { Reading, Started } from '../../../src/precheck/service.ts'
import type { ServicePorts } from '../../../src/services/definition.ts'
import { readingOfFault } from '../../../src/services/faults.ts'
import { numbered } from '../../../src/services/item-ids.ts'
import { OneTaskACall } from '../../../src/services/start.ts'
import { FERRY_ERRORS } from './errors.ts'

/** The wire of the ferry, like no other: a crossing is asked for by its name, and its log is read. With mode query, `job-ids` are crossings. */

const crossing = z.object({ crossing: z.string() })
const log = z.object({
  arrived: z.boolean(),
  seen: z.array(z.object({ what: z.string(), well: z.boolean(), because: z.string().nullable() })),
})
type Seen = z.infer<typeof log>['seen'][number]

const COMMON = { errorIn: errorInJson, errors: FERRY_ERRORS }

export class FerryService extends OneTaskACall {
  readonly #endpoint: URL
  readonly #mode: Mode
  readonly #connection: Connection
  readonly #crossings = new Map<string, string>()

  constructor(endpoint: URL, mode: Mode, { connection }: ServicePorts) {
    super()
    this.#endpoint = endpoint
    this.#mode = mode
    this.#connection = connection
  }

  protected async startOne(task: Task): Promise<Started> {
    const found = this.#mode === 'query' ? task.id : await this.#send(task)
    this.#crossings.set(task.id, found)
    return { kind: 'started', task, precheckId: found, boundById: true }
  }

  async #send({ id }: Task): Promise<string> {
    const call = {
      operation: 'start',
      method: 'POST',
      doing: told(`send ${id} across`, `送 ${id} 过河`),
    } as const
    const url = urlBelow(this.#endpoint, `/crossings/${id}`)
    return (await this.#connection.call({ ...COMMON, ...call, url, schema: crossing })).value.crossing
  }

  protected async readOne(task: Task): Promise<Reading> {
    const precheckId = this.#crossings.get(task.id) ?? ''
    const call = {
      operation: 'read',
      method: 'GET',
      doing: told(`read the log of ${task.id}`, `读取 ${task.id} 的日志`),
    } as const
    const url = urlBelow(this.#endpoint, `/logs/${precheckId}`)
    try {
      const { value } = await this.#connection.call({ ...COMMON, ...call, url, schema: log, isPoll: true })
      const picture = {
        precheckId,
        progress: value.arrived ? 100 : 50,
        overall: 'none',
        items: itemsOf(value.seen),
      } as const
      const facts = { picture, finished: value.arrived, identity: { kind: 'own' }, evidence: 'none' } as const
      return { kind: 'answer', task, facts: { ...facts, unreadable: null, standing: null } }
    } catch (error) {
      if (error instanceof ApiFault) return readingOfFault(task, error, null)
      throw error
    }
  }
}

function itemsOf(seen: readonly Seen[]): readonly CheckItem[] {
  const ids = numbered(seen.map(one => ({ id: one.what, content: one })))
  const nothing = { group: null, detail: null, suggestion: null, skippable: null, skipConsequence: null }
  return seen.map(({ what, well, because }, index) => ({
    ...{ id: ids[index] ?? what, baseId: what, topic: what, name: null, ...nothing, subJobs: [] },
    ...{ status: well ? 'passed' : 'failed', rawStatus: String(well), reason: because, blackObjects: null },
  }))
}
