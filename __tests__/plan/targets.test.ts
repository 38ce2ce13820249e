import { describe, expect, it } from 'vitest'
import { DDM, DRS, OMS, planWith, TASK, targetOf, type Values } from './planning.ts'

const REGIONS = ['HUAWEI_CLOUD_REGION', 'HUAWEICLOUD_SDK_REGION', 'HW_REGION_NAME'] as const
const PROJECTS = ['HUAWEI_CLOUD_PROJECT_ID', 'HUAWEICLOUD_SDK_PROJECT_ID'] as const

const NO_PROJECT =
  'project-id: missing; give project-id, or region so that the project is looked up by its name'

describe('a target described by inputs', () => {
  it('is named after its service', async () => {
    for (const values of [DRS, DDM, OMS]) {
      const target = targetOf(await planWith(values))
      expect([target.name, target.service]).toEqual([values['service'], values['service']])
    }
  })

  it('has the tasks that its service knows it by', async () => {
    expect(targetOf(await planWith(DRS)).tasks).toEqual([{ id: TASK, label: null }])
    expect(targetOf(await planWith(DDM)).tasks).toEqual([{ id: 'in09/orders', label: null }])
    expect(targetOf(await planWith(OMS)).tasks).toEqual([{ id: 'np_1', label: null }])
    const byRequest = { ...OMS, 'job-ids': '', request: '{projectId: np_2, name: orders}' }
    expect(targetOf(await planWith(byRequest)).tasks).toEqual([{ id: 'np_2', label: null }])
    const byName = { ...OMS, 'job-ids': '', request: '{name: orders}' }
    expect(targetOf(await planWith(byName)).tasks).toEqual([{ id: 'orders', label: null }])
  })

  it.each<[string, Values, readonly string[]]>([
    ['DRS without a task', { ...DRS, 'job-ids': '' }, ['job-ids: missing; DRS needs at least one task id']],
    [
      'OMS query without a task',
      { ...OMS, mode: 'query', 'job-ids': '' },
      ['job-ids: missing; OMS with mode query needs at least one pre-check id (t_…)'],
    ],
    [
      'OMS run without tasks and request',
      { ...OMS, 'job-ids': '' },
      ['job-ids: missing; OMS with mode run needs project ids (np_…) there, or request'],
    ],
    [
      'OMS run with a request that names nothing',
      { ...OMS, 'job-ids': '', request: '{a: 1}' },
      [
        'request: missing projectId and name (either, as text), and there are no job-ids to tell what is pre-checked',
      ],
    ],
    [
      'OMS run with the project named twice',
      { ...OMS, request: '{projectId: np_2}' },
      ['request: projectId is given beside job-ids; leave one of them out'],
    ],
    [
      'OMS without an endpoint',
      { ...OMS, endpoint: '' },
      [expect.stringMatching(/^endpoint: missing; OMS has no/)],
    ],
    [
      'DDM run without a request',
      { ...DDM, request: '' },
      ['request: missing; DDM needs the body of the start call (data_nodes, new_shard_number)'],
    ],
    [
      'DDM run with job ids',
      { ...DDM, 'job-ids': 'j1' },
      [expect.stringMatching(/^job-ids: must be empty for DDM/)],
    ],
    [
      'DDM query without a job id',
      { ...DDM, mode: 'query', request: '' },
      [expect.stringMatching(/^job-ids: missing; DDM with mode query needs exactly one/)],
    ],
    [
      'DDM query with two job ids',
      { ...DDM, mode: 'query', request: '', 'job-ids': 'j1 j2' },
      [expect.stringMatching(/^job-ids: 2 ids; DDM with mode query needs exactly one/)],
    ],
    [
      'DDM without instance and database',
      { ...DDM, 'instance-id': '', database: '' },
      [expect.stringMatching(/^instance-id: missing/), expect.stringMatching(/^database: missing/)],
    ],
    [
      'DRS without project and region',
      { ...DRS, region: '', 'project-id': '', endpoint: 'https://drs.example.com' },
      [NO_PROJECT],
    ],
    [
      'DRS without any place',
      { ...DRS, region: '', 'project-id': '' },
      [NO_PROJECT, expect.stringMatching(/^region: missing; without it there is no default address/)],
    ],
  ])('is refused: %s', async (_, values, expected) => {
    const { problems, plan } = await planWith(values)
    expect(problems).toEqual(expected)
    expect(plan).toBeNull()
  })

  it.each<[string, Values, string]>([
    ['region', { ...DRS, 'project-id': '', region: 'CN North' }, 'region: "CN North"'],
    [
      'project-id',
      { ...DRS, region: '', endpoint: 'https://drs.example.com', 'project-id': 'a b' },
      'project-id: "a b"',
    ],
    ['endpoint', { ...DRS, region: '', endpoint: 'drs.example.com' }, 'endpoint: not an address'],
    ['endpoint of OMS', { ...OMS, endpoint: 'oms' }, 'endpoint: not an address'],
    ['request', { ...DDM, request: '{' }, 'request:1:'],
    ['instance-id', { ...DDM, 'instance-id': '?' }, 'instance-id: "?"'],
  ])('that has a wrong %s is not said to lack it as well', async (_, values, beginning) => {
    const { problems } = await planWith(values)
    expect(problems).toHaveLength(1)
    expect(problems[0]?.startsWith(beginning)).toBe(true)
  })

  it('keeps what is wrong elsewhere beside what is wrong with a field', async () => {
    const { problems } = await planWith({ ...DRS, 'job-ids': '', region: 'CN', 'project-id': '' })
    expect(problems.map(text => text.split(' ', 2).join(' '))).toEqual(['region: "CN"', 'job-ids: missing;'])
  })

  it('warns of DRS ids of an unusual shape only', async () => {
    const { problems, warnings } = await planWith({ ...DRS, 'job-ids': `${TASK} jb101` })
    expect(problems).toEqual([])
    expect(warnings).toEqual(['job-ids: jb101 does not look like a DRS task id (8-4-4-4-12 characters)'])
  })
})

