import { describe, expect, it } from 'vitest'
import { METHODS } from '../../src/identity/methods.ts'
import { type InputName, Inputs, inputNames, secretInputs } from '../../src/plan/inputs.ts'
import { DDM, DRS, KEYS, listOfServices, planWith, TASK, type Values } from './planning.ts'

const ID = '1 to 64 letters, digits, _ and -'
const SHA = '6dcb09b5b57875f334f61aebed695e2e4193db5e'

interface Rule {
  readonly allowed: string
  readonly good: readonly string[]
  readonly bad: readonly string[]
  /** What else has to be set for the input to be looked at. */
  readonly beside?: Values
}

const DDM_ALONE: Values = { ...DDM, 'job-ids': '' }

/** Every input with a closed rule: what it takes, to its very edges, and what it refuses. */
const RULES: Readonly<Partial<Record<InputName, Rule>>> = {
  service: { allowed: listOfServices(''), good: ['drs'], bad: ['DRS', 'rds', 'drs ddm'] },
  mode: {
    allowed: 'run, query or validate',
    good: ['run', 'query', 'validate'],
    bad: ['Run', 'start', 'run,query'],
  },
  'precheck-mode': {
    allowed: 'forStartJob or forRetryJob',
    good: ['forStartJob', 'forRetryJob'],
    bad: ['forstartjob', 'retry'],
  },
  'drs-api': { allowed: 'v3 or v5', good: ['v3', 'v5'], bad: ['V5', '5', 'v4', 'v3,v5'] },
  'project-id': {
    allowed: ID,
    good: ['a', '0', '_', '-', 'A'.repeat(64), '054ba152d480d55b2f5dc0069e7ddef0'],
    bad: ['a'.repeat(65), 'a b', 'a/b', '..', 'a%2Fb', 'ä', 'a.b', 'a\nb'],
  },
  'instance-id': {
    allowed: ID,
    good: ['in09', 'x'.repeat(64)],
    bad: ['x'.repeat(65), 'a/../b'],
    beside: DDM_ALONE,
  },
  database: {
    allowed: ID,
    good: ['orders_db', 'a-b'],
    bad: ['orders.db', 'orders db', '`x`'],
    beside: DDM_ALONE,
  },
  'job-ids': { allowed: ID, good: [TASK, 'x'.repeat(64)], bad: ['x'.repeat(65), '../x', 'a;b', 'a#b', 'é'] },
  region: {
    allowed: '2 to 32 lower-case letters, digits and -',
    good: ['cn', 'cn-north-4', 'a'.repeat(32), '0-'],
    bad: ['c', 'a'.repeat(33), 'CN-north-4', 'cn_north', 'cn.north', 'cn north'],
  },
  language: { allowed: 'en-us or zh-cn', good: ['en-us', 'zh-cn'], bad: ['en', 'EN-US', 'zh'] },
  'timeout-minutes': {
    allowed: 'over 0 and at most 1440',
    good: ['30', '1440', '1440.0', '0.5', '0.000000001', '007'],
    bad: [
      '0',
      '0.0',
      '1440.000001',
      '1441',
      '-1',
      '+1',
      '1e2',
      '0x10',
      'ten',
      'NaN',
      'Infinity',
      'auto',
      '5m',
      '1,5',
    ],
  },
  'poll-interval-seconds': {
    allowed: 'auto, or at least 0.1 seconds',
    good: ['auto', '0.1', '10', '86401'],
    bad: ['0', '0.09', '0.0999999', '-5', 'Auto', 'fast', '1e3', '.5', '5.'],
  },
  'settle-seconds': {
    allowed: 'auto, or at least 0.5 seconds',
    good: ['auto', '0.5', '120', '1799.9'],
    bad: ['0', '0.49', '-1', 'AUTO', 'off'],
  },
  'fail-on': {
    allowed: 'failed, warning or never',
    good: ['failed', 'warning', 'never'],
    bad: ['Failed', 'always'],
  },
  summary: { allowed: 'full, findings or off', good: ['full', 'findings', 'off'], bad: ['none', 'FULL'] },
  annotations: {
    allowed: 'true or false',
    good: ['true', 'True', 'TRUE', 'false', 'False', 'FALSE'],
    bad: ['yes', 'no', '1', '0', 'tRue', 'on'],
  },
  'commit-status': {
    allowed: 'true or false',
    good: ['true', 'false'],
    bad: ['yes', 'always'],
    beside: { name: 'gate' },
  },
  comment: {
    allowed: 'never, on-failure or always',
    good: ['never', 'on-failure', 'always'],
    bad: ['true', 'Always'],
    beside: { name: 'gate' },
  },
  'commit-sha': {
    allowed: '40 or 64 lower-case hexadecimal digits',
    good: [SHA, '0'.repeat(40), 'ab'.repeat(32)],
    bad: [
      SHA.slice(1),
      `${SHA}0`,
      'a'.repeat(63),
      'a'.repeat(65),
      'A'.repeat(64),
      SHA.toUpperCase(),
      'main',
      'g'.repeat(40),
      '../../../etc',
    ],
    beside: { name: 'gate', 'commit-status': 'true' },
  },
  name: {
    allowed: '1 to 64 letters, digits, ., _ and -, beginning with a letter or digit',
    good: ['a', '0', 'orders-mysql.v2_x', 'a'.repeat(64)],
    bad: ['a'.repeat(65), '-a', '.a', '_a', 'a b', 'a/b', '../a', 'ä', 'a\nb'],
  },
}

