import type { DrsCase, DrsStartCase, DrsTaskCase, Entry } from './case.ts'
import type { AskedTarget } from './oracle/exchange.ts'
import { type Asking, type Behaviour, stageAt } from './world.ts'

/** DRS in memory: earlier results that stay for some reads, starts with their answers, stages of progress. */

interface TaskState {
  readonly task: DrsTaskCase
  readonly key: string
  starts: number
  startedAt: number | null
  readsSince: number
}

export function drsBehaviour({ tasks }: DrsCase, target: AskedTarget): Behaviour {
  const states = tasks.map((task, index): TaskState => {
    const key = target.tasks[index]?.key ?? ''
    return { task, key, starts: 0, startedAt: null, readsSince: 0 }
  })
  return asking => {
    const named = namesIn(asking)
    const own = named.flatMap(name => states.filter(({ key }) => key === name))
    const results =
      asking.action === 'start'
        ? own.flatMap(state => started(state, asking.now))
        : own.flatMap(state => shown(state, asking.now))
    return { status: asking.action === 'start' ? 202 : 200, json: { results, count: results.length } }
  }
}

function namesIn({ body }: Asking): readonly string[] {
  const { jobs = [] } = JSON.parse(body)
  return jobs.map((job: string | { job_id: string }) => (typeof job === 'string' ? job : job.job_id))
}

const precheckIdOf = ({ key, task }: TaskState) => (task.ownId ? key : `p-${key}`)

function started(state: TaskState, now: number): readonly object[] {
  const answer: DrsStartCase = state.task.starts[state.starts] ?? 'success'
  state.starts += 1
  if (typeof answer === 'object')
    return [{ id: state.key, status: 'failed', error_code: answer.code, error_msg: 'No.' }]
  if (answer === 'failed') return [{ id: state.key, status: 'failed' }]
  if (state.task.begins) {
    state.startedAt = now
    state.readsSince = 0
  }
  const success = { id: state.key, status: 'success', precheck_id: precheckIdOf(state) }
  switch (answer) {
    case 'success':
      return [success]
    case 'bare id':
      return [{ id: state.key, status: 'success' }]
    case 'twice':
      return [success, success]
    case 'silent':
      return []
  }
}

function shown(state: TaskState, now: number): readonly object[] {
  const { task, key, startedAt } = state
  const elapsed = startedAt === null ? null : now - startedAt
  const stays = task.earlier !== null && (elapsed === null || state.readsSince < task.earlier.staysReads)
  if (elapsed !== null) state.readsSince += 1
  if (task.earlier !== null && stays) return entryOf(task.earlier.entry, key)
  const stage = elapsed === null ? null : stageAt(task.stages, elapsed)
  if (stage !== null) return entryOf(stage, precheckIdOf(state))
  const nothing = { error_code: 'DRS.M00002', error_msg: 'No result.' }
  return entryOf(
    elapsed === null ? nothing : { process: '0%', precheck_result: [] },
    elapsed === null ? key : precheckIdOf(state),
  )
}

const STRANGER = { precheck_id: 'somebody-else', process: '100%', result: true, precheck_result: [] }

function entryOf({ place, ...fields }: Entry, id: string): readonly object[] {
  const entry = { precheck_id: id, ...fields }
  if (place === undefined) return [entry]
  return { missing: [], twice: [entry, structuredClone(entry)], surplus: [entry, STRANGER] }[place]
}
