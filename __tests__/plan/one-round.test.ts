import { describe, expect, it } from 'vitest'
import { FILE, OTHER_TASK, planConfig, planWith, type Surroundings, TASK, type Values } from './planning.ts'

/** All that can be judged is told in one round, and nothing that only follows from something else. */

const file = (...targets: readonly string[]) => `version: 1\ntargets:\n${targets.join('')}`
/** What the workflow lends to each of these files. */
const LENT: Values = { 'allowed-variables': 'NO', 'allowed-hosts': '127.0.0.1' }
const problemsOf = async (text: string, values: Values = {}, around: Surroundings = {}) =>
  (await planConfig(text, { ...LENT, ...values }, around)).problems
const inFile = (...texts: readonly string[]) => texts.map(text => `${FILE}:${text}`)

const UNSET = 'the variable is not set; allowed: a variable of the step, set by env: in the workflow'
const MODE = '"run" or "query"'
const NO_HOST =
  'may not receive the credentials of this gate; allowed: hosts of the vendor, or hosts in the input allowed-hosts'

describe('one round tells', () => {
  it('what is wrong with the shape, twins, hosts, variables, demands of services, inputs and waivers', async () => {
    const text = `version: 1
targets:
  - { name: a, service: drs, region: cn-north-4, job-ids: [${TASK}], mode: rnu }
  - { name: b, service: drs, region: cn-north-4, job-ids: [${OTHER_TASK}] }
  - { name: b, service: drs, region: cn-north-4, job-ids: [${TASK}] }
  - { name: d, service: oms, endpoint: "https://oms.example.com", job-ids: [np_1] }
  - { name: e, service: ddm, region: cn-north-4, instance-id: i, database: d, request: { a: "\${NO}" } }
  - { name: f, service: ddm, region: cn-north-4, instance-id: i }
`
    const waiver = 'item: x, reason: r, owner: o, expires: 2026-12-31'
    const waivers = `version: 1\nwaivers:\n  - { ${waiver} }\n  - { ${waiver}, status: x }\n  - { ${waiver} }\n`
    const values = { ...LENT, 'timeout-minutes': '0', 'iam-user': 'x', waivers: 'w.yml' }
    const { problems, plan } = await planConfig(text, values, { workspace: { 'w.yml': waivers } })
    expect(plan).toBeNull()
    expect(problems).toEqual([
      'timeout-minutes: "0" is not valid; allowed: over 0 and at most 1440',
      ...inFile(
        `3:105: targets[0].mode is "rnu"; allowed: ${MODE}`,
        '5:13: target name "b" is there twice; allowed: each name once',
        `5:60: task "${TASK}" is there twice; allowed: each task in one target, once`,
        `6:40: target d: endpoint: "oms.example.com" ${NO_HOST}`,
        `7:93: target e: ${UNSET}`,
        '8:5: target f: request: missing; DDM needs the body of the start call (data_nodes, new_shard_number)',
        '8:5: target f: database: missing; it says which schema of the DDM instance to check',
      ),
      'w.yml:4:66: waivers[1].status is "x"; allowed: "warning", "failed" or "any"',
      'w.yml:5:5: waivers[2] is the same as waivers[0]; allowed: each waiver once',
      'iam-user: only half of a credential: iam-password and iam-domain missing; allowed: all of iam-user, iam-password, iam-domain',
    ])
  })

  it('several faults of one target, but not what only a right mode would ask for', async () => {
    const text = file(
      '  - name: a\n    service: ddm\n    mode: start\n    endpoint: https://ddm.example.com\n    jobs: 1\n',
      '    database: d\n    request: { a: "${NO}" }\n',
    )
    expect(await problemsOf(text)).toEqual(
      inFile(
        `5:11: targets[0].mode is "start"; allowed: ${MODE}`,
        `6:15: target a: endpoint: "ddm.example.com" ${NO_HOST}`,
        '7:5: unknown key "jobs" in targets[0]; allowed: name, service, job-ids, mode, precheck-mode, drs-api, project-id, region, endpoint, instance-id, database, request',
        `9:19: target a: ${UNSET}`,
      ),
    )
  })

  it.each<[string, string, readonly string[]]>([
    ['an alias', '{ a: *x, b: "${NO}" }', ['3:93: an alias (*name); allowed: the value itself']],
    ['a tag', '{ a: !x hunter2, b: "${NO}" }', ['3:96: a tag (!name); allowed: plain values']],
    [
      'a key twice',
      '{ a: 1, a: 2, b: "${NO}" }',
      [
        '3:96: a key is there twice; allowed: each key once; put what stands below the second one below the first',
      ],
    ],
    [
      'a number too long',
      '{ a: 12345678901234567890, b: "${NO}" }',
      ['3:93: a number that cannot be kept exactly; allowed: the same in quotes'],
    ],
    [
      'too many levels',
      `{ a: ${'['.repeat(70)}${']'.repeat(70)}, b: "\${NO}" }`,
      ['3:154: nested too deeply; allowed: 64 levels'],
    ],
  ])('a variable that is not set beside %s, which nothing else is said of', async (_, request, expected) => {
    const text = file(
      `  - { name: a, service: ddm, region: cn-north-4, instance-id: i, database: d, request: ${request} }\n`,
    )
    const problems = await problemsOf(text)
    expect(problems.slice(0, -1)).toEqual(inFile(...expected))
    expect(problems.at(-1)).toMatch(new RegExp(`^${FILE}:3:\\d+: target a: the variable is not set;`))
  })

  it('what is wrong elsewhere beside a form that is not allowed, without a guess at what it was meant to be', async () => {
    const text = file(
      '  - { name: &x a, service: drs, region: *x, job-ids: [ !!str 1, a/b ], project-id: 12345678901234567890 }\n',
      '  - { name: b, mode: run, mode: query, service: ddm, region: cn-north-4, instance-id: i, database: d, job-ids: [j] }\n',
      '  - { name: b, service: oms }\n',
    )
    const problems = await problemsOf(text)
    expect(problems.map(problem => problem.replace(/; allowed: .*| needs .*|; OMS .*/, ''))).toEqual(
      inFile(
        '3:16: an anchor (&name)',
        '3:41: an alias (*name)',
        '3:62: a tag (!name)',
        '3:65: targets[0].job-ids[1] is "a/b"',
        '3:84: a number that cannot be kept exactly',
        '4:27: key "mode" is there twice',
        '5:5: target b: job-ids: missing',
        '5:5: target b: endpoint: missing',
        '5:13: target name "b" is there twice',
      ),
    )
  })

  it('what a service asks for beside other faults of its target', async () => {
    const text = file('  - { name: a, service: ddm, region: cn-north-4, jobs: 1, database: "?" }\n')
    expect((await problemsOf(text)).map(problem => problem.replace(/;.*/, ''))).toEqual(
      inFile(
        '3:5: target a: request: missing',
        '3:5: target a: instance-id: missing',
        '3:50: unknown key "jobs" in targets[0]',
        '3:69: targets[0].database is "?"',
      ),
    )
  })

  it('a text that is no YAML alone, as nobody knows what it says', async () => {
    const problems = await problemsOf('version: 2\ntargets: [\n', { mode: 'rnu' })
    expect(problems.map(problem => problem.replace(/: .*/, ''))).toEqual(['mode', `${FILE}:3:1`])
  })
})

