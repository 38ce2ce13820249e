import { describe, expect, it } from 'vitest'
import { secretsIn } from '../../src/plan/request.ts'
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
    ['no mapping', '[hunter2]', '1:1: a value is wrong'],
    ['a text', 'hunter2', '1:1: a value is wrong'],
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

  it('has no variables: the workflow has its own expressions for that', async () => {
    const { problems, secrets } = await planWith(
      { ...DDM, request: '{ a: "${HOME}", token: "${HOME}" }' },
      { environment: { HOME: '/root' } },
    )
    expect([problems, secrets]).toEqual([[], [['${HOME}', 'request']]])
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
    'password',
    'PASSWORD',
    'db_passwd',
    'adminPassword',
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
  ])('is every string below the key %s', key => {
    const body = {
      open: 'open',
      list: [{ [key]: { a: ['one', { b: 'two' }], c: 3, d: null, e: true, f: '' } }],
    }
    expect(secretsIn(body)).toEqual(['one', 'two'])
  })

  it.each(['pass', 'user', 'key', 'pwd', 'private', 'node_id'])('is nothing below the key %s', key => {
    expect(secretsIn({ [key]: 'open' })).toEqual([])
  })
})
