import { describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { startOf } from '../../testing/faults/moments.ts'
import { courseOf, inputsOf, RUNS_FOR_MS, SERVICES } from '../../testing/faults/targets.ts'
import { runVirtualGate } from './virtual-gate.ts'

const MINUTE_MS = 60_000
const RUN = { mode: 'run', runsForMs: RUNS_FOR_MS, failing: false, oldResult: false } as const
const PATIENT = { 'timeout-minutes': '30' }

describe('three minutes of throttling', () => {
  const throttle = { kind: 'throttle', windowMs: MINUTE_MS } as const

  it.each(SERVICES)(
    '%s: in mid-run cost one request a minute, and then the result is read',
    async service => {
      const when = { operation: `${service}.*`, fromMs: 1_800, untilMs: 1_800 + 3 * MINUTE_MS } as const
      const { report, tookMs, log, simulator } = await runVirtualGate({
        scenario: { ...courseOf(service, RUN), rules: [{ when, fault: throttle }] },
        inputs: one => ({ ...inputsOf(service, 'run', one), ...PATIENT }),
      })
      expect(report.gate.reasonCode).toBe('all-passed')
      // The two pre-reads of DRS, the start, one poll; three that are turned away; then one, or the three that DDM has to see.
      expect(report.requests).toBe({ drs: 8, ddm: 8, oms: 6 }[service])
      expect(simulator.counts[startOf(service)]).toBe(1)
      expect(tookMs).toBe({ drs: 182_500, ddm: 184_000, oms: 182_000 }[service])
      expect(log.join('\n')).toContain('the service throttles')
    },
  )

  it.each(SERVICES)('%s: from the start on delay the start, which begins once', async service => {
    const when = { operation: startOf(service), untilMs: 3 * MINUTE_MS } as const
    const { report, simulator } = await runVirtualGate({
      scenario: { ...courseOf(service, RUN), rules: [{ when, fault: throttle }] },
      inputs: one => ({ ...inputsOf(service, 'run', one), ...PATIENT }),
    })
    expect(report.gate.reasonCode).toBe('all-passed')
    const starts = simulator.requests.filter(({ operation }) => operation === startOf(service))
    expect(starts.map(({ status }) => status)).toEqual([429, 429, 429, service === 'ddm' ? 202 : 200])
  })
})

describe('a limit of five requests a minute for 25 tasks', () => {
  const ids = Array.from({ length: 25 }, (_, index) => `task-${index}`)
  const timeline = [
    { process: '30%', items: [] },
    { at: 3_500, process: '100%', items: [{ item: 'binlogOn', result: 'PASSED' }] },
  ]
  const scenario: ScenarioInput = {
    drs: ids.map(id => ({ id, timeline })),
    rateLimits: [{ operation: 'drs.*', requests: 5, windowMs: MINUTE_MS }],
  }

  it('holds up the whole host as long as it was told, starts each task once, and all pass', async () => {
    const { report, simulator, tookMs } = await runVirtualGate({
      scenario,
      inputs: one => ({ ...inputsOf('drs', 'run', one), ...PATIENT, 'job-ids': ids.join('\n') }),
    })
    const tasks = report.targets.flatMap(target => target.tasks)
    expect(tasks.map(({ reasonCode }) => reasonCode)).toEqual(ids.map(() => 'all-passed'))
    const { requests } = simulator
    const refused = requests.filter(({ status }) => status === 429)
    // Those that were under way already when the first answer came may be turned away with it.
    const tooSoon = refused.filter(({ at }) =>
      requests.some(other => other.at > at && other.at < at + MINUTE_MS),
    )
    expect(refused.length).toBeGreaterThan(0)
    expect(tooSoon).toEqual([])
    const begun = requests.filter(({ operation, status }) => operation === 'drs.start' && status === 200)
    expect(ids.map(id => begun.filter(({ body }) => body.includes(`"${id}"`)).length)).toEqual(
      ids.map(() => 1),
    )
    expect(tookMs).toBeLessThan(5 * MINUTE_MS)
  })
})
