import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:https'
import * as net from 'node:net'
import * as tls from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import { trustCertificates } from '../../src/cloud/certificates.ts'
import { STRANGE_CERTIFICATE, STRANGE_KEY } from '../faults/strange-certificate.ts'
import { CERTIFICATE, CERTIFICATE_KEY } from '../simulator/certificate.ts'
import { withSimulator } from '../simulator/client.ts'
import { withWire } from './wire.ts'
import { atSimulator, faultOf, KNOWN_TASK, makeWorld, playing, startCall } from './world.ts'

const TLS = { key: CERTIFICATE_KEY, cert: CERTIFICATE }
/** The first byte of a TLS record that is encrypted. */
const BEHIND_HEADER = 5
const usual = tls.getCACertificates('default')
// Trust holds for the whole process, hence a file of its own.
afterEach(() => tls.setDefaultCACertificates(usual))

describe('over TLS', () => {
  it('nothing was started when the certificate is from a private authority, and the remedy is named', async () => {
    await withSimulator({ scenario: KNOWN_TASK, tls: TLS }, async simulator => {
      const { start, credential } = atSimulator(simulator)
      const fault = await faultOf(makeWorld({ credential }).connection.call(start))
      expect(fault).toMatchObject({ kind: 'transient', nothingStarted: true, final: false, layer: 'TLS' })
      expect(fault.message).toContain('self-signed certificate')
      expect(fault.advice).toContain('ca-certificate')
      expect(simulator.requests).toHaveLength(0)
    })
  })

  it('what no repetition mends is tried twice, by all calls together', async () => {
    await withSimulator({ scenario: KNOWN_TASK, tls: TLS }, async simulator => {
      const { read, credential } = atSimulator(simulator)
      const { connection, counted } = makeWorld({ credential })
      const faults = await Promise.all(Array.from({ length: 9 }, () => faultOf(connection.call(read))))
      expect(faults.map(({ layer }) => layer)).toEqual(faults.map(() => 'TLS'))
      expect(faults.filter(({ final }) => final)).toHaveLength(8)
      expect(faults.at(-1)?.message).toContain('in 2 tries')
      expect(faults.at(-1)?.advice).toContain('ca-certificate')
      expect(counted).toHaveLength(2)
    })
  })

  it('the same holds in mid-run, when the host has answered before', async () => {
    trustCertificates([CERTIFICATE])
    const server = createServer(TLS, (_request, response) => response.end('{"results": []}'))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const start = startCall(`https://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`)
    const { connection, counted } = makeWorld()
    await connection.call(start)
    server.setSecureContext({ key: STRANGE_KEY, cert: STRANGE_CERTIFICATE })
    server.setTicketKeys(randomBytes(48))
    const finals: boolean[] = []
    for (let at = 0; at < 3; at += 1) finals.push((await faultOf(connection.call(start))).final)
    expect([finals, counted.length]).toEqual([[false, true, true], 3])
    server.close()
  })

  it('a handshake that is cut off may go better the next time, and is tried as often as ever', async () => {
    await withWire(
      socket => socket.destroy(),
      async ({ host }) => {
        const { connection } = makeWorld()
        const finals: boolean[] = []
        for (let at = 0; at < 5; at += 1) {
          const fault = await faultOf(connection.call(startCall(`https://${host}`)))
          expect(fault).toMatchObject({ layer: 'TLS', nothingStarted: true })
          finals.push(fault.final)
        }
        expect(finals).toEqual([false, false, false, false, true])
      },
    )
  })

  it.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'a server that wants a certificate of its client is told from all others, by %s',
    async version => {
      trustCertificates([CERTIFICATE])
      const server = tls.createServer({ ...TLS, requestCert: true, minVersion: version, maxVersion: version })
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      const address = server.address()
      const port = typeof address === 'object' ? address?.port : 0
      const fault = await faultOf(makeWorld().connection.call(startCall(`https://127.0.0.1:${port}`)))
      expect(fault).toMatchObject({ layer: 'TLS', nothingStarted: true })
      expect(fault.advice).toContain('asks its clients for a certificate')
      server.close()
    },
  )

  it('a certificate for another name is told as such', async () => {
    trustCertificates([CERTIFICATE])
    await withSimulator({ tls: TLS }, async simulator => {
      const { start, credential } = atSimulator(simulator)
      const url = new URL(start.url)
      url.hostname = '127.0.0.2'
      const server = tls.createServer(TLS).listen(Number(url.port), '127.0.0.2')
      await once(server, 'listening')
      const fault = await faultOf(makeWorld({ credential }).connection.call({ ...start, url }))
      expect(fault.advice).toContain('is for another name')
      server.close()
    })
  })

  it('the certificate of a private authority is taken once it is trusted', async () => {
    trustCertificates([CERTIFICATE])
    await withSimulator({ scenario: KNOWN_TASK, tls: TLS }, async simulator => {
      const { read, credential } = atSimulator(simulator)
      expect((await makeWorld({ credential }).connection.call(read)).value.results).toHaveLength(1)
    })
  })

  it('a start that is cut off after the handshake may have arrived', async () => {
    trustCertificates([CERTIFICATE])
    await withSimulator({ scenario: playing({ kind: 'reset' }), tls: TLS }, async simulator => {
      const { start, credential } = atSimulator(simulator)
      const fault = await faultOf(makeWorld({ credential }).connection.call(start))
      expect(fault).toMatchObject({ kind: 'transient', nothingStarted: false })
      expect(simulator.requests).toHaveLength(1)
    })
  })

  it('a start may have arrived when its answer is broken on the way', async () => {
    trustCertificates([CERTIFICATE])
    await withSimulator({ scenario: KNOWN_TASK, tls: TLS }, async simulator => {
      const { start, credential } = atSimulator(simulator)
      // Between the two, bytes are passed on, and those behind the request with a bit of them flipped.
      const between = net.createServer(client => {
        const server = net.connect(Number(start.url.port), '127.0.0.1')
        client.pipe(server)
        server.on('data', bytes => {
          if (simulator.requests.length > 0)
            bytes.writeUInt8(bytes.readUInt8(BEHIND_HEADER) ^ 1, BEHIND_HEADER)
          client.write(bytes)
        })
        server.on('error', () => client.destroy())
        client.on('error', () => server.destroy())
        client.on('close', () => server.destroy())
      })
      between.listen(0, '127.0.0.1')
      await once(between, 'listening')
      const address = between.address()
      const url = new URL(start.url)
      url.port = String(typeof address === 'object' ? address?.port : 0)
      const fault = await faultOf(makeWorld({ credential }).connection.call({ ...start, url }))
      expect(fault).toMatchObject({ kind: 'transient', nothingStarted: false, layer: 'HTTP' })
      expect(simulator.requests).toHaveLength(1)
      between.close()
    })
  })

  it('a port that does not speak TLS is told from a wrong certificate', async () => {
    await withWire(
      socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
      async ({ host }) => {
        const fault = await faultOf(makeWorld().connection.call(startCall(`https://${host}`)))
        expect(fault).toMatchObject({ kind: 'transient', nothingStarted: true })
        expect(fault.advice).toContain('does not seem to speak TLS')
        expect(fault.message).toMatch(
          /TLS with \S+ failed \(wrong version number \(SSL routines\) \(EPROTO\)\)\.$/,
        )
        expect(fault.advice).not.toContain('ca-certificate')
      },
    )
  })
})
