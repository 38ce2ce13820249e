import { describe, expect, it } from 'vitest'
import { DDM, FILE, OTHER_TASK, planConfig, TASK, type Values } from './planning.ts'

const drs = (rest: string, name = 'a') =>
  `  - name: ${name}\n    service: drs\n    region: cn-north-4\n    job-ids: [${TASK}]\n    ${rest}\n`
const file = (...targets: readonly string[]) => `version: 1\ntargets:\n${targets.join('')}`
const KEYS_OF_TARGET =
  'name, service, job-ids, mode, precheck-mode, project-id, region, endpoint, instance-id, database, request'

const problemsOf = async (text: string, values: Values = {}, environment = {}) =>
  (await planConfig(text, values, { environment })).problems

describe('a config file', () => {
  const text = file(
    '  - name: orders-mysql\n    service: drs\n    region: cn-north-4\n',
    `    job-ids: [ ${TASK}, { id: ${OTHER_TASK}, label: orders archive } ]\n`,
    '  - name: orders-shards\n    service: ddm\n    instance-id: in09\n    database: orders\n    request: { a: "1" }\n',
    '  - name: erp\n    service: oms\n    endpoint: https://oms.example.com:8089\n    mode: query\n    job-ids: [t_57p]\n',
  )

  it('becomes targets of several services, with labels, in the order of the file', async () => {
    const { plan, problems, warnings } = await planConfig(text, {
      'allowed-hosts': 'oms.example.com',
      region: 'cn-east-3',
    })
    expect([problems, warnings]).toEqual([[], []])
    const facts = plan?.targets.map(({ connect, endpoint, ...target }) => ({
      ...target,
      endpoint: endpoint.href,
    }))
    expect(facts).toEqual([
      {
        name: 'orders-mysql',
        service: 'drs',
        mode: 'run',
        endpoint: 'https://drs.cn-north-4.myhuaweicloud.com/',
        tasks: [
          { id: TASK, label: null },
          { id: OTHER_TASK, label: 'orders archive' },
        ],
        credential: 'huawei-cloud',
        projectId: null,
        region: 'cn-north-4',
      },
      {
        name: 'orders-shards',
        service: 'ddm',
        mode: 'run',
        endpoint: 'https://ddm.cn-east-3.myhuaweicloud.com/',
        tasks: [{ id: 'in09/orders', label: null }],
        credential: 'huawei-cloud',
        projectId: null,
        region: 'cn-east-3',
      },
      {
        name: 'erp',
        service: 'oms',
        mode: 'query',
        endpoint: 'https://oms.example.com:8089/',
        tasks: [{ id: 't_57p', label: null }],
        credential: 'oms',
        projectId: null,
        region: null,
      },
    ])
  })

  it('takes mode, project-id and region from the inputs where a target says nothing', async () => {
    const two = file(drs('mode: run\n    project-id: own'), '  - { name: b, service: drs, job-ids: [x] }\n')
    const { plan } = await planConfig(two, { mode: 'query', region: 'cn-north-4', 'project-id': 'p1' })
    expect(plan?.targets.map(({ mode, region, projectId }) => [mode, region, projectId])).toEqual([
      ['run', 'cn-north-4', 'own'],
      ['query', 'cn-north-4', 'p1'],
    ])
  })

  it('does not use a project-id of input or environment for a target of another region', async () => {
    const two = file(drs('mode: run'), '  - { name: b, service: drs, region: cn-east-3, job-ids: [x] }\n')
    const expected = ['p1', null]
    const byInput = await planConfig(two, { region: 'cn-north-4', 'project-id': 'p1' })
    expect(byInput.plan?.targets.map(({ projectId }) => projectId)).toEqual(expected)
    const environment = { HUAWEI_CLOUD_REGION: 'cn-north-4', HUAWEI_CLOUD_PROJECT_ID: 'p1' }
    const byEnvironment = await planConfig(two, {}, { environment })
    expect(byEnvironment.plan?.targets.map(({ projectId }) => projectId)).toEqual(expected)
  })

  it.each(['service', 'endpoint', 'job-ids', 'instance-id', 'database', 'request'] as const)(
    'contradicts the input %s',
    async name => {
      const values = { ...DDM, endpoint: 'https://ddm.example.com', 'job-ids': 'x' }
      expect(await problemsOf(file(drs('mode: run')), { [name]: values[name] ?? '' })).toEqual([
        `${name}: must not stand beside config; allowed: put it into the config file`,
      ])
    },
  )
})

