import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toldWait } from '../../src/cloud/told-wait.ts'

const NOW = new Date('2026-11-21T03:00:00Z')
const window = (time: string) =>
  `The throttling threshold has been reached: policy user over ratelimit,limit:100,time:${time}`

describe('Retry-After is taken', () => {
  it.each<[string, string, number]>([
    ['in seconds', '120', 120_000],
    ['in seconds with blanks around', ' 7 ', 7_000],
    ['in parts of a second', '1.5', 1_500],
    ['as a date', 'Sat, 21 Nov 2026 03:00:30 GMT', 30_000],
    ['as a date of the older form', 'Saturday, 21-Nov-26 03:01:00 GMT', 60_000],
    ['in more seconds than a step can last', '99999999999', 99_999_999_999_000],
  ])('%s', (_, header, wait) => {
    expect(toldWait(header, '', NOW)).toBe(wait)
  })

  it('before the text', () => {
    expect(toldWait('3', window('1 minute'), NOW)).toBe(3_000)
  })
})

describe('Retry-After names no wait when it is', () => {
  it.each([
    ['empty', ''],
    ['blank', '  '],
    ['zero: a try at once would only be turned away again', '0'],
    ['negative', '-5'],
    ['a date that is over', 'Sat, 21 Nov 2026 02:59:59 GMT'],
    ['a date that is now', 'Sat, 21 Nov 2026 03:00:00 GMT'],
    ['a word', 'soon'],
    ['a word with a number, which Date.parse takes for a date', 'soon 1'],
    ['a number with a unit', '5s'],
    ['a hexadecimal number', '0x10'],
    ['a power', '1e9'],
    ['a list', '5, 10'],
    ['no real date', 'Sat, 99 Nov 2026 03:00:00 GMT'],
    ['infinite', 'Infinity'],
  ])('%s', (_, header) => {
    expect(toldWait(header, '', NOW)).toBeNull()
    expect(toldWait(header, window('2 second'), NOW)).toBe(2_000)
  })
})

describe('the window of the text is taken', () => {
  it.each([
    [window('1 minute'), 60_000],
    [window('1 second'), 1_000],
    [window('5 second'), 5_000],
    [window('1minute'), 60_000],
    [window(' 2 hours'), 7_200_000],
    [window('1 DAY'), 86_400_000],
    ['policy ip over ratelimit,limit:5/5 second', 5_000],
    ['limit:100/1 minute user', 60_000],
    ['limit:2000/1 minute api', 60_000],
  ])('%s', (text, wait) => {
    expect(toldWait(null, text, NOW)).toBe(wait)
  })

  it.each([
    '',
    'Too many requests',
    window('0 second'),
    window('soon'),
    window('1 fortnight'),
    window('-1 minute'),
    'overtime:5 minutes later',
    'took 5 second',
  ])('but not from %j', text => {
    expect(toldWait(null, text, NOW)).toBeNull()
  })
})

it('a told wait is never zero, negative or no number', () => {
  fc.assert(
    fc.property(fc.option(fc.string(), { nil: null }), fc.string(), (header, text) => {
      const wait = toldWait(header, text, NOW)
      return wait === null || wait > 0
    }),
    { seed: 20261123, numRuns: 1_000 },
  )
})
