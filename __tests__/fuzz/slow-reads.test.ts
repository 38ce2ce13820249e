import { afterAll, describe, expect, it } from 'vitest'
import type { Case, DrsTaskCase } from './case.ts'
import { readReport } from './complaints.ts'
import { openStage } from './play.ts'

/** "A read under way counts as failed only when it has gone on for over 5 s and for over twice the longest answered one." */

const stage = openStage()
afterAll(() => stage.close())

const LAST_READ_AT_S = 18
const FOREVER_MS = 59_000

const task: DrsTaskCase = {
  earlier: { entry: { process: '50%', precheck_result: [] }, staysReads: 0, hidden: null },
  other: null,
  starts: [],
  begins: false,
  ownId: true,
  stages: [],
}

/** A query that reads every six seconds; the fourth read is under way for so long when the deadline comes. */
async function endOf(answeredMs: number, underWayS: number) {
  const run: Case = {
    targets: [
      {
        service: 'drs',
        mode: 'query',
        tasks: [task],
        faults: [],
        mutations: [],
        latenciesMs: [answeredMs, answeredMs, answeredMs, FOREVER_MS],
      },
    ],
    failOn: 'failed',
    waivers: [],
    timeoutMinutes: (LAST_READ_AT_S + underWayS) / 60,
    pollSeconds: 6,
    settleSeconds: 0.5,
    cancelAt: null,
    credential: 'token',
    seed: 1,
  }
  const played = await stage.play(run)
  const [found] = readReport(played.reportText)?.targets[0]?.tasks ?? []
  return [played.exchanges.length, found?.reasonCode, found?.progress]
}

describe('a read that the deadline cuts off', () => {
  it.each([
    ['is no failure while it has lasted under five seconds', 10, 4.8, 'timed-out'],
    ['has failed after more than five', 10, 5.1, 'service-unavailable'],
    ['is no failure while a read before took more than half as long', 4_000, 7.8, 'timed-out'],
    ['has failed after more than twice the longest one', 4_000, 8.1, 'service-unavailable'],
    ['is no failure of a slow service, however soon it comes', 4_000, 1.2, 'timed-out'],
  ])('%s', async (_name, answeredMs, underWayS, reason) => {
    expect(await endOf(answeredMs, underWayS)).toEqual([4, reason, 50])
  })
})
