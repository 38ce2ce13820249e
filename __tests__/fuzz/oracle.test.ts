import { describe, expect, it } from 'vitest'
import type { Asked, End, Exchange } from './oracle/exchange.ts'
import { type Expected, expectedOf } from './oracle/oracle.ts'

/** The oracle by itself, on exchanges written by hand: who judges the gate has to be judged too. */

const SECOND_MS = 1_000
const SETTLE_MS = 5 * SECOND_MS
const [TASK, OTHER, RUN, STRANGE] = ['task-1', 'task-2', 'run-1', 'strange']

type Fields = Readonly<Record<string, unknown>>
/** A second of a story: a read that shows an entry, or a call with an answer of its own. */
type Moment =
  | { readonly read: Fields | null; readonly status?: number }
  | { readonly start: Fields | null; readonly status?: number }
  | { readonly wait: number }

const PASSED = { item: 'a', result: 'PASSED' }
const FAILED = { item: 'b', result: 'FAILED' }
const done = (...items: readonly Fields[]): Fields => ({
  process: '100%',
  result: true,
  total_passed_rate: '100%',
  precheck_result: items.length === 0 ? [PASSED] : items,
})
const at = (process: string, ...items: readonly Fields[]): Fields => ({ process, precheck_result: items })

const read = (fields: Fields | null): Moment => ({ read: fields })
const [none, old, fresh] = [read(null), read(done()), read(done())]
const accepted: Moment = { start: { status: 'success' } }
const lost: Moment = { start: null, status: 503 }
const often: Moment = { start: { status: 'failed', error_code: 'DRS.M01504' } }
const wait = (seconds: number): Moment => ({ wait: seconds })
const times = (count: number, moment: Moment) => Array.from({ length: count }, () => moment)

function exchangesOf(story: readonly Moment[], task = TASK, below = '/v3/p/'): readonly Exchange[] {
  let now = 0
  return story.flatMap((moment): readonly Exchange[] => {
    now += SECOND_MS
    if ('wait' in moment) {
      now += (moment.wait - 1) * SECOND_MS
      return []
    }
    const isStart = 'start' in moment
    const fields = isStart ? moment.start : moment.read
    const entry = isStart ? { id: task, ...fields } : { precheck_id: task, ...fields }
    const body = JSON.stringify({ results: fields === null ? [] : [entry] })
    const end: End = { kind: 'answer', at: now + 40, status: moment.status ?? 200, headers: {}, body }
    const path = `${below}jobs/batch-precheck${isStart ? '' : '-result'}`
    const jobs = isStart ? [{ job_id: task }] : [task]
    return [{ sentAt: now, method: 'POST', path, body: JSON.stringify({ jobs }), end }]
  })
}

const targetOf = (ids: readonly string[], below: string, mode: 'run' | 'query' = 'run') => {
  const tasks = ids.map(id => ({ id, key: id }))
  return { name: 'drs', service: 'drs', mode, settleMs: SETTLE_MS, below, tasks } as const
}

function expectedFor(targets: Asked['targets'], exchanges: readonly Exchange[]): Expected {
  const asked: Asked = {
    targets,
    failOn: 'failed',
    waivers: [],
    today: '2026-01-01',
    deadlineAt: 600_000,
    cancelledAt: null,
  }
  const [expected] = expectedOf(asked, exchanges)
  if (expected === undefined) throw new Error('Nothing is expected of the task')
  return expected
}

const told = (story: readonly Moment[], mode: 'run' | 'query' = 'run') =>
  expectedFor([targetOf([TASK, OTHER], '/v3/p/', mode)], exchangesOf(story))

const saying = ({ reasons, freshness }: Expected) => [[...reasons].join(' '), [...freshness].join(' ')]
const passes = (freshness: string) => ['all-passed', freshness]

