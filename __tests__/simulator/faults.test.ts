import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import type { Simulator } from '../../simulator/server.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { entryOf, readDrs, startDrs, TASK, withSimulator, withToken } from './client.ts'

type Rule = NonNullable<ScenarioInput['rules']>[number]
const withRules = (...rules: Rule[]): ScenarioInput => ({
  drs: [{ id: TASK, timeline: [{ payload: 'drs-mysql' }] }],
  rules,
})
const on = (fault: Rule['fault'], when: Rule['when'] = {}) => withRules({ when, fault })
const answer503: Rule['fault'] = { kind: 'answer', status: 503, text: 'busy' }

describe('a rule', () => {
  it.each<[string, Rule['when'], readonly number[]]>([
    ['the second call', { calls: 2 }, [200, 503, 200, 200]],
    ['calls two to three', { calls: { from: 2, to: 3 } }, [200, 503, 503, 200]],
    ['all calls from the third on', { calls: { from: 3 } }, [200, 200, 503, 503]],
    ['a group of operations', { operation: 'drs.*' }, [503, 503, 503, 503]],
    ['one of several operations', { operation: ['ddm.start', 'drs.result'] }, [503, 503, 503, 503]],
    ['another operation', { operation: 'drs.start' }, [200, 200, 200, 200]],
    ['a path', { path: '/v3/*/jobs/batch-precheck-result' }, [503, 503, 503, 503]],
    ['another path', { path: '/v3/*/jobs/batch-precheck' }, [200, 200, 200, 200]],
    ['a host', { host: '127.0.0.1:*' }, [503, 503, 503, 503]],
    ['another host', { host: 'drs.*' }, [200, 200, 200, 200]],
    ['a word in the body', { bodyContains: TASK }, [503, 503, 503, 503]],
    ['another word', { bodyContains: 'elsewhere' }, [200, 200, 200, 200]],
  ])('holds for %s', (_words, when, statuses) =>
    withSimulator({ scenario: on(answer503, when) }, async simulator => {
      const seen: number[] = []
      for (let call = 0; call < 4; call += 1) seen.push((await readDrs(simulator)).status)
      expect(seen).toEqual(statuses)
    }),
  )

  it('holds for a while', () => {
    const clock = new FakeClock()
    return withSimulator(
      { scenario: on(answer503, { fromMs: 100, untilMs: 200 }), clock: clock.ofDay },
      async simulator => {
        const seen: number[] = []
        for (const step of [0, 99, 1, 99, 1]) {
          await clock.advance(step)
          seen.push((await readDrs(simulator)).status)
        }
        expect(seen).toEqual([200, 200, 503, 503, 200])
      },
    )
  })

  it('that stands first wins, and each counts for itself', () => {
    const second: Rule = { when: { calls: { from: 2 } }, fault: { kind: 'answer', status: 502 } }
    const scenario = withRules({ when: { calls: 1 }, fault: answer503 }, second)
    return withSimulator({ scenario }, async simulator => {
      expect((await readDrs(simulator)).status).toBe(503)
      expect((await readDrs(simulator)).status).toBe(502)
    })
  })

  it('comes before any check of credentials', () =>
    withSimulator({ scenario: on(answer503) }, async simulator => {
      expect((await readDrs(simulator, [TASK], { 'x-auth-token': 'wrong' })).status).toBe(503)
    }))
})

describe('an answer in place of the real one', () => {
  it('leaves the service untouched, unless it is to be processed', async () => {
    for (const [processed, expected] of [
      [false, 'DRS.M00002'],
      [true, undefined],
    ] as const) {
      const fault: Rule['fault'] = { ...answer503, processed }
      await withSimulator({ scenario: on(fault, { operation: 'drs.start' }) }, async simulator => {
        expect((await startDrs(simulator)).status).toBe(503)
        expect(entryOf(await readDrs(simulator))['error_code']).toBe(expected)
      })
    }
  })

  it.each<[Rule['fault'], string, string]>([
    [{ kind: 'answer', status: 200, json: [1] }, '[1]', 'application/json;charset=utf-8'],
    [{ kind: 'answer', status: 502, html: '<h1>Bad</h1>' }, '<h1>Bad</h1>', 'text/html;charset=utf-8'],
    [{ kind: 'answer', status: 200, text: '{', headers: { 'content-type': 'x/y' } }, '{', 'x/y'],
    [{ kind: 'answer', status: 200, base64: '/w==' }, '\ufffd', 'application/json'],
  ])('can be %j', (fault, text, type) =>
    withSimulator({ scenario: on(fault) }, async simulator => {
      const reply = await readDrs(simulator)
      expect([reply.status, reply.text, reply.headers.get('content-type')]).toEqual([
        fault.kind === 'answer' ? fault.status : 0,
        text,
        type,
      ])
    }),
  )

  it('can lead elsewhere', () =>
    withSimulator(
      { scenario: on({ kind: 'redirect', to: 'https://evil.example/x', status: 307 }) },
      async simulator => {
        const reply = await readDrs(simulator)
        expect([reply.status, reply.headers.get('location')]).toEqual([307, 'https://evil.example/x'])
      },
    ))

  it.each([
    ['authorization', { authorization: 'Bearer told-you' }, 'Bearer told-you'],
    ['X-Auth-Token', { 'x-auth-token': 'told-you' }, 'told-you'],
    ['body', {}, `{"jobs":["${TASK}"]}`],
    ['path', {}, '/jobs/batch-precheck-result'],
  ])('can give the %s away in its text', (what, headers, expected) =>
    withSimulator({ scenario: on({ kind: 'echo', what, status: 400 }) }, async simulator => {
      const reply = await readDrs(simulator, [TASK], headers)
      expect([reply.status, reply.json]).toMatchObject([
        400,
        { error_msg: expect.stringContaining(expected) },
      ])
    }),
  )
})

