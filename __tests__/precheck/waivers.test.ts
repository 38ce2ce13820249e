import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '../../src/precheck/fingerprint.ts'
import { ITEM_STATUSES } from '../../src/precheck/model.ts'
import {
  covers,
  currentWaivers,
  endsWithin14Days,
  hasExpired,
  matchesPattern,
  noteFor,
  WAIVER_STATUSES,
  waiverUse,
} from '../../src/precheck/waivers.ts'
import { runs } from '../../testing/effort.ts'
import { item, TODAY, waiver } from './judge-builders.ts'

const finding = (rest: Parameters<typeof item>[1] = {}, status: Parameters<typeof item>[0] = 'failed') => ({
  service: 'drs',
  taskId: 'a281f62f-1',
  item: item(status, rest),
  fingerprint: fingerprintOf('drs', item(status, rest), text => text),
  hasOwnName: true,
})

describe('a pattern', () => {
  it.each([
    ['*', '', true],
    ['*', 'source/MASTER/binlog', true],
    ['*binlog', 'source/MASTER/binlog', true],
    ['src*Ttl*', 'srcCollHasTtlIndex', true],
    ['src*ttl*', 'srcCollHasTtlIndex', false],
    ['a*c', 'a\nb\r\nc', true],
    ['a*b*c', 'aXbXbXc', true],
    ['a**c', 'ac', true],
    ['*ab', 'aab', true],
    ['*a?b', 'aaXab', false],
    ['?', '', false],
    ['?', '\n', true],
    ['?', '𝒳', true],
    ['??', '𝒳', false],
    ['a?c', 'ac', false],
    ['binlog', 'binlog#2', false],
    ['binlog', 'xbinlog', false],
    ['', '', true],
    ['', 'a', false],
    ['a.c', 'abc', false],
    ['[ab]', 'a', false],
    ['(a+)+$', 'aaaa', false],
    ['a\\*', 'a\\bc', true],
    ['?*', 'a', true],
    ['*?', '', false],
  ])('%j over %j is %j', (pattern, text, fits) => {
    expect(matchesPattern(pattern, text)).toBe(fits)
  })

  it('gives the same answer as a plain recursive reading', () => {
    const plain = (pattern: string, text: string): boolean => {
      if (pattern === '') return text === ''
      if (pattern[0] === '*')
        return plain(pattern.slice(1), text) || (text !== '' && plain(pattern, text.slice(1)))
      return (
        text !== '' &&
        (pattern[0] === '?' || pattern[0] === text[0]) &&
        plain(pattern.slice(1), text.slice(1))
      )
    }
    const letters = (...units: string[]) => fc.string({ unit: fc.constantFrom(...units), maxLength: 8 })
    fc.assert(
      fc.property(letters('a', 'b', '*', '?'), letters('a', 'b'), (pattern, text) => {
        expect(matchesPattern(pattern, text)).toBe(plain(pattern, text))
      }),
      { numRuns: runs(1250), seed: 21 },
    )
  })

  it.each(['a*a*a*a*b', `${'*a'.repeat(50)}b`, `${'*'.repeat(5000)}b`, `${'a?'.repeat(50)}*b`])(
    'answers soon on a hundred thousand characters made against it: %s',
    pattern => {
      const began = performance.now()
      expect(matchesPattern(pattern, 'a'.repeat(100_000))).toBe(false)
      expect(performance.now() - began).toBeLessThan(2000)
    },
  )
})

