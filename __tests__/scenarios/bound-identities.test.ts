import { describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import {
  finishedWith,
  type GateRun,
  runGate as run,
  SECOND_TASK,
  saidAs,
  TASK,
  taskOf,
  verdictOf,
} from './harness.ts'
import { onOms } from './sign-in.ts'

/** An id in an answer that names the run or the task must be one that was asked for. */

const GREEN = finishedWith({ item: 'binlog', result: 'PASSED' })
const STRANGE = '58e4c1a9-b06f-4d27-8f93-c2d7610jb104'
const SHORT = { 'timeout-minutes': '0.05' }

const runOms = (given: GateRun) => run(onOms(given))

const connect = (status: string) => ({
  name: 'Connection',
  endpointType: 'SOURCE',
  role: 'MASTER',
  checkType: 'RDB_CONNECT',
  status,
})
const omsDone = { status: 'FINISHED', progress: 100, items: [connect('PASSED')] }

describe.concurrent('one run id for two', () => {
  it('OMS projects is an invalid response for both', async () => {
    const project = (id: string) => ({ id, start: { precheckId: 't_same' }, timeline: [omsDone] })
    const end = await runOms({
      scenario: { oms: { projects: [project('np_1'), project('np_2')] } },
      inputs: { 'job-ids': 'np_1 np_2' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-response' })
    expect(['np_1', 'np_2'].map(id => taskOf(end, id).reasonCode)).toEqual([
      'invalid-response',
      'invalid-response',
    ])
    expect(taskOf(end, 'np_1').error?.message).toContain('t_same')
  })

  it('DRS tasks is an invalid response for both', async () => {
    const drs = [TASK, SECOND_TASK].map(id => ({ id, start: { precheckId: STRANGE }, timeline: GREEN }))
    const end = await run({ scenario: { drs }, inputs: { 'job-ids': `${TASK} ${SECOND_TASK}` } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-response' })
    expect([TASK, SECOND_TASK].map(id => taskOf(end, id).reasonCode)).toEqual([
      'invalid-response',
      'invalid-response',
    ])
  })
})

describe.concurrent('an answer for another task of this gate', () => {
  it('is no answer for the DRS task that was asked for alone', async () => {
    const ids = Array.from({ length: 11 }, (_, index) => `140b5236-88ad-43c8-811c-1268453jc${index + 100}`)
    const [first = ''] = ids
    const last = ids.at(-1) ?? ''
    const drs = ids.map(id => ({
      id,
      timeline: id === last ? GREEN.map(stage => ({ ...stage, precheck_id: first })) : GREEN,
    }))
    const end = await run({ scenario: { drs }, inputs: { 'job-ids': ids.join(' '), ...SHORT } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-response' })
    expect(taskOf(end, last)).toMatchObject({ outcome: 'inconclusive', freshness: null, items: [] })
    expect(ids.slice(0, -1).map(id => taskOf(end, id).outcome)).toEqual(ids.slice(0, -1).map(() => 'passed'))
  })

  it('is no answer for an OMS project', async () => {
    const projects = [
      { id: 'np_1', start: { precheckId: 't_1' }, timeline: [{ ...omsDone, raw: { projectId: 't_2' } }] },
      { id: 'np_2', start: { precheckId: 't_2' }, timeline: [omsDone] },
    ]
    const end = await runOms({
      scenario: { oms: { projects } },
      inputs: { 'job-ids': 'np_1 np_2', ...SHORT },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-response' })
    expect(taskOf(end, 'np_1')).toMatchObject({ reasonCode: 'invalid-response', freshness: null })
    expect(taskOf(end, 'np_2')).toMatchObject({ reasonCode: 'all-passed', freshness: 'new' })
  })
})

describe.concurrent('a strange id where one thing was asked for and one came', () => {
  const assumed = { outcome: 'passed', freshness: 'assumed' }

  it('makes a DRS result assumed, however far it went, and the warning names both ids', async () => {
    const timeline = [
      { process: '40%', items: [], precheck_id: STRANGE },
      ...GREEN.map(stage => ({ ...stage, at: 300, precheck_id: STRANGE })),
    ]
    const end = await run({ scenario: { drs: [{ id: TASK, timeline }] } })
    expect(taskOf(end)).toMatchObject(assumed)
    for (const id of [TASK, STRANGE]) expect(saidAs('warning', end)).toContain(id)
  })

  it('makes a DDM result assumed, and the warning names both ids', async () => {
    const timeline = [{ items: [{ name: 'Space', status: 'SUCCESS' }], job_id: STRANGE }]
    const end = await run({
      scenario: { ddm: [{ instance: 'inst', database: 'db', start: { payload: 'ddm' }, timeline }] },
      inputs: {
        service: 'ddm',
        'job-ids': '',
        'instance-id': 'inst',
        database: 'db',
        request: 'data_nodes: [{ id: n, user: u, password: made-up-password }]\nnew_shard_number: "9"',
      },
    })
    const task = taskOf(end, 'inst/db')
    expect(task).toMatchObject(assumed)
    for (const id of [task.precheckId ?? '?', STRANGE]) expect(saidAs('warning', end)).toContain(id)
  })

  const OMS: readonly (readonly [name: string, edition: 'enterprise' | 'community', raw: object])[] = [
    ['another preCheckId', 'community', { preCheckId: 't_other' }],
    ['another projectId', 'enterprise', { projectId: 'np_other' }],
    ['another preCheckId beside its own project', 'enterprise', { preCheckId: 't_other', projectId: 'np_1' }],
  ]

  it.each(OMS)(
    'makes an OMS result with %s assumed, and the warning names both',
    async (_name, edition, raw) => {
      const timeline = [{ ...omsDone, raw: JSON.parse(JSON.stringify(raw)) }]
      const projects = [{ id: 'np_1', start: { precheckId: 't_57p' }, timeline }]
      const end = await runOms({ scenario: { oms: { edition, projects } }, inputs: { 'job-ids': 'np_1' } })
      expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
      expect(taskOf(end, 'np_1')).toMatchObject(assumed)
      const strange = edition === 'community' || 'preCheckId' in raw ? 't_other' : 'np_other'
      expect(saidAs('warning', end)).toContain(strange)
      expect(saidAs('warning', end)).toMatch(/t_57p|np_1/)
    },
  )

  it('is only warned of in mode query, where a project id may be any', async () => {
    const prechecks = [
      { id: 't_1', timeline: [{ ...omsDone, raw: { projectId: 'np_any' } }] },
      { id: 't_2', timeline: [{ ...omsDone, raw: { preCheckId: 't_other' } }] },
    ]
    const end = await runOms({
      scenario: { oms: { prechecks } },
      inputs: { mode: 'query', 'job-ids': 't_1 t_2' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(['t_1', 't_2'].map(id => taskOf(end, id).freshness)).toEqual(['as-found', 'as-found'])
    const warnings = saidAs('warning', end)
    expect(warnings).toContain('t_other')
    expect(warnings).not.toContain('np_any')
  })
})

describe.concurrent('an id that was asked for', () => {
  it.each(['t_57p', 'np_1'])('makes an OMS result with projectId %s new', async projectId => {
    const timeline = [{ ...omsDone, raw: { projectId } }]
    const projects = [{ id: 'np_1', start: { precheckId: 't_57p' }, timeline }]
    const end = await runOms({ scenario: { oms: { projects } }, inputs: { 'job-ids': 'np_1' } })
    expect(taskOf(end, 'np_1')).toMatchObject({ outcome: 'passed', freshness: 'new' })
    expect(saidAs('warning', end)).not.toContain('t_57p')
  })

  it('of the earlier result never counts once the start gave another', async () => {
    const drs: ScenarioInput['drs'] = [
      {
        id: TASK,
        earlier: { timeline: GREEN, stays: 'forever' },
        start: { precheckId: STRANGE, begins: false },
      },
    ]
    const end = await run({ scenario: { drs }, inputs: SHORT })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive' })
    expect(taskOf(end)).toMatchObject({ freshness: null, items: [] })
  })

  it('of the start that is another than the one before is evidence by itself', async () => {
    const drs: ScenarioInput['drs'] = [
      {
        id: TASK,
        earlier: { timeline: GREEN, stays: { reads: 3 } },
        start: { precheckId: STRANGE },
        timeline: GREEN,
      },
    ]
    const end = await run({ scenario: { drs } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(taskOf(end)).toMatchObject({ freshness: 'new', precheckId: STRANGE })
  })
})