describe('throttling', () => {
  it.each<[Rule['fault'], string, string | null]>([
    [{ kind: 'throttle', limit: 5, windowMs: 60_000 }, 'limit:5,time:1 minute', null],
    [
      { kind: 'throttle', limit: 5, windowMs: 1000, retryAfter: { seconds: 7 } },
      'limit:5,time:1 second',
      '7',
    ],
    [
      { kind: 'throttle', retryAfter: { dateInMs: 5000 } },
      'limit:10,time:1 minute',
      'Sat, 21 Nov 2026 03:00:05 GMT',
    ],
  ])('by rule is %j', (fault, text, retryAfter) => {
    const clock = new FakeClock({ epoch: Date.UTC(2026, 10, 21, 3) })
    return withSimulator({ scenario: on(fault), clock: clock.ofDay }, async simulator => {
      const reply = await readDrs(simulator)
      expect(reply.status).toBe(429)
      expect(reply.json).toMatchObject({ error_code: 'APIGW.0308', error_msg: expect.stringContaining(text) })
      expect(reply.headers.get('retry-after')).toBe(retryAfter)
    })
  })

  it('by limit lets so many through a window', () => {
    const clock = new FakeClock()
    const rateLimits = [{ operation: 'drs.*' as const, requests: 2, windowMs: 60_000, retryAfterSeconds: 3 }]
    return withSimulator(
      { scenario: { ...withRules(), rateLimits }, clock: clock.ofDay },
      async simulator => {
        const status = async () => (await readDrs(simulator)).status
        expect([await status(), await status(), await status()]).toEqual([200, 200, 429])
        expect((await readDrs(simulator)).headers.get('retry-after')).toBe('3')
        expect((await withToken(simulator, 'GET', '/v3/auth/projects')).status).toBe(200)
        await clock.advance(59_999)
        expect(await status()).toBe(429)
        await clock.advance(1)
        expect(await status()).toBe(200)
      },
    )
  })

  it('can count refused requests too, so that hammering never ends', () => {
    const clock = new FakeClock()
    const rateLimits = [{ operation: 'drs.result' as const, requests: 1, windowMs: 1000, countRefused: true }]
    return withSimulator(
      { scenario: { ...withRules(), rateLimits }, clock: clock.ofDay },
      async simulator => {
        const seen: number[] = []
        for (const step of [0, 600, 600, 600, 1000]) {
          await clock.advance(step)
          seen.push((await readDrs(simulator)).status)
        }
        expect(seen).toEqual([200, 429, 429, 429, 200])
      },
    )
  })
})

describe('a changed answer', () => {
  it('has another type or date, or is packed', async () => {
    const clock = new FakeClock({ epoch: Date.UTC(2026, 10, 21, 3) })
    await withSimulator({ scenario: on({ kind: 'content-type', value: 'text/html' }) }, async simulator => {
      const reply = await readDrs(simulator)
      expect([reply.headers.get('content-type'), reply.status]).toEqual(['text/html', 200])
    })
    await withSimulator(
      { scenario: on({ kind: 'date', offsetMs: -3_600_000 }), clock: clock.ofDay },
      async simulator => {
        expect((await readDrs(simulator)).headers.get('date')).toBe('Sat, 21 Nov 2026 02:00:00 GMT')
      },
    )
    await withSimulator({ scenario: on({ kind: 'gzip' }) }, async simulator => {
      const reply = await readDrs(simulator)
      expect(reply.headers.get('content-encoding')).toBe('gzip')
      expect(entryOf(reply)).toMatchObject({ error_code: 'DRS.M00002' })
    })
  })
})

interface Raw {
  readonly status: number | null
  readonly bytes: number
  readonly end: 'complete' | 'cut' | 'refused'
}

