import { describe, expect, it } from 'vitest'
import { verbatim } from '../../../src/precheck/sentence.ts'
import { faultOf, item, rawEntry, taskOf } from './entries.ts'
import { type Script, scripted } from './scripted.ts'

const [A, B] = [taskOf('a'), taskOf('b')]
const green = (...ids: readonly string[]) => ({ results: ids.map(id => rawEntry({ precheck_id: id })) })
const refusal = faultOf({ kind: 'start-refused', what: verbatim('Not allowed now.') })
const noConnection = faultOf({ nothingStarted: true, httpStatus: null })
const nothing = { results: [] }

/** Nothing was there before; the start is answered so. */
const startedWith =
  (start: unknown): Script =>
  (operation, nth) =>
    operation === 'start' ? start : nth <= 2 ? nothing : green('a', 'b')

describe('the entry that a start answer has for a task', () => {
  /** Returns what becomes of each task, in the order of the answer. */
  async function endsAfter(results: readonly object[], ...tasks: readonly (typeof A)[]) {
    const { service, clock } = scripted(operation => (operation === 'start' ? { results } : green('a', 'b')))
    const started = await clock.until(service.start(tasks))
    return started.map(one => (one.kind === 'ended' ? `refused: ${one.problem.reason}` : one.kind))
  }

  it.each([
    ['its id and success', { id: 'a', status: 'success' }],
    ['its id and SUCCESS', { id: 'a', status: ' SUCCESS ' }],
    ['success alone', { status: 'success' }],
    ['its id as pre-check id', { precheck_id: 'a', status: 'success' }],
    ['no id but a pre-check id of its own', { precheck_id: 'run-1', status: 'success' }],
  ])('confirms the start with %s', async (_what, entry) => {
    expect(await endsAfter([entry], A)).toEqual(['started'])
  })

  it.each([
    ['says neither yes nor no', [{ id: 'a' }]],
    ['has a pre-check id and no status', [{ id: 'a', precheck_id: 'a' }]],
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
    expect(await endsAfter(results, A)).toEqual(['unconfirmed'])
  })

  it.each([
    ['an error code', { id: 'a', status: 'success', error_code: 'DRS.M00304' }],
    ['an error text without a code', { id: 'a', status: 'success', error_msg: 'Not allowed now.' }],
    ['the word failed', { id: 'a', status: 'Failed' }],
    ['the word failed and no id', { status: 'failed' }],
  ])('refuses the start with %s', async (_what, entry) => {
    expect(await endsAfter([entry], A)).toEqual(['refused: start-refused'])
  })

  it('is found by the pre-check id among several, where there is no id', async () => {
    const results = ['b', 'a'].map(precheck_id => ({ precheck_id, status: 'success' }))
    expect(await endsAfter(results, A, B)).toEqual(['started', 'started'])
  })

  it('without an id is nobody of two', async () => {
    expect(await endsAfter([{ status: 'success' }], A, B)).toEqual(['unconfirmed', 'unconfirmed'])
  })

  it('keeps the pre-check id of a start that is not confirmed', async () => {
    const results = [{ id: 'a', precheck_id: 'run-7' }]
    const { service, clock } = scripted(operation => (operation === 'start' ? { results } : nothing))
    expect(await clock.until(service.start([A]))).toMatchObject([
      { kind: 'unconfirmed', precheckId: 'run-7' },
    ])
  })
})

