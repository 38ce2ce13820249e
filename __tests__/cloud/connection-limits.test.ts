import { describe, expect, it } from 'vitest'
import { withSimulator } from '../simulator/client.ts'
import { httpAnswer, type Reply, withWire } from './wire.ts'
import {
  atSimulator,
  type Fault,
  faultOf,
  KNOWN_TASK,
  makeWorld,
  playing,
  readCall,
  startCall,
  type World,
} from './world.ts'

const SHORT = { untilFirstAnswerMs: 100, afterwardsMs: 100 }
const reset: Reply = socket => socket.resetAndDestroy()
const finalsOf = async ({ connection }: World, url: string, count: number) => {
  const finals: boolean[] = []
  for (let at = 0; at < count; at += 1) finals.push((await faultOf(connection.call(readCall(url)))).final)
  return finals
}

describe('before a host has given its first understood answer', () => {
  it('five tries are made, then every call fails at once and says why', async () => {
    await withWire(reset, async ({ url, connections }) => {
      const world = makeWorld()
      expect(await finalsOf(world, url, 5)).toEqual([false, false, false, false, true])
      expect([connections(), world.counted.length]).toEqual([5, 5])

      const fault = await faultOf(world.connection.call(startCall(url)))
      expect(fault).toMatchObject({ kind: 'transient', final: true, nothingStarted: true })
      expect(fault.message).toMatch(
        /^Could not start .* no answer that makes sense in 5 tries\. .*ECONNRESET/,
      )
      expect([connections(), world.counted.length]).toEqual([5, 5])
    })
  })

  it('calls that wait in line do not make more tries than that', async () => {
    await withWire(reset, async ({ url, connections }) => {
      const { connection } = makeWorld()
      const faults = await Promise.all(
        Array.from({ length: 30 }, () => faultOf(connection.call(readCall(url)))),
      )
      expect(connections()).toBe(5)
      expect(faults.filter(({ final }) => final)).toHaveLength(26)
    })
  })

  it('whatever cannot be understood is such a try', async () => {
    const replies: readonly Reply[] = [
      reset,
      () => {},
      socket => socket.end(httpAnswer(200, '<title>Sign in</title>')),
      socket => socket.end(httpAnswer(503, 'no upstream')),
      socket => socket.end(httpAnswer(500, '{"status": 500, "error": "Internal Server Error"}')),
    ]
    await withWire(
      (socket, nth) => replies[nth - 1]?.(socket, nth),
      async ({ url }) => {
        const finals = await finalsOf(makeWorld({ timeouts: SHORT }), url, 5)
        expect(finals).toEqual([false, false, false, false, true])
      },
    )
  })

  it('nor do calls with a credential that another host has proven', async () => {
    await withWire(reset, async ({ url, connections }) => {
      await withSimulator({ scenario: KNOWN_TASK }, async simulator => {
        const { read, credential } = atSimulator(simulator)
        const { connection } = makeWorld({ credential })
        await connection.call(read)
        await Promise.all(Array.from({ length: 30 }, () => faultOf(connection.call(readCall(url)))))
        expect(connections()).toBe(5)
      })
    })
  })

  it('another host has its own five', async () => {
    await withWire(reset, async dead => {
      await withSimulator({ scenario: KNOWN_TASK }, async simulator => {
        const world = makeWorld({ credential: atSimulator(simulator).credential })
        await finalsOf(world, dead.url, 5)
        expect((await world.connection.call(atSimulator(simulator).read)).value.results).toHaveLength(1)
      })
    })
  })
})

describe('after its first understood answer a host is never given up:', () => {
  it.each([
    ['a success', 200, '{"results": []}'],
    ['an error that may pass', 500, '{"error_code": "DBS.300002"}'],
    ['a refusal', 400, '{"error_code": "DRS.M00304"}'],
    ['an error of IAM', 404, '{"error": {"title": "Not Found"}}'],
    ['a throttled call', 429, '{"error_code": "APIGW.0308"}'],
  ])('%s', async (_, status, body) => {
    const reply: Reply = (socket, nth) =>
      nth === 5 ? socket.end(httpAnswer(status, body)) : reset(socket, nth)
    await withWire(reply, async ({ url }) => {
      const world = makeWorld()
      expect(await finalsOf(world, url, 4)).toEqual([false, false, false, false])
      await world.connection.call(readCall(url)).catch(() => {})
      expect(await finalsOf(world, url, 12)).toEqual(Array.from({ length: 12 }, () => false))
    })
  })
})

