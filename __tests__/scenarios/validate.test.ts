import { describe, expect, it } from 'vitest'
import {
  type GateEnd,
  type GateRun,
  operationsOf,
  runGate,
  SECOND_TASK,
  saidAs,
  soon,
  TASK,
  THIRD_TASK,
  taskOf,
  verdictOf,
} from './harness.ts'

/** With `mode: validate` on DRS task `TASK`, or as `inputs` say. */
const validate = ({ inputs, ...others }: GateRun = {}) =>
  runGate({ ...others, inputs: { mode: 'validate', 'settle-seconds': '', ...inputs } })

const WELL = { exitCode: 0, decision: 'validated', reason: 'validated' }
const STARTS = ['drs.start', 'drs.startV5', 'ddm.start', 'oms.submit'] as const

const answered = (status: number, code: string) => ({
  kind: 'answer' as const,
  status,
  json: { error_code: code, error_msg: 'As the scenario says' },
})
const onRead = (fault: ReturnType<typeof answered>, calls = {}) => [
  { when: { operation: 'drs.result' as const, calls }, fault },
]
const unknownTask = (id: string) => ({
  id,
  timeline: [],
  earlier: { timeline: [{ error_code: 'DRS.M05004', error_msg: 'No such job' }], stays: 'forever' as const },
})
const known = [{ id: TASK, timeline: soon('drs-mysql') }]

function expectNothingStarted({ counts }: GateEnd): void {
  for (const operation of STARTS) expect(counts[operation], operation).toBe(0)
}

function expectWell(end: GateEnd): void {
  expect(verdictOf(end)).toMatchObject(WELL)
  expectNothingStarted(end)
  expect(end.report.targets.flatMap(({ tasks }) => tasks.flatMap(({ items }) => items))).toEqual([])
}

function expectInconclusive(end: GateEnd, reason: string): void {
  expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive', reason })
  expectNothingStarted(end)
}

