import { describe, expect, it } from 'vitest'
import { findScenario } from '../../simulator/scenario/scenario.ts'
import { type GateRun, operationsOf, runGate as run, saidAs, taskOf, verdictOf } from './harness.ts'
import { onOms } from './sign-in.ts'

const enterprise = { oms: findScenario('oms-enterprise').oms }
const GOOD = 'np_4w3a7c2e'
const BAD = 'np_9k1d5f8b'
const REFUSED = 'np_refused'

const runGate = (given: GateRun) => run(onOms(given))

describe.concurrent('an OMS gate', () => {
  it('passes with warnings on Enterprise, where a skipped item counts as one', async () => {
    const end = await runGate({ scenario: enterprise, inputs: { 'job-ids': GOOD } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, decision: 'passed', reason: 'passed-with-warnings' })
    expect(end.outputs).toMatchObject({ 'total-count': '3', 'passed-count': '1', 'warning-count': '2' })
    const task = taskOf(end, GOOD)
    expect(task).toMatchObject({ freshness: 'new', progress: 100 })
    expect(task.items.map(({ id, status }) => [id, status])).toEqual([
      ['SOURCE/MASTER/RDB_CONNECT', 'passed'],
      ['SOURCE/MASTER/RDB_LOG_RETENTION', 'warning'],
      ['DEST/MASTER/RDB_TIME_ZONE', 'skipped'],
    ])
    expect(JSON.parse(end.requests.find(({ operation }) => operation === 'oms.submit')?.body ?? '')).toEqual({
      projectId: GOOD,
    })
    const calls = end.requests.filter(({ operation }) => operation !== 'oms.health')
    expect(calls.every(({ headers }) => headers['authorization']?.startsWith('Basic '))).toBe(true)
  })

  it.each([
    ['run', 't_57p', /t_57p looks like the id of a pre-check run .* use mode query/],
    ['query', GOOD, /np_4w3a7c2e looks like a project id .* use mode run/],
  ])(
    'with mode %s and the id %s says what it looks like, before and after OMS turns it down',
    async (mode, id, words) => {
      const end = await runGate({ scenario: enterprise, inputs: { mode, 'job-ids': id } })
      expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive' })
      expect(end.lines.filter(line => line.startsWith('::warning') && words.test(line))).toHaveLength(1)
      expect(taskOf(end, id).error?.advice).toMatch(words)
      expect(end.summary).toMatch(/looks like/)
    },
  )

  it('fails on a skipped item under fail-on: warning', async () => {
    const end = await runGate({ scenario: enterprise, inputs: { 'job-ids': GOOD, 'fail-on': 'warning' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'failed', reason: 'warnings-not-allowed' })
    expect(end.outputs['failed-items']).toContain('RDB_TIME_ZONE')
  })

  it('understands Community: a request without project id, other names, any letter case, lists as objects', async () => {
    const end = await runGate({
      scenario: { oms: findScenario('oms-community').oms },
      inputs: { 'job-ids': '', request: 'name: erp-orders' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, decision: 'passed', reason: 'all-passed' })
    expect(taskOf(end, 'erp-orders')).toMatchObject({ precheckId: 't_ce_1', outcome: 'passed' })
    expect(end.outputs['total-count']).toBe('2')
  })

  it('reads a pre-check by its id in mode query and submits nothing', async () => {
    const end = await runGate({ scenario: enterprise, inputs: { mode: 'query', 'job-ids': 't_57p' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(taskOf(end, 't_57p').freshness).toBe('as-found')
    expect(end.counts['oms.submit']).toBe(0)
  })

  it('fails at once when the run is FAILED, and shows what a skip would mean and what can be left out', async () => {
    const end = await runGate({ scenario: enterprise, inputs: { 'job-ids': BAD } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'failed', reason: 'checks-failed' })
    const items = taskOf(end, BAD).items
    const structure = items.find(({ id }) => id === 'SOURCE/MASTER/RDB_TABLE_STRUCTURE')
    expect(structure).toMatchObject({
      status: 'failed',
      reason: 'Two tables have no unique key.',
      detail: 'orders.audit_log, orders.import_tmp',
      skippable: true,
      skipConsequence: 'Rows may be written twice.',
    })
    expect(JSON.stringify(structure?.blackObjects)).toMatch(/audit_log.*import_tmp/s)
    expect(items.find(({ id }) => id.startsWith('DEST/'))?.status).toBe('pending')
    expect(end.summary).toContain('Rows may be written twice.')
    expect(end.summary).toContain('import')
  })

  it.each([
    ['FAILED', 'failed', 'checks-failed'],
    ['SKIPPED', 'inconclusive', 'not-verified'],
  ])('a run with status %s and no failed item is %s', async (status, decision, reason) => {
    const timeline = [{ payload: 'oms' as const, status, progress: 100 }]
    const oms = { prechecks: [{ id: 't_1', timeline }] }
    const end = await runGate({ scenario: { oms }, inputs: { mode: 'query', 'job-ids': 't_1' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision, reason })
  })

  it('is not verified by items that were all skipped', async () => {
    const items = [{ name: 'x', endpointType: 'SOURCE', role: 'MASTER', checkType: 'X', status: 'SKIPPED' }]
    const timeline = [{ items, status: 'FINISHED', progress: 100 }]
    const oms = { prechecks: [{ id: 't_1', timeline }] }
    const end = await runGate({ scenario: { oms }, inputs: { mode: 'query', 'job-ids': 't_1' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'not-verified' })
  })

  it('shows the inner words and the request id of an error inside a 200', async () => {
    const end = await runGate({ scenario: enterprise, inputs: { 'job-ids': REFUSED } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive', reason: 'start-refused' })
    const { error } = taskOf(end, REFUSED)
    expect(error?.code).toBe('GHANA-OPERAT000123')
    expect(error?.message).toContain('The project is being released.')
    expect(error?.message).not.toContain('internal error')
    expect(error?.advice).toContain('Wait until the project is released')
    expect(error?.requestId).toBeTruthy()
    expect(end.summary).toContain(error?.requestId)
    expect(end.counts['oms.submit']).toBe(1)
  })

  it('says that a pre-check may be running when the answer to the submit is lost, and submits no other', async () => {
    const end = await runGate({
      scenario: {
        ...enterprise,
        rules: [{ when: { operation: 'oms.submit' }, fault: { kind: 'reset', when: 'before-answer' } }],
      },
      inputs: { 'job-ids': GOOD },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'service-unavailable' })
    expect(end.counts['oms.submit']).toBe(1)
    const { error } = taskOf(end, GOOD)
    expect(`${error?.message} ${error?.advice}`).toMatch(/may be running/)
  })

  it('tries a wrong password once, for all projects together', async () => {
    const end = await runGate({
      scenario: enterprise,
      inputs: { 'job-ids': `${GOOD} ${BAD}`, 'oms-password': 'not-the-password' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'authentication-failed' })
    expect(operationsOf(end).filter(operation => operation !== 'oms.health')).toHaveLength(1)
    expect(taskOf(end, BAD).reasonCode).toBe('authentication-failed')
  })
})

describe.concurrent('the password of an OMS gate', () => {
  it('travels in clear text over plain http, which is said once, without the password', async () => {
    const end = await runGate({
      inputs: {
        endpoint: 'http://oms.example.invalid:8089',
        mode: 'query',
        'job-ids': 't_57p',
        'timeout-minutes': '0.02',
      },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'service-unavailable' })
    const warnings = saidAs('warning', end)
      .split('\n')
      .filter(message => message.includes('clear text'))
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatch(/plain http.*oms-password/)
  })

  it('is shown nowhere, nor is what the service makes of the authorization', async () => {
    const password = 'simulated-oms-password'
    const basic = Buffer.from(`admin:${password}`).toString('base64')
    const rules = [
      {
        when: { operation: 'oms.submit' as const },
        fault: { kind: 'echo' as const, what: 'authorization', code: 'PARAM_ERROR' },
      },
    ]
    const end = await runGate({ scenario: { ...enterprise, rules }, inputs: { 'job-ids': GOOD } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'start-refused' })
    const shown = [...end.lines, end.summary, end.reportText, end.junit].join('\n')
    expect(shown).toContain('***')
    for (const form of [password, basic]) expect(shown).not.toContain(form)
  })
})