const cases = (kind: 'good' | 'bad') =>
  Object.entries(RULES).flatMap(([name, rule]) => rule[kind].map(value => [name, value, rule] as const))

describe('an input', () => {
  it.each(cases('good'))('%s may be %j', async (name, value, { beside }) => {
    const { problems, plan } = await planWith({ ...DRS, ...KEYS, ...beside, [name]: value })
    expect(problems).toEqual([])
    expect(plan).not.toBeNull()
  })

  it.each(cases('bad'))(
    '%s may not be %j; the message says so and what is allowed',
    async (name, value, rule) => {
      const { problems, plan } = await planWith({ ...DRS, ...KEYS, ...rule.beside, [name]: value })
      expect(plan).toBeNull()
      const [problem = '', ...more] = problems.filter(text => text.startsWith(`${name}:`))
      expect(more).toEqual([])
      expect(problem).toContain(JSON.stringify(value.trim().slice(0, 64)).slice(1, -1))
      expect(problem.endsWith(`; allowed: ${rule.allowed}`)).toBe(true)
      expect(problems).toEqual([problem])
    },
  )

  it('that is wrong does not hide the others: all problems come together', async () => {
    const wrong = Object.entries(RULES).map(([name, { bad }]) => [name, bad[0] ?? ''] as const)
    const { problems, plan } = await planWith({
      ...Object.fromEntries(wrong),
      request: '[1]',
      'iam-endpoint': 'iam',
      'iam-user': 'robot',
      waivers: 'nowhere.yml',
      'ca-certificate': 'nowhere.pem',
    })
    expect(plan).toBeNull()
    const places = problems.map(text => /^[^:, ]+/.exec(text)?.[0]).toSorted()
    const expected = [
      ...wrong.map(([name]) => name),
      'request',
      'iam-endpoint',
      'iam-user',
      'waivers',
      'ca-certificate',
    ]
    expect(places).toEqual(expected.toSorted())
  })

  it('of blanks only is not set', async () => {
    const blank = Object.fromEntries(inputNames().map(name => [name, '  \n ']))
    const { problems } = await planWith(blank)
    expect(problems).toEqual([
      `service: missing; it says which service runs the pre-check; allowed: ${listOfServices('')}; or config, a file with several targets`,
    ])
    const inputs = new Inputs(name => blank[name] ?? '')
    expect(inputNames().filter(name => inputs.given(name) !== null)).toEqual([])
    for (const [name, value] of [
      ['service', ''],
      ['mode', 'run'],
      ['timeout-minutes', '30'],
    ] as const)
      expect([inputs.get(name), inputs.isSet(name)]).toEqual([value, false])
  })

  it('is secret if it is a key, a token or a password, and no other', () => {
    const known = [
      'access-key-id',
      'auth-token',
      'github-token',
      'iam-password',
      'oms-password',
      'secret-access-key',
      'security-token',
    ]
    expect(secretInputs()).toEqual(expect.arrayContaining(known))
    // What is added later says itself that it is secret, and has to where its name says so.
    const declared = METHODS.flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([name, { secret }]) => (secret ? [name] : [])),
    )
    expect(secretInputs().toSorted()).toEqual(['github-token', ...declared].toSorted())
    const silent = inputNames().filter(name => !secretInputs().some(secret => secret === name))
    expect(silent.filter(name => /(?:key|token|password|secret)(?:-id)?$/.test(name))).toEqual([])
    expect(secretInputs().filter(name => /(?:user|domain|urn|region|endpoint)$/.test(name))).toEqual([])
  })
})
