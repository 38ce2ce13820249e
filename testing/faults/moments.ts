import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import type { Cell, Fault, Moment } from './model.ts'
import { modeOf, operationOf } from './model.ts'
import { courseOf, RUNS_FOR_MS, type Service } from './targets.ts'

/** Where in a run a fault strikes: which call of which operation, and what kind of run it is. */

export type CallOfRun = 'pre-read' | 'start' | 'poll'

/** The poll that the gate ends with where nothing goes wrong. */
const LAST_POLL: Readonly<Record<Service, number>> = { drs: 4, oms: 4, ddm: 6 }
/** Of the eleven that the twelve seconds of that moment hold. */
const POLL_BEFORE_DEADLINE = 9
const SHORT_DEADLINE_MS = 12_000
const DEADLINE_MS = 120_000

/** The nth result call, from 1, that a fault strikes first; DRS is read twice before the start where it has no result yet. */
function firstRead({ service, moment }: Cell): number {
  const before = service === 'drs' && modeOf(moment) === 'run' ? (moment === 'pre-read' ? 1 : 2) : 0
  const poll: Partial<Record<Moment, number>> = {
    'pre-read': 0,
    'mid-poll': 2,
    'mid-poll, an item has failed': 2,
    'last read': LAST_POLL[service],
    deadline: POLL_BEFORE_DEADLINE,
  }
  return before + (poll[moment] ?? 1)
}

/** True when the fault hits the nth call, from 1, of an operation. */
export function isHit(cell: Cell, call: CallOfRun, nth: number): boolean {
  const first = operationOf(cell.moment) === 'start' ? 1 : firstRead(cell)
  if ((call === 'start') !== (operationOf(cell.moment) === 'start')) return false
  return cell.duration === 'once' ? nth === first : nth >= first
}

export function timesOf({ moment }: Cell) {
  const endless = moment === 'deadline' || moment === 'mid-poll, an item has failed'
  return {
    runsForMs: endless ? Number.POSITIVE_INFINITY : RUNS_FOR_MS,
    deadlineMs: moment === 'deadline' ? SHORT_DEADLINE_MS : DEADLINE_MS,
  }
}

const OPERATIONS = {
  drs: { start: 'drs.start', read: 'drs.result' },
  ddm: { start: 'ddm.start', read: 'ddm.result' },
  oms: { start: 'oms.submit', read: 'oms.result' },
} as const

/** The operation of the simulator that starts a pre-check. */
export const startOf = (service: Service) => OPERATIONS[service].start

/** The scenario of a cell: a run and the fault that strikes it. */
export function scenarioOf(cell: Cell): ScenarioInput {
  const { row, service, moment, duration } = cell
  const operation = operationOf(moment)
  const course = courseOf(service, {
    mode: modeOf(moment),
    runsForMs: timesOf(cell).runsForMs,
    failing: moment === 'mid-poll, an item has failed',
    oldResult: moment === 'start, old result',
  })
  const fault = row.fault({ service, operation })
  const first = operation === 'start' ? 1 : firstRead(cell)
  const calls = duration === 'once' ? first : { from: first }
  const struck = { when: { operation: OPERATIONS[service][operation], calls }, fault: arriving(fault, cell) }
  return { ...course, rules: [struck] }
}

/** A start whose answer is lost can have begun the pre-check; one that was turned away has not. */
function arriving(fault: Fault, { row, service, moment }: Cell): Fault {
  if (operationOf(moment) !== 'start' || !('processed' in fault || fault.kind === 'answer')) return fault
  const { kind } = row.means({ service, operation: 'start' })
  const isOpen = kind === 'harmless' || kind === 'transient' || kind === 'unreadable'
  return { ...fault, processed: isOpen && moment !== 'start, not arrived' }
}
