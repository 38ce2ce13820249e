import { describe, expect, it } from 'vitest'
import { annotationsOf, type GateEnd, runGate, soon, TASK, verdictOf } from './harness.ts'

const STACK = /^\s+at .+:\d+:\d+/m
const drs = [{ id: TASK, timeline: soon('drs-mysql') }]

/** Each wrong in its own way, with what the message must say is allowed. */
const WRONG = {
  mode: ['start', 'run, query or validate'],
  'precheck-mode': ['forLuck', 'forStartJob or forRetryJob'],
  'drs-api': ['v4', 'v3 or v5'],
  'project-id': ['a/../b', 'letters, digits, _ and -'],
  region: ['CN North', 'lower-case letters, digits and -'],
  endpoint: ['drs.example.com', 'base URL'],
  'job-ids': ['../x', 'letters, digits, _ and -'],
  language: ['german', 'en-us or zh-cn'],
  'timeout-minutes': ['1441', 'at most 1440'],
  'poll-interval-seconds': ['0.05', 'at least 0.1'],
  'settle-seconds': ['soon', 'at least 0.5'],
  'fail-on': ['sometimes', 'failed, warning or never'],
  name: ['-x', 'beginning with a letter or digit'],
  summary: ['short', 'full, findings or off'],
  annotations: ['yes', 'true or false'],
  comment: ['yes', 'never, on-failure or always'],
  'commit-status': ['on', 'true or false'],
  'commit-sha': ['abc', '40 or 64 lower-case hexadecimal digits'],
} as const

function expectRefusal(end: GateEnd): void {
  expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive', reason: 'invalid-input' })
  expect(end.requests).toEqual([])
  expect(end.report.targets).toEqual([])
  expect(end.report.problems.length).toBeGreaterThan(0)
  expect(end.log).not.toMatch(STACK)
}

describe.concurrent('wrong inputs', () => {
  it('are all reported at once, each with its name, its value and what is allowed', async () => {
    const inputs = Object.fromEntries(Object.entries(WRONG).map(([name, [value]]) => [name, value]))
    const end = await runGate({ inputs })
    expectRefusal(end)
    for (const [name, [value, allowed]] of Object.entries(WRONG)) {
      const problem = end.report.problems.find(text => text.startsWith(`${name}:`))
      expect(problem, name).toContain(allowed)
      // An address may hold a password, so a wrong one is never shown.
      if (name !== 'endpoint') expect(problem, name).toContain(value)
      expect(end.summary, name).toContain(name)
      expect(end.log, name).toContain(allowed)
    }
  })

  it.each(Object.entries(WRONG))('%s is refused on its own too', async (name, [value, allowed]) => {
    const end = await runGate({ scenario: { drs }, inputs: { [name]: value } })
    expectRefusal(end)
    expect(end.report.problems.filter(text => text.startsWith(`${name}:`)).join('\n')).toContain(allowed)
  })

  it.each([
    ['no service', { service: '' }, 'service: missing'],
    ['an unknown service', { service: 'rds' }, 'service: "rds"'],
    ['no task', { 'job-ids': ' ,\n# none\n' }, 'job-ids: missing'],
    ['a task twice', { 'job-ids': `${TASK},${TASK}` }, TASK],
    ['a time-out of nothing', { 'timeout-minutes': '0' }, 'timeout-minutes: "0"'],
    ['a number in words', { 'timeout-minutes': 'ten' }, 'timeout-minutes: "ten"'],
    ['a number that is none', { 'poll-interval-seconds': 'NaN' }, 'poll-interval-seconds: "NaN"'],
    ['a settle time that does not fit', { 'timeout-minutes': '1', 'settle-seconds': '60' }, 'settle-seconds'],
    ['plain http to another host', { endpoint: 'http://drs.example.com' }, 'endpoint'],
    ['a comment without a name', { comment: 'always' }, 'name: missing'],
    ['a status without a name', { 'commit-status': 'true' }, 'name: missing'],
  ])('%s is refused', async (_words, inputs, text) => {
    const end = await runGate({ scenario: { drs }, inputs })
    expectRefusal(end)
    expect(end.report.problems.join('\n')).toContain(text)
  })

  it('never show the password in an address', async () => {
    const end = await runGate({ inputs: { endpoint: 'https://user:hunter2hunter2@drs.example.com' } })
    expectRefusal(end)
    for (const text of [end.log, end.summary, end.reportText, end.junit])
      expect(text).not.toContain('hunter2')
  })

  it('as a name are replaced by precheck for the report folder', async () => {
    const end = await runGate({ inputs: { name: '../../evil' } })
    expectRefusal(end)
    expect(end.outputs['report-json']).toMatch(/precheck-gate[/\\]precheck[/\\]report\.json$/)
    expect(end.report.gate.name).toBe('precheck')
  })
})

describe.concurrent('a misspelt input', () => {
  it('is refused, because the default of the right one would be in force', async () => {
    const end = await runGate({ scenario: { drs }, inputs: { fail_on: 'warning', job_name: 'x' } })
    expectRefusal(end)
    expect(end.report.problems).toEqual([
      '"fail_on": no input of this action; fail-on is not set; allowed: fail-on',
    ])
  })
})

describe.concurrent('no inputs at all', () => {
  it('end with what is missing and what is allowed', async () => {
    const end = await runGate({ connected: false })
    expectRefusal(end)
    expect(end.report.problems.join('\n')).toMatch(/service: missing.*drs/)
    expect(annotationsOf(end)[0]).toMatchObject({ level: 'error', title: 'Pre-check inconclusive: precheck' })
    expect(end.outputs).toMatchObject({ 'total-count': '0', 'failed-items': '[]', 'precheck-ids': '{}' })
  })
})

describe.concurrent('an input that has no meaning for any target', () => {
  it('is a warning and stops nothing', async () => {
    const end = await runGate({
      scenario: { drs },
      inputs: { database: 'orders', 'oms-user': 'admin', 'oms-password': 'pass-word-1' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    const warnings = annotationsOf(end)
      .filter(({ level }) => level === 'warning')
      .map(({ message }) => message)
    for (const name of ['database', 'oms-user', 'oms-password']) {
      expect(warnings.filter(text => text.startsWith(`${name}:`))).toHaveLength(1)
    }
  })

  it('as a DRS task id of an unusual shape is a warning too', async () => {
    const id = 'jb101'
    const end = await runGate({
      scenario: { drs: [{ id, timeline: soon('drs-mysql') }] },
      inputs: { 'job-ids': id },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(
      annotationsOf(end)
        .filter(({ level }) => level === 'warning')
        .map(({ message }) => message)
        .join(),
    ).toContain(id)
  })
})
