import { describe, expect, it } from 'vitest'
import { findScenario } from '../../simulator/scenario/scenario.ts'
import { operationsOf, runGate, SECOND_TASK, saidAs, TASK, THIRD_TASK, taskOf, verdictOf } from './harness.ts'

const scenario = findScenario('drs-v5')
const RUN = '7debc9c-8e09-4a5d-8dd6-cc44f45566'
const OLD_RUN = '1f0c1f1e-2794-4767-91e6-6ed7f7979200'
const v5 = { 'drs-api': 'v5', 'settle-seconds': '' }

describe.concurrent('a DRS gate by API v5', () => {
  it('starts one task a call, reads by run id, and knows the result for new', async () => {
    const end = await runGate({ scenario, inputs: v5 })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'passed-with-warnings' })
    const [first, ...rest] = operationsOf(end)
    expect([first, new Set(rest)]).toEqual(['drs.startV5', new Set(['drs.resultV5'])])
    expect(rest.length).toBeGreaterThanOrEqual(1)
    expect(taskOf(end)).toMatchObject({ precheckId: RUN, freshness: 'new', progress: 100 })
    expect(JSON.parse(end.outputs['precheck-ids'] ?? '')).toEqual({ drs: { [TASK]: RUN } })
    expect(end.report).toMatchObject({ requests: rest.length + 1, polls: rest.length })
  })

  it('shows that an item was skipped, and counts it as a warning', async () => {
    const end = await runGate({ scenario, inputs: { ...v5, 'fail-on': 'warning' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'warnings-not-allowed' })
    expect(end.outputs).toMatchObject({ 'total-count': '2', 'passed-count': '1', 'warning-count': '1' })
    expect(taskOf(end).items.map(({ id, status, skippable }) => [id, status, skippable])).toEqual([
      ['dstStatusCheck', 'passed', false],
      ['dbParamConsistency', 'skipped', true],
    ])
  })

  it('says of a failed item that the service lets it be skipped, and fails all the same', async () => {
    const end = await runGate({ scenario, inputs: { ...v5, 'job-ids': SECOND_TASK } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'checks-failed' })
    expect(end.summary).toContain('The service lets this item be skipped')
  })

  it('reports a refused task beside the others', async () => {
    const end = await runGate({ scenario, inputs: { ...v5, 'job-ids': `${TASK} ${THIRD_TASK}` } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive', reason: 'start-refused' })
    expect(taskOf(end).outcome).toBe('passed')
    const { error } = taskOf(end, THIRD_TASK)
    expect(error).toMatchObject({ code: 'DRS.M00304', httpStatus: 400 })
    expect(error?.message).not.toContain('may be running')
  })

  it('reads with mode query the run that was asked for, not the last one', async () => {
    const inputs = { ...v5, mode: 'query', 'job-ids': `${TASK}:${OLD_RUN}` }
    const end = await runGate({ scenario, inputs })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'checks-failed' })
    expect(taskOf(end)).toMatchObject({ id: TASK, precheckId: OLD_RUN, freshness: 'as-found' })
    expect(new Set(operationsOf(end))).toEqual(new Set(['drs.resultV5']))
  })

  it('ends with what DRS says of a run that it does not know', async () => {
    const inputs = { ...v5, mode: 'query', 'job-ids': `${TASK}:no-such-run` }
    const end = await runGate({ scenario, inputs })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'service-error' })
    expect(taskOf(end).error?.message).toContain('run no-such-run')
  })

  it('turns down an id without its run before anything is called', async () => {
    const end = await runGate({ scenario, inputs: { ...v5, mode: 'query' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    expect(end.requests).toEqual([])
  })

  it('says that a lost start may be running, and does not make it again', async () => {
    const rules = [
      {
        when: { operation: 'drs.startV5' as const },
        fault: { kind: 'reset' as const, when: 'before-answer' as const },
      },
    ]
    const end = await runGate({ scenario: { ...scenario, rules }, inputs: v5 })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'service-unavailable' })
    expect(taskOf(end).error?.message).toContain('A pre-check may be running.')
    expect(end.counts['drs.startV5']).toBe(1)
  })

  it('takes no result for two tasks that got one run id', async () => {
    const timeline = [{ process: '100%', items: [{ item: 'a', result: 'PASSED' }] }]
    const drs = [TASK, SECOND_TASK].map(id => ({ id, start: { precheckId: 'same' }, timeline }))
    const end = await runGate({ scenario: { drs }, inputs: { ...v5, 'job-ids': `${TASK} ${SECOND_TASK}` } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-response' })
    expect([TASK, SECOND_TASK].map(id => taskOf(end, id).reasonCode)).toEqual([
      'invalid-response',
      'invalid-response',
    ])
  })

  it('warns of settle-seconds, for which it has no use', async () => {
    const end = await runGate({ scenario, inputs: { ...v5, 'settle-seconds': '1' } })
    expect(saidAs('warning', end)).toContain(
      'settle-seconds: is set, but has no meaning for drs with mode run and drs-api v5',
    )
  })

  it('stands beside targets of v3 in one config file', async () => {
    const end = await runGate({
      scenario,
      connected: false,
      prepare: ({ write, url }) =>
        void write(
          'gate.yml',
          `version: 1
targets:
  - { name: by-run, service: drs, drs-api: v5, endpoint: "${url}", job-ids: [${TASK}] }
  - { name: by-task, service: drs, endpoint: "${url}", job-ids: [${SECOND_TASK}] }
`,
        ),
      around: ({ credentials, url }) => ({
        inputs: {
          config: 'gate.yml',
          'allowed-hosts': new URL(url).host,
          'project-id': credentials.projectId,
          'access-key-id': credentials.accessKeyId,
          'secret-access-key': credentials.secretAccessKey,
        },
      }),
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'checks-failed' })
    expect(end.counts).toMatchObject({ 'drs.startV5': 1, 'drs.start': 1 })
    expect(end.report.targets.map(({ name, tasks }) => [name, tasks[0]?.freshness])).toEqual([
      ['by-run', 'new'],
      ['by-task', 'new'],
    ])
  })
})
