import * as z from 'zod'
import { errorInJson } from '../../../src/cloud/error-body.ts'
import { ApiFault } from '../../../src/cloud/fault.ts'
import { urlBelow } from '../../../src/cloud/url.ts'
import type { CheckItem, Mode, Task } from '../../../src/precheck/model.ts'
import { told } from '../../../src/precheck/sentence.ts'
import type { PrecheckService, Reading, Started } from '../../../src/precheck/service.ts'
import type { ServicePorts } from '../../../src/services/definition.ts'
import { readingOfFault } from '../../../src/services/faults.ts'
import { numbered } from '../../../src/services/item-ids.ts'
import { startedOfFaultWithoutId } from '../../../src/services/start.ts'
import { FERRY_ERRORS } from './errors.ts'

/** The wire of the ferry, like no other: a crossing is asked for by its name, and its log is read. With mode query, `job-ids` are crossings. */

const crossing = z.object({ crossing: z.string() })
const log = z.object({
  arrived: z.boolean(),
  seen: z.array(z.object({ what: z.string(), well: z.boolean(), because: z.string().nullable() })),
})
type Seen = z.infer<typeof log>['seen'][number]

export function ferryService(endpoint: URL, mode: Mode, { connection }: ServicePorts): PrecheckService {
  const crossings = new Map<string, string>()
  const common = { errorIn: errorInJson, errors: FERRY_ERRORS }

  function begun(task: Task, crossing: string): Started {
    crossings.set(task.id, crossing)
    return { kind: 'started', task, precheckId: crossing, boundById: true }
  }

  async function start(task: Task): Promise<Started> {
    if (mode === 'query') return begun(task, task.id)
    const call = {
      operation: 'start',
      method: 'POST',
      doing: told(`send ${task.id} across`, `送 ${task.id} 过河`),
    } as const
    const url = urlBelow(endpoint, `/crossings/${task.id}`)
    try {
      const { value } = await connection.call({ ...common, ...call, url, schema: crossing })
      return begun(task, value.crossing)
    } catch (error) {
      if (error instanceof ApiFault) return startedOfFaultWithoutId(task, error)
      throw error
    }
  }

  async function read(task: Task): Promise<Reading> {
    const crossing = crossings.get(task.id) ?? ''
    const call = {
      operation: 'read',
      method: 'GET',
      doing: told(`read the log of ${task.id}`, `读取 ${task.id} 的日志`),
    } as const
    const url = urlBelow(endpoint, `/logs/${crossing}`)
    try {
      const { value } = await connection.call({ ...common, ...call, url, schema: log, isPoll: true })
      const picture = {
        precheckId: crossing,
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

  return {
    batchSize: 1,
    start: tasks => Promise.all(tasks.map(start)),
    read: tasks => Promise.all(tasks.map(read)),
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
