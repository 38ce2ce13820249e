import * as tls from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import { trustCertificates } from '../../src/cloud/certificates.ts'
import { CERTIFICATE, CERTIFICATE_KEY } from '../simulator/certificate.ts'
import { withSimulator } from '../simulator/client.ts'
import { withWire } from './wire.ts'
import { atSimulator, faultOf, KNOWN_TASK, makeWorld, playing, startCall } from './world.ts'

const TLS = { key: CERTIFICATE_KEY, cert: CERTIFICATE }
const usual = tls.getCACertificates('default')
// Trust holds for the whole process, hence a file of its own.
afterEach(() => tls.setDefaultCACertificates(usual))

describe('over TLS', () => {
  it('nothing was started when the certificate is from a private authority, and the remedy is named', async () => {
    await withSimulator({ scenario: KNOWN_TASK, tls: TLS }, async simulator => {
      const { start, credential } = atSimulator(simulator)
      const fault = await faultOf(makeWorld({ credential }).connection.call(start))
      expect(fault).toMatchObject({ kind: 'transient', nothingStarted: true, final: false })
      expect(fault.message).toContain('self-signed certificate')
      expect(fault.advice).toContain('ca-certificate')
      expect(simulator.requests).toHaveLength(0)
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

  it('a port that does not speak TLS is told from a wrong certificate', async () => {
    await withWire(
      socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
      async ({ host }) => {
        const fault = await faultOf(makeWorld().connection.call(startCall(`https://${host}`)))
        expect(fault).toMatchObject({ kind: 'transient', nothingStarted: true })
        expect(fault.advice).toContain('does not seem to speak TLS')
        expect(fault.advice).not.toContain('ca-certificate')
      },
    )
  })
})
