import { describe, expect, it } from 'vitest'
import type { CheckItem } from '../../src/precheck/model.ts'
import {
  afterAnswer,
  afterNothing,
  afterStart,
  type Binding,
  type Worth,
} from '../../src/precheck/run-binding.ts'
import type { Beside, RunFacts, Standing } from '../../src/precheck/service.ts'
import { factsOf, itemNamed, pictureAt } from './fake-service.ts'

const against = (kind: Standing['against'], facts: Partial<Standing> = {}): Standing => ({
  against: kind,
  content: 'as it is',
  forMs: 10_000,
  cutShort: null,
  reads: 3,
  assumption: kind === 'old' ? 'no-run-id' : null,
  ...facts,
})
const done = (facts: Partial<RunFacts> = {}) => factsOf({ finished: true, ...facts })
/** A finished result that an earlier run could have left. */
const old = (facts: Partial<RunFacts> = {}) => done({ evidence: 'none', standing: against('old'), ...facts })
const showing = (...items: readonly CheckItem[]) => ({ picture: pictureAt(100, ...items) })
const strange = { kind: 'strange', asked: 'run-1', came: 'run-9' } as const

/** Items that stood beside an error, where nothing was there before the start. */
const beside = (...items: readonly CheckItem[]): Beside => ({ ...showing(...items), isFirst: true })

type Event = readonly [at: number, facts: RunFacts | 'nothing' | 'sent again']

/** What the last of several answers is worth. */
function worthAfter(first: Binding, ...events: readonly Event[]): Worth {
  let binding = first
  let worth: Worth | null = null
  for (const [at, event] of events) {
    if (event === 'nothing') binding = afterNothing(binding, null, at)
    else if (event === 'sent again') binding = sentAgain(binding, at)
    else ({ binding, worth } = afterAnswer(binding, event, at))
  }
  if (worth === null) throw new Error('There was no answer')
  return worth
}

const sentAgain = (binding: Binding, at: number) =>
  afterStart(binding, 'run', { confirmed: true, boundById: false }, at)
const confirmed = afterStart(null, 'run', { confirmed: true, boundById: false }, 0)
const unconfirmed = afterStart(null, 'run', { confirmed: false, boundById: false }, 0)
const queried = afterStart(null, 'query', { confirmed: true, boundById: false }, 0)
const boundById = afterStart(null, 'run', { confirmed: true, boundById: true }, 0)
const counts = (freshness: string) => ({ kind: 'counts', freshness, caveats: [] })
const hidden = (settling: boolean) => ({ kind: 'running', shows: false, settling })
const shown = (settling: boolean) => ({ kind: 'running', shows: true, settling })

describe('a finished result of a run that the answer proves to be new', () => {
  it('counts as new', () => {
    expect(worthAfter(confirmed, [1, done()])).toEqual(counts('new'))
  })

  it('counts after a lost start too, because progress says that it has worked', () => {
    expect(worthAfter(unconfirmed, [1, factsOf()], [2, old()])).toEqual(counts('new'))
  })

  it('counts without further evidence where the run has an id of its own', () => {
    expect(worthAfter(boundById, [1, done({ evidence: 'none' })])).toEqual(counts('new'))
  })

  it('does not count for want of an objection: neither evidence nor time speaks for it', () => {
    expect(worthAfter(confirmed, [1, done({ evidence: 'none' })])).toEqual(hidden(true))
  })

  it('counts on the strength of an earlier answer', () => {
    expect(worthAfter(confirmed, [1, factsOf()], [2, old()])).toEqual(counts('new'))
  })

  it('shows its items while it is going', () => {
    expect(worthAfter(confirmed, [1, factsOf()])).toEqual(shown(false))
  })
})

