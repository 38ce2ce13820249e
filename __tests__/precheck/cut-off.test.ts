import { describe, expect, it } from 'vitest'
import { type CutOff, cutOffProblem } from '../../src/precheck/cut-off.ts'
import type { Problem } from '../../src/precheck/model.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { problemOf, unavailable } from './fake-service.ts'
import { inEnglish } from './in-english.ts'

const cut = (facts: Partial<CutOff> = {}) =>
  cutOffProblem({
    cancelled: false,
    lastFault: null,
    unansweredForMs: 0,
    longestReadMs: 0,
    started: true,
    settling: false,
    unmentioned: false,
    progress: null,
    ...facts,
  })

describe('when the deadline comes, a task', () => {
  it('whose last read was understood is timed out, and the message says how far it was', () => {
    expect(inEnglish(cut({ progress: 40 }))).toMatchObject({
      reason: 'timed-out',
      message: "The pre-check was not finished at 40 % when the step's deadline came.",
      advice: 'Raise timeout-minutes, or read the result later with mode query.',
    })
  })

  it('of which nothing was seen is timed out, without a made-up progress', () => {
    expect(cut().message.in('en-us')).toBe("The pre-check was not finished when the step's deadline came.")
    expect(cut().reason).toBe('timed-out')
  })

  it('that settles is timed out, and the message says that a result was there', () => {
    expect(inEnglish(cut({ settling: true, progress: 100 }))).toMatchObject({
      reason: 'timed-out',
      message: expect.stringContaining('settle-seconds'),
      advice: 'Raise timeout-minutes, or read the result later with mode query.',
    })
  })

  it.each(['service-unavailable', 'invalid-response'] as const)(
    'whose last read failed as %s ends so',
    reason => {
      const lastFault = problemOf(reason, 'Could not read the result of task 7: HTTP 200.')
      expect(cut({ lastFault })).toBe(lastFault)
      expect(cut({ lastFault, settling: true, progress: 100, unansweredForMs: 999 })).toBe(lastFault)
    },
  )

  it.each([
    [5_000, 0, 'timed-out'],
    [5_001, 0, 'service-unavailable'],
    [6_000, 3_000, 'timed-out'],
    [6_001, 3_000, 'service-unavailable'],
    [59_000, 30_000, 'timed-out'],
  ])(
    'that waits since %i ms, where the slowest answer took %i ms, is %s',
    (unansweredForMs, longestReadMs, reason) => {
      expect(cut({ unansweredForMs, longestReadMs }).reason).toBe(reason)
    },
  )

  it.each([
    [999, 'timed-out'],
    [1_000, 'service-unavailable'],
    [61_000, 'service-unavailable'],
  ])('whose start was sent %i ms ago is %s', (unansweredForMs, reason) => {
    expect(cut({ started: false, unansweredForMs }).reason).toBe(reason)
  })

  it('that waits for an answer says for how long and what for', () => {
    expect(cut({ unansweredForMs: 12_400, lastFault: unavailable }).message.in('en-us')).toMatch(
      /for 12 s .* read the result/,
    )
    expect(cut({ unansweredForMs: 12_400 }).message.in('en-us')).toMatch(/^The service had not answered/)
    const start = cut({ unansweredForMs: 12_400, started: false })
    expect(start.reason).toBe('service-unavailable')
    expect(start.message.in('en-us')).toMatch(/could not be started within the 12 s .* may be running/)
    expect(start.advice?.in('en-us')).toMatch(
      /^Check that the service is up and reachable, then run the gate again/,
    )
  })

  it('that waits for an answer after a fault says both, and keeps the marks of the fault', () => {
    const lastFault: Problem = {
      ...problemOf('invalid-response', 'Could not read the result of task 7: HTTP 502.'),
      code: 'APIGW.0201',
      httpStatus: 502,
      requestId: 'r-1',
      advice: null,
    }
    for (const started of [true, false]) {
      const ended = inEnglish(cut({ unansweredForMs: 12_400, lastFault, started }))
      expect(ended).toMatchObject({
        reason: 'service-unavailable',
        code: 'APIGW.0201',
        httpStatus: 502,
        requestId: 'r-1',
      })
      expect(ended.message).toMatch(/^Could not read the result of task 7: HTTP 502\. .* 12 s/)
      expect(ended.advice).toMatch(/^Check that the service is up and reachable/)
      const advised = { ...lastFault, advice: verbatim('Ask the administrator of the gateway.') }
      expect(inEnglish(cut({ unansweredForMs: 12_400, lastFault: advised, started })).advice).toBe(
        'Ask the administrator of the gateway.',
      )
    }
  })

  it('whose start was sent again says that a pre-check may be running', () => {
    const lastFault = problemOf('service-unavailable', 'Could not start it: HTTP 429.')
    const message = 'Could not start it: HTTP 429. The start was sent again, and a pre-check may be running.'
    expect(inEnglish(cut({ lastFault, started: false, unansweredForMs: 40 }))).toEqual({
      ...inEnglish(lastFault),
      message,
    })
    expect(cut({ lastFault, started: false, unansweredForMs: 0 })).toBe(lastFault)
    expect(cut({ lastFault, started: false })).toBe(lastFault)
  })

  it('whose start is under way for a moment does not claim that nothing was started', () => {
    expect(inEnglish(cut({ started: false, unansweredForMs: 40 }))).toMatchObject({
      reason: 'timed-out',
      message: expect.stringContaining('a pre-check may be running'),
    })
  })

  it('that was never started says so', () => {
    expect(cut({ started: false }).message.in('en-us')).not.toContain('may be running')
    expect(inEnglish(cut({ started: false }))).toMatchObject({
      reason: 'timed-out',
      message: expect.stringContaining('not started'),
    })
  })
})

describe('when the step is cancelled, a task', () => {
  it.each([
    ['is waited for', {}],
    ['settles', { settling: true, progress: 100 }],
    ['had a fault', { lastFault: unavailable }],
    ['waits for an answer', { unansweredForMs: 30_000 }],
    ['is being started', { started: false, unansweredForMs: 30_000 }],
  ])('that %s is cancelled', (_words, facts: Partial<CutOff>) => {
    expect(inEnglish(cut({ ...facts, cancelled: true }))).toMatchObject({
      reason: 'cancelled',
      message: 'The step was cancelled before the pre-check had ended.',
      advice: 'Run the gate again.',
    })
  })
})
