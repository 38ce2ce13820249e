import { ApiFault, type FaultFacts } from '../../../src/cloud/fault.ts'
import type { Task } from '../../../src/precheck/model.ts'
import { verbatim } from '../../../src/precheck/sentence.ts'
import { type ResultEntry, resultEntry } from '../../../src/services/drs/wire.ts'

/** Entries of DRS answers and what goes with them, as plain objects. */

export type RawItem = Readonly<Record<string, unknown>>

export const taskOf = (id: string): Task => ({ id, label: null })
export const item = (name: string, result: unknown = 'PASSED', more: RawItem = {}): RawItem => ({
  item: name,
  result,
  ...more,
})

/** A raw entry that is finished and all green, but for what is given; `undefined` leaves a field out. */
export function rawEntry(fields: Readonly<Record<string, unknown>> = {}) {
  const raw: Record<string, unknown> = {
    precheck_id: 'task-1',
    result: true,
    process: '100%',
    total_passed_rate: '100%',
    precheck_result: [item('binlog'), item('disk')],
    ...fields,
  }
  return Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined))
}

/** The same as it stands after the wire was read. */
export function entryOf(fields: Readonly<Record<string, unknown>> = {}): ResultEntry {
  return resultEntry.parse(rawEntry(fields))
}

export function faultOf(facts: Partial<FaultFacts> = {}): ApiFault {
  return new ApiFault({
    kind: 'transient',
    what: verbatim('Could not read it: HTTP 503.'),
    httpStatus: 503,
    ...facts,
  })
}
