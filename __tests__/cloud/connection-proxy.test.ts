import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CERTIFICATE, CERTIFICATE_KEY } from '../simulator/certificate.ts'
import { withSimulator } from '../simulator/client.ts'
import { behindProxy, withProxy } from './proxy.ts'
import { atSimulator, faultOf, KNOWN_TASK, makeWorld, playing } from './world.ts'

const SHORT = { untilFirstAnswerMs: 400, afterwardsMs: 400 }
const VARIABLES = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY']
beforeEach(() => {
  for (const name of VARIABLES) vi.stubEnv(name, '')
})
afterEach(() => {
  vi.unstubAllEnvs()
})

describe('requests go through the proxy', () => {
  it.each(['http_proxy', 'HTTP_PROXY'])('of %s, which sees no credential', async variable => {
    await withSimulator({ scenario: KNOWN_TASK }, async simulator => {
      await withProxy(
        simulator,
        () => 'open',
        async ({ address, tunnels }) => {
          vi.stubEnv(variable, `http://${address}`)
          const { read, start, credential } = behindProxy(simulator)
          const { connection } = makeWorld({ credential })
          for (const call of [read, read, start]) await connection.call(call)
          expect(tunnels.map(({ to }) => to)).toEqual(['drs.invalid:80', 'drs.invalid:80', 'drs.invalid:80'])
          expect(JSON.stringify(tunnels)).not.toContain(simulator.credentials.authToken)
          expect(simulator.requests.map(({ status }) => status)).toEqual([200, 200, 200])
        },
      )
    })
  })

  it('with the name and password in its address, which do not go further', async () => {
    await withSimulator({ scenario: KNOWN_TASK }, async simulator => {
      await withProxy(
        simulator,
        () => 'open',
        async ({ address, tunnels }) => {
          vi.stubEnv('http_proxy', `http://me:p%40ss@${address}`)
          const { read, credential } = behindProxy(simulator)
          await makeWorld({ credential }).connection.call(read)
          const basic = Buffer.from('me:p@ss').toString('base64')
          expect(tunnels[0]?.headers).toContain(`"proxy-authorization":"Basic ${basic}"`)
          expect(JSON.stringify(simulator.requests[0]?.headers)).not.toContain(basic)
        },
      )
    })
  })

  it('of https_proxy, and TLS is checked at the far end of the tunnel', async () => {
    await withSimulator({ tls: { key: CERTIFICATE_KEY, cert: CERTIFICATE } }, async simulator => {
      await withProxy(
        simulator,
        () => 'open',
        async ({ address, tunnels }) => {
          vi.stubEnv('https_proxy', address)
          const { start, credential } = behindProxy(simulator)
          const fault = await faultOf(makeWorld({ credential }).connection.call(start))
          expect(tunnels.map(({ to }) => to)).toEqual(['drs.invalid:443'])
          expect(fault).toMatchObject({ kind: 'transient', nothingStarted: true })
          expect(fault.advice).toContain('ca-certificate')
          expect(simulator.requests).toHaveLength(0)
        },
      )
    })
  })
})

describe('requests do not go through the proxy', () => {
  it.each(['drs.invalid', '.invalid', 'other.example.com, DRS.INVALID:80', '*'])(
    'when no_proxy is %s',
    async list => {
      await withSimulator({}, async simulator => {
        await withProxy(
          simulator,
          () => 'open',
          async ({ address, tunnels }) => {
            vi.stubEnv('http_proxy', `http://${address}`)
            vi.stubEnv('no_proxy', list)
            const { read, credential } = behindProxy(simulator)
            const fault = await faultOf(makeWorld({ credential }).connection.call(read))
            expect(fault.advice).toContain('drs.invalid is not known here')
            expect(tunnels).toHaveLength(0)
          },
        )
      })
    },
  )

  it('when they are for this machine', async () => {
    await withSimulator({ scenario: KNOWN_TASK }, async simulator => {
      vi.stubEnv('http_proxy', 'http://proxy.invalid:3128')
      const { read, credential } = atSimulator(simulator)
      expect((await makeWorld({ credential }).connection.call(read)).value.results).toHaveLength(1)
    })
  })
})

