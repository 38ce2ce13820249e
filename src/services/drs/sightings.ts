import type { Answered } from '../../cloud/answer.ts'
import type { ApiFault } from '../../cloud/fault.ts'
import { refusalFault } from '../../cloud/refusal.ts'
import type { Task } from '../../precheck/model.ts'
import type { RunIds } from '../../precheck/run-ids.ts'
import { type Sentence, told } from '../../precheck/sentence.ts'
import type { Identity } from '../../precheck/service.ts'
import { shapeFault, unknownShape } from '../faults.ts'
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
interface ResultCall extends Pick<Answered<unknown>, 'httpStatus' | 'requestId' | 'errors'> {
  readonly doing: (tasks: readonly Task[]) => Sentence
  readonly body?: unknown
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
  runIds: RunIds,
): readonly Sighting[] {
  const owned = expected.map(one => entries.filter(entry => entry.precheck_id === askedIdOf(one)))
  const claims = owned.flat()
  const wrong = (what: Sentence) =>
    shapeFault('DRS', { ...call, doing: call.doing(expected.map(one => one.task)), what })
  if (new Set(claims).size < claims.length)
    throw wrong(told('one entry for two tasks', '一个条目对应两个任务'))
  const strangers = entries.filter(entry => !claims.includes(entry))
  return expected.map((one, index) => {
    const { task } = one
    const [own, second] = owned[index] ?? []
    if (second !== undefined)
      throw wrong(told(`two entries for task ${task.id}`, `任务 ${task.id} 有两个条目`))
    if (own !== undefined) return sightingOf(own, { kind: 'own' }, task, call)
    const other = inPlaceOf(one, expected, strangers, runIds)
    return other === undefined
      ? { kind: 'missing', strangers: strangers.length > 0 }
      : sightingOf(other.entry, other.identity, task, call)
  })
}

function askedIdOf({ task, precheckId }: Expected): string {
  return precheckId ?? task.id
}

/** An entry that stands where the task's own is missing. */
function inPlaceOf(
  one: Expected,
  expected: readonly Expected[],
  strangers: readonly RawEntry[],
  runIds: RunIds,
): { readonly entry: RawEntry; readonly identity: Identity } | undefined {
  const found = strangers.map(entry => {
    const identity = runIds.identityOf(one.task.id, [askedIdOf(one)], textOf(entry.precheck_id))
    return { entry, identity }
  })
  if (expected.length === 1 && found.length === 1) return found[0]
  // Another id of a task that was asked for as well is beside its own entry, not in place of this one.
  const known = expected.map(({ task }) => task.id)
  return found.find(
    ({ entry, identity }) =>
      identity.kind === 'other-task' && !known.includes(textOf(entry.precheck_id) ?? ''),
  )
}

/** Returns what the entry of a task says. */
export function sightingOf(raw: unknown, identity: Identity, task: Task, call: ResultCall): Sighting {
  const doing = call.doing([task])
  const senseless = (what: Sentence): Sighting => ({
    kind: 'fault',
    fault: shapeFault('DRS', { ...call, doing, what }),
    beside: amid(identity, raw),
  })
  const parsed = resultEntry.safeParse(raw)
  if (!parsed.success) return senseless(unknownShape(parsed.error))
  const entry = parsed.data
  const [code, message] = [textOf(entry.error_code), textOf(entry.error_msg)]
  // What another task's entry says, be it an error, it says of that one.
  if (identity.kind !== 'other-task' && (code !== null || message !== null)) {
    const { httpStatus, requestId, errors } = call
    const error = { code, message, requestId, advice: null }
    const fault = refusalFault({ operation: 'read', doing, httpStatus, error, errors })
    return { kind: 'fault', fault, beside: { entry, identity } }
  }
  return percentOf(entry.process) === undefined
    ? senseless(told('an unreadable process', 'process 无法识别'))
    : { kind: 'entry', entry, identity }
}

/**
 * Returns the items that an answer reports of a task although it cannot be taken as a whole: it is an error, or makes no
 * sense. They prove nothing, but must not get lost. null where there are none.
 */
export function besideFault(one: Expected, body: unknown): Identified | null {
  const entries = anyEntries.safeParse(body).data?.results ?? []
  return amid({ kind: 'own' }, ...entries.filter(entry => entry['precheck_id'] === askedIdOf(one)))
}

/** Returns what can be read of a task's entries that cannot be taken as they are; null where no item can, or they are not known to be its own. */
export function amid(identity: Identity, ...entries: readonly unknown[]): Identified | null {
  if (identity.kind !== 'own') return null
  const items = entries.flatMap(entry => entryOfItems.safeParse(entry).data?.precheck_result ?? [])
  return items.length === 0 ? null : { entry: { precheck_result: items }, identity }
}
