import { describe, expect, it } from 'vitest'
import {
  annotationsOf,
  type GateRun,
  operationsOf,
  runGate as run,
  soon,
  TASK,
  taskOf,
  verdictOf,
} from './harness.ts'
import { asUser, type KeylessRun, keyless } from './sign-in.ts'

const drs = [{ id: TASK, timeline: soon('drs-mysql') }]
const YAML_LINE = 'permissions: { id-token: write, contents: read }'
const PROJECT = '054ba152d480d55b2f5dc0069e7ddef0'

const runKeyless = (given: KeylessRun) => run({ scenario: { drs }, ...keyless(given) })

const runAsUser = (given: GateRun) => run({ scenario: { drs }, ...asUser(given) })

describe.concurrent('a keyless gate', () => {
  it("exchanges GitHub's id token for temporary keys, shows none of them, and passes", async () => {
    const end = await runKeyless({})
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, decision: 'passed', reason: 'all-passed' })
    expect(operationsOf(end).slice(0, 2)).toEqual(['github.idToken', 'sts.assume'])
    expect(end.counts['sts.assume']).toBe(1)
    const calls = end.requests.filter(({ operation }) => operation.startsWith('drs.'))
    const idToken = /"id_token":"([^"]+)"/.exec(end.requests[1]?.body ?? '')?.[1] ?? ''
    const securityToken = calls[0]?.headers['x-security-token'] ?? ''
    const shown = [...end.lines, end.summary, end.reportText, end.junit].join('\n')
    for (const secret of [idToken, securityToken]) {
      expect(secret).not.toBe('')
      expect(end.masks).toContain(secret)
      expect(shown).not.toContain(secret)
    }
  })

  it('asks for the audience of the input', async () => {
    const end = await runKeyless({ inputs: { 'oidc-audience': 'sts.myhuaweicloud.com' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0 })
    expect(end.requests[0]?.path).toContain('audience=sts.myhuaweicloud.com')
  })

  it('without the permission sends nothing and shows the line that the workflow lacks', async () => {
    const end = await runKeyless({ permitted: false })
    expect(verdictOf(end)).toMatchObject({
      exitCode: 1,
      decision: 'inconclusive',
      reason: 'authentication-failed',
    })
    expect(end.requests).toEqual([])
    expect(taskOf(end).error?.advice).toContain(YAML_LINE)
    const messages = annotationsOf(end).map(({ message }) => message)
    expect(messages.join('\n')).toContain(YAML_LINE)
  })

  it('on a pull request of a fork explains that forks never get an id token', async () => {
    const side = (id: number, sha: string) => ({
      sha: sha.repeat(40),
      ref: 'x',
      repo: { id, full_name: `o/${id}` },
    })
    const event = { pull_request: { number: 7, head: side(2, 'a'), base: side(1, 'b') } }
    const end = await runKeyless({
      permitted: false,
      event: { name: 'pull_request', payload: event },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'authentication-failed' })
    expect(taskOf(end).error?.advice).toMatch(/forks.*never get an id token/)
    expect(taskOf(end).error?.advice).not.toContain(YAML_LINE)
  })

  it('is refused once when the agency does not trust the run', async () => {
    const end = await runKeyless({
      scenario: { drs, credentials: { oidc: { subject: 'repo:acme/another:*' } } },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive' })
    expect(end.counts).toMatchObject({ 'sts.assume': 1, 'drs.start': 0, 'drs.result': 0 })
  })

  it('renews keys that expire while it runs', async () => {
    const timeline = [
      { at: 0, process: '20%', payload: 'drs-mysql' as const, done: 8 },
      { at: 2_500, payload: 'drs-mysql' as const },
    ]
    const end = await runKeyless({
      scenario: { drs: [{ id: TASK, timeline }], credentials: { oidc: { keyLifetimeMs: 1_500 } } },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(end.counts['sts.assume']).toBeGreaterThanOrEqual(2)
    expect(end.counts['drs.start']).toBe(1)
  })
})

describe.concurrent('a gate with an IAM user', () => {
  it('fetches a token of the project and passes, with user and domain in the clear, the password not', async () => {
    const end = await runAsUser({})
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(end.counts['iam.token']).toBe(1)
    expect(end.requests.some(({ headers }) => headers['x-auth-token'] !== undefined)).toBe(true)
    const shown = [...end.lines, end.summary, end.reportText, end.junit].join('\n')
    expect(shown).not.toContain('simulated-iam-password')
    for (const { headers } of end.requests) {
      const token = headers['x-auth-token']
      if (token !== undefined) expect(shown).not.toContain(token)
    }
  })

  it('tries a wrong password once', async () => {
    const end = await runAsUser({ inputs: { 'iam-password': 'not-the-password' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'authentication-failed' })
    expect(operationsOf(end)).toEqual(['iam.token'])
  })

  it('renews a token that expires while it runs', async () => {
    const timeline = [
      { at: 0, process: '20%', payload: 'drs-mysql' as const, done: 8 },
      { at: 5_000, payload: 'drs-mysql' as const },
    ]
    // Long enough for what comes before the start, two reads half a second apart, on a busy machine too.
    const end = await runAsUser({
      scenario: { drs: [{ id: TASK, timeline }], credentials: { iam: { tokenLifetimeMs: 4_000 } } },
    })
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(end.counts['iam.token']).toBeGreaterThanOrEqual(2)
    expect(end.counts['drs.start']).toBe(1)
  })
})

describe.concurrent('a project that is not named', () => {
  const byRegion = ({ inputs, ...others }: GateRun = {}) =>
    run({
      scenario: { drs },
      ...others,
      around: ({ url }) => ({ inputs: { 'iam-endpoint': url } }),
      inputs: { 'project-id': '', region: 'cn-north-4', ...inputs },
    })
  const projects = (...ids: readonly string[]) => ({
    drs,
    credentials: { projects: ids.map(id => ({ id, name: 'cn-north-4' })) },
  })

  it('is looked up by the region, once', async () => {
    const end = await byRegion()
    expect(verdictOf(end)).toMatchObject({ exitCode: 0, reason: 'all-passed' })
    expect(operationsOf(end)[0]).toBe('iam.projects')
    expect(end.counts['iam.projects']).toBe(1)
    expect(end.requests[1]?.path).toContain(PROJECT)
  })

  it('of several with the name of the region is invalid input that names them', async () => {
    const end = await byRegion({ scenario: projects('project-one', 'project-two') })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    expect(end.report.problems.join('\n')).toMatch(/project-one.*project-two/)
    expect(operationsOf(end)).toEqual(['iam.projects'])
  })

  it('is not found when the region has none', async () => {
    const end = await byRegion({ scenario: projects() })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, decision: 'inconclusive', reason: 'not-found' })
    expect(taskOf(end).error?.advice).toContain('project-id')
    expect(operationsOf(end)).toEqual(['iam.projects'])
  })

  it('and no region either is invalid input, and nothing is sent', async () => {
    const end = await byRegion({ inputs: { region: '', 'iam-endpoint': '' } })
    expect(verdictOf(end)).toMatchObject({ exitCode: 1, reason: 'invalid-input' })
    expect(end.report.problems.join('\n')).toMatch(/project-id/)
    expect(end.requests).toEqual([])
  })
})
