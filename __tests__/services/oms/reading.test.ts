import { describe, expect, it } from 'vitest'
import { readingOf } from '../../../src/services/oms/reading.ts'
import { type OmsRun, runData } from '../../../src/services/oms/run.ts'

const TASK = { id: 'np_1', label: null }
const subject = { task: TASK, precheckId: 't_1', mode: 'run' as const }
const PASSED = { endpointType: 'SOURCE', role: 'MASTER', checkType: 'RDB_CONNECT', status: 'PASSED' }
const runOf = (projectStatus: string, more: object = {}): OmsRun =>
  runData.parse({ projectStatus, preCheckResults: [PASSED], ...more })

describe('an answer of OMS', () => {
  it('that is still going shows what is there, and nothing has to settle', () => {
    const { reading, unknown } = readingOf(subject, runOf('RUNNING', { progress: 40 }), null, 0)
    expect(reading).toEqual({
      task: TASK,
      picture: { precheckId: 't_1', progress: 40, overall: 'none', items: [expect.anything()] },
      state: { kind: 'running', settling: false },
    })
    expect(unknown).toBeNull()
  })

  it.each([
    ['run', 'FINISHED', 'none', 'new'],
    ['run', 'FAILED', 'run-failed', 'new'],
    ['query', 'SKIPPED', 'run-skipped', 'as-found'],
  ] as const)(
    'of mode %s with the status %s is the end, with %s as a whole',
    (mode, status, overall, freshness) => {
      const { reading } = readingOf({ ...subject, mode }, runOf(status), null, 0)
      expect(reading).toMatchObject({ picture: { overall }, state: { kind: 'finished', freshness } })
    },
  )
})

describe('an unknown status', () => {
  const run = runOf('ARCHIVED')
  const first = readingOf(subject, run, null, 5_000)

  it('counts as not understood, is no sign of throttling, and can be read again any time', () => {
    expect(first.reading.picture?.overall).toBe('none')
    expect(first.reading.state).toEqual({
      kind: 'unread',
      problem: {
        reason: 'unknown-status',
        code: null,
        message:
          'The OMS pre-check t_1 of np_1 has the status ARCHIVED, which OMS documents nowhere, so it counts as neither finished nor passed.',
        httpStatus: null,
        requestId: null,
        advice: expect.stringContaining('Look at the pre-check in the OMS console.'),
      },
      retryAt: null,
      throttled: false,
    })
  })

  it('of a pre-check that is queried names it once', () => {
    const queried = readingOf({ ...subject, precheckId: TASK.id, mode: 'query' }, run, null, 0)
    expect(queried.reading.state).toMatchObject({
      problem: { message: expect.stringMatching(/^The OMS pre-check np_1 has the status/) },
    })
  })

  it('is the end when it has stood unchanged for a minute', () => {
    expect(readingOf(subject, run, first.unknown, 64_999).reading.state.kind).toBe('unread')
    expect(readingOf(subject, run, first.unknown, 65_000).reading.state).toMatchObject({
      kind: 'ended',
      problem: { reason: 'unknown-status' },
    })
  })

  it('is forgotten when another one comes', () => {
    expect(readingOf(subject, runOf('RUNNING'), first.unknown, 70_000).unknown).toBeNull()
  })
})
