import { expect, it } from 'vitest'
import { REASONS } from '../../src/precheck/model.ts'
import { cellsOf, nameOf } from './cells.ts'
import { expected } from './expected.ts'
import type { Cell, FaultRow, Outcome } from './model.ts'
import { modeOf, operationOf } from './model.ts'
import { play, type Played, taskName } from './play.ts'
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
function expectMessage(cell: Cell, { error, mayBeRunning }: Pick<Outcome, 'error' | 'mayBeRunning'>, played: Played): void {
  const said = played.error
  if (error === null) return expect(said).toBeNull()
  if (said === null) throw new Error('The task has no error')
  expect(said.advice).toMatch(/\w{3,} .*\./)
  expect(/A pre-check may be running\./.test(said.message)).toBe(mayBeRunning)
  const { row, service, moment } = cell
  switch (error) {
    case 'the deadline':
      return expect(said.message).toMatch(/not finished.* when the step's deadline came/)
    case 'no answer at the deadline':
      return expect(said.message).toMatch(/had not answered for \d+ s when the step's deadline came/)
    case 'no result':
      return expect(said.message).toMatch(/^Could not read the DRS .*DRS\.M00002/)
    case 'an old result':
      return expect(said.message).toMatch(/answer to the start .* was lost, .* may be an earlier run's/)
    case 'the fault':
      expect(said.message).toMatch(/^Could not (start|read) the /)
      expect(said.message).toContain(taskName(service, modeOf(moment)))
      expect(said.message).toMatch(row.says)
      const code = row.code?.({ service, operation: operationOf(moment) }) ?? null
      expect([said.httpStatus, said.code]).toEqual([row.status ?? null, code])
      expect(said.requestId !== null).toBe(row.status !== undefined)
  }
}
