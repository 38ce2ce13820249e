import { describe, expect, it } from 'vitest'
import { faultOf, rawEntry, taskOf } from './entries.ts'
import { type Script, scripted } from './scripted.ts'

const [A, B] = [taskOf('a'), taskOf('b')]
const green = (...ids: readonly string[]) => ({ results: ids.map(id => rawEntry({ precheck_id: id })) })
const refusal = faultOf({ kind: 'start-refused', message: 'Not allowed now.' })
const noConnection = faultOf({ nothingStarted: true, httpStatus: null })
const nothing = { results: [] }

/** Nothing was there before; the start is answered so. */
const startedWith =
  (start: unknown): Script =>
  (operation, nth) =>
    operation === 'start' ? start : nth === 1 ? nothing : green('a', 'b')

describe('the entry that a start answer has for a task', () => {
  /** An earlier result is there for ever, so that only a confirmed start makes it count. */
  const startedOver =
    (results: readonly object[]): Script =>
    operation =>
      operation === 'start' ? { results } : green('a', 'b')

  /** Returns what becomes of each task after five polls within the time that a result must stand. */
  async function endsAfter(results: readonly object[], ...tasks: readonly (typeof A)[]) {
    const { service, clock } = scripted(startedOver(results))
    const started = await clock.until(service.start(tasks))
    const open = started.flatMap(one => (one.kind === 'started' ? [one.task] : []))
    const refused = started.flatMap(one => (one.kind === 'ended' ? [`refused: ${one.problem.reason}`] : []))
    if (open.length === 0) return refused
    for (let poll = 1; poll < 5; poll += 1) {
      await clock.advance(500)
      await clock.until(service.read(open))
    }
    const readings = await clock.until(service.read(open))
    const ends = readings.map(({ state }) =>
      state.kind === 'finished'
        ? state.freshness
        : state.kind === 'ended'
          ? state.problem.reason
          : state.kind,
    )
    return [...refused, ...ends]
  }

  it.each([
    ['its id and success', { id: 'a', status: 'success' }],
    ['its id and SUCCESS', { id: 'a', status: ' SUCCESS ' }],
    ['its id and a pre-check id', { id: 'a', precheck_id: 'a' }],
    ['success alone', { status: 'success' }],
    ['its id as pre-check id', { precheck_id: 'a', status: 'success' }],
    ['no id but a pre-check id of its own', { precheck_id: 'run-1', status: 'success' }],
  ])('confirms the start with %s', async (_what, entry) => {
    expect(await endsAfter([entry], A)).toEqual(['assumed'])
  })

  it.each([
    ['says neither yes nor no', [{ id: 'a' }]],
    ['has a word that nobody knows', [{ id: 'a', status: 'perhaps' }]],
    ['is of another task', [{ id: 'b', status: 'success' }]],
    ['has no id beside one that has', [{ status: 'success' }, { id: 'x', status: 'success' }]],
    ['is one of two without ids', [{ status: 'success' }, { status: 'success' }]],
    [
      'is there twice',
      [
        { id: 'a', status: 'failed', error_code: 'DRS.M00304' },
        { id: 'a', status: 'success' },
      ],
    ],
    ['is not there', []],
  ])('leaves open whether anything runs when it %s', async (_what, results) => {
    expect(await endsAfter(results, A)).toEqual(['not-verified'])
  })

  it.each([
    ['an error code', { id: 'a', status: 'success', error_code: 'DRS.M00304' }],
    ['the word failed', { id: 'a', status: 'Failed' }],
    ['the word failed and no id', { status: 'failed' }],
  ])('refuses the start with %s', async (_what, entry) => {
    expect(await endsAfter([entry], A)).toEqual(['refused: start-refused'])
  })

  it('is found by the pre-check id among several, where there is no id', async () => {
    const results = ['b', 'a'].map(precheck_id => ({ precheck_id, status: 'success' }))
    expect(await endsAfter(results, A, B)).toEqual(['assumed', 'assumed'])
  })

  it('without an id is nobody of two', async () => {
    expect(await endsAfter([{ status: 'success' }], A, B)).toEqual(['not-verified', 'not-verified'])
  })
})