describe('a waiver', () => {
  it.each(
    ITEM_STATUSES.flatMap(status =>
      WAIVER_STATUSES.map(kind => {
        const wanted = {
          failed: ['failed'],
          warning: ['warning', 'skipped'],
          any: ['failed', 'warning', 'skipped'],
        }
        return [kind, status, wanted[kind].includes(status)] as const
      }),
    ),
  )('with status %s over a %s item covers it: %s', (kind, status, expected) => {
    expect(covers(waiver({ status: kind }), finding({}, status))).toBe(expected)
  })

  it.each([
    ['another service', waiver({ service: 'oms' }), false],
    ['its service', waiver({ service: 'drs' }), true],
    ['the service in another case', waiver({ service: 'DRS' }), false],
    ['a pattern of the task', waiver({ task: 'a281f62f-*' }), true],
    ['another task', waiver({ task: 'a281f62f' }), false],
    ['its reason', waiver({ failedReason: 'OFF' }), true],
    ['part of its reason', waiver({ failedReason: 'OF' }), false],
    ['a pattern where a reason is asked for', waiver({ failedReason: '*' }), false],
  ])('for %s', (_, one, expected) => {
    expect(covers(one, finding({ reason: 'OFF' }))).toBe(expected)
  })

  it('for a reason does not cover an item without one', () => {
    expect(covers(waiver({ failedReason: 'OFF' }), finding({ reason: null }))).toBe(false)
  })

  it('goes by the name without a number, and not by the number', () => {
    const numbered = finding({ id: 'ttl#2', baseId: 'ttl' })
    expect(covers(waiver({ item: 'ttl' }), numbered)).toBe(true)
    expect(covers(waiver({ item: 'ttl#2' }), numbered)).toBe(false)
    expect(covers(waiver({ item: 'ttl#2' }), finding({ id: 'ttl#2' }))).toBe(true)
  })

  it('covers one of several items with its name only by fingerprint', () => {
    const twin = { ...finding({ reason: 'OFF' }), hasOwnName: false }
    const fingerprints = [twin.fingerprint ?? '']
    expect(covers(waiver({ item: 'binlog' }), twin)).toBe(false)
    expect(covers(waiver({ item: '*' }), twin)).toBe(false)
    expect(covers(waiver({ item: 'binlog', failedReason: 'OFF' }), twin)).toBe(false)
    expect(covers(waiver({ item: 'binlog', fingerprints }), twin)).toBe(true)
  })

  it.each([
    ['of another finding', ['000000000000'], false],
    ['of its own', ['000000000000', '$own'], true],
    ['that is none', [], false],
    ['in capitals', ['$OWN'], false],
  ])('with a fingerprint %s', (_, listed, expected) => {
    const found = finding({ reason: 'OFF', detail: 'x' })
    const own = found.fingerprint ?? ''
    const fingerprints = listed.map(one => one.replace('$own', own).replace('$OWN', `${own.toUpperCase()}A`))
    expect(covers(waiver({ fingerprints }), found)).toBe(expected)
  })

  it('with a fingerprint still asks for all the rest', () => {
    const found = finding({ reason: 'OFF' })
    const fingerprints = [found.fingerprint ?? '']
    expect(covers(waiver({ fingerprints, status: 'warning' }), found)).toBe(false)
    expect(covers(waiver({ fingerprints, service: 'oms' }), found)).toBe(false)
    expect(covers(waiver({ fingerprints }), finding({ reason: 'OFF' }, 'passed'))).toBe(false)
  })

  it('holds through its last day', () => {
    const one = waiver({ expires: '2026-12-31' })
    expect(hasExpired(one, '2026-12-31')).toBe(false)
    expect(hasExpired(one, '2027-01-01')).toBe(true)
    expect(hasExpired(waiver({ expires: '2026-09-30' }), '2026-10-01')).toBe(true)
    expect(currentWaivers([one], '2027-01-01')).toEqual([])
  })

  it('gives its note when it is the first that covers the item', () => {
    const waivers = [waiver({ item: 'x' }), waiver({ owner: 'first' }), waiver({ owner: 'second' })]
    expect(noteFor(finding(), waivers)).toEqual({ reason: 'known', owner: 'first', expires: '2026-12-31' })
    expect(noteFor(finding({ id: 'y' }), [waiver({ item: 'x' })])).toBeNull()
  })

  it('is noticed from 14 days before its end to its last day', () => {
    const ending = (expires: string, today: string) => endsWithin14Days([waiver({ expires })], today).length
    expect(ending('2026-06-29', TODAY)).toBe(1)
    expect(ending('2026-06-30', TODAY)).toBe(0)
    expect(ending(TODAY, TODAY)).toBe(1)
    expect(ending('2026-06-14', TODAY)).toBe(0)
    expect(ending('2027-01-08', '2026-12-25')).toBe(1)
    expect(ending('2028-03-01', '2028-02-16')).toBe(1)
    expect(ending('2028-03-02', '2028-02-16')).toBe(0)
  })
})

