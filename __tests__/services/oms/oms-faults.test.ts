import { describe, expect, it } from 'vitest'
import { findScenario, type ScenarioInput } from '../../../simulator/scenario/scenario.ts'
import type { PlannedTarget } from '../../../src/services/definition.ts'
import { askHealth } from '../../../src/services/oms/health.ts'
import { signInPorts } from '../../../testing/credentials.ts'
import { inEnglish } from '../../precheck/in-english.ts'
import { type Bench, basic, onBench, runTask, tasks } from '../bench.ts'
import { type Fault, onOms, query, showing, target } from './target.ts'

describe('an OMS error', () => {
  it('inside HTTP 200 ends the start with the inner text, the proposal and the request id', () =>
    onOms(findScenario('oms-enterprise'), async bench => {
      const { started, judged, reason } = await runTask(bench, target(bench, { tasks: tasks('np_refused') }))
      expect([started.kind, reason]).toEqual(['ended', 'start-refused'])
      expect(inEnglish(judged.problem)).toMatchObject({
        code: 'GHANA-OPERAT000123',
        advice: 'Wait until the project is released and make a new one.',
        requestId: expect.stringMatching(/./),
      })
      expect(judged.problem?.message.in('en-us')).toMatch(
        /np_refused.*, request id \S+, "The project is being released\."/,
      )
      expect([bench.simulator.counts['oms.submit'], bench.simulator.counts['oms.health']]).toEqual([1, 0])
    }))

  it.each([
    [
      'an id that OMS does not know',
      { success: false, code: 'PARAM_ERROR', message: 'no' },
      200,
      'service-error',
    ],
    [
      'a wrong password',
      { success: false, code: 'UNAUTHORIZED', message: 'no' },
      401,
      'authentication-failed',
    ],
    ['a user without the right', { success: false, message: 'no' }, 403, 'permission-denied'],
  ] as const)('for %s ends the read', (_what, json, status, expected) => {
    const rules = [{ fault: { kind: 'answer', status, json } } as const]
    return onOms({ ...showing({}), rules }, async bench => {
      const { judged, reason } = await runTask(bench, query(bench))
      expect([reason, judged.problem?.httpStatus]).toEqual([expected, status])
      expect(bench.simulator.counts['oms.health']).toBe(0)
    })
  })

  it('that says nothing but that there is one says what shows it, and where the reason may stand', () => {
    const rules = [{ fault: { kind: 'answer', status: 200, json: { success: false } } } as const]
    return onOms({ ...showing({}), rules }, async bench => {
      const { judged, reason } = await runTask(bench, query(bench))
      const { message, advice } = judged.problem ?? {}
      expect(reason).toBe('service-error')
      expect(message?.in('en-us')).toMatch(
        /: HTTP 200, .*but success is false in it, and the answer gives no reason\.$/,
      )
      expect(message?.in('zh-cn')).toMatch(/但其中 success 为 false，且应答没有给出原因。$/)
      expect(advice?.in('en-us')).toMatch(/^Open the task in the console of the service/)
    })
  })

  const refusal = (advice: string | null = null): Fault => ({
    kind: 'answer',
    status: 200,
    json: { success: false, code: 'PARAM_ERROR', message: 'no such id', advice },
  })

  it('for an id of the other mode says first what the id looks like, then what the service advises', () =>
    onOms({ oms: {}, rules: [{ fault: refusal('Ask the administrator.') }] }, async bench => {
      const submitted = await runTask(bench, target(bench, { tasks: tasks('t_57p') }))
      expect([submitted.started.kind, submitted.reason]).toEqual(['ended', 'start-refused'])
      expect(submitted.judged.problem?.advice?.in('en-us')).toBe(
        't_57p looks like the id of a pre-check run (t_…), but mode run wants project ids (np_…); to wait for a run that was started already, use mode query. Ask the administrator.',
      )
      const read = await runTask(bench, query(bench, 'np_1'))
      expect(read.reason).toBe('service-error')
      expect(read.judged.problem?.advice?.in('en-us')).toMatch(
        /^np_1 looks like a project id .* use mode run\. Ask the administrator\.$/,
      )
    }))

  it.each<readonly [string, Fault, (bench: Bench) => PlannedTarget | null]>([
    ['fits the mode', refusal(), bench => query(bench, 't_1')],
    [
      'is a name in the request',
      refusal(),
      bench => target(bench, { request: { name: 't_orders', projectId: null } }),
    ],
    [
      'OMS has not looked at, as the user may not',
      { kind: 'answer', status: 403, json: { success: false, message: 'no' } },
      bench => query(bench, 'np_1'),
    ],
    [
      'never came to OMS',
      { kind: 'answer', status: 404, html: '<title>Not here</title>' },
      bench => query(bench, 'np_1'),
    ],
  ])('says nothing of an id that %s', (_what, fault, targetOn) =>
    onOms({ oms: {}, rules: [{ when: { path: '/api/v2*' }, fault }] }, async bench => {
      const { judged } = await runTask(bench, targetOn(bench))
      expect(judged.problem?.advice?.in('en-us')).toMatch(/./)
      expect(judged.problem?.advice?.in('en-us')).not.toContain('looks like')
    }),
  )

  it.each(['INNER_ERROR', 'GHANA-OPERIE000000'])('%s is tried again by a read', code => {
    const refusal = { kind: 'answer', status: 200, json: { success: false, code, message: 'later' } } as const
    const rules = [{ when: { calls: { to: 6 } }, fault: refusal } as const]
    return onOms({ ...showing({ payload: 'oms', status: 'FINISHED' }), rules }, async bench => {
      const { readings, reason } = await runTask(bench, query(bench))
      expect([readings.length, reason]).toEqual([7, 'all-passed'])
    })
  })
})

