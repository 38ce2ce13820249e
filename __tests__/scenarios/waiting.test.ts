import { describe, expect, it } from 'vitest'
import { runGate, SECOND_TASK, soon, TASK, taskOf, verdictOf } from './harness.ts'

const never = [{ at: 0, process: '30%', payload: 'drs-mysql-failed' as const, done: 1 }]
const SHORT = { 'timeout-minutes': '0.05' }
const SHORT_MS = 3_000
/** The contract's slack; nothing may hold the step longer. */
const SLACK_MS = 10_000

describe.concurrent('the deadline', () => {
  it('ends an unfinished task as timed out, with the items that were there', async () => {
    const timeline = [{ at: 0, process: '30%', payload: 'drs-mysql' as const, done: 12 }]
    const end = await runGate({ scenario: { drs: [{ id: TASK, timeline }] }, inputs: SHORT })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive', reason: 'timed-out' })
    expect(taskOf(end)).toMatchObject({ outcome: 'inconclusive', progress: 30, partial: true })
    expect(taskOf(end).items).toHaveLength(12)
    expect(end.durationMs).toBeLessThan(SHORT_MS + SLACK_MS)
  })

  it('leaves a failed item a failure', async () => {
    const items = [{ item: 'a', group: 'g', result: 'FAILED' }]
    const end = await runGate({
      scenario: { drs: [{ id: TASK, timeline: [{ process: '30%', items }] }] },
      inputs: SHORT,
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'failed', reason: 'checks-failed' })
    expect(taskOf(end).partial).toBe(true)
  })

  it('leaves finished tasks their outcome', async () => {
    const end = await runGate({
      scenario: {
        drs: [
          { id: TASK, timeline: soon('drs-mysql') },
          { id: SECOND_TASK, timeline: never },
        ],
      },
      inputs: { ...SHORT, 'job-ids': `${TASK} ${SECOND_TASK}` },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive', reason: 'timed-out' })
    expect(taskOf(end, TASK)).toMatchObject({ outcome: 'passed', reasonCode: 'all-passed' })
    expect(taskOf(end, SECOND_TASK)).toMatchObject({ outcome: 'inconclusive', reasonCode: 'timed-out' })
  })

  it('comes even when the service never answers', async () => {
    const end = await runGate({
      scenario: {
        drs: [{ id: TASK, timeline: never }],
        rules: [{ when: { operation: 'drs.result', calls: { from: 4 } }, fault: { kind: 'hang' } }],
      },
      inputs: SHORT,
    })
    // Under 5 s without an answer is no failure yet: the read before was understood.
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'timed-out' })
    expect(end.durationMs).toBeLessThan(SHORT_MS + SLACK_MS)
  })
})

