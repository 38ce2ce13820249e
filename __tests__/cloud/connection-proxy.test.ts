import { describe, expect, it } from 'vitest'
import type { Simulator } from '../../simulator/server.ts'
import { CERTIFICATE, CERTIFICATE_KEY } from '../simulator/certificate.ts'
import { withSimulator } from '../simulator/client.ts'
import { behindProxy, type RunningProxy, type Tunnel, withProxy } from './proxy.ts'
import { withWire } from './wire.ts'
import { atSimulator, faultOf, KNOWN_TASK, makeWorld, playing, readCall, startCall } from './world.ts'

const SHORT = { untilFirstAnswerMs: 400, afterwardsMs: 400 }
type Options = Parameters<typeof withSimulator>[0]
type Between = { readonly simulator: Simulator; readonly proxy: RunningProxy } & ReturnType<
  typeof behindProxy
>

/** Runs a test with a simulator that only a proxy can reach. */
function between(options: Options, behave: (nth: number) => Tunnel, test: (all: Between) => Promise<void>) {
  return withSimulator(options, simulator =>
    withProxy(simulator, behave, proxy => test({ simulator, proxy, ...behindProxy(simulator) })),
  )
}
const open = () => 'open' as const
const refuse = () => 'refuse' as const
const hang = () => 'hang' as const

describe('requests go through the proxy', () => {
  it.each([
    ['http_proxy', 'http://'],
    ['HTTP_PROXY', 'http://'],
    ['http_proxy', ''],
  ])('of %s with %j before its host, which sees no credential', async (variable, scheme) => {
    await between({ scenario: KNOWN_TASK }, open, async ({ simulator, proxy, read, start, credential }) => {
      const environment = { [variable]: `${scheme}${proxy.address}` }
      const { connection } = makeWorld({ credential, environment })
      for (const call of [read, start, start]) await connection.call(call)
      expect(proxy.tunnels.map(({ to }) => to)).toEqual([
        'drs.invalid:80',
        'drs.invalid:80',
        'drs.invalid:80',
      ])
      expect(JSON.stringify(proxy.tunnels)).not.toContain(simulator.credentials.authToken)
      expect(simulator.requests.map(({ status }) => status)).toEqual([200, 200, 200])
    })
  })

  it('by one tunnel for all reads', async () => {
    await between({ scenario: KNOWN_TASK }, open, async ({ proxy, read, credential }) => {
      const { connection } = makeWorld({ credential, environment: { http_proxy: proxy.address } })
      for (const call of [read, read, read]) await connection.call(call)
      expect(proxy.tunnels).toHaveLength(1)
    })
  })

  it('with the name and password in its address, which do not go further', async () => {
    await between({ scenario: KNOWN_TASK }, open, async ({ simulator, proxy, read, credential }) => {
      const environment = { http_proxy: `me:p%40ss@${proxy.address}` }
      await makeWorld({ credential, environment }).connection.call(read)
      const basic = Buffer.from('me:p@ss').toString('base64')
      expect(proxy.tunnels[0]?.headers).toContain(`"proxy-authorization":"Basic ${basic}"`)
      expect(JSON.stringify(simulator.requests[0]?.headers)).not.toContain(basic)
    })
  })

  it('of https_proxy, and TLS is checked at the far end of the tunnel', async () => {
    const tls = { key: CERTIFICATE_KEY, cert: CERTIFICATE }
    await between({ tls }, open, async ({ simulator, proxy, start, credential }) => {
      const environment = { https_proxy: proxy.address, NODE_TLS_REJECT_UNAUTHORIZED: '0' }
      const fault = await faultOf(makeWorld({ credential, environment }).connection.call(start))
      expect(proxy.tunnels.map(({ to }) => to)).toEqual(['drs.invalid:443'])
      expect(fault).toMatchObject({ kind: 'transient', layer: 'TLS', nothingStarted: true })
      expect(fault.advice).toContain('ca-certificate')
      expect(simulator.requests).toHaveLength(0)
    })
  })
})

describe('requests do not go through the proxy', () => {
  it.each(['drs.invalid', '.invalid', '*.invalid', 'other.example.com, DRS.INVALID:80', '*'])(
    'when no_proxy is %s',
    async list => {
      await between({}, open, async ({ proxy, read, credential }) => {
        const environment = { http_proxy: proxy.address, no_proxy: list }
        const fault = await faultOf(makeWorld({ credential, environment }).connection.call(read))
        expect(fault).toMatchObject({ layer: 'name look-up' })
        expect(proxy.tunnels).toHaveLength(0)
      })
    },
  )

  it('when they are for this machine', async () => {
    await withSimulator({ scenario: KNOWN_TASK }, async simulator => {
      const { read, credential } = atSimulator(simulator)
      const environment = { http_proxy: 'http://proxy.invalid:3128' }
      const { connection } = makeWorld({ credential, environment })
      expect((await connection.call(read)).value.results).toHaveLength(1)
    })
  })
})