describe('the oracle, of a DRS result', () => {
  it.each<[string, readonly Moment[], readonly string[]]>([
    ['after two empty reads and an accepted start', [none, none, accepted, fresh], passes('new')],
    ['after progress', [old, accepted, read(at('40%')), fresh], passes('new')],
    ['after progress, the start lost', [none, none, lost, read(at('40%')), fresh], passes('new')],
    [
      'after an older run that started anew',
      [read(at('40%')), accepted, read(at('10%')), fresh],
      passes('new'),
    ],
    [
      'with another finding',
      [old, accepted, read(done(PASSED, { item: 'c', result: 'ALARM' }))],
      ['passed-with-warnings', 'new'],
    ],
    [
      'under the id of the start',
      [old, { start: { status: 'success', precheck_id: RUN } }, read({ ...done(), precheck_id: RUN })],
      passes('new'),
    ],
    ['that stood for long enough', [old, accepted, ...times(6, fresh)], passes('assumed')],
    [
      'that stood under a strange id',
      [none, none, accepted, ...times(6, read({ ...done(), precheck_id: STRANGE }))],
      passes('assumed'),
    ],
    [
      'under its own id, which names no run, where a stranger was before',
      [
        read({ ...done(), precheck_id: STRANGE }),
        { start: { status: 'success', precheck_id: TASK } },
        ...times(6, fresh),
      ],
      passes('assumed'),
    ],
    [
      'after progress, where a stranger may have been going before',
      [
        read({ precheck_result: [PASSED], precheck_id: STRANGE }),
        { start: { status: 'success', precheck_id: TASK } },
        read(at('0%')),
        ...times(6, fresh),
      ],
      passes('new assumed'),
    ],
    [
      'of an older run that went on',
      [read(at('40%')), accepted, read(at('60%')), ...times(7, fresh)],
      passes('assumed'),
    ],
    [
      'with other data, which is no evidence',
      [old, accepted, ...times(6, read({ ...done({ ...PASSED, data: '17' }), error_code: '' }))],
      passes('assumed'),
    ],
    [
      'that another run left while the start was put off',
      [
        old,
        often,
        read(done(PASSED, { item: 'c', result: 'PASSED' })),
        accepted,
        ...times(6, read(done(PASSED, { item: 'c', result: 'PASSED' }))),
      ],
      passes('assumed'),
    ],
    [
      'unlike one that was there before a lost start was made again',
      [
        none,
        none,
        lost,
        ...times(3, fresh),
        wait(10),
        accepted,
        read(done(PASSED, { item: 'c', result: 'PASSED' })),
      ],
      passes('new'),
    ],
    [
      'under the id of the start, though an older run was going',
      [
        read(at('40%')),
        { start: { status: 'success', precheck_id: RUN } },
        read({ ...at('60%'), precheck_id: RUN }),
        read({ ...done(), precheck_id: RUN }),
      ],
      passes('new'),
    ],
    [
      'after a lost start that was made again',
      [none, none, lost, ...times(3, none), wait(10), accepted, fresh],
      passes('new'),
    ],
  ])('%s counts', (_name, story, expected) => {
    expect(saying(told(story))).toEqual(expected)
    expect(told(story).wrongStarts).toEqual([])
  })

  it.each<[string, readonly Moment[]]>([
    ['after one empty read', [none, accepted, fresh]],
    ['after an empty read and one that showed the old result', [none, old, accepted, fresh]],
    ['after a lost start', [none, none, lost, ...times(9, fresh)]],
    [
      'that was there before a lost start was made again',
      [none, none, lost, ...times(3, fresh), wait(10), accepted, fresh],
    ],
    [
      'of an older run that was going when the reads before the start failed',
      [read(at('40%')), { read: null, status: 503 }, accepted, read(at('60%')), fresh],
    ],
    [
      'under an id that only a later start gave',
      [
        none,
        none,
        lost,
        ...times(3, read({ ...done(), precheck_id: RUN })),
        wait(10),
        { start: { status: 'success', precheck_id: RUN } },
        none,
      ],
    ],
    ['after a start answer without a status', [none, none, { start: {} }, fresh]],
    ['that stood with a failed read between', [old, accepted, ...times(4, fresh), none, ...times(4, fresh)]],
    ['with fewer than five reads', [old, accepted, ...times(4, fresh), wait(9)]],
    ['of an older run that went on', [read(at('40%')), accepted, read(at('60%')), fresh]],
    ['under the old id', [old, { start: { status: 'success', precheck_id: RUN } }, ...times(9, fresh)]],
    ['under the id of another task', [none, none, accepted, read({ ...done(), precheck_id: OTHER })]],
  ])('%s does not count', (_name, story) => {
    const { reasons, freshness, items } = told(story)
    expect([...reasons].filter(reason => reason.includes('passed'))).toEqual([])
    expect([...freshness]).toEqual([])
    expect(items).toEqual([])
  })

  it.each<[string, Fields, string]>([
    ['an unreadable result', { ...done(), result: 'FAILED' }, 'not-verified'],
    ['an unreadable rate', { ...done(), total_passed_rate: '99,5%' }, 'not-verified'],
    ['an error text', { ...done(), error_msg: 'Aborted.' }, 'service-error'],
    ['a failed sub-job', done({ ...PASSED, failed_sub_jobs: [{ check_result: 'FAILED' }] }), 'checks-failed'],
    ['nothing but a skipped item', done({ ...PASSED, is_skipped: true }), 'not-verified'],
    ['fewer items than before', done(PASSED), 'not-verified'],
    ['a better result than before', done(PASSED, { ...FAILED, result: 'PASSED' }), 'all-passed'],
  ])('with %s is what the contract says', (name, last, reason) => {
    const before = name.endsWith('before') ? [PASSED, FAILED] : []
    const { reasons } = told([none, none, accepted, read(at('60%', ...before)), read(last)])
    expect(reasons.has(reason)).toBe(true)
    expect([...reasons].some(one => one.includes('passed'))).toBe(reason === 'all-passed')
  })
})

it('the oracle lets no result pass whose run id a task of another target was given too', () => {
  const withRun = (precheck_id: string, task: string, below: string) =>
    exchangesOf(
      [none, none, { start: { status: 'success', precheck_id } }, read({ ...done(), precheck_id })],
      task,
      below,
    )
  const targets = [targetOf([TASK], '/v3/p/'), targetOf([OTHER], '/v3/q/')]
  const saidOf = (otherRun: string) =>
    expectedFor(targets, [...withRun(RUN, TASK, '/v3/p/'), ...withRun(otherRun, OTHER, '/v3/q/')]).reasons
  expect(saidOf(RUN)).toEqual(new Set(['invalid-response']))
  expect(saidOf('run-2')).toEqual(new Set(['all-passed']))
})

describe('the oracle, of the starts of a DRS task', () => {
  it.each<[string, readonly Moment[], RegExp]>([
    ['after an accepted one', [none, none, accepted, accepted], /ended as "confirmed"/],
    ['soon after a lost one', [none, none, lost, none, none, none, lost], /since a lost one/],
    ['after too few reads', [none, none, lost, none, wait(12), lost], /since a lost one/],
    ['after progress', [none, none, lost, read(at('4%')), none, none, wait(12), lost], /a run had been seen/],
    ['that was put off, without a new read', [none, none, often, accepted], /without a new read/],
  ])('complains of one %s', (_name, story, words) => {
    expect(told(story).wrongStarts.join()).toMatch(words)
  })
})
