import { describe, expect, it } from 'vitest'
import { itemsOf, namesNews } from '../../../src/services/ddm/items.ts'
import { resultAnswer, startAnswer } from '../../../src/services/ddm/wire.ts'

/** Entries as they come off the wire: `A:FAILED` is one named A. */
const entriesOf = (short: string) =>
  resultAnswer.parse({
    pre_check_results: short
      .split(' ')
      .filter(word => word !== '')
      .map(word => ({ name: word.split(':')[0], status: word.split(':')[1] })),
  }).pre_check_results

const merged = (start: string, result: string) =>
  itemsOf(entriesOf(start), entriesOf(result)).map(item => `${item.id}:${item.status}`)

describe('the items of a schema', () => {
  it.each([
    ['nothing yet', '', '', []],
    ['only the start answer', 'A:SUCCESS B:FAILED', '', ['A:passed', 'B:failed']],
    ['only the result', '', 'A:SUCCESS B:WARN', ['A:passed', 'B:warning']],
    ['both, with different names', 'A:SUCCESS', 'B:WARN', ['B:warning', 'A:passed']],
    ['both, with one name', 'A:SUCCESS', 'A:WARN', ['A:warning']],
    [
      'a failure at the start that the result has lost',
      'A:FAILED',
      'A:SUCCESS',
      ['A:passed', 'A#start:failed'],
    ],
    [
      'a failure at the start that is still pending in the result',
      'A:FAILED',
      'A:',
      ['A:pending', 'A#start:failed'],
    ],
    ['a failure in both', 'A:FAILED', 'A:FAILED', ['A:failed']],
    ['a failure in the result only', 'A:SUCCESS', 'A:FAILED', ['A:failed']],
    ['a warning at the start that the result has lost', 'A:WARN', 'A:SUCCESS', ['A:passed']],
    ['one name twice in the result', '', 'A:SUCCESS A:FAILED', ['A#2:passed', 'A:failed']],
    ['one name twice at the start', 'A:SUCCESS A:FAILED', '', ['A#2:passed', 'A:failed']],
    [
      'one name twice at the start, once in the result',
      'A:SUCCESS A:FAILED',
      'A:SUCCESS',
      ['A:passed', 'A#start:failed'],
    ],
    [
      'one name failed twice at the start',
      'A:FAILED A:FAILED',
      'A:WARN',
      ['A:warning', 'A#start:failed', 'A#start#2:failed'],
    ],
    ['one of two in the result failed', 'A:FAILED', 'A:SUCCESS A:FAILED', ['A#2:passed', 'A:failed']],
    ['names that differ by blanks around them only', 'A:FAILED', '\u00A0A:FAILED', ['A:failed']],
    ['names that differ by case only', 'a:FAILED', 'A:SUCCESS', ['A:passed', 'a:failed']],
    [
      'an item that is called like a mark',
      'A:FAILED',
      'A:SUCCESS A#start:WARN',
      ['A:passed', 'A#start#2:warning', 'A#start:failed'],
    ],
    [
      'names of built-in properties',
      'constructor:FAILED',
      '__proto__:SUCCESS',
      ['__proto__:passed', 'constructor:failed'],
    ],
  ])('from %s', (_what, start, result, expected) => {
    expect(merged(start, result)).toEqual(expected)
  })

  it('keeps entries without a name, which nothing can be matched with', () => {
    const start = resultAnswer.parse({ pre_check_results: [{ status: 'FAILED' }] }).pre_check_results
    const result = resultAnswer.parse({ pre_check_results: [{ name: ' ', status: 'SUCCESS' }] })
    expect(
      itemsOf(start, result.pre_check_results).map(({ id, status, name }) => [id, status, name]),
    ).toEqual([
      ['-', 'passed', null],
      ['-#2', 'failed', null],
    ])
  })

  it.each([
    ['success', 'passed'],
    [' Warn ', 'warning'],
    ['FAILED', 'failed'],
    ['RUNNING', 'pending'],
    ['PASSED', 'pending'],
    ['SUCCESSFUL', 'pending'],
    ['', 'pending'],
    [null, 'pending'],
    [undefined, 'pending'],
    [true, 'pending'],
    [['SUCCESS'], 'pending'],
    [{ status: 'SUCCESS' }, 'pending'],
  ])('takes the status %j for %s', (status, expected) => {
    const { pre_check_results } = resultAnswer.parse({ pre_check_results: [{ name: 'A', status }] })
    expect(itemsOf([], pre_check_results)[0]?.status).toBe(expected)
  })

  it('carries every text of the wire, and empty ones as absent', () => {
    const { pre_check_results } = resultAnswer.parse({
      pre_check_results: [
        {
          name: 'Time zone',
          status: 'WARN',
          note: 'Zones differ.',
          handling_suggestion: 'Set one.',
          error_message: 'Not equal',
          error_detail_message: 'dn1 +08:00, dn2 +00:00',
        },
        { name: 'B', status: 'success', note: '', handling_suggestion: null, error_message: '  ' },
      ],
    })
    expect(itemsOf([], pre_check_results)).toEqual([
      {
        id: 'Time zone',
        baseId: 'Time zone',
        isEcho: false,
        topic: 'Time zone',
        name: 'Time zone',
        group: null,
        status: 'warning',
        rawStatus: 'WARN',
        reason: 'Not equal',
        detail: 'dn1 +08:00, dn2 +00:00\nZones differ.',
        suggestion: 'Set one.',
        subJobs: [],
        skippable: null,
        skipConsequence: null,
        blackObjects: null,
      },
      expect.objectContaining({
        id: 'B',
        rawStatus: 'success',
        reason: null,
        detail: null,
        suggestion: null,
      }),
    ])
  })

  it('is looked up by its plain name even where the id carries a mark', () => {
    const [, mark] = itemsOf(entriesOf('A:FAILED'), entriesOf('A:SUCCESS'))
    expect([mark?.id, mark?.topic, mark?.name]).toEqual(['A#start', 'A', 'A'])
  })
})

