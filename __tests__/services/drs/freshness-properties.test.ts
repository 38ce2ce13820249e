import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contentOf,
  type Earlier,
  evidenceAfterStart,
  observe,
  worthOf,
} from '../../../src/services/drs/freshness.ts'
import { resultEntry } from '../../../src/services/drs/wire.ts'
import { runs } from '../../effort.ts'
import { item } from './entries.ts'
import { type BeforeStart, type History, isEvidence, type Raw, worthByTheRules } from './freshness-oracle.ts'

const START_AT = 5_000

/** Few values, so that equal entries are as frequent as different ones. */
const items = fc.constantFrom(
  [item('binlog'), item('disk')],
  [item('disk'), item('binlog')],
  [item('binlog'), item('disk', 'FAILED')],
  [item('binlog')],
  [],
)
const finishedEntry: fc.Arbitrary<Raw> = fc.record(
  {
    precheck_id: fc.constantFrom('a', 'a', 'a', 'b', null),
    result: fc.constantFrom(true, true, true, false),
    total_passed_rate: fc.constantFrom('100%', '100%', null),
    process: fc.constantFrom('100%', 100, '100'),
    precheck_result: items,
  },
  { requiredKeys: ['process', 'precheck_result'] },
)
const unfinishedEntry: fc.Arbitrary<Raw> = fc
  .tuple(finishedEntry, fc.constantFrom<unknown>('0%', '40%', 99.5, undefined, undefined, undefined))
  .map(([entry, process]) => ({ ...entry, process }))
const before: fc.Arbitrary<BeforeStart> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ kind: 'none' as const }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'unreadable' as const }) },
  { weight: 8, arbitrary: finishedEntry.map(entry => ({ kind: 'found' as const, entry })) },
)

/** Mostly the same entry again and again, as a service shows it that has nothing new to say. */
const polls = fc
  .record({
    usual: finishedEntry,
    steps: fc.array(
      fc.record({
        afterMs: fc.integer({ min: 1, max: 40_000 }),
        entry: fc.oneof(
          { weight: 14, arbitrary: fc.constant('usual' as const) },
          { weight: 2, arbitrary: finishedEntry },
          { weight: 1, arbitrary: unfinishedEntry },
          { weight: 1, arbitrary: fc.constant(null) },
        ),
      }),
      { minLength: 1, maxLength: 20 },
    ),
  })
  .map(({ usual, steps }) => {
    let at = START_AT
    return steps.map(({ afterMs, entry }) => {
      at += afterMs
      return { at, entry: entry === 'usual' ? usual : entry }
    })
  })

const history: fc.Arbitrary<History> = fc
  .tuple(before, polls, fc.boolean(), fc.constantFrom(500, 30_000, 120_000), fc.boolean())
  .map(([earlier, seen, startConfirmed, settleMs, asBefore]) => {
    const usual = seen.find(poll => poll.entry !== null)?.entry
    const same = asBefore && earlier.kind === 'found' && usual !== null && usual !== undefined
    const found: BeforeStart = same ? { kind: 'found', entry: usual } : earlier
    return { before: found, polls: seen, startConfirmed, settleMs, startAt: START_AT }
  })

function earlierOf(seen: BeforeStart): Earlier {
  if (seen.kind !== 'found') return seen
  return { kind: 'found', content: contentOf(resultEntry.parse(seen.entry)) }
}

/** What the product makes of a history, at each poll that shows a finished result. */
function worths({ before: seen, startAt, startConfirmed, settleMs, polls: all }: History) {
  let evidence = evidenceAfterStart(earlierOf(seen), startConfirmed, startAt)
  return all.flatMap(({ at, entry }, index) => {
    const parsed = entry === null ? null : resultEntry.parse(entry)
    evidence = observe(evidence, parsed, at)
    const isFinished = parsed !== null && Number.parseFloat(String(parsed.process)) === 100
    return isFinished ? [{ upTo: all.slice(0, index + 1), worth: worthOf(evidence, settleMs, at) }] : []
  })
}

describe('whatever the polls after a start show, a finished result', () => {
  it('is worth what the rules say', () => {
    fc.assert(
      fc.property(history, one => {
        for (const { upTo, worth } of worths(one))
          expect(worth).toBe(worthByTheRules({ ...one, polls: upTo }))
      }),
      { seed: 20260121, numRuns: runs(750) },
    )
  })

  it('is never new without evidence where there may have been an earlier one', () => {
    fc.assert(
      fc.property(history, one => {
        fc.pre(one.before.kind !== 'none')
        for (const { upTo, worth } of worths(one)) {
          if (!upTo.some(poll => isEvidence(one.before, poll))) expect(worth).not.toBe('new')
        }
      }),
      { seed: 20260122, numRuns: runs(375) },
    )
  })

  it('never counts without evidence after a start whose answer was lost', () => {
    fc.assert(
      fc.property(history, one => {
        fc.pre(one.before.kind !== 'none')
        for (const { upTo, worth } of worths({ ...one, startConfirmed: false })) {
          const proven = upTo.some(poll => isEvidence(one.before, poll))
          expect(proven ? ['new'] : ['wait', 'never']).toContain(worth)
        }
      }),
      { seed: 20260123, numRuns: runs(375) },
    )
  })

  it('meets all the cases that the rules tell apart', () => {
    const met = new Set<string>()
    fc.assert(
      fc.property(history, one => {
        for (const { worth } of worths(one)) met.add(`${one.before.kind}: ${worth}`)
      }),
      { seed: 20260124, numRuns: runs(750) },
    )
    expect([...met].sort()).toEqual([
      'found: assumed',
      'found: never',
      'found: new',
      'found: wait',
      'none: new',
      'unreadable: assumed',
      'unreadable: never',
      'unreadable: new',
      'unreadable: wait',
    ])
  })
})
