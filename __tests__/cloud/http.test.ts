import * as http from 'node:http'
import * as https from 'node:https'
import * as zlib from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { exchange, type HttpRequest, LARGEST_ANSWER_BYTES, NetworkFault } from '../../src/cloud/http.ts'
import { CERTIFICATE, CERTIFICATE_KEY } from '../simulator/certificate.ts'
import { withSimulator } from '../simulator/client.ts'
import { httpAnswer, type Reply, withWire } from './wire.ts'

const agents = { 'http:': new http.Agent(), 'https:': new https.Agent() }
afterAll(() => {
  for (const agent of Object.values(agents)) agent.destroy()
})

const NEVER = new AbortController().signal
const SHORT_MS = 150

async function answerFrom(
  url: string,
  timeoutMs = 5_000,
  signal = NEVER,
  changes: Partial<HttpRequest> = {},
) {
  const target = new URL(url)
  const agent = target.protocol === 'https:' ? agents['https:'] : agents['http:']
  const request = { method: 'POST', url: target, headers: {}, body: '{"a":"ü"}', ...changes } as const
  return exchange(request, { agent, timeoutMs, signal })
}

async function faultFrom(...all: Parameters<typeof answerFrom>): Promise<NetworkFault> {
  const error: unknown = await answerFrom(...all).then(
    answer => answer,
    (thrown: unknown) => thrown,
  )
  if (error instanceof NetworkFault) return error
  throw new Error(`no network fault: ${JSON.stringify(error)}`)
}

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
  ['sends endless headers', socket => socket.end(`${HEAD}x: ${'y'.repeat(200_000)}\r\n\r\n`), /overflow/],
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
      expect(fault).toMatchObject({ nothingSent: false, tooLarge: false, what: expect.stringMatching(what) })
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
      expect(fault).toMatchObject({ nothingSent: false, what: 'no complete answer within 0.2 s' })
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
    expect(fault).toMatchObject({ nothingSent: true, what: expect.stringContaining('ECONNREFUSED') })
  })

  it('the name is not known', async () => {
    const fault = await faultFrom('http://name.invalid/')
    expect(fault).toMatchObject({ nothingSent: true, what: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) })
  })

  it('the certificate is from an unknown authority', async () => {
    await withSimulator({ tls: { key: CERTIFICATE_KEY, cert: CERTIFICATE } }, async ({ url, requests }) => {
      const fault = await faultFrom(url)
      expect(fault).toMatchObject({
        nothingSent: true,
        what: expect.stringMatching(/^self-signed certificate \(DEPTH_ZERO_SELF_SIGNED_CERT\)$/),
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
      expect(fault).toMatchObject({ nothingSent: true, what: expect.stringMatching(what) })
    })
  })

  it('a header cannot be sent, and its value is not told', async () => {
    await withWire(
      () => {},
      async ({ url, connections }) => {
        const fault = await faultFrom(url, 500, NEVER, { headers: { 'X-Auth-Token': 'line one\nline two' } })
        expect(fault.nothingSent).toBe(true)
        expect(fault.what).toContain('X-Auth-Token')
        expect(fault.what).not.toContain('line')
        expect(connections()).toBe(0)
      },
    )
  })

  it('the step has ended before', async () => {
    await withWire(
      () => {},
      async ({ url, connections }) => {
        const fault = await faultFrom(url, 500, AbortSignal.abort())
        expect(fault).toMatchObject({ nothingSent: true, what: 'the step ended before the answer came' })
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
      expect(fault).toMatchObject({ nothingSent: false, what: 'the step ended before the answer came' })
    })
  })
})