describe('nothing was started, and the proxy is named and not the endpoint, when the proxy', () => {
  const started = (address: string, url = 'http://drs.invalid') =>
    faultOf(
      makeWorld({ environment: { http_proxy: address, https_proxy: address } }).connection.call(
        startCall(url),
      ),
    )

  it.each([
    [407, 'wants a name and a password'],
    [403, 'does not let this runner through to drs.invalid'],
    [502, 'could not reach drs.invalid itself'],
  ])('turns the tunnel down with %s', async (status, advice) => {
    await withWire(
      socket => socket.end(`HTTP/1.1 ${status} Some Words\r\nContent-Length: 0\r\n\r\n`),
      async ({ host }) => {
        const fault = await started(host)
        expect(fault).toMatchObject({ kind: 'transient', nothingStarted: true, layer: 'proxy' })
        expect(fault.message).toContain(`the proxy ${host} answered`)
        expect(fault.message).toContain(`HTTP ${status} Some Words`)
        expect(fault.advice).toContain(advice)
      },
    )
  })

  it('has a name that nobody knows', async () => {
    const fault = await started('http://me:secret@proxy.invalid:3128')
    expect(fault).toMatchObject({ kind: 'transient', nothingStarted: true, layer: 'proxy' })
    expect(fault.message).toContain('the proxy proxy.invalid:3128 gave no answer')
    expect(fault.advice).toContain('name of the proxy is not known')
    expect(fault.message).not.toContain('secret')
  })

  it('speaks no TLS although its address begins with https', async () => {
    await withWire(
      socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
      async ({ host }) => {
        const fault = await started(`https://${host}`)
        expect(fault).toMatchObject({ kind: 'transient', nothingStarted: true, layer: 'proxy' })
        expect(fault.advice).toContain('No TLS with the proxy')
      },
    )
  })

  it('is not there', async () => {
    let gone = ''
    await withWire(
      () => {},
      async ({ host }) => {
        gone = host
      },
    )
    const fault = await started(gone)
    expect(fault).toMatchObject({ kind: 'transient', nothingStarted: true, layer: 'proxy' })
    expect(fault.message).toContain('ECONNREFUSED')
  })

  it('does not answer, by the time a try may take', async () => {
    await between({}, hang, async ({ proxy, start, credential }) => {
      const environment = { http_proxy: proxy.address }
      const { connection } = makeWorld({ credential, environment, timeouts: SHORT })
      const fault = await faultOf(connection.call(start))
      expect(fault).toMatchObject({ kind: 'transient', nothingStarted: true, layer: 'proxy' })
      expect(fault.message).toContain(`the proxy ${proxy.address} gave no answer`)
      expect(fault.message).toContain('no complete answer within 0.4 s')
    })
  })

  it('does not answer, and the step ends', async () => {
    await between({}, hang, async ({ proxy, start, credential }) => {
      const { connection, stop } = makeWorld({ credential, environment: { http_proxy: proxy.address } })
      const fault = faultOf(connection.call(start))
      while (proxy.tunnels.length === 0) await new Promise(resolve => setImmediate(resolve))
      stop.abort('deadline')
      expect(await fault).toMatchObject({ kind: 'transient', nothingStarted: true, final: false })
    })
  })
})

it('a proxy that asks for a password is tried as often as a host that never answered', async () => {
  await between({}, refuse, async ({ proxy, read, credential }) => {
    const { connection } = makeWorld({ credential, environment: { http_proxy: proxy.address } })
    const finals: boolean[] = []
    for (let at = 0; at < 6; at += 1) finals.push((await faultOf(connection.call(read))).final)
    expect(finals).toEqual([false, false, false, false, true, true])
    expect(proxy.tunnels).toHaveLength(5)
  })
})

it('tunnels that hang do not use up the places of those that come later', async () => {
  const behave = (nth: number) => (nth >= 2 && nth <= 7 ? 'hang' : 'open')
  await between({ scenario: KNOWN_TASK }, behave, async ({ proxy, start, credential }) => {
    const environment = { http_proxy: proxy.address }
    const { connection } = makeWorld({ credential, environment, timeouts: SHORT })
    await connection.call(start)
    await Promise.all(Array.from({ length: 6 }, () => faultOf(connection.call(start))))
    expect((await connection.call(start)).value.results).toHaveLength(1)
    expect(proxy.tunnels).toHaveLength(8)
  })
})

it('a start whose tunnel is cut after it was sent may have arrived', async () => {
  await between(
    { scenario: playing({ kind: 'reset' }) },
    open,
    async ({ simulator, proxy, start, credential }) => {
      const { connection } = makeWorld({ credential, environment: { http_proxy: proxy.address } })
      const fault = await faultOf(connection.call(start))
      expect(fault).toMatchObject({ kind: 'transient', layer: 'HTTP', nothingStarted: false })
      expect(simulator.requests).toHaveLength(1)
    },
  )
})

it('a read that is sent straight to its host says nothing of proxies', async () => {
  const fault = await faultOf(
    makeWorld({ environment: { no_proxy: '*' } }).connection.call(readCall('http://drs.invalid')),
  )
  expect(fault).toMatchObject({ layer: 'name look-up' })
  expect(fault.message).not.toContain('proxy')
})
