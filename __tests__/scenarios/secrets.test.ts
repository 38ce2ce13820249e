import { describe, expect, it } from 'vitest'
import { type GateEnd, type GateRun, runGate, soon, TASK, verdictOf } from './harness.ts'

/** Made up, with characters that encodings change. */
const SECRET_KEY = 'sim+ulated/secret=key&not%real~0001'
const AUTH_TOKEN = 'simulated+iam/token==not-real-0001'
const SECURITY_TOKEN = 'security/token+not=real-0001'
const ACCESS_KEY_ID = 'SIMULATEDKEY00000042'
const GITHUB_TOKEN = 'simulated-github-token-0001'

const drs = [{ id: TASK, timeline: soon('drs-mysql') }]
const credentials = {
  keys: [{ accessKeyId: ACCESS_KEY_ID, secretAccessKey: SECRET_KEY, securityToken: SECURITY_TOKEN }],
  tokens: [{ token: AUTH_TOKEN }],
}
const KEY_INPUTS = {
  'access-key-id': ACCESS_KEY_ID,
  'secret-access-key': SECRET_KEY,
  'security-token': SECURITY_TOKEN,
  'github-token': GITHUB_TOKEN,
}
const TOKEN_INPUTS = { 'access-key-id': '', 'secret-access-key': '', 'auth-token': AUTH_TOKEN }

/** An error of the service whose text holds what the request carried. */
const echoing = (what: string): NonNullable<GateRun['scenario']> => ({
  drs,
  credentials,
  rules: [{ when: { operation: 'drs.start' as const }, fault: { kind: 'echo' as const, what } }],
})

/** Every way in which a text leaves the step, but for the masks. */
function everythingShown(end: GateEnd): string {
  const { lines, summary, outputs, reportText, junit } = end
  return [lines.join('\n'), summary, JSON.stringify(outputs), reportText, junit].join('\n')
}

/** A secret as it is, URL-encoded, and in base64 at each alignment, without the characters that its neighbours share. */
function formsOf(secret: string): readonly string[] {
  const encoded = ['', 'x', 'xy'].map(before =>
    Buffer.from(`${before}${secret}`)
      .toString('base64')
      .replaceAll('=', '')
      .slice(before === '' ? 0 : 4, -2),
  )
  return [secret, encodeURIComponent(secret), ...encoded]
}

function expectNoSecret(end: GateEnd, secrets: readonly string[]): void {
  const shown = everythingShown(end)
  for (const form of secrets.flatMap(formsOf)) expect(shown).not.toContain(form)
}

describe.concurrent('a service that repeats what it was sent', () => {
  it('gives no signature away, nor the key that made it', async () => {
    const end = await runGate({ scenario: echoing('authorization'), inputs: KEY_INPUTS })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'start-refused' })
    const signatures = end.requests.map(
      ({ headers }) => /Signature=(\w+)/.exec(headers['authorization'] ?? '')?.[1],
    )
    expect(signatures.filter(signature => signature !== undefined)).toHaveLength(end.requests.length)
    expectNoSecret(end, [
      SECRET_KEY,
      ACCESS_KEY_ID,
      ...signatures.filter(signature => signature !== undefined),
    ])
    expect(end.reportText).toContain('***')
  })

  it.each([
    ['x-security-token', SECURITY_TOKEN, KEY_INPUTS],
    ['x-auth-token', AUTH_TOKEN, TOKEN_INPUTS],
  ])('gives no %s away', async (header, secret, inputs) => {
    const end = await runGate({ scenario: echoing(header), inputs })
    expect(end.requests.some(({ headers }) => headers[header] === secret)).toBe(true)
    expectNoSecret(end, [secret])
    expect(end.reportText).toContain('***')
  })

  it.each([
    ['plain', (secret: string) => secret],
    ['URL-encoded', encodeURIComponent],
    ['in base64', (secret: string) => Buffer.from(secret).toString('base64')],
    ['in base64 behind a user name', (secret: string) => Buffer.from(`ci:${secret}`).toString('base64')],
  ])('gives nothing away that is %s in an item', async (_words, encode) => {
    const data = [SECRET_KEY, AUTH_TOKEN, GITHUB_TOKEN]
      .map(secret => `value ${encode(secret)} end`)
      .join(' | ')
    const items = [
      { item: 'srcDbConnection', result: 'FAILED', failed_reason: data, data, raw_error_msg: data },
    ]
    const end = await runGate({
      scenario: { drs: [{ id: TASK, timeline: [{ process: '100%', items }] }], credentials },
      inputs: KEY_INPUTS,
      environment: { HW_ACCESS_KEY: 'ANOTHERACCESSKEY', HW_SECRET_KEY: AUTH_TOKEN },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'checks-failed' })
    expectNoSecret(end, [SECRET_KEY, AUTH_TOKEN, GITHUB_TOKEN])
    expect(end.report.targets[0]?.tasks[0]?.items[0]?.reason).toMatch(/^value \S*\*\*\*/)
  })
})

describe.concurrent('the masks', () => {
  it('of all given secrets come before any other line', async () => {
    const end = await runGate({ scenario: { drs, credentials }, inputs: KEY_INPUTS })
    const all = end.log.split('\n')
    const firstOther = all.findIndex(line => !line.startsWith('::add-mask::'))
    const early = all
      .slice(0, firstOther)
      .map(line => line.slice('::add-mask::'.length).replaceAll('%25', '%'))
    for (const secret of Object.values(KEY_INPUTS)) expect(early).toContain(secret)
    expectNoSecret(end, Object.values(KEY_INPUTS))
  })

  it('come first when the inputs are wrong too', async () => {
    const end = await runGate({ inputs: { ...KEY_INPUTS, 'fail-on': SECRET_KEY } })
    expect(verdictOf(end).reason).toBe('invalid-input')
    expect(end.log).toMatch(/^(::add-mask::.+\n)+/)
    expectNoSecret(end, Object.values(KEY_INPUTS))
  })

  it('leave a secret of under six characters out, with a warning that does not show it', async () => {
    const end = await runGate({ scenario: { drs }, inputs: { ...TOKEN_INPUTS, 'auth-token': 'q7Zx9' } })
    expect(end.masks).not.toContain('q7Zx9')
    expect(everythingShown(end)).not.toContain('q7Zx9')
    expect(end.summary).toMatch(/auth-token/)
  })

  it('never change a decision word, a number or a name that happens to be a secret', async () => {
    const end = await runGate({
      scenario: { drs, credentials: { tokens: [{ token: 'passed' }] } },
      inputs: { ...TOKEN_INPUTS, 'auth-token': 'passed' },
      secretIsWord: true,
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, decision: 'passed', reason: 'all-passed' })
    expect(end.report.gate.decision).toBe('passed')
    expect(end.report.targets[0]?.tasks[0]?.items[0]?.status).toBe('passed')
  })
})
