import * as z from 'zod'
import { errorInJson } from '../../../src/cloud/error-body.ts'
import { ApiFault } from '../../../src/cloud/fault.ts'
import type { CheckItem, Task } from '../../../src/precheck/model.ts'
import { told } from '../../../src/precheck/sentence.ts'
import type { PrecheckService, Reading, Started } from '../../../src/precheck/service.ts'
import type { ServicePorts } from '../../../src/services/definition.ts'
import { readingOfFault } from '../../../src/services/faults.ts'
import { startedOfFaultWithoutId } from '../../../src/services/start.ts'
import { FERRY_ERRORS } from './errors.ts'

/** The wire of the ferry, like no other: a crossing is asked for by its name, and its log is read. */

const begun = z.object({ crossing: z.string() })
const log = z.object({
  arrived: z.boolean(),
  seen: z.array(z.object({ what: z.string(), well: z.boolean(), because: z.string().nullable() })),
})
type Seen = z.infer<typeof log>['seen'][number]

export function ferryService(endpoint: URL, { connection }: ServicePorts): PrecheckService {
  const crossings = new Map<string, string>()
  const common = { errorIn: errorInJson, errors: FERRY_ERRORS }

  async function start(task: Task): Promise<Started> {
    const call = {
      operation: 'start',
      method: 'POST',
      doing: told(`send ${task.id} across`, `送 ${task.id} 过河`),
    } as const
    const url = new URL(`/crossings/${task.id}`, endpoint)
    try {
      const { value } = await connection.call({ ...common, ...call, url, schema: begun })
      crossings.set(task.id, value.crossing)
      return { kind: 'started', task, precheckId: value.crossing, boundById: true }
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
    const url = new URL(`/logs/${crossing}`, endpoint)
    try {
      const { value } = await connection.call({ ...common, ...call, url, schema: log, isPoll: true })
      const picture = {
        precheckId: crossing,
        progress: value.arrived ? 100 : 50,
        overall: 'none',
        items: value.seen.map(itemOf),
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

function itemOf({ what, well, because }: Seen): CheckItem {
  const nothing = { group: null, detail: null, suggestion: null, skippable: null, skipConsequence: null }
  return {
    ...{ id: what, baseId: what, topic: what, name: null, ...nothing, subJobs: [], blackObjects: null },
    ...{ status: well ? 'passed' : 'failed', rawStatus: String(well), reason: because },
  }
}
