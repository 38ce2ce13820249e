import { describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import {
  finishedWith,
  type GateEnd,
  operationsOf,
  runGate,
  saidAs,
  soon,
  TASK,
  taskOf,
  verdictOf,
} from './harness.ts'

/** A DRS result counts because it is bound to the run that this gate started, not because nothing speaks against it. */

type Task = NonNullable<ScenarioInput['drs']>[number]
type Fault = NonNullable<ScenarioInput['rules']>[number]['fault']

const GREEN = finishedWith({ item: 'binlog', result: 'PASSED' })
const RED = finishedWith({ item: 'binlog', result: 'FAILED', failed_reason: 'BINLOG_OFF' })
/** Long enough for three times `settle-seconds`, and too short for a start to be sent again. */
const SHORT = { 'timeout-minutes': '0.08' }

/** The earlier run's green result is all that this task ever shows; a start changes nothing. */
const stale = (task: Partial<Task> = {}): Task => ({
  id: TASK,
  start: { begins: false },
  ...task,
  earlier: { timeline: GREEN, stays: 'forever', ...task.earlier },
})

/** The first sentence of the message of the task. */
const firstWords = (end: GateEnd) => (taskOf(end).error?.message ?? '').slice(0, 160)

const LOST: readonly (readonly [name: string, fault: Fault, says: RegExp])[] = [
  ['a 500', { kind: 'answer', status: 500, json: { error_code: 'X.1', error_msg: 'No.' } }, /500/],
  ['a 503', { kind: 'answer', status: 503, html: '<h1>Busy</h1>' }, /503/],
  ['a connection reset', { kind: 'reset', when: 'before-answer', processed: false }, /start/],
  ['an empty list', { kind: 'answer', status: 200, json: { count: 0, results: [] } }, /start/],
  ['another object', { kind: 'answer', status: 200, json: { ok: true } }, /start/],
  [
    'an entry without status and without error',
    { kind: 'answer', status: 200, json: { count: 1, results: [{ id: TASK }] } },
    /start/,
  ],
]

describe.concurrent('a start that never happened', () => {
  it.each(LOST)('answered with %s does not make an old result new', async (_name, fault, says) => {
    const end = await runGate({
      scenario: {
        drs: [stale({ earlier: { timeline: GREEN, hidden: { reads: 2 } } })],
        rules: [{ when: { operation: 'drs.start' }, fault }],
      },
      inputs: SHORT,
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive', reason: 'not-verified' })
    expect(taskOf(end)).toMatchObject({ freshness: null, items: [] })
    expect(firstWords(end)).toMatch(/start/i)
    expect(firstWords(end)).toMatch(says)
  })

  it.each(LOST)('answered with %s counts when progress is seen after it', async (_name, fault) => {
    const lost = 'processed' in fault || fault.kind === 'answer' ? { ...fault, processed: true } : fault
    const end = await runGate({
      scenario: {
        drs: [{ id: TASK, timeline: soon('drs-mysql') }],
        rules: [{ when: { operation: 'drs.start' }, fault: lost }],
      },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(taskOf(end).freshness).toBe('new')
    expect(end.counts['drs.start']).toBe(1)
  })

  it('is named before anything else when no result comes at all', async () => {
    const end = await runGate({
      scenario: {
        drs: [{ id: TASK }],
        rules: [{ when: { operation: 'drs.start' }, fault: { kind: 'answer', status: 503 } }],
      },
      inputs: { 'timeout-minutes': '0.05' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive' })
    expect(firstWords(end)).toMatch(/start/i)
    expect(firstWords(end)).toMatch(/503/)
    expect(taskOf(end).error?.advice).not.toMatch(/raise timeout-minutes/i)
  })
})

describe.concurrent('the read before the start', () => {
  it('is made twice, half a second apart, where there is no earlier result', async () => {
    const end = await runGate({ scenario: { drs: [{ id: TASK, timeline: soon('drs-mysql') }] } })
    expect(operationsOf(end).slice(0, 3)).toEqual(['drs.result', 'drs.result', 'drs.start'])
    const [first, second] = end.requests.map(({ at }) => at)
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(495)
    expect(taskOf(end).freshness).toBe('new')
  })

  it.each(['missing', 'blank', 'no-result'] as const)(
    'that is %s once does not make the old result new',
    async as => {
      const earlier = { timeline: GREEN, stays: { reads: 3 }, hidden: { reads: 1, as } }
      const end = await runGate({ scenario: { drs: [{ id: TASK, earlier, timeline: RED }] } })
      expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'failed', reason: 'checks-failed' })
      expect(taskOf(end).freshness).toBe('new')
    },
  )

  it('that is missing twice makes whatever is finished after an accepted start new', async () => {
    const earlier = { timeline: GREEN, stays: { reads: 0 }, hidden: { reads: 2 } }
    const end = await runGate({ scenario: { drs: [{ id: TASK, earlier, timeline: GREEN }] } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(taskOf(end).freshness).toBe('new')
  })
})

describe.concurrent('a result is assumed, with a warning that names the task, and never new', () => {
  async function expectAssumed(task: Task, rules: ScenarioInput['rules'] = []): Promise<GateEnd> {
    const end = await runGate({ scenario: { drs: [task], rules }, inputs: { 'timeout-minutes': '0.15' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, decision: 'passed' })
    expect(taskOf(end).freshness).toBe('assumed')
    expect(saidAs('warning', end)).toContain(TASK)
    return end
  }

  it('when an older run goes on through the start', async () => {
    const otherRun = [{ process: '60%', items: [] }, ...GREEN.map(stage => ({ ...stage, at: 400 }))]
    const earlier = { timeline: [{ process: '40%', items: [] }] }
    await expectAssumed(stale({ earlier, start: { begins: false, otherRun } }))
  })

  it.each([
    ['DRS.M01504', []],
    [
      'a 429',
      [
        {
          when: { operation: 'drs.start' as const, calls: 1 },
          fault: {
            kind: 'throttle' as const,
            windowMs: 1_000,
            retryAfter: { seconds: 1 },
            processed: true,
          },
        },
      ],
    ],
  ])(
    'when another run ended while %s put the start off, and the read is made again',
    async (_name, rules) => {
      const otherRun = finishedWith({ item: 'binlog', result: 'PASSED' }, { item: 'ttl', result: 'ALARM' })
      const refused = { status: 'failed' as const, error_code: 'DRS.M01504', error_msg: 'Busy.', otherRun }
      const end = await expectAssumed(stale({ start: [refused, { begins: false }] }), rules)
      const operations = operationsOf(end)
      const [first, second] = [operations.indexOf('drs.start'), operations.lastIndexOf('drs.start')]
      expect(operations.slice(first + 1, second)).toContain('drs.result')
    },
  )

  it.each([
    ['an empty error code where there was none', { error_code: '' }],
    ['an empty error text where there was none', { error_msg: '' }],
    ['another instance id', { rds_instance_id: '7edae0250ebc464897bd92b8d3e8b769in01' }],
    ['another field', { raw: { task_progress: 7 } }],
  ])('when nothing differs but %s', async (_name, field) => {
    const otherRun = GREEN.map(stage => ({ ...stage, ...field }))
    await expectAssumed(stale({ start: { begins: false, otherRun } }))
  })

  it('when numbers in the data of an item go on changing', async () => {
    const changing = Array.from({ length: 400 }, (_, tick) => ({
      at: tick * 50,
      process: '100%',
      items: [{ item: 'binlog', group: 'db_params', result: 'PASSED', data: `${tick} MiB free` }],
    }))
    await expectAssumed(stale({ earlier: { timeline: changing } }))
  })

  it('when a text is empty where it was absent', async () => {
    const items = [{ item: 'binlog', group: 'db_params', result: 'PASSED', failed_reason: '' }]
    await expectAssumed(stale({ start: { begins: false, otherRun: [{ process: '100%', items }] } }))
  })

  it('when an answer without progress, one without the task and an error came before it', async () => {
    const otherRun = [
      ...GREEN.map(stage => ({ ...stage, absent: ['process'] })),
      { at: 200, entry: 'missing' as const },
      { at: 400, error_code: 'DRS.M00004', error_msg: 'Busy.' },
      ...GREEN.map(stage => ({ ...stage, at: 600 })),
    ]
    await expectAssumed(stale({ start: { begins: false, otherRun } }))
  })
})

describe.concurrent('a result is new', () => {
  it('when progress fell back below what the older run had reached', async () => {
    const timeline = [{ process: '10%', items: [] }, ...GREEN.map(stage => ({ ...stage, at: 1_500 }))]
    const earlier = { timeline: [{ process: '40%', items: [] }], stays: { reads: 1 } }
    const end = await runGate({
      scenario: { drs: [{ id: TASK, earlier, timeline }] },
      inputs: { 'timeout-minutes': '0.1' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(taskOf(end).freshness).toBe('new')
  })

  it('when it has a finding more than the one before', async () => {
    const timeline = finishedWith({ item: 'binlog', result: 'ALARM', failed_reason: 'SHORT_RETENTION' })
    const end = await runGate({ scenario: { drs: [{ id: TASK, earlier: { timeline: GREEN }, timeline }] } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'passed-with-warnings' })
    expect(taskOf(end).freshness).toBe('new')
  })
})
