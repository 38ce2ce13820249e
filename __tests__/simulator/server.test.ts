import { readdirSync, readFileSync } from 'node:fs'
import { request as httpsRequest } from 'node:https'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { startSimulator } from '../../simulator/server.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { CERTIFICATE, CERTIFICATE_KEY } from './certificate.ts'
import { readDrs, startDrs, TASK, withSimulator } from './client.ts'

const scenario = { drs: [{ id: TASK, timeline: [{ payload: 'drs-mysql' as const }] }] }

describe('the record', () => {
  it('holds every request with what became of it', () => {
    const clock = new FakeClock({ epoch: 1_000 })
    return withSimulator({ scenario, clock: clock.ofDay }, async simulator => {
      await startDrs(simulator)
      await clock.advance(5)
      await readDrs(simulator, ['nobody'], { 'x-auth-token': 'wrong' })
      const { projectId } = simulator.credentials
      expect(simulator.requests).toEqual([
        expect.objectContaining({
          operation: 'drs.start',
          method: 'POST',
          path: `/v3/${projectId}/jobs/batch-precheck`,
          body: `{"jobs":[{"job_id":"${TASK}","precheck_mode":"forStartJob"}]}`,
          at: 1_000,
          status: 200,
          fault: null,
        }),
        expect.objectContaining({ operation: 'drs.result', at: 1_005, status: 401 }),
      ])
      expect(simulator.requests[1]?.headers).toMatchObject({ 'x-auth-token': 'wrong' })
      expect(simulator.counts).toMatchObject({ 'drs.start': 1, 'drs.result': 1, 'ddm.start': 0, unknown: 0 })
    })
  })

  it('counts what nobody serves, and gives each connection a number', () =>
    withSimulator({ scenario }, async simulator => {
      const { port } = new URL(simulator.url)
      for (let client = 0; client < 2; client += 1) {
        const socket = connect({ host: '127.0.0.1', port: Number(port) })
        socket.end('GET /nowhere HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')
        socket.resume()
        await new Promise(resolve => socket.once('close', resolve))
      }
      expect(simulator.counts.unknown).toBe(2)
      expect(simulator.requests.map(({ connection }) => connection)).toEqual([1, 2])
      expect(simulator.requests.map(({ status }) => status)).toEqual([404, 404])
    }))

  it('knows how many were under way at once', () => {
    const rules = [{ fault: { kind: 'delay' as const, ms: 50 } }]
    return withSimulator({ scenario: { ...scenario, rules } }, async simulator => {
      await Promise.all([readDrs(simulator), readDrs(simulator), readDrs(simulator)])
      await readDrs(simulator)
      expect(simulator.maxConcurrency['drs.result']).toBe(3)
      expect(simulator.maxConcurrency['drs.start']).toBe(0)
    })
  })
})

describe('the server', () => {
  it('listens on loopback only', () =>
    withSimulator({ scenario }, async simulator => {
      expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    }))

  it('speaks https with a certificate', async () => {
    const tls = { key: CERTIFICATE_KEY, cert: CERTIFICATE }
    await withSimulator({ scenario, tls }, async simulator => {
      const get = (ca: string | undefined) =>
        new Promise<string | undefined>((resolve, reject) => {
          const options = { ...(ca === undefined ? {} : { ca }), agent: false } as const
          const call = httpsRequest(`${simulator.url}/oms/health`, options, response => {
            response.resume()
            resolve(String(response.statusCode))
          })
          call.on('error', reject)
          call.end()
        })
      expect(await get(CERTIFICATE)).toBe('200')
      await expect(get(undefined)).rejects.toThrow('self-signed certificate')
    })
  })

  it('plays a reset under https too', async () => {
    const tls = { key: CERTIFICATE_KEY, cert: CERTIFICATE }
    const rules = [{ fault: { kind: 'reset' as const } }]
    await withSimulator({ scenario: { rules }, tls }, async simulator => {
      const failed = new Promise((_, reject) => {
        httpsRequest(`${simulator.url}/oms/health`, { ca: CERTIFICATE, agent: false })
          .on('error', reject)
          .end()
      })
      await expect(failed).rejects.toThrow('socket hang up')
    })
  })

  it('cuts idle and half-open connections when it closes', async () => {
    const simulator = await startSimulator({ scenario })
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(simulator.url).port) })
    await new Promise(resolve => socket.once('connect', resolve))
    socket.on('error', () => {})
    socket.write('POST /v3/x HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf')
    const closed = new Promise(resolve => socket.once('close', resolve))
    await simulator.close()
    await closed
    await expect(readDrs(simulator)).rejects.toThrow()
  })

  it('cannot take a port that is taken', () =>
    withSimulator({ scenario }, async simulator => {
      const port = Number(new URL(simulator.url).port)
      await expect(startSimulator({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    }))
})

describe('the simulator', () => {
  it('shares no code with the product, so that it can check it', () => {
    const root = new URL('../../simulator/', import.meta.url)
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(file =>
      file.endsWith('.ts'),
    )
    expect(files.length).toBeGreaterThan(20)
    const foreign = files.flatMap(file => {
      const imports = [
        ...readFileSync(new URL(file, root), 'utf8').matchAll(/(?:from|import)\s*\(?'([^']+)'/g),
      ]
      const targets = imports.map(([, target]) => target ?? '')
      return targets
        .filter(target => target.startsWith('.'))
        .filter(target => !new URL(target, new URL(file, root)).href.startsWith(root.href))
        .map(target => `${file} imports ${target}`)
    })
    expect(foreign).toEqual([])
  })
})