describe('a config file is refused, with file, line and column, for', () => {
  it.each<[string, string, readonly string[]]>([
    ['nothing in it', '', ['1:1: the file is empty; allowed: a mapping of keys to values']],
    [
      'no targets',
      'version: 1\n',
      ['1:1: "targets" is missing; allowed: a list with 1 or more entries (at least one target)'],
    ],
    [
      'an empty list',
      'version: 1\ntargets: []\n',
      ['2:10: targets is an empty list; allowed: a list with 1 or more entries (at least one target)'],
    ],
    [
      'another version',
      'version: 2\ntargets:\n  - { name: a, service: oms }\n',
      ['1:10: version is 2; allowed: 1'],
    ],
    [
      'an unknown key at the top',
      `${file(drs('mode: run'))}waivers: w.yml\n`,
      ['8:1: unknown key "waivers"; allowed: version, targets'],
    ],
    [
      'an unknown key in a target',
      file(drs('jobs: [x]')),
      [`7:5: unknown key "jobs" in targets[0]; allowed: ${KEYS_OF_TARGET}`],
    ],
    [
      'a credential in a target',
      file(drs('iam-password: hunter2')),
      [`7:5: unknown key "iam-password" in targets[0]; allowed: ${KEYS_OF_TARGET}`],
    ],
    [
      'an unknown key in a job',
      file(drs('mode: run').replace(TASK, `{ id: x, name: y }`)),
      ['6:24: unknown key "name" in targets[0].job-ids[0]; allowed: id, label'],
    ],
    [
      'an unknown service',
      'version: 1\ntargets:\n  - { name: a, service: DRS }\n',
      ['3:25: targets[0].service is "DRS"; allowed: "drs", "ddm" or "oms"'],
    ],
    [
      'no name',
      'version: 1\ntargets:\n  - service: drs\n',
      [
        '3:5: "name" is missing in targets[0]; allowed: text (1 to 100 characters on one line, without blanks at either end)',
      ],
    ],
    [
      'a name of two lines',
      'version: 1\ntargets:\n  - { name: "a\\nb", service: oms }\n',
      [
        '3:13: targets[0].name is "a\\nb"; allowed: text (1 to 100 characters on one line, without blanks at either end)',
      ],
    ],
    [
      'a number as name',
      'version: 1\ntargets:\n  - { name: 7, service: oms }\n',
      [
        '3:13: targets[0].name is 7; allowed: text (1 to 100 characters on one line, without blanks at either end)',
      ],
    ],
    [
      'a wrong mode',
      file(drs('mode: start')),
      ['7:11: targets[0].mode is "start"; allowed: "run" or "query"'],
    ],
    [
      'a wrong precheck-mode',
      file(drs('precheck-mode: start')),
      ['7:20: targets[0].precheck-mode is "start"; allowed: "forStartJob" or "forRetryJob"'],
    ],
    [
      'a wrong project-id',
      file(drs('project-id: a/b')),
      ['7:17: targets[0].project-id is "a/b"; allowed: text (1 to 64 letters, digits, _ and -)'],
    ],
    [
      'a number as project-id',
      file(drs('project-id: 12')),
      ['7:17: targets[0].project-id is 12; allowed: text (1 to 64 letters, digits, _ and -)'],
    ],
    [
      'a wrong region',
      file(drs('mode: run').replace('cn-north-4', 'CN')),
      ['5:13: targets[0].region is "CN"; allowed: text (2 to 32 lower-case letters, digits and -)'],
    ],
    [
      'one id instead of a list',
      file(drs('mode: run').replace(`[${TASK}]`, TASK)),
      [`6:14: targets[0].job-ids is "${TASK}"; allowed: a list (a list of ids, or of { id, label })`],
    ],
    [
      'a wrong id',
      file(drs('mode: run').replace(TASK, 'a/b')),
      [
        '6:15: targets[0].job-ids[0] is "a/b"; allowed: text (1 to 64 letters, digits, _ and -) or a mapping of keys to values',
      ],
    ],
    [
      'a job without an id',
      file(drs('mode: run').replace(TASK, '{ label: x }')),
      ['6:15: "id" is missing in targets[0].job-ids[0]; allowed: text (1 to 64 letters, digits, _ and -)'],
    ],
    [
      'a list as request',
      file(drs('request: [1]')),
      [
        '7:14: a value in targets[0].request is wrong; allowed: a mapping of keys to values (the body of the start call, as the API documents it)',
      ],
    ],
    [
      'a list as endpoint',
      file(drs('endpoint: [1]')),
      [
        '7:15: targets[0].endpoint is a list; allowed: text (a base URL such as https://oms.example.com:8089)',
      ],
    ],
    [
      'an address that is none',
      file(drs('endpoint: drs.example.com')),
      [
        '7:15: target a: endpoint: not an address; allowed: a base URL such as https://drs.cn-north-4.myhuaweicloud.com',
      ],
    ],
  ])('%s', async (_, text, expected) => {
    const { problems, plan } = await planConfig(text)
    expect(plan).toBeNull()
    expect(problems).toEqual(expected.map(problem => `${FILE}:${problem}`))
  })

  it('what a service finds wrong with a target, at the key or, where it is missing, at the target', async () => {
    const text = `version: 1
targets:
  - name: a
    service: drs
    job-ids: []
    region: cn-north-4
  - name: b
    service: ddm
    database: orders
    job-ids: [j1]
    project-id: p1
  - name: c
    service: oms
    job-ids: [np_1]
    request:
      projectId: np_2
  - name: d
    service: oms
    endpoint: http://127.0.0.1
    request: { name: 5 }
`
    expect(await problemsOf(text)).toEqual([
      `${FILE}:5:14: target a: job-ids: missing; DRS needs at least one task id`,
      `${FILE}:10:14: target b: job-ids: must be empty for DDM with mode run; the pre-check gets its id when it starts`,
      `${FILE}:7:5: target b: request: missing; DDM needs the body of the start call (data_nodes, new_shard_number)`,
      `${FILE}:7:5: target b: instance-id: missing; it says which DDM instance the schema is on`,
      `${FILE}:7:5: target b: region: missing; without it there is no default address, so give region (for instance cn-north-4) or endpoint`,
      `${FILE}:16:7: target c: request: projectId is given beside job-ids; leave one of them out`,
      `${FILE}:12:5: target c: endpoint: missing; OMS has no default address, so give its base URL, such as http://oms.example.com:8089`,
      `${FILE}:20:14: target d: request: needs projectId or name (a text), or job-ids beside it, to tell what is pre-checked`,
    ])
  })

  it('and so are the warnings of a service', async () => {
    const { warnings } = await planConfig(file(drs('mode: run').replace(TASK, `${TASK}, jb101`)))
    expect(warnings).toEqual([
      `${FILE}:6:14: target a: job-ids: jb101 does not look like a DRS task id (8-4-4-4-12 characters)`,
    ])
  })

  it('many things at once, in the order of the file', async () => {
    const text =
      'version: 2\ntargets:\n  - { name: a, service: x, mode: y }\n  - { service: drs, region: Z, job: 1 }\nother: 1\n'
    const places = (await problemsOf(text)).map(problem => problem.split(' ')[0])
    expect(places).toEqual(
      ['1:10:', '3:25:', '3:34:', '4:5:', '4:29:', '4:32:', '5:1:'].map(at => `${FILE}:${at}`),
    )
  })

  it('and the inputs are looked at all the same', async () => {
    const problems = await problemsOf('version: 1\n', {
      mode: 'start',
      'timeout-minutes': '0',
      'iam-user': 'x',
    })
    expect(problems.map(text => text.split(' ')[0])).toEqual([
      'timeout-minutes:',
      'mode:',
      `${FILE}:1:1:`,
      'iam-user:',
    ])
  })
})

