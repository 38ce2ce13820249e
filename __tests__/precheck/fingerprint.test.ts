import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '../../src/precheck/fingerprint.ts'
import type { CheckItem } from '../../src/precheck/model.ts'
import { anyCharacter } from '../../testing/any-character.ts'
import { runs } from '../../testing/effort.ts'
import { item } from './judge-builders.ts'

const same = (text: string) => text
const printOf = (rest: Partial<CheckItem>, redact = same) =>
  fingerprintOf('drs', item('failed', rest), redact)
const WHOLE = { id: 'ttl', reason: 'HAS_TTL', detail: 'db.a' }

describe('the fingerprint of a finding', () => {
  it('is twelve hexadecimal digits that never change, so that a waiver holds from release to release', () => {
    expect(printOf(WHOLE)).toBe('96884d97a84c')
  })

  it.each(['failed', 'warning', 'skipped'] as const)(
    'is the same for a %s one: status is none of its parts',
    status => {
      expect(fingerprintOf('drs', item(status, WHOLE), same)).toBe(printOf(WHOLE))
    },
  )

  it.each(['passed', 'pending', 'unknown'] as const)('is none for a %s item', status => {
    expect(fingerprintOf('drs', item(status, WHOLE), same)).toBeNull()
  })

  it.each([
    ['reason', { reason: 'HAS_TTL_2' }],
    ['missing reason', { reason: null }],
    ['detail', { detail: 'db.b' }],
    ['letter case', { detail: 'DB.A' }],
    ['blank', { detail: 'db.a ' }],
    ['name', { id: 'ttl2' }],
    ['text moved from reason to detail', { reason: 'HAS', detail: '_TTLdb.a' }],
  ])('is another one with another %s', (_, rest) => {
    expect(printOf({ ...WHOLE, ...rest })).not.toBe(printOf(WHOLE))
  })

  it('is another one of another service', () => {
    expect(fingerprintOf('ddm', item('failed', WHOLE), same)).not.toBe(printOf(WHOLE))
  })

  it('goes by the name without number, and by no text that the catalogue or the service may word anew', () => {
    const numbered = { ...WHOLE, id: 'ttl#2', baseId: 'ttl' }
    expect(printOf(numbered)).toBe(printOf(WHOLE))
    expect(printOf({ ...WHOLE, name: 'TTL', suggestion: 'Rebuild it.', group: 'g' })).toBe(printOf(WHOLE))
  })

  it('takes a blank text for none, as the report does', () => {
    expect(printOf({ ...WHOLE, detail: ' \n' })).toBe(printOf({ ...WHOLE, detail: null }))
  })

  it('tells nothing of a secret: another one in the same place makes the same fingerprint', () => {
    const hide = (text: string) => text.replace(/s3cret-\d/, '***')
    expect(printOf({ ...WHOLE, detail: 'u:s3cret-1' }, hide)).toBe(
      printOf({ ...WHOLE, detail: 'u:s3cret-2' }, hide),
    )
  })

  it('is there for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), text => {
        expect(printOf({ reason: text, detail: text })).toMatch(/^[0-9a-f]{12}$/)
      }),
      { seed: 4, numRuns: runs(100) },
    )
  })
})
