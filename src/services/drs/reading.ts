import type { Problem, Task } from '../../precheck/model.ts'
import type { Picture, Reading } from '../../precheck/service.ts'
import { stateOfFault } from '../faults.ts'
import { textOf } from '../text.ts'
import { percentOf } from '../wire.ts'
import { type Evidence, worthOf } from './freshness.ts'
import { checkItemOf, overallOf } from './items.ts'
import type { Sighting } from './sightings.ts'
import type { ResultEntry } from './wire.ts'

/** What a sighting means to the poller: running, finished, unread or ended, with the items only where they count. */

/** What is known of a task that can be read; without evidence (query mode) any finished result counts. */
export interface Readable {
  readonly precheckId: string | null
  readonly evidence: Evidence | null
}

/** Returns the reading of a sighting at `now`; `known` already holds what the sighting adds to the evidence. */
export function readingOf(
  task: Task,
  known: Readable,
  sighting: Sighting,
  settleMs: number,
  now: number,
): Reading {
  const counts = known.evidence === null || known.evidence.proven
  const entry = sighting.kind === 'missing' ? null : sighting.entry
  const picture = entry === null ? null : pictureOf(entry, known.precheckId)
  const shown = counts ? picture : null
  if (sighting.kind === 'fault') return { task, picture: shown, state: stateOfFault(sighting.fault) }
  if (picture === null || !isFinished(picture)) return running(task, shown, false)
  const worth = known.evidence === null ? 'as-found' : worthOf(known.evidence, settleMs, now)
  if (worth === 'wait') return running(task, null, true)
  if (worth === 'never') return { task, picture: null, state: { kind: 'ended', problem: unproven(task) } }
  return { task, picture, state: { kind: 'finished', freshness: worth } }
}

/** Returns the reading of a task about which nothing is known yet. */
export function running(task: Task, picture: Picture | null, settling: boolean): Reading {
  return { task, picture, state: { kind: 'running', settling } }
}

function isFinished({ progress, items }: Picture): boolean {
  return progress === 100 && !items.some(item => item.status === 'pending')
}

function pictureOf(entry: ResultEntry, precheckId: string | null): Picture {
  return {
    precheckId: precheckId ?? textOf(entry.precheck_id),
    progress: percentOf(entry.process) ?? 0,
    overall: overallOf(entry),
    items: entry.precheck_result.map(checkItemOf),
  }
}

function unproven(task: Task): Problem {
  return {
    reason: 'not-verified',
    code: null,
    message: `The answer to the start of DRS task ${task.id} was lost, and the result has not changed since: it may be an earlier run's.`,
    httpStatus: null,
    requestId: null,
    advice: 'Run the gate again; when DRS answers the start, the new result can be told from the old one.',
  }
}
