import { describe, expect, it } from 'vitest'
import type { Simulator } from '../../simulator/server.ts'
import type { Credential } from '../../src/cloud/credential.ts'
import { verbatim } from '../../src/precheck/sentence.ts'
import { accessKeyCredential, basicCredential } from '../../testing/credentials.ts'
import { withSimulator } from '../simulator/client.ts'
import { httpAnswer, withWire } from './wire.ts'
import { atSimulator, type Fault, faultOf, KNOWN_TASK, makeWorld, playing, readCall } from './world.ts'

function keyOf({ credentials }: Simulator, changes: { secret?: string; securityToken?: string } = {}) {
  const { accessKeyId: id, secretAccessKey: secret } = credentials
  return accessKeyCredential({ id, secret, ...changes })
}

/** Tokens of which only the nth is good. */
function tokens(simulator: Simulator, goodFrom: number): Credential & { readonly renewals: () => number } {
  let renewals = 0
  return {
    label: verbatim('the test token'),
    advice: verbatim('Look at the test.'),
    headersFor: async ({ headers }) => ({
      ...headers,
      'X-Auth-Token': renewals >= goodFrom ? simulator.credentials.authToken : 'stale-token',
    }),
    renew: async () => {
      renewals += 1
    },
    renewals: () => renewals,
  }
}

describe('a wrong secret key', () => {
  it('costs one request, however many calls wait, and each says what it was doing', async () => {
    await withSimulator({ scenario: KNOWN_TASK }, async simulator => {
      const { connection, counted } = makeWorld({ credential: keyOf(simulator, { secret: 'wrong-key' }) })
      const { read } = atSimulator(simulator)
      const doings = Array.from({ length: 12 }, (_, at) => `read task ${at}`)
      const faults = await Promise.all(
        doings.map(doing => faultOf(connection.call({ ...read, doing: verbatim(doing) }))),
      )
      expect([simulator.requests.length, counted.length]).toEqual([1, 1])
      expect(faults.map(({ kind }) => kind)).toEqual(doings.map(() => 'authentication-failed'))
      faults.forEach(({ message, advice }, at) => {
        expect(message.startsWith(`Could not read task ${at}: `)).toBe(true)
        expect(message).toContain('APIGW.0301')
        expect(advice).toContain('five wrong signatures')
      })
    })
  })

  it('that was good before stops calls that already stand in line for the host', async () => {
    const no: Fault = { kind: 'answer', status: 401, json: { error_code: 'APIGW.0301', error_msg: 'no' } }
    const scenario = playing(no, { calls: { from: 2 } })
    await withSimulator({ scenario }, async simulator => {
      const { read } = atSimulator(simulator)
      const { connection } = makeWorld({ credential: keyOf(simulator) })
      await connection.call(read)
      const faults = await Promise.all(Array.from({ length: 20 }, () => faultOf(connection.call(read))))
      expect(faults.every(({ kind }) => kind === 'authentication-failed')).toBe(true)
      // One good call, and at the very most the four that were under way when the first 401 came.
      expect(simulator.requests.length).toBeLessThanOrEqual(5)
    })
  })

  it('of temporary keys may be an expired security token', async () => {
    await withSimulator({ scenario: KNOWN_TASK }, async simulator => {
      const credential = keyOf(simulator, { securityToken: 'old-token' })
      const fault = await faultOf(makeWorld({ credential }).connection.call(atSimulator(simulator).read))
      expect(fault.kind).toBe('authentication-failed')
      expect(fault.advice).toContain('The security token may have expired')
    })
  })

  it('may be right, and the clock wrong', async () => {
    await withSimulator({ scenario: { clockOffsetMs: -20 * 60_000 } }, async simulator => {
      const { connection } = makeWorld({ credential: keyOf(simulator, { securityToken: 'token' }) })
      const fault = await faultOf(connection.call(atSimulator(simulator).read))
      expect(fault.kind).toBe('authentication-failed')
      expect(fault.advice).toMatch(/clock is 20 minutes ahead of .*NTP.* security token may have expired/)
    })
  })

  it('is told from a clock that is off where nothing was signed', async () => {
    await withWire(
      socket => socket.end(httpAnswer(401, '', { date: 'Sat, 01 Jan 2000 00:00:00 GMT' })),
      async ({ url }) => {
        const credential = basicCredential('admin', 'wrong-password')
        const fault = await faultOf(makeWorld({ credential }).connection.call(readCall(url)))
        expect(fault.advice).toContain('oms-password')
        expect(fault.advice).not.toContain('clock')
      },
    )
  })
})

