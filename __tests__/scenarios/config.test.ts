import { symlinkSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import { describe, expect, it } from 'vitest'
import { findScenario } from '../../simulator/scenario/scenario.ts'
import { type GateRun, runGate as run, soon, TASK, taskOf, verdictOf } from './harness.ts'

const INSTANCE = '1f5c9fd6cd984056ba89c8c87cc03278in09'
const OMS_PROJECT = 'np_4w3a7c2e'
const { oms } = findScenario('oms-enterprise')
const passed = { items: [{ name: 'Character set', status: 'SUCCESS' }] }
const scenario = {
  drs: [{ id: TASK, timeline: soon('drs-mysql') }],
  ddm: [{ instance: INSTANCE, database: 'orders', start: { payload: 'ddm' as const }, timeline: [passed] }],
  oms,
}

const drs = (url: string) => `
  - name: orders-mysql
    service: drs
    endpoint: ${url}
    job-ids: [ { id: ${TASK}, label: orders archive } ]`
const ddm = (url: string) => `
  - name: orders-shards
    service: ddm
    endpoint: ${url}
    instance-id: ${INSTANCE}
    database: orders
    request: { data_nodes: [ { id: n1, user: u, password: "p4ssw0rd!" } ], new_shard_number: "9" }`
const erp = (url: string) => `
  - name: erp
    service: oms
    endpoint: ${url}
    job-ids: [ ${OMS_PROJECT} ]`
const all = (url: string) => `version: 1\ntargets:${drs(url)}${ddm(url)}${erp(url)}\n`

/** What the workflow lends to the file: the simulator's host, and one variable. */
const LENT = { 'allowed-hosts': '127.0.0.1', 'allowed-variables': 'NOT_SET_ANYWHERE' }

/** A gate whose targets stand in `gate.yaml`. */
const runGate = (text: (url: string) => string, { inputs, ...others }: GateRun = {}) =>
  run({
    scenario,
    ...others,
    around: ({ credentials }) => ({
      inputs: { 'oms-user': credentials.omsUser, 'oms-password': credentials.omsPassword },
    }),
    inputs: { service: '', 'job-ids': '', endpoint: '', config: 'gate.yaml', ...LENT, ...inputs },
    prepare: place => {
      place.write('gate.yaml', text(place.url))
      others.prepare?.(place)
    },
  })

describe.concurrent('a gate over a config file', () => {
  it('checks three services side by side and gives one verdict, with the names everywhere', async () => {
    const end = await runGate(all)
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, decision: 'passed', reason: 'passed-with-warnings' })
    const names = ['orders-mysql', 'orders-shards', 'erp']
    expect(end.report.targets.map(({ name, service }) => [name, service])).toEqual([
      ['orders-mysql', 'drs'],
      ['orders-shards', 'ddm'],
      ['erp', 'oms'],
    ])
    expect(Object.keys(JSON.parse(end.outputs['precheck-ids'] ?? ''))).toEqual(names)
    for (const shown of [end.summary, end.junit, end.lines.join('\n')]) {
      for (const name of names) expect(shown).toContain(name)
    }
    expect(taskOf(end).label).toBe('orders archive')
    for (const shown of [end.summary, end.junit]) expect(shown).toContain('orders archive')
    expect(end.outputs['total-count']).toBe(String(39 + 3 + 3))
  })

  it('shows the results of the others when one target is down', async () => {
    const end = await runGate(all, {
      scenario: {
        ...scenario,
        rules: [{ when: { operation: 'ddm.start' }, fault: { kind: 'answer', status: 503, text: 'Down' } }],
      },
    })
    expect(verdictOf(end)).toMatchObject({
      exitCode: 1,
      decision: 'inconclusive',
      reason: 'service-unavailable',
    })
    expect(end.report.targets.map(({ tasks }) => tasks[0]?.outcome)).toEqual([
      'passed',
      'inconclusive',
      'passed',
    ])
  })

  it('fails as a whole when one target fails and another one is down', async () => {
    const end = await runGate(all, {
      scenario: {
        ...scenario,
        drs: [{ id: TASK, timeline: soon('drs-mysql-failed') }],
        rules: [{ when: { operation: 'ddm.start' }, fault: { kind: 'answer', status: 503, text: 'Down' } }],
      },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'failed', reason: 'checks-failed' })
  })

  it('tries a bad credential of two targets once, and the third target goes on', async () => {
    const end = await runGate(all, { inputs: { 'secret-access-key': 'not-the-secret-key-of-this-id' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'authentication-failed' })
    const cloud = end.requests.filter(({ operation }) => !operation.startsWith('oms.'))
    expect(cloud).toHaveLength(1)
    expect(end.report.targets.map(({ tasks }) => tasks[0]?.reasonCode)).toEqual([
      'authentication-failed',
      'authentication-failed',
      'passed-with-warnings',
    ])
  })
})

