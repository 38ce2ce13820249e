import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factLine, factsOf, factsOfJson } from '../../src/report/readable.ts'
import { wordsIn } from '../../src/report/words.ts'
import { runs } from '../../testing/effort.ts'
import { SEED } from '../../testing/reports/fixtures.ts'
import { hostileText } from '../../testing/reports/hostile.ts'

const objects = (key: string | null, ...list: readonly string[]) => ({ kind: 'objects', key, objects: list })
const prose = (key: string | null, text: string) => ({ kind: 'text', key, text })

const WORDS = wordsIn('en-us')

describe('factsOf', () => {
  it('reads the JSON of a MySQL task', () => {
    const data = '{"diskSizeTimes":"1.5","dstVolumeSize":"37660000000","srcIndexSize":0,"size":"0"}'
    expect(factsOf(data)).toEqual([
      objects('diskSizeTimes', '1.5'),
      objects('dstVolumeSize', '37660000000'),
      objects('srcIndexSize', '0'),
      objects('size', '0'),
    ])
  })

  it('reads the single-quoted data of a DDS task', () => {
    expect(factsOf("{'size': '5263360', 'dstVolumeSize':'19089431762', 'diskSizeTimes':'1.5'}")).toEqual([
      objects('size', '5263360'),
      objects('dstVolumeSize', '19089431762'),
      objects('diskSizeTimes', '1.5'),
    ])
  })

  it('reads the words of Python, and quotes inside of quotes', () => {
    expect(factsOf(`{'on': True, 'off': False, 'none': None, 'text': 'it's "so"', "plain": 'x'}`)).toEqual([
      objects('on', 'true'),
      objects('off', 'false'),
      objects('none', 'null'),
      prose('text', 'it\'s "so"'),
      objects('plain', 'x'),
    ])
  })

  it('splits a comma separated list of objects', () => {
    expect(factsOf('{"colls":"ycsb.usertable,mgo.a, mgo.b"}')).toEqual([
      objects('colls', 'ycsb.usertable', 'mgo.a', 'mgo.b'),
    ])
    expect(factsOf('ycsb.usertable,mgo.a')).toEqual([objects(null, 'ycsb.usertable', 'mgo.a')])
  })

  it('takes a sentence with commas for a sentence', () => {
    const text = 'Check the port, the account, and the password.'
    expect(factsOf(text)).toEqual([prose(null, text)])
  })

  it('takes a number with separators for one number', () => {
    expect(factsOf('1,000,000')).toEqual([objects(null, '1,000,000')])
  })

  it('keeps a name with a blank in a long list', () => {
    const names = Array.from({ length: 20 }, (_, index) => `db.t${index}`)
    expect(factsOf([...names, 'db.my table'].join(','))).toEqual([objects(null, ...names, 'db.my table')])
  })

  it('reads data and the error message behind it, each in its own form', () => {
    expect(factsOf('{"user":"drs"}\nAccess denied for user drs\nusing password: YES')).toEqual([
      objects('user', 'drs'),
      prose(null, 'Access denied for user drs\nusing password: YES'),
    ])
  })

  it('shows what it cannot read as it came', () => {
    for (const text of ['{"cut off":', '{not: json}', "{'a': }", '[1, 2', '{'.repeat(100_000)]) {
      const shown = factsOf(text).map(fact => factLine(fact, Number.POSITIVE_INFINITY, WORDS))
      expect(shown.join(', ').replaceAll(', ', ',').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    }
  })

  it('keeps hostile keys as plain keys', () => {
    expect(factsOf('{"__proto__":"a","constructor":{"x":[1]}}')).toEqual([
      objects('__proto__', 'a'),
      objects('constructor', '{"x":[1]}'),
    ])
  })

  it('says nothing of blank text', () => {
    expect(factsOf(null)).toEqual([])
    expect(factsOf(' \n ')).toEqual([])
  })

  it('takes any text, and time in proportion to its length', () => {
    fc.assert(
      fc.property(hostileText, text => {
        expect(Array.isArray(factsOf(text))).toBe(true)
      }),
      { seed: SEED, numRuns: runs(125) },
    )
    const started = performance.now()
    for (const piece of ["'", "{'", '{"a":1,', ',', ' ', "' ", '\n', '[', '\\']) {
      factsOf(`{'x':${piece.repeat(1_000_000 / piece.length)}`)
    }
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('factsOfJson', () => {
  it('lists what the service sent as data', () => {
    expect(factsOfJson([{ schema: 'a', table: 'b' }, 'c'])).toEqual([
      objects(null, '{"schema":"a","table":"b"}', 'c'),
    ])
    expect(factsOfJson({ tables: ['a', 'b'] })).toEqual([objects('tables', 'a', 'b')])
    expect(factsOfJson(null)).toEqual([])
  })
})

describe('factLine', () => {
  it('counts what it does not show', () => {
    expect(factLine({ kind: 'objects', key: 'k', objects: ['a', 'b', 'c'] }, 2, WORDS)).toBe(
      'k: a, b and 1 more',
    )
    expect(factLine({ kind: 'text', key: null, text: 'x' }, 2, WORDS)).toBe('x')
  })
})