describe('a first result where nothing was before', () => {
  const first = old({ evidence: 'first-result' })

  it('counts as new when the start is confirmed', () => {
    expect(worthAfter(confirmed, [1, first])).toEqual(counts('new'))
  })

  it('proves nothing after a lost start', () => {
    expect(worthAfter(unconfirmed, [1, first])).toEqual(hidden(true))
  })

  it('proves nothing when it was there before the start was confirmed', () => {
    expect(worthAfter(unconfirmed, [1, first], [2, 'sent again'], [3, first])).toEqual(hidden(true))
  })

  it('proves nothing when items beside an error were there before the start was confirmed', () => {
    const seen = sentAgain(afterNothing(unconfirmed, beside(itemNamed('rights', 'failed')), 1), 2)
    expect(afterAnswer(seen, first, 3).worth).toEqual(hidden(true))
    const unseen = sentAgain(afterNothing(unconfirmed, beside(), 1), 2)
    expect(afterAnswer(unseen, first, 3).worth).toEqual(counts('new'))
  })

  it("counts when it was another task's that was there before the start was confirmed", () => {
    const identity = { kind: 'other-task', asked: 'run-1', came: 'run-2' } as const
    const events: readonly Event[] = [
      [1, done({ identity })],
      [2, 'sent again'],
    ]
    expect(worthAfter(unconfirmed, ...events, [3, first])).toEqual(counts('new'))
  })

  it('counts when it came only after the confirmed repetition', () => {
    const nothingYet = factsOf({ evidence: 'first-result' })
    expect(worthAfter(unconfirmed, [1, nothingYet], [2, 'sent again'], [3, first])).toEqual(counts('new'))
  })

  it('does not count while it is not finished', () => {
    expect(worthAfter(confirmed, [1, factsOf({ evidence: 'first-result' })])).toEqual(hidden(false))
  })
})

describe('a finished result without evidence', () => {
  const assumed = {
    kind: 'counts',
    freshness: 'assumed',
    caveats: [{ kind: 'assumed', because: 'no-run-id' }],
  }

  it('is assumed to be new when it has stood since the start, over enough reads', () => {
    expect(worthAfter(confirmed, [1, old()], [5_000, old()], [10_000, old()])).toEqual(assumed)
  })

  it.each([
    ['for too short', [1, 5_000, 9_999]],
    ['over too few reads', [5_000, 20_000]],
  ])('is hidden while it has stood %s', (_words, times) => {
    expect(worthAfter(confirmed, ...times.map((at): Event => [at, old()]))).toEqual(hidden(true))
  })

  it('has to stand anew from a read on that failed', () => {
    const events: readonly Event[] = [
      [1, old()],
      [9_000, 'nothing'],
      [10_000, old()],
      [12_000, old()],
    ]
    expect(worthAfter(confirmed, ...events, [18_999, old()])).toEqual(hidden(true))
    expect(worthAfter(confirmed, ...events, [19_000, old()])).toEqual(assumed)
  })

  it('has to stand anew when it changes', () => {
    const other = old({ standing: against('old', { content: 'changed' }) })
    const events: readonly Event[] = [
      [1, old()],
      [2_000, other],
      [6_000, other],
    ]
    expect(worthAfter(confirmed, ...events, [11_999, other])).toEqual(hidden(true))
    expect(worthAfter(confirmed, ...events, [12_000, other])).toEqual(assumed)
  })

  it('has to stand anew after an answer that was not finished', () => {
    const going = factsOf({ evidence: 'none' })
    const events: readonly Event[] = [
      [1, old()],
      [2_000, going],
      [6_000, old()],
      [7_000, old()],
    ]
    expect(worthAfter(confirmed, ...events, [11_999, old()])).toEqual(hidden(true))
    expect(worthAfter(confirmed, ...events, [12_000, old()])).toEqual(assumed)
  })

  it('has to stand anew from a repeated start on', () => {
    const events: readonly Event[] = [
      [1, old()],
      [9_000, 'sent again'],
      [10_000, old()],
      [11_000, old()],
    ]
    expect(worthAfter(unconfirmed, ...events, [18_999, old()])).toEqual(hidden(true))
    expect(worthAfter(unconfirmed, ...events, [19_000, old()])).toEqual(assumed)
  })

  it('is never assumed after a lost start, however long it stands', () => {
    const events = [1, 2, 3, 10_000, 1_000_000].map((at): Event => [at, old()])
    expect(worthAfter(unconfirmed, ...events)).toEqual(hidden(true))
  })
})

