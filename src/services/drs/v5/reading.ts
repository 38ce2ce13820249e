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
      const { fault, entry } = sighting
      const beside = entry === null ? null : { picture: pictureOf(entry, queryId), isFirst: false }
      return readingOfFault(task, fault, beside)
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
