import { describe, expect, test } from 'vitest'
import { Agents } from '../../src/cloud/agents.ts'
import { boundedFetch, type Fetch, MAX_ANSWER_BYTES, RequestFault } from '../../src/github/bounded-fetch.ts'
import { fetchOver } from '../../src/github/fetch.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { inEnglish } from '../../testing/in-english.ts'
import { inTurn, loopbacks } from './loopback.ts'

const serve = loopbacks()

const bounds = {
  timeoutMs: 5_000,
  deadline: { at: 60_000, signal: new AbortController().signal },
  clock: new FakeClock(),
  random: () => 0,
  redactBeginning: (text: string) => text,
  log: () => {},
}

const answering =
  (status: number, headers: Record<string, string> = {}): Fetch =>
  async () => ({ status, header: name => headers[name] ?? null, bytes: new Uint8Array() })

const get = (fetch: Fetch) =>
  boundedFetch(fetch, bounds)('https://api.example.com/x', { method: 'GET', headers: {} })

describe('one bounded request', () => {
  test('an answer of the full size is read, a larger one is not, however it comes in', async () => {
    const whole = await serve(inTurn({ status: 200, body: Buffer.alloc(MAX_ANSWER_BYTES, ' ') }))
    const larger = await serve(inTurn({ status: 200, body: Buffer.alloc(MAX_ANSWER_BYTES + 1, ' ') }))
    const fetch = fetchOver(new Agents({}))
    // What is measured is the size: 32 MiB take a busy machine a while.
    const read = boundedFetch(fetch, { ...bounds, timeoutMs: 60_000 })
    const init = { method: 'GET', headers: {} }
    expect((await (await read(whole.url, init)).arrayBuffer()).byteLength).toBe(MAX_ANSWER_BYTES)
    const refused = await read(larger.url, init).then(
      () => null,
      error => (error instanceof RequestFault ? inEnglish(error.fault) : error),
    )
    expect(refused).toMatchObject({ kind: 'rejected', what: 'the answer is larger than 32 MiB' })
  })

  test('hands on only the headers that are read, so that nothing else can reach the console', async () => {
    const response = await get(
      answering(200, {
        link: '<x>; rel="next"',
        'content-type': 'a/b',
        deprecation: 'x',
        sunset: '::error::',
      }),
    )
    expect([...response.headers.keys()]).toEqual(['content-type', 'link'])
  })

  test.each([204, 205])('%i has no body', async status => {
    const response = await get(answering(status))
    expect([response.status, response.body]).toEqual([status, null])
  })

  test.each([300, 304, 399])('%i without address is a fault, not an empty success', async status => {
    await expect(get(answering(status))).rejects.toMatchObject({
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