describe.concurrent('a mistake in a config file', () => {
  it.each<[string, (url: string) => string, RegExp]>([
    [
      'an unknown key',
      url => `version: 1\ntargets:${drs(url)}\n    job-idz: [ x ]\n`,
      /gate\.yaml:7:5\b.*job-idz.*allowed/s,
    ],
    [
      'a duplicate name',
      url => `version: 1\ntargets:${drs(url)}${drs(url)}\n`,
      /gate\.yaml:7:\d+.*orders-mysql/s,
    ],
    [
      'one task in two targets',
      url => `version: 1\ntargets:${drs(url)}${drs(url).replace('orders-mysql', 'again')}\n`,
      new RegExp(`gate\\.yaml:10:\\d+.*${TASK}`, 's'),
    ],
    [
      'a wrong type',
      url => `version: 1\ntargets:${drs(url)}\n    mode: [ run ]\n`,
      /gate\.yaml:7:\d+.*mode/s,
    ],
    ['no version', url => `targets:${drs(url)}\n`, /gate\.yaml:\d+:\d+.*version/s],
  ])('%s is told with its place, and nothing is sent', async (_what, text, problem) => {
    const end = await runGate(text)
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    expect(end.report.problems.join('\n')).toMatch(problem)
    expect(end.report.targets).toEqual([])
    expect(end.requests).toEqual([])
  })

  it('is told together with the inputs that have no place beside it', async () => {
    const end = await runGate(url => `version: 1\ntargets:${drs(url)}\n    wrong: 1\n`, {
      inputs: { service: 'drs', 'job-ids': TASK, 'fail-on': 'maybe' },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    const problems = end.report.problems.join('\n')
    for (const name of ['service', 'job-ids', 'fail-on', 'wrong']) expect(problems).toContain(name)
    expect(end.requests).toEqual([])
  })

  it('is told in one list with all others, of any kind and of any file', async () => {
    const second = 'a281f62f-4631-45d6-a2d3-679a9f4jb105'
    const text = (url: string) => `version: 1
targets:${drs(url)}
    mode: rnu
  - { name: twin, service: drs, endpoint: "${url}", job-ids: [ ${second} ] }
  - { name: twin, service: drs, endpoint: "${url}", job-ids: [ ${TASK} ] }
  - { name: erp, service: oms, endpoint: "https://oms.example.com", job-ids: [ np_1 ], wait: 1 }
${ddm(url).replace('p4ssw0rd!', '${NOT_SET_ANYWHERE}')}
  - { name: lacking, service: ddm, endpoint: "${url}", request: { password: hunter2hunter2, a: !tag b } }
`
    const waiver = 'item: x, reason: r, owner: o, expires: 2026-12-31'
    const end = await run({
      scenario,
      inputs: {
        ...LENT,
        service: '',
        'job-ids': '',
        endpoint: '',
        config: 'gate.yaml',
        waivers: 'waivers.yaml',
        'waivers-ref': 'workspace',
        'fail-on': 'maybe',
      },
      prepare: ({ url, write }) => {
        write('gate.yaml', text(url))
        write('waivers.yaml', `version: 1\nwaivers: [{ ${waiver} }, { ${waiver} }, { owner: o }]\n`)
      },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    const problems = end.report.problems.join('\n')
    for (const expected of [
      /^fail-on: "maybe"/m,
      /^gate\.yaml:7:11: targets\[0\]\.mode is "rnu"/m,
      /^gate\.yaml:9:13: target name "twin" is there twice/m,
      new RegExp(`^gate\\.yaml:9:\\d+: task "${TASK}" is there twice`, 'm'),
      /^gate\.yaml:10:42: target erp: endpoint: "oms\.example\.com" may not receive/m,
      /^gate\.yaml:10:\d+: unknown key "wait" in targets\[3\]/m,
      /^gate\.yaml:17:\d+: target orders-shards: the variable is not set/m,
      /^gate\.yaml:18:\d+: a tag/m,
      /^gate\.yaml:18:\d+: target lacking: instance-id: missing/m,
      /^gate\.yaml:18:\d+: target lacking: database: missing/m,
      /^waivers\.yaml:2:\d+: waivers\[1\] is the same as waivers\[0\]/m,
      /^waivers\.yaml:2:\d+: "item" is missing in waivers\[2\]/m,
    ]) {
      expect(problems).toMatch(expected)
    }
    expect(end.report.problems).toHaveLength(14)
    expect(
      [end.summary, end.lines.filter(line => !line.startsWith('::add-mask::'))].join('\n'),
    ).not.toContain('hunter2hunter2')
    expect(end.requests).toEqual([])
  })

  // The message quotes nothing that stands inside of a request.
  it.each([
    ['GITHUB_TOKEN', 'is reserved'],
    ['INPUT_NAME', 'is reserved'],
    ['OMS_PASSWORD', 'is reserved'],
    ['NOT_SET_ANYWHERE', 'is not set'],
    ['NOT_LENT', 'does not lend this variable'],
  ])('such as ${%s} in a request is told, and nothing is sent', async (name, problem) => {
    const text = (url: string) => `version: 1\ntargets:${ddm(url).replace('p4ssw0rd!', `\${${name}}`)}\n`
    const end = await runGate(text, {
      environment: {
        GITHUB_TOKEN: 'a-token',
        OMS_PASSWORD: 'a-password',
        NOT_LENT: 'the-secret-of-another-step',
      },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    expect(end.report.problems.join('\n')).toMatch(new RegExp(`gate\\.yaml:8:\\d+.*${problem}`, 's'))
    expect(end.requests).toEqual([])
  })

  it('such as a file that is not there is told', async () => {
    const end = await runGate(all, { inputs: { config: 'elsewhere.yaml' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    expect(end.report.problems.join('\n')).toContain('elsewhere.yaml')
  })
})

describe.concurrent('an endpoint that only a config file names', () => {
  const foreign = (url: string) =>
    `version: 1\ntargets:${drs(url)}${erp('https://oms.example.invalid:8089')}\n`

  it('gets no credential', async () => {
    const end = await runGate(foreign)
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    expect(end.report.problems.join('\n')).toMatch(/oms\.example\.invalid.*allowed-hosts/s)
    expect(end.requests).toEqual([])
  })

  it.each(['oms.example.invalid', 'oms.example.invalid:8089'])(
    'does get one with allowed-hosts: %s',
    async host => {
      const end = await runGate(foreign, {
        // Time for the one task to pass on a busy machine; the other one is given up at its end.
        inputs: { 'allowed-hosts': `127.0.0.1 ${host}`, 'timeout-minutes': '0.1' },
      })
      expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'service-unavailable' })
      expect(taskOf(end).outcome).toBe('passed')
    },
  )

  it('does not get one with allowed-hosts of another port', async () => {
    const end = await runGate(foreign, { inputs: { 'allowed-hosts': '127.0.0.1 oms.example.invalid:443' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
  })

  it('gets none on this machine either, where another step may listen', async () => {
    const end = await runGate(url => `version: 1\ntargets:${drs(url)}\n`, { inputs: { 'allowed-hosts': '' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    expect(end.report.problems).toEqual([
      expect.stringMatching(/"127\.0\.0\.1:\d+" may not receive .*allowed-hosts/),
    ])
    expect(end.requests).toEqual([])
  })
})

describe.concurrent('a file of policy that a pull request can plant', () => {
  const CREDENTIALS = '[default]\nhunter2_key = hunter2hunter2\n'
  const shownOf = (end: { log: string; summary: string; reportText: string }) =>
    end.log + end.summary + end.reportText
  const configured = { ...LENT, service: '', 'job-ids': '', endpoint: '', config: 'gate.yaml' }

  // Windows lets only administrators make links.
  it.skipIf(process.platform === 'win32').each(['config', 'waivers'])(
    'is not read where it is a link out of the workspace: %s',
    async input => {
      const end = await run({
        scenario,
        inputs: input === 'config' ? configured : { waivers: 'gate.yaml' },
        prepare: ({ workspace, write }) => {
          const credentials = write('../home/.huaweicloud/credentials', CREDENTIALS)
          symlinkSync(credentials, path.join(workspace, 'gate.yaml'))
        },
      })
      expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
      expect(end.report.problems).toEqual([
        `${input}: "gate.yaml" cannot be read (it lies outside the workspace, or is a link that leads out of it); allowed: a UTF-8 file inside the workspace`,
      ])
      expect(shownOf(end)).not.toContain('hunter2')
      expect(end.requests).toEqual([])
    },
  )

  it.each([
    ['a text', 'hunter2hunter2\n', 'gate.yaml:1:1: the file is a text; allowed: a mapping of keys to values'],
    [
      'a list',
      '- hunter2: hunter2\n',
      'gate.yaml:1:1: the file is a list; allowed: a mapping of keys to values',
    ],
  ])('has nothing quoted where it is no mapping but %s', async (_, text, problem) => {
    const end = await runGate(() => text)
    expect(end.report.problems).toEqual([problem])
    expect(shownOf(end)).not.toContain('hunter2')
  })

  it('in UTF-16 is named as such, and none of it is printed', async () => {
    const end = await runGate(all, {
      prepare: ({ workspace }) =>
        writeFileSync(path.join(workspace, 'gate.yaml'), Buffer.from('\uFEFFversion: 1\n', 'utf16le')),
    })
    expect(end.report.problems.join('\n')).toContain(
      '"gate.yaml" cannot be read (the file is UTF-16; save it as UTF-8)',
    )
    expect(shownOf(end)).not.toContain('\0')
  })

  it('with 20,000 unknown keys shows fifty and how many more, and is done', async () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`)
    const end = await runGate(() => `version: 1\ntargets: []\n${keys.join('\n')}\n`)
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    expect(end.report.problems).toHaveLength(51)
    expect(end.report.problems.at(-1)).toBe('gate.yaml: 19951 more problems')
  })
})
