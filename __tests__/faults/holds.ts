import { expect, it } from 'vitest'
import { REASONS } from '../../src/precheck/model.ts'
import { cellsOf, isPlayed, nameOf } from '../../testing/faults/cells.ts'
import { expected } from '../../testing/faults/expected.ts'
import type { Cell, FaultRow, Outcome } from '../../testing/faults/model.ts'
import { modeOf, operationOf } from '../../testing/faults/model.ts'
import type { Service } from '../../testing/faults/targets.ts'
import { type Played, play, taskName } from './play.ts'

/** Makes every row a test that plays all its cells; a test for each cell would take as long as the cell. */
export function itComesOut(rows: readonly FaultRow[], service: Service): void {
  const played = rows.map(row => [row.name, cellsOf([row], service).filter(isPlayed)] as const)
  const meant = played.filter(([, cells]) => cells.length > 0)
  it.each(meant)('%s', { timeout: ROW_TIMEOUT_MS }, async (_name, cells) => {
    for (const cell of cells) expectOutcome(cell, await play(cell))
  })
}

/** A row is up to twenty gates, and a machine can be busy. */
const ROW_TIMEOUT_MS = 120_000

function expectOutcome(cell: Cell, played: Played): void {
  const { error, mayBeRunning, ...counted } = expected(cell)
  const reason = cell.moment === 'mid-poll, an item has failed' ? 'checks-failed' : counted.reason
  const decision = Object.fromEntries(REASONS)[reason]
  const open = counted.requests === null ? { requests: null, polls: null } : {}
  expect({ ...played.outcome, ...open }, nameOf(cell)).toEqual({ ...counted, reason })
  expect([played.end.sent, played.decision], nameOf(cell)).toEqual([played.outcome.requests, decision])
  expect(played.exitCode, nameOf(cell)).toBe(decision === 'passed' ? 0 : 1)
  expect(played.partial, nameOf(cell)).toBe(played.error !== null && played.items > 0)
  expectMessage(cell, { error, mayBeRunning }, played)
}

/** A message says what was being done, for which task, what came back, and what to do next. */
function expectMessage(cell: Cell, { error, mayBeRunning }: Expected, { error: said }: Played): void {
  if (error === null || said === null) {
    expect(said, nameOf(cell)).toBe(error)
    return
  }
  expect(said.advice, nameOf(cell)).toMatch(/\w{3,} .*\./)
  expect(/A pre-check may be running\./.test(said.message), nameOf(cell)).toBe(mayBeRunning)
  if (error !== 'the fault') {
    expect(said.message, nameOf(cell)).toMatch(SAYS[error])
    return
  }
  const { row, service, moment } = cell
  expect(said.message, nameOf(cell)).toMatch(/^Could not (start|read) the /)
  expect(said.message, nameOf(cell)).toContain(taskName(service, modeOf(moment)))
  expect(said.message, nameOf(cell)).toMatch(row.says)
  const code = row.code?.({ service, operation: operationOf(moment) }) ?? null
  expect([said.httpStatus, said.code], nameOf(cell)).toEqual([row.status ?? null, code])
  expect(said.requestId !== null, nameOf(cell)).toBe(row.status !== undefined)
}

type Expected = Pick<Outcome, 'error' | 'mayBeRunning'>

const SAYS = {
  'never sent': /^Could not start the .* throttles this client until after the deadline/,
  'no start at the deadline': /could not be started within the \d+ s before the step's deadline/,
  // An answer that never speaks of the task says nothing of how far it is.
  'the deadline':
    /not finished.* when the step's deadline came|until the step's deadline came, and no answer had a result of this task/,
  'no answer at the deadline': /had not answered for \d+ s when the step's deadline came/,
  // The lost start comes before all else, in whatever words.
  'an old result': /^.{0,60}start/,
} as const
