import { keyIn } from '../../simulator/apis/oms-shape.ts'
import type { DdmCase, OmsCase, RunCase } from './case.ts'
import type { AskedTarget } from './oracle/exchange.ts'
import { type Behaviour, stageAt } from './world.ts'

/** DDM and OMS in memory. */

export function ddmBehaviour({ start, stages, mode }: DdmCase): Behaviour {
  let startedAt: number | null = mode === 'query' ? 0 : null
  return ({ action, now }) => {
    if (action === 'start') {
      startedAt = now
      return { status: 202, json: { job_id: 'job-1', pre_check_results: start } }
    }
    const entries = startedAt === null ? [] : (stageAt(stages, now - startedAt) ?? [])
    return { status: 200, json: { job_id: 'job-1', pre_check_results: entries } }
  }
}

const ENVELOPE = { errorDetail: null, code: null, message: null, advice: null, requestId: 'r-3' }

export function omsBehaviour(target: OmsCase, { tasks, mode }: AskedTarget): Behaviour {
  const startedAt = new Map<string, number>(mode === 'query' ? tasks.map(({ key }) => [key, 0]) : [])
  const answer = (data: unknown) => ({
    status: 200,
    json: cased({ ...ENVELOPE, success: true, data }, target.keys),
  })
  return ({ action, body, now }) => {
    const { projectId, id }: { projectId?: string; id?: string } = JSON.parse(body)
    if (action === 'start') {
      startedAt.set(`t-${projectId}`, now)
      return answer(`t-${projectId}`)
    }
    const index = tasks.findIndex(({ key }) => (mode === 'query' ? key : `t-${key}`) === id)
    const since = startedAt.get(id ?? '')
    const run = since === undefined ? null : stageAt(target.tasks[index]?.stages ?? [], now - since)
    const data = dataOf(run ?? { status: 'INIT', progress: 0, items: [] }, target, id ?? '')
    return answer(target.dataIn === 'array' ? [data] : data)
  }
}

function dataOf(
  { status, progress, items }: RunCase,
  { edition, itemsIn, keys }: OmsCase,
  id: string,
): unknown {
  const list = items.map(item => cased(item, keys))
  const results =
    itemsIn === 'array' ? list : Object.fromEntries(list.map((item, index) => [`part ${index}`, item]))
  const named =
    edition === 'enterprise'
      ? { projectId: id, projectStatus: status }
      : { preCheckId: id, preCheckStatus: status }
  return cased({ ...named, progress, preCheckResults: results }, keys)
}

/** An object with its own keys in another letter case. */
function cased(value: unknown, keys: OmsCase['keys']): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [keyIn(key, keys), inner]))
}
