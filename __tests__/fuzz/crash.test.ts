import { describe, expect, it } from 'vitest'
import { annotationsOf, type GateEnd, type GateRun, runGate, TASK, verdictOf } from '../scenarios/harness.ts'

/** Errors that nobody caught, set off inside the built bundle while it waits: they end the step as a signal does. */

const LAST_WORDS_MS = 6_000
const HEAD = 'a'.repeat(40)
const WAITING = [{ process: '40%', items: [{ item: 'one', group: 'network', result: 'PASSED' }] }]

/** A file that is loaded before the bundle and goes off at a signal that nothing else uses. */
const preloaded = (code: string) =>
  `--import data:text/javascript,${encodeURIComponent(`process.on('SIGUSR2',()=>{${code}})`)}`

const THROW = "setTimeout(()=>{throw new TypeError('boom ::error::no')},0)"
const REJECT = "Promise.reject(new TypeError('boom ::error::no'))"

interface Crashed {
  readonly end: GateEnd
  readonly tookMs: number
}

async function crashed(code: string, run: GateRun = {}, when = /40 %/): Promise<Crashed> {
  const sent = { at: 0 }
  const end = await runGate({
    scenario: { drs: [{ id: TASK, timeline: WAITING }], ...run.scenario },
    ...run,
    environment: { NODE_OPTIONS: preloaded(code), ...run.environment },
    onLine: (line, child) => {
      if (sent.at > 0 || !when.test(line)) return
      sent.at = performance.now()
      child.kill('SIGUSR2')
    },
  })
  expect(sent.at).toBeGreaterThan(0)
  return { end, tookMs: performance.now() - sent.at }
}

const errorsOf = (end: GateEnd) =>
  annotationsOf(end).filter(({ level, message }) => level === 'error' && message.includes('Internal error'))

describe.concurrent('an error that nobody caught', () => {
  it.each([
    ['uncaughtException', THROW, 'boom'],
    ['unhandledRejection', REJECT, 'boom'],
    ['uncaughtException of something that is no error', "setTimeout(()=>{throw 'boom'},0)", 'boom'],
    ['unhandledRejection of nothing', 'Promise.reject()', 'undefined'],
  ])('(%s) ends the gate like a signal, with everything written in time', async (_name, code, said) => {
    const { end, tookMs } = await crashed(code)
    expect(verdictOf(end)).toEqual({
      exitCode: 1,
      decision: 'inconclusive',
      reason: 'cancelled',
      enforced: true,
    })
    expect(tookMs).toBeLessThan(LAST_WORDS_MS)
    expect(Object.keys(end.outputs)).toHaveLength(13)
    expect(end.report.targets[0]?.tasks[0]).toMatchObject({
      reasonCode: 'cancelled',
      partial: true,
      progress: 40,
    })
    expect(end.junit).toContain('<testsuite')
    expect(end.summary).toContain('cancelled')
    expect(end.summary).toContain('Internal error')
    expect(errorsOf(end)).toHaveLength(1)
    expect(errorsOf(end)[0]?.message).toContain(said)
    expect(end.log).not.toMatch(/^\s+at /m)
    expect(end.log).not.toContain('::error::no')
  })

  it('fails the step under fail-on: never too', async () => {
    const { end } = await crashed(REJECT, { inputs: { 'fail-on': 'never' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'cancelled', enforced: false })
  })

  it('is told once, however often it comes', async () => {
    const { end, tookMs } = await crashed("setInterval(()=>{throw new Error('again')},5)")
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'cancelled' })
    expect(tookMs).toBeLessThan(LAST_WORDS_MS)
    const [first, ...others] = errorsOf(end)
    expect(first?.message).toContain('again')
    // Those that come when all is written, in the half second that is left for open sockets.
    expect(others.length).toBeLessThan(1_000)
  })

  it('is told without the secrets that stand in it', async () => {
    const { end } = await crashed(
      "Promise.reject(new Error(`with ${process.env['INPUT_SECRET-ACCESS-KEY']}`))",
    )
    expect(errorsOf(end)[0]?.message).toContain('with ***')
  })

  it('shows its stack to those who debug', async () => {
    const { end } = await crashed(THROW, {
      environment: { RUNNER_DEBUG: '1', NODE_OPTIONS: preloaded(THROW) },
    })
    expect(end.log).toContain('TypeError: boom')
    expect(end.log).toMatch(/Timeout/)
  })

  it('still posts the commit status and writes the comment', async () => {
    const repository = { id: 1, full_name: 'acme/orders-db' }
    const commit = { sha: HEAD, repo: repository }
    const payload = { pull_request: { number: 7, head: commit, base: commit } }
    const { end, tookMs } = await crashed(THROW, {
      scenario: {
        drs: [{ id: TASK, timeline: WAITING }],
        github: {
          commits: [{ sha: HEAD, refs: ['feature'] }],
          pulls: [{ number: 7, head: HEAD, base: HEAD }],
        },
      },
      event: { name: 'pull_request', payload },
      inputs: { name: 'orders', comment: 'always', 'commit-status': 'true' },
    })
    expect(tookMs).toBeLessThan(LAST_WORDS_MS)
    expect(end.exitCode).toBe(1)
    const bodies = (operation: string) =>
      end.requests.filter(one => one.operation === operation).map(({ body }) => JSON.parse(body))
    expect(bodies('github.createStatus').map(({ state }) => state)).toEqual(['pending', 'error'])
    expect(bodies('github.createComment')[0].body).toContain('cancelled')
  })

  it('ends the step in time when GitHub hangs as well', async () => {
    const { end, tookMs } = await crashed(REJECT, {
      scenario: {
        drs: [{ id: TASK, timeline: WAITING }],
        github: { commits: [{ sha: HEAD, refs: ['feature'] }] },
        rules: [{ when: { operation: 'github.createStatus', calls: { from: 2 } }, fault: { kind: 'hang' } }],
      },
      event: { name: 'workflow_dispatch', payload: { repository: { default_branch: 'main' } } },
      inputs: { name: 'orders', 'commit-status': 'true', 'commit-sha': HEAD },
    })
    expect(end.exitCode).toBe(1)
    expect(tookMs).toBeLessThan(LAST_WORDS_MS + 500)
    expect(end.outputs['reason-code']).toBe('cancelled')
    expect(end.summary).toContain('cancelled')
  })

  it('fails the step when everything has been written already', async () => {
    const passing = [{ id: TASK, timeline: [{ payload: 'drs-mysql' as const }] }]
    const atTheEnd = encodeURIComponent("process.once('beforeExit',()=>{throw new Error('late')})")
    const end = await runGate({
      scenario: { drs: passing },
      environment: { NODE_OPTIONS: `--import data:text/javascript,${atTheEnd}` },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'passed' })
    expect(errorsOf(end)).toHaveLength(1)
  })
})