/** A call without any client's manners, to see what really came over the wire. */
function rawRead(simulator: Simulator, onResponse: () => void = () => {}): Promise<Raw> {
  const path = `/v3/${simulator.credentials.projectId}/jobs/batch-precheck-result`
  const headers = { 'x-auth-token': simulator.credentials.authToken, 'content-type': 'application/json' }
  return new Promise(resolve => {
    let answered = false
    const call = httpRequest(simulator.url + path, { method: 'POST', headers, agent: false }, response => {
      answered = true
      let bytes = 0
      const end = (how: Raw['end']) => () => resolve({ status: response.statusCode ?? null, bytes, end: how })
      onResponse()
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', end('complete'))
      response.on('error', end('cut'))
    })
    // Node tells the call of a reset even when its response is told as well.
    call.on('error', () => {
      if (!answered) resolve({ status: null, bytes: 0, end: 'refused' })
    })
    call.end(JSON.stringify({ jobs: [TASK] }))
  })
}

describe('a harmed transport', () => {
  const whole = async (simulator: Simulator) => Buffer.byteLength((await readDrs(simulator)).text)

  it.each<[string, Rule['fault'], Partial<Raw>]>([
    ['is reset before the answer', { kind: 'reset' }, { status: null, end: 'refused' }],
    [
      'is reset after the headers',
      { kind: 'reset', when: 'after-headers' },
      { status: 200, bytes: 0, end: 'cut' },
    ],
    ['is reset in the body', { kind: 'reset', when: 'mid-body' }, { status: 200, end: 'cut' }],
    ['is closed after the answer', { kind: 'reset', when: 'after-answer' }, { status: 200, end: 'complete' }],
    ['ends before what it announced', { kind: 'truncate', missingBytes: 9 }, { status: 200, end: 'cut' }],
    ['speaks no HTTP', { kind: 'bytes', text: 'SSH-2.0-nonsense\r\n' }, { status: null, end: 'refused' }],
  ])('%s', (_words, fault, expected) =>
    withSimulator({ scenario: on(fault, { calls: 1 }) }, async simulator => {
      const harmed = await rawRead(simulator)
      expect(harmed).toMatchObject(expected)
      const size = await whole(simulator)
      if (fault.kind === 'truncate') expect(harmed.bytes).toBe(size)
      if (fault.kind === 'reset' && fault.when === 'mid-body') expect(harmed.bytes).toBe(Math.ceil(size / 2))
      expect(simulator.requests[0]).toMatchObject({ status: expected.status, fault: fault.kind })
    }),
  )

  it('has let the service do its work, unless told otherwise', async () => {
    for (const [processed, expected] of [
      [true, undefined],
      [false, 'DRS.M00002'],
    ] as const) {
      const scenario = on({ kind: 'reset', processed }, { operation: 'drs.start' })
      await withSimulator({ scenario }, async simulator => {
        await expect(startDrs(simulator)).rejects.toThrow()
        expect(entryOf(await readDrs(simulator))['error_code']).toBe(expected)
      })
    }
  })

  it('drips byte by byte and still gets everything over', () =>
    withSimulator(
      { scenario: on({ kind: 'slow', bytesPerTick: 50, tickMs: 1 }, { calls: 1 }) },
      async simulator => {
        const slow = await rawRead(simulator)
        expect(slow).toEqual({ status: 200, bytes: await whole(simulator), end: 'complete' })
      },
    ))

  it('waits first', () =>
    withSimulator({ scenario: on({ kind: 'delay', ms: 60 }, { calls: 1 }) }, async simulator => {
      const before = performance.now()
      expect((await rawRead(simulator)).status).toBe(200)
      expect(performance.now() - before).toBeGreaterThanOrEqual(55)
    }))

  it('sends far more than anybody wants, as JSON', () =>
    withSimulator({ scenario: on({ kind: 'oversize', mebibytes: 3 }) }, async simulator => {
      const { text } = await readDrs(simulator)
      expect(text.length).toBeGreaterThanOrEqual(3 * 1_048_576)
      expect(JSON.parse(text)).toHaveProperty('padding')
    }))

  it.each(['request', 'headers'] as const)('hangs after the %s until the simulator closes', after =>
    withSimulator({ scenario: on({ kind: 'hang', after }) }, async simulator => {
      const headersCame = Promise.withResolvers<void>()
      const call = rawRead(simulator, headersCame.resolve)
      if (after === 'headers') await headersCame.promise
      // A second connection proves that only the call hangs, not the simulator.
      const probe = connect({ host: '127.0.0.1', port: Number(new URL(simulator.url).port) })
      await new Promise(resolve => probe.once('connect', resolve))
      probe.destroy()
      await simulator.close()
      expect((await call).end).toBe(after === 'headers' ? 'cut' : 'refused')
    }),
  )
})
