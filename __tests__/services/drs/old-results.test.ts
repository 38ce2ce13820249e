import { describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../../simulator/scenario/scenario.ts'
import { onTheWire } from './on-the-wire.ts'

type Task = NonNullable<ScenarioInput['drs']>[number]
const task = (facts: Omit<Task, 'id'>, id = 'task-1'): Task => ({ id, ...facts })
const green = [{ payload: 'drs-mysql' as const }]
const red = [{ payload: 'drs-mysql-failed' as const }]
const failedItems = (items: readonly { readonly status: string }[]) =>
  items.filter(item => item.status === 'failed').length

describe('an old green result that is still served after the start', () => {
  it.each([{ reads: 1 }, { reads: 4 }, { ms: 3_000 }])(
    'for %j is not taken for the new red one',
    async stays => {
      const { of, warnings } = await onTheWire(
        { drs: [task({ earlier: { timeline: green, stays }, timeline: red })] },
        {
          settleSeconds: 60,
        },
      )
      expect(of()).toMatchObject({ problem: null, freshness: 'new', overall: 'negative' })
      expect(failedItems(of().items)).toBe(4)
      expect(warnings).toEqual([])
    },
  )

  it('gives no items away while it is all there is', async () => {
    const { of } = await onTheWire(
      { drs: [task({ earlier: { timeline: red, stays: 'forever' } })] },
      {
        settleSeconds: 600,
        timeoutSeconds: 10,
      },
    )
    expect(of()).toMatchObject({ items: [], freshness: null, problem: { reason: 'timed-out' } })
    expect(of().problem?.message.in('en-us')).toContain('settle-seconds')
  })

  it('for ever is assumed to be new when it has stood for settle-seconds, with a warning', async () => {
    const { of, polls, tookSeconds, warnings } = await onTheWire(
      { drs: [task({ earlier: { timeline: green, stays: 'forever' } })] },
      { settleSeconds: 20 },
    )
    expect(of()).toMatchObject({ problem: null, freshness: 'assumed' })
    expect(of().items).toHaveLength(39)
    expect([polls, tookSeconds]).toEqual([40, 20])
    expect(warnings).toEqual([expect.stringContaining('task-1')])
  })

  it('for ever is looked at five times, however short settle-seconds are', async () => {
    const { of, polls } = await onTheWire(
      { drs: [task({ earlier: { timeline: green, stays: 'forever' } })] },
      { settleSeconds: 0.5, intervalSeconds: 1 },
    )
    expect(of().freshness).toBe('assumed')
    expect(polls).toBe(5)
  })

  it('is looked at every 5 s at least on the adaptive schedule, first after 1 s', async () => {
    const { reads, of } = await onTheWire(
      { drs: [task({ earlier: { timeline: green, stays: 'forever' } })] },
      { settleSeconds: 120, intervalSeconds: 'auto' },
    )
    const gaps = reads.map((read, index) => read.at - (reads[index - 1]?.at ?? 0))
    expect(gaps[0]).toBe(1)
    expect(Math.max(...gaps)).toBe(5)
    expect(of().freshness).toBe('assumed')
  })

  it('ends as not verified when the answer to the start was lost', async () => {
    const { of, startsOf } = await onTheWire({
      drs: [task({ earlier: { timeline: green, stays: 'forever' } })],
      rules: [{ when: { operation: 'drs.start' }, fault: { kind: 'reset' } }],
    })
    expect(of()).toMatchObject({ problem: { reason: 'not-verified' }, items: [], freshness: null })
    expect(startsOf('task-1')).toBe(4)
  })

  it('proves the new run by nothing but its progress, when the new result is the same', async () => {
    const { of, warnings } = await onTheWire(
      {
        drs: [
          task({
            earlier: { timeline: green, stays: { reads: 1 } },
            timeline: [
              { process: '30%', payload: 'drs-mysql', done: 9 },
              { at: 5_000, payload: 'drs-mysql' },
            ],
          }),
        ],
      },
      { settleSeconds: 200 },
    )
    expect(of()).toMatchObject({ problem: null, freshness: 'new' })
    expect(warnings).toEqual([])
  })

  it('proves the new run by another pre-check id alone', async () => {
    const { of } = await onTheWire(
      {
        drs: [
          task({
            earlier: { timeline: green, stays: { reads: 2 } },
            start: { precheckId: 'run-2' },
            timeline: green,
          }),
        ],
      },
      { settleSeconds: 200 },
    )
    expect(of()).toMatchObject({ problem: null, freshness: 'new', precheckId: 'run-2' })
  })

  it('proves nothing when what was there before could not be read', async () => {
    const fault = {
      kind: 'answer' as const,
      status: 503,
      json: { error_code: 'DRS.M00004', error_msg: 'Abnormal.' },
    }
    const { of, preReads } = await onTheWire({
      drs: [task({ earlier: { timeline: green, stays: { reads: 3 } }, timeline: red })],
      rules: [{ when: { operation: 'drs.result', calls: { from: 1, to: 3 } }, fault }],
    })
    expect(preReads.map(read => read.at)).toEqual([0, 0.5, 1.5])
    expect(of()).toMatchObject({ problem: null, freshness: 'assumed', overall: 'negative' })
  })

  it('breaks its row with an error or a missing entry', async () => {
    const { of, polls } = await onTheWire(
      {
        drs: [task({ earlier: { timeline: green, stays: 'forever' } })],
        rules: [
          {
            when: { operation: 'drs.result', calls: 5 },
            fault: { kind: 'answer', status: 200, json: { count: 0, results: [] } },
          },
        ],
      },
      { settleSeconds: 0.5, intervalSeconds: 1 },
    )
    expect(of().freshness).toBe('assumed')
    // Three polls, one without an entry, and five more.
    expect(polls).toBe(9)
  })
})

describe('where there was no earlier result', () => {
  it('the first finished result counts at once', async () => {
    const { of, polls } = await onTheWire({ drs: [task({ timeline: green })] }, { settleSeconds: 200 })
    expect(of()).toMatchObject({ problem: null, freshness: 'new' })
    expect(polls).toBe(1)
  })

  it('it does not count at once when the answer to the start was lost', async () => {
    const { of, startsOf } = await onTheWire(
      {
        drs: [task({ timeline: red })],
        rules: [{ when: { operation: 'drs.start' }, fault: { kind: 'reset', when: 'mid-body' } }],
      },
      { settleSeconds: 5 },
    )
    expect(of()).toMatchObject({ problem: { reason: 'not-verified' }, freshness: null, items: [] })
    expect(startsOf('task-1')).toBe(4)
  })

  it('an entry that says DRS.M00002 after the start is waited for', async () => {
    const { of } = await onTheWire({ drs: [task({ timeline: [{ at: 4_000, payload: 'drs-dds' }] })] })
    expect(of()).toMatchObject({ problem: null, freshness: 'new' })
    expect(of().items).toHaveLength(27)
  })
})

describe('an earlier run that is still going', () => {
  const going = { at: 0, process: '50%', payload: 'drs-mysql' as const, done: 20 }

  it('is waited for, and its result is not the new one', async () => {
    const { of, starts, preReads } = await onTheWire({
      drs: [
        task({
          earlier: { timeline: [going, { at: 10_000, payload: 'drs-mysql' }], stays: { reads: 2 } },
          timeline: red,
        }),
      ],
    })
    expect(preReads).toHaveLength(21)
    expect(starts.map(start => start.at)).toEqual([10])
    expect(of()).toMatchObject({ freshness: 'new', overall: 'negative' })
  })

  it('that never ends is started over when a third of the time has gone', async () => {
    const { of, starts } = await onTheWire(
      { drs: [task({ earlier: { timeline: [going] }, timeline: green })] },
      { timeoutSeconds: 60 },
    )
    expect(starts.map(start => start.at)).toEqual([20])
    expect(of().problem).toBeNull()
  })
})

describe('in query mode', () => {
  it('nothing is started, and a result of whatever age counts as found', async () => {
    const { of, starts, preReads } = await onTheWire(
      { drs: [task({ earlier: { timeline: red } })] },
      { mode: 'query' },
    )
    expect(of()).toMatchObject({
      problem: null,
      freshness: 'as-found',
      overall: 'negative',
      precheckId: 'task-1',
    })
    expect([starts.length, preReads.length]).toEqual([0, 1])
  })

  it('a run that is still going is waited for', async () => {
    const timeline = [
      { process: '50%', items: [] },
      { at: 3_000, payload: 'drs-mysql' as const },
    ]
    const { of, polls } = await onTheWire({ drs: [task({ earlier: { timeline } })] }, { mode: 'query' })
    expect(of()).toMatchObject({ problem: null, freshness: 'as-found' })
    expect(polls).toBeGreaterThan(1)
  })
})