describe('the use of waivers', () => {
  it('lists an expired one whether or not it would match, and an unused one by all that names it', () => {
    const expired = waiver({ expires: '2026-01-01' })
    const expiredElsewhere = waiver({ item: 'none', expires: '2026-01-01' })
    const unused = waiver({ item: 'none', service: 'oms', task: 't*', failedReason: 'OFF' })
    const use = waiverUse([expired, waiver(), unused, expiredElsewhere], [finding()], TODAY)
    const listed = {
      item: '*',
      service: null,
      task: null,
      reason: 'known',
      owner: 'dba',
      expires: '2026-01-01',
    }
    expect(use).toEqual({
      applied: 1,
      expired: [listed, { ...listed, item: 'none' }],
      unused: [{ ...listed, item: 'none', service: 'oms', task: 't*', expires: '2026-12-31' }],
      missed: [],
    })
  })

  it('counts waivers, not items, and also one that an earlier waiver stands before', () => {
    const findings = [finding(), finding({ id: 'x' }), finding({ id: 'y' })]
    expect(waiverUse([waiver(), waiver({ item: 'x' })], findings, TODAY).applied).toBe(2)
  })

  it('takes a waiver whose item has passed since as unused', () => {
    expect(waiverUse([waiver()], [finding({}, 'passed')], TODAY).unused).toHaveLength(1)
  })

  const changed = finding({ reason: 'NEW WORDS' })
  const stale = { item: 'binlog', fingerprints: ['000000000000'] }
  const missed = (waivers: readonly Parameters<typeof waiver>[0][], findings = [changed]) =>
    waiverUse(waivers.map(waiver), findings, TODAY).missed.map(({ item, why }) => `${item}: ${why}`)

  it('names one whose finding has changed since it was accepted, and counts it as unused', () => {
    expect(missed([stale])).toEqual(['binlog: changed'])
    expect(waiverUse([waiver(stale)], [changed], TODAY)).toMatchObject({
      applied: 0,
      unused: [{ item: 'binlog' }],
    })
  })

  it('names one that holds for one wording and lost another', () => {
    const kept = { ...finding({ detail: 'as it was' }), taskId: 'other' }
    const fingerprints = [kept.fingerprint ?? '', '000000000000']
    expect(missed([{ ...stale, fingerprints }], [kept, changed])).toEqual(['binlog: changed'])
    expect(missed([{ ...stale, fingerprints: fingerprints.slice(0, 1) }], [kept, changed])).toEqual([])
  })

  it('names one that could mean several items', () => {
    const twins = [changed, finding({ reason: 'B' })].map(one => ({ ...one, hasOwnName: false }))
    expect(missed([{ item: 'binlog' }], twins)).toEqual(['binlog: equal-names'])
  })

  it('names none that has expired, is for something else, or whose finding is accepted all the same', () => {
    expect(missed([{ ...stale, expires: '2026-01-01' }])).toEqual([])
    expect(missed([{ ...stale, item: 'ttl' }])).toEqual([])
    expect(missed([{ ...stale, failedReason: 'OLD' }])).toEqual([])
    expect(missed([stale, { item: 'binlog' }])).toEqual([])
    expect(missed([stale], [finding({}, 'passed')])).toEqual([])
  })
})