describe('a start of DRS', () => {
  it('gives the pre-check id, and a refusal as what it is', async () => {
    const entry = { id: 'a', precheck_id: 'run-1', status: 'success' }
    const works = scripted(startedWith({ results: [entry] }))
    expect(await works.clock.until(works.service.start([A]))).toEqual([
      { kind: 'started', task: A, precheckId: 'run-1' },
    ])
    const refused = scripted(startedWith(refusal))
    expect(await refused.clock.until(refused.service.start([A]))).toMatchObject([
      { kind: 'ended', task: A, problem: { reason: 'start-refused', message: 'Not allowed now.' } },
    ])
  })

  it('that is still tried again says why and when', async () => {
    const { service, clock, made } = scripted(startedWith(noConnection))
    const [starting] = await clock.until(service.start([A]))
    expect(starting).toMatchObject({ kind: 'starting', throttled: false, nextTryAt: 500 })
    if (starting?.kind !== 'starting') throw new Error('There is nothing to try again')
    expect(await clock.until(starting.next())).toMatchObject({ kind: 'starting', nextTryAt: 1_500 })
    expect(made.start).toBe(2)
  })

  it('asks nothing at all when the step has ended before', async () => {
    const { service, clock, made } = scripted(startedWith(nothing), { ended: true })
    expect(await clock.until(service.start([A]))).toMatchObject([
      {
        kind: 'ended',
        problem: {
          reason: 'timed-out',
          message: 'Could not start the DRS pre-check of task a: the step ended before.',
        },
      },
    ])
    expect(made).toEqual({ start: 0, read: 0 })
  })

  it('is not made in mode query, where the id of the task is that of its result', async () => {
    const { service, clock, made } = scripted(() => green('a'), { mode: 'query' })
    expect(await clock.until(service.start([A]))).toEqual([{ kind: 'started', task: A, precheckId: 'a' }])
    expect(made).toEqual({ start: 0, read: 0 })
    const [reading] = await clock.until(service.read([A]))
    expect(reading?.state).toEqual({ kind: 'finished', freshness: 'as-found' })
  })

  it.each([404, 409])('of several tasks that meets a %i is not made again for each', async httpStatus => {
    const { service, clock, made } = scripted(startedWith(faultOf({ kind: 'start-refused', httpStatus })))
    await clock.until(service.start([A, B]))
    expect(made.start).toBe(1)
  })
})

describe('a reading of DRS', () => {
  it('of a task that was never started shows nothing and asks nothing', async () => {
    const { service, clock, made } = scripted(() => green('a'))
    expect(await clock.until(service.read([A]))).toEqual([
      { task: A, picture: null, state: { kind: 'running', settling: false } },
    ])
    expect(made.read).toBe(0)
  })

  it('warns once of a result that is only assumed to be new, and of no other', async () => {
    const confirmed = { results: [{ id: 'a', status: 'success' }] }
    const { service, clock, notices } = scripted(operation =>
      operation === 'start' ? confirmed : green('a'),
    )
    await clock.until(service.start([A]))
    for (let poll = 0; poll < 5; poll += 1) {
      expect(notices).toEqual([])
      await clock.advance(500)
      await clock.until(service.read([A]))
    }
    expect(notices).toEqual([
      ['warning', expect.stringMatching(/^The result of DRS task a is assumed to be new/)],
    ])
    const fresh = scripted(startedWith(confirmed))
    await fresh.clock.until(fresh.service.start([A]))
    const [reading] = await fresh.clock.until(fresh.service.read([A]))
    expect(reading?.state).toEqual({ kind: 'finished', freshness: 'new' })
    expect(fresh.notices).toEqual([])
  })
})

describe('a bug', () => {
  const bug = new TypeError('a bug')

  it.each(['start', 'read'] as const)('in a %s comes out at once', async operation => {
    const { service, clock } = scripted(now => (now === operation ? bug : nothing))
    await expect(clock.until(service.start([A]))).rejects.toBe(bug)
  })

  it('in a start that is made again comes out of that try', async () => {
    const { service, clock } = scripted((operation, nth) =>
      operation === 'read' ? nothing : nth === 1 ? noConnection : bug,
    )
    const [starting] = await clock.until(service.start([A]))
    if (starting?.kind !== 'starting') throw new Error('There is nothing to try again')
    await expect(clock.until(starting.next())).rejects.toBe(bug)
  })
})
