import { describe, expect, it } from 'vitest'
import { RunIds } from '../../../src/precheck/run-ids.ts'
import { readingOf } from '../../../src/services/oms/reading.ts'
import { type OmsRun, runData } from '../../../src/services/oms/run.ts'
import { inEnglish } from '../../precheck/in-english.ts'

const TASK = { id: 'np_1', label: null }
const subject = { task: TASK, precheckId: 't_1', projectId: 'np_1' }
const PASSED = { endpointType: 'SOURCE', role: 'MASTER', checkType: 'RDB_CONNECT', status: 'PASSED' }
const runOf = (projectStatus: string, more: object = {}): OmsRun =>
  runData.parse({ projectStatus, preCheckResults: [PASSED], ...more })

const runIds = new RunIds()
for (const [id, owner] of [
  ['np_1', 'np_1'],
  ['t_1', 'np_1'],
  ['np_2', 'np_2'],
  ['t_2', 'np_2'],
] as const) {
  runIds.claim(id, owner)
}
const read = (
  run: OmsRun,
  who: typeof subject | (Omit<typeof subject, 'projectId'> & { projectId: null }) = subject,
) => readingOf(who, run, runIds, null, 0).reading
const factsOf = (run: OmsRun, who?: Parameters<typeof read>[1]) => {
  const reading = read(run, who)
  if (reading.kind !== 'answer') throw new Error(`a reading of kind ${reading.kind}`)
  return reading.facts
}

describe('an answer of OMS', () => {
  it('that is still going shows what is there, and nothing has to stand', () => {
    expect(read(runOf('RUNNING', { progress: 40 }))).toEqual({
      kind: 'answer',
      task: TASK,
      facts: {
        picture: { precheckId: 't_1', progress: 40, overall: 'none', items: [expect.anything()] },
        finished: false,
        identity: { kind: 'own' },
        evidence: 'none',
        unreadable: null,
        standing: null,
      },
    })
  })

  it.each([
    ['FINISHED', 'none'],
    ['FAILED', 'run-failed'],
    ['SKIPPED', 'run-skipped'],
  ] as const)('with the status %s is the end, with %s as a whole', (status, overall) => {
    expect(factsOf(runOf(status))).toMatchObject({ finished: true, picture: { overall }, unreadable: null })
  })
})

describe('two status words in one answer of OMS', () => {
  it.each([
    ['FINISHED', 'FAILED', 'run-failed'],
    ['FAILED', 'FINISHED', 'run-failed'],
    ['SKIPPED', 'FINISHED', 'run-skipped'],
    ['FAILED', 'SKIPPED', 'run-failed'],
    ['finished', 'FINISHED', 'none'],
  ])('%s and %s come to the worse one', (preCheckStatus, projectStatus, overall) => {
    expect(factsOf(runOf(projectStatus, { preCheckStatus }))).toMatchObject({
      finished: true,
      picture: { overall },
    })
  })

  it.each(['RUNNING', 'INIT', 'PENDING'])('of which one is %s are not finished', preCheckStatus => {
    expect(factsOf(runOf('FINISHED', { preCheckStatus }))).toMatchObject({ finished: false })
  })

  it('of which one makes no sense are no end though the other has finished', () => {
    expect(read(runOf('FINISHED', { preCheckStatus: 'ARCHIVED' })).kind).toBe('unread')
  })

  it('of which one makes no sense are no end while the other is going', () => {
    expect(read(runOf('RUNNING', { preCheckStatus: 'ARCHIVED' })).kind).toBe('unread')
  })
})