it('a try may last longer once the host is known to answer', async () => {
  const timeouts = { untilFirstAnswerMs: 200, afterwardsMs: 600 }
  const reply: Reply = (socket, nth) =>
    nth === 2 ? socket.write(httpAnswer(200, '{"results": []}')) : undefined
  await withWire(reply, async ({ url }) => {
    const { connection } = makeWorld({ timeouts })
    const call = readCall(url)
    expect((await faultOf(connection.call(call))).message).toContain('within 0.2 s')
    await connection.call(call)
    expect((await faultOf(connection.call(call))).message).toContain('within 0.6 s')
  })
})

describe('requests to one host', () => {
  const delayed: Fault = { kind: 'delay', ms: 20 }

  it('are at most four at a time, in the order in which they were made', async () => {
    await withSimulator({ scenario: playing(delayed) }, async simulator => {
      const { read, credential } = atSimulator(simulator)
      const { connection } = makeWorld({ credential })
      const call = (at: number) => connection.call({ ...read, headers: { 'X-Order': String(at) } })
      await Promise.all(Array.from({ length: 14 }, (_, at) => call(at)))
      expect(simulator.maxConcurrency['drs.result']).toBe(4)
      // Four that go out together may arrive in any order among themselves.
      const order = simulator.requests.map(({ headers }) => Number(headers['x-order']))
      order.forEach((place, at) => {
        expect(Math.abs(place - at)).toBeLessThan(4)
      })
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 14 }, (_, at) => at))
    })
  })

  it('of different hosts do not wait for each other', async () => {
    await withSimulator({ scenario: playing({ kind: 'hang' }, { calls: { from: 2 } }) }, async hanging => {
      await withSimulator({ scenario: KNOWN_TASK }, async simulator => {
        const { read, credential } = atSimulator(simulator)
        const { connection, stop } = makeWorld({ credential })
        await connection.call(atSimulator(hanging).read)
        const stuck = Array.from({ length: 9 }, () => faultOf(connection.call(atSimulator(hanging).read)))
        expect((await connection.call(read)).value.results).toHaveLength(1)
        while (hanging.requests.length < 5) await new Promise(resolve => setImmediate(resolve))
        stop.abort('cancelled')
        expect(await Promise.all(stuck)).toHaveLength(9)
        expect(hanging.requests).toHaveLength(5)
      })
    })
  })

  it('free their place when they fail', async () => {
    await withSimulator(
      { scenario: playing({ kind: 'reset' }, { calls: { from: 2, to: 9 } }) },
      async simulator => {
        const { read, credential } = atSimulator(simulator)
        const { connection } = makeWorld({ credential })
        await connection.call(read)
        await Promise.all(Array.from({ length: 8 }, () => faultOf(connection.call(read))))
        const answers = await Promise.all(Array.from({ length: 8 }, () => connection.call(read)))
        expect(answers).toHaveLength(8)
      },
    )
  })
})

describe('connections', () => {
  it('are kept for reads, and never used for a start', async () => {
    await withSimulator({ scenario: KNOWN_TASK }, async simulator => {
      const { read, start, credential } = atSimulator(simulator)
      const { connection } = makeWorld({ credential })
      for (const call of [read, read, start, read, start, read]) await connection.call(call)
      const [first, second, one, third, other, fourth] = simulator.requests.map(request => request.connection)
      expect([second, third, fourth]).toEqual([first, first, first])
      expect(new Set([first, one, other]).size).toBe(3)
    })
  })

  it('are kept after errors as well', async () => {
    await withSimulator(
      { scenario: playing({ kind: 'answer', status: 503, html: '<p>busy' }) },
      async simulator => {
        const { read, credential } = atSimulator(simulator)
        const { connection } = makeWorld({ credential })
        for (let at = 0; at < 3; at += 1) await faultOf(connection.call(read))
        expect(new Set(simulator.requests.map(request => request.connection)).size).toBe(1)
      },
    )
  })

  it('that the server has closed meanwhile cost a read at most one try', async () => {
    await withSimulator(
      { scenario: playing({ kind: 'reset', when: 'after-answer' }, { calls: 1 }) },
      async simulator => {
        const { read, credential } = atSimulator(simulator)
        const { connection } = makeWorld({ credential })
        await connection.call(read)
        const { value } = await connection.call(read).catch(() => connection.call(read))
        expect(value.results).toHaveLength(1)
      },
    )
  })
})
