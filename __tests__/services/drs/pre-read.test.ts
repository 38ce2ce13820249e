import { describe, expect, it } from 'vitest'
import type { Task } from '../../../src/precheck/model.ts'
import { itemsOf } from '../../../src/services/drs/evidence.ts'
import { type BeforeStart, preRead } from '../../../src/services/drs/pre-read.ts'
import type { Sighting } from '../../../src/services/drs/sightings.ts'
import { deadlineIn, FakeClock } from '../../../testing/fake-clock.ts'
import { entryOf, faultOf, item, taskOf } from './entries.ts'

const none = { kind: 'earlier', earlier: { kind: 'none' }, highest: -1 }
const unclear = { kind: 'earlier', earlier: { kind: 'unclear' }, highest: -1 }
const found = (fields: Readonly<Record<string, unknown>> = {}) => ({
  kind: 'earlier',
  earlier: { kind: 'finished', id: 'task-1', items: itemsOf(entryOf(fields)) },
  highest: 100,
})
const stillGoing = (highest: number) => ({
  kind: 'earlier',
  earlier: { kind: 'going', id: 'task-1' },
  highest,
})

const entry = (fields: Readonly<Record<string, unknown>> = {}): Sighting => ({
  kind: 'entry',
  entry: entryOf(fields),
  identity: { kind: 'own' },
})
const fault = (facts: Parameters<typeof faultOf>[0] = {}): Sighting => ({
  kind: 'fault',
  fault: faultOf(facts),
  beside: null,
})
const missing: Sighting = { kind: 'missing', strangers: false }
const going = entry({ process: '40%', precheck_result: [] })

interface Settings {
  readonly deadlineMs?: number
  readonly pauseMs?: number
  readonly cancelAt?: number
  /** What the clock says when the step begins. */
  readonly beginsAt?: number
}

/** Reads before the start; `see` says what the nth read (from 1) shows of a task. */
async function readBefore(
  ids: readonly string[],
  see: (id: string, nth: number, at: number) => Sighting,
  { deadlineMs = 90_000, pauseMs = 2_000, cancelAt, beginsAt = 0 }: Settings = {},
) {
  const clock = new FakeClock()
  await clock.advance(beginsAt)
  const deadline = deadlineIn(clock, deadlineMs)
  if (cancelAt !== undefined) void clock.sleep(cancelAt).then(deadline.cancel)
  const reads: { at: number; ids: readonly string[] }[] = []
  const known = await clock.until(
    preRead(ids.map(taskOf), {
      clock,
      deadline,
      random: () => 0,
      pauseMs,
      read: async expected => {
        reads.push({ at: clock.now(), ids: expected.map(({ task }: { task: Task }) => task.id) })
        return expected.map(({ task }) => see(task.id, reads.length, clock.now()))
      },
    }),
  )
  return { of: (id: string): BeforeStart | undefined => known.get(id), reads, tookMs: clock.now() }
}

describe('the read before the start', () => {
  it.each<readonly [string, Sighting]>([
    ['no entry', missing],
    ['an entry without items and with no process', entry({ process: undefined, precheck_result: undefined })],
    ['an entry without items and with 0 %', entry({ process: '0%', precheck_result: [] })],
    ['the error DRS.M00002', fault({ code: 'DRS.M00002', means: 'no-result', httpStatus: 422 })],
  ])('takes %s for no earlier result when two reads in a row say so', async (_what, sighting) => {
    const { of, reads } = await readBefore(['a'], () => sighting)
    expect(of('a')).toEqual(none)
    expect(reads.map(read => read.at)).toEqual([0, 500])
  })

  it.each<readonly [string, Sighting, object]>([
    ['a finished result', entry(), found()],
    ['a run that is going', going, stillGoing(40)],
  ])(
    'does not take one empty answer for no earlier result when %s comes next',
    async (_what, second, known) => {
      const { of } = await readBefore(['a'], (_id, nth) => (nth === 1 ? missing : second))
      expect(of('a')).toEqual(known)
    },
  )

  it('is sure of two empty answers in a row only: neither with a fault between them nor of one beside two faults', async () => {
    const { of, reads } = await readBefore(['a'], (_id, nth) => (nth === 2 ? fault() : missing))
    expect([of('a'), reads.length]).toEqual([unclear, 3])
    const hardly = await readBefore(['a'], (_id, nth) => (nth === 3 ? missing : fault()))
    expect([hardly.of('a'), hardly.reads.length]).toEqual([unclear, 3])
    const late = await readBefore(['a'], (_id, nth) => (nth === 1 ? fault() : missing))
    expect([late.of('a'), late.reads.length]).toEqual([none, 3])
  })

  it('keeps a run that was going when later answers make no sense', async () => {
    const { of } = await readBefore(['a'], (_id, nth) => (nth === 1 ? going : fault({ final: true })))
    expect(of('a')).toEqual(stillGoing(40))
  })

  it('does not take the result of another task of the gate for this one', async () => {
    const identity = { kind: 'other-task', asked: 'a', came: 'b' } as const
    const { of } = await readBefore(['a'], () => ({ kind: 'entry', entry: entryOf(), identity }))
    expect(of('a')).toEqual(unclear)
  })

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['a finished result', {}],
    ['a finished result without items', { precheck_result: [] }],
    ['a failed result', { result: false, precheck_result: [item('binlog', 'FAILED')] }],
  ])('keeps %s to compare with', async (_what, fields) => {
    const { of, reads } = await readBefore(['a'], () => entry(fields))
    expect(of('a')).toEqual(found(fields))
    expect(reads).toHaveLength(1)
  })

  it('does not take a missing task for one without a result when the answer holds an unknown id', async () => {
    const { of } = await readBefore(['a'], () => ({ kind: 'missing', strangers: true }))
    expect(of('a')).toEqual(unclear)
  })

  it.each(['authentication-failed', 'permission-denied'] as const)('ends a task on %s', async kind => {
    const { of, reads } = await readBefore(['a'], () => fault({ kind }))
    expect(of('a')).toMatchObject({ kind: 'denied', fault: { kind } })
    expect(reads).toHaveLength(1)
  })

  it.each(['not-found', 'service-error', 'start-refused'] as const)('decides nothing on %s', async kind => {
    const { of, reads } = await readBefore(['a'], () => fault({ kind }))
    expect(of('a')).toEqual(unclear)
    expect(reads).toHaveLength(1)
  })
})

