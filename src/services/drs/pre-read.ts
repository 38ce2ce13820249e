import { isEmptyResultCode } from '../../cloud/error-table.ts'
import type { ApiFault } from '../../cloud/fault.ts'
import { PRE_READ_TRIES, retryDelay } from '../../cloud/retry.ts'
import type { Clock, Deadline, Random } from '../../ports.ts'
import type { Task } from '../../precheck/model.ts'
import { wordOf } from '../text.ts'
import { percentOf } from '../wire.ts'
import { contentOf, type Earlier } from './freshness.ts'
import type { Expected, Sighting } from './sightings.ts'
import type { ResultEntry } from './wire.ts'

/**
 * The read before the start. It only tells what an earlier run left behind, so that its result is not taken for the
 * new one; the one thing it decides is that the credential is no good.
 */

export interface PreReadPorts {
  readonly clock: Clock
  readonly random: Random
  readonly deadline: Deadline
  readonly pauseMs: number
  readonly read: (expected: readonly Expected[]) => Promise<readonly Sighting[]>
}

/** What is known of a task before its start; a credential that was turned away ends the task. */
export type BeforeStart =
  | { readonly kind: 'earlier'; readonly earlier: Earlier }
  | { readonly kind: 'denied'; readonly fault: ApiFault }

/** Part of the time to the deadline that a run which is still going is waited for. */
const PART_OF_TIME_FOR_RUNNING = 1 / 3

/** Returns what each task's earlier result is. Takes three tries for faults, and up to a third of the time for a run that is still going. */
export async function preRead(
  tasks: readonly Task[],
  ports: PreReadPorts,
): Promise<ReadonlyMap<string, BeforeStart>> {
  const { clock, deadline, random } = ports
  const known = new Map<string, BeforeStart>()
  const waitUntil = clock.now() + (deadline.at - clock.now()) * PART_OF_TIME_FOR_RUNNING
  let open = tasks
  let failures = 0
  while (open.length > 0 && !deadline.signal.aborted) {
    const sightings = await ports.read(open.map(task => ({ task, precheckId: null })))
    const again = new Map<Task, Again>()
    open.forEach((task, index) => {
      const seen = beforeStartOf(sightings[index] ?? { kind: 'missing', strangers: false })
      known.set(task.id, seen.known)
      if (seen.again !== null) again.set(task, seen.again)
    })
    const faulty = [...again.values()].includes('fault')
    failures += faulty ? 1 : 0
    const tooLate = clock.now() >= waitUntil
    open = open.filter(task => {
      const why = again.get(task)
      return why === 'fault' ? failures < PRE_READ_TRIES : why === 'running' && !tooLate
    })
    if (open.length === 0) break
    const pause = Math.min(ports.pauseMs, waitUntil - clock.now())
    await clock.sleep(faulty ? retryDelay(failures, random) : pause, deadline.signal)
  }
  return known
}

type Again = 'fault' | 'running'

function beforeStartOf(sighting: Sighting): { known: BeforeStart; again: Again | null } {
  switch (sighting.kind) {
    case 'missing':
      // An entry under an id that nobody asked for may be this task's: its id is known only after the start.
      return {
        known: { kind: 'earlier', earlier: sighting.strangers ? { kind: 'unreadable' } : { kind: 'none' } },
        again: null,
      }
    case 'fault':
      return beforeStartOfFault(sighting.fault)
    case 'entry':
      return beforeStartOfEntry(sighting.entry)
  }
}

function beforeStartOfFault(fault: ApiFault): { known: BeforeStart; again: Again | null } {
  if (fault.kind === 'authentication-failed' || fault.kind === 'permission-denied') {
    return { known: { kind: 'denied', fault }, again: null }
  }
  const none = isEmptyResultCode(fault.code)
  const earlier: Earlier = none ? { kind: 'none' } : { kind: 'unreadable' }
  const tryAgain = !none && fault.kind === 'transient' && !fault.final
  return { known: { kind: 'earlier', earlier }, again: tryAgain ? 'fault' : null }
}

function beforeStartOfEntry(entry: ResultEntry): { known: BeforeStart; again: Again | null } {
  const progress = percentOf(entry.process) ?? 0
  if (entry.precheck_result.length === 0 && progress === 0) {
    return { known: { kind: 'earlier', earlier: { kind: 'none' } }, again: null }
  }
  const going =
    (progress > 0 && progress < 100) || entry.precheck_result.some(item => wordOf(item.result) === '')
  const earlier: Earlier = { kind: 'found', content: contentOf(entry) }
  return { known: { kind: 'earlier', earlier }, again: going ? 'running' : null }
}