describe('a submit after a 429', () => {
  const throttle = { kind: 'throttle', limit: 1, windowMs: 5_000, retryAfter: { seconds: 5 } } as const
  const refusal: Fault = { kind: 'answer', status: 200, json: { success: false, code: 'NO', message: 'no' } }
  const timeline = [{ status: 'FINISHED', payload: 'oms' as const }]
  const projects = [{ id: 'np_1', timeline }]
  const throttled = { when: { operation: 'oms.submit' as const, calls: { to: 2 } }, fault: throttle }

  it('is made again, and tells of it meanwhile', () =>
    onOms({ oms: { projects }, rules: [throttled] }, async bench => {
      const run = await runTask(bench, target(bench, { tasks: tasks('np_1') }))
      expect(run.tries).toMatchObject([
        { kind: 'not-started', why: 'unreached', throttled: true, problem: { httpStatus: 429 } },
        { kind: 'not-started', throttled: true },
        { kind: 'started', precheckId: expect.any(String) },
      ])
      expect([run.reason, bench.simulator.counts['oms.submit']]).toEqual(['all-passed', 3])
    }))

  it('ends with the refusal when it is turned down then', () => {
    const rules = [throttled, { when: { operation: 'oms.submit' as const }, fault: refusal }]
    return onOms({ oms: { projects }, rules }, async bench => {
      const { tries, readings, reason } = await runTask(bench, target(bench, { tasks: tasks('np_1') }))
      expect(tries.map(({ kind }) => kind)).toEqual(['not-started', 'not-started', 'ended'])
      expect([readings, reason]).toEqual([[], 'start-refused'])
      expect(bench.simulator.counts['oms.submit']).toBe(3)
    })
  })
})

describe('a submit whose outcome is open', () => {
  it.each<readonly [string, Fault, string]>([
    [
      'an inner error',
      { kind: 'answer', status: 200, json: { success: false, code: 'INNER_ERROR' } },
      'service-unavailable',
    ],
    ['no id', { kind: 'answer', status: 200, json: { success: true, data: null } }, 'invalid-response'],
    [
      'an object that could be the project',
      { kind: 'answer', status: 200, json: { success: true, data: { projectId: 'np_1' } } },
      'invalid-response',
    ],
  ])('after %s is not made again and says that a pre-check may be running', (_what, fault, expected) => {
    const scenario = {
      oms: { projects: [{ id: 'np_1' }] },
      rules: [{ when: { operation: 'oms.submit' as const }, fault }],
    }
    return onOms(scenario, async bench => {
      const { judged, reason } = await runTask(bench, target(bench, { tasks: tasks('np_1') }))
      expect(reason).toBe(expected)
      expect(judged.problem?.message.in('en-us')).toMatch(
        /^Could not start the OMS pre-check of np_1: .*A pre-check may be running\.$/,
      )
      expect(bench.simulator.counts['oms.submit']).toBe(1)
    })
  })

  it('leaves the other projects alone', () => {
    const timeline = [{ status: 'FINISHED', payload: 'oms' as const }]
    const projects = ['np_1', 'np_2', 'np_3'].map(id => ({ id, timeline }))
    const when = { operation: 'oms.submit' as const, bodyContains: 'np_2' }
    const rules = [{ when, fault: { kind: 'reset' as const, when: 'before-answer' as const } }]
    return onOms({ oms: { projects }, rules }, async bench => {
      const run = target(bench, { tasks: tasks('np_1', 'np_2', 'np_3') })
      const reasons: string[] = []
      for (const task of run?.tasks ?? []) reasons.push((await runTask(bench, run, {}, task)).reason)
      expect(reasons).toEqual(['all-passed', 'service-unavailable', 'all-passed'])
      expect(bench.simulator.counts['oms.submit']).toBe(3)
    })
  })
})

