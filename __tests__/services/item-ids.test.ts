import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numbered } from '../../src/services/item-ids.ts'

describe('ids of check items', () => {
  it.each([
    ['no items', [], []],
    ['ids that differ', ['a', 'b'], ['a', 'b']],
    ['equal ids', ['a', 'b', 'a', 'a'], ['a', 'b', 'a#2', 'a#3']],
    ['a number that is a name of its own', ['a', 'a', 'a#2'], ['a', 'a#3', 'a#2']],
    ['such a name twice', ['a#2', 'a', 'a#2', 'a'], ['a#2', 'a', 'a#2#2', 'a#3']],
    ['names of built-in properties', ['constructor', 'constructor'], ['constructor', 'constructor#2']],
  ])('are made from %s', (_what, ids, expected) => {
    expect(numbered(ids)).toEqual(expected)
  })

  it('are unique and each begins with its name, whatever the names', () => {
    const name = fc.constantFrom('a', 'b', 'a#2', 'a#3', 'a#2#2', '-')
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), names => {
        const ids = numbered(names)
        expect(new Set(ids).size).toBe(names.length)
        expect(ids.every((id, index) => id.startsWith(names[index] ?? 'no such name'))).toBe(true)
      }),
      { seed: 20261121 },
    )
  })
})