describe('twins in a config file', () => {
  const oms = (name: string, rest: string) =>
    `  - { name: ${name}, service: oms, endpoint: "http://127.0.0.1:1", ${rest} }\n`
  const twice = (id: string) => `task "${id}" is there twice; allowed: each task in one target, once`

  it.each<[string, string, readonly string[], Values?]>([
    [
      'two targets of one name',
      file(drs('mode: run'), drs('mode: run').replace(TASK, OTHER_TASK)),
      ['8:11: target name "a" is there twice; allowed: each name once'],
    ],
    ['one task in two targets', file(drs('mode: run'), drs('mode: run', 'b')), [`11:15: ${twice(TASK)}`]],
    [
      'one task twice in one target',
      file(drs('mode: run').replace(TASK, `${TASK}, { id: ${TASK}, label: x }`)),
      [`6:53: ${twice(TASK)}`],
    ],
    [
      'one task, once with its region by the input',
      file(drs('mode: run'), `  - { name: b, service: drs, job-ids: [${TASK}] }\n`),
      [`8:40: ${twice(TASK)}`],
      { region: 'cn-north-4' },
    ],
    [
      'one task, said to be in two regions',
      file(drs('mode: run'), drs('mode: run', 'b').replace('north', 'east')),
      [`11:15: ${twice(TASK)}`],
    ],
    [
      'one task, once by an endpoint',
      file(drs('mode: run'), drs('endpoint: "http://127.0.0.1:1"', 'b')),
      [`11:15: ${twice(TASK)}`],
    ],
    [
      'one task at one endpoint, written in two ways',
      file(oms('a', 'job-ids: [np_1]'), oms('b', 'job-ids: [np_1]').replace(':1"', ':1/"')),
      [`4:73: ${twice('np_1')}`],
    ],
    [
      'one DDM schema',
      file(
        '  - { name: a, service: ddm, instance-id: i, database: d, request: {}, region: cn-north-4 }\n',
        '  - { name: b, service: ddm, instance-id: i, database: d, request: {}, region: cn-north-4 }\n',
      ),
      ['4:56: database "d" of this instance is there twice; allowed: each in one target'],
    ],
    [
      'one OMS project, once by its request',
      file(oms('a', 'job-ids: [np_1]'), oms('b', 'request: { projectId: np_1 }')),
      ['4:71: target b: request: names a task of target "a" too; allowed: each task in one target'],
    ],
    [
      'one OMS project, twice by requests',
      file(oms('a', 'request: { name: orders }'), oms('b', 'request: { projectId: orders }')),
      ['4:71: target b: request: names a task of target "a" too; allowed: each task in one target'],
    ],
  ])('are refused: %s', async (_, text, expected, values = {}) => {
    expect(await problemsOf(text, values)).toEqual(expected.map(problem => `${FILE}:${problem}`))
  })

  it.each<[string, string]>([
    [
      'the same id on two OMS',
      file(oms('a', 'job-ids: [np_1]'), oms('b', 'job-ids: [np_1]').replace(':1"', ':2"')),
    ],
    ['the same id for two services', file(drs('mode: run'), oms('b', `job-ids: [${TASK}]`))],
    [
      'two schemas of one instance',
      file(
        '  - { name: a, service: ddm, instance-id: i, database: d, request: {}, region: cn-north-4 }\n',
        '  - { name: b, service: ddm, instance-id: i, database: e, request: {}, region: cn-north-4 }\n',
      ),
    ],
  ])('are none: %s', async (_, text) => {
    expect(await problemsOf(text)).toEqual([])
  })
})
