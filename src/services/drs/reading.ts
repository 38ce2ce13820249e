import type { Task } from '../../precheck/model.ts'
import type { Identity, Picture, Reading } from '../../precheck/service.ts'
import { readingOfFault } from '../faults.ts'
import { textOf } from '../text.ts'
import { percentOf } from '../wire.ts'
import { type Before, evidenceOf, standingOf } from './evidence.ts'
import { checkItemsOf, isFinished, overallOf } from './items.ts'
import type { Sighting } from './sightings.ts'

/** Returns what a sighting says of a task; `before` is what was known until then. */
export function readingOf(task: Task, before: Before, sighting: Sighting, settleMs: number): Reading {
  const fault = sighting.kind === 'fault' ? sighting.fault : null
  const seen = sighting.kind === 'entry' ? sighting : sighting.kind === 'fault' ? sighting.beside : null
  if (seen === null) return fault === null ? { kind: 'missing', task } : readingOfFault(task, fault, null)
  const { entry } = seen
  const identity = identityOf(seen.identity, before)
  const { overall, unreadable } = overallOf(entry)
  const picture: Picture = {
    precheckId: before.startId ?? textOf(entry.precheck_id),
    progress: percentOf(entry.process) ?? 0,
    overall,
    items: checkItemsOf(entry.precheck_result),
  }
  // An error of an earlier run is none of this one.
  if (fault !== null && identity.kind !== 'earlier-run')
    return readingOfFault(task, fault, { picture, isFirst: before.earlier.kind === 'none' })
  // Nothing is old to a task that was only queried, and to find out what an answer says takes a while.
  const standing = before.start === 'none' ? null : standingOf(entry, settleMs)
  const facts = { picture, finished: isFinished(entry), identity, unreadable, standing }
  return { kind: 'answer', task, facts: { ...facts, evidence: evidenceOf(entry, before, task.id) } }
}

/** An id that the read before the start showed is that of an earlier run once the start gave another. */
function identityOf(identity: Identity, { earlier, startId }: Before): Identity {
  const earlierId = earlier.kind === 'finished' || earlier.kind === 'going' ? earlier.id : null
  const isEarlier = identity.kind === 'strange' && startId !== null && identity.came === earlierId
  return isEarlier ? { kind: 'earlier-run' } : identity
}
