import { describe, expect, it } from 'vitest'
import { CERTIFICATE, CERTIFICATE_KEY } from '../simulator/certificate.ts'
import { withSimulator } from '../simulator/client.ts'
import { faultFrom, NEVER } from './exchanging.ts'
import { type Reply, withWire } from './wire.ts'

const SHORT_MS = 300
const HEAD = 'HTTP/1.1 200 OK\r\n'
const CUT: readonly (readonly [string, Reply, RegExp])[] = [
  ['closes without a word', socket => socket.end(), /closed without an answer/],
  ['resets without a word', socket => socket.resetAndDestroy(), /ECONNRESET/],
  ['closes in the middle of the headers', socket => socket.end(`${HEAD}content-le`), /./],
  ['closes after the headers', socket => socket.end(`${HEAD}content-length: 9\r\n\r\n`), /cut in the middle/],
  [
    'closes in the middle of the body',
    socket => socket.end(`${HEAD}content-length: 9\r\n\r\n{"a`),
    /cut in the middle/,
  ],
  [
    'closes between chunks',
    socket => socket.end(`${HEAD}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n`),
    /cut in the middle/,
  ],
  [
    'sends a wrong chunk',
    socket => socket.end(`${HEAD}transfer-encoding: chunked\r\n\r\nzz\r\n`),
    /cut in the middle|Parse Error/,
  ],
  ['does not speak HTTP', socket => socket.end('220 mail.example.com ESMTP\r\n'), /Parse Error/],
  [
    'sends endless headers',
    socket => socket.end(`${HEAD}x: ${'y'.repeat(200_000)}\r\n\r\n`),
    /larger than 64 KiB/,
  ],
  [
    'changes to another protocol',
    socket => socket.write('HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    /./,
  ],
]

describe('a request may have arrived, and its answer is lost, when the server', () => {
  it.each(CUT)('%s', async (_, reply, what) => {
    await withWire(reply, async ({ url }) => {
      const startedAt = performance.now()
      const fault = await faultFrom(url)
      expect(fault).toMatchObject({
        nothingSent: false,
        tooLarge: false,
        message: expect.stringMatching(what),
      })
      expect(performance.now() - startedAt).toBeLessThan(1_000)
    })
  })

  it.each<[string, Reply]>([
    ['never answers', () => {}],
    ['stops after the headers', socket => socket.write(`${HEAD}content-length: 9\r\n\r\n`)],
    ['stops in the middle of the body', socket => socket.write(`${HEAD}content-length: 9\r\n\r\n{"`)],
    [
      'sends a byte now and then',
      socket => {
        socket.write(`${HEAD}content-length: 1000\r\n\r\n`)
        const timer = setInterval(() => socket.write(' '), 20)
        socket.once('close', () => clearInterval(timer))
      },
    ],
  ])('%s: the time for the whole answer is limited', async (_, reply) => {
    await withWire(reply, async ({ url }) => {
      const startedAt = performance.now()
      const fault = await faultFrom(url, SHORT_MS)
      expect(fault).toMatchObject({
        nothingSent: false,
        message: expect.stringContaining('no complete answer within 0.3 s'),
      })
      expect(performance.now() - startedAt).toBeLessThan(1_000)
    })
  })
})

describe('nothing can have arrived when', () => {
  it('the connection is refused', async () => {
    let gone = ''
    await withWire(
      () => {},
      async ({ url }) => {
        gone = url
      },
    )
    const fault = await faultFrom(gone)
    expect(fault).toMatchObject({ nothingSent: true, message: expect.stringContaining('ECONNREFUSED') })
  })

  it('the name is not known', async () => {
    const fault = await faultFrom('http://name.invalid/')
    expect(fault).toMatchObject({ nothingSent: true, message: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) })
  })

  it('the certificate is from an unknown authority', async () => {
    await withSimulator({ tls: { key: CERTIFICATE_KEY, cert: CERTIFICATE } }, async ({ url, requests }) => {
      const fault = await faultFrom(url)
      expect(fault).toMatchObject({
        nothingSent: true,
        message: expect.stringMatching(
          /^TLS with \S+ failed \(self-signed certificate \(DEPTH_ZERO_SELF_SIGNED_CERT\)\)$/,
        ),
      })
      expect(requests).toHaveLength(0)
    })
  })

  it.each<[string, Reply, RegExp]>([
    ['the handshake is cut off', socket => socket.destroy(), /ECONNRESET|disconnected/],
    [
      'the other side does not speak TLS',
      socket => socket.end('HTTP/1.1 400 Bad\r\n\r\n'),
      /wrong version|EPROTO|packet/,
    ],
    ['the handshake hangs', () => {}, /no complete answer/],
  ])('%s', async (_, reply, what) => {
    await withWire(reply, async ({ host }) => {
      const fault = await faultFrom(`https://${host}`, 500)
      expect(fault).toMatchObject({ nothingSent: true, message: expect.stringMatching(what) })
    })
  })

  it('a header cannot be sent, and its value is not told', async () => {
    await withWire(
      () => {},
      async ({ url, connections }) => {
        const fault = await faultFrom(url, 500, NEVER, { headers: { 'X-Auth-Token': 'line one\nline two' } })
        expect(fault.nothingSent).toBe(true)
        expect(fault.message).toContain('X-Auth-Token')
        expect(fault.message).not.toContain('line')
        expect(connections()).toBe(0)
      },
    )
  })

  it('the step has ended before', async () => {
    await withWire(
      () => {},
      async ({ url, connections }) => {
        const fault = await faultFrom(url, 500, AbortSignal.abort())
        expect(fault).toMatchObject({ nothingSent: true, message: 'the step ended before the answer came' })
        expect(connections()).toBe(0)
      },
    )
  })
})

describe('the end of the step cuts off', () => {
  it.each<[string, Reply]>([
    ['an answer that has not begun', () => {}],
    ['an answer that has', socket => socket.write(`${HEAD}content-length: 9\r\n\r\n{"`)],
  ])('%s', async (_, reply) => {
    const stop = new AbortController()
    const stopping: Reply = (socket, nth) => {
      reply(socket, nth)
      setTimeout(() => stop.abort('deadline'), 20)
    }
    await withWire(stopping, async ({ url }) => {
      const fault = await faultFrom(url, 5_000, stop.signal)
      expect(fault).toMatchObject({ nothingSent: false, message: 'the step ended before the answer came' })
    })
  })
})