describe('a result that may be partial', () => {
  const partial = (content: string, facts: Partial<Standing> = {}) =>
    done({ standing: against('partial', { content, ...facts }) })

  it('counts as new when it has stood since it was first shown', () => {
    const events: readonly Event[] = [
      [5_000, partial('a')],
      [9_000, partial('a')],
    ]
    expect(worthAfter(confirmed, ...events, [14_999, partial('a')])).toEqual(shown(true))
    expect(worthAfter(confirmed, ...events, [15_000, partial('a')])).toEqual(counts('new'))
  })

  it('has to stand anew when it has grown, and after a failed read', () => {
    const grown: readonly Event[] = [
      [1, partial('a')],
      [2_000, partial('b')],
      [3_000, partial('b')],
    ]
    expect(worthAfter(confirmed, ...grown, [11_999, partial('b')])).toEqual(shown(true))
    const outage: readonly Event[] = [
      [1, partial('a')],
      [2_000, 'nothing'],
      [3_000, partial('a')],
      [4_000, partial('a')],
    ]
    expect(worthAfter(confirmed, ...outage, [12_999, partial('a')])).toEqual(shown(true))
    expect(worthAfter(confirmed, ...outage, [13_000, partial('a')])).toEqual(counts('new'))
  })

  it('is assumed to be whole where there is a reason to', () => {
    const events = [1, 2, 20_000].map((at): Event => [at, partial('a', { assumption: 'no-news' })])
    expect(worthAfter(confirmed, ...events)).toEqual({
      kind: 'counts',
      freshness: 'assumed',
      caveats: [{ kind: 'assumed', because: 'no-news' }],
    })
  })

  it('may stand for a shorter time shortly before the deadline', () => {
    const short = partial('a', { forMs: 50_000, cutShort: { from: 30_000, forMs: 10_000 } })
    const events = [1, 2, 3].map((at): Event => [at, short])
    expect(worthAfter(confirmed, ...events, [29_999, short])).toEqual(shown(true))
    expect(worthAfter(confirmed, ...events, [30_000, short])).toEqual(counts('new'))
    expect(worthAfter(confirmed, [25_000, short], [26_000, short], [34_999, short])).toEqual(shown(true))
  })

  it('has to stand in query mode too, and counts as found without an assumption', () => {
    const events = [1, 2, 3].map((at): Event => [at, partial('a', { assumption: 'no-news' })])
    expect(worthAfter(queried, ...events)).toEqual(shown(true))
    expect(worthAfter(queried, ...events, [20_000, partial('a')])).toEqual(counts('as-found'))
  })
})

describe('an answer under another id', () => {
  it('of another task of this gate is an invalid response, whatever it proves', () => {
    const identity = { kind: 'other-task', asked: 'run-1', came: 'run-2' } as const
    expect(worthAfter(confirmed, [1, done({ identity })])).toEqual({
      kind: 'doubted',
      shows: false,
      doubt: identity,
    })
    expect(worthAfter(queried, [1, factsOf({ identity })])).toEqual({
      kind: 'doubted',
      shows: false,
      doubt: identity,
    })
  })

  it('that nobody knows is assumed at best, and both ids are kept', () => {
    const worth = worthAfter(boundById, [1, done({ identity: strange })])
    expect(worth).toEqual({
      kind: 'counts',
      freshness: 'assumed',
      caveats: [{ kind: 'strange-id', asked: 'run-1', came: 'run-9' }],
    })
  })

  it('that nobody knows proves nothing', () => {
    expect(worthAfter(unconfirmed, [1, factsOf({ identity: strange })], [2, old()])).toEqual(hidden(true))
    expect(worthAfter(confirmed, [1, old({ identity: strange, evidence: 'new-run' })])).toEqual(hidden(true))
  })

  it('that nobody knows has to stand even after a new run was proved under the right one', () => {
    expect(worthAfter(confirmed, [1, factsOf()], [2, old({ identity: strange })])).toEqual(shown(true))
  })

  it('that nobody knows is as found in query mode, with the same caveat', () => {
    expect(worthAfter(queried, [1, done({ identity: strange })])).toMatchObject({
      freshness: 'as-found',
      caveats: [{ kind: 'strange-id' }],
    })
  })

  it('of an earlier run never counts', () => {
    const earlier = old({ identity: { kind: 'earlier-run' }, evidence: 'new-run' })
    expect(
      worthAfter(confirmed, [1, earlier], [20_000, earlier], [40_000, earlier], [60_000, earlier]),
    ).toEqual(hidden(false))
  })
})

