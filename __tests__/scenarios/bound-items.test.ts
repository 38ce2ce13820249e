import { describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { type GateEnd, type GateRun, runGate as run, saidAs, TASK, taskOf, verdictOf } from './harness.ts'
import { onOms } from './sign-in.ts'

/** Nothing that was reported gets lost on the way, and items of one name stay apart. */

type Task = NonNullable<ScenarioInput['drs']>[number]
type Json = Readonly<Record<string, string>>

const drsItem = (item: string, result: string, more: Json = {}) => ({ item, group: 'g', result, ...more })
const OTHER = drsItem('other', 'PASSED')
/** 60 %, then whole: the time line of a DRS task. */
const drsRun = (before: readonly Json[], after: readonly Json[]): NonNullable<Task['timeline']> => [
  { process: '60%', items: [...before] },
  { at: 1_000, process: '100%', items: [...after] },
]
const runDrs = (task: Partial<Task>, others: GateRun = {}) =>
  run({ scenario: { drs: [{ id: TASK, ...task }] }, ...others })

const DDM_ID = 'inst/db'
type Ddm = NonNullable<ScenarioInput['ddm']>[number]
const ddmItem = (name: string, status: string) => ({ name, status })

function runDdm(schema: Partial<Ddm>, rules: ScenarioInput['rules'] = [], inputs: GateRun['inputs'] = {}) {
  return run({
    scenario: { ddm: [{ instance: 'inst', database: 'db', start: { payload: 'ddm' }, ...schema }], rules },
    inputs: {
      service: 'ddm',
      'job-ids': '',
      'instance-id': 'inst',
      database: 'db',
      request: 'data_nodes: [{ id: n, user: u, password: made-up-password }]\nnew_shard_number: "9"',
      ...inputs,
    },
  })
}

const omsItem = (checkType: string, status: string) => ({
  name: checkType,
  endpointType: 'SOURCE',
  role: 'MASTER',
  checkType,
  status,
})

function runOms(before: readonly object[], after: readonly object[]): Promise<GateEnd> {
  const json = (items: readonly object[]) => JSON.parse(JSON.stringify(items))
  const timeline = [
    { status: 'RUNNING', progress: 60, items: json(before) },
    { at: 1_000, status: 'FINISHED', progress: 100, items: json(after) },
  ]
  const scenario = { oms: { projects: [{ id: 'np_1', timeline }] } }
  return run(onOms({ scenario, inputs: { 'job-ids': 'np_1' } }))
}

function expectLost(end: GateEnd, id: string, item: string): void {
  expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive', reason: 'not-verified' })
  expect(taskOf(end, id).reasonCode).toBe('not-verified')
  expect(['new', 'assumed']).not.toContain(taskOf(end, id).freshness)
  expect(taskOf(end, id).error?.message).toContain(item)
  expect(saidAs('error', end)).toContain(item)
}

describe.concurrent('an item that was reported and is missing from the finished result', () => {
  it('leaves a DRS task not verified, and is named', async () => {
    const timeline = drsRun([drsItem('binlog', 'FAILED'), OTHER], [OTHER])
    expectLost(await runDrs({ timeline }), TASK, 'binlog')
  })

  it('does so in mode query too, and when it had passed', async () => {
    // By the number of the read: the first may come late.
    const first = { precheck_id: TASK, process: '60%', precheck_result: [drsItem('binlog', 'PASSED'), OTHER] }
    const when = { operation: 'drs.result', calls: 1 } as const
    const end = await run({
      scenario: {
        drs: [{ id: TASK, earlier: { timeline: [{ process: '100%', items: [OTHER] }] } }],
        rules: [{ when, fault: { kind: 'answer', status: 200, json: { results: [first] } } }],
      },
      inputs: { mode: 'query', 'settle-seconds': '' },
    })
    expectLost(end, TASK, 'binlog')
  })

  it('is missed by number where several have one name', async () => {
    const twins = [drsItem('grants', 'PASSED'), drsItem('grants', 'FAILED', { failed_reason: 'NO_GRANT' })]
    expectLost(
      await runDrs({ timeline: drsRun([...twins, OTHER], [drsItem('grants', 'PASSED'), OTHER]) }),
      TASK,
      'grants',
    )
  })

  it('leaves an OMS run not verified', async () => {
    const other = omsItem('DB_VERSION', 'PASSED')
    const end = await runOms([omsItem('RDB_CONNECT', 'FAILED'), other], [other])
    expectLost(end, 'np_1', 'RDB_CONNECT')
  })

  it('leaves a DDM schema not verified', async () => {
    const first = { pre_check_results: [ddmItem('Space', 'FAILED'), ddmItem('Zone', 'SUCCESS')] }
    const when = { operation: 'ddm.result', calls: 1 } as const
    const rules = [{ when, fault: { kind: 'answer' as const, status: 200, json: first } }]
    expectLost(await runDdm({ timeline: [{ items: [ddmItem('Zone', 'SUCCESS')] }] }, rules), DDM_ID, 'Space')
  })

  it('comes after an item that failed in the finished result', async () => {
    const timeline = drsRun([drsItem('binlog', 'PASSED'), OTHER], [drsItem('other', 'FAILED')])
    expect(verdictOf(await runDrs({ timeline }))).toMatchObject({ exitCode: 1, reason: 'checks-failed' })
  })

  it('is not missed where it stood without a result, or belonged to the run before', async () => {
    const open = drsRun([drsItem('binlog', ''), OTHER], [OTHER])
    expect(verdictOf(await runDrs({ timeline: open }))).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    const earlier: Task['earlier'] = {
      timeline: [{ process: '100%', items: [drsItem('binlog', 'FAILED'), OTHER] }],
      stays: { reads: 2 },
    }
    const end = await runDrs({ earlier, timeline: drsRun([OTHER], [OTHER]) })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(taskOf(end).freshness).toBe('new')
  })

  it('is not missed in DDM where the start answer still holds it', async () => {
    const start = { items: [ddmItem('Access', 'SUCCESS')] }
    const timeline = [
      { items: [ddmItem('Access', 'SUCCESS'), ddmItem('Zone', 'SUCCESS')] },
      { at: 1_000, items: [ddmItem('Zone', 'SUCCESS')] },
    ]
    const end = await runDdm({ start, timeline })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(
      taskOf(end, DDM_ID)
        .items.map(({ id }) => id)
        .sort(),
    ).toEqual(['Access', 'Zone'])
  })
})

describe.concurrent('an item that got better within one run', () => {
  it('keeps its last result, with a warning that names it', async () => {
    const timeline = drsRun([drsItem('binlog', 'FAILED'), OTHER], [drsItem('binlog', 'PASSED'), OTHER])
    const end = await runDrs({ timeline })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, decision: 'passed', reason: 'all-passed' })
    expect(taskOf(end).freshness).toBe('new')
    expect(saidAs('warning', end)).toContain('binlog')
  })
})