describe('nothing is said that only follows from', () => {
  const ddm = (rest: string) =>
    file(`  - { name: a, service: ddm, region: cn-north-4, instance-id: i, database: d, ${rest} }\n`)
  const drs = (rest: string) => file(`  - { name: a, service: drs, ${rest} }\n`)
  const oms = (rest: string) => file(`  - { name: a, service: oms, ${rest} }\n`)
  const here = 'endpoint: "https://127.0.0.1:1"'

  it.each<[string, string, string, Values?]>([
    ['a wrong mode, for DDM with ids', ddm('mode: qurey, job-ids: [j1]'), 'targets[0].mode is "qurey"'],
    ['a wrong mode, for DDM with a request', ddm('mode: rnu, request: {}'), 'targets[0].mode is "rnu"'],
    ['a wrong mode, for OMS', oms(`mode: 7, ${here}, job-ids: [t_1]`), 'targets[0].mode is 7'],
    ['a mode of another kind', ddm('mode: [query], job-ids: [j1]'), 'targets[0].mode is a list'],
    ['a wrong input mode', ddm('job-ids: [j1]'), 'mode: "qurey" is not valid', { mode: 'qurey' }],
    [
      'a wrong service',
      file(`  - { name: a, service: dsr, ${here}, job-ids: [x] }\n`),
      'targets[0].service is "dsr"',
    ],
    [
      'a wrong service, for who may get its credentials',
      file('  - { name: a, service: x, endpoint: "http://evil.example.com" }\n'),
      'targets[0].service is "x"',
    ],
    ['no service', file(`  - { name: a, job-ids: [x] }\n`), '"service" is missing in targets[0]'],
    ['a wrong region', drs(`region: CN, job-ids: [${TASK}]`), 'targets[0].region is "CN"'],
    ['a wrong input region', drs(`job-ids: [${TASK}]`), 'region: "CN" is not valid', { region: 'CN' }],
    [
      'a wrong region, for who needs an STS',
      drs(`region: 7, job-ids: [${TASK}]`),
      'targets[0].region is 7',
      { 'oidc-provider-urn': 'a', 'oidc-agency-urn': 'b' },
    ],
    [
      'a wrong project-id',
      drs(`project-id: a/b, ${here}, job-ids: [${TASK}]`),
      'targets[0].project-id is "a/b"',
    ],
    ['a wrong id', drs('region: cn-north-4, job-ids: [a/b]'), 'targets[0].job-ids[0] is "a/b"'],
    ['ids that are no list', drs(`region: cn-north-4, job-ids: ${TASK}`), 'targets[0].job-ids is'],
    ['ids without a value', drs('region: cn-north-4, job-ids: '), 'targets[0].job-ids is empty'],
    [
      'ids without a value, for OMS',
      oms(`${here}, job-ids: , request: { type: x }`),
      'targets[0].job-ids is',
    ],
    ['a wrong id, for DDM', ddm('mode: query, job-ids: [a/b]'), 'targets[0].job-ids[0] is "a/b"'],
    ['a wrong request, for DDM', ddm('request: [1]'), 'a value in targets[0].request is wrong'],
    ['a wrong request, for OMS', oms(`${here}, request: x`), 'a value in targets[0].request is wrong'],
    ['an endpoint of another kind', oms('endpoint: [x], job-ids: [np_1]'), 'targets[0].endpoint is a list'],
    ['an endpoint that is none', oms('endpoint: x, job-ids: [np_1]'), 'target a: endpoint: not an address'],
    [
      'an endpoint of a target without a region',
      drs(`endpoint: x, project-id: p, job-ids: [${TASK}]`),
      'target a: endpoint: not an address',
    ],
    [
      'a wrong instance-id',
      ddm('request: {}').replace('instance-id: i', 'instance-id: "?"'),
      'targets[0].instance-id is "?"',
    ],
    ['a target that is none', file('  - 7\n'), 'targets[0] is 7'],
    [
      'a wrong host in allowed-hosts',
      oms('endpoint: "https://oms.example.com", job-ids: [np_1]'),
      'allowed-hosts: "https://oms.example.com" is not valid',
      { 'allowed-hosts': 'https://oms.example.com' },
    ],
    [
      'a wrong iam-endpoint, whose host may be trusted',
      drs(`endpoint: "https://drs.example.com", project-id: p, job-ids: [${TASK}]`),
      'iam-endpoint: not an address',
      { 'iam-endpoint': 'drs.example.com' },
    ],
    ['a wrong name', file(`  - { name: 7, service: oms, ${here}, job-ids: [a] }\n`), 'targets[0].name is 7'],
    [
      'a wrong endpoint, for twins',
      file(
        '  - { name: a, service: oms, endpoint: [x], job-ids: [np_1] }\n',
        `  - { name: b, service: oms, ${here}, job-ids: [np_1] }\n`,
      ),
      'targets[0].endpoint is a list',
    ],
    [
      'a wrong mode, for twins',
      file(
        `  - { name: a, service: oms, ${here}, request: { projectId: np_1 } }\n`,
        `  - { name: b, service: oms, ${here}, mode: rnu, request: { projectId: np_1 } }\n`,
      ),
      'targets[1].mode is "rnu"',
    ],
  ])('%s', async (_, text, expected, values = {}) => {
    const { problems, warnings } = await planConfig(text, { ...LENT, ...values })
    expect(problems).toEqual([expect.stringContaining(expected)])
    expect(warnings).toEqual([])
  })

  it('a wrong id among several, which still count', async () => {
    expect(await problemsOf(ddm('mode: query, job-ids: [a/b, j1]'))).toEqual([
      expect.stringContaining('target a: job-ids: 2 ids; DDM with mode query needs exactly one'),
      expect.stringContaining('targets[0].job-ids[0] is "a/b"'),
    ])
    expect(await problemsOf(ddm('job-ids: [a/b], request: {}'))).toEqual([
      expect.stringContaining('target a: job-ids: must be empty for DDM with mode run'),
      expect.stringContaining('targets[0].job-ids[0] is "a/b"'),
    ])
  })

  it('a wrong service beside another target: credentials that it may need are not called needless', async () => {
    const text = file(
      '  - { name: a, service: x }\n',
      `  - { name: b, service: oms, ${here}, job-ids: [np_1] }\n`,
    )
    const { warnings } = await planConfig(text, {
      ...LENT,
      'access-key-id': 'AKIDEXAMPLE',
      'secret-access-key': 'sk',
    })
    expect(warnings.filter(warning => !warning.includes('clear text'))).toEqual([])
  })

  it.each<[string, Values, string]>([
    ['mode', { service: 'ddm', mode: 'qurey', 'job-ids': 'j1' }, 'mode: "qurey"'],
    ['service', { service: 'dds', request: '{a: 1}' }, 'service: "dds"'],
    ['request', { service: 'oms', endpoint: 'http://127.0.0.1:1', request: '[1' }, 'request:1:'],
    ['request', { service: 'oms', endpoint: 'http://127.0.0.1:1', request: '[1]' }, 'request:1:'],
  ])('the input %s', async (_, values, beginning) => {
    const ofDdm = { region: 'cn-north-4', 'instance-id': 'i', database: 'd' }
    const { problems } = await planWith({ ...(values['service'] === 'ddm' ? ofDdm : {}), ...values })
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${beginning}`))])
  })

  it.each<[Values, string]>([
    [{ 'settle-seconds': '1e9' }, 'settle-seconds: "1e9"'],
    [{ 'settle-seconds': '3000', 'timeout-minutes': '-1' }, 'timeout-minutes: "-1"'],
    [{ 'settle-seconds': 'x', 'timeout-minutes': '1' }, 'settle-seconds: "x"'],
  ])('a time that is wrong: %j', async (values, beginning) => {
    const { problems, warnings } = await planConfig(
      drs(`region: cn-north-4, project-id: p, job-ids: [${TASK}]`),
      values,
    )
    expect([problems.length, warnings]).toEqual([1, []])
    expect(problems[0]?.startsWith(beginning)).toBe(true)
  })
})

describe('a file that is wrong elsewhere', () => {
  it('still has the secrets of its requests told, of a request with a fault in it too', async () => {
    const text = `version: 2
targets:
  - { name: hunter2hunter2, service: 7, request: { password: hunter2hunter2, x: *y } }
  - { service: ddm, request: { a: "\${VARIABLE}", b: !tag z } }
`
    const { problems, secrets } = await planConfig(
      text,
      { 'allowed-variables': 'VARIABLE' },
      { environment: { VARIABLE: 'variable-one' } },
    )
    expect(secrets).toEqual([
      ['hunter2hunter2', 'request of target hunter2hunter2'],
      ['variable-one', 'request of targets[1]'],
    ])
    expect(problems.join('\n')).not.toContain('variable-one')
  })

  it.each([
    'hunter2',
    '[hunter2]',
    '{ hunter2: *hunter2 }',
    '{ a: !hunter2 hunter2 }',
    '{ hunter2: 1, hunter2: 1 }',
    '{ "${hunter2}": "${hunter2!}" }',
  ])('quotes nothing of a request: %s', async request => {
    const text = file(`  - { name: 7, service: oms, mode: x, request: ${request} }\n`)
    expect((await problemsOf(text)).join('\n')).not.toContain('hunter2')
  })

  it('does not grow aliases to billions of values', async () => {
    const levels = Array.from({ length: 9 }, (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at}, `.repeat(9)}]`)
    const text = file(`  - { name: a, service: ddm, request: { l0: &l0 [x], ${levels.join(', ')} } }\n`)
    expect((await problemsOf(text)).length).toBeLessThan(60)
  })
})
