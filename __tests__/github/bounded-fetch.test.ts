import { describe, expect, test } from 'vitest'
import { boundedFetch, type Fetch, MAX_ANSWER_BYTES, RequestFault } from '../../src/github/bounded-fetch.ts'
import { FakeClock } from '../../testing/fake-clock.ts'

const MEBIBYTE = 1024 * 1024
const bounds = {
  timeoutMs: 5_000,
  deadline: { at: 60_000, signal: new AbortController().signal },
  clock: new FakeClock(),
  redactBeginning: (text: string) => text,
}

const answering =
  (status: number, body: AsyncIterable<Uint8Array> | null, headers: Record<string, string> = {}): Fetch =>
  async () => ({ status, body, headers: new Headers(headers) })

async function* chunks(count: number, taken: { count: number }): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < count; index += 1) {
    taken.count += 1
    yield new Uint8Array(MEBIBYTE)
  }
}

const get = (fetch: Fetch) =>
  boundedFetch(fetch, bounds)('https://api.example.com/x', { method: 'GET', headers: {} })

describe('one bounded request', () => {
  test('an answer of the full size is read, a larger one is cut off without reading on', async () => {
    const most = MAX_ANSWER_BYTES / MEBIBYTE
    const whole = await get(answering(200, chunks(most, { count: 0 })))
    expect((await whole.arrayBuffer()).byteLength).toBe(MAX_ANSWER_BYTES)
    const taken = { count: 0 }
    await expect(get(answering(200, chunks(1_000, taken)))).rejects.toThrow(
      'an answer of over 33554432 bytes',
    )
    expect(taken.count).toBe(most + 1)
  })

  test('hands on only the headers that are read, so that nothing else can reach the console', async () => {
    const response = await get(
      answering(200, null, {
        link: '<x>; rel="next"',
        'content-type': 'a/b',
        deprecation: 'x',
        sunset: '::error::',
      }),
    )
    expect([...response.headers.keys()]).toEqual(['content-type', 'link'])
  })

  test.each([204, 205])('%i has no body', async status => {
    const response = await get(answering(status, null))
    expect([response.status, response.body]).toEqual([status, null])
  })

  test.each([300, 304, 399])('%i without address is a fault, not an empty success', async status => {
    await expect(get(answering(status, null))).rejects.toMatchObject({
      fault: { kind: 'rejected', httpStatus: status },
    })
  })

  test('what fetch throws becomes a fault', async () => {
    const failing: Fetch = async () => {
      throw new TypeError('fetch failed')
    }
    await expect(get(failing)).rejects.toBeInstanceOf(RequestFault)
  })
})
