import { describe, expect, it } from 'vitest'
import { RunIds } from '../../../src/precheck/run-ids.ts'
import { verbatim } from '../../../src/precheck/sentence.ts'
import { DRS_ERRORS } from '../../../src/services/drs/errors.ts'
import { type Expected, type Sighting, sightingsOf } from '../../../src/services/drs/sightings.ts'
import { resultAnswer } from '../../../src/services/drs/wire.ts'
import { item, rawEntry, taskOf } from './entries.ts'

const call = {
  doing: (tasks: readonly { readonly id: string }[]) =>
    verbatim(`read ${tasks.map(task => task.id).join(' and ')}`),
  httpStatus: 200,
  requestId: 'request-7',
  errors: DRS_ERRORS,
}
const runIds = new RunIds()
for (const id of ['a', 'b', 'c']) runIds.claim(id, id)

const expected = (id: string, precheckId: string | null = null): Expected => ({
  task: taskOf(id),
  precheckId,
})

function sighted(asked: readonly Expected[], ...entries: readonly unknown[]): readonly Sighting[] {
  return sightingsOf(asked, resultAnswer.parse({ results: entries }).results, call, runIds)
}

/** What stands for a task in short: the id of its entry, or how it went. */
const inShort = (sightings: readonly Sighting[]) =>
  sightings.map(one => (one.kind === 'entry' ? one.entry.precheck_id : one.kind))

const A_AND_B = [expected('a'), expected('b')]

describe('the entries of an answer', () => {
  it('belong to the tasks whose ids they carry, in whatever order', () => {
    const entries = [rawEntry({ precheck_id: 'b' }), rawEntry({ precheck_id: 'a' })]
    expect(inShort(sighted(A_AND_B, ...entries))).toEqual(['a', 'b'])
  })

  it('belong to the tasks whose starts gave these pre-check ids', () => {
    const asked = [expected('a', 'run-1'), expected('b', 'run-2')]
    const entries = [rawEntry({ precheck_id: 'run-2' }), rawEntry({ precheck_id: 'run-1' })]
    expect(inShort(sighted(asked, ...entries))).toEqual(['run-1', 'run-2'])
  })

  it('go by the pre-check id of the start before the task id', () => {
    const asked = [expected('a', 'run-1'), expected('b')]
    const entries = [rawEntry({ precheck_id: 'a' }), rawEntry({ precheck_id: 'run-1' })]
    expect(inShort(sighted(asked, ...entries))).toEqual(['run-1', 'missing'])
  })

  it('do not go by the task id where the start gave another, but for one that came alone', () => {
    const asked = [expected('a', 'run-1'), expected('b')]
    const entries = [rawEntry({ precheck_id: 'a' }), rawEntry({ precheck_id: 'b' })]
    expect(inShort(sighted(asked, ...entries))).toEqual(['missing', 'b'])
    expect(sighted([expected('a', 'run-1')], rawEntry({ precheck_id: 'a' }))).toMatchObject([
      { identity: { kind: 'strange', asked: 'run-1', came: 'a' } },
    ])
  })

  it.each([['x'], [null], [undefined]])(
    'belong to each other when one was asked for and one came, with id %j',
    id => {
      expect(sighted([expected('a')], rawEntry({ precheck_id: id }))[0]?.kind).toBe('entry')
    },
  )

  it.each([
    ['x', 'strange'],
    ['b', 'other-task'],
    ['a', 'own'],
    [null, 'own'],
  ])('that came alone under the id %j is %s', (id, kind) => {
    expect(sighted([expected('a')], rawEntry({ precheck_id: id }))[0]).toMatchObject({ identity: { kind } })
  })

  it('of another task of the gate that nobody asked for here stands in place of the one that is missing', () => {
    const entries = [rawEntry({ precheck_id: 'a' }), rawEntry({ precheck_id: 'c' })]
    expect(sighted(A_AND_B, ...entries)).toMatchObject([
      { identity: { kind: 'own' } },
      { identity: { kind: 'other-task', asked: 'b', came: 'c' } },
    ])
  })

  it('do not belong to each other when one of two is missing', () => {
    expect(inShort(sighted(A_AND_B, rawEntry({ precheck_id: 'x' })))).toEqual(['missing', 'missing'])
    expect(inShort(sighted(A_AND_B, rawEntry({ precheck_id: 'b' })))).toEqual(['missing', 'b'])
  })

  it('without an id belong to nobody among several', () => {
    expect(
      inShort(sighted(A_AND_B, rawEntry({ precheck_id: null }), rawEntry({ precheck_id: 'b' }))),
    ).toEqual(['missing', 'b'])
  })

  it('are ignored when they are surplus, and a missing task knows of them', () => {
    const surplus = rawEntry({ precheck_id: 'stranger', result: false })
    expect(inShort(sighted([expected('a')], surplus, rawEntry({ precheck_id: 'a' })))).toEqual(['a'])
    expect(sighted(A_AND_B, surplus, rawEntry({ precheck_id: 'a' }))[1]).toEqual({
      kind: 'missing',
      strangers: true,
    })
    expect(sighted(A_AND_B, rawEntry({ precheck_id: 'a' }))[1]).toEqual({ kind: 'missing', strangers: false })
  })

  it('may all be missing', () => {
    expect(sighted(A_AND_B)).toEqual([
      { kind: 'missing', strangers: false },
      { kind: 'missing', strangers: false },
    ])
  })
})