describe('a result names something new', () => {
  it.each([
    ['an empty one', 'A:SUCCESS', '', false],
    ['the names of the start alone', 'A:SUCCESS B:SUCCESS', 'B:SUCCESS', false],
    ['one more name', 'A:SUCCESS', 'A:SUCCESS C:', true],
    ['anything after a start without items', '', 'A:SUCCESS', true],
    ['an entry without a name', 'A:SUCCESS', ':SUCCESS', false],
  ])('for %s', (_what, start, result, expected) => {
    expect(namesNews(entriesOf(start), entriesOf(result))).toBe(expected)
  })
})

describe('the answers of DDM', () => {
  it('to a start hold the job id, without the blanks around it', () => {
    expect(startAnswer.parse({ job_id: ' .j..1\n' })).toEqual({ job_id: '.j..1', pre_check_results: [] })
  })

  it.each(['', ' ', '.', '..', 7, null])('to a start with the job id %j cannot be understood', job_id => {
    expect(startAnswer.safeParse({ job_id }).success).toBe(false)
  })

  it.each([
    ['no list', { job_id: 'j' }],
    ['a list that is null', { job_id: 'j', pre_check_results: null }],
    ['an empty list', { pre_check_results: [] }],
  ])('with %s have no entries', (_what, body) => {
    expect(resultAnswer.parse(body).pre_check_results).toEqual([])
  })

  it.each([
    ['some other JSON', {}],
    ['a list of its own', []],
    ['an object for the list', { pre_check_results: {} }],
    ['a text for the list', { pre_check_results: '[]' }],
    ['an entry that is a text', { pre_check_results: ['SUCCESS'] }],
    ['an entry that is null', { pre_check_results: [null] }],
    ['null', null],
  ])('with %s cannot be understood', (_what, body) => {
    expect(resultAnswer.safeParse(body).success).toBe(false)
  })
})
