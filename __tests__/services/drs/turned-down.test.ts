import { describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../../simulator/scenario/scenario.ts'
import { tokenCredential } from '../../../testing/credentials.ts'
import { onTheWire } from './on-the-wire.ts'

type Task = NonNullable<ScenarioInput['drs']>[number]
const green: Pick<Task, 'timeline'> = { timeline: [{ payload: 'drs-mysql' }] }
const TEN = ['t0', 't1', 't2', 'bad', 't4', 't5', 't6', 't7', 't8', 't9']
const good = TEN.filter(id => id !== 'bad')
const SHORT = { timeoutSeconds: 10 }
const tasks = (bad: Omit<Task, 'id'> = green): readonly Task[] =>
  TEN.map(id => ({ id, ...(id === 'bad' ? bad : green) }))

describe('a single bad id among ten', () => {
  it('is not blamed on the nine others, which are each started once and in order', async () => {
    const bad = { start: { httpStatus: 400, error_code: 'DRS.M00308', error_msg: 'Only parent tasks.' } }
    const { ends, of, starts } = await onTheWire({ drs: [...tasks(bad)] })
    expect(ends()).toEqual(Object.fromEntries(TEN.map(id => [id, id === 'bad' ? 'start-refused' : 'new'])))
    expect(of('bad').problem?.message.in('en-us')).toContain('task bad: HTTP 400, DRS.M00308')
    expect(starts.map(start => start.ids)).toEqual([TEN, ...TEN.map(id => [id])])
  })

  it('that DRS does not know is found out by the read before the start, and still decides nothing there', async () => {
    const { ends, starts, preReads } = await onTheWire(
      { drs: tasks().filter(({ id }) => id !== 'bad') },
      { ids: TEN },
    )
    expect(ends()['bad']).toBe('not-found')
    expect(good.every(id => ends()[id] === 'new')).toBe(true)
    expect(starts.map(start => start.ids.length)).toEqual([10, ...TEN.map(() => 1)])
    // The nine are looked at once more, because one empty answer is none.
    expect(preReads.map(read => read.ids.length)).toEqual([10, ...TEN.map(() => 1), 9])
  })

  it('that fails alone while it is read is settled, and later polls batch the others', async () => {
    const stage = { httpStatus: 400, error_code: 'DRS.M05004', error_msg: 'Deleted.' }
    const slow = [
      { process: '10%', items: [] },
      { at: 4_000, payload: 'drs-mysql' as const },
    ]
    const drs = TEN.map(id => ({ id, timeline: id === 'bad' ? [stage] : slow }))
    const { ends, reads } = await onTheWire({ drs })
    expect(ends()).toEqual(Object.fromEntries(TEN.map(id => [id, id === 'bad' ? 'not-found' : 'new'])))
    const polls = reads.map(read => read.ids)
    expect(polls.slice(0, 11)).toEqual([TEN, ...TEN.map(id => [id])])
    expect(polls.length).toBeGreaterThan(11)
    for (const ids of polls.slice(11)) expect(ids).toEqual(good)
  })

  it('is not looked for after a 400 that may be gone on the next try', async () => {
    const { ends, reads } = await onTheWire({
      drs: [...tasks()],
      rules: [
        {
          when: { operation: 'drs.result', calls: { from: 3, to: 4 } },
          fault: {
            kind: 'answer',
            status: 400,
            json: { error_code: 'DRS.M01501', error_msg: 'Service error.' },
          },
        },
      ],
    })
    expect(Object.values(ends())).toEqual(TEN.map(() => 'new'))
    expect(reads.every(read => read.ids.length === 10)).toBe(true)
  })

  it('is not looked for after a 400 about the credential, which would only lock it', async () => {
    const { ends, starts } = await onTheWire({
      drs: [...tasks()],
      rules: [
        {
          when: { operation: 'drs.start' },
          fault: {
            kind: 'answer',
            status: 400,
            json: { error_code: 'DRS.M00105', error_msg: 'Restricted.' },
          },
        },
      ],
    })
    expect(Object.values(ends())).toEqual(TEN.map(() => 'permission-denied'))
    expect(starts).toHaveLength(1)
  })
})

describe('answers that leave a task out', () => {
  it('are waited over, and a surplus entry harms nobody', async () => {
    const partly: Task['timeline'] = [
      { entry: 'missing', surplus: ['stranger'] },
      { at: 3_000, payload: 'drs-mysql' },
    ]
    const { ends } = await onTheWire({
      drs: [
        { id: 'a', timeline: partly },
        { id: 'b', ...green },
      ],
    })
    expect(ends()).toEqual({ a: 'new', b: 'new' })
  })

  it('for ever end the task as timed out, not as passed', async () => {
    const { ends, of } = await onTheWire(
      {
        drs: [
          { id: 'a', timeline: [{ entry: 'missing' }] },
          { id: 'b', ...green },
        ],
      },
      SHORT,
    )
    expect(ends()).toEqual({ a: 'timed-out', b: 'new' })
    expect(of('a').items).toEqual([])
  })

  it('but hold another one twice are invalid', async () => {
    const { ends } = await onTheWire(
      {
        drs: [
          { id: 'a', timeline: [{ payload: 'drs-mysql', entry: 'twice' }] },
          { id: 'b', ...green },
        ],
      },
      SHORT,
    )
    expect(ends()).toEqual({ a: 'invalid-response', b: 'invalid-response' })
  })

  it('and hold an error for one keep its items, and the other goes on', async () => {
    const failing: Task['timeline'] = [
      { payload: 'drs-mysql-failed', error_code: 'DRS.M05004', error_msg: 'The task is deleted.' },
    ]
    const { ends, of } = await onTheWire({
      drs: [
        { id: 'a', timeline: failing },
        { id: 'b', ...green },
      ],
    })
    expect(ends()).toEqual({ a: 'not-found', b: 'new' })
    expect(of('a').items.filter(item => item.status === 'failed')).toHaveLength(4)
    expect(of('a').problem?.message.in('en-us')).toMatch(
      /result of task a: .*DRS\.M05004.*The task is deleted/,
    )
  })

  it('and are broken for one are blamed on that one only', async () => {
    const broken: Task['timeline'] = [{ payload: 'drs-mysql', raw: { process: {} } }]
    const { ends } = await onTheWire(
      {
        drs: [
          { id: 'a', timeline: broken },
          { id: 'b', ...green },
        ],
      },
      SHORT,
    )
    expect(ends()).toEqual({ a: 'invalid-response', b: 'new' })
  })
})

describe('a credential that is turned away in the read before the start', () => {
  const many = Array.from({ length: 35 }, (_, index): Task => ({ id: `task-${index}`, ...green }))

  it('sends one request for all tasks, and starts nothing', async () => {
    const { ends, starts, preReads, of } = await onTheWire(
      { drs: many },
      { credential: () => tokenCredential('not-a-token') },
    )
    expect(new Set(Object.values(ends()))).toEqual(new Set(['authentication-failed']))
    expect([preReads.length, starts.length]).toEqual([1, 0])
    expect(of('task-30').problem?.message.in('en-us')).toContain('the IAM token from the inputs')
  })

  it.each([
    [403, 'DRS.M00102'],
    [400, 'DRS.M00105'],
    [200, 'DRS.M00103'],
  ])('as without a right (HTTP %i, %s) starts nothing either', async (status, error_code) => {
    const { ends, starts } = await onTheWire({
      drs: many.slice(0, 3),
      rules: [
        {
          when: { operation: 'drs.result' },
          fault: { kind: 'answer', status, json: { error_code, error_msg: 'No right.' } },
        },
      ],
    })
    expect(new Set(Object.values(ends()))).toEqual(new Set(['permission-denied']))
    expect(starts).toEqual([])
  })

  it.each([
    ['false', false],
    ['a text', 'no'],
    ['an entry without an id', {}],
  ])('inside an answer that also holds %s ends it all the same', async (_what, nonsense) => {
    const results = [{ precheck_id: 'task-0', error_code: 'APIGW.0301' }, nonsense]
    const { ends, starts, preReads } = await onTheWire({
      drs: many.slice(0, 2),
      rules: [
        { when: { operation: 'drs.result' }, fault: { kind: 'answer', status: 200, json: { results } } },
      ],
    })
    expect(new Set(Object.values(ends()))).toEqual(new Set(['authentication-failed']))
    expect([preReads.length, starts.length]).toEqual([1, 0])
  })

  it('for one task only starts the others', async () => {
    const earlier: Task['earlier'] = { timeline: [{ error_code: 'DRS.M00102', error_msg: 'No right.' }] }
    const { ends, startsOf } = await onTheWire({
      drs: [
        { id: 'a', ...green, earlier },
        { id: 'b', ...green },
      ],
    })
    expect(ends()).toEqual({ a: 'permission-denied', b: 'new' })
    expect([startsOf('a'), startsOf('b')]).toEqual([0, 1])
  })

  it('inside an entry ends all, because it speaks for every call', async () => {
    const earlier: Task['earlier'] = { timeline: [{ error_code: 'DRS.M00100', error_msg: 'Token invalid.' }] }
    const { ends, starts } = await onTheWire({
      drs: [
        { id: 'a', ...green, earlier },
        { id: 'b', ...green },
      ],
    })
    expect(ends()).toEqual({ a: 'authentication-failed', b: 'authentication-failed' })
    expect(starts).toEqual([])
  })
})

describe('reads that fail for a while', () => {
  it('are tried again, and the result counts in the end', async () => {
    const { ends } = await onTheWire({
      drs: [{ id: 'a', ...green }],
      rules: [
        { when: { operation: 'drs.result', calls: 3 }, fault: { kind: 'reset' } },
        {
          when: { operation: 'drs.result', calls: 3 },
          fault: { kind: 'answer', status: 502, html: '<h1>Bad</h1>' },
        },
        { when: { operation: 'drs.result', calls: 3 }, fault: { kind: 'truncate' } },
      ],
    })
    expect(ends()).toEqual({ a: 'new' })
  })

  it('with a code that says so end at the deadline as unavailable', async () => {
    const fault = { kind: 'answer', status: 500, json: { error_code: 'DRS.M00004' } } as const
    const { ends } = await onTheWire(
      {
        drs: [{ id: 'a', ...green }],
        rules: [{ when: { operation: 'drs.result', calls: { from: 2 } }, fault }],
      },
      SHORT,
    )
    expect(ends()).toEqual({ a: 'service-unavailable' })
  })
})
