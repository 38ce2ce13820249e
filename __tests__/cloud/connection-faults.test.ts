import { describe, expect, it } from 'vitest'
import { verbatim } from '../../src/precheck/sentence.ts'
import { accessKeyCredential, tokenCredential } from '../../testing/credentials.ts'
import { withSimulator } from '../simulator/client.ts'
import { httpAnswer, withWire } from './wire.ts'
import {
  atSimulator,
  type Fault,
  faultOf,
  KNOWN_TASK,
  makeWorld,
  playing,
  readCall,
  startCall,
} from './world.ts'

/** Long enough to connect on a machine that has much to do: a try that ends before has sent nothing, and says so. */
const SHORT = { untilFirstAnswerMs: 1_000, afterwardsMs: 1_000 }

describe('a start may have arrived, and must not be repeated, after', () => {
  it.each<[string, Fault]>([
    ['a reset before the answer', { kind: 'reset', when: 'before-answer' }],
    ['a reset after the headers', { kind: 'reset', when: 'after-headers' }],
    ['a reset in the middle of the body', { kind: 'reset', when: 'mid-body' }],
    ['no answer', { kind: 'hang', after: 'request' }],
    ['headers and no more', { kind: 'hang', after: 'headers' }],
    ['an answer that comes too slowly', { kind: 'slow', bytesPerTick: 1, tickMs: 50 }],
    ['an answer that is cut short', { kind: 'truncate' }],
    ['an answer that is too large', { kind: 'oversize', mebibytes: 17 }],
    ['something that is not HTTP', { kind: 'bytes', text: 'HELO\r\n' }],
    ['a page in the place of the answer', { kind: 'answer', status: 200, html: '<title>Sign in</title>' }],
    ['an empty success', { kind: 'answer', status: 202, text: '' }],
    ['another shape', { kind: 'answer', status: 200, json: { results: 'none' } }],
    ['a 408', { kind: 'answer', status: 408, text: '' }],
    ['a 500 with a code', { kind: 'answer', status: 500, json: { error_code: 'DBS.300002' } }],
    ['a 502 of a proxy', { kind: 'answer', status: 502, html: '<h1>Bad gateway</h1>' }],
    ['a 503 with Retry-After', { kind: 'answer', status: 503, text: '', headers: { 'retry-after': '1' } }],
    ['a 504 of the gateway', { kind: 'answer', status: 504, json: { error_code: 'APIGW.0201' } }],
  ])('%s', async (_, fault) => {
    await withSimulator({ scenario: playing(fault) }, async simulator => {
      const { start, credential } = atSimulator(simulator)
      const { connection } = makeWorld({ credential, timeouts: SHORT })
      const seen = await faultOf(connection.call(start))
      expect(seen).toMatchObject({ kind: 'transient', nothingStarted: false, throttled: false, final: false })
      expect(seen.message).toMatch(/^Could not start the pre-check of task .+: .+\.$/)
      expect(seen.advice).toMatch(/\.$/)
      expect(simulator.requests).toHaveLength(1)
    })
  })
})

describe('nothing was started when', () => {
  it('the connection is refused', async () => {
    let gone = ''
    await withWire(
      () => {},
      async ({ url }) => {
        gone = url
      },
    )
    const fault = await faultOf(makeWorld().connection.call(startCall(gone)))
    expect(fault).toMatchObject({ kind: 'transient', nothingStarted: true, invalidResponse: false })
    expect(fault.message).toContain('ECONNREFUSED')
    expect(fault.advice).toContain('firewall')
  })

  it('the name is not known', async () => {
    const fault = await faultOf(makeWorld().connection.call(startCall('http://name.invalid')))
    expect(fault).toMatchObject({ kind: 'transient', nothingStarted: true })
    expect(fault.advice).toContain('name.invalid is not known here')
  })

  it('the call was one too many', async () => {
    await withSimulator({ scenario: playing({ kind: 'throttle' }) }, async simulator => {
      const { start, credential } = atSimulator(simulator)
      const fault = await faultOf(makeWorld({ credential }).connection.call(start))
      expect(fault).toMatchObject({ kind: 'transient', nothingStarted: true, throttled: true })
    })
  })

  it('the step had ended before the call, which is not counted either', async () => {
    await withWire(
      () => {},
      async ({ url, connections }) => {
        const { connection, stop, counted } = makeWorld()
        stop.abort('deadline')
        const fault = await faultOf(connection.call(startCall(url)))
        expect(fault).toMatchObject({ nothingStarted: true, final: false })
        expect([connections(), counted.length]).toEqual([0, 0])
      },
    )
  })

  it('the credential could not be had, even if the identity service did answer', async () => {
    const token = tokenCredential('any-token')
    const broken = {
      ...token,
      headersFor: async () => {
        const iam = makeWorld({ credential: null }).connection
        await withWire(
          socket => socket.end(httpAnswer(503, '{"error_code": "IAM.1"}')),
          async ({ url }) => void (await iam.call(readCall(url, { doing: verbatim('get a token') }))),
        )
        return {}
      },
    }
    const { connection, counted } = makeWorld({ credential: broken })
    const fault = await faultOf(connection.call(startCall('http://name.invalid')))
    expect(fault).toMatchObject({ kind: 'transient', nothingStarted: true, understood: false, code: 'IAM.1' })
    expect(fault.message).toMatch(
      /^Could not start the pre-check .+ Could not get a token: HTTP 503, IAM.1\.$/,
    )
    expect(counted).toHaveLength(0)
  })
})