describe('the region', () => {
  const withoutRegion = { ...DRS, region: '' }

  it('gives the default endpoint', async () => {
    expect(targetOf(await planWith(DRS)).endpoint.href).toBe('https://drs.cn-north-4.myhuaweicloud.com/')
    expect(targetOf(await planWith(DDM)).endpoint.href).toBe('https://ddm.cn-north-4.myhuaweicloud.com/')
    const european = { ...DRS, region: 'eu-west-101' }
    expect(targetOf(await planWith(european)).endpoint.href).toBe('https://drs.eu-west-101.myhuaweicloud.eu/')
    const own = { ...DRS, endpoint: 'https://drs.example.com/base/' }
    expect(targetOf(await planWith(own)).endpoint.href).toBe('https://drs.example.com/base/')
  })

  it('comes from the input before any variable, and from the variables in their order', async () => {
    const environment: Record<string, string> = Object.fromEntries(
      REGIONS.map((name, at) => [name, `region-${at}`]),
    )
    expect(targetOf(await planWith(DRS, { environment })).region).toBe('cn-north-4')
    for (const [at, name] of REGIONS.entries()) {
      expect(targetOf(await planWith(withoutRegion, { environment })).region).toBe(`region-${at}`)
      environment[name] = '  '
    }
    expect((await planWith(withoutRegion, { environment })).problems).toEqual([
      expect.stringMatching(/^region: missing/),
    ])
  })

  it('from a variable is checked like the input, and the variable is named', async () => {
    const { problems } = await planWith(withoutRegion, { environment: { HW_REGION_NAME: 'CN' } })
    expect(problems).toEqual([
      'region (from HW_REGION_NAME): "CN" is not valid; allowed: 2 to 32 lower-case letters, digits and -',
    ])
  })
})

