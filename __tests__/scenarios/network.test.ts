import { describe, expect, it } from 'vitest'
import { withProxy } from '../cloud/proxy.ts'
import { CERTIFICATE, CERTIFICATE_KEY } from '../simulator/certificate.ts'
import { type GateRun, runGate as run, saidAs, taskOf, verdictOf } from './harness.ts'
import { HEAD, passing } from './on-github.ts'
import { asUser, keyless } from './sign-in.ts'

const tls = { key: CERTIFICATE_KEY, cert: CERTIFICATE }

describe.concurrent('behind a private certificate authority', () => {
  const onGitHub: GateRun = {
    tls,
    scenario: { drs: passing, github: { commits: [{ sha: HEAD, refs: ['feature'] }] } },
    event: { name: 'workflow_dispatch', payload: {} },
    inputs: { name: 'orders', 'commit-status': 'true', 'commit-sha': HEAD },
  }

  it('the very first request is trusted, to GitHub, with a certificate folded to one line', async () => {
    const ca = CERTIFICATE.replaceAll('\n', ' ')
    const end = await run({ ...onGitHub, inputs: { ...onGitHub.inputs, 'ca-certificate': ca } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(end.requests[0]?.operation).toBe('github.listStatuses')
    expect(end.lines.join('\n')).not.toMatch(/try \d of/)
  })

  it('nothing is sent without it, whatever NODE_TLS_REJECT_UNAUTHORIZED says, and two tries are enough', async () => {
    const end = await run({ ...onGitHub, environment: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'service-unavailable' })
    expect(end.requests).toEqual([])
    expect(end.report.requests).toBe(2)
    expect(saidAs('warning', end)).toContain('certificates are always checked')
    expect(taskOf(end).error?.message).toMatch(/TLS with 127\.0\.0\.1:\d+ failed/)
    expect(taskOf(end).error?.advice).toContain('ca-certificate')
  })
})

describe.concurrent('a proxy', () => {
  const oms = { service: 'oms', 'job-ids': 'np_1', endpoint: 'http://oms.invalid:8089' }
  const signIn = { 'oms-user': 'admin', 'oms-password': 'made-up-password-1' }

  it('that turns the gate away is named, not the endpoint', async () => {
    await withProxy(
      { url: 'http://127.0.0.1:1' },
      () => 'refuse',
      async ({ address }) => {
        const end = await run({
          connected: false,
          inputs: { ...oms, ...signIn, 'timeout-minutes': '0.05' },
          environment: { http_proxy: address },
        })
        expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'service-unavailable' })
        const [error] = end.report.targets.flatMap(({ tasks }) => tasks.map(task => task.error))
        expect(error?.message).toContain(`the proxy ${address} answered`)
        expect(error?.message).toContain('HTTP 407')
        expect(error?.advice).toContain('wants a name and a password')
      },
    )
  })

  it('whose address cannot be read ends the step before anything is sent', async () => {
    const end = await run({ environment: { https_proxy: 'socks5://proxy.corp:1080' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    expect(end.report.problems).toEqual([expect.stringMatching(/^https_proxy: not the address of a proxy/)])
    expect(end.requests).toEqual([])
  })
})

describe.concurrent('what IAM and STS say', () => {
  const WORDS = `The audience of the id token is not among the client ids of the provider. ${'More of it. '.repeat(10)}`
  type Rules = NonNullable<NonNullable<GateRun['scenario']>['rules']>

  it('stays readable in annotation and summary, with the claims of the id token', async () => {
    const json = { error_code: 'PAP5.0031', error_msg: WORDS, request_id: '00000000000000000000000000000001' }
    const rules: Rules = [{ when: { operation: 'sts.assume' }, fault: { kind: 'answer', status: 403, json } }]
    const end = await run(keyless({ scenario: { drs: passing, rules } }))
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'permission-denied' })
    for (const shown of [saidAs('error', end), end.summary]) {
      for (const part of ['HTTP 403', 'PAP5', 'client ids of the provider', json.request_id, 'repo:'])
        expect(shown).toContain(part)
      expect(shown).not.toContain('credentials are valid')
    }
  })

  it('may be longer than 16 KiB when it is a token', async () => {
    const token = `MII${'a'.repeat(17_400)}`
    const answer = { status: 201, json: { token: {} }, headers: { 'x-subject-token': token } }
    const rules: Rules = [{ when: { operation: 'iam.token' }, fault: { kind: 'answer', ...answer } }]
    const end = await run(asUser({ scenario: { drs: passing, rules } }))
    const sent = end.requests.find(({ operation }) => operation === 'drs.result')
    expect(sent?.headers['x-auth-token']).toBe(token)
    expect(end.masks).toContain(token)
  })
})