describe('what cannot be understood at the deadline is an invalid response:', () => {
  it.each<[string, Fault, boolean]>([
    ['a page with status 200', { kind: 'answer', status: 200, html: '<p>Hello' }, true],
    ['an answer of 17 MiB', { kind: 'oversize', mebibytes: 17 }, true],
    [
      'bytes that say gzip and are not',
      { kind: 'answer', status: 200, text: '{}', headers: { 'content-encoding': 'gzip' } },
      true,
    ],
    ['but not a page with status 503', { kind: 'answer', status: 503, html: '<p>Hello' }, false],
    ['but not a reset', { kind: 'reset', when: 'mid-body' }, false],
  ])('%s', async (_, played, invalidResponse) => {
    await withSimulator({ scenario: playing(played) }, async simulator => {
      const { read, credential } = atSimulator(simulator)
      expect(await faultOf(makeWorld({ credential }).connection.call(read))).toMatchObject({
        invalidResponse,
      })
    })
  })
})

describe('a good answer is taken', () => {
  it.each<[string, Fault]>([
    ['under any content type', { kind: 'content-type', value: 'text/html' }],
    ['when a proxy has packed it', { kind: 'gzip' }],
    ['when it takes its time', { kind: 'slow', bytesPerTick: 40, tickMs: 5 }],
    ['when the connection is cut after it', { kind: 'reset', when: 'after-answer' }],
  ])('%s', async (_, fault) => {
    await withSimulator({ scenario: playing(fault) }, async simulator => {
      const { read, credential } = atSimulator(simulator)
      const { connection, counted } = makeWorld({ credential })
      const { value, requestId } = await connection.call({ ...read, isPoll: true })
      expect(value.results).toHaveLength(1)
      expect(requestId).toBe('0'.repeat(31) + '1')
      expect(counted).toEqual([true])
    })
  })
})

describe('a redirect', () => {
  it('is not followed, names its host, and no credential goes there', async () => {
    await withSimulator({}, async other => {
      const to = `${other.url.replace('127.0.0.1', 'localhost')}/v3/auth?token=x`
      await withSimulator({ scenario: playing({ kind: 'redirect', to, status: 307 }) }, async simulator => {
        const { start, credential } = atSimulator(simulator)
        const fault = await faultOf(makeWorld({ credential }).connection.call(start))
        expect(fault).toMatchObject({ kind: 'start-refused', httpStatus: 307, final: false })
        expect(fault.message).toContain(`a redirect to localhost:${new URL(to).port}, which is not followed`)
        expect(fault.message).not.toContain('token=x')
        expect(other.requests).toHaveLength(0)
      })
    })
  })
})

describe('a request', () => {
  it('carries what the call and the credential say, and the name of this client', async () => {
    await withSimulator({ scenario: KNOWN_TASK }, async simulator => {
      const { read, credential } = atSimulator(simulator)
      await makeWorld({ credential }).connection.call(read)
      expect(simulator.requests[0]?.headers).toMatchObject({
        'content-type': 'application/json',
        'x-language': 'en-us',
        'x-auth-token': simulator.credentials.authToken,
        'user-agent': 'test-agent',
      })
    })
  })

  it('signed with an access key is taken by a gateway that checks it', async () => {
    await withSimulator({ scenario: KNOWN_TASK }, async simulator => {
      const { accessKeyId: id, secretAccessKey: secret } = simulator.credentials
      const credential = accessKeyCredential({ id, secret })
      const { connection } = makeWorld({ credential })
      const { value } = await connection.call(atSimulator(simulator).read)
      expect(value.results).toHaveLength(1)
    })
  })
})
