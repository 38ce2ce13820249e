import type { Reading } from '../../../precheck/service.ts'
import { readingOfFault } from '../../faults.ts'
import { isFinished, overallOf } from '../items.ts'
import { pictureOf } from '../reading.ts'
import type { Sighting } from '../sightings.ts'
import type { Run } from './api.ts'

/** Returns what a sighting says of a run. It was asked for by its id, so nothing has to prove that it is new, or to stand. */
export function readingOf({ task, queryId }: Run, sighting: Sighting): Reading {
  switch (sighting.kind) {
    case 'missing':
      return { kind: 'missing', task }
    case 'fault': {
      const { fault, beside } = sighting
      const picture = beside === null ? null : pictureOf(beside.entry, queryId)
      return readingOfFault(task, fault, picture === null ? null : { picture, isFirst: false })
    }
    case 'entry': {
      const { entry, identity } = sighting
      const picture = pictureOf(entry, queryId)
      const { unreadable } = overallOf(entry)
      const facts = { picture, finished: isFinished(entry), identity, unreadable }
      return { kind: 'answer', task, facts: { ...facts, evidence: 'none', standing: null } }
    }
  }
}
