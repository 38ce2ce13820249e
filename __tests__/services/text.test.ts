import { describe, expect, it } from 'vitest'
import { booleanOf, linesOf, textOf, wordOf } from '../../src/services/text.ts'

describe('the text of a field', () => {
  it.each([
    ['a text', ' as it stands ', ' as it stands '],
    ['an empty text', '', null],
    ['blanks', ' \n\t', null],
    ['null', null, null],
    ['an absent field', undefined, null],
    ['a number', 0, '0'],
    ['false', false, 'false'],
    ['an object', { a: [1] }, '{"a":[1]}'],
  ])('of %s', (_what, value, expected) => {
    expect(textOf(value)).toBe(expected)
  })

  it('of a value that is nested too deep to be written is a remark instead of a crash', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`)
    expect(textOf(deep)).toBe('(nested too deep to be shown)')
    expect(wordOf(deep)).toBe('(NESTED TOO DEEP TO BE SHOWN)')
  })

  it('of a value that is no JSON at all is a bug, which shows itself', () => {
    const circle: { self?: unknown } = {}
    circle.self = circle
    expect(() => textOf(circle)).toThrow(TypeError)
  })
})

describe('several texts', () => {
  it('become lines of one, without the empty ones', () => {
    expect(linesOf('a', '', null, undefined, 'b')).toBe('a\nb')
    expect(linesOf('', null)).toBeNull()
    expect(linesOf()).toBeNull()
  })
})

describe('a boolean', () => {
  it.each([
    [true, true],
    [false, false],
    ['true', true],
    [' FALSE ', false],
    [1, null],
    [0, null],
    ['yes', null],
    ['', null],
    [null, null],
    [undefined, null],
    [{}, null],
    [[true], null],
  ])('of %j is %s', (value, expected) => {
    expect(booleanOf(value)).toBe(expected)
  })
})

describe('a word of a service', () => {
  it('is compared without case and outer blanks', () => {
    expect([' passed\n', 'Passed', 'PASSED'].map(wordOf)).toEqual(['PASSED', 'PASSED', 'PASSED'])
  })

  it.each(['paßed', 'paſſed', 'ﬁniſhed', 'ſucceſſ'])(
    'is compared by the letters of ASCII only: %s is none that is known',
    word => {
      expect(wordOf(word)).not.toMatch(/^[A-Z]+$/)
    },
  )
})
