import type { ServiceErrors } from '../../cloud/error-table.ts'
import type { ApiFault } from '../../cloud/fault.ts'
import { refusalFault } from '../../cloud/refusal.ts'
import type { Task } from '../../precheck/model.ts'
import type { RunIds } from '../../precheck/run-ids.ts'
import { type Sentence, told } from '../../precheck/sentence.ts'
import type { Identity } from '../../precheck/service.ts'
import { shapeFault } from '../faults.ts'
import { textOf } from '../text.ts'
import { percentOf } from '../wire.ts'
import { anyEntries, entryOfItems, type RawEntry, type ResultEntry, resultEntry } from './wire.ts'

/** What one result call showed of one task. */
export type Sighting =
  | ({ readonly kind: 'entry' } & Identified)
  /** `strangers`: the answer holds entries that belong to no task that was asked for. */
  | { readonly kind: 'missing'; readonly strangers: boolean }
  /** The call failed, or the task's entry holds an error; then the entry is kept, because its items are reported. */
  | { readonly kind: 'fault'; readonly fault: ApiFault; readonly beside: Identified | null }

/** An entry, and whose it is by its id. */
export interface Identified {
  readonly entry: ResultEntry
  readonly identity: Identity
}

export interface Expected {
  readonly task: Task
  /** From the start answer; the result is expected under it, else under the task id. */
  readonly precheckId: string | null
}

/** What the answer belongs to: the words for messages, and the id that support asks for. */
export interface ResultCall {
  readonly doing: (tasks: readonly Task[]) => Sentence
  readonly httpStatus: number
  readonly requestId: string | null
  readonly errors: ServiceErrors | null
  readonly body?: unknown
  readonly runIds: RunIds
}

/**
 * Returns what an answer shows of each expected task. Entries are found by their id; one that came where one was asked
 * for is looked at whatever its id, and so is that of another task of this gate. Any other surplus entry is ignored.
 * Throws `ApiFault` when two entries are for one task, or one for two.
 */
export function sightingsOf(
  expected: readonly Expected[],
  entries: readonly RawEntry[],
  call: ResultCall,
): readonly Sighting[] {
  const owned = expected.map(one => entriesOf(one, entries))
  const claims = owned.flat()
  const tasks = expected.map(one => one.task)
  if (new Set(claims).size < claims.length)
    throw shapeFaultOf(call, tasks, told('one entry for two tasks', '一个条目对应两个任务'))
  const strangers = entries.filter(entry => !claims.includes(entry))
  return expected.map((one, index) => {
    const own = owned[index] ?? []
    if (own.length > 1)
      throw shapeFaultOf(
        call,
        tasks,
        told(`two entries for task ${one.task.id}`, `任务 ${one.task.id} 有两个条目`),
      )
    const raw = own[0] ?? inPlaceOf(one, expected, strangers, call)
    if (raw === undefined) return { kind: 'missing', strangers: strangers.length > 0 }
    return sightingOf(raw, one, call)
  })
}

/** Returns the entries that carry the pre-check id of the task's start, else those that carry the task id. */
function entriesOf({ task, precheckId }: Expected, entries: readonly RawEntry[]): readonly RawEntry[] {
  return entries.filter(entry => entry.precheck_id === (precheckId ?? task.id))
}

/** An entry that stands where the task's own is missing. */
function inPlaceOf(
  one: Expected,
  expected: readonly Expected[],
  strangers: readonly RawEntry[],
  call: ResultCall,
): RawEntry | undefined {
  if (expected.length === 1 && strangers.length === 1) return strangers[0]
  // Another id of a task that was asked for as well is beside its own entry, not in place of this one.
  const known = expected.map(({ task }) => task.id)
  return strangers.find(
    entry =>
      !known.includes(textOf(entry.precheck_id) ?? '') && identityOf(entry, one, call).kind === 'other-task',
  )
}

function identityOf(entry: RawEntry, { task, precheckId }: Expected, { runIds }: ResultCall): Identity {
  return runIds.identityOf(task.id, [precheckId ?? task.id], textOf(entry.precheck_id))
}

/** Returns what the entry of a task says. */
export function sightingOf(raw: RawEntry, expected: Expected, call: ResultCall): Sighting {
  const { task } = expected
  const identity = identityOf(raw, expected, call)
  const parsed = resultEntry.safeParse(raw)
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') ?? 'the entry'
    return {
      kind: 'fault',
      fault: shapeFaultOf(call, [task], told(`an unknown shape at ${place}`, `${place} 处的格式无法识别`)),
      beside: amid(identity, raw),
    }
  }
  const entry = parsed.data
  const [code, message] = [textOf(entry.error_code), textOf(entry.error_msg)]
  // What another task's entry says, be it an error, it says of that one.
  if (identity.kind !== 'other-task' && (code !== null || message !== null)) {
    const { doing, httpStatus, requestId, errors } = call
    const error = { code, message, requestId, advice: null }
    const fault = refusalFault({
      operation: 'read',
      doing: doing([task]),
      httpStatus,
      error,
      errors,
    })
    return { kind: 'fault', fault, beside: { entry, identity } }
  }
  if (percentOf(entry.process) === undefined) {
    return {
      kind: 'fault',
      fault: shapeFaultOf(call, [task], told('an unreadable process', 'process 无法识别')),
      beside: amid(identity, raw),
    }
  }
  return { kind: 'entry', entry, identity }
}

/**
 * Returns the items that an answer reports of a task although it cannot be taken as a whole: it is an error, or makes no
 * sense. They prove nothing, but must not get lost. null where there are none.
 */
export function besideFault({ task, precheckId }: Expected, body: unknown): Identified | null {
  const entries = anyEntries.safeParse(body).data?.results ?? []
  return amid({ kind: 'own' }, ...entries.filter(entry => entry['precheck_id'] === (precheckId ?? task.id)))
}

/** Returns what can be read of a task's entries that cannot be taken as they are; null where no item can, or they are not known to be its own. */
export function amid(identity: Identity, ...entries: readonly unknown[]): Identified | null {
  if (identity.kind !== 'own') return null
  const items = entries.flatMap(entry => entryOfItems.safeParse(entry).data?.precheck_result ?? [])
  return items.length === 0 ? null : { entry: { precheck_result: items }, identity }
}

function shapeFaultOf(call: ResultCall, tasks: readonly Task[], what: Sentence): ApiFault {
  return shapeFault('DRS', { ...call, doing: call.doing(tasks), what })
}
