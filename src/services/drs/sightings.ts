import { refusalFault } from '../../cloud/answer.ts'
import type { ApiFault } from '../../cloud/fault.ts'
import type { Task } from '../../precheck/model.ts'
import { shapeFault } from '../faults.ts'
import { textOf } from '../text.ts'
import { percentOf } from '../wire.ts'
import { type RawEntry, type ResultEntry, resultEntry } from './wire.ts'

/** What one result call showed of one task. */
export type Sighting =
  | { readonly kind: 'entry'; readonly entry: ResultEntry }
  /** `strangers`: the answer holds entries that belong to no task that was asked for. */
  | { readonly kind: 'missing'; readonly strangers: boolean }
  /** The call failed, or the task's entry holds an error; then the entry is kept, because its items are reported. */
  | { readonly kind: 'fault'; readonly fault: ApiFault; readonly entry: ResultEntry | null }

export interface Expected {
  readonly task: Task
  /** The id that the result is expected under: from the start answer, else the task id. */
  readonly precheckId: string | null
}

/** What the answer belongs to: the words for messages, and the id that support asks for. */
export interface ResultCall {
  readonly doing: (tasks: readonly Task[]) => string
  readonly httpStatus: number
  readonly requestId: string | null
}

/**
 * Returns what an answer shows of each expected task: entries are found by pre-check id, or by being the only one of
 * one; a surplus entry is ignored. Throws `ApiFault` when two entries are for one task, or one for two.
 */
export function sightingsOf(
  expected: readonly Expected[],
  entries: readonly RawEntry[],
  call: ResultCall,
): readonly Sighting[] {
  const owned = expected.map(one =>
    entries.length === 1 && expected.length === 1 ? entries : entriesOf(one, entries),
  )
  const claims = owned.flat()
  const tasks = expected.map(one => one.task)
  if (new Set(claims).size < claims.length) throw shapeFaultOf(call, tasks, 'one entry for two tasks')
  const strangers = entries.length > claims.length
  return expected.map(({ task }, index) => {
    const own = owned[index] ?? []
    if (own.length > 1) throw shapeFaultOf(call, tasks, `two entries for task ${task.id}`)
    const [raw] = own
    return raw === undefined ? { kind: 'missing', strangers } : sightingOf(raw, task, call)
  })
}

/** Returns the entries that carry the task's pre-check id, else those that carry the task id. */
function entriesOf({ task, precheckId }: Expected, entries: readonly RawEntry[]): readonly RawEntry[] {
  const own = entries.filter(entry => entry.precheck_id === precheckId)
  return own.length > 0 && precheckId !== null ? own : entries.filter(entry => entry.precheck_id === task.id)
}

function sightingOf(raw: RawEntry, task: Task, call: ResultCall): Sighting {
  const parsed = resultEntry.safeParse(raw)
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') ?? 'the entry'
    return { kind: 'fault', fault: shapeFaultOf(call, [task], `an unknown shape at ${place}`), entry: null }
  }
  const entry = parsed.data
  const code = textOf(entry.error_code)
  if (code !== null) {
    const { doing, httpStatus, requestId } = call
    const error = { code, message: textOf(entry.error_msg), requestId, advice: null }
    const fault = refusalFault({ operation: 'read', doing: doing([task]), httpStatus, error })
    return { kind: 'fault', fault, entry }
  }
  if (percentOf(entry.process) === undefined) {
    return { kind: 'fault', fault: shapeFaultOf(call, [task], 'an unreadable process'), entry: null }
  }
  return { kind: 'entry', entry }
}

function shapeFaultOf(call: ResultCall, tasks: readonly Task[], what: string): ApiFault {
  return shapeFault('DRS', { ...call, doing: call.doing(tasks), what })
}
