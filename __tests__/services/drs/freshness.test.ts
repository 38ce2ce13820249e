import { describe, expect, it } from 'vitest'
import {
  contentOf,
  type Earlier,
  evidenceAfterStart,
  observe,
  worthOf,
} from '../../../src/services/drs/freshness.ts'
import type { ResultEntry } from '../../../src/services/drs/wire.ts'
import { entryOf, item } from './entries.ts'

const SETTLE_MS = 120_000
const START_AT = 1_000

const none: Earlier = { kind: 'none' }
const unreadable: Earlier = { kind: 'unreadable' }
const found = (entry: ResultEntry): Earlier => ({
  kind: 'found',
  content: contentOf(entry),
})

const OLD = entryOf()
const REFUSED = null
type Poll = readonly [atMs: number, entry: ResultEntry | typeof REFUSED]

/** What a finished result is worth after these polls, the last of which showed it. */
function worth(earlier: Earlier, polls: readonly Poll[], startConfirmed = true) {
  const begun = evidenceAfterStart(earlier, startConfirmed, START_AT)
  const evidence = polls.reduce((known, [at, entry]) => observe(known, entry, START_AT + at), begun)
  return worthOf(evidence, SETTLE_MS, START_AT + (polls.at(-1)?.[0] ?? 0))
}

/** The same entry, seen at these times. */
const seen = (entry: ResultEntry | null, ...times: readonly number[]): readonly Poll[] =>
  times.map(at => [at, entry])

describe('a finished result after a start', () => {
  it('counts at once where there was no earlier one', () => {
    expect(worth(none, seen(OLD, 0))).toBe('new')
    expect(worth(none, seen(OLD, 0), false)).toBe('new')
  })

  it('waits where it shows what the read before the start showed', () => {
    expect(worth(found(OLD), seen(OLD, 1_000))).toBe('wait')
    expect(worth(unreadable, seen(OLD, 1_000))).toBe('wait')
  })

  it.each<readonly [string, ResultEntry]>([
    ['its pre-check id', entryOf({ precheck_id: 'another' })],
    ['its overall result', entryOf({ result: false })],
    ['its rate', entryOf({ total_passed_rate: '99%' })],
    ['a field the gate does not know', entryOf({ job_direction: 'down' })],
    ['the result of an item', entryOf({ precheck_result: [item('binlog'), item('disk', 'ALARM')] })],
    [
      'the data of an item',
      entryOf({ precheck_result: [item('binlog'), item('disk', 'PASSED', { data: '1' })] }),
    ],
    ['one item more', entryOf({ precheck_result: [item('binlog'), item('disk'), item('ssl')] })],
    ['one item less', entryOf({ precheck_result: [item('binlog')] })],
    ['the same item twice', entryOf({ precheck_result: [item('binlog'), item('disk'), item('disk')] })],
    ['an error', entryOf({ error_msg: 'something' })],
  ])('is new when it differs from the earlier one in %s', (_what, entry) => {
    expect(worth(found(OLD), seen(entry, 1_000))).toBe('new')
  })

  it.each<readonly [string, ResultEntry]>([
    ['the order of its items', entryOf({ precheck_result: [item('disk'), item('binlog')] })],
    ['the order of keys', entryOf({ precheck_result: [{ result: 'PASSED', item: 'binlog' }, item('disk')] })],
    ['null in place of an absent field', entryOf({ job_direction: null })],
    ['the form of its process', entryOf({ process: 100 })],
  ])('is not new for a difference in %s', (_what, entry) => {
    expect(worth(found(OLD), seen(entry, 1_000))).toBe('wait')
  })

  it('is not new where only the shape of the id has vanished', () => {
    expect(
      worth(found(entryOf({ precheck_id: null })), seen(entryOf({ precheck_id: undefined }), 1_000)),
    ).toBe('wait')
  })

  it.each(['0%', 0, '99', '99.5%', ' 12 % '])('is new once a process of %j was seen', process => {
    const running = entryOf({ process, precheck_result: [] })
    for (const earlier of [found(OLD), unreadable]) {
      expect(worth(earlier, [...seen(running, 500), ...seen(OLD, 1_000)])).toBe('new')
    }
  })

  it('is not new because a poll showed no process', () => {
    const bare = entryOf({ process: undefined })
    expect(worth(unreadable, [...seen(bare, 500), ...seen(OLD, 1_000)])).toBe('wait')
  })

  it('is not new because it changed, where the earlier one could not be read', () => {
    const changed = entryOf({ result: false, precheck_id: 'another' })
    expect(worth(unreadable, [...seen(OLD, 500), ...seen(changed, 1_000)])).toBe('wait')
  })

  it('stays new, whatever the polls after the evidence show', () => {
    const running = entryOf({ process: '10%' })
    expect(worth(found(OLD), [...seen(running, 500), ...seen(null, 600, 700), ...seen(OLD, 1_000)])).toBe(
      'new',
    )
  })
})

describe('a result without evidence', () => {
  const times = [20_000, 40_000, 60_000, 80_000, 120_000]

  it.each<readonly [string, Earlier]>([
    ['that is as it was before', found(OLD)],
    ['where nothing could be read before', unreadable],
  ])('%s is assumed to be new after settle-seconds', (_what, earlier) => {
    expect(worth(earlier, seen(OLD, ...times))).toBe('assumed')
  })

  it('waits 1 ms before settle-seconds are over', () => {
    expect(worth(found(OLD), seen(OLD, ...times.slice(0, 4), 119_999))).toBe('wait')
  })

  it('waits for the fifth poll, however long that takes', () => {
    expect(worth(found(OLD), seen(OLD, 100_000, 200_000, 300_000, 400_000))).toBe('wait')
    expect(worth(found(OLD), seen(OLD, 100_000, 200_000, 300_000, 400_000, 400_001))).toBe('assumed')
  })

  it('is never new after a start whose answer was lost', () => {
    expect(worth(found(OLD), seen(OLD, ...times), false)).toBe('never')
    expect(worth(unreadable, seen(OLD, ...times), false)).toBe('never')
    expect(worth(unreadable, seen(OLD, ...times.slice(0, 4)), false)).toBe('wait')
  })

  it('begins its time anew when a poll shows no entry or an error', () => {
    const broken = [...seen(OLD, 20_000, 40_000), ...seen(null, 60_000)]
    const after = [80_000, 100_000, 120_000, 140_000]
    expect(worth(found(OLD), [...broken, ...seen(OLD, ...after, 179_999)])).toBe('wait')
    expect(worth(found(OLD), [...broken, ...seen(OLD, ...after, 180_000)])).toBe('assumed')
  })

  it('begins its time anew when a poll shows it without a process', () => {
    const bare = entryOf({ process: undefined })
    expect(worth(unreadable, [...seen(bare, 1, 2, 3, 4), ...seen(OLD, 200_000)])).toBe('wait')
  })

  it('needs five polls after a broken row, not five in all', () => {
    const polls = [...seen(OLD, 1, 2, 3, 4), ...seen(null, 5), ...seen(OLD, 6, 7, 8, 200_000)]
    expect(worth(found(OLD), polls)).toBe('wait')
  })

  it('begins its time anew when it changes, where nothing could be read before', () => {
    const other = entryOf({ result: false })
    const before = seen(OLD, 20_000, 40_000, 60_000)
    const after = [80_000, 100_000, 120_000, 140_000]
    expect(worth(unreadable, [...before, ...seen(other, ...after, 199_999)])).toBe('wait')
    expect(worth(unreadable, [...before, ...seen(other, ...after, 200_000)])).toBe('assumed')
  })
})
