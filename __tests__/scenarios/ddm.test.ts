import { describe, expect, it } from 'vitest'
import { type GateEnd, type GateRun, runGate as run, taskOf, verdictOf } from './harness.ts'

const INSTANCE = '1f5c9fd6cd984056ba89c8c87cc03278in09'
const DATABASE = 'orders_db'
const ID = `${INSTANCE}/${DATABASE}`
const JOB = '65c77858-e6a2-4694-8810-ab0b501b0003'
const PASSWORD = 'shard&admin pässword/42'
const REQUEST = {
  data_nodes: [{ id: 'd5a9fe67e7a442a0adf8c5d81be1b1bein01', user: 'shard_admin', password: PASSWORD }],
  new_shard_number: '9',
}
const CHARSET = { name: 'Character set of source shards', status: 'SUCCESS' }
const SPACE = { name: 'Storage space of database instances', status: 'SUCCESS' }
const BINLOG = 'Expire time of binlog in associated DN instances'

type Rules = NonNullable<NonNullable<GateRun['scenario']>['rules']>
type Schema = NonNullable<NonNullable<GateRun['scenario']>['ddm']>[number]

const scenarioOf = (schema: Partial<Schema> = {}, rules: Rules = []) => ({
  ddm: [{ instance: INSTANCE, database: DATABASE, start: { payload: 'ddm' as const }, ...schema }],
  rules,
})

const DDM = {
  service: 'ddm',
  'job-ids': '',
  'instance-id': INSTANCE,
  database: DATABASE,
  request: JSON.stringify(REQUEST),
}

const runGate = ({ inputs, ...others }: GateRun) => run({ ...others, inputs: { ...DDM, ...inputs } })

/** All that a reader of the step can see; a runner swallows the masks. */
const shownBy = (end: GateEnd) =>
  [end.lines.join('\n'), end.summary, end.reportText, end.junit, JSON.stringify(end.outputs)].join('\n')

function expectHidden(end: GateEnd, password: string): void {
  const base64 = Buffer.from(password).toString('base64')
  for (const form of [
    password,
    base64,
    encodeURIComponent(password),
    JSON.stringify(password).slice(1, -1),
  ]) {
    expect(shownBy(end)).not.toContain(form)
  }
  expect(end.masks.map(mask => mask.replaceAll('%25', '%'))).toContain(password)
}

