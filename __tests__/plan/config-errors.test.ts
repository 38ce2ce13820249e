import { describe, expect, it } from 'vitest'
import { FILE, listOfServices, planConfig, TASK, type Values } from './planning.ts'

const drs = (rest: string, name = 'a') =>
  `  - name: ${name}\n    service: drs\n    region: cn-north-4\n    job-ids: [${TASK}]\n    ${rest}\n`
const file = (...targets: readonly string[]) => `version: 1\ntargets:\n${targets.join('')}`
const KEYS_OF_TARGET =
  'name, service, job-ids, mode, precheck-mode, drs-api, project-id, region, endpoint, instance-id, database, request'

const problemsOf = async (text: string, values: Values = {}) => (await planConfig(text, values)).problems

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
      file(drs('mode: run')).replace('version: 1', 'version: 2'),
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
      [`3:25: targets[0].service is "DRS"; allowed: ${listOfServices('"')}`],
    ],
    [
      'no name',
      file(drs('mode: run'))
        .replace('name: a', 'mode: run')
        .replace(/ {4}mode: run\n$/, ''),
      [
        '3:5: "name" is missing in targets[0]; allowed: text (1 to 100 characters on one line, without blanks at either end)',
      ],
    ],
    [
      'a name of two lines',
      file(drs('mode: run', '"a\\nb"')),
      [
        '3:11: targets[0].name is "a\\nb" (character 2 is U+000A, which cannot be seen); allowed: text (1 to 100 characters on one line, without blanks at either end)',
      ],
    ],
    [
      'a number as name',
      file(drs('mode: run', '7')),
      [
        '3:11: targets[0].name is 7; allowed: text (1 to 100 characters on one line, without blanks at either end)',
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
    expect(await problemsOf(text, { 'allowed-hosts': '127.0.0.1' })).toEqual([
      `${FILE}:5:14: target a: job-ids: missing; DRS needs at least one task id`,
      `${FILE}:7:5: target b: request: missing; DDM needs the body of the start call (data_nodes, new_shard_number)`,
      `${FILE}:7:5: target b: instance-id: missing; it says which DDM instance the schema is on`,
      `${FILE}:7:5: target b: region: missing; without it there is no default address, so give region (for instance cn-north-4) or endpoint`,
      `${FILE}:10:14: target b: job-ids: must be empty for DDM with mode run; the pre-check gets its id when it starts`,
      `${FILE}:12:5: target c: endpoint: missing; OMS has no default address, so give its base URL, such as https://oms.example.com:8089`,
      `${FILE}:16:7: target c: request: projectId is given beside job-ids; leave one of them out`,
      `${FILE}:20:14: target d: request: missing projectId and name (either, as text), and there are no job-ids to tell what is pre-checked`,
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
      ['1:10:', '3:25:', '3:34:', '4:5:', '4:5:', '4:29:', '4:32:', '5:1:'].map(at => `${FILE}:${at}`),
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
