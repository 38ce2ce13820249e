import { describe, expect, it } from 'vitest'
import { percentOf } from '../../src/services/wire.ts'

describe('a percentage', () => {
  it.each([
    [100, 100],
    [0, 0],
    [66.7, 66.7],
    ['100', 100],
    ['66.67', 66.67],
    ['100%', 100],
    [' 99.5 % ', 99.5],
    ['100.0', 100],
  ])('is read from %j', (value, expected) => {
    expect(percentOf(value)).toBe(expected)
  })

  it.each([[null], [undefined], [''], ['  ']])('is absent in %j', value => {
    expect(percentOf(value)).toBeNull()
  })

  it.each([
    [-1],
    [100.1],
    ['101%'],
    ['99.99999999999999999%'],
    ['100.00000000000000000001'],
    ['done'],
    ['1e2'],
    ['0x64'],
    ['100%%'],
    [true],
    [[100]],
    [{}],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
  ])('cannot be read from %j', value => {
    expect(percentOf(value)).toBeUndefined()
  })
})
