import { describe, expect, it } from 'vitest'
import { FILE, planConfig, type Values } from './planning.ts'

const ddm = (request: string) => `version: 1
targets:
  - name: shards
    service: ddm
    region: cn-north-4
    instance-id: in09
    database: orders
    request: ${request}
`
const RESERVED =
  "the variable is reserved; allowed: variables that are neither the runner's (INPUT_, ACTIONS_, GITHUB_, RUNNER_) nor credentials of the gate"
const UNSET = 'the variable is not set; allowed: a variable of the step, set by env: in the workflow'
const at = (place: string, text: string) => `${FILE}:${place}: target shards: ${text}`

/** Every name that stands in these requests, but none that the runner or the gate has for itself. */
const LENT: Values = {
  'allowed-variables': 'USER_1 _p2 P A B DDM_PASSWORD MISSING constructor toString __proto__ hasOwnProperty',
}
const planned = (request: string, environment: Readonly<Record<string, string>> = {}) =>
  planConfig(ddm(request), LENT, { environment })

describe('${NAME} in a request', () => {
  it('brings in a variable, whole or as a part, at any depth, and is a secret then', async () => {
    const { problems, secrets } = await planned(
      '{ nodes: [{ user: "${USER_1}", note: "x-${USER_1}-${_p2}" }], n: 9 }',
      {
        USER_1: 'variable-one',
        _p2: 'variable two ',
      },
    )
    expect(problems).toEqual([])
    expect(secrets).toEqual([
      ['variable-one', 'request of target shards'],
      ['variable-one', 'request of target shards'],
      ['variable two ', 'request of target shards'],
    ])
  })

  it('under a key that names a secret makes the whole text one too', async () => {
    const { secrets } = await planned('{ password: "a-${P}" }', { P: 'variable-one' })
    expect(secrets.map(([secret]) => secret)).toEqual(['variable-one', 'a-variable-one'])
  })

  it('is not looked for in what a variable brought in', async () => {
    const { problems, secrets } = await planned('{ a: "${A}" }', { A: '${B}', B: 'never' })
    expect([problems, secrets.map(([secret]) => secret)]).toEqual([[], ['${B}']])
  })

  it('is replaced after parsing: a variable cannot add keys or end a text', async () => {
    const { problems } = await planned('{ a: "${A}" }', { A: '", b: *x, "c": "' })
    expect(problems).toEqual([])
  })

  it('is no key: keys stay as they are', async () => {
    const { problems, secrets } = await planned('{ "${A}": 1 }', {})
    expect([problems, secrets]).toEqual([[], []])
  })

  it('means nothing outside request', async () => {
    const text = ddm('{}').replace('in09', '"${INSTANCE}"')
    const { problems } = await planConfig(text, {}, { environment: { INSTANCE: 'in09' } })
    expect(problems).toEqual([
      `${FILE}:6:18: targets[0].instance-id is "\${INSTANCE}"; allowed: text (1 to 64 letters, digits, _ and -)`,
    ])
  })

  it.each([
    'INPUT_PASSWORD',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
    'GITHUB_TOKEN',
    'RUNNER_TEMP',
    'input_x',
    'github_sha',
    'HUAWEI_CLOUD_ACCESS_KEY_ID',
    'HUAWEI_CLOUD_SECRET_ACCESS_KEY',
    'HUAWEICLOUD_SDK_AK',
    'HUAWEICLOUD_SDK_SK',
    'HUAWEICLOUD_SDK_SECURITY_TOKEN',
    'HW_ACCESS_KEY',
    'HW_SECRET_KEY',
    'HW_SECURITY_TOKEN',
    'hw_secret_key',
    'HUAWEICLOUD_OIDC_PROVIDER_URN',
    'HUAWEICLOUD_OIDC_AGENCY_URN',
    'OMS_USER',
    'OMS_PASSWORD',
    'PRECHECK_VARIABLES',
  ])('may not reach %s', async name => {
    const { problems, secrets } = await planned(`{ a: "\${${name}}" }`, { [name]: 'a-value-that-must-stay' })
    expect(problems).toEqual([at('8:19', RESERVED)])
    expect(secrets).toEqual([])
  })

  it.each(['DDM_PASSWORD', 'constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'that is not set is an error, and is not quoted: %s',
    async name => {
      expect((await planned(`{ a: "\${${name}}" }`)).problems).toEqual([at('8:19', UNSET)])
    },
  )

  it('has to be lent by the workflow, set or not', async () => {
    const environment = { P: 'variable-one', Q: 'variable-two' }
    const refused = at(
      '8:19',
      'the workflow does not lend this variable; allowed: names in the input allowed-variables',
    )
    for (const lent of ['', 'Q', 'p', 'PP', '# P'])
      expect(
        await planConfig(ddm('{ a: "${P}" }'), { 'allowed-variables': lent }, { environment }),
      ).toMatchObject({ problems: [refused], secrets: [] })
    const { problems, secrets } = await planConfig(
      ddm('{ a: "${P}", b: "${Q}" }'),
      { 'allowed-variables': '["P", "Q"]' },
      { environment },
    )
    expect([problems, secrets.map(([secret]) => secret)]).toEqual([[], ['variable-one', 'variable-two']])
  })

  it.each([
    ['GITHUB_TOKEN', 'is reserved'],
    ['oms_password', 'is reserved'],
    ['PRECHECK_VARIABLES', 'is reserved'],
    ['A-B', 'is not valid'],
    ['1A', 'is not valid'],
    ['*', 'is not valid'],
  ])('may not be lent under the name %s, and nothing is said of what only follows', async (name, wrong) => {
    const { problems } = await planConfig(ddm('{ a: "${P}" }'), { 'allowed-variables': name })
    expect(problems).toEqual([expect.stringContaining(`allowed-variables: "${name}" ${wrong}`)])
  })

  it('that is empty counts as not set', async () => {
    expect((await planned('{ a: "${P}" }', { P: '' })).problems).toEqual([at('8:19', UNSET)])
  })

  it.each(['${}', '${ A }', '${1A}', '${A-B}', '${A:-x}', '${hunter2!}', '${${A}}'])(
    '%s is no name',
    async text => {
      const { problems } = await planned(`{ a: "${text}" }`, { A: 'variable-one' })
      expect(problems).toEqual([at('8:19', 'what stands between ${ and } is not a name; allowed: ${NAME}')])
    },
  )

  it.each(['$NAME', '$', '{NAME}', '${NAME', '$ {NAME}', '100 %'])('%s stays as it is', async text => {
    const { problems, secrets } = await planned(`{ a: "${text}" }`)
    expect([problems, secrets]).toEqual([[], []])
  })

  it('has the place of its own text in each error, all together, and nothing of the request with it', async () => {
    const request = `
      hunter2: "\${GITHUB_TOKEN}"
      nodes:
        - password: "\${MISSING} \${OMS_PASSWORD}"
        - [ "\${MISSING}" ]`
    expect((await planned(request, { GITHUB_TOKEN: 'x', OMS_PASSWORD: 'y' })).problems).toEqual([
      at('9:16', RESERVED),
      at('11:21', UNSET),
      at('11:21', RESERVED),
      at('12:13', UNSET),
    ])
  })
})

describe('a request in a config file', () => {
  it('keeps a number under a secret key as it is written, which is a secret then', async () => {
    const { problems, secrets } = await planned(
      '{ nodes: [{ password: 00123456, port: 3306 }], sk: 12345678901234567890 }',
    )
    expect(problems).toEqual([])
    expect(secrets.map(([secret]) => secret)).toEqual(['00123456', '12345678901234567890'])
  })

  it.each(['password: ', 'password: ""', 'password: ~', 'nodes: [{ db_pwd: null }]'])(
    'may not have nothing under a secret key: %s',
    async entry => {
      expect((await planned(`{ ${entry} }`)).problems).toEqual([
        expect.stringContaining(
          'target shards: nothing stands under a key that names a secret; allowed: the secret',
        ),
      ])
    },
  )

  it.each([
    ['an alias', '{ hunter2: *hunter2 }', '8:25: an alias (*name); allowed: the value itself'],
    ['a tag', '{ a: !hunter2 hunter2 }', '8:28: a tag (!name); allowed: plain values'],
    [
      'a key twice',
      '{ hunter2: 1, hunter2: 2 }',
      '8:28: a key is there twice; allowed: each key once; put what stands below the second one below the first',
    ],
    [
      'a text',
      'hunter2',
      '8:14: a value in targets[0].request is wrong; allowed: a mapping of keys to values (the body of the start call, as the API documents it)',
    ],
    [
      'a number that would be rounded',
      '{ a: 12345678901234567890 }',
      '8:19: a number that cannot be kept exactly; allowed: the same in quotes',
    ],
  ])('is never quoted: %s', async (_, request, expected) => {
    expect((await planned(request)).problems).toEqual([`${FILE}:${expected}`])
  })

  it('has its secrets told before the problems of other targets could print them', async () => {
    const text = `${ddm('{ db_password: hunter2hunter2 }')}  - { name: hunter2hunter2, service: drs }\n`
    const { problems, secrets } = await planConfig(text)
    expect(problems.length).toBeGreaterThan(0)
    expect(secrets).toEqual([['hunter2hunter2', 'request of target shards']])
  })
})
