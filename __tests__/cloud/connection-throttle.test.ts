import { describe, expect, it } from 'vitest'
import { withSimulator } from '../simulator/client.ts'
import { httpAnswer, withWire } from './wire.ts'
import { atSimulator, type Fault, faultOf, KNOWN_TASK, makeWorld, playing, readCall } from './world.ts'

/** Answers that throttle the first `calls` requests, the rest are good. */
const throttling = (retryAfter: Extract<Fault, { kind: 'throttle' }>['retryAfter'], calls = 1) =>
  playing({ kind: 'throttle', limit: 5, windowMs: 60_000, retryAfter }, { calls: { to: calls } })
const untold = (calls: number) =>
  playing({ kind: 'answer', status: 429, text: 'Slow down' }, { calls: { to: calls } })

describe('after a 429', () => {
  it.each([
    ['in seconds', throttling({ seconds: 7 }), 7_000, 7_000],
    // Both dates of the answer are cut to seconds.
    ['by a date', throttling({ dateInMs: 9_000 }), 8_000, 9_000],
    ['by the window in its text', throttling(undefined), 60_000, 60_000],
    ['not at all', untold(1), 750, 750],
  ])('every call to that host waits as told: %s', async (_, scenario, least, most) => {
    await withSimulator({ scenario }, async simulator => {
      const { read, start, credential } = atSimulator(simulator)
      const { connection, clock } = makeWorld({ credential })
      const throttledAt = clock.now()
      const { retryAt, throttled, final } = await faultOf(connection.call(read))
      expect([throttled, final, clock.sleeps]).toEqual([true, false, []])
      expect((retryAt ?? 0) - throttledAt).toBeGreaterThanOrEqual(least)
      expect((retryAt ?? 0) - throttledAt).toBeLessThanOrEqual(most)
      await connection.call(start)
      expect(clock.now()).toBe(retryAt)
      await connection.call(read)
      expect(clock.sleeps).toHaveLength(1)
    })
  })

  it('calls to other hosts go on', async () => {
    await withSimulator({ scenario: KNOWN_TASK }, async other => {
      await withSimulator({ scenario: throttling({ seconds: 7 }) }, async simulator => {
        const { connection, clock } = makeWorld({ credential: atSimulator(simulator).credential })
        await faultOf(connection.call(atSimulator(simulator).read))
        await connection.call(atSimulator(other).read)
        expect(clock.sleeps).toEqual([])
      })
    })
  })

  it('without a word the waits grow, and begin anew after a good answer', async () => {
    await withSimulator(
      {
        scenario: {
          ...KNOWN_TASK,
          rules: [
            ...(untold(4).rules ?? []),
            { when: { calls: 2 }, fault: { kind: 'answer', status: 429, text: '' } },
          ],
        },
      },
      async simulator => {
        const { read, credential } = atSimulator(simulator)
        const { connection, clock } = makeWorld({ credential })
        for (let at = 0; at < 4; at += 1) await faultOf(connection.call(read))
        await connection.call(read)
        expect(clock.sleeps).toEqual([750, 1_500, 3_000, 6_000])
      },
    )
  })

  it('a good answer to a read does not shorten the waits of a start that is turned away again and again', async () => {
    const slow = { kind: 'answer', status: 429, text: '' } as const
    const scenario = playing(slow, { operation: 'drs.start' })
    await withSimulator({ scenario }, async simulator => {
      const { read, start, credential } = atSimulator(simulator)
      const { connection, clock } = makeWorld({ credential })
      for (let at = 0; at < 3; at += 1) {
        await faultOf(connection.call(start))
        await connection.call(read)
      }
      expect(clock.sleeps).toEqual([750, 1_500, 3_000])
    })
  })

  it.each(['0', '-5', 'soon 1', 'Sat, 01 Jan 2000 00:00:00 GMT'])(
    'a Retry-After of %j does not lead to a try at once',
    async header => {
      await withWire(
        socket => socket.end(httpAnswer(429, '', { 'retry-after': header })),
        async ({ url }) => {
          const { connection, clock } = makeWorld()
          const { retryAt } = await faultOf(connection.call(readCall(url)))
          expect((retryAt ?? 0) - clock.now()).toBe(750)
        },
      )
    },
  )
})

describe('a told wait that ends after the deadline', () => {
  it('ends the call at once, and every other to that host without a request', async () => {
    await withSimulator({ scenario: throttling({ seconds: 700 }, 9) }, async simulator => {
      const { read, start, credential } = atSimulator(simulator)
      const { connection, clock } = makeWorld({ credential, lastsMs: 600_000 })
      const faults = [await faultOf(connection.call(read)), await faultOf(connection.call(start))]
      for (const fault of faults) {
        expect(fault).toMatchObject({ kind: 'transient', throttled: true, nothingStarted: true, final: true })
        expect(fault.advice).toContain('timeout-minutes')
      }
      expect(faults[1]?.message).toMatch(/^Could not start .* throttles this client until after the deadline/)
      expect([clock.sleeps, simulator.requests.length]).toEqual([[], 1])
    })
  })

  it('is final only when it was told: the usual delay ends with the deadline', async () => {
    await withSimulator({ scenario: untold(9) }, async simulator => {
      const { read, credential } = atSimulator(simulator)
      const { connection, clock } = makeWorld({ credential, lastsMs: 500 })
      expect((await faultOf(connection.call(read))).final).toBe(false)
      expect((await faultOf(connection.call(read))).final).toBe(false)
      expect(clock.sleeps).toEqual([500])
    })
  })
})

it('a 429 never counts as one of the tries before the first answer', async () => {
  await withSimulator({ scenario: untold(20) }, async simulator => {
    const { read, credential } = atSimulator(simulator)
    const { connection } = makeWorld({ credential })
    for (let at = 0; at < 20; at += 1) expect((await faultOf(connection.call(read))).final).toBe(false)
    expect((await connection.call(read)).value.results).toHaveLength(1)
  })
})
