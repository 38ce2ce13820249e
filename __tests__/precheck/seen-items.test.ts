import { describe, expect, it } from 'vitest'
import type { CheckItem, ItemStatus } from '../../src/precheck/model.ts'
import { improvedItems, lostItems, NO_ITEMS_SEEN, seenAfter } from '../../src/precheck/seen-items.ts'
import { itemNamed } from './fake-service.ts'

const numbered = (baseId: string, n: number, status: ItemStatus = 'passed'): CheckItem => ({
  ...itemNamed(`${baseId}#${n}`, status),
  baseId,
})
const seen = (...answers: readonly (readonly CheckItem[])[]) => answers.reduce(seenAfter, NO_ITEMS_SEEN)

describe('an item that was reported', () => {
  it.each(['passed', 'warning', 'failed', 'skipped'] as const)('as %s is missed later', status => {
    expect(lostItems(seen([itemNamed('binlog', status)]), [])).toEqual(['binlog'])
  })

  it.each(['pending', 'unknown'] as const)('as %s has no result that could get lost', status => {
    expect(lostItems(seen([itemNamed('binlog', status)]), [])).toEqual([])
  })

  it('is not missed where it is there without a result that counts', () => {
    expect(lostItems(seen([itemNamed('binlog')]), [itemNamed('binlog', 'unknown')])).toEqual([])
  })

  it('is missed also when later answers but the last had it no more', () => {
    expect(lostItems(seen([itemNamed('binlog')], [], [itemNamed('disk')]), [itemNamed('disk')])).toEqual([
      'binlog',
    ])
  })

  it('is compared by number where several have its name', () => {
    const both = [itemNamed('disk'), numbered('disk', 2)]
    expect(lostItems(seen(both), [itemNamed('disk')])).toEqual(['disk'])
    expect(lostItems(seen(both, [itemNamed('disk')]), both)).toEqual([])
    expect(lostItems(seen([itemNamed('disk')]), both)).toEqual([])
  })

  it('as the echo of another is no report of its own', () => {
    const echo = { ...itemNamed('disk#start', 'failed'), isEcho: true }
    expect(lostItems(seen([itemNamed('disk'), echo]), [itemNamed('disk')])).toEqual([])
    expect(lostItems(seen([itemNamed('disk#start')]), [echo])).toEqual(['disk#start'])
  })
})

describe('an item whose status got better within the run', () => {
  it.each([
    ['failed', 'passed'],
    ['failed', 'warning'],
    ['failed', 'skipped'],
    ['warning', 'passed'],
    ['skipped', 'passed'],
  ] as const)('from %s to %s is named with both', (from, to) => {
    expect(improvedItems(seen([itemNamed('disk', from)]), [itemNamed('disk', to)])).toEqual([
      { item: 'disk', from, to },
    ])
  })

  it.each([
    ['passed', 'failed'],
    ['warning', 'skipped'],
    ['failed', 'failed'],
    ['failed', 'unknown'],
  ] as const)('is not one that went from %s to %s', (from, to) => {
    expect(improvedItems(seen([itemNamed('disk', from)]), [itemNamed('disk', to)])).toEqual([])
  })

  it('is compared with the worst that was seen', () => {
    const before = seen([itemNamed('disk', 'failed')], [itemNamed('disk', 'warning')])
    expect(improvedItems(before, [itemNamed('disk', 'warning')])).toEqual([
      { item: 'disk', from: 'failed', to: 'warning' },
    ])
    const worse = seen([itemNamed('disk', 'passed')], [itemNamed('disk', 'failed')])
    expect(improvedItems(worse, [itemNamed('disk')])).toEqual([
      { item: 'disk', from: 'failed', to: 'passed' },
    ])
  })

  it('is not told of equal names, nor of one that was never seen', () => {
    const both = [itemNamed('disk', 'failed'), numbered('disk', 2, 'failed')]
    expect(improvedItems(seen(both), [itemNamed('disk'), numbered('disk', 2)])).toEqual([])
    expect(
      improvedItems(seen([itemNamed('disk', 'failed')]), [itemNamed('disk'), numbered('disk', 2)]),
    ).toEqual([])
    expect(improvedItems(seen([]), [itemNamed('disk')])).toEqual([])
  })
})
