import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numbered } from '../../src/services/item-ids.ts'

const alike = (ids: readonly string[]) => ids.map(id => ({ id, content: null }))

describe('ids of check items', () => {
  it.each([
    ['no items', [], []],
    ['ids that differ', ['a', 'b'], ['a', 'b']],
    ['equal ids', ['a', 'b', 'a', 'a'], ['a', 'b', 'a#2', 'a#3']],
    ['a number that is a name of its own', ['a', 'a', 'a#2'], ['a', 'a#3', 'a#2']],
    ['such a name twice', ['a#2', 'a', 'a#2', 'a'], ['a#2', 'a', 'a#2#2', 'a#3']],
    ['names of built-in properties', ['constructor', 'constructor'], ['constructor', 'constructor#2']],
  ])('are made from %s', (_what, ids, expected) => {
    expect(numbered(alike(ids))).toEqual(expected)
  })

  it('are unique and each begins with its name, whatever the names', () => {
    const name = fc.constantFrom('a', 'b', 'a#2', 'a#3', 'a#2#2', '-')
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), names => {
        const ids = numbered(alike(names))
        expect(new Set(ids).size).toBe(names.length)
        expect(ids.every((id, index) => id.startsWith(names[index] ?? 'no such name'))).toBe(true)
      }),
      { seed: 20261121 },
    )
  })

  it('mean the same item in whatever order an answer has them', () => {
    const content = fc.record({
      status: fc.constantFrom('PASSED', 'FAILED'),
      note: fc.string({ maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.uniqueArray(content, { selector: one => JSON.stringify(one) }), contents => {
        const items = contents.map(one => ({ id: 'a', content: one }))
        const byContent = (list: typeof items) => {
          const ids = numbered(list)
          return new Map(list.map((item, index) => [JSON.stringify(item.content), ids[index]]))
        }
        expect(byContent(items.toReversed())).toEqual(byContent(items))
      }),
      { seed: 20261122 },
    )
  })

  it('go by the fields by name, not by the order in which they are written', () => {
    const [one, other] = [
      { id: 'a', content: { x: 1, y: 2 } },
      { id: 'a', content: { y: 1, x: 2 } },
    ]
    expect(numbered([one, other])).toEqual(['a', 'a#2'])
    expect(numbered([other, one])).toEqual(['a#2', 'a'])
  })
})
