import type { Task } from '../../precheck/model.ts'
import type { Identity, Picture, Reading, RunFacts } from '../../precheck/service.ts'
import { readingOfFault } from '../faults.ts'
import { textOf } from '../text.ts'
import { percentOf } from '../wire.ts'
import { type Before, evidenceOf, standingOf } from './evidence.ts'
import { checkItemsOf, isFinished, overallOf } from './items.ts'
import type { Identified, Sighting } from './sightings.ts'
import type { ResultEntry } from './wire.ts'

/** Returns what a sighting says of a task; `before` is what was known until then. */
export function readingOf(task: Task, before: Before, sighting: Sighting, settleMs: number): Reading {
  switch (sighting.kind) {
    case 'missing':
      return { kind: 'missing', task }
    case 'fault': {
      const { fault, beside } = sighting
      if (beside === null) return readingOfFault(task, fault, null)
      // An error of an earlier run is none of this one.
      if (identityOf(beside.identity, before).kind === 'earlier-run')
        return answered(task, beside, before, settleMs)
      const picture = pictureOf(beside.entry, before.startId)
      return readingOfFault(task, fault, { picture, isFirst: before.earlier.kind === 'none' })
    }
    case 'entry':
      return answered(task, sighting, before, settleMs)
  }
}

function answered(task: Task, { entry, identity }: Identified, before: Before, settleMs: number): Reading {
  return { kind: 'answer', task, facts: factsOf(entry, identityOf(identity, before), before, settleMs) }
}

function factsOf(entry: ResultEntry, identity: Identity, before: Before, settleMs: number): RunFacts {
  return {
    picture: pictureOf(entry, before.startId),
    finished: isFinished(entry),
    identity,
    evidence: evidenceOf(entry, before),
    unreadable: overallOf(entry).unreadable,
    // Nothing is old to a task that was only queried, and to find out what an answer says takes a while.
    standing: before.start === 'none' ? null : standingOf(entry, settleMs),
  }
}

/** An id that the read before the start showed is that of an earlier run once the start gave another. */
function identityOf(identity: Identity, { earlier, startId }: Before): Identity {
  const earlierId = earlier.kind === 'finished' || earlier.kind === 'going' ? earlier.id : null
  const isEarlier = identity.kind === 'strange' && startId !== null && identity.came === earlierId
  return isEarlier ? { kind: 'earlier-run' } : identity
}

/** Returns what an entry shows of a run. */
export function pictureOf(entry: ResultEntry, startId: string | null): Picture {
  return {
    precheckId: startId ?? textOf(entry.precheck_id),
    progress: percentOf(entry.process) ?? 0,
    overall: overallOf(entry).overall,
    items: checkItemsOf(entry.precheck_result),
  }
}
