import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkItemsOf, overallOf } from '../../../src/services/drs/items.ts'
import { type ResultEntry, resultAnswer, resultEntry } from '../../../src/services/drs/wire.ts'
import { entryOf, item } from './entries.ts'

/** The entry of an answer that the vendor documents. */
function sample(name: string): ResultEntry {
  const url = new URL(`../../../simulator/payloads/${name}.json`, import.meta.url)
  const [entry] = resultAnswer.parse(JSON.parse(readFileSync(url, 'utf8'))).results
  return resultEntry.parse(entry)
}

/** The only item of an entry, read as the service reads it. */
function only(raw: Readonly<Record<string, unknown>>) {
  const [read] = checkItemsOf(entryOf({ precheck_result: [raw] }).precheck_result)
  if (read === undefined) throw new Error('The entry has no item')
  return read
}

describe('the documented answers', () => {
  it('for MySQL have 39 items, all passed', () => {
    const items = checkItemsOf(sample('drs-result-mysql').precheck_result)
    expect(items.map(one => one.status)).toEqual(Array.from({ length: 39 }, () => 'passed'))
    expect(new Set(items.map(one => one.id)).size).toBe(39)
    expect(overallOf(sample('drs-result-mysql'))).toEqual({ overall: 'positive', unreadable: null })
  })

  it('for DDS have 27 items, two of them alarms, and are positive all the same', () => {
    const items = checkItemsOf(sample('drs-result-dds').precheck_result)
    expect(items).toHaveLength(27)
    expect(items.filter(one => one.status === 'passed')).toHaveLength(25)
    expect(items.filter(one => one.status === 'warning').map(one => [one.id, one.reason])).toEqual([
      ['srcCollHasTtlIndex', 'SRC_HAS_TTL_INDEXES'],
      [expect.any(String), expect.stringMatching(/^[A-Z_]+$/)],
    ])
    expect(overallOf(sample('drs-result-dds'))).toEqual({ overall: 'positive', unreadable: null })
  })

  it('keep group, reason, data and raw word of an item', () => {
    const alarm = sample('drs-result-dds').precheck_result.find(one => one.item === 'srcCollHasTtlIndex')
    expect(alarm && checkItemsOf([alarm])[0]).toEqual({
      id: 'srcCollHasTtlIndex',
      baseId: 'srcCollHasTtlIndex',
      topic: 'srcCollHasTtlIndex',
      name: null,
      group: 'db_params',
      status: 'warning',
      rawStatus: 'ALARM',
      reason: 'SRC_HAS_TTL_INDEXES',
      detail: '{"srcHasTtlIndexColls":"fastunit.ttlsuoyin"}',
      suggestion: null,
      subJobs: [],
      skippable: null,
      skipConsequence: null,
      blackObjects: null,
    })
  })
})

describe('an item that was skipped', () => {
  it.each([
    ['PASSED', true, 'skipped'],
    ['passed', ' TRUE ', 'skipped'],
    ['', true, 'skipped'],
    [undefined, 'true', 'skipped'],
    ['ALARM', true, 'warning'],
    ['FAILED', true, 'failed'],
    ['SKIPPED', true, 'unknown'],
    ['PASSED', false, 'passed'],
    ['PASSED', 'false', 'passed'],
    ['PASSED', null, 'passed'],
    ['PASSED', 1, 'passed'],
    ['PASSED', 'yes', 'passed'],
    ['', false, 'pending'],
  ])('with the result %s and is_skipped %s is %s', (result, is_skipped, expected) => {
    expect(only({ item: 'a', result, is_skipped }).status).toBe(expected)
  })

  it.each([
    [true, true],
    ['FALSE', false],
    [undefined, null],
    ['perhaps', null],
  ])('can be skipped when is_support_skip is %s: %s', (is_support_skip, expected) => {
    expect(only({ item: 'a', result: 'FAILED', is_support_skip }).skippable).toBe(expected)
  })
})

describe('the status of an item', () => {
  it.each([
    ['PASSED', 'passed'],
    ['passed', 'passed'],
    [' Passed\n', 'passed'],
    ['ALARM', 'warning'],
    ['alarm', 'warning'],
    ['FAILED', 'failed'],
    ['  fAiLeD ', 'failed'],
    ['', 'pending'],
    ['  ', 'pending'],
    [null, 'pending'],
    [undefined, 'pending'],
    ['PASS', 'unknown'],
    ['SUCCESS', 'unknown'],
    ['WARN', 'unknown'],
    ['ALARMED', 'unknown'],
    ['PASSED ALARM', 'unknown'],
    [true, 'unknown'],
    [0, 'unknown'],
    [{}, 'unknown'],
    [['PASSED'], 'unknown'],
    ['constructor', 'unknown'],
  ])('with the result %j is %s', (result, status) => {
    expect(only({ item: 'binlog', result }).status).toBe(status)
  })

  it('leaves the word as it came', () => {
    expect(only(item('binlog', ' Alarm ')).rawStatus).toBe(' Alarm ')
    expect(only(item('binlog', '')).rawStatus).toBeNull()
  })
})