describe('a start of DRS', () => {
  it('gives the pre-check id, and a refusal as what it is', async () => {
    const entry = { id: 'a', precheck_id: 'run-1', status: 'success' }
    const works = scripted(startedWith({ results: [entry] }))
    expect(await works.clock.until(works.service.start([A]))).toEqual([
      { kind: 'started', task: A, precheckId: 'run-1', boundById: false },
    ])
    const refused = scripted(startedWith(refusal))
    expect(await refused.clock.until(refused.service.start([A]))).toMatchObject([
      { kind: 'ended', task: A, problem: { reason: 'start-refused', message: verbatim('Not allowed now.') } },
    ])
  })

  it('that cannot have arrived says so, and looks anew at what is there before the next', async () => {
    const { service, clock, made } = scripted(startedWith(noConnection))
    expect(await clock.until(service.start([A]))).toMatchObject([{ kind: 'not-started', why: 'unreached' }])
    expect(made.read).toBe(2)
    await clock.until(service.start([A]))
    expect(made).toEqual({ start: 2, read: 3 })
  })

  it('whose answer was lost keeps the first look as the measure', async () => {
    const { service, clock, made } = scripted(startedWith(faultOf()))
    expect(await clock.until(service.start([A]))).toMatchObject([{ kind: 'unconfirmed' }])
    await clock.until(service.start([A]))
    expect(made).toEqual({ start: 2, read: 2 })
  })

  it('reads nothing when the step has ended before', async () => {
    const { service, clock, made } = scripted(startedWith(nothing), { ended: true })
    await clock.until(service.start([A]))
    expect(made.read).toBe(0)
  })

  it('is not made in mode query, where the id of the task is that of its result', async () => {
    const { service, clock, made } = scripted(() => green('a'), { mode: 'query' })
    expect(await clock.until(service.start([A]))).toEqual([
      { kind: 'started', task: A, precheckId: 'a', boundById: false },
    ])
    expect(made).toEqual({ start: 0, read: 0 })
    const [reading] = await clock.until(service.read([A]))
    expect(reading).toMatchObject({ kind: 'answer', facts: { finished: true, identity: { kind: 'own' } } })
  })

  it.each([404, 409])('of several tasks that meets a %i is not made again for each', async httpStatus => {
    const { service, clock, made } = scripted(startedWith(faultOf({ kind: 'start-refused', httpStatus })))
    await clock.until(service.start([A, B]))
    expect(made.start).toBe(1)
  })
})

describe('a finished result that was there before the start was confirmed', () => {
  it('is the measure from the confirmed repetition on', async () => {
    const confirmed = { results: [{ id: 'a', status: 'success' }] }
    const other = { results: [rawEntry({ precheck_id: 'a', precheck_result: [item('ssl')] })] }
    const { service, clock } = scripted((operation, nth) => {
      if (operation === 'start') return nth === 1 ? faultOf() : confirmed
      return nth <= 2 ? nothing : nth <= 4 ? green('a') : other
    })
    const evidence = async () => {
      const [reading] = await clock.until(service.read([A]))
      return reading?.kind === 'answer' ? reading.facts.evidence : reading?.kind
    }
    await clock.until(service.start([A]))
    expect(await evidence()).toBe('first-result')
    await clock.until(service.start([A]))
    expect(await evidence()).toBe('none')
    expect(await evidence()).toBe('new-run')
  })
})

describe("another task's result that stands in place of the one asked for", () => {
  const progress = (precheck_id: string, process: string) => ({
    results: [rawEntry({ precheck_id, process, precheck_result: [] })],
  })
  const confirmed = { results: [{ id: 'a', status: 'success' }] }

  it('raises no measure: an older run that goes on after it proves no new one', async () => {
    let started = false
    const polls = [progress('b', '80%'), progress('a', '60%'), progress('a', '30%')]
    const { service, clock } = scripted(operation => {
      if (operation === 'start') started = true
      if (!started) return progress('a', '40%')
      return operation === 'start' ? confirmed : polls.shift()
    })
    await clock.until(service.start([A]))
    const facts = async () => {
      const [reading] = await clock.until(service.read([A]))
      return reading?.kind === 'answer' ? [reading.facts.identity.kind, reading.facts.evidence] : []
    }
    expect((await facts())[0]).toBe('other-task')
    expect(await facts()).toEqual(['own', 'none'])
    expect(await facts()).toEqual(['own', 'new-run'])
  })

  it('is not what was there before the start was confirmed', async () => {
    const { service, clock } = scripted((operation, nth) => {
      if (operation === 'start') return nth === 1 ? faultOf() : confirmed
      return nth <= 2 ? nothing : green(nth === 3 ? 'b' : 'a')
    })
    await clock.until(service.start([A]))
    await clock.until(service.read([A]))
    await clock.until(service.start([A]))
    expect(await clock.until(service.read([A]))).toMatchObject([{ facts: { evidence: 'first-result' } }])
  })
})

describe('a bug', () => {
  const bug = new TypeError('a bug')

  it.each(['start', 'read'] as const)('in a %s comes out at once', async operation => {
    const { service, clock } = scripted(now => (now === operation ? bug : nothing))
    await expect(clock.until(service.start([A]))).rejects.toBe(bug)
  })
})
