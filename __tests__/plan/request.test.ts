import { describe, expect, it } from 'vitest'
import { emptySecretsIn, secretsIn } from '../../src/plan/request.ts'
import { DDM, OMS, planWith } from './planning.ts'

const planned = (request: string) => planWith({ ...DDM, request })

describe('the input request', () => {
  it.each([
    ['JSON', '{"data_nodes": [{"id": "a", "password": "hunter2hunter2"}], "new_shard_number": "9"}'],
    ['YAML', 'data_nodes:\n  - id: a\n    password: hunter2hunter2\nnew_shard_number: "9"\n'],
  ])('may be %s', async (_, request) => {
    const { problems, secrets, plan } = await planned(request)
    expect(problems).toEqual([])
    expect(plan).not.toBeNull()
    expect(secrets).toEqual([['hunter2hunter2', 'request']])
  })

  it.each([
    ['no mapping', '[hunter2]', '1:1: it is a list'],
    ['a text', 'hunter2', '1:1: it is a text'],
    ['broken JSON', '{"a": "hunter2', '1:15: a character is missing'],
    ['a key twice', 'a: 1\nhunter2: 1\nhunter2: 2', '3:1: a key is there twice'],
    ['a second document', 'a: 1\n---\nhunter2: 1', '2:1: a second document'],
    ['an anchor', 'a: &hunter2 x', '1:13: an anchor (&name)'],
  ])('may not be %s: line and column, what is allowed, and nothing of it', async (_, request, expected) => {
    const { problems, plan } = await planned(request)
    expect(plan).toBeNull()
    expect(problems[0]?.startsWith(`request:${expected}`)).toBe(true)
    expect(problems[0]).toContain('; allowed: ')
    expect(problems.join('\n')).not.toContain('hunter2')
  })

  it('has no variables: the workflow has its own expressions for that, and one would be sent as it is', async () => {
    const { problems, plan } = await planWith(
      { ...DDM, request: 'a: 1\nnodes:\n  - { password: "x-${HOME}", b: "${ no name }" }\n' },
      { environment: { HOME: '/root' } },
    )
    const refused =
      '${…} is not replaced in this input; allowed: the value itself, from an expression of the workflow; or a config file'
    expect([problems, plan]).toEqual([[`request:3:17: ${refused}`, `request:3:33: ${refused}`], null])
  })

  it.each(['$HOME', '{HOME}', '${HOME', '$ {HOME}', '100 %'])('may hold %s', async text => {
    expect((await planned(JSON.stringify({ a: text }))).problems).toEqual([])
  })

  it.each([
    ['YAML', 'password: 00123456'],
    ['JSON', '{"nodes": [{"password": 12345678901234567890}]}'],
    ['an exponent', '{ api_key: 1e6 }'],
    ['base 16', '{ credentials: { pin: 0x1F00FF } }'],
    ['no number at all', '{ sk: .inf00 , ak: -.inf}'],
  ])('keeps a number under a secret key as it is written, which is a secret then: %s', async (_, request) => {
    const { problems, secrets } = await planned(request)
    const written = [...request.matchAll(/(?:password"?|api_key|pin|sk|ak): ([^ },]+)/g)].map(
      ([, text]) => text,
    )
    expect(problems).toEqual([])
    expect(secrets.map(([secret]) => secret)).toEqual(written)
  })

  it('keeps other numbers as numbers, and words as words', async () => {
    const { secrets } = await planned('{ port: 3306, nodes: [00012], is_token: true }')
    expect(secrets).toEqual([])
  })

  it.each([
    ['""', '1:13'],
    ["''", '1:13'],
    ['', '1:14'],
    ['null', '1:13'],
    ['~', '1:13'],
    ['{ a: "" }', '1:18'],
  ])('may not have nothing under a secret key: %s', async (value, at) => {
    const { problems } = await planned(`{ password: ${value} }`)
    expect(problems).toEqual([
      `request:${at}: nothing stands under a key that names a secret; allowed: the secret; or leave the key out`,
    ])
  })

  it('is not quoted by the service that reads it', async () => {
    const beside = await planWith({ ...OMS, request: '{ projectId: hunter2 }' })
    expect(beside.problems).toEqual(['request: projectId is given beside job-ids; leave one of them out'])
    const nameless = await planWith({ ...OMS, 'job-ids': '', request: '{ name: "", a: hunter2 }' })
    expect(nameless.problems.join('\n')).not.toContain('hunter2')
    expect(nameless.problems).toHaveLength(1)
  })
})

describe('a secret in a request', () => {
  it.each([
    'pass',
    'password',
    'PASSWORD',
    'db_passwd',
    'adminPassword',
    'passphrase',
    'key-passphrase',
    'pwd',
    'pwd_of_admin',
    'DbPwd',
    'secret',
    'client-secret',
    'token',
    'x_token_x',
    'credential',
    'credentials',
    'privateKey',
    'private_key',
    'private-key',
    'PRIVATEKEY',
    'apiKey',
    'api_key',
    'x-api-key',
    'accessKey',
    'access_key_id',
    'ak',
    'sk',
    'SK',
  ])('is every string below the key %s', key => {
    const body = {
      open: 'open',
      list: [{ [key]: { a: ['one', { b: 'two' }], c: 3, d: null, e: true, f: '' } }],
    }
    expect(secretsIn(body)).toEqual(['one', 'two'])
    expect(emptySecretsIn(body).map(({ path }) => path.slice(3))).toEqual([['d'], ['f']])
  })

  it.each([
    'passed',
    'password_hint',
    'user',
    'key',
    'private',
    'node_id',
    'task',
    'skip',
    'akk',
    'bypass_on',
  ])('is nothing below the key %s', key => {
    expect(secretsIn({ [key]: 'open' })).toEqual([])
    expect(emptySecretsIn({ [key]: '', list: [{ [key]: null }] })).toEqual([])
  })
})
