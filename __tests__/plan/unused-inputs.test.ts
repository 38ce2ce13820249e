import { describe, expect, it } from 'vitest'
import { DDM, DRS, KEYS, OMS, planConfig, planWith, TASK, type Values } from './planning.ts'

const IAM_USER = { 'iam-user': 'robot', 'iam-password': 'password-1', 'iam-domain': 'acme' }
const OIDC = { 'oidc-provider-urn': 'iam::1:oidcProvider:github', 'oidc-agency-urn': 'iam::1:agency:gate' }

/** Values that are good where the input has a meaning. */
const VALUES: Values = {
  'precheck-mode': 'forRetryJob',
  'drs-api': 'v5',
  'project-id': 'p1',
  region: 'cn-north-4',
  'instance-id': 'in09',
  database: 'orders',
  request: '{name: a}',
  'settle-seconds': '5',
}

describe('an input that no target uses is a warning', () => {
  it.each<[string, Values, readonly string[]]>([
    ['drs with mode run', { ...DRS, 'drs-api': 'v3' }, ['instance-id', 'database', 'request']],
    [
      'drs with mode query',
      { ...DRS, 'drs-api': 'v3', mode: 'query' },
      ['precheck-mode', 'instance-id', 'database', 'request', 'settle-seconds'],
    ],
    ['drs with mode run and drs-api v5', DRS, ['instance-id', 'database', 'request', 'settle-seconds']],
    [
      'drs with mode query and drs-api v5',
      { ...DRS, mode: 'query', 'job-ids': `${TASK}:q` },
      ['precheck-mode', 'instance-id', 'database', 'request', 'settle-seconds'],
    ],
    ['ddm with mode run', DDM, ['precheck-mode', 'drs-api']],
    [
      'ddm with mode query',
      { ...DDM, mode: 'query', 'job-ids': 'j' },
      ['precheck-mode', 'drs-api', 'request'],
    ],
    [
      'oms with mode run',
      OMS,
      ['precheck-mode', 'drs-api', 'project-id', 'region', 'instance-id', 'database', 'settle-seconds'],
    ],
    [
      'oms with mode query',
      { ...OMS, mode: 'query' },
      [
        'precheck-mode',
        'drs-api',
        'project-id',
        'region',
        'instance-id',
        'database',
        'request',
        'settle-seconds',
      ],
    ],
  ])('for %s', async (words, values, unused) => {
    const { problems, warnings } = await planWith({ ...VALUES, ...values })
    expect(problems).toEqual([])
    const usual = warnings.filter(text => !text.startsWith('job-ids: '))
    expect(usual).toEqual(unused.map(name => `${name}: is set, but has no meaning for ${words}`))
  })

  it.each<[string, Values, readonly string[]]>([
    ['keys for OMS', { ...OMS, ...KEYS }, Object.keys(KEYS)],
    [
      'an OMS user for DRS',
      { ...DRS, ...KEYS, 'oms-user': 'a', 'oms-password': 'b' },
      ['oms-user', 'oms-password'],
    ],
    ['keyless for OMS, which needs no STS then', { ...OMS, ...OIDC }, Object.keys(OIDC)],
    [
      'IAM and STS for OMS',
      { ...OMS, 'iam-endpoint': 'https://a', 'sts-endpoint': 'https://a' },
      ['iam-endpoint', 'sts-endpoint'],
    ],
  ])('for credentials of the other kind: %s', async (_, values, unused) => {
    const { problems, warnings } = await planWith(values)
    expect(problems).toEqual([])
    expect(warnings.map(text => text.split(':')[0])).toEqual(unused)
  })

  it.each<[string, Values, string]>([
    ['config-ref', { 'config-ref': 'main' }, 'config'],
    ['allowed-hosts', { 'allowed-hosts': 'a.example.com' }, 'config'],
    ['waivers-ref', { 'waivers-ref': 'main' }, 'waivers'],
    ['commit-sha', { 'commit-sha': '0'.repeat(40) }, 'commit-status'],
  ])('for %s alone', async (name, values, needed) => {
    const { warnings } = await planWith({ ...DRS, ...KEYS, ...values })
    expect(warnings).toEqual([`${name}: is set, but has no meaning without ${needed}`])
  })

  it('for an address to sign in at where nobody signs in', async () => {
    const endpoints = { 'iam-endpoint': 'https://iam.example.com', 'sts-endpoint': 'https://sts.example.com' }
    const names = async (values: Values) =>
      (await planWith({ ...DRS, ...endpoints, ...values })).warnings.map(text => text.split(':')[0])
    expect(await names(KEYS)).toEqual(['iam-endpoint', 'sts-endpoint'])
    expect(await names({ ...KEYS, 'project-id': '' })).toEqual(['sts-endpoint'])
    expect(await names(IAM_USER)).toEqual(['sts-endpoint'])
    expect(await names(OIDC)).toEqual(['iam-endpoint'])
    expect(await names({ ...OIDC, 'project-id': '' })).toEqual([])
  })

  it.each<[Values, boolean]>([
    [{ 'project-id': 'p1' }, true],
    [{ 'project-id': '', region: 'cn-east-3' }, true],
    [{ 'project-id': '', region: 'cn-north-4' }, false],
    [{ 'project-id': 'p1', 'iam-user': 'u', 'iam-password': 'p', 'iam-domain': 'd' }, false],
  ])('project-name is one where nothing is looked up by it: %j', async (values, isUnused) => {
    const around = 'iam-user' in values ? {} : KEYS
    const { warnings } = await planWith({ ...DRS, ...around, ...values, 'project-name': 'cn-north-4_dev' })
    expect(warnings.map(text => text.split(':')[0])).toEqual(isUnused ? ['project-name'] : [])
  })

  it('but none of the defaults is', async () => {
    for (const values of [DRS, DDM, OMS]) expect((await planWith(values)).warnings).toEqual([])
  })
})

describe('beside a config file', () => {
  const text = `version: 1
targets:
  - name: a
    service: drs
    region: cn-north-4
    job-ids: [${TASK}]
    database: orders
    request: { password: hunter2hunter2 }
  - name: b
    service: oms
    endpoint: http://127.0.0.1:1
    mode: query
    job-ids: [t_1]
    precheck-mode: forStartJob
`

  it('a key that its own target does not use is a warning with its place', async () => {
    const { problems, warnings } = await planConfig(text, { 'allowed-hosts': '127.0.0.1' })
    expect(problems).toEqual([])
    expect(warnings.filter(warning => !warning.includes('clear text'))).toEqual([
      'ci/gate.yml:7:15: target a: database: is set, but has no meaning for drs with mode run',
      'ci/gate.yml:8:14: target a: request: is set, but has no meaning for drs with mode run',
      'ci/gate.yml:14:20: target b: precheck-mode: is set, but has no meaning for oms with mode query',
    ])
  })

  it('an input that one of the targets uses is none', async () => {
    const { warnings } = await planConfig(text, { 'precheck-mode': 'forRetryJob', 'settle-seconds': '5' })
    expect(warnings.filter(warning => /^(precheck-mode|settle)/.test(warning))).toEqual([])
  })

  it('an input that is refused is not called unused on top', async () => {
    const { problems, warnings } = await planConfig(text, {
      'instance-id': 'in09',
      'allowed-hosts': '127.0.0.1',
    })
    expect(problems).toEqual([
      'instance-id: must not stand beside config; allowed: put it into the config file',
    ])
    expect(warnings.filter(warning => warning.startsWith('instance-id'))).toEqual([])
  })
})
