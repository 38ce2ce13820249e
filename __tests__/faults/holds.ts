import { expect, it } from 'vitest'
import { REASONS } from '../../src/precheck/model.ts'
import { cellsOf, nameOf } from './cells.ts'
import { expected } from './expected.ts'
import type { Cell, FaultRow, Outcome } from './model.ts'
import { modeOf, operationOf } from './model.ts'
import { type Played, play, taskName } from './play.ts'
import type { Service } from './targets.ts'

/** Makes every cell of some rows a test. */
export function itComesOut(rows: readonly FaultRow[], service: Service): void {
  it.each(cellsOf(rows, service).map(cell => [nameOf(cell), cell] as const))('%s', async (_name, cell) => {
    const { error, mayBeRunning, ...counted } = expected(cell)
    const failing = cell.moment === 'mid-poll, an item has failed'
    const reason = failing ? 'checks-failed' : counted.reason
    const played = await play(cell)
    expect(played.outcome).toEqual({ ...counted, reason })
    expect(played.end.sent).toBe(played.outcome.requests)
    expect(played.decision).toBe(Object.fromEntries(REASONS)[reason])
    expect(played.exitCode).toBe(played.decision === 'passed' ? 0 : 1)
    expect(played.partial).toBe(played.error !== null && played.items > 0)
    expectMessage(cell, { error, mayBeRunning }, played)
  })
}

/** A message says what was being done, for which task, what came back, and what to do next. */
function expectMessage(cell: Cell, { error, mayBeRunning }: Expected, { error: said }: Played): void {
  if (error === null || said === null) {
    expect(said).toBe(error)
    return
  }
  expect(said.advice).toMatch(/\w{3,} .*\./)
  expect(/A pre-check may be running\./.test(said.message)).toBe(mayBeRunning)
  if (error !== 'the fault') {
    expect(said.message).toMatch(SAYS[error])
    return
  }
  const { row, service, moment } = cell
  expect(said.message).toMatch(/^Could not (start|read) the /)
  expect(said.message).toContain(taskName(service, modeOf(moment)))
  expect(said.message).toMatch(row.says)
  const code = row.code?.({ service, operation: operationOf(moment) }) ?? null
  expect([said.httpStatus, said.code]).toEqual([row.status ?? null, code])
  expect(said.requestId !== null).toBe(row.status !== undefined)
}

type Expected = Pick<Outcome, 'error' | 'mayBeRunning'>

const SAYS = {
  'never sent': /^Could not start the .* throttles this client until after the deadline/,
  'no start at the deadline': /could not be started within the \d+ s before the step's deadline/,
  'the deadline': /not finished.* when the step's deadline came/,
  'no answer at the deadline': /had not answered for \d+ s when the step's deadline came/,
  'no result': /^Could not read the DRS .*DRS\.M00002/,
  'an old result': /answer to the start .* was lost, .* may be an earlier run's/,
} as const