describe('an overall verdict that cannot be read', () => {
  const unreadable = { unreadable: 'result maybe' }

  it('makes a finished result not verified, with its items', () => {
    const doubt = { kind: 'unreadable', said: 'result maybe' }
    expect(worthAfter(confirmed, [1, done(unreadable)])).toEqual({ kind: 'doubted', shows: true, doubt })
    expect(worthAfter(queried, [1, done(unreadable)])).toEqual({ kind: 'doubted', shows: true, doubt })
  })

  it('does not matter before the end, nor in a result that may be old', () => {
    expect(worthAfter(confirmed, [1, factsOf(unreadable)])).toEqual(shown(false))
    expect(worthAfter(confirmed, [1, old(unreadable)])).toEqual(hidden(true))
  })
})

describe('an item that an earlier answer of the run reported', () => {
  const failing = itemNamed('binlog', 'failed')

  it('and the finished one lacks makes the result not verified, by name', () => {
    const events: readonly Event[] = [
      [1, factsOf(showing(failing, itemNamed('disk')))],
      [2, done(showing(itemNamed('disk')))],
    ]
    expect(worthAfter(confirmed, ...events)).toEqual({
      kind: 'doubted',
      shows: true,
      doubt: { kind: 'lost-items', items: ['binlog'] },
    })
    expect(worthAfter(queried, ...events)).toMatchObject({ doubt: { items: ['binlog'] } })
  })

  it('may be missing when it belonged to no run yet', () => {
    const before = old(showing(failing))
    expect(worthAfter(confirmed, [1, before], [2, factsOf()], [3, done(showing(itemNamed('disk')))])).toEqual(
      counts('new'),
    )
  })

  it('may not get lost either when it stood beside an error', () => {
    const result = done({ evidence: 'first-result', ...showing(itemNamed('disk')) })
    const lost = { kind: 'doubted', shows: true, doubt: { kind: 'lost-items', items: ['binlog'] } }
    for (const ofThisRun of [confirmed, boundById, queried]) {
      const binding = afterNothing(ofThisRun, beside(failing, itemNamed('disk')), 1)
      expect(afterAnswer(binding, result, 2).worth).toEqual(lost)
    }
  })

  it('beside an error belongs to no run where something may have been there before', () => {
    const old = { ...beside(failing), isFirst: false }
    const binding = afterNothing(confirmed, old, 1)
    expect(afterAnswer(binding, done(showing(itemNamed('disk'))), 2).worth).toEqual(counts('new'))
  })

  it("may be missing when it was another task's", () => {
    const identity = { kind: 'other-task', asked: 'run-1', came: 'run-2' } as const
    const events: readonly Event[] = [
      [1, factsOf()],
      [2, factsOf({ identity, ...showing(failing) })],
    ]
    expect(worthAfter(confirmed, ...events, [3, done(showing(itemNamed('disk')))])).toEqual(counts('new'))
  })

  it('keeps its last status with a caveat when that is better', () => {
    const events: readonly Event[] = [
      [1, factsOf(showing(failing))],
      [2, done(showing(itemNamed('binlog')))],
    ]
    expect(worthAfter(confirmed, ...events)).toEqual({
      kind: 'counts',
      freshness: 'new',
      caveats: [{ kind: 'got-better', item: 'binlog', from: 'failed', to: 'passed' }],
    })
  })
})