describe('the fields of an item', () => {
  it('may all be absent', () => {
    expect(only({})).toMatchObject({
      id: '-',
      topic: '-',
      group: null,
      status: 'pending',
      reason: null,
      detail: null,
      subJobs: [],
    })
  })

  it('count as absent when they are blank', () => {
    const blank = { failed_reason: ' ', data: '', raw_error_msg: '\n', group: '' }
    expect(only(item('  ', 'PASSED', blank))).toMatchObject({
      id: '-',
      reason: null,
      detail: null,
      group: null,
    })
  })

  it('join data and raw error to one detail', () => {
    expect(only(item('a', 'FAILED', { data: 'one', raw_error_msg: 'two' })).detail).toBe('one\ntwo')
    expect(only(item('a', 'FAILED', { raw_error_msg: 'two' })).detail).toBe('two')
    expect(only(item('a', 'FAILED', { data: { n: 1 } })).detail).toBe('{"n":1}')
  })

  it('list the sub-jobs that failed, however much is told of them', () => {
    const failed_sub_jobs = [{ id: 'sub-1', name: 'shard', check_result: 'FAILED' }, {}]
    expect(only(item('a', 'FAILED', { failed_sub_jobs })).subJobs).toEqual([
      { id: 'sub-1', name: 'shard', status: 'FAILED' },
      { id: null, name: null, status: null },
    ])
    expect(only(item('a', 'FAILED', { failed_sub_jobs: null })).subJobs).toEqual([])
  })
})

describe('a sub-job', () => {
  const withPart = (result: string, part: Readonly<Record<string, unknown>>) =>
    only(item('a', result, { failed_sub_jobs: [part] })).status

  it.each([
    ['PASSED', { check_result: 'FAILED' }, 'failed'],
    ['ALARM', { check_result: ' failed ' }, 'failed'],
    ['', { check_result: 'FAILED' }, 'failed'],
    ['PASSED', { status: 'FAILED' }, 'failed'],
    ['PASSED', { check_result: 'PASSED', status: 'FAILED' }, 'failed'],
    ['PASSED', { check_result: 'PASSED' }, 'passed'],
    ['PASSED', { check_result: 'ALARM' }, 'passed'],
    ['PASSED', {}, 'passed'],
    ['PASSED', { check_result: 'ODD' }, 'unknown'],
    ['ALARM', { check_result: 'ODD' }, 'warning'],
    ['FAILED', { check_result: 'ODD' }, 'failed'],
    ['FAILED', { check_result: 'PASSED' }, 'failed'],
  ])('of an item that is %j makes it, with %j, %s', (result, part, status) => {
    expect(withPart(result, part)).toBe(status)
  })
})

describe('an item that the service skipped', () => {
  it.each([
    ['PASSED', true, 'skipped'],
    ['', true, 'skipped'],
    [undefined, 'True', 'skipped'],
    ['ALARM', true, 'warning'],
    ['FAILED', true, 'failed'],
    ['ODD', true, 'unknown'],
    ['PASSED', false, 'passed'],
    ['PASSED', 'yes', 'passed'],
    ['PASSED', null, 'passed'],
  ])('with the result %j and is_skipped %j is %s', (result, is_skipped, status) => {
    expect(only({ item: 'a', result, is_skipped }).status).toBe(status)
  })

  it('is failed by a failed part all the same', () => {
    const failed_sub_jobs = [{ check_result: 'FAILED' }]
    expect(only({ item: 'a', result: 'PASSED', is_skipped: true, failed_sub_jobs }).status).toBe('failed')
  })
})

describe('items with one name', () => {
  it('are numbered by their content and keep their name', () => {
    const [failed, passed] = [item('disk', 'FAILED'), item('disk', 'PASSED')]
    const ids = (...raw: readonly (typeof failed)[]) =>
      checkItemsOf(entryOf({ precheck_result: raw }).precheck_result).map(({ id, baseId, status }) => [
        id,
        baseId,
        status,
      ])
    expect(ids(failed, passed)).toEqual([
      ['disk', 'disk', 'failed'],
      ['disk#2', 'disk', 'passed'],
    ])
    expect(ids(passed, failed)).toEqual([
      ['disk#2', 'disk', 'passed'],
      ['disk', 'disk', 'failed'],
    ])
  })
})

describe('the overall result', () => {
  it.each([
    [true, '100%', 'positive', null],
    [true, undefined, 'positive', null],
    [undefined, '100%', 'positive', null],
    [undefined, 100, 'positive', null],
    ['true', '100', 'positive', null],
    [' TRUE ', null, 'positive', null],
    [false, '100%', 'negative', null],
    ['False', undefined, 'negative', null],
    [true, '99%', 'negative', null],
    [true, '99.9', 'negative', null],
    [undefined, 0, 'negative', null],
    [null, '97 %', 'negative', null],
    ['maybe', '97%', 'negative', 'result maybe'],
    [undefined, undefined, 'missing', null],
    [null, null, 'missing', null],
    ['', '', 'missing', null],
    ['yes', 'all', 'missing', 'result yes, total_passed_rate all'],
    [1, undefined, 'missing', 'result 1'],
    [{}, [], 'missing', 'result {}, total_passed_rate []'],
    [undefined, '101%', 'missing', 'total_passed_rate 101%'],
    [undefined, '-1', 'missing', 'total_passed_rate -1'],
    ['maybe', '100%', 'positive', 'result maybe'],
    ['FAILED', '100%', 'positive', 'result FAILED'],
    ['no', '100%', 'positive', 'result no'],
    [0, '100%', 'positive', 'result 0'],
    [-1, '100%', 'positive', 'result -1'],
    [true, 'most', 'positive', 'total_passed_rate most'],
    [true, '99,5%', 'positive', 'total_passed_rate 99,5%'],
    [true, '50 percent', 'positive', 'total_passed_rate 50 percent'],
    [true, 'NaN', 'positive', 'total_passed_rate NaN'],
    [true, true, 'positive', 'total_passed_rate true'],
  ])(
    'with result %j and rate %j is %s, and unreadable in %s',
    (result, total_passed_rate, overall, unreadable) => {
      expect(overallOf(entryOf({ result, total_passed_rate }))).toEqual({ overall, unreadable })
    },
  )
})
