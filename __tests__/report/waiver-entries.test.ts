import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '../../src/precheck/fingerprint.ts'
import { findingsOf } from '../../src/report/findings.ts'
import { waiverEntries } from '../../src/report/waiver-entries.ts'
import { numbered } from '../../src/services/item-ids.ts'
import { checkItem, reportOfItems } from '../../testing/reports/fixtures.ts'

const AUTHOR = { reason: 'known', owner: 'dba-team', expires: '2099-12-31' }

/** The report of items of these names, as a service would number them. */
function reportOfNames(names: readonly string[], secret = '') {
  const ids = numbered(names.map((id, content) => ({ id, content })))
  const items = names.map((baseId, at) => {
    const item = checkItem({ id: ids[at] ?? '', baseId, status: 'failed', reason: `R${at}`, detail: null })
    return { ...item, fingerprint: fingerprintOf('drs', item, text => `${secret}${text}`) }
  })
  return reportOfItems(items)
}

describe('the entry that waives an item', () => {
  it.each([
    [['a'], ['a']],
    [
      ['a', 'a', 'a'],
      ['a', 'a', 'a'],
    ],
    [
      ['a', 'a#2'],
      ['a', 'a#2'],
    ],
    [
      ['a', 'a', 'a#2', 'a#2'],
      ['a', 'a', 'a#2', 'a#2'],
    ],
    [['a#2'], ['a#2']],
    [['a#start'], ['a#start']],
  ])('of the names %j names %j', (names, named) => {
    const entries = waiverEntries(findingsOf(reportOfNames(names)), AUTHOR)
    expect(entries.map(({ item }) => item)).toEqual(named)
  })

  it('goes by the other items where the texts are not those that the fingerprint was made of', () => {
    const entries = waiverEntries(findingsOf(reportOfNames(['a', 'a', 'b#2'], 'another')), AUTHOR)
    expect(entries.map(({ item }) => item)).toEqual(['a', 'a', 'b#2'])
  })
})