describe('the health page', () => {
  const notAnOms: Fault = { kind: 'answer', status: 404, html: '<title>Not here</title>' }
  const rules = [{ when: { path: '/api/v2*' }, fault: notAnOms }]

  it('is asked once for a target whose calls nobody understands, without the password', () =>
    onOms({ oms: {}, rules }, async bench => {
      const run = query(bench, 't_1', 't_2')
      if (run === null) throw new Error('turned down')
      const service = await run.connect(bench.ports)
      const messages: string[] = []
      for (const task of run.tasks) {
        await service.start([task])
        const [reading] = await service.read([task])
        messages.push(reading?.kind === 'ended' ? reading.problem.message.in('en-us') : 'not ended')
      }
      expect(messages).toEqual([
        expect.stringMatching(/pre-check t_1: HTTP 404.*says that OMS is up/),
        expect.stringMatching(/pre-check t_2: HTTP 404.*says that OMS is up/),
      ])
      const asked = bench.simulator.requests.filter(one => one.operation === 'oms.health')
      expect(asked.map(one => [one.path, one.headers['authorization']])).toEqual([['/oms/health', undefined]])
      expect([bench.requests(), bench.polls()]).toEqual([3, 2])
    }))

  it.each<readonly [string, ScenarioInput, RegExp]>([
    ['that OMS is not healthy', { oms: { healthy: false } }, /says that OMS is not healthy/],
    [
      'that no OMS is there',
      { rules: [{ when: { path: '/oms/health' }, fault: notAnOms }] },
      /is not OMS's \(HTTP 404\)/,
    ],
    [
      'nothing',
      { rules: [{ when: { path: '/oms/health' }, fault: { kind: 'reset', when: 'before-answer' } }] },
      /gave no answer either/,
    ],
  ])('that says %s changes the words, not the reason', (_what, more, expected) =>
    onOms({ ...more, rules: [...rules, ...(more.rules ?? [])] }, async bench => {
      const { judged, reason } = await runTask(bench, query(bench))
      expect(reason).toBe('not-found')
      expect(judged.problem?.message.in('en-us')).toMatch(expected)
    }),
  )

  it('explains a password that a proxy turns away', () => {
    const fault: Fault = { kind: 'answer', status: 401, text: 'Authorization required' }
    return onBench(
      { oms: {}, rules: [{ when: { path: '/api/v2*' }, fault }] },
      async bench => {
        const { judged, reason } = await runTask(bench, query(bench))
        expect(reason).toBe('authentication-failed')
        expect(judged.problem?.message.in('en-us')).toContain('so address and network are right')
        expect(JSON.stringify(judged)).not.toContain('a-wrong-password')
      },
      { credential: () => basic('admin', 'a-wrong-password') },
    )
  })

  it('is not asked about a transient fault that another read may find gone', () => {
    const fault: Fault = { kind: 'answer', status: 503, text: 'busy' }
    const scenario = showing({ payload: 'oms', status: 'FINISHED' })
    return onOms({ ...scenario, rules: [{ when: { calls: { to: 3 } }, fault }] }, async bench => {
      const { reason } = await runTask(bench, query(bench))
      expect([reason, bench.simulator.counts['oms.health']]).toEqual(['all-passed', 0])
    })
  })
})

describe('the health page of a step that has ended', () => {
  it('says nothing', async () => {
    const nobody = new URL('http://127.0.0.1:1')
    const connection = signInPorts().anonymous
    const asking = (signal: AbortSignal) => askHealth(nobody, { connection, deadline: { at: 0, signal } })
    expect(await asking(AbortSignal.abort())).toBeNull()
    expect(await asking(new AbortController().signal)).toMatchObject({ kind: 'unanswered' })
  })
})

describe('secrets of a request', () => {
  it('stand in no reading, notice or message, whether the submit works or not', () => {
    const secret = 'made-up-secret-of-an-endpoint'
    const timeline = [{ status: 'FINISHED', payload: 'oms' as const }]
    return onOms({ oms: { projects: [{ id: 'np_1', timeline }] } }, async bench => {
      const request = { sinkEndpoint: { password: secret } }
      const works = await runTask(bench, target(bench, { tasks: tasks('np_1'), request }))
      const fails = await runTask(bench, target(bench, { tasks: tasks('np_2'), request }))
      expect([works.reason, fails.reason]).toEqual(['all-passed', 'start-refused'])
      expect(bench.simulator.requests[0]?.body).toContain(secret)
      expect(JSON.stringify([works, fails, bench.notices])).not.toContain(secret)
    })
  })
})
