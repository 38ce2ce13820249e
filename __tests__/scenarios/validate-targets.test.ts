import { describe, expect, it } from 'vitest'
import { type GateEnd, type GateRun, runGate, SECOND_TASK, saidAs, soon, TASK, verdictOf } from './harness.ts'

const INSTANCE = '1f5c9fd6cd984056ba89c8c87cc03278in09'
const WELL = { exitCode: 0, decision: 'validated', reason: 'validated' }
const STARTS = ['drs.start', 'drs.startV5', 'ddm.start', 'oms.submit'] as const
const drs = [{ id: TASK, timeline: soon('drs-mysql') }]

function expectVerdict(end: GateEnd, verdict: Readonly<Record<string, unknown>>): void {
  expect(verdictOf(end)).toMatchObject(verdict)
  for (const operation of STARTS) expect(end.counts[operation], operation).toBe(0)
  expect(end.counts['ddm.result'] + end.counts['oms.result'] + end.counts['drs.resultV5']).toBe(0)
}

const outcomes = ({ report }: GateEnd) =>
  report.targets.map(({ name, tasks }) => [name, tasks[0]?.reasonCode] as const)

/** Only what every gate has; targets and credentials are the test's. */
const validate = ({ inputs, ...others }: GateRun) =>
  runGate({
    scenario: { drs },
    connected: false,
    ...others,
    inputs: { mode: 'validate', 'settle-seconds': '', ...inputs },
  })

const redirected = {
  when: { operation: 'oms.health' as const },
  fault: { kind: 'redirect' as const, to: 'http://127.0.0.1:1/' },
}
const lost = { when: { operation: 'oms.health' as const }, fault: { kind: 'reset' as const } }

describe.concurrent('a gate that only validates OMS', () => {
  const onOms = ({ around, inputs, ...others }: GateRun = {}) =>
    validate({
      ...others,
      around: simulator => ({
        inputs: {
          endpoint: simulator.url,
          'oms-user': simulator.credentials.omsUser,
          'oms-password': simulator.credentials.omsPassword,
          ...around?.(simulator).inputs,
        },
      }),
      inputs: { service: 'oms', 'job-ids': 'np_1 np_2', ...inputs },
    })
  const health = (
    status: number,
    content: {
      readonly html?: string
      readonly json?: { readonly data: { readonly healthy: boolean | string } }
    },
  ) => ({
    rules: [
      { when: { operation: 'oms.health' as const }, fault: { kind: 'answer' as const, status, ...content } },
    ],
  })

  it('asks its health page once, without the password', async () => {
    const end = await onOms()
    expectVerdict(end, WELL)
    expect(end.requests.map(({ operation, headers }) => [operation, headers['authorization']])).toEqual([
      ['oms.health', undefined],
    ])
    expect(outcomes(end)).toEqual([['oms', 'validated']])
    expect(end.report.requests).toBe(1)
  })

  it('asks at the same place where endpoint has a path', async () => {
    const end = await onOms({ around: ({ url }) => ({ inputs: { endpoint: `${url}/proxied/` } }) })
    expectVerdict(end, WELL)
    expect(end.requests.map(({ path }) => path)).toEqual(['/oms/health'])
  })

  it.each<[string, NonNullable<GateRun['scenario']>, RegExp]>([
    ['says that it is not', { oms: { healthy: false } }, /says that it is not/],
    ['is that of something else', health(200, { html: '<h1>Hi</h1>' }), /HTTP 200/],
    ['says so with an error status', health(500, { json: { data: { healthy: true } } }), /HTTP 500/],
    ['wants a password', health(401, { html: 'Who?' }), /HTTP 401/],
    ['says so in a word', health(200, { json: { data: { healthy: 'perhaps' } } }), /HTTP 200/],
    ['points elsewhere', { rules: [redirected] }, /HTTP 302/],
    ['gives no answer', { rules: [lost] }, /Check host and port/],
  ])('is not well when the page %s', async (_words, scenario, said) => {
    const end = await onOms({ scenario })
    expectVerdict(end, { exitCode: 1, decision: 'inconclusive', reason: 'service-unavailable' })
    expect(end.counts['oms.health']).toBe(1)
    const errors = end.report.targets.flatMap(({ tasks }) => tasks.map(({ error }) => error))
    expect(errors.map(error => `${error?.message} ${error?.advice}`)).toEqual([
      expect.stringMatching(said),
      expect.stringMatching(said),
    ])
  })

  it('takes a 404 for a version without the page, and says so', async () => {
    const end = await onOms({ scenario: health(404, { html: 'Not here' }) })
    expectVerdict(end, WELL)
    expect(saidAs('notice', end)).toContain('so whether OMS is up was not looked at')
  })

  it('needs no credential for that, and says that there is none', async () => {
    const end = await onOms({ around: () => ({ inputs: { 'oms-user': '', 'oms-password': '' } }) })
    expectVerdict(end, WELL)
    expect(end.counts['oms.health']).toBe(1)
    expect(saidAs('warning', end)).toContain('There are no credentials for target oms')
  })
})