describe.concurrent('a DDM gate', () => {
  it('passes when the synchronous and the later items are good and the list has settled', async () => {
    const timeline = [
      { at: 0, items: [] },
      { at: 300, items: [CHARSET] },
      { at: 600, items: [CHARSET, SPACE] },
    ]
    const end = await runGate({ scenario: scenarioOf({ timeline }) })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, decision: 'passed', reason: 'all-passed' })
    const task = taskOf(end, ID)
    expect(task).toMatchObject({ outcome: 'passed', freshness: 'new', partial: false })
    expect(task.items.map(({ id }) => id)).toEqual(expect.arrayContaining([CHARSET.name, SPACE.name, BINLOG]))
    expect(end.outputs['total-count']).toBe('4')
    expect(end.counts['ddm.start']).toBe(1)
    expect(JSON.parse(end.outputs['precheck-ids'] ?? '')).toEqual({ ddm: { [ID]: task.precheckId } })
  })

  it('does not settle on an early list to which a failed item is still to come', async () => {
    const timeline = [
      { at: 0, items: [CHARSET] },
      { at: 800, items: [CHARSET, { ...SPACE, status: '' }] },
      { at: 1600, items: [CHARSET, { ...SPACE, status: 'FAILED', error_message: 'Full.' }] },
    ]
    const end = await runGate({ scenario: scenarioOf({ timeline }), inputs: { 'settle-seconds': '1' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'failed', reason: 'checks-failed' })
    expect(JSON.parse(end.outputs['failed-items'] ?? '')).toEqual([
      { target: 'ddm', task: ID, item: SPACE.name, status: 'failed' },
    ])
  })

  it('fails on a failed synchronous item even when the result never comes', async () => {
    const start = { items: [{ name: 'Access', status: 'FAILED', error_message: 'Cannot connect.' }] }
    const end = await runGate({
      scenario: scenarioOf({ start }, [
        { when: { operation: 'ddm.result' }, fault: { kind: 'answer', status: 503 } },
      ]),
      inputs: { 'timeout-minutes': '0.03' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'failed', reason: 'checks-failed' })
    expect(taskOf(end, ID)).toMatchObject({ outcome: 'failed', partial: true })
    expect(taskOf(end, ID).items[0]).toMatchObject({
      id: 'Access',
      status: 'failed',
      reason: 'Cannot connect.',
    })
  })

  it('says that a pre-check may be running when the answer to the start is lost, and starts no other', async () => {
    const end = await runGate({
      scenario: scenarioOf({}, [
        { when: { operation: 'ddm.start' }, fault: { kind: 'reset', when: 'before-answer' } },
      ]),
    })
    expect(verdictOf(end)).toMatchObject({
      exitCode: 1,
      decision: 'inconclusive',
      reason: 'service-unavailable',
    })
    expect(end.requests.map(({ operation }) => operation)).toEqual(['ddm.start'])
    const { error } = taskOf(end, ID)
    expect(`${error?.message} ${error?.advice}`).toMatch(/may be running/)
  })

  it('calls a start without a job id an invalid response, and starts no other', async () => {
    const end = await runGate({ scenario: scenarioOf({ start: { payload: 'ddm', absent: ['job_id'] } }) })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-response' })
    expect(end.counts['ddm.start']).toBe(1)
  })

  it('reads a job of any age in mode query and starts nothing', async () => {
    const jobs = [{ id: JOB, timeline: [{ payload: 'ddm' as const }] }]
    const end = await runGate({
      scenario: scenarioOf({ jobs }),
      inputs: { mode: 'query', 'job-ids': JOB, request: '' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(taskOf(end, ID)).toMatchObject({ freshness: 'as-found', precheckId: JOB })
    expect(end.counts['ddm.start']).toBe(0)
    expect(end.counts['ddm.result']).toBeGreaterThanOrEqual(3)
  })

  it('never takes an empty list for a finished one', async () => {
    const jobs = [{ id: JOB, timeline: [{ items: [] }] }]
    const end = await runGate({
      scenario: scenarioOf({ jobs }),
      inputs: { mode: 'query', 'job-ids': JOB, request: '', 'timeout-minutes': '0.03' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'timed-out' })
  })
})

describe.concurrent('a password in the request of a DDM gate', () => {
  it('is sent, and shown nowhere when all goes well', async () => {
    const end = await runGate({ scenario: scenarioOf({ timeline: [{ items: [CHARSET, SPACE] }] }) })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0 })
    expect(JSON.parse(end.requests[0]?.body ?? '')).toEqual(REQUEST)
    expectHidden(end, PASSWORD)
  })

  it('is shown nowhere when the service gives the request back in an error', async () => {
    const end = await runGate({
      scenario: scenarioOf({}, [
        { when: { operation: 'ddm.start' }, fault: { kind: 'echo', what: 'body', code: 'DBS.280001' } },
      ]),
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'start-refused' })
    expect(taskOf(end, ID).error?.message).toContain('***')
    expectHidden(end, PASSWORD)
  })

  it.each([
    ['in base64', Buffer.from(PASSWORD).toString('base64')],
    ['URL-encoded', encodeURIComponent(PASSWORD)],
    ['as it is', PASSWORD],
  ])('is shown nowhere when an item holds it %s', async (_words, form) => {
    const start = {
      items: [{ name: 'Access', status: 'FAILED', error_message: `Denied (${form})`, note: form }],
    }
    const end = await runGate({ scenario: scenarioOf({ start, timeline: [{ items: [CHARSET] }] }) })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'checks-failed' })
    expect(taskOf(end, ID).items.find(({ id }) => id === 'Access')?.reason).toContain('***')
    expectHidden(end, PASSWORD)
  })

  it('that somebody forgot to quote is sent as it is written, and shown nowhere', async () => {
    const password = '00123456'
    const start = { items: [{ name: 'Access', status: 'FAILED', error_message: `Denied ${password}` }] }
    const end = await runGate({
      scenario: scenarioOf({ start, timeline: [{ items: [CHARSET] }] }),
      inputs: {
        request: `data_nodes: [{ id: node1, user: u, password: ${password} }]\nnew_shard_number: "9"\n`,
      },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'checks-failed' })
    expect(JSON.parse(end.requests[0]?.body ?? '').data_nodes[0].password).toBe(password)
    expectHidden(end, password)
  })

  it('from the environment, under any key of a config file, is shown nowhere either', async () => {
    const start = { items: [{ name: 'Access', status: 'FAILED', error_message: `Denied ${PASSWORD}` }] }
    const end = await run({
      scenario: scenarioOf({ start, timeline: [{ items: [CHARSET] }] }),
      inputs: {
        service: '',
        'job-ids': '',
        endpoint: '',
        config: 'gate.yaml',
        'allowed-hosts': '127.0.0.1',
        'allowed-variables': 'DDM_USER, DDM_PASSWORD',
      },
      environment: { DDM_PASSWORD: PASSWORD, DDM_USER: 'shard_operator' },
      prepare: ({ url, write }) =>
        write(
          'gate.yaml',
          `version: 1
targets:
  - name: shards
    service: ddm
    endpoint: ${url}
    instance-id: ${INSTANCE}
    database: ${DATABASE}
    request: { data_nodes: [{ id: node1, user: "\${DDM_USER}", password: "\${DDM_PASSWORD}" }], new_shard_number: "9" }
`,
        ),
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'checks-failed' })
    expect(end.requests[0]?.body).toContain('shard_operator')
    expectHidden(end, PASSWORD)
    expectHidden(end, 'shard_operator')
  })

  it('is not shown in the place of a mistake in the request', async () => {
    const end = await runGate({ inputs: { request: `data_nodes:\n  - password: "${PASSWORD}\n  : [` } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    expect(shownBy(end)).not.toContain('shard&admin')
    expect(end.requests).toEqual([])
  })
})