describe.concurrent('a gate that only validates', () => {
  it('ends as validated, with exit code 0 and no item, and starts nothing', async () => {
    const end = await validate({ scenario: { drs: known } })
    expectWell(end)
    expect(operationsOf(end)).toEqual(['drs.result'])
    expect(end.report.targets.map(({ mode }) => mode)).toEqual(['validate'])
    expect(taskOf(end)).toMatchObject({
      outcome: 'validated',
      reasonCode: 'validated',
      items: [],
      error: null,
    })
    expect(end.report).toMatchObject({ polls: 0, requests: 1, counts: { total: 0 } })
    expect(end.outputs).toMatchObject({
      decision: 'validated',
      'reason-code': 'validated',
      'total-count': '0',
    })
  })

  it('says in the first line of log and summary that nothing was checked, and nowhere that it passed', async () => {
    const end = await validate({ scenario: { drs: known } })
    const [summary = ''] = end.summary.split('\n')
    for (const line of [end.lines[0], summary, end.lines.at(-1)]) expect(line).toMatch(/nothing was checked/i)
    for (const shown of [end.lines.join('\n'), end.summary]) expect(shown).not.toMatch(/passed|report only/i)
    expect(end.summary).toContain('this says nothing about a database')
  })

  it('leaves a JUnit file without a case', async () => {
    const { junit } = await validate({ scenario: { drs: known } })
    expect(junit).toContain('<testsuites>')
    expect(junit).not.toMatch(/<testcase|<testsuite[ >]/)
  })

  it('is well with any earlier result of a task, and with none', async () => {
    const earlier = (id: string, timeline: object[]) => ({
      id,
      earlier: { timeline, stays: 'forever' as const },
      timeline: [],
    })
    const drs = [
      earlier(TASK, soon('drs-mysql-failed').slice(-1)),
      earlier(SECOND_TASK, [{ process: '40%' }]),
      { id: THIRD_TASK },
    ]
    const end = await validate({
      scenario: { drs },
      inputs: { 'job-ids': [TASK, SECOND_TASK, THIRD_TASK].join() },
    })
    expectWell(end)
  })

  it('reads ten tasks a call', async () => {
    const ids = Array.from({ length: 23 }, (_, index) => `${TASK.slice(0, -2)}${index + 10}`)
    const end = await validate({
      scenario: { drs: ids.map(id => ({ id })) },
      inputs: { 'job-ids': ids.join() },
    })
    expectWell(end)
    expect(end.counts['drs.result']).toBe(3)
    expect(end.outputs['precheck-ids']).toBe('{"drs":{}}')
  })

  it('takes the code for "no result" as none', async () => {
    expectWell(await validate({ scenario: { drs: known, rules: onRead(answered(500, 'DRS.M00002')) } }))
  })

  it.each([
    ['not-found', answered(404, 'DRS.M05004')],
    ['permission-denied', answered(403, 'DRS.M00102')],
    ['authentication-failed', answered(401, 'APIGW.0301')],
    ['service-error', answered(400, 'DRS.M09999')],
  ])('is not well when the read ends in %s', async (reason, fault) => {
    const end = await validate({ scenario: { drs: known, rules: onRead(fault) } })
    expectInconclusive(end, reason)
    expect(end.counts['drs.result']).toBe(1)
    expect(taskOf(end).error?.message).toContain(TASK)
    expect(end.junit).toContain('<error')
    expect(end.lines[0]).toMatch(/nothing was checked/i)
  })

  it('blames one unknown task alone, and the others are validated', async () => {
    const drs = [unknownTask(TASK), { id: SECOND_TASK }]
    const end = await validate({ scenario: { drs }, inputs: { 'job-ids': `${TASK} ${SECOND_TASK}` } })
    expectInconclusive(end, 'not-found')
    expect([TASK, SECOND_TASK].map(id => taskOf(end, id).outcome)).toEqual(['inconclusive', 'validated'])
    expect(end.junit).not.toContain(SECOND_TASK)
  })

  it('reads three times, and no more', async () => {
    const end = await validate({ scenario: { drs: known, rules: onRead(answered(503, 'X')) } })
    expectInconclusive(end, 'service-unavailable')
    expect(end.counts['drs.result']).toBe(3)
  })

  it('is well when the third read is answered', async () => {
    const rules = onRead(answered(503, 'X'), { to: 2 })
    const end = await validate({ scenario: { drs: known, rules } })
    expectWell(end)
    expect(end.counts['drs.result']).toBe(3)
  })

  it.each([
    ['no JSON', { kind: 'answer' as const, status: 200, html: '<h1>Login</h1>' }],
    ['no answer', { kind: 'reset' as const }],
  ])('ends three reads with %s as service-unavailable', async (_words, fault) => {
    const rules = [{ when: { operation: 'drs.result' as const }, fault }]
    expectInconclusive(await validate({ scenario: { drs: known, rules } }), 'service-unavailable')
  })

  it('reports only under fail-on: never, but not for wrong inputs', async () => {
    const rules = onRead(answered(404, 'DRS.M05004'))
    const inputs = { 'fail-on': 'never' }
    const end = await validate({ scenario: { drs: known, rules }, inputs })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, decision: 'inconclusive', enforced: false })
    const wrong = await validate({ inputs: { ...inputs, 'timeout-minutes': '0' } })
    expect(verdictOf(wrong)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
  })

  it('ends as cancelled by a signal', async () => {
    const rules = [{ when: { operation: 'drs.result' as const }, fault: { kind: 'hang' as const } }]
    const end = await validate({
      scenario: { drs: known, rules },
      onLine: (line, child) => {
        if (/nothing was checked/i.test(line)) setTimeout(() => child.kill('SIGTERM'), 1_000)
      },
    })
    expectInconclusive(end, 'cancelled')
  })
})