describe('a whole answer is read', () => {
  const text = JSON.stringify({ text: 'grün 密码'.repeat(1_000) })
  const encodings: readonly (readonly [string, (text: string) => Buffer])[] = [
    ['gzip', zlib.gzipSync],
    ['GZIP', zlib.gzipSync],
    ['x-gzip', zlib.gzipSync],
    ['deflate', zlib.deflateSync],
    ['br', zlib.brotliCompressSync],
    ['identity', Buffer.from],
  ]

  it.each(encodings)('packed as %s', async (encoding, pack) => {
    const answer = httpAnswer(200, pack(text), { 'content-encoding': encoding })
    await withWire(
      socket => socket.end(answer),
      async ({ url }) => expect((await answerFrom(url)).body).toBe(text),
    )
  })

  it('in pieces that cut a character in two, with its status and headers', async () => {
    const answer = httpAnswer(503, text, { 'retry-after': '7', 'x-request-id': 'r1' })
    const bytewise: Reply = socket => {
      socket.write(answer.subarray(0, -5))
      setTimeout(() => socket.end(answer.subarray(-5)), 10)
    }
    await withWire(bytewise, async ({ url }) => {
      const { status, headers, body } = await answerFrom(url)
      expect([status, headers['retry-after'], headers['x-request-id'], body]).toEqual([503, '7', 'r1', text])
    })
  })

  it('after early hints, and without a body', async () => {
    const hints = 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n'
    await withWire(
      socket => socket.write(hints),
      async ({ url }) => expect(await answerFrom(url)).toMatchObject({ status: 204, body: '' }),
    )
  })

  it('of a redirect, which is not followed', async () => {
    await withWire(
      socket => socket.end(httpAnswer(302, '', { location: 'http://other.invalid/' })),
      async ({ url, requests }) => {
        expect(await answerFrom(url)).toMatchObject({ status: 302, body: '' })
        expect(requests).toHaveLength(1)
      },
    )
  })

  it('and what cannot be unpacked leaves the status to decide', async () => {
    await withWire(
      socket => socket.end(httpAnswer(401, 'no gzip at all', { 'content-encoding': 'gzip' })),
      async ({ url }) => {
        const { status, body } = await answerFrom(url)
        expect(status).toBe(401)
        expect(body).toBe('(gzip that cannot be unpacked)')
      },
    )
  })

  it('and the request has the length of its body in bytes', async () => {
    await withWire(
      socket => socket.end(httpAnswer(200, '{}')),
      async ({ url, requests }) => {
        await answerFrom(`${url}/p?q=1`)
        expect(requests.join('')).toMatch(/^POST \/p\?q=1 HTTP\/1\.1\r\n/)
        expect(requests.join('')).toContain('content-length: 10\r\n')
      },
    )
  })
})

describe('an answer over 16 MiB is cut off', () => {
  const bomb = Buffer.alloc(LARGEST_ANSWER_BYTES + 1, ' ')

  it('while it comes in, not when it is whole', async () => {
    const scenario = { rules: [{ fault: { kind: 'oversize' as const, mebibytes: 200 } }] }
    await withSimulator({ scenario }, async ({ url }) => {
      const startedAt = performance.now()
      expect(await faultFrom(url)).toMatchObject({ tooLarge: true, what: 'the answer is larger than 16 MiB' })
      expect(performance.now() - startedAt).toBeLessThan(2_000)
    })
  })

  it.each([
    ['gzip', zlib.gzipSync(bomb)],
    ['deflate', zlib.deflateSync(bomb)],
    ['br', zlib.brotliCompressSync(bomb, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } })],
  ])('also when it is small as long as it is packed (%s)', async (encoding, packed) => {
    expect(packed.length).toBeLessThan(100_000)
    await withWire(
      socket => socket.end(httpAnswer(200, packed, { 'content-encoding': encoding })),
      async ({ url }) => expect(await faultFrom(url)).toMatchObject({ tooLarge: true, nothingSent: false }),
    )
  })

  it('but 16 MiB are not', async () => {
    const answer = httpAnswer(200, Buffer.alloc(LARGEST_ANSWER_BYTES, ' '))
    await withWire(
      socket => socket.end(answer),
      async ({ url }) => expect((await answerFrom(url)).body).toHaveLength(LARGEST_ANSWER_BYTES),
    )
  })
})
