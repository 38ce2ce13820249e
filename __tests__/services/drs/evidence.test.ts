import { describe, expect, it } from 'vitest'
import {
  type Before,
  type Earlier,
  evidenceOf,
  itemsOf,
  standingOf,
} from '../../../src/services/drs/evidence.ts'
import { entryOf, item } from './entries.ts'

type Fields = Readonly<Record<string, unknown>>

const OLD = entryOf()
const none: Earlier = { kind: 'none' }
const finished: Earlier = { kind: 'finished', id: 'task-1', items: itemsOf(OLD) }
const going: Earlier = { kind: 'going', id: 'task-1' }
const unclear: Earlier = { kind: 'unclear' }

const knowing = (earlier: Earlier, rest: Partial<Before> = {}): Before => ({
  earlier,
  highest: -1,
  startId: null,
  unclaimed: null,
  start: 'confirmed',
  ...rest,
})
const evidence = (known: Before, fields: Fields = {}) => evidenceOf(entryOf(fields), known, 'task-1')
const progress = (process: unknown): Fields => ({ process, precheck_result: [] })

describe('a process under 100', () => {
  it.each([
    ['nothing was there before', none],
    ['a finished result was there before', finished],
  ])('shows a new run where %s', (_words, earlier) => {
    expect(evidence(knowing(earlier), progress('0%'))).toBe('new-run')
    expect(evidence(knowing(earlier), progress(99))).toBe('new-run')
    expect(evidence(knowing(earlier, { start: 'unconfirmed' }), progress('40%'))).toBe('new-run')
  })

  it.each([
    ['40%', 40, 'none'],
    ['60%', 40, 'none'],
    ['39%', 40, 'new-run'],
    ['0%', 0, 'none'],
  ])('of %s after an earlier run at %i is %s', (process, highest, expected) => {
    expect(evidence(knowing(going, { highest }), progress(process))).toBe(expected)
  })

  it('shows one where the reads before made no sense, if the start was taken', () => {
    expect(evidence(knowing(unclear), progress('40%'))).toBe('new-run')
    const lost = knowing(unclear, { start: 'unconfirmed', highest: 40 })
    expect(evidence(lost, progress('40%'))).toBe('none')
    expect(evidence(lost, progress('39%'))).toBe('new-run')
  })

  it.each([[undefined], [null], [''], ['soon'], ['101%'], ['-1']])('is not what %j says', process => {
    expect(evidence(knowing(finished), { process })).toBe('none')
  })
})

describe('another id', () => {
  const startId = 'run-2'

  it.each([finished, going])(
    'from the start shows a new run, after an earlier one that was $kind',
    earlier => {
      const known = knowing(earlier, { startId, highest: 100 })
      expect(evidence(known, { precheck_id: 'run-2' })).toBe('new-run')
    },
  )

  it('before the start shows nothing where the start gives the id of the task', () => {
    const strange: Earlier = { ...finished, id: 'other' }
    expect(evidence(knowing(strange, { startId: 'task-1' }), { precheck_id: 'task-1' })).toBe('none')
  })

  it('shows nothing where the earlier run had it, or where no earlier one is known', () => {
    expect(evidence(knowing(finished, { startId: 'task-1' }))).toBe('none')
    expect(evidence(knowing(unclear, { startId }), { precheck_id: 'run-2' })).toBe('none')
  })

  it('shows nothing when the start gave none', () => {
    expect(evidence(knowing(finished), { precheck_id: 'run-2' })).toBe('none')
  })
})

describe('other items than in the finished result before', () => {
  it.each([
    ['the result of an item', [item('binlog'), item('disk', 'ALARM')]],
    ['the reason of an item', [item('binlog'), item('disk', 'PASSED', { failed_reason: 'FULL' })]],
    ['one item more', [item('binlog'), item('disk'), item('ssl')]],
    ['one item less', [item('binlog')]],
    ['the same item twice', [item('binlog'), item('disk'), item('disk')]],
  ])('show a new run by %s', (_words, precheck_result) => {
    expect(evidence(knowing(finished), { precheck_result })).toBe('new-run')
    expect(evidence(knowing(going, { highest: 100 }), { precheck_result })).toBe('none')
    expect(evidence(knowing(unclear), { precheck_result })).toBe('none')
  })

  it.each<readonly [string, Fields]>([
    ['another order', { precheck_result: [item('disk'), item('binlog')] }],
    [
      'a changing number in data',
      { precheck_result: [item('binlog'), item('disk', 'PASSED', { data: '7' })] },
    ],
    ['another overall result', { result: false }],
    ['another rate', { total_passed_rate: '99%' }],
    ['an empty error code', { error_code: '' }],
    ['a field that nobody knows', { job_direction: 'down' }],
    [
      'empty reasons',
      {
        precheck_result: [
          item('binlog', 'PASSED', { failed_reason: '' }),
          item('disk', 'PASSED', { failed_reason: null }),
        ],
      },
    ],
  ])('are not %s', (_words, fields) => {
    expect(evidence(knowing(finished), fields)).toBe('none')
  })

  it('show nothing before the end', () => {
    expect(evidence(knowing(finished), { process: undefined, precheck_result: [item('ssl')] })).toBe('none')
  })
})

describe('a finished result that was there before the start was confirmed', () => {
  const unclaimed = itemsOf(OLD)
  const other = { precheck_result: [item('ssl')] }

  it('is the measure once it is', () => {
    expect(evidence(knowing(none, { unclaimed }), other)).toBe('new-run')
    expect(evidence(knowing(none, { unclaimed }))).toBe('none')
    expect(evidence(knowing(finished, { unclaimed: 'something else' }))).toBe('new-run')
  })

  it('is none before', () => {
    expect(evidence(knowing(none, { unclaimed, start: 'unconfirmed' }), other)).toBe('none')
    expect(evidence(knowing(finished, { unclaimed: 'x', start: 'unconfirmed' }))).toBe('none')
  })
})

describe('any result where nothing was before', () => {
  it('is the first one', () => {
    expect(evidence(knowing(none))).toBe('first-result')
    expect(evidence(knowing(none, { start: 'unconfirmed' }))).toBe('first-result')
    expect(evidence(knowing(none), { process: undefined })).toBe('first-result')
  })
})

describe('what has to stand unchanged', () => {
  const content = (fields: Fields = {}) => standingOf(entryOf(fields), 120_000).content

  it('stands for settle-seconds and five reads, and is assumed to be new then', () => {
    expect(standingOf(OLD, 120_000)).toMatchObject({
      against: 'old',
      forMs: 120_000,
      cutShort: null,
      reads: 5,
      assumption: 'no-run-id',
    })
  })

  it('is the items, the overall result and the rate', () => {
    expect(content({ result: false })).not.toBe(content())
    expect(content({ total_passed_rate: '99%' })).not.toBe(content())
    expect(content({ precheck_result: [item('binlog')] })).not.toBe(content())
    expect(
      content({ rds_instance_id: 'x', error_code: '', precheck_result: [item('disk'), item('binlog')] }),
    ).toBe(content())
  })
})