describe.concurrent('a service in trouble', () => {
  it('that cannot be reached ends the gate soon, and the message names the host', async () => {
    const end = await runGate({ inputs: { endpoint: 'http://127.0.0.1:9', 'timeout-minutes': '5' } })
    expect(verdictOf(end)).toMatchObject({
      exitCode: 1,
      decision: 'inconclusive',
      reason: 'service-unavailable',
    })
    expect(end.report.requests).toBeLessThanOrEqual(5)
    const { error } = taskOf(end)
    expect(`${error?.message} ${error?.advice}`).toContain('127.0.0.1:9')
  })

  it.each([500, 502, 503, 504, 429, 408])(
    'that answers %s while the pre-check runs does not end it',
    async status => {
      const end = await runGate({
        scenario: {
          drs: [{ id: TASK, timeline: soon('drs-mysql') }],
          rules: [
            {
              when: { operation: 'drs.result', calls: { from: 3, to: 4 } },
              fault: { kind: 'answer', status, html: '<h1>Bad gateway</h1>' },
            },
          ],
        },
      })
      expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
      expect(end.lines.join('\n')).toContain(status === 429 ? 'throttles' : String(status))
    },
  )

  it.each(['before-answer', 'mid-body'] as const)(
    'that cuts the connection (%s) does not end it',
    async when => {
      const end = await runGate({
        scenario: {
          drs: [{ id: TASK, timeline: soon('drs-mysql') }],
          rules: [{ when: { operation: 'drs.result', calls: 2 }, fault: { kind: 'reset', when } }],
        },
      })
      expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    },
  )

  it('that throttles is left alone for as long as it says', async () => {
    const end = await runGate({
      scenario: {
        drs: [{ id: TASK, timeline: soon('drs-mysql') }],
        rules: [
          {
            when: { operation: 'drs.result', calls: 2 },
            fault: { kind: 'throttle', retryAfter: { seconds: 3 } },
          },
        ],
      },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    const refused = end.requests.findIndex(({ status }) => status === 429)
    const pauseMs = (end.requests[refused + 1]?.at ?? 0) - (end.requests[refused]?.at ?? 0)
    expect(refused).toBeGreaterThan(0)
    expect(pauseMs).toBeGreaterThanOrEqual(2_900)
  })

  it('that throttles until after the deadline ends the gate at once', async () => {
    const end = await runGate({
      scenario: {
        drs: [{ id: TASK, timeline: soon('drs-mysql') }],
        rules: [
          {
            when: { operation: 'drs.result', calls: { from: 2 } },
            fault: { kind: 'throttle', retryAfter: { seconds: 3_600 } },
          },
        ],
      },
      inputs: { 'timeout-minutes': '10' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'service-unavailable' })
    expect(end.counts['drs.result']).toBe(2)
  })

  it('that redirects is not followed, and the message names where it points', async () => {
    const end = await runGate({
      scenario: {
        drs: [{ id: TASK, timeline: soon('drs-mysql') }],
        rules: [
          { when: { operation: 'drs.start' }, fault: { kind: 'redirect', to: 'https://login.example.com/' } },
        ],
      },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'start-refused' })
    expect(taskOf(end).error?.message).toContain('login.example.com')
  })

  it.each([
    ['without the right for it', 403, { error_code: 'APIGW.0306', error_msg: 'No.' }, 'permission-denied'],
    ['that does not know the task', 400, { error_code: 'DRS.M05003', error_msg: 'No.' }, 'not-found'],
  ])('%s says so with HTTP status, code and request id', async (_words, status, json, reason) => {
    const end = await runGate({
      scenario: {
        drs: [{ id: TASK, timeline: soon('drs-mysql') }],
        rules: [
          {
            when: { operation: 'drs.start' },
            fault: { kind: 'answer', status, json, headers: { 'x-request-id': 'request-id-0001' } },
          },
        ],
      },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason })
    expect(taskOf(end).error).toMatchObject({
      code: json.error_code,
      httpStatus: status,
      requestId: 'request-id-0001',
    })
    expect(taskOf(end).error?.message).toContain(TASK)
    expect(taskOf(end).error?.advice).toBeTruthy()
    expect(end.counts['drs.start']).toBe(1)
  })
})

describe.concurrent('the log while waiting', () => {
  it('has a line for each change, with bar, count and next poll, and none that repeats the last', async () => {
    const timeline = [
      { at: 0, process: '10%', items: [] },
      { at: 1_500, process: '60%', payload: 'drs-mysql' as const, done: 20 },
      { at: 3_000, payload: 'drs-mysql' as const },
    ]
    const end = await runGate({ scenario: { drs: [{ id: TASK, timeline }] } })
    const progress = end.lines.filter(line => line.startsWith('drs '))
    const percents = progress.map(line => /(\d+|\?) %/.exec(line)?.[1])
    expect(percents.filter((percent, index) => percent === percents[index - 1])).toEqual([])
    expect(percents.slice(-3)).toEqual(['10', '60', '100'])
    expect(progress.at(-2)).toMatch(/^drs +[█░]{20} +60 % +0\/1 done, next poll in \d+/)
    expect(progress.at(-1)).toMatch(/^drs +█{20} 100 % +1\/1 done$/)
    expect(end.report.polls).toBeGreaterThan(10)
  })
})

describe.concurrent('the adaptive schedule', () => {
  const auto = { 'poll-interval-seconds': 'auto' }
  /** The first read comes after 1 s, the second of a task without progress after 15. */
  const ONE_READ_MS = 10_000

  it('reads a quick pre-check 1 s after its start', async () => {
    const ids = `${TASK} ${SECOND_TASK}`
    const drs = [TASK, SECOND_TASK].map(id => ({ id, timeline: soon('drs-mysql') }))
    const end = await runGate({ scenario: { drs }, inputs: { ...auto, 'job-ids': ids } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, decision: 'passed' })
    expect(end.report?.polls).toBe(1)
    expect(end.durationMs).toBeGreaterThan(1_000)
    expect(end.durationMs).toBeLessThan(ONE_READ_MS)
  })
})
