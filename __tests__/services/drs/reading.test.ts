import { describe, expect, it } from 'vitest'
import type { Identity, RunFacts } from '../../../src/precheck/service.ts'
import { type Before, itemsOf } from '../../../src/services/drs/evidence.ts'
import { readingOf } from '../../../src/services/drs/reading.ts'
import type { Sighting } from '../../../src/services/drs/sightings.ts'
import { entryOf, faultOf, item, taskOf } from './entries.ts'

const TASK = taskOf('task-1')
const BEFORE: Before = {
  earlier: { kind: 'finished', id: 'run-0', items: itemsOf(entryOf()) },
  highest: 100,
  startId: 'run-1',
  unclaimed: null,
  start: 'confirmed',
}
type Fields = Readonly<Record<string, unknown>>

const reading = (sighting: Sighting, before = BEFORE) => readingOf(TASK, before, sighting, 10_000)
const facts = (fields: Fields = {}, identity: Identity = { kind: 'own' }, before = BEFORE): RunFacts => {
  const read = reading({ kind: 'entry', entry: entryOf(fields), identity }, before)
  if (read.kind !== 'answer') throw new Error(`a reading of kind ${read.kind}`)
  return read.facts
}
const fault = (
  of: Parameters<typeof faultOf>[0],
  fields?: Fields,
  identity: Identity = { kind: 'own' },
): Sighting => ({
  kind: 'fault',
  fault: faultOf(of),
  beside: fields === undefined ? null : { entry: entryOf(fields), identity },
})

describe('an entry', () => {
  it('shows its items, progress and overall result, under the id of the start', () => {
    expect(facts()).toMatchObject({
      finished: true,
      identity: { kind: 'own' },
      unreadable: null,
      standing: { forMs: 10_000 },
      picture: {
        precheckId: 'run-1',
        progress: 100,
        overall: 'positive',
        items: [{ id: 'binlog' }, { id: 'disk' }],
      },
    })
  })

  it('shows its own id where the start gave none', () => {
    expect(facts({}, { kind: 'own' }, { ...BEFORE, startId: null }).picture.precheckId).toBe('task-1')
  })

  it.each([
    ['a process under 100', { process: '99%' }, 99],
    ['no process', { process: undefined }, 0],
    ['an item without a result', { precheck_result: [item('binlog'), item('disk', '')] }, 100],
  ])('is not finished because of %s', (_what, fields, progress) => {
    expect(facts(fields)).toMatchObject({ finished: false, picture: { progress } })
  })

  it.each([
    ['no item at all', { precheck_result: [] }],
    [
      'an item without a result that was skipped',
      { precheck_result: [item('disk', '', { is_skipped: true })] },
    ],
  ])('is finished with 100 %% and %s', (_what, fields) => {
    expect(facts(fields).finished).toBe(true)
  })

  it('names an overall result that cannot be read', () => {
    expect(facts({ result: 'maybe' }).unreadable).toBe('result maybe')
  })
})

describe('an entry under a strange id', () => {
  const strange = (came: string) => ({ kind: 'strange', asked: 'run-1', came }) as const

  it('is the earlier run where the read before the start showed that id', () => {
    expect(facts({}, strange('run-0')).identity).toEqual({ kind: 'earlier-run' })
    const going = { ...BEFORE, earlier: { kind: 'going', id: 'run-0' } } as const
    expect(facts({}, strange('run-0'), going).identity).toEqual({ kind: 'earlier-run' })
  })

  it.each([
    ['another id', strange('run-9'), BEFORE],
    ['no earlier run is known', strange('run-0'), { ...BEFORE, earlier: { kind: 'none' } as const }],
    ['the start gave no id', strange('run-0'), { ...BEFORE, startId: null }],
  ])('stays strange with %s', (_words, identity, before) => {
    expect(facts({}, identity, before).identity).toEqual(identity)
  })
})

describe('a missing entry', () => {
  it('says nothing of the task', () => {
    expect(reading({ kind: 'missing', strangers: true })).toEqual({ kind: 'missing', task: TASK })
  })
})

describe('a fault', () => {
  it('that is transient is tried again, when and as the service said', () => {
    expect(reading(fault({ throttled: true, retryAt: 500 }))).toMatchObject({
      kind: 'unread',
      retryAt: 500,
      throttled: true,
      beside: null,
      problem: { reason: 'service-unavailable' },
    })
  })

  it.each([
    [{ final: true }, 'service-unavailable'],
    [{ final: true, invalidResponse: true }, 'invalid-response'],
    [{ kind: 'not-found' as const }, 'not-found'],
    [{ kind: 'authentication-failed' as const }, 'authentication-failed'],
    [{ kind: 'service-error' as const }, 'service-error'],
  ])('%j ends the task', (of, reason) => {
    expect(reading(fault(of))).toMatchObject({ kind: 'ended', problem: { reason } })
  })

  it('in an entry keeps its items, and never finishes', () => {
    const failed = { precheck_result: [item('binlog', 'FAILED')] }
    expect(reading(fault({ code: 'DRS.M00004' }, failed))).toMatchObject({
      kind: 'unread',
      beside: { picture: { precheckId: 'run-1', items: [{ status: 'failed' }] }, isFirst: false },
    })
    const first = { ...BEFORE, earlier: { kind: 'none' } } as const
    expect(reading(fault({ code: 'DRS.M00004' }, failed), first)).toMatchObject({ beside: { isFirst: true } })
  })

  it('in an entry of the run before the start is none of this run, and its items are not', () => {
    const failed = { precheck_result: [item('binlog', 'FAILED')] }
    const identity = { kind: 'strange', asked: 'run-1', came: 'run-0' } as const
    expect(reading(fault({ kind: 'service-error' }, failed, identity))).toMatchObject({
      kind: 'answer',
      facts: { identity: { kind: 'earlier-run' } },
    })
    const other = { ...identity, came: 'run-9' }
    expect(reading(fault({ kind: 'service-error' }, failed, other)).kind).toBe('ended')
  })
})
