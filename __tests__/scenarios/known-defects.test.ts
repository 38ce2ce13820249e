import { describe, expect, it } from 'vitest'
import { REASONS } from '../../src/precheck/model.ts'
import { failsStep } from '../../src/precheck/verdict.ts'
import {
  annotationsOf,
  finishedWith,
  runGate,
  SECOND_TASK,
  saidAs,
  soon,
  TASK,
  taskOf,
  verdictOf,
} from './harness.ts'

/** Defects that gates are known for and that no other test of the suite is about; docs/known-defects.md lists them all. */

const MESSAGES_THAT_SAY_HOW_IT_ENDED = 1

describe.concurrent('findings of several kinds at once', () => {
  it('are all named, in the log, the summary, the output and the JUnit report', async () => {
    const first = finishedWith(
      { item: 'binlog', result: 'FAILED', failed_reason: 'BINLOG_OFF' },
      { item: 'privileges', result: 'FAILED', failed_reason: 'NO_PRIVILEGE' },
      { item: 'ttl', result: 'ALARM', failed_reason: 'HAS_TTL' },
    )
    const second = finishedWith({ item: 'disk', result: 'FAILED', failed_reason: 'DISK_FULL' })
    const end = await runGate({
      scenario: {
        drs: [
          { id: TASK, timeline: first },
          { id: SECOND_TASK, timeline: second },
        ],
      },
      inputs: { 'job-ids': `${TASK} ${SECOND_TASK}`, 'fail-on': 'warning' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'checks-failed' })
    const listed: readonly { readonly item: string }[] = JSON.parse(end.outputs['failed-items'] ?? '')
    // Failed items before warnings, in the order of the tasks.
    expect(listed.map(({ item }) => item)).toEqual(['binlog', 'privileges', 'disk', 'ttl'])
    for (const reason of ['BINLOG_OFF', 'NO_PRIVILEGE', 'HAS_TTL', 'DISK_FULL']) {
      expect(saidAs('error', end)).toContain(reason)
      expect(end.summary).toContain(reason)
      expect(end.junit).toContain(reason)
    }
  })
})

describe.concurrent('report only', () => {
  it.each([
    ['a failed item', finishedWith({ item: 'a', result: 'FAILED' }), 'checks-failed'],
    ['a warning', finishedWith({ item: 'a', result: 'ALARM' }), 'passed-with-warnings'],
    [
      'a failed item beside an unknown status',
      finishedWith({ item: 'a', result: 'FAILED' }, { item: 'b', result: 'IGNORED' }),
      'checks-failed',
    ],
    ['an unknown status', finishedWith({ item: 'a', result: 'IGNORED' }), 'unknown-status'],
    ['no item', [{ process: '100%', items: [] }], 'no-check-items'],
    ['a negative overall result', [{ payload: 'drs-mysql' as const, result: false }], 'checks-failed'],
  ])('lets the step pass with %s, and still says what was found', async (_words, timeline, reason) => {
    const end = await runGate({
      scenario: { drs: [{ id: TASK, timeline }] },
      inputs: { 'fail-on': 'never' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason, enforced: false })
    expect(saidAs('error', end)).toBe('')
  })

  it('is decided by the reason alone: of all reasons only wrong inputs and a signal fail the step', () => {
    const gate = { name: 'x', failOn: 'never', enforced: false } as const
    const failing = REASONS.filter(([reasonCode, decision]) => failsStep({ ...gate, decision, reasonCode }))
    expect(failing.map(([code]) => code)).toEqual(['invalid-input', 'cancelled'])
  })

  it('is the only way to pass without a pass: enforced, the exit code follows the decision', () => {
    const gate = { name: 'x', failOn: 'failed', enforced: true } as const
    const passing = REASONS.filter(([reasonCode, decision]) => !failsStep({ ...gate, decision, reasonCode }))
    // What was only validated says nothing of a pre-check, and never that it passed.
    const letThrough = REASONS.filter(([, decision]) => decision === 'passed' || decision === 'validated')
    expect(passing).toEqual(letThrough)
  })
})

describe.concurrent('a fault that was gone on the next try', () => {
  it('is a line of the log, not an annotation that stays on the run', async () => {
    const end = await runGate({
      scenario: {
        drs: [{ id: TASK, timeline: soon('drs-mysql') }],
        rules: [
          {
            when: { operation: 'drs.result', calls: { from: 3, to: 4 } },
            fault: { kind: 'answer', status: 503, text: 'upstream gone' },
          },
        ],
      },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(end.lines.join('\n')).toContain('503')
    expect(annotationsOf(end).map(({ level }) => level)).toEqual(['notice'])
    expect(annotationsOf(end)).toHaveLength(MESSAGES_THAT_SAY_HOW_IT_ENDED)
  })
})

describe.concurrent('a fault that stayed through every try', () => {
  it('is told once, beginning with what was being done, in the words of the service', async () => {
    const end = await runGate({
      scenario: {
        drs: [{ id: TASK, timeline: soon('drs-mysql') }],
        rules: [
          {
            when: { operation: 'drs.result', calls: { from: 2 } },
            fault: {
              kind: 'answer',
              status: 503,
              json: { error_code: 'X.1', error_msg: 'Upstream Is Gone' },
            },
          },
        ],
      },
      inputs: { 'timeout-minutes': '0.08' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'service-unavailable' })
    const { message = '', advice } = taskOf(end).error ?? {}
    expect(end.counts['drs.result']).toBeGreaterThan(2)
    expect(message).toMatch(/^Could not read /)
    expect(message.match(/Could not/g)).toHaveLength(1)
    expect(message.match(/Upstream Is Gone/g)).toHaveLength(1)
    expect(advice).toBeTruthy()
  })
})

describe.concurrent('what is no secret', () => {
  it('is neither masked nor replaced: project, region, host and task stay readable', async () => {
    const end = await runGate({
      scenario: { drs: [{ id: TASK, timeline: soon('drs-mysql') }] },
      inputs: { region: 'cn-north-4' },
    })
    const open = ['cn-north-4', '127.0.0.1', TASK, end.report.targets[0]?.endpoint ?? '']
    const project = end.requests[0]?.path.split('/')[2] ?? ''
    expect(project).not.toBe('')
    expect(end.masks.filter(mask => [...open, project].some(text => mask.includes(text)))).toEqual([])
    expect(end.report.targets[0]?.endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+/)
    expect(end.summary).toContain(TASK)
    expect(`${end.log}${end.summary}${end.reportText}`.match(/\*\*\*/g)).toBeNull()
  })
})

describe.concurrent('an access key', () => {
  it.each(['k', 'HST3-new_shape.2027-and-longer-than-any-before', '0000'])(
    'of the shape %j is taken to the service, which is the one to judge it',
    async accessKeyId => {
      const secretAccessKey = 'simulated-secret-of-a-new-shape-01'
      const end = await runGate({
        scenario: {
          credentials: { keys: [{ accessKeyId, secretAccessKey }] },
          drs: [{ id: TASK, timeline: soon('drs-mysql') }],
        },
        inputs: { 'access-key-id': accessKeyId, 'secret-access-key': secretAccessKey },
      })
      expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    },
  )
})