describe.concurrent('the inputs of a gate that only validates', () => {
  it.each([
    ['commit-status', 'true'],
    ['comment', 'always'],
    ['comment', 'on-failure'],
  ])('may not hold %s: %s', async (name, value) => {
    const end = await validate({ inputs: { [name]: value, name: 'orders', 'commit-sha': 'a'.repeat(40) } })
    expectInconclusive(end, 'invalid-input')
    expect(end.report.problems).toEqual([
      expect.stringMatching(`^${name}: must not stand beside mode validate.* delete the line of this input`),
    ])
    expect(end.requests).toEqual([])
    expect(end.lines[0]).toMatch(/nothing was checked/i)
  })

  it('never leave a green status behind', async () => {
    const repo = { id: 1, full_name: 'acme/orders-db' }
    const end = await validate({
      event: { name: 'push', payload: { after: 'a'.repeat(40), repository: repo } },
      inputs: { 'commit-status': 'true', name: 'orders', 'commit-sha': 'a'.repeat(40) },
      scenario: { github: { commits: [{ sha: 'a'.repeat(40), refs: ['main'], files: {} }] } },
    })
    expectInconclusive(end, 'invalid-input')
    const states = end.requests
      .filter(({ operation }) => operation === 'github.createStatus')
      .map(({ body }) => JSON.parse(body).state)
    expect(states.at(-1)).toBe('error')
    expect(states).not.toContain('success')
  })

  it.each([
    ['no task', { 'job-ids': '' }, 'job-ids: missing'],
    ['a settle time that does not fit', { 'timeout-minutes': '1', 'settle-seconds': '60' }, 'settle-seconds'],
    ['half a credential', { 'secret-access-key': '' }, 'access-key-id'],
    ['a misspelt input', { fail_on: 'warning' }, '"fail_on"'],
    ['no config file', { config: 'gate.yml', service: '', 'job-ids': '', endpoint: '' }, 'gate.yml'],
    ['no waiver file', { waivers: 'waivers.yml' }, 'waivers.yml'],
  ])('are refused as in a real run: %s', async (_words, inputs, text) => {
    const end = await validate({ inputs })
    expectInconclusive(end, 'invalid-input')
    expect(end.report.problems.join('\n')).toContain(text)
    expect(end.requests).toEqual([])
  })

  it('that no target uses are warned of by the rules of its own mode', async () => {
    const end = await validate({ scenario: { drs: known }, inputs: { database: 'orders' } })
    expectWell(end)
    expect(saidAs('warning', end)).toContain('database: is set, but has no meaning for drs with mode run')
  })
})

describe.concurrent('the waivers of a gate that only validates', () => {
  const waiver = (item: string, expires: string) =>
    `  - { item: ${item}, reason: r, owner: o, expires: ${expires} }\n`
  const withFile = (text: string) =>
    validate({
      scenario: { drs: known },
      inputs: { waivers: 'waivers.yml' },
      prepare: ({ write }) => void write('waivers.yml', `version: 1\nwaivers:\n${text}`),
    })

  it('are read and checked', async () => {
    const end = await withFile('  - { item: x }\n')
    expectInconclusive(end, 'invalid-input')
    expect(end.report.problems.join('\n')).toContain('waivers.yml:3')
  })

  it('are told when they have expired, and never that they matched nothing', async () => {
    const end = await withFile(waiver('old', '2020-01-31') + waiver('good', '2999-12-31'))
    expectWell(end)
    expect(end.report.waivers).toMatchObject({ applied: 0, expired: [{ item: 'old' }], unused: [] })
    expect(saidAs('warning', end)).toContain('The waiver for old')
    for (const shown of [end.summary, end.log]) expect(shown).not.toContain('matched nothing')
  })

  it('that cannot be fetched are policy-unavailable', async () => {
    const rules = [{ when: { operation: 'github.*' as const }, fault: answered(403, 'X') }]
    const end = await validate({
      scenario: { rules },
      event: { name: 'push', payload: {} },
      inputs: { waivers: 'waivers.yml', 'waivers-ref': 'main' },
    })
    expectInconclusive(end, 'policy-unavailable')
  })
})
