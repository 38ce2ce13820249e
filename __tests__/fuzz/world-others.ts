import { keyIn } from '../../simulator/apis/oms-shape.ts'
import type { DdmCase, OmsCase, RunCase } from './case.ts'
import type { AskedTarget } from './oracle/exchange.ts'
import { type Behaviour, stageAt } from './world.ts'

/** DDM and OMS in memory. */

export function ddmBehaviour({ start, stages, mode }: DdmCase, { below, tasks }: AskedTarget): Behaviour {
  let startedAt: number | null = mode === 'query' ? 0 : null
  // The project in the path is the target's own.
  const jobId = mode === 'query' ? tasks[0]?.key : `job-of-${below.split('/')[2]}`
  return ({ action, now }) => {
    if (action === 'start') {
      startedAt = now
      const list = start === null ? {} : { pre_check_results: start }
      return { status: 202, json: { job_id: jobId, ...list } }
    }
    const entries = startedAt === null ? [] : (stageAt(stages, now - startedAt) ?? [])
    return { status: 200, json: { job_id: jobId, pre_check_results: entries } }
  }
}

const ENVELOPE = {
  ...{ errorDetail: null, code: null, message: null, advice: null, requestId: 'r-3' },
  totalCount: null,
}
const SHARED_ID = 't-shared'

export function omsBehaviour(target: OmsCase, { tasks, mode }: AskedTarget): Behaviour {
  const startedAt = new Map<string, number>(mode === 'query' ? tasks.map(({ key }) => [key, 0]) : [])
  const runIdOf = (index: number) => (target.tasks[index]?.isShared ? SHARED_ID : `t-${tasks[index]?.key}`)
  const answer = (data: unknown, totalCount: number | string | null = null) => ({
    status: 200,
    json: cased({ ...ENVELOPE, success: true, totalCount, data }, target.keys),
  })
  return ({ action, body, now }) => {
    const { projectId, id }: { projectId?: string; id?: string } = JSON.parse(body)
    if (action === 'start') {
      const runId = runIdOf(tasks.findIndex(({ key }) => key === projectId))
      startedAt.set(runId, now)
      return answer(runId)
    }
    const index = tasks.findIndex(({ key }, nth) => (mode === 'query' ? key : runIdOf(nth)) === id)
    const since = startedAt.get(id ?? '')
    const run = since === undefined ? null : stageAt(target.tasks[index]?.stages ?? [], now - since)
    const shown = run ?? { status: 'INIT', progress: 0, items: [] }
    const another = tasks[(index + 1) % tasks.length]?.key ?? ''
    const otherId = { project: tasks[index]?.key, strange: 't-strange', "another's": another }
    const ids = { own: id ?? '', other: shown.otherId === undefined ? undefined : otherId[shown.otherId] }
    const data = dataOf(shown, target, ids)
    return answer(target.dataIn === 'array' ? [data] : data, shown.totalCount ?? null)
  }
}

const NAMES = {
  enterprise: ['projectId', 'projectStatus', 'preCheckStatus'],
  community: ['preCheckId', 'preCheckStatus', 'projectStatus'],
} as const

function dataOf(
  { status, otherStatus, progress, items, beside }: RunCase,
  { edition, itemsIn, keys }: OmsCase,
  ids: { readonly own: string; readonly other: string | undefined },
): unknown {
  const list = items.map(item => cased(item, keys))
  const results =
    itemsIn === 'array' ? list : Object.fromEntries(list.map((item, index) => [`part ${index}`, item]))
  const [idName, statusName, otherName] = NAMES[edition]
  const other = otherStatus === undefined ? {} : { [otherName]: otherStatus }
  const named = { [idName]: ids.other ?? ids.own, [statusName]: status, ...other, ...beside }
  return cased({ ...named, progress, preCheckResults: results }, keys)
}

/** An object with its own keys in another letter case. */
function cased(value: unknown, keys: OmsCase['keys']): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [keyIn(key, keys), inner]))
}
