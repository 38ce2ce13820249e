import { describe, expect, it } from 'vitest'
import { ApiFault, type FaultFacts } from '../../src/cloud/fault.ts'
import type { Task } from '../../src/precheck/model.ts'
import { told, verbatim } from '../../src/precheck/sentence.ts'
import { ddm } from '../../src/services/ddm/definition.ts'
import { drs } from '../../src/services/drs/definition.ts'
import { oms } from '../../src/services/oms/definition.ts'
import { startedOfFault, startedOfFaultWithoutId } from '../../src/services/start.ts'
import { onBench, plan, tasks } from './bench.ts'

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
})

describe('a start that the end of the step has overtaken', () => {
  const run = { endpoint: null, projectId: 'p', tasks: tasks('a'), request: {} }
  const schema = { tasks: [], instanceId: 'i', database: 'd' }

  it.each([
    ['of DRS', drs, run, ['the DRS pre-check of task a', '任务 a 的 DRS 预检查']],
    [
      'of DRS by API v5',
      drs,
      { ...run, drsApi: 'v5' } as const,
      ['the DRS pre-check of task a', '任务 a 的 DRS 预检查'],
    ],
    ['of DDM', ddm, { ...run, ...schema }, ['the DDM pre-check of i/d', ' i/d 的 DDM 预检查']],
    ['of OMS', oms, run, ['the OMS pre-check of a', ' a 的 OMS 预检查']],
  ] as const)('%s sends nothing, and says so', (_, service, spec, [english, chinese]) =>
    onBench(
      {},
      async bench => {
        await bench.advance(1)
        const { target } = plan(service, { ...spec, endpoint: new URL(bench.simulator.url) })
        const connected = await target?.connect(bench.ports)
        const started = await connected?.start(target?.tasks ?? [])
        expect(started).toMatchObject([
          {
            kind: 'not-started',
            why: 'unreached',
            problem: {
              message: told(
                `Could not start ${english}: the step ended before the answer came.`,
                `无法启动${chinese}：步骤在应答到达之前结束。`,
              ),
            },
          },
        ])
        expect([bench.requests(), bench.simulator.requests]).toEqual([0, []])
      },
      { timeoutMs: 1 },
    ),
  )
})