describe.concurrent('a gate that only validates a config file', () => {
  /** Target by target; `{}` in a text stands for the address of the simulator. */
  const over = (targets: readonly string[], { inputs, ...others }: GateRun = {}) =>
    validate({
      ...others,
      prepare: ({ write, url }) => {
        const lines = targets.map(target => `  - ${target.replaceAll('{}', `"${url}"`)}\n`)
        write('gate.yml', `version: 1\ntargets:\n${lines.join('')}`)
      },
      around: ({ credentials }) => ({
        inputs: {
          'project-id': credentials.projectId,
          'access-key-id': credentials.accessKeyId,
          'secret-access-key': credentials.secretAccessKey,
          'oms-user': credentials.omsUser,
          'oms-password': credentials.omsPassword,
        },
      }),
      inputs: { config: 'gate.yml', 'allowed-hosts': '127.0.0.1', ...inputs },
    })

  const DRS = `{ name: by-task, service: drs, endpoint: {}, job-ids: [${TASK}] }`
  const V5 = `{ name: by-run, service: drs, drs-api: v5, endpoint: {}, job-ids: [${SECOND_TASK}] }`
  const DDM = `{ name: shards, service: ddm, endpoint: {}, instance-id: ${INSTANCE}, database: orders, request: { new_shard_number: "9" } }`
  const OMS = '{ name: erp, service: oms, endpoint: {}, job-ids: [np_1] }'
  const FOUND = '{ name: found, service: oms, endpoint: {}, mode: query, job-ids: [t_57p] }'

  it('looks at all services, starts none, and asks one OMS once', async () => {
    const end = await over([DRS, V5, DDM, OMS, FOUND])
    expectVerdict(end, WELL)
    expect(end.requests.map(({ operation }) => operation).toSorted()).toEqual(['drs.result', 'oms.health'])
    expect(outcomes(end)).toEqual(
      ['by-task', 'by-run', 'shards', 'erp', 'found'].map(name => [name, 'validated']),
    )
    expect(saidAs('notice', end)).toContain('Nothing is read for target by-run, shards')
  })

  it('stands over the mode of every target, whose own rules hold all the same', async () => {
    const queries = [
      `{ name: by-task, service: drs, mode: query, endpoint: {}, job-ids: [${TASK}] }`,
      `{ name: shards, service: ddm, mode: query, endpoint: {}, instance-id: ${INSTANCE}, database: orders, job-ids: [j1] }`,
      `{ name: by-run, service: drs, drs-api: v5, mode: query, endpoint: {}, job-ids: ["${SECOND_TASK}:q1"] }`,
    ]
    const end = await over([...queries, FOUND])
    expectVerdict(end, WELL)
    expect(end.report.targets.map(({ mode }) => mode)).toEqual(Array(4).fill('validate'))
    expect(end.report.targets[2]?.tasks[0]?.id).toBe(SECOND_TASK)
  })

  it.each([
    [
      'a query of DDM without its job',
      DDM.replace('service: ddm', 'service: ddm, mode: query'),
      'job-ids: missing',
    ],
    ['a run of DDM with one', DDM.replace('request:', 'job-ids: [j1], request:'), 'job-ids: must be empty'],
    ['a query of v5 without its run', V5.replace('drs-api', 'mode: query, drs-api'), 'is not valid'],
    ['a variable that is not lent', DDM.replace('"9"', '"${NOT_LENT}"'), 'allowed-variables'],
    ['a host that is not lent', DRS.replace('{}', 'https://drs.example.com'), 'allowed-hosts'],
    ['the mode validate', DRS.replace('service', 'mode: validate, service'), '"run" or "query"'],
  ])('refuses %s', async (_words, target, text) => {
    const end = await over([OMS, target])
    expectVerdict(end, { exitCode: 1, decision: 'inconclusive', reason: 'invalid-input' })
    expect(end.report.problems.join('\n')).toContain('gate.yml:4')
    expect(end.report.problems.join('\n')).toContain(text)
    expect(end.requests).toEqual([])
  })

  it("takes another task's result for no answer, three times", async () => {
    const strange = { process: '100%', precheck_id: SECOND_TASK }
    const earlier = { timeline: [strange], stays: 'forever' as const }
    const end = await over([DRS, DRS.replace('by-task', 'other').replace(TASK, SECOND_TASK)], {
      scenario: { drs: [{ id: TASK, earlier, timeline: [] }, { id: SECOND_TASK }] },
    })
    expectVerdict(end, { exitCode: 1, decision: 'inconclusive', reason: 'invalid-response' })
    expect(outcomes(end)).toEqual([
      ['by-task', 'invalid-response'],
      ['other', 'validated'],
    ])
    expect(end.counts['drs.result']).toBe(4)
  })

  it('shows each target its own result', async () => {
    const end = await over([DRS, OMS], { scenario: { drs, oms: { healthy: false } } })
    expectVerdict(end, { exitCode: 1, decision: 'inconclusive', reason: 'service-unavailable' })
    expect(outcomes(end)).toEqual([
      ['by-task', 'validated'],
      ['erp', 'service-unavailable'],
    ])
  })
})
