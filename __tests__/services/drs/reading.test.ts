import { describe, expect, it } from 'vitest'
import { evidenceAfterStart, observe } from '../../../src/services/drs/freshness.ts'
import { type Readable, readingOf } from '../../../src/services/drs/reading.ts'
import type { Sighting } from '../../../src/services/drs/sightings.ts'
import { entryOf, faultOf, item, taskOf } from './entries.ts'

const TASK = taskOf('task-1')
const SETTLE_MS = 10_000

const query: Readable = { precheckId: null, evidence: null }
const proven: Readable = { precheckId: 'run-1', evidence: evidenceAfterStart({ kind: 'none' }, true, 0) }
const unproven: Readable = {
  precheckId: 'run-1',
  evidence: evidenceAfterStart({ kind: 'unreadable' }, true, 0),
}

/** After so many polls, 5 s apart, that showed the same finished result. */
function stood(polls: number, startConfirmed = true): Readable {
  let evidence = evidenceAfterStart({ kind: 'unreadable' }, startConfirmed, 0)
  for (let poll = 1; poll <= polls; poll += 1) evidence = observe(evidence, entryOf(), poll * 5_000)
  return { precheckId: 'run-1', evidence }
}

const reading = (known: Readable, sighting: Sighting, now = 0) =>
  readingOf(TASK, known, sighting, SETTLE_MS, now)
const entry = (fields: Readonly<Record<string, unknown>> = {}): Sighting => ({
  kind: 'entry',
  entry: entryOf(fields),
})
const fault = (
  facts: Parameters<typeof faultOf>[0],
  fields?: Readonly<Record<string, unknown>>,
): Sighting => ({
  kind: 'fault',
  fault: faultOf(facts),
  entry: fields === undefined ? null : entryOf(fields),
})

describe('a finished result', () => {
  it('is as found in query mode', () => {
    expect(reading(query, entry()).state).toEqual({ kind: 'finished', freshness: 'as-found' })
  })

  it('is new where that is proven', () => {
    const { state, picture } = reading(proven, entry())
    expect(state).toEqual({ kind: 'finished', freshness: 'new' })
    expect(picture).toMatchObject({ precheckId: 'run-1', progress: 100, overall: 'positive' })
    expect(picture?.items.map(one => one.id)).toEqual(['binlog', 'disk'])
  })

  it('settles and shows nothing while it could be an earlier one', () => {
    expect(reading(unproven, entry())).toEqual({
      task: TASK,
      picture: null,
      state: { kind: 'running', settling: true },
    })
  })

  it('is assumed to be new when it has stood long enough, and shows its items then', () => {
    expect(reading(stood(4), entry(), 20_000).state).toEqual({ kind: 'running', settling: true })
    const { state, picture } = reading(stood(5), entry(), 25_000)
    expect(state).toEqual({ kind: 'finished', freshness: 'assumed' })
    expect(picture?.items).toHaveLength(2)
  })

  it('ends as not verified and without items when it has stood so after a lost start', () => {
    const { state, picture } = reading(stood(5, false), entry(), 25_000)
    expect(state).toMatchObject({
      kind: 'ended',
      problem: {
        reason: 'not-verified',
        message:
          "The answer to the start of DRS task task-1 was lost, and the result has not changed since: it may be an earlier run's.",
        advice: expect.stringMatching(/^Run the gate again/),
      },
    })
    expect(picture).toBeNull()
  })
})

describe('a result that is not finished', () => {
  it.each([
    ['a process under 100', { process: '99%' }],
    ['no process', { process: undefined }],
    ['an item without a result', { precheck_result: [item('binlog'), item('disk', '')] }],
  ])('because of %s shows its items where they count', (_what, fields) => {
    for (const known of [query, proven]) {
      const { state, picture } = reading(known, entry(fields))
      expect(state).toEqual({ kind: 'running', settling: false })
      expect(picture?.items).toHaveLength(2)
    }
  })

  it('shows nothing where it could be an earlier one', () => {
    const open = entry({ precheck_result: [item('binlog', 'FAILED'), item('disk', '')] })
    expect(reading(unproven, open)).toMatchObject({
      picture: null,
      state: { kind: 'running', settling: false },
    })
  })

  it('is finished with 100 % and no item at all, which is for the judge to weigh', () => {
    expect(reading(proven, entry({ precheck_result: [] })).state.kind).toBe('finished')
  })
})

describe('a missing entry', () => {
  it.each([query, proven, unproven])('is still running, and the earlier picture stands', known => {
    expect(reading(known, { kind: 'missing', strangers: true })).toEqual({
      task: TASK,
      picture: null,
      state: { kind: 'running', settling: false },
    })
  })
})

describe('a fault', () => {
  it('that is transient is tried again, when and as the service said', () => {
    const { state } = reading(proven, fault({ throttled: true, retryAt: 500 }))
    expect(state).toMatchObject({ kind: 'unread', retryAt: 500, throttled: true })
    expect(state.kind === 'unread' && state.problem.reason).toBe('service-unavailable')
  })

  it.each([
    [{ final: true }, 'service-unavailable'],
    [{ final: true, invalidResponse: true }, 'invalid-response'],
    [{ kind: 'not-found' as const }, 'not-found'],
    [{ kind: 'authentication-failed' as const }, 'authentication-failed'],
    [{ kind: 'service-error' as const }, 'service-error'],
  ])('%j ends the task', (facts, reason) => {
    expect(reading(proven, fault(facts)).state).toMatchObject({ kind: 'ended', problem: { reason } })
  })

  it('in an entry keeps its items where they count, and never finishes', () => {
    const failed = { precheck_result: [item('binlog', 'FAILED')] }
    const counting = reading(proven, fault({ code: 'DRS.M00004' }, failed))
    expect(counting.picture?.items.map(one => one.status)).toEqual(['failed'])
    expect(counting.state.kind).toBe('unread')
    expect(reading(unproven, fault({ code: 'DRS.M00004' }, failed)).picture).toBeNull()
  })
})