describe('a read before the start that fails', () => {
  it('is tried three times, with growing delays', async () => {
    const { of, reads } = await readBefore(['a'], () => fault())
    expect(of('a')).toEqual(unclear)
    expect(reads.map(read => read.at)).toEqual([0, 500, 1_500])
  })

  it('is not tried again when no further try makes sense', async () => {
    const { of, reads } = await readBefore(['a'], () => fault({ final: true }))
    expect(of('a')).toEqual(unclear)
    expect(reads).toHaveLength(1)
  })

  it('is forgotten when a later try works', async () => {
    const { of, reads } = await readBefore(['a'], (_id, nth) => (nth < 3 ? fault() : entry()))
    expect(of('a')).toEqual(found())
    expect(reads).toHaveLength(3)
  })

  it('for one task does not read the others again', async () => {
    const { of, reads } = await readBefore(['a', 'b', 'c'], id => (id === 'b' ? fault() : entry()))
    expect(reads.map(read => read.ids)).toEqual([['a', 'b', 'c'], ['b'], ['b']])
    expect([of('a'), of('b'), of('c')]).toEqual([found(), unclear, found()])
  })
})

describe('an earlier run that is still going', () => {
  it.each([
    ['a process of 1', { process: '1%', precheck_result: [] }],
    ['a process of 99', { process: '99%' }],
    ['a process below 1', { process: '0.5%', precheck_result: [] }],
    ['items without a process', { process: undefined }],
    ['an item without a result', { precheck_result: [item('binlog'), item('disk', null)] }],
  ])('is known by %s and waited for', async (_what, fields) => {
    const { of, reads } = await readBefore(['a'], (_id, nth) => entry(nth < 4 ? fields : {}))
    expect(of('a')).toEqual(found())
    expect(reads.map(read => read.at)).toEqual([0, 2_000, 4_000, 6_000])
  })

  it('is waited for until a third of the time has gone, then the start is tried anyway', async () => {
    const { of, reads, tookMs } = await readBefore(['a'], () => going)
    expect(of('a')).toEqual(stillGoing(40))
    expect(tookMs).toBe(30_000)
    expect(reads.at(-1)?.at).toBe(30_000)
  })

  it('is waited for as long when the clock does not begin at 0', async () => {
    const { tookMs } = await readBefore(['a'], () => going, { beginsAt: 500_000 })
    expect(tookMs).toBe(530_000)
  })

  it('is not waited for any longer because the pause is long', async () => {
    const { tookMs } = await readBefore(['a'], () => going, { pauseMs: 80_000 })
    expect(tookMs).toBe(30_000)
  })

  it('does not hold up the reads of tasks that need none', async () => {
    const { reads } = await readBefore(['a', 'b'], (id, nth) => (id === 'b' && nth < 3 ? going : entry()))
    expect(reads.map(read => read.ids)).toEqual([['a', 'b'], ['b'], ['b']])
  })

  it('may be read with faults in between, three at most', async () => {
    const patient = await readBefore(['a'], (_id, nth) => (nth % 2 === 0 && nth < 5 ? fault() : going))
    expect(patient.tookMs).toBe(30_000)
    const given = await readBefore(['a'], (_id, nth) => (nth % 2 === 0 ? fault() : going))
    expect(given.of('a')).toEqual(stillGoing(40))
    expect(given.reads).toHaveLength(6)
  })

  it('is left alone when the step is cancelled', async () => {
    const { tookMs } = await readBefore(['a'], () => going, { cancelAt: 4_700 })
    expect(tookMs).toBe(4_700)
  })
})