describe.concurrent('a DDM start answer', () => {
  it.each([
    ['without its list', { absent: ['pre_check_results'] }],
    ['with an empty list', { items: [] }],
  ])(
    '%s leaves the result assumed, after five times settle-seconds, with a warning',
    async (_name, start) => {
      const timeline = [{ items: [ddmItem('Zone', 'SUCCESS')] }]
      const end = await runDdm({ start, timeline })
      expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
      expect(taskOf(end, DDM_ID).freshness).toBe('assumed')
      expect(saidAs('warning', end)).toContain(DDM_ID)
      const reads = end.requests.filter(({ operation }) => operation === 'ddm.result')
      expect((reads.at(-1)?.at ?? 0) - (reads[0]?.at ?? 0)).toBeGreaterThan(2_400)
    },
  )
})

describe.concurrent('a DDM list that settles', () => {
  it('begins anew after an outage', async () => {
    const timeline = [{ items: [ddmItem('Zone', 'SUCCESS')] }]
    const outage = { from: 3, to: 4 }
    const end = await runDdm(
      { timeline },
      [{ when: { operation: 'ddm.result', calls: outage }, fault: { kind: 'answer', status: 503 } }],
      { 'settle-seconds': '0.7' },
    )
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    const after = end.requests.filter(({ operation }) => operation === 'ddm.result').slice(outage.to)
    expect(after.length).toBeGreaterThanOrEqual(3)
    expect((after.at(-1)?.at ?? 0) - (after[0]?.at ?? 0)).toBeGreaterThan(650)
  })
})

const WAIVERS = '.github/waivers.yaml'
const waiver = (changes: object) => ({
  item: 'grants',
  status: 'failed',
  reason: 'Granted at cut-over',
  owner: 'dba-team',
  expires: '2999-12-31',
  ...changes,
})

describe.concurrent('check items of one name', () => {
  const twin = (failed_reason: string) => drsItem('grants', 'FAILED', { failed_reason })
  const [first, second, third] = [twin('A_NO_SELECT'), twin('B_NO_LOCK'), drsItem('grants', 'PASSED')]
  const whole = (...items: readonly Json[]) => [{ process: '100%', items: [...items, OTHER] }]
  const numbered = (end: GateEnd) =>
    Object.fromEntries(taskOf(end).items.map(({ id, status, reason }) => [id, `${status} ${reason}`]))

  it('have the same numbers in whatever order the service lists them', async () => {
    const one = numbered(await runDrs({ timeline: whole(first, second, third) }))
    const other = numbered(await runDrs({ timeline: whole(third, second, first) }))
    expect(other).toEqual(one)
    expect(Object.keys(one).sort()).toEqual(['grants', 'grants#2', 'grants#3', 'other'])
    // By field: a reason before none, or none before one, but always A before B.
    const reasons = ['grants', 'grants#2', 'grants#3'].map(id => one[id] ?? '')
    expect(reasons.indexOf('failed A_NO_SELECT')).toBeLessThan(reasons.indexOf('failed B_NO_LOCK'))
  })

  const waived = (...waivers: readonly object[]) =>
    runDrs(
      { timeline: whole(first, second) },
      {
        inputs: { waivers: WAIVERS },
        prepare: ({ write }) => void write(WAIVERS, JSON.stringify({ version: 1, waivers })),
      },
    )

  it.each([
    { item: 'grants' },
    { item: 'grants#2' },
    { item: 'gr*' },
    { item: '*', 'failed-reason': 'A_NO_SELECT' },
  ])('are not covered by the waiver %j, which has no fingerprint', async changes => {
    const end = await waived(waiver(changes))
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'checks-failed' })
    expect(end.outputs).toMatchObject({ 'waived-count': '0', 'failed-count': '2' })
  })

  it('are covered one by one by their fingerprints', async () => {
    const report: { targets: { tasks: { items: { reason: string; fingerprint: string }[] }[] }[] } =
      JSON.parse((await waived()).reportText)
    const items = report.targets.flatMap(({ tasks }) => tasks.flatMap(task => task.items))
    const fingerprint = items.find(({ reason }) => reason === 'A_NO_SELECT')?.fingerprint
    expect(fingerprint).toMatch(/^[0-9a-f]{12}$/)
    const end = await waived(waiver({ fingerprint }))
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'checks-failed' })
    expect(
      taskOf(end)
        .items.filter(item => item.waiver !== null)
        .map(({ reason }) => reason),
    ).toEqual(['A_NO_SELECT'])
  })
})
