import { describe, expect, it } from 'vitest'
import { ApiFault, type FaultFacts } from '../../src/cloud/fault.ts'
import type { Task } from '../../src/precheck/model.ts'
import { told, verbatim } from '../../src/precheck/sentence.ts'
import { overtaken, startedOfFault, startedOfFaultWithoutId } from '../../src/services/start.ts'

const TASK: Task = { id: 'a task', label: null }
const fault = (facts: Partial<FaultFacts>) =>
  new ApiFault({ kind: 'transient', what: verbatim('Could not start it: no answer.'), ...facts })

const refusedConnection = fault({ nothingStarted: true })
const lostAnswer = fault({})
const unusableAnswer = fault({ invalidResponse: true, httpStatus: 202 })
const tooFrequent = fault({ code: 'DRS.M01503', means: 'not-now', understood: true })
const refusal = fault({ kind: 'start-refused', understood: true })
const problemOf = (end: ApiFault) => {
  const started = startedOfFaultWithoutId(TASK, end)
  if (started.kind !== 'ended') throw new Error(`it is ${started.kind}`)
  return started.problem
}

describe('a start that failed', () => {
  it.each([
    ['was lost on the way back', lostAnswer],
    ['cannot be understood', unusableAnswer],
    ['is a transient error code', fault({ code: 'INNER_ERROR', httpStatus: 200, understood: true })],
    ['was the last that this host gets', fault({ final: true })],
  ])(
    'whose answer %s may have worked: it is read on by some services and the end for others',
    (_what, end) => {
      expect(startedOfFault(TASK, end, 'run-1')).toMatchObject({ kind: 'unconfirmed', precheckId: 'run-1' })
      expect(startedOfFaultWithoutId(TASK, end)).toMatchObject({ kind: 'ended' })
    },
  )

  it.each([
    ['a refusal', refusal],
    ['a credential that was turned away', fault({ kind: 'authentication-failed' })],
    ['a host that is given up', fault({ nothingStarted: true, final: true })],
    [
      'one request too many that is a refusal as well',
      fault({ kind: 'permission-denied', nothingStarted: true }),
    ],
  ])('with %s is never made again', (_what, end) => {
    expect(startedOfFault(TASK, end, null).kind).toBe('ended')
    expect(startedOfFaultWithoutId(TASK, end).kind).toBe('ended')
  })

  it.each([
    ['for want of a connection', refusedConnection, { why: 'unreached', throttled: false, retryAt: null }],
    [
      'as one request too many',
      fault({ nothingStarted: true, throttled: true, retryAt: 31_000 }),
      { why: 'unreached', throttled: true, retryAt: 31_000 },
    ],
    ['as too frequent', tooFrequent, { why: 'refused', throttled: false }],
  ])('%s can be made again', (_what, end, facts) => {
    expect(startedOfFault(TASK, end, null)).toMatchObject({ kind: 'not-started', ...facts })
    expect(startedOfFaultWithoutId(TASK, end)).toMatchObject({ kind: 'not-started', ...facts })
  })
})

describe('a start that came to nothing', () => {
  it.each([
    ['a lost answer', lostAnswer, 'service-unavailable'],
    ['an answer that cannot be understood', unusableAnswer, 'invalid-response'],
  ])('after %s says that a pre-check may be running', (_what, end, reason) => {
    const problem = problemOf(end)
    expect(problem.reason).toBe(reason)
    expect(problem.message.in('en-us')).toBe('Could not start it: no answer. A pre-check may be running.')
    expect(problem.advice?.in('en-us')).toContain('run the gate again')
  })

  it('after a refusal does not', () => {
    expect(problemOf(refusal)).toMatchObject({ reason: 'start-refused' })
    expect(problemOf(refusal).message.in('en-us')).not.toContain('may be running')
  })

  it('keeps what the fault advises behind what a lost answer means', () => {
    expect(problemOf(fault({ advice: verbatim('Look at the proxy.') })).advice?.in('en-us')).toMatch(
      /then run the gate again\. Look at the proxy\.$/,
    )
    expect(problemOf(lostAnswer).advice?.in('en-us')).toMatch(/then run the gate again\.$/)
  })

  it('for want of time says so and what to change', () => {
    expect(overtaken(TASK, verbatim('the pre-check of a task'))).toMatchObject({
      kind: 'ended',
      task: TASK,
      problem: {
        reason: 'timed-out',
        code: null,
        message: told(
          'Could not start the pre-check of a task: the step ended before.',
          '无法启动the pre-check of a task：步骤已先结束。',
        ),
        httpStatus: null,
        requestId: null,
        advice: told('Raise timeout-minutes.', '请增大 timeout-minutes。'),
      },
    })
  })
})
