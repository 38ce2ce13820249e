import { describe, expect, it } from 'vitest'
import { canonical, canonicalUnordered } from '../../src/services/canonical.ts'

describe('the canonical text of a JSON value', () => {
  it.each([
    ['the order of keys', { a: 1, b: [2] }, { b: [2], a: 1 }],
    ['the order of keys further in', { a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }],
    ['absent against null', { a: 1, b: null }, { a: 1 }],
    ['absent against undefined', { a: 1, b: undefined }, { a: 1 }],
    [
      'an own key named like a built-in',
      JSON.parse('{"__proto__":1,"a":2}'),
      JSON.parse('{"a":2,"__proto__":1}'),
    ],
  ])('is the same whatever %s', (_what, one, other) => {
    expect(canonical(one)).toBe(canonical(other))
  })

  it.each([
    ['1 and "1"', 1, '1'],
    ['null and "null"', null, 'null'],
    ['a list and an object', [1], { 0: 1 }],
    ['the order of a list', [1, 2], [2, 1]],
    ['a null in a list', [1, null], [1]],
    ['{} and []', {}, []],
    ['a key with a quote', { 'a":1,"b': 2 }, { a: 1, b: 2 }],
    ['an own key named like a built-in', JSON.parse('{"__proto__":1}'), {}],
  ])('tells apart %s', (_what, one, other) => {
    expect(canonical(one)).not.toBe(canonical(other))
  })

  it.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('survives %s nested deeper than any call stack', (_what, open, close) => {
    const deep = JSON.parse(`${open.repeat(100_000)}[]${close.repeat(100_000)}`)
    expect(canonical({ a: deep })).toBe(canonical({ a: deep }))
  })
})

describe('the canonical text of a list without order', () => {
  it('is the same for the same entries in another order', () => {
    expect(canonicalUnordered([{ a: 1 }, { b: 2 }])).toBe(canonicalUnordered([{ b: 2 }, { a: 1 }]))
  })

  it.each([
    ['one entry more', [{ a: 1 }], [{ a: 1 }, { a: 1 }]],
    ['one entry less', [{ a: 1 }, { b: 1 }], [{ b: 1 }]],
    ['a changed field', [{ a: 1 }], [{ a: 2 }]],
    ['an empty list and one with an empty entry', [], [{}]],
  ])('tells apart %s', (_what, one, other) => {
    expect(canonicalUnordered(one)).not.toBe(canonicalUnordered(other))
  })
})
