import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkItemOf, overallOf } from '../../../src/services/drs/items.ts'
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
  const [read] = entryOf({ precheck_result: [raw] }).precheck_result
  if (read === undefined) throw new Error('The entry has no item')
  return checkItemOf(read)
}

describe('the documented answers', () => {
  it('for MySQL have 39 items, all passed', () => {
    const items = sample('drs-result-mysql').precheck_result.map(checkItemOf)
    expect(items.map(one => one.status)).toEqual(Array.from({ length: 39 }, () => 'passed'))
    expect(new Set(items.map(one => one.id)).size).toBe(39)
    expect(overallOf(sample('drs-result-mysql'))).toBe('positive')
  })

  it('for DDS have 27 items, two of them alarms, and are positive all the same', () => {
    const items = sample('drs-result-dds').precheck_result.map(checkItemOf)
    expect(items).toHaveLength(27)
    expect(items.filter(one => one.status === 'passed')).toHaveLength(25)
    expect(items.filter(one => one.status === 'warning').map(one => [one.id, one.reason])).toEqual([
      ['srcCollHasTtlIndex', 'SRC_HAS_TTL_INDEXES'],
      [expect.any(String), expect.stringMatching(/^[A-Z_]+$/)],
    ])
    expect(overallOf(sample('drs-result-dds'))).toBe('positive')
  })

  it('keep group, reason, data and raw word of an item', () => {
    const alarm = sample('drs-result-dds').precheck_result.find(one => one.item === 'srcCollHasTtlIndex')
    expect(alarm && checkItemOf(alarm)).toEqual({
      id: 'srcCollHasTtlIndex',
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

describe('the overall result', () => {
  it.each([
    [true, '100%', 'positive'],
    [true, undefined, 'positive'],
    [undefined, '100%', 'positive'],
    [undefined, 100, 'positive'],
    ['true', '100', 'positive'],
    [' TRUE ', null, 'positive'],
    [false, '100%', 'negative'],
    ['False', undefined, 'negative'],
    [true, '99%', 'negative'],
    [true, '99.9', 'negative'],
    [undefined, 0, 'negative'],
    [null, '97 %', 'negative'],
    ['maybe', '97%', 'negative'],
    [undefined, undefined, 'missing'],
    [null, null, 'missing'],
    ['', '', 'missing'],
    ['yes', 'all', 'missing'],
    [1, undefined, 'missing'],
    [{}, [], 'missing'],
    [undefined, '101%', 'missing'],
    [undefined, '-1', 'missing'],
    ['maybe', '100%', 'positive'],
    [true, 'most', 'positive'],
  ])('with result %j and rate %j is %s', (result, total_passed_rate, overall) => {
    expect(overallOf(entryOf({ result, total_passed_rate }))).toBe(overall)
  })
})
