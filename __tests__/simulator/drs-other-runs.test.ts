import { describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { readDrs, resultsOf, startDrs, TASK, withSimulator } from './client.ts'

/** Runs of a DRS task that are not the caller's, and earlier results that are not always to be seen. */

type Task = NonNullable<ScenarioInput['drs']>[number]
const withTask = (task: Omit<Task, 'id'>): ScenarioInput => ({ drs: [{ id: TASK, ...task }] })

/** Process or error of the task in one read; null where the answer has no entry for it. */
async function seen(simulator: Parameters<typeof readDrs>[0]) {
  const [entry] = resultsOf(await readDrs(simulator))
  return entry === undefined ? null : (entry['error_code'] ?? entry['process'])
}

describe('an earlier result', () => {
  it.each([
    ['missing', null],
    ['blank', '0%'],
    ['no-result', 'DRS.M00002'],
    ['running', '40%'],
  ] as const)('can be hidden as %s for the first reads of the task', (as, shown) => {
    const earlier = { timeline: [{ process: '100%' }], hidden: { reads: 2, as } }
    return withSimulator({ scenario: withTask({ earlier }) }, async simulator => {
      const reads = [await seen(simulator), await seen(simulator), await seen(simulator)]
      expect(reads).toEqual([shown, shown, '100%'])
    })
  })
})

describe('the run of somebody else', () => {
  const clock = new FakeClock()
  const otherRun = [{ process: '60%' }, { at: 400, process: '100%' }]
  const earlier = { timeline: [{ process: '40%' }], stays: 'forever' as const }

  it('goes on through a start that is accepted, timed from it', () =>
    withSimulator(
      { scenario: withTask({ earlier, start: { begins: false, otherRun } }), clock: clock.ofDay },
      async simulator => {
        expect(await seen(simulator)).toBe('40%')
        await startDrs(simulator)
        expect(await seen(simulator)).toBe('60%')
        await clock.advance(400)
        expect(await seen(simulator)).toBe('100%')
      },
    ))

  it('ends while a start is put off', () => {
    const start: Task['start'] = [
      { status: 'failed', error_code: 'DRS.M01504', otherRun: [{ process: '100%' }] },
      { timeline: [{ process: '7%' }] },
    ]
    const scenario = withTask({ earlier: { ...earlier, stays: { reads: 0 } }, start })
    return withSimulator({ scenario }, async simulator => {
      await startDrs(simulator)
      expect(await seen(simulator)).toBe('100%')
      await startDrs(simulator)
      expect(await seen(simulator)).toBe('7%')
    })
  })
})

describe('a fault that hits a share of the requests', () => {
  const hits = async (seed: number) => {
    const when = { operation: 'drs.result' as const, share: 0.05, seed }
    const rules = [{ when, fault: { kind: 'answer' as const, status: 503 } }]
    const statuses: number[] = []
    await withSimulator({ scenario: { ...withTask({}), rules } }, async simulator => {
      for (let nth = 0; nth < 400; nth += 1) statuses.push((await readDrs(simulator)).status)
    })
    return statuses.flatMap((status, nth) => (status === 503 ? [nth] : []))
  }

  it('hits about as many as it says, the same ones for the same seed, others for another', async () => {
    const first = await hits(1)
    expect(first.length).toBeGreaterThan(8)
    expect(first.length).toBeLessThan(36)
    expect(await hits(1)).toEqual(first)
    expect(await hits(2)).not.toEqual(first)
  })
})
