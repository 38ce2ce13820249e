import { describe, expect, it } from 'vitest'
import { FILE, OTHER_TASK, planConfig, TASK, type Values } from './planning.ts'

const drs = (rest: string, name = 'a') =>
  `  - name: ${name}\n    service: drs\n    region: cn-north-4\n    job-ids: [${TASK}]\n    ${rest}\n`
const file = (...targets: readonly string[]) => `version: 1\ntargets:\n${targets.join('')}`
const problemsOf = async (text: string, values: Values = {}) =>
  (await planConfig(text, { 'allowed-hosts': '127.0.0.1', ...values })).problems

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
      'one label in one target',
      file(drs('mode: run').replace(TASK, `{ id: ${TASK}, label: x }, { id: ${OTHER_TASK}, label: x }`)),
      ['6:71: label "x" is there twice; allowed: each label once in a target'],
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
    [
      'one label in two targets',
      file(
        drs('mode: run').replace(TASK, `{ id: ${TASK}, label: x }`),
        drs('mode: run', 'b').replace(TASK, `{ id: ${OTHER_TASK}, label: x }`),
      ),
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
