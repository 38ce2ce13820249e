import { describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import type { Simulator } from '../../simulator/server.ts'
import { startOf } from '../../testing/faults/moments.ts'
import { courseOf, inputsOf, RUNS_FOR_MS, type Service } from '../../testing/faults/targets.ts'
import { runVirtualGate } from './virtual-gate.ts'

/** Credentials that are good at the start and not in mid-run, and a clock that is off. */

const MINUTE_MS = 60_000
const HUAWEI = ['drs', 'ddm'] as const
const RUN = { mode: 'run', runsForMs: RUNS_FOR_MS, failing: false, oldResult: false } as const
/** After the poll at two seconds. */
const EXPIRES_AFTER_MS = 2_700

type SignIn = (simulator: Simulator) => Readonly<Record<string, string>>

const keys: SignIn = ({ credentials }) => ({
  'access-key-id': credentials.accessKeyId,
  'secret-access-key': credentials.secretAccessKey,
  ...(credentials.securityToken === null ? {} : { 'security-token': credentials.securityToken }),
})
const iamUser: SignIn = ({ credentials, url }) => ({
  'iam-user': credentials.iamUser,
  'iam-password': credentials.iamPassword,
  'iam-domain': credentials.iamDomain,
  'iam-endpoint': url,
})

interface Changes {
  readonly signIn?: SignIn
  readonly clockOffsetMs?: number
  readonly more?: ScenarioInput
}

async function run(service: Service, { signIn, clockOffsetMs = 0, more = {} }: Changes) {
  const end = await runVirtualGate({
    scenario: { ...courseOf(service, RUN), ...more },
    clockOffsetMs,
    inputs: simulator => {
      const usual = inputsOf(service, 'run', simulator)
      if (signIn === undefined) return usual
      return { ...usual, 'auth-token': '', ...signIn(simulator) }
    },
  })
  const task = end.report.targets[0]?.tasks[0]
  const { counts } = end.simulator
  return {
    ...{ reason: task?.reasonCode, requests: end.report.requests, error: task?.error ?? null },
    ...{ starts: counts[startOf(service)], tokens: counts['iam.token'], partial: task?.partial },
  }
}

describe("the runner's clock", () => {
  it.each([
    ['drs', 60, 'ahead of'],
    ['drs', -60, 'behind'],
    ['ddm', 60, 'ahead of'],
    ['ddm', -16, 'behind'],
  ] as const)(
    '%s: %i minutes off is told from a wrong key, with one request',
    async (service, minutes, how) => {
      const end = await run(service, { signIn: keys, clockOffsetMs: minutes * MINUTE_MS })
      expect([end.reason, end.requests]).toEqual(['authentication-failed', 1])
      expect(end.starts).toBe(service === 'drs' ? 0 : 1)
      expect(end.error?.advice).toContain(`clock is ${Math.abs(minutes)} minutes ${how} the service's`)
    },
  )

  it.each([
    ['drs', 14, 7],
    ['ddm', -14, 7],
  ] as const)('%s: %i minutes off do no harm', async (service, minutes, requests) => {
    const end = await run(service, { signIn: keys, clockOffsetMs: minutes * MINUTE_MS })
    expect([end.reason, end.requests]).toEqual(['all-passed', requests])
  })

  it('an hour off is no matter to OMS', async () => {
    const end = await run('oms', { clockOffsetMs: 60 * MINUTE_MS })
    expect([end.reason, end.requests]).toEqual(['all-passed', 5])
  })
})

describe('a credential that expires in mid-run', () => {
  const token = { token: 'made-up-token-that-expires', expiresAfterMs: EXPIRES_AFTER_MS }
  const key = {
    ...{ accessKeyId: 'MADEUPTEMPORARYKEY01', secretAccessKey: 'made-up-secret-of-a-temporary-key' },
    ...{ securityToken: 'made-up-security-token', expiresAfterMs: EXPIRES_AFTER_MS },
  }

  it.each(HUAWEI)('%s: a given token ends the task at the first answer that says so', async service => {
    const end = await run(service, { more: { credentials: { tokens: [token] } } })
    expect([end.reason, end.requests]).toEqual(['authentication-failed', service === 'drs' ? 6 : 4])
    expect([end.starts, end.partial]).toEqual([1, true])
    expect(end.error?.advice).toContain('IAM tokens live for 24 hours')
  })

  it.each(HUAWEI)('%s: temporary keys end it too, and the message says why', async service => {
    const end = await run(service, { signIn: keys, more: { credentials: { keys: [key] } } })
    expect([end.reason, end.requests]).toEqual(['authentication-failed', service === 'drs' ? 6 : 4])
    expect(end.error?.advice).toContain('The security token may have expired')
  })

  it.each([
    ['drs', 7],
    ['ddm', 7],
  ] as const)('%s: a token that the gate fetched is renewed before its end', async (service, usual) => {
    const more = { credentials: { iam: { tokenLifetimeMs: 4_000 } } }
    const end = await run(service, { signIn: iamUser, more })
    expect([end.reason, end.starts]).toEqual(['all-passed', 1])
    expect(end.requests).toBe(usual + end.tokens)
    // One holds for three quarters of its four seconds; DRS ends after four, DDM after six.
    expect(end.tokens).toBe(service === 'drs' ? 2 : 3)
  })
})

describe('a fetched token that is turned away', () => {
  const json = { error_code: 'APIGW.0307', error_msg: 'The token must be updated.' }
  const away = { kind: 'answer', status: 401, json } as const

  it.each([
    ['drs', 'drs.start', 7],
    ['ddm', 'ddm.start', 7],
    ['drs', 'drs.result', 7],
    ['ddm', 'ddm.result', 7],
  ] as const)('%s, at %s: is renewed once and the call repeated', async (service, operation, usual) => {
    const calls = operation.endsWith('start') ? 1 : 2
    const more = { rules: [{ when: { operation, calls }, fault: away }] }
    const end = await run(service, { signIn: iamUser, more })
    expect([end.reason, end.tokens, end.requests]).toEqual(['all-passed', 2, usual + 3])
    expect(end.starts).toBe(calls === 1 ? 2 : 1)
  })

  it.each([
    ['drs', 'drs.result', { from: 4 }, 4],
    ['ddm', 'ddm.result', { from: 2 }, 2],
  ] as const)('%s: a second such answer is final', async (service, operation, calls, before) => {
    const more = { rules: [{ when: { operation, calls }, fault: away }] }
    const end = await run(service, { signIn: iamUser, more })
    // A token, what went well, the call, a new token, the call again.
    expect([end.reason, end.tokens, end.requests]).toEqual(['authentication-failed', 2, before + 4])
    expect(end.starts).toBe(1)
  })
})
