import { describe, expect, it } from 'vitest'
import type { FaultRow, Operation } from '../../testing/faults/model.ts'
import { startOf } from '../../testing/faults/moments.ts'
import { BODIES } from '../../testing/faults/rows-bodies.ts'
import { REDIRECTS_AND_CODES } from '../../testing/faults/rows-refusals.ts'
import { STATUS_ROWS } from '../../testing/faults/rows-statuses.ts'
import { TRANSPORT } from '../../testing/faults/rows-transport.ts'
import { courseOf, inputsOf, SERVICES, type Service } from '../../testing/faults/targets.ts'
import { runGate, verdictOf } from '../scenarios/harness.ts'

/** A few cells through the built bundle as a process of its own, in real time: the matrix is no artefact of its clock. */

/** Long enough for progress to be seen, without which a lost start of DRS proves nothing. */
const RUN = { mode: 'run', runsForMs: 600, failing: false, oldResult: false } as const
const rows = [...TRANSPORT, ...BODIES, ...REDIRECTS_AND_CODES, ...STATUS_ROWS]

function rowOf(name: string): FaultRow {
  const row = rows.find(one => one.name === name)
  if (row === undefined) throw new Error(`The matrix has no row ${name}`)
  return row
}

type Reasons = Readonly<Record<Service, string>>
const every = (reason: string): Reasons => ({ drs: reason, ddm: reason, oms: reason })
const lost = (reason: string): Reasons => ({ drs: 'all-passed', ddm: reason, oms: reason })

const CELLS: readonly (readonly [name: string, operation: Operation, reasons: Reasons])[] = [
  ['connection reset before the answer', 'start', lost('service-unavailable')],
  ['connection reset in the middle of the answer', 'read', every('all-passed')],
  ['a web page of a proxy', 'start', lost('invalid-response')],
  ['gzip that nobody asked for', 'read', every('all-passed')],
  ['302 to another host', 'read', every('service-error')],
  ['503, a web page', 'read', every('all-passed')],
  ['409, plain text', 'start', every('start-refused')],
  ['403, no body', 'read', every('permission-denied')],
]

const CASES = CELLS.flatMap(([name, operation, reasons]) =>
  SERVICES.map(service => [service, operation, name, reasons[service]] as const),
)

describe('the bundle', () => {
  it.concurrent.each(CASES)('%s, one %s: %s', async (service, operation, name, reason) => {
    const row = rowOf(name)
    const fault = row.fault({ service, operation })
    const { kind } = row.means({ service, operation })
    const arrived = kind === 'transient' || kind === 'unreadable' ? { processed: true } : {}
    const struck = { drs: 'drs.result', ddm: 'ddm.result', oms: 'oms.result' } as const
    const when = {
      operation: operation === 'start' ? startOf(service) : struck[service],
      calls: service === 'drs' && operation === 'read' ? 3 : 1,
    }
    const end = await runGate({
      connected: false,
      scenario: { ...courseOf(service, RUN), rules: [{ when, fault: { ...fault, ...arrived } }] },
      around: simulator => ({
        inputs: {
          ...inputsOf(service, 'run', simulator),
          'poll-interval-seconds': '0.1',
          'settle-seconds': service === 'oms' ? '' : '0.5',
        },
      }),
    })
    const passes = reason === 'all-passed'
    expect(verdictOf(end)).toMatchObject({ exitCode: passes ? 0 : 1, reason })
    expect(end.counts[startOf(service)]).toBe(1)
    expect(end.report.requests).toBe(end.requests.length)
    const error = end.report.targets[0]?.tasks[0]?.error ?? null
    if (passes) expect(error).toBeNull()
    else expect(error?.message).toMatch(row.says)
  })
})