describe('the project id', () => {
  const withoutProject = { ...DRS, 'project-id': '' }

  it('comes from the input before any variable, and from the variables in their order', async () => {
    const environment: Record<string, string> = Object.fromEntries(
      PROJECTS.map((name, at) => [name, `project-${at}`]),
    )
    expect(targetOf(await planWith(DRS, { environment })).projectId).toBe('p1')
    for (const [at, name] of PROJECTS.entries()) {
      expect(targetOf(await planWith(withoutProject, { environment })).projectId).toBe(`project-${at}`)
      environment[name] = ''
    }
    expect(targetOf(await planWith(withoutProject, { environment })).projectId).toBeNull()
  })

  it('from a variable is checked like the input, and the variable is named', async () => {
    const { problems } = await planWith(withoutProject, {
      environment: { HUAWEICLOUD_SDK_PROJECT_ID: 'a/b' },
    })
    expect(problems[0]).toMatch(/^project-id \(from HUAWEICLOUD_SDK_PROJECT_ID\): "a\/b" is not valid/)
  })
})

describe('the endpoint', () => {
  it.each([
    ['drs.example.com', 'not an address'],
    ['//drs.example.com', 'not an address'],
    ['https://', 'not an address'],
    ['https://a b', 'not an address'],
    ['https://drs.example.com:99999', 'not an address'],
    ['ftp://drs.example.com', 'an address with another scheme than https or http'],
    ['file:///etc/passwd', 'an address with another scheme than https or http'],
    ['javascript:alert(1)', 'an address with another scheme than https or http'],
    ['https://user@drs.example.com', 'an address with a user or password'],
    ['https://user:hunter2@drs.example.com', 'an address with a user or password'],
    ['https://:hunter2@drs.example.com', 'an address with a user or password'],
    ['https://drs.example.com?key=hunter2', 'an address with a query (?…)'],
    ['https://drs.example.com#hunter2', 'an address with a fragment (#…)'],
    [
      'https://u@drs.example.com?a#b',
      'an address with a user or password and a query (?…) and a fragment (#…)',
    ],
  ])('may not be %s, and is not quoted', async (endpoint, wrong) => {
    for (const base of [DRS, OMS]) {
      const { problems } = await planWith({ ...base, endpoint })
      expect(problems).toEqual([
        `endpoint: ${wrong}; allowed: a base URL such as https://drs.cn-north-4.myhuaweicloud.com`,
      ])
      expect(problems[0]).not.toContain('hunter2')
    }
  })

  it.each([
    ['https://drs.example.com', null],
    ['https://drs.example.com:8443/base', null],
    ['http://127.0.0.1:8787', null],
    ['http://127.255.0.9', null],
    ['http://localhost:1', null],
    ['http://LOCALHOST:1', null],
    ['http://[::1]:8787', null],
    ['http://[0:0:0:0:0:0:0:1]:8787', null],
    ['http://drs.example.com', 'endpoint'],
    ['http://drs.cn-north-4.myhuaweicloud.com', 'endpoint'],
    ['http://10.0.0.1', 'endpoint'],
    ['http://127.0.0.1.nip.io', 'endpoint'],
    ['http://localhost.example.com', 'endpoint'],
    ['http://[::2]', 'endpoint'],
    ['http://0.0.0.0', 'endpoint'],
  ])('of a Huawei Cloud service may be %s: refused is %s', async (endpoint, refused) => {
    const { problems } = await planWith({ ...DRS, endpoint })
    const expected = `${refused}: plain http would send the credentials readable over the network; allowed: https, or http on this machine only`
    expect(problems).toEqual(refused === null ? [] : [expected])
  })

  it('of OMS may be plain http, with one warning that the password travels in clear text', async () => {
    const { problems, warnings } = await planWith({ ...OMS, endpoint: 'http://oms.example.com:8089' })
    expect(problems).toEqual([])
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toMatch(/^endpoint: plain http .*password travels in clear text/)
    expect((await planWith(OMS)).warnings).toEqual([])
  })
})