describe('the ids in an answer of OMS', () => {
  const identity = (ids: object, who?: Parameters<typeof read>[1]) =>
    factsOf(runOf('FINISHED', ids), who).identity
  const queried = { task: { id: 't_1', label: null }, precheckId: 't_1', projectId: null }

  it.each([
    [{ preCheckId: 't_1' }],
    [{ projectId: 'np_1' }],
    [{ projectId: 't_1' }],
    [{ preCheckId: 't_1', projectId: 'np_1' }],
  ])('%o are its own', ids => {
    expect(identity(ids)).toEqual({ kind: 'own' })
  })

  it.each([
    [{ preCheckId: 't_2' }, 't_2'],
    [{ projectId: 'np_2' }, 'np_2'],
    [{ preCheckId: 't_1', projectId: 't_2' }, 't_2'],
    [{ preCheckId: 't_9', projectId: 'np_2' }, 'np_2'],
  ])('%o are of another task', (ids, came) => {
    expect(identity(ids)).toMatchObject({ kind: 'other-task', came })
  })

  it.each([
    [{ preCheckId: 't_9' }, 't_1', 't_9'],
    [{ projectId: 'np_9' }, 'np_1', 'np_9'],
    [{ preCheckId: 't_9', projectId: 'np_1' }, 't_1', 't_9'],
    [{ preCheckId: 'np_1' }, 't_1', 'np_1'],
  ])('%o are strange', (ids, asked, came) => {
    expect(identity(ids)).toEqual({ kind: 'strange', asked, came })
  })

  it('may name any project where nobody knows the right one', () => {
    expect(identity({ projectId: 'np_77' }, queried)).toEqual({ kind: 'own' })
    expect(identity({ projectId: 'something' }, queried)).toMatchObject({
      kind: 'strange',
      came: 'something',
    })
    expect(identity({ preCheckId: 't_9', projectId: 'np_77' }, queried)).toMatchObject({
      kind: 'strange',
      came: 't_9',
    })
  })
})

describe('an unknown status', () => {
  it('of another task is no word on the one that was asked for', () => {
    expect(factsOf(runOf('ARCHIVED', { projectId: 'np_2' })).identity).toMatchObject({ kind: 'other-task' })
  })

  const run = runOf('ARCHIVED')
  const first = readingOf(subject, run, runIds, null, 5_000)

  it('counts as not understood, is no sign of throttling, and can be read again any time', () => {
    expect(first.reading).toMatchObject({
      kind: 'unread',
      task: TASK,
      beside: { isFirst: false, picture: expect.objectContaining({ overall: 'none' }) },
      isEmpty: false,
      retryAt: null,
      throttled: false,
    })
    expect(first.reading.kind === 'unread' && inEnglish(first.reading.problem)).toEqual({
      reason: 'unknown-status',
      code: null,
      message:
        'The OMS pre-check t_1 of np_1 has the status ARCHIVED, which OMS documents nowhere, so it counts as neither finished nor passed.',
      httpStatus: null,
      requestId: null,
      advice: expect.stringContaining('Look at the pre-check in the OMS console.'),
    })
  })

  it('of a pre-check that is queried names it once', () => {
    const queried = readingOf({ ...subject, precheckId: TASK.id }, run, runIds, null, 0)
    const problem = queried.reading.kind === 'unread' ? queried.reading.problem : null
    expect(inEnglish(problem)?.message).toMatch(/^The OMS pre-check np_1 has the status/)
  })

  it('is the end when it has stood unchanged for a minute', () => {
    expect(readingOf(subject, run, runIds, first.unknown, 64_999).reading.kind).toBe('unread')
    expect(readingOf(subject, run, runIds, first.unknown, 65_000).reading).toMatchObject({
      kind: 'ended',
      problem: { reason: 'unknown-status' },
    })
  })

  it('of another task is none of this one, however long it stands', () => {
    const others = runOf('ARCHIVED', { preCheckId: 't_2' })
    const seen = readingOf(subject, others, runIds, first.unknown, 70_000)
    expect(seen.reading).toMatchObject({ kind: 'answer', facts: { identity: { kind: 'other-task' } } })
    expect(seen.unknown).toBeNull()
  })

  it('is forgotten when another one comes', () => {
    expect(readingOf(subject, runOf('RUNNING'), runIds, first.unknown, 70_000).unknown).toBeNull()
  })
})
