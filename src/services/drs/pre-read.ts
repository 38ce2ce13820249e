import type { ApiFault } from '../../cloud/fault.ts'
import { PRE_READ_TRIES, retryDelay } from '../../cloud/retry.ts'
import type { Task } from '../../precheck/model.ts'
import type { ServicePorts } from '../definition.ts'
import { textOf } from '../text.ts'
import { percentOf } from '../wire.ts'
import { type Earlier, itemsOf } from './evidence.ts'
import { isFinished } from './items.ts'
import type { Expected, Sighting } from './sightings.ts'
import type { ResultEntry } from './wire.ts'

/**
 * The reads before a start. They only tell what an earlier run left behind, so that its result is not taken for the new
 * one; the one thing that they decide is that the credential is no good.
 */

interface PreReadPorts extends Pick<ServicePorts, 'clock' | 'random' | 'deadline' | 'pauseMs'> {
  readonly read: (expected: readonly Expected[]) => Promise<readonly Sighting[]>
}

/** What is known of a task before its start; a credential that was turned away ends the task. */
export type BeforeStart =
  | { readonly kind: 'earlier'; readonly earlier: Earlier; readonly highest: number }
  | { readonly kind: 'denied'; readonly fault: ApiFault }

/** Part of the time to the deadline that a run which is still going is waited for. */
const PART_OF_TIME_FOR_RUNNING = 1 / 3
/** "No earlier result" may be one bad answer: so many in a row have to say so, this far apart. */
const EMPTY_READS_NEEDED = 2
const BETWEEN_EMPTY_READS_MS = 500

/** What the reads of one task have come to. */
interface Look {
  readonly known: BeforeStart
  /** Why it is read again; null when that is known which is to be known. */
  readonly again: 'fault' | 'empty' | 'running' | null
  /** Those that showed a run which is going are none: it has its own time. */
  readonly tries: number
  readonly emptyInRow: number
}

const NOT_LOOKED: Look = {
  known: { kind: 'earlier', earlier: { kind: 'unclear' }, highest: -1 },
  again: 'fault',
  tries: 0,
  emptyInRow: 0,
}

/** Returns what each task's earlier result is. Takes three tries, and up to a third of the time for a run that is still going. */
export async function preRead(
  tasks: readonly Task[],
  ports: PreReadPorts,
): Promise<ReadonlyMap<string, BeforeStart>> {
  const { clock, deadline } = ports
  const looks = new Map(tasks.map(task => [task.id, NOT_LOOKED]))
  const waitUntil = clock.now() + (deadline.at - clock.now()) * PART_OF_TIME_FOR_RUNNING
  let open = tasks
  while (open.length > 0 && !deadline.signal.aborted) {
    const sightings = await ports.read(open.map(task => ({ task, precheckId: null })))
    open.forEach((task, index) => {
      const look = looks.get(task.id) ?? NOT_LOOKED
      looks.set(task.id, lookAfter(look, sightings[index] ?? { kind: 'missing', strangers: false }))
    })
    const tooLate = clock.now() >= waitUntil
    const reasons = new Map(open.map(task => [task, reasonToGoOn(looks.get(task.id), tooLate)]))
    open = open.filter(task => reasons.get(task) !== null)
    if (open.length === 0) break
    await clock.sleep(pauseOf([...reasons.values()], looks, waitUntil, ports), deadline.signal)
  }
  return new Map([...looks].map(([id, { known }]) => [id, known]))
}

function reasonToGoOn(look: Look | undefined, tooLate: boolean): Look['again'] {
  if (look === undefined || look.again === null) return null
  if (look.again === 'running') return tooLate ? null : 'running'
  return look.tries < PRE_READ_TRIES ? look.again : null
}

/** One pause for all: the longest that any of them needs. */
function pauseOf(
  reasons: readonly Look['again'][],
  looks: ReadonlyMap<string, Look>,
  waitUntil: number,
  { clock, random, pauseMs }: PreReadPorts,
): number {
  if (reasons.includes('fault')) {
    return retryDelay(Math.max(...[...looks.values()].map(look => look.tries)), random)
  }
  const running = reasons.includes('running') ? Math.min(pauseMs, waitUntil - clock.now()) : 0
  return Math.max(running, BETWEEN_EMPTY_READS_MS)
}

function lookAfter(before: Look, sighting: Sighting): Look {
  switch (sighting.kind) {
    case 'missing':
      // An entry under an id that nobody asked for may be this task's: its id is known only after the start.
      return sighting.strangers ? unclear(before) : empty(before)
    case 'fault':
      return lookAfterFault(before, sighting.fault)
    case 'entry':
      return sighting.identity.kind === 'other-task'
        ? unclear(before)
        : lookAfterEntry(before, sighting.entry)
  }
}

function lookAfterFault(before: Look, fault: ApiFault): Look {
  if (fault.kind === 'authentication-failed' || fault.kind === 'permission-denied') {
    return { ...before, known: { kind: 'denied', fault }, again: null }
  }
  if (fault.means === 'no-result') return empty(before)
  const look = unclear(before)
  return fault.kind === 'transient' && !fault.final ? { ...look, again: 'fault' } : look
}

function lookAfterEntry(before: Look, entry: ResultEntry): Look {
  const progress = percentOf(entry.process) ?? 0
  if (entry.precheck_result.length === 0 && progress === 0) return empty(before)
  const id = textOf(entry.precheck_id)
  const finished = isFinished(entry)
  // Whatever has not ended may go on beside or after the start.
  const earlier: Earlier = finished ? { kind: 'finished', id, items: itemsOf(entry) } : { kind: 'going', id }
  return {
    // Not the highest of all: a run that has ended says nothing of the one that is going now.
    known: { kind: 'earlier', earlier, highest: progress },
    again: finished ? null : 'running',
    tries: before.tries,
    emptyInRow: 0,
  }
}

function empty(before: Look): Look {
  const emptyInRow = before.emptyInRow + 1
  const isSure = emptyInRow >= EMPTY_READS_NEEDED
  const earlier: Earlier = isSure ? { kind: 'none' } : { kind: 'unclear' }
  return {
    known: { kind: 'earlier', earlier, highest: highestOf(before) },
    again: isSure ? null : 'empty',
    tries: before.tries + 1,
    emptyInRow,
  }
}

/** A run that was seen going may still be: what could not be understood since then does not change that. */
function unclear(before: Look): Look {
  const wasGoing = before.known.kind === 'earlier' && before.known.earlier.kind === 'going'
  const known: BeforeStart = wasGoing
    ? before.known
    : { kind: 'earlier', earlier: { kind: 'unclear' }, highest: highestOf(before) }
  return { known, again: null, tries: before.tries + 1, emptyInRow: 0 }
}

function highestOf({ known }: Look): number {
  return known.kind === 'earlier' ? known.highest : -1
}