describe('nothing was started, and the proxy is named, when the proxy', () => {
  it('turns the tunnel down', async () => {
    await withSimulator({}, async simulator => {
      await withProxy(
        simulator,
        () => 'refuse',
        async ({ address }) => {
          vi.stubEnv('http_proxy', `http://${address}`)
          const { start, credential } = behindProxy(simulator)
          const fault = await faultOf(makeWorld({ credential }).connection.call(start))
          expect(fault).toMatchObject({ kind: 'transient', nothingStarted: true })
          expect(fault.message).toContain('statusCode=407')
          expect(fault.advice).toContain('proxy variables')
        },
      )
    })
  })

  it('is not there', async () => {
    await withSimulator({}, async simulator => {
      let gone = ''
      await withProxy(
        simulator,
        () => 'open',
        async ({ address }) => {
          gone = address
        },
      )
      vi.stubEnv('http_proxy', `http://${gone}`)
      const { start, credential } = behindProxy(simulator)
      const fault = await faultOf(makeWorld({ credential }).connection.call(start))
      expect(fault).toMatchObject({ kind: 'transient', nothingStarted: true })
      expect(fault.message).toContain('ECONNREFUSED')
    })
  })

  it('has an address that cannot be read', async () => {
    await withSimulator({}, async simulator => {
      vi.stubEnv('http_proxy', 'not an address')
      const { start, credential } = behindProxy(simulator)
      const fault = await faultOf(makeWorld({ credential }).connection.call(start))
      expect(fault).toMatchObject({ kind: 'transient', nothingStarted: true })
      expect(fault.message).toContain('http_proxy holds no readable address')
    })
  })

  it('does not answer, by the time a try may take', async () => {
    await withSimulator({}, async simulator => {
      await withProxy(
        simulator,
        () => 'hang',
        async ({ address }) => {
          vi.stubEnv('http_proxy', `http://${address}`)
          const { start, credential } = behindProxy(simulator)
          const fault = await faultOf(makeWorld({ credential, timeouts: SHORT }).connection.call(start))
          expect(fault).toMatchObject({ kind: 'transient', nothingStarted: true })
          expect(fault.message).toContain('no complete answer within')
        },
      )
    })
  })

  it('does not answer, and the step ends', async () => {
    await withSimulator({}, async simulator => {
      await withProxy(
        simulator,
        () => 'hang',
        async ({ address, tunnels }) => {
          vi.stubEnv('http_proxy', `http://${address}`)
          const { start, credential } = behindProxy(simulator)
          const { connection, stop } = makeWorld({ credential })
          const fault = faultOf(connection.call(start))
          while (tunnels.length === 0) await new Promise(resolve => setImmediate(resolve))
          stop.abort('deadline')
          expect(await fault).toMatchObject({ kind: 'transient', nothingStarted: true, final: false })
        },
      )
    })
  })
})

it('tunnels that hang do not use up the places of those that come later', async () => {
  await withSimulator({ scenario: KNOWN_TASK }, async simulator => {
    await withProxy(
      simulator,
      nth => (nth >= 2 && nth <= 7 ? 'hang' : 'open'),
      async ({ address, tunnels }) => {
        vi.stubEnv('http_proxy', `http://${address}`)
        const { read, credential } = behindProxy(simulator)
        const { connection } = makeWorld({ credential, timeouts: SHORT })
        await connection.call(read)
        await Promise.all(Array.from({ length: 6 }, () => faultOf(connection.call(read))))
        expect((await connection.call(read)).value.results).toHaveLength(1)
        expect(tunnels).toHaveLength(8)
      },
    )
  })
})

it('a start whose tunnel is cut after it was sent may have arrived', async () => {
  await withSimulator({ scenario: playing({ kind: 'reset' }) }, async simulator => {
    await withProxy(
      simulator,
      () => 'open',
      async ({ address }) => {
        vi.stubEnv('http_proxy', `http://${address}`)
        const { start, credential } = behindProxy(simulator)
        const fault = await faultOf(makeWorld({ credential }).connection.call(start))
        expect(fault).toMatchObject({ kind: 'transient', nothingStarted: false })
        expect(simulator.requests).toHaveLength(1)
      },
    )
  })
})
