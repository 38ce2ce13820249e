import { describe, expect, it } from 'vitest'
import { resultAnswer, resultEntry, startAnswer } from '../../../src/services/drs/wire.ts'
import { item, rawEntry } from './entries.ts'

describe('a result answer', () => {
  it.each([[{}], [{ results: null }], [{ count: 0, results: [] }]])(
    'without a list is an empty one: %j',
    json => {
      expect(resultAnswer.parse(json).results).toEqual([])
    },
  )

  it.each([[null], [[]], ['results'], [{ results: {} }], [{ results: 'none' }], [{ results: [null] }]])(
    'of another shape is none: %j',
    json => {
      expect(resultAnswer.safeParse(json).success).toBe(false)
    },
  )

  it('is read though one of its entries is broken', () => {
    const results = [rawEntry(), { precheck_id: 7, precheck_result: 'none' }]
    expect(resultAnswer.parse({ results }).results).toHaveLength(2)
  })
})

describe('a result entry', () => {
  it.each([[{}], [{ precheck_result: null }], [{ precheck_id: null, precheck_result: [] }]])(
    'may lack everything: %j',
    raw => {
      expect(resultEntry.parse(raw).precheck_result).toEqual([])
    },
  )

  it.each([
    ['an id that is no text', rawEntry({ precheck_id: 7 })],
    ['items that are no list', rawEntry({ precheck_result: { binlog: 'PASSED' } })],
    ['an item that is no object', rawEntry({ precheck_result: ['PASSED'] })],
    ['an item that is null', rawEntry({ precheck_result: [null] })],
    ['an item whose code is no text', rawEntry({ precheck_result: [{ item: 5, result: 'PASSED' }] })],
    [
      'sub-jobs that are no list',
      rawEntry({ precheck_result: [item('a', 'FAILED', { failed_sub_jobs: 'x' })] }),
    ],
  ])('with %s is broken', (_what, raw) => {
    expect(resultEntry.safeParse(raw).success).toBe(false)
  })

  it('keeps the fields it does not know, because a change in them is evidence', () => {
    expect(resultEntry.parse(rawEntry({ job_direction: 'up' }))).toMatchObject({ job_direction: 'up' })
  })
})

describe('a start answer', () => {
  it.each([[{}], [{ results: null }]])('without a list is an empty one: %j', json => {
    expect(startAnswer.parse(json).results).toEqual([])
  })

  it('takes an unreadable id for none, so that the other entries stay readable', () => {
    const [broken, good] = startAnswer.parse({
      results: [
        { id: 5, precheck_id: {}, status: 'success' },
        { id: 'b', status: 'success' },
      ],
    }).results
    expect(broken).toMatchObject({ id: null, precheck_id: null })
    expect(good?.id).toBe('b')
  })
})
