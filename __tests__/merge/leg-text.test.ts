import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LegText } from '../../src/merge/leg-text.ts'
import type { LegFile } from '../../src/merge/legs.ts'
import { OneCopy } from '../../src/merge/one-copy.ts'
import { jsonTexts } from '../../src/report/json-text.ts'
import { reportSchema } from '../../src/report/schema.ts'
import { IS_LONG } from '../../testing/effort.ts'
import { item } from '../precheck/judge-builders.ts'
import { inBothLanguages } from './in-both-languages.ts'
import { legIn, legReport } from './legs-of-a-run.ts'

/** A report is read as by the JSON parser and the schema at once, although neither ever sees it whole. */

const nasty = '{[\\"}]😀ä\n'
const items = [
  item('passed'),
  item('failed', { id: 'b', detail: nasty, blackObjects: { [nasty]: [[{ a: nasty }], {}] } }),
  item('failed', { id: 'c', detail: '{"cut":0}' }),
]
const report = legReport('orders', { items })
const text = JSON.stringify(report)
const read = (given: string, pieceBytes?: number) => legIn('a.json', given, pieceBytes ? { pieceBytes } : {})
const first = JSON.stringify(report.targets[0]?.tasks[0]?.items[0])

const whyNone = (leg: LegFile) => ('why' in leg ? inBothLanguages(leg.why) : '')

/** What both say of the whole text. */
function expected(given: string): 'a report' | 'no report' | 'no JSON' {
  try {
    return reportSchema.safeParse(JSON.parse(given)).success ? 'a report' : 'no report'
  } catch {
    return 'no JSON'
  }
}

function seen(given: string, pieceBytes?: number): ReturnType<typeof expected> {
  const leg = read(given, pieceBytes)
  if ('report' in leg) return 'a report'
  return whyNone(leg).startsWith('it is not JSON') ? 'no JSON' : 'no report'
}

describe('the text of a leg', () => {
  it.each([
    ['on one line', text],
    ['as the gate writes it', [...jsonTexts(report)].join('')],
    ['with a line for every value', JSON.stringify(report, null, '\t')],
    ['behind a byte order mark', `\uFEFF${text}`],
  ])('%s is read whole, in pieces of any length', (_, given) => {
    for (const pieceBytes of [1, 2, 3, 7, 100, 100_000])
      expect(read(given, pieceBytes)).toEqual({ file: 'a.json', report })
  })

  it.each([
    ['what stands for an item in it', '{"cut":0}'],
    ['the number of an item', '0'],
    ['an item in a list of its own', `[${first}]`],
    ['an item as a text', JSON.stringify(first)],
    ['half an item', first.slice(0, -1)],
    ['an item that ends as a list', `${first.slice(0, -1)}]`],
    ['an item with a surplus bracket', `${first}}`],
    ['an item with a key too many', `${first.slice(0, -1)},"more":1}`],
    ['nothing', ''],
    [
      'an item that is nested too deep',
      first.replace('"blackObjects":null', `"blackObjects":${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    ],
  ])('with %s in the place of an item is none', (_, instead) => {
    const given = text.replace(first, () => instead)
    expect(given).not.toBe(text)
    expect(whyNone(read(given))).toMatch(/^it is (no report|not JSON|nested too deep)/)
    expect(seen(given)).toBe(instead.includes('[[[[') ? 'no report' : expected(given))
  })

  it('counts of two keys of one name the last, as the parser does', () => {
    const twice = text.replace('"items":', `"items":[${first},${first}],"items":`)
    expect(read(twice)).toEqual({ file: 'a.json', report })
    expect(seen(text.replace('"items":', '"items":[0],"items":'))).toBe('a report')
  })

  it.each([
    ['within an item', Buffer.from(text.replace('passed', 'pass\0ed')), /NUL/],
    ['outside of them', Buffer.from(`${text}\0`), /NUL/],
  ])('is none with a NUL %s', (_, bytes, why) => {
    expect(fromBytes(bytes)).toMatchObject({ name: null })
    expect(whyNone(fromBytes(bytes))).toMatch(why)
  })

  it.each([
    ['within an item', first],
    ['outside of them', '"gate":'],
  ])('is none with a byte that is no UTF-8 %s', (_, where) => {
    const bytes = Buffer.from(text)
    bytes[bytes.indexOf(where) + 2] = 0xff
    expect(whyNone(fromBytes(bytes))).toBe('it cannot be read (the file is not UTF-8 text)')
  })

  it('that is UTF-16 is told so, with its mark or without', () => {
    expect(whyNone(fromBytes(Buffer.from(`\uFEFF${text}`, 'utf16le')))).toContain('UTF-16')
    expect(whyNone(fromBytes(Buffer.from(JSON.stringify(legReport('orders')), 'utf16le')))).toContain('NUL')
  })

  it('comes to what the parser and the schema say of it, whatever somebody has changed', () => {
    const change = fc.record({
      at: fc.nat(text.length),
      length: fc.nat(20),
      put: fc.constantFrom(
        '',
        '{',
        '}',
        '[',
        ']',
        '"',
        '\\',
        ',',
        '0',
        'null',
        '{"cut":0}',
        '{}',
        '[]',
        first,
        '"items":[',
      ),
    })
    const reached = new Set<string>()
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 2 }),
        fc.integer({ min: 1, max: 4_000 }),
        (changes, pieceBytes) => {
          const given = changes.reduce(
            (before, { at, length, put }) => before.slice(0, at) + put + before.slice(at + length),
            text,
          )
          reached.add(expected(given))
          expect(seen(given, pieceBytes)).toBe(expected(given))
        },
      ),
      { numRuns: IS_LONG ? 20_000 : 500, seed: 5 },
    )
    expect(reached.size).toBe(3)
  })
})

function fromBytes(bytes: Uint8Array) {
  const leg = new LegText(new OneCopy(one => one))
  leg.push(bytes)
  return leg.leg('a.json')
}
