import { describe, expect, it } from 'vitest'
import { drs } from '../../src/services/drs/definition.ts'
import { inEnglish } from '../precheck/in-english.ts'
import { type Bench, onBench, plan, runTask, tasks } from './bench.ts'
import { item as ddmItem, target as ddmTarget, schemaOf } from './ddm/target.ts'
import { done, type Fault, item, OTHER_TASK, TASK, target as v5Target } from './drs/v5/target.ts'
import { onOms, PASSED, query, showing } from './oms/target.ts'

type Json = Extract<Fault, { readonly kind: 'answer' }>['json']

/**
 * Items that an answer reports although it cannot be taken as a whole: it is an error, or makes no sense. One that failed
 * there and is missing later has got lost, and a pass would be one by mistake.
 */

const LOST = { reason: 'not-verified', message: expect.stringContaining('lost') }
const failed = { item: 'lost', result: 'FAILED', failed_reason: 'x', failed_sub_jobs: [] }
const passed = { item: 'kept', result: 'PASSED', failed_sub_jobs: [] }
const entry = (more: object = {}) => ({
  precheck_id: TASK,
  process: '60%',
  precheck_result: [passed, failed],
  ...more,
})

describe('DRS', () => {
  const target = (bench: Bench) => {
    const { projectId } = bench.simulator.credentials
    return plan(drs, { endpoint: new URL(bench.simulator.url), projectId, tasks: tasks(TASK) }).target
  }
  const timeline = [
    { process: '50%', items: [] },
    { at: 20_000, process: '100%', items: [{ item: 'kept', result: 'PASSED' }] },
  ]
  /** The two looks before the start, and the first read after it, are answered as they should be. */
  const when = { operation: 'drs.result', calls: 4 } as const

  it.each<readonly [string, number, Json]>([
    [
      'an error of the whole answer',
      200,
      { error_code: 'DRS.M00004', error_msg: 'busy', results: [entry()] },
    ],
    ['an error with its status', 500, { error_code: 'DRS.M00004', error_msg: 'busy', results: [entry()] }],
    ['a progress that cannot be read', 200, { results: [entry({ process: 'abc' })] }],
    ['an item that is none', 200, { results: [entry({ precheck_result: [{ item: 5 }, failed] })] }],
    ['another entry of the same task', 200, { results: [entry(), entry({ precheck_result: [] })] }],
  ])('may not lose what stood beside %s', (_what, status, json) =>
    onBench(
      { drs: [{ id: TASK, timeline }], rules: [{ when, fault: { kind: 'answer', status, json } }] },
      async bench => {
        const { judged } = await runTask(bench, target(bench))
        expect(inEnglish(judged.problem)).toMatchObject(LOST)
      },
    ),
  )

  it("loses nothing that stood in another task's entry", () => {
    const json = {
      error_code: 'DRS.M00004',
      error_msg: 'busy',
      results: [entry({ precheck_id: OTHER_TASK })],
    }
    const rules = [{ when, fault: { kind: 'answer' as const, status: 500, json } }]
    return onBench({ drs: [{ id: TASK, timeline }], rules }, async bench => {
      expect((await runTask(bench, target(bench))).reason).toBe('all-passed')
    })
  })
})

describe('DRS by API v5', () => {
  const result = { process: '60%', precheck_results: [item('kept', 'PASSED'), item('lost', 'FAILED')] }
  const when = { operation: 'drs.resultV5', calls: 1 } as const

  it.each<readonly [string, Json]>([
    ['in a job', { error_code: 'DRS.M00004', error_msg: 'busy', job: { precheck_result: result } }],
    ['without one', { error_code: 'DRS.M00004', error_msg: 'busy', precheck_result: result }],
  ])('may not lose what stood beside an error, %s', (_what, json) =>
    onBench(
      {
        drs: [{ id: TASK, timeline: [done(item('kept', 'PASSED'))] }],
        rules: [{ when, fault: { kind: 'answer', status: 200, json } }],
      },
      async bench =>
        expect(inEnglish((await runTask(bench, v5Target(bench))).judged.problem)).toMatchObject(LOST),
    ),
  )

  it.each<readonly [string, object]>([
    ['a code', { error_code: 'DRS.M99999' }],
    ['a text', { error_msg: 'Aborted.' }],
  ])('takes %s beside the result in its job for an error', (_what, error) =>
    onBench(
      {
        drs: [{ id: TASK, timeline: [{ ...done(item('kept', 'PASSED')), job: { id: TASK, ...error } }] }],
      },
      async bench => expect((await runTask(bench, v5Target(bench))).reason).toBe('service-error'),
    ),
  )

  it('drops nothing that is listed under the name of v3 as well', () =>
    onBench(
      {
        drs: [
          {
            id: TASK,
            timeline: [
              { ...done(item('kept', 'PASSED')), raw: { precheck_result: [item('lost', 'FAILED')] } },
            ],
          },
        ],
      },
      async bench => expect((await runTask(bench, v5Target(bench))).reason).toBe('checks-failed'),
    ))
})

describe('DDM', () => {
  it('may not lose what stood beside an error', () => {
    const json = {
      error_code: 'DBS.300002',
      error_msg: 'busy',
      pre_check_results: [ddmItem('lost', 'FAILED'), 'no item'],
    }
    const rules = [
      {
        when: { operation: 'ddm.result' as const, calls: 1 },
        fault: { kind: 'answer' as const, status: 500, json },
      },
    ]
    const timeline = [{ items: [ddmItem('kept', 'SUCCESS')] }]
    return onBench({ ...schemaOf({ timeline }), rules }, async bench => {
      expect(inEnglish((await runTask(bench, ddmTarget(bench))).judged.problem)).toMatchObject(LOST)
    })
  })
})

describe('OMS', () => {
  const lost = { ...PASSED, checkType: 'lost', status: 'FAILED' }
  const preCheckResults = [PASSED, lost]

  it.each<readonly [string, Json]>([
    [
      'an error',
      { success: false, code: 'INNER_ERROR', data: { preCheckStatus: 'RUNNING', preCheckResults } },
    ],
    [
      'a count of items',
      { success: true, totalCount: 5, data: { preCheckStatus: 'FINISHED', preCheckResults } },
    ],
    [
      'an item that is none',
      { success: true, data: [{ preCheckStatus: 'RUNNING', preCheckResults: [...preCheckResults, 7] }] },
    ],
  ])('may not lose what stood beside %s', (_what, json) => {
    const when = { operation: 'oms.result' as const, calls: 1 }
    const rules = [{ when, fault: { kind: 'answer' as const, status: 200, json } }]
    const finished = showing({ status: 'FINISHED', progress: 100, items: [PASSED] })
    return onOms({ ...finished, rules }, async bench => {
      expect(inEnglish((await runTask(bench, query(bench))).judged.problem)).toMatchObject(LOST)
    })
  })
})