describe('an answer that contradicts itself', () => {
  const thrown = expect.objectContaining({ kind: 'transient', invalidResponse: true, requestId: 'request-7' })

  it('with two entries for one task is invalid as a whole', () => {
    const twice = [rawEntry({ precheck_id: 'a' }), rawEntry({ precheck_id: 'a', result: false })]
    expect(() => sighted(A_AND_B, ...twice)).toThrow(thrown)
    expect(() => sighted(A_AND_B, ...twice)).toThrow(
      'read a and b: the answer of DRS has two entries for task a',
    )
    expect(() => sighted([expected('a')], ...twice)).toThrow(thrown)
  })

  it('with one entry that two tasks could claim is invalid as a whole', () => {
    const swapped = [expected('a', 'b'), expected('b')]
    expect(() => sighted(swapped, rawEntry({ precheck_id: 'b' }))).toThrow('one entry for two tasks')
    const shared = [expected('a', 'run-1'), expected('b', 'run-1')]
    expect(() => sighted(shared, rawEntry({ precheck_id: 'run-1' }))).toThrow(thrown)
  })

  it('by surplus entries with one id only is not', () => {
    const twice = [rawEntry({ precheck_id: 'x' }), rawEntry({ precheck_id: 'x' })]
    expect(inShort(sighted(A_AND_B, ...twice, rawEntry({ precheck_id: 'b' })))).toEqual(['missing', 'b'])
  })
})

describe('an entry', () => {
  it('that is broken is blamed on its own task only, by name', () => {
    const broken = rawEntry({ precheck_id: 'a', precheck_result: 'none' })
    const [own, other] = sighted(A_AND_B, broken, rawEntry({ precheck_id: 'b' }))
    expect(own).toMatchObject({
      kind: 'fault',
      beside: null,
      fault: { kind: 'transient', invalidResponse: true },
    })
    expect(own?.kind === 'fault' && own.fault.message).toContain('read a: ')
    expect(own?.kind === 'fault' && own.fault.message).toContain('precheck_result')
    expect(other?.kind).toBe('entry')
  })

  it.each([['fast'], ['101%'], ['-1'], [{}], [true], ['1e2'], ['NaN']])(
    'with the process %j has a wrong shape',
    process => {
      const [own, other] = sighted(
        A_AND_B,
        rawEntry({ precheck_id: 'a', process }),
        rawEntry({ precheck_id: 'b' }),
      )
      expect(own).toMatchObject({ kind: 'fault', fault: { kind: 'transient', invalidResponse: true } })
      expect(own?.kind === 'fault' && own.fault.message).toContain('an unreadable process')
      expect(other?.kind).toBe('entry')
    },
  )

  it.each([['100%'], ['100'], [100], [' 40 % '], [undefined], [null], ['']])(
    'with the process %j is read',
    process => {
      expect(sighted([expected('a')], rawEntry({ process }))[0]?.kind).toBe('entry')
    },
  )

  it('with an error keeps its items, and never counts as finished', () => {
    const raw = rawEntry({
      precheck_id: 'a',
      error_code: 'DRS.M05004',
      error_msg: 'The task is deleted.',
      precheck_result: [item('binlog', 'FAILED')],
    })
    const [own] = sighted(A_AND_B, raw)
    expect(own).toMatchObject({
      kind: 'fault',
      fault: { kind: 'not-found', code: 'DRS.M05004', requestId: 'request-7' },
      beside: { entry: { precheck_result: [{ item: 'binlog' }] }, identity: { kind: 'own' } },
    })
    expect(own?.kind === 'fault' && own.fault.message).toMatch(/read a: .*DRS\.M05004.*The task is deleted/)
  })

  it('of another task of the gate is no error of this one, whatever it says', () => {
    const raw = rawEntry({ precheck_id: 'b', error_code: 'DRS.M05004', error_msg: 'The task is deleted.' })
    expect(sighted([expected('a')], raw)).toMatchObject([
      { kind: 'entry', identity: { kind: 'other-task', asked: 'a', came: 'b' } },
    ])
  })

  it('with an error and an unreadable process is the error', () => {
    const raw = rawEntry({ error_code: 'DRS.M01501', process: {} })
    expect(sighted([expected('a')], raw)[0]).toMatchObject({
      fault: { kind: 'transient', code: 'DRS.M01501' },
    })
  })

  it.each([
    ['DRS.M00002', 'transient'],
    ['DRS.M00004', 'transient'],
    ['DRS.M01503', 'transient'],
    ['DRS.M00102', 'permission-denied'],
    ['DRS.M05003', 'not-found'],
    ['DRS.M99999', 'service-error'],
    [404, 'service-error'],
  ])('with the error code %j is %s', (error_code, kind) => {
    expect(sighted([expected('a')], rawEntry({ error_code }))[0]).toMatchObject({
      kind: 'fault',
      fault: { kind },
    })
  })

  it('with an error text and no code is an error of the service', () => {
    const [own] = sighted([expected('a')], rawEntry({ error_code: '', error_msg: 'Something went wrong.' }))
    expect(own).toMatchObject({ kind: 'fault', fault: { kind: 'service-error', code: null } })
    expect(own?.kind === 'fault' && own.fault.message).toContain('Something went wrong.')
  })

  it.each([[''], ['  '], [null], [undefined]])('with the error code %j has no error', error_code => {
    expect(sighted([expected('a')], rawEntry({ error_code, error_msg: ' ' }))[0]?.kind).toBe('entry')
  })
})
