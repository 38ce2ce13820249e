import type { DrsCase, DrsStartCase, DrsTaskCase, Entry, HiddenAs } from './case.ts'
import type { AskedTarget } from './oracle/exchange.ts'
import { type Asking, type Behaviour, stageAt } from './world.ts'

/** DRS in memory: earlier results that stay for some reads, starts with their answers, stages of progress. */

interface TaskState {
  readonly task: DrsTaskCase
  readonly key: string
  /** Of the next task, or of one that is nobody's. */
  readonly nextKey: string
  starts: number
  reads: number
  startedAt: number | null
  /** When the first start met the run of somebody else. */
  metAt: number | null
  readsSince: number
}

export function drsBehaviour({ tasks }: DrsCase, target: AskedTarget): Behaviour {
  const states = tasks.map((task, index): TaskState => {
    const key = target.tasks[index]?.key ?? ''
    const nextKey = target.tasks[(index + 1) % tasks.length]?.key ?? ''
    return { task, key, nextKey, starts: 0, reads: 0, startedAt: null, metAt: null, readsSince: 0 }
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
  state.metAt ??= now
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
    case 'shared id':
      return [{ ...success, precheck_id: 'p-shared' }]
    case 'mute':
      return [{ id: state.key, precheck_id: precheckIdOf(state) }]
    case 'bare id':
      return [{ id: state.key, status: 'success' }]
    case 'twice':
      return [success, success]
    case 'silent':
      return []
  }
}

function shown(state: TaskState, now: number): readonly object[] {
  const { task, startedAt } = state
  const elapsed = startedAt === null ? null : now - startedAt
  const before = earlierOf(state, now)
  const stays = before !== null && (elapsed === null || state.readsSince < (task.earlier?.staysReads ?? 0))
  state.reads += 1
  if (elapsed !== null) state.readsSince += 1
  if (stays) return entryOf(before, state.key, state)
  const stage = elapsed === null ? null : stageAt(task.stages, elapsed)
  if (stage !== null) return entryOf(stage, precheckIdOf(state), state)
  return elapsed === null
    ? entryOf(HIDDEN_AS['no-result'], state.key, state)
    : entryOf(HIDDEN_AS.blank, precheckIdOf(state), state)
}

/** What a task shows that has no run of its own; null: nothing was there before. */
function earlierOf({ task: { earlier, other }, reads, metAt }: TaskState, now: number): Entry | null {
  if (earlier === null) return null
  if (earlier.hidden !== null && reads < earlier.hidden.reads) return HIDDEN_AS[earlier.hidden.as]
  const met = other === null || metAt === null ? null : stageAt(other, now - metAt)
  return met ?? earlier.entry
}

const HIDDEN_AS: Readonly<Record<HiddenAs, Entry>> = {
  missing: { place: 'missing' },
  blank: { process: '0%', precheck_result: [] },
  'no-result': { error_code: 'DRS.M00002', error_msg: 'No result.' },
  running: { process: '40%', precheck_result: [] },
}

const STRANGER = { precheck_id: 'somebody-else', process: '100%', result: true, precheck_result: [] }

function entryOf({ place, ...fields }: Entry, id: string, { nextKey }: TaskState): readonly object[] {
  const entry = { precheck_id: id, ...fields }
  if (place === undefined) return [entry]
  switch (place) {
    case 'missing':
      return []
    case 'twice':
      return [entry, structuredClone(entry)]
    case 'surplus':
      return [entry, STRANGER]
    case 'strange':
      return [{ ...entry, precheck_id: 'somebody-else' }]
    case "another's":
      return [{ ...entry, precheck_id: nextKey }]
  }
}
