import * as zlib from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { LARGEST_ANSWER_BYTES } from '../../src/cloud/limits.ts'
import { withSimulator } from '../simulator/client.ts'
import { answerFrom, faultFrom } from './exchanging.ts'
import { httpAnswer, type Reply, withWire } from './wire.ts'

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
      expect(await faultFrom(url)).toMatchObject({
        tooLarge: true,
        message: 'the answer is larger than 16 MiB',
      })
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
