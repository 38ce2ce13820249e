import { describe, expect, test } from 'vitest'
import { MAX_TRIES } from '../../src/github/ask.ts'
import { inEnglish } from '../../testing/in-english.ts'
import { inTurn, loopbacks, type Reply, TOKEN, world } from './loopback.ts'

const PULL = 7
const HEAD: Reply = { status: 200, body: { head: { sha: 'abc' } } }
const NOW = new Date('2026-11-21T00:00:00Z')

const serve = loopbacks()

describe('what is tried again', () => {
  test.each([
    ['a 502', { status: 502 }],
    ['a 503 page', { status: 503, body: '<html>Unicorn!</html>' }],
    ['a 429', { status: 429 }],
    ['a body that breaks off', { status: 200, body: '{"head":', breakOff: true }],
  ])('%s, then it is good', async (_, bad) => {
    const server = await serve(inTurn(bad, bad, HEAD))
    const { github, waits, lines } = world(server.url)
    expect(await github.headSha(PULL)).toEqual({ ok: true, value: 'abc' })
    expect(waits).toEqual([250, 500])
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^GitHub, reading pull request 7: .+; try 2 of 4 in 0\.3 s$/)
    expect(lines.join()).not.toContain(TOKEN)
  })

  test('a refused connection, and the fault names the host', async () => {
    const server = await serve(inTurn(HEAD))
    await server.close()
    const { github, waits } = world(server.url)
    expect(inEnglish(await github.headSha(PULL))).toMatchObject({
      ok: false,
      fault: { kind: 'unavailable', mayHaveActed: false, what: expect.stringContaining('ECONNREFUSED') },
    })
    expect(waits).toHaveLength(MAX_TRIES - 1)
  })

  test('a request without answer ends at its time-out', async () => {
    const server = await serve(inTurn(null, HEAD))
    const { github, lines } = world(server.url, { timeoutMs: 40 })
    expect(await github.headSha(PULL)).toEqual({ ok: true, value: 'abc' })
    expect(lines[0]).toMatch(/127\.0\.0\.1:\d+ failed \(no complete answer within 0 s\)/)
  })

  test.each([401, 403, 404, 409, 410, 422])('%i is not', async status => {
    const server = await serve(inTurn({ status, body: { message: 'no' } }))
    const { github, waits } = world(server.url)
    expect(await github.headSha(PULL)).toMatchObject({ ok: false, fault: { httpStatus: status } })
    expect([server.seen.length, waits]).toEqual([1, []])
  })

  test('not for ever', async () => {
    const server = await serve(inTurn({ status: 500 }))
    expect(await world(server.url).github.headSha(PULL)).toMatchObject({ fault: { httpStatus: 500 } })
    expect(server.seen).toHaveLength(MAX_TRIES)
  })

  test('a new comment only when nothing can have been written', async () => {
    const lost = await serve(inTurn({ status: 502 }))
    expect(await world(lost.url).github.createComment(PULL, 'x')).toMatchObject({
      ok: false,
      fault: { mayHaveActed: true },
    })
    expect(lost.seen).toHaveLength(1)
    const throttled = await serve(inTurn({ status: 429 }, { status: 201, body: { html_url: 'u' } }))
    expect(await world(throttled.url).github.createComment(PULL, 'x')).toEqual({
      ok: true,
      value: null,
    })
    expect(throttled.seen).toHaveLength(2)
  })

  test('the update of a comment always', async () => {
    const server = await serve(inTurn({ status: 502 }, { status: 200, body: {} }))
    expect(await world(server.url).github.updateComment(5, 'x')).toMatchObject({ ok: true })
    expect(server.seen.map(({ method, url }) => `${method} ${url}`)).toEqual(
      Array(2).fill('PATCH /repos/acme/shop/issues/comments/5'),
    )
  })
})

describe('waits', () => {
  test.each([
    ['Retry-After', { 'retry-after': '7' }, 7_000],
    [
      'the reset time',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${NOW.getTime() / 1000 + 20}` },
      20_000,
    ],
  ])('%s is honoured', async (_, headers, waitMs) => {
    const server = await serve(inTurn({ status: 403, headers, body: { message: 'rate limit' } }, HEAD))
    const { github, waits } = world(server.url, { date: NOW })
    expect(await github.headSha(PULL)).toMatchObject({ ok: true })
    expect(waits).toEqual([waitMs])
  })

  test.each([
    ['over a minute', '61', 600_000],
    ['up to the deadline', '5', 5_000],
    ['past the deadline', '30', 5_500],
  ])('of %s are given up on at once', async (_, seconds, leftMs) => {
    const server = await serve(inTurn({ status: 429, headers: { 'retry-after': seconds } }, HEAD))
    const { github, waits } = world(server.url, { leftMs })
    expect(await github.headSha(PULL)).toMatchObject({ ok: false, fault: { httpStatus: 429 } })
    expect(waits).toEqual([])
  })

  test('a hanging request ends with the deadline, without another try', async () => {
    const server = await serve(inTurn(null))
    const { github, waits } = world(server.url, { leftMs: 50 })
    const answer = await github.headSha(PULL)
    expect(inEnglish(answer)).toMatchObject({
      ok: false,
      fault: { what: expect.stringContaining('within 0.1 s') },
    })
    expect(waits).toEqual([])
  })

  test('a cancelled step ends a hanging request at once', async () => {
    let cancel = () => {}
    const server = await serve(() => {
      cancel()
      return null
    })
    const opened = world(server.url)
    cancel = opened.cancel
    expect(await opened.github.headSha(PULL)).toMatchObject({ ok: false, fault: { kind: 'cancelled' } })
    expect(opened.waits).toEqual([])
  })

  test.each(['the deadline has passed', 'the step was cancelled'])('nothing is sent once %s', async why => {
    const server = await serve(inTurn(HEAD))
    const { github, cancel } = world(server.url, { leftMs: why.includes('deadline') ? 0 : 9_000 })
    if (why.includes('cancelled')) cancel()
    expect(await github.headSha(PULL)).toMatchObject({
      ok: false,
      fault: { kind: 'cancelled', mayHaveActed: false },
    })
    expect(server.seen).toEqual([])
  })
})
