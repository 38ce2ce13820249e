import type { ChildProcess } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { runCommand } from './command.ts'
import { type GateRun, runGate, SECOND_TASK, soon, TASK, THIRD_TASK, taskOf, verdictOf } from './harness.ts'

/** From the signal on; the runner kills the step a little later. */
const LAST_WORDS_MS = 6_000

const failing = [{ process: '40%', items: [{ item: 'srcDbConnection', group: 'network', result: 'FAILED' }] }]
const drs = [
  { id: TASK, timeline: soon('drs-mysql') },
  { id: SECOND_TASK, timeline: [{ process: '40%', payload: 'drs-dds' as const, done: 5 }] },
  { id: THIRD_TASK, timeline: failing },
]

/** Sends the signal once, as soon as the log shows that the first task is finished. */
function signalled(signal: NodeJS.Signals, run: GateRun, when = /1\/\d done|40 %/) {
  const sent = { at: 0 }
  const onLine: GateRun['onLine'] = (line, child) => {
    if (sent.at > 0 || !when.test(line)) return
    sent.at = performance.now()
    child.kill(signal)
  }
  return runGate({ ...run, onLine }).then(end => ({
    end,
    tookMs: performance.now() - sent.at,
    sentAt: sent.at,
  }))
}

/** Returns what begins, once, to send the signal again and again. */
function repeatedly(signal: NodeJS.Signals): (child: ChildProcess) => void {
  let begun = false
  return child => {
    if (begun) return
    begun = true
    child.kill(signal)
    const timer = setInterval(() => child.kill(signal), 5)
    child.once('exit', () => clearInterval(timer))
  }
}

describe.concurrent('a signal while waiting', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s ends the gate as cancelled, with everything written in time',
    async signal => {
      const { end, tookMs, sentAt } = await signalled(signal, {
        scenario: { drs },
        inputs: { 'job-ids': SECOND_TASK },
      })
      expect(sentAt).toBeGreaterThan(0)
      expect(verdictOf(end)).toEqual({
        exitCode: 1,
        decision: 'inconclusive',
        reason: 'cancelled',
        enforced: true,
      })
      expect(tookMs).toBeLessThan(LAST_WORDS_MS)
      expect(taskOf(end, SECOND_TASK)).toMatchObject({ reasonCode: 'cancelled', partial: true, progress: 40 })
      expect(taskOf(end, SECOND_TASK).items).toHaveLength(5)
      expect(end.summary).toContain('cancelled')
      expect(end.junit).toContain('<testsuite')
    },
  )

  it('leaves finished and failed tasks their outcome', async () => {
    const inputs = { 'job-ids': `${TASK} ${SECOND_TASK} ${THIRD_TASK}` }
    const { end } = await signalled('SIGTERM', { scenario: { drs }, inputs }, /1\/3 done/)
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'failed', reason: 'checks-failed' })
    expect(taskOf(end, TASK)).toMatchObject({ outcome: 'passed', reasonCode: 'all-passed', partial: false })
    expect(taskOf(end, SECOND_TASK)).toMatchObject({ outcome: 'inconclusive', reasonCode: 'cancelled' })
    expect(taskOf(end, THIRD_TASK)).toMatchObject({
      outcome: 'failed',
      reasonCode: 'checks-failed',
      partial: true,
    })
  })

  it('fails the step under fail-on: never too', async () => {
    const inputs = { 'job-ids': SECOND_TASK, 'fail-on': 'never' }
    const { end } = await signalled('SIGTERM', { scenario: { drs }, inputs })
    expect(verdictOf(end)).toEqual({
      exitCode: 1,
      decision: 'inconclusive',
      reason: 'cancelled',
      enforced: false,
    })
  })

  it('ends the gate in time when the service hangs', async () => {
    const { end, tookMs } = await signalled('SIGINT', {
      scenario: {
        drs,
        rules: [{ when: { operation: 'drs.result', calls: { from: 5 } }, fault: { kind: 'hang' } }],
      },
      inputs: { 'job-ids': SECOND_TASK },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'cancelled' })
    expect(tookMs).toBeLessThan(LAST_WORDS_MS)
  })

  it('ends the gate in time when it comes twice', async () => {
    const sent = { count: 0 }
    const end = await runGate({
      scenario: { drs },
      inputs: { 'job-ids': SECOND_TASK },
      onLine: (line, child) => {
        if (!line.includes('40 %') || sent.count > 0) return
        sent.count += 1
        child.kill('SIGINT')
        child.kill('SIGTERM')
      },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'cancelled' })
    expect(Object.keys(end.outputs)).toHaveLength(13)
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'gives its exit code, not the signal, when %s comes again and again until the process is gone',
    async signal => {
      const again = repeatedly(signal)
      const end = await runGate({
        scenario: { drs },
        inputs: { 'job-ids': SECOND_TASK },
        onLine: (line, child) => line.includes('40 %') && again(child),
      })
      expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'cancelled' })
    },
  )
})

describe.concurrent('a signal to the command', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'gives its exit code, not the signal, when %s comes again and again until the process is gone',
    async signal => {
      const again = repeatedly(signal)
      const end = await runCommand({
        args: ['run', '--job-ids', SECOND_TASK],
        scenario: { drs },
        onLine: (line, child) => line.includes('40 %') && again(child),
      })
      expect(end.exitCode).toBe(4)
    },
  )
})