describe("the service's own advice on a credential", () => {
  it('comes first, and the usual one is not lost', async () => {
    await withWire(
      socket => socket.end(httpAnswer(401, '{}')),
      async ({ url }) => {
        const error = { code: 'A', message: 'no', requestId: null, advice: 'Ask the operator.' }
        const call = readCall(url, { errorIn: () => error })
        const credential = basicCredential('admin', 'wrong-password')
        const fault = await faultOf(makeWorld({ credential }).connection.call(call))
        expect(fault.advice).toMatch(/^Ask the operator\. Check oms-user/)
      },
    )
  })
})

describe('a token that can be renewed', () => {
  it('is renewed once for all calls that were turned away, and they succeed', async () => {
    await withSimulator({ scenario: KNOWN_TASK }, async simulator => {
      const credential = tokens(simulator, 1)
      const { connection } = makeWorld({ credential })
      const { read } = atSimulator(simulator)
      const answers = await Promise.all(Array.from({ length: 6 }, () => connection.call(read)))
      expect(answers).toHaveLength(6)
      expect(credential.renewals()).toBe(1)
      expect(simulator.requests).toHaveLength(7)
    })
  })

  it('is final when the new one is turned away as well', async () => {
    await withSimulator({ scenario: KNOWN_TASK }, async simulator => {
      const credential = tokens(simulator, 2)
      const { connection } = makeWorld({ credential })
      const { read } = atSimulator(simulator)
      const faults = await Promise.all(Array.from({ length: 6 }, () => faultOf(connection.call(read))))
      expect(faults.every(({ kind }) => kind === 'authentication-failed')).toBe(true)
      expect(faults[0]?.advice).toBe('Look at the test.')
      expect([credential.renewals(), simulator.requests.length]).toEqual([1, 2])
    })
  })
})

describe('a credential that is fetched from the host it is for', () => {
  it('does not wait behind the calls that wait for it', async () => {
    await withSimulator({ scenario: KNOWN_TASK }, async simulator => {
      const { read, credential } = atSimulator(simulator)
      const plain = makeWorld({ credential: null }).connection
      let fetched: Promise<unknown> = Promise.resolve()
      let stale = false
      const world = makeWorld({
        credential: {
          ...credential,
          headersFor: async request => {
            if (stale) await fetched
            return credential.headersFor(request)
          },
        },
      })
      await world.connection.call(read)
      stale = true
      const { promise, resolve } = Promise.withResolvers<void>()
      fetched = promise
      const calls = Promise.all(Array.from({ length: 8 }, () => world.connection.call(read)))
      await faultOf(plain.call({ ...read, headers: {} }))
      resolve()
      expect(await calls).toHaveLength(8)
    })
  })
})

describe('while the first answer is open, the credential', () => {
  it('is not used a second time, and an abort lets all calls end', async () => {
    await withSimulator({ scenario: playing({ kind: 'hang' }) }, async simulator => {
      const { read, credential } = atSimulator(simulator)
      const { connection, stop, counted } = makeWorld({ credential })
      const calls = Array.from({ length: 5 }, () => faultOf(connection.call(read)))
      while (simulator.requests.length === 0) await new Promise(resolve => setImmediate(resolve))
      stop.abort('cancelled')
      const faults = await Promise.all(calls)
      expect(faults.map(({ nothingStarted }) => nothingStarted)).toEqual([false, true, true, true, true])
      expect([simulator.requests.length, counted.length]).toEqual([1, 1])
    })
  })
})
