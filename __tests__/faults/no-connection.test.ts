import { createServer } from 'node:https'
import * as tls from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Simulator } from '../../simulator/server.ts'
import { startOf } from '../../testing/faults/moments.ts'
import {
  courseOf,
  inputsOf,
  RUNS_FOR_MS,
  SERVICES,
  type Service,
  taskName,
} from '../../testing/faults/targets.ts'
import { CERTIFICATE, CERTIFICATE_KEY } from '../simulator/certificate.ts'
import { type Behind, Door } from './door.ts'
import { STRANGE_CERTIFICATE, STRANGE_KEY } from './strange-certificate.ts'
import { runVirtualGate } from './virtual-gate.ts'

/** Faults that keep a connection from being made: nothing can have been started, so a start is tried again, too. */

const FOR_EVER = Number.POSITIVE_INFINITY
const RUN = { mode: 'run', runsForMs: RUNS_FOR_MS, failing: false, oldResult: false } as const

const stranger = createServer({ key: STRANGE_KEY, cert: STRANGE_CERTIFICATE }, (_request, response) =>
  response.end('{}'),
)
const usual = tls.getCACertificates('default')
const door = new Door()
beforeAll(() => new Promise<void>(resolve => stranger.listen(0, '127.0.0.1', resolve)))
afterAll(async () => {
  stranger.close()
  await door.close()
  // Trust holds for the whole process.
  tls.setDefaultCACertificates(usual)
})

interface Outage {
  readonly name: string
  readonly secure: boolean
  readonly behind: () => Behind
  readonly says: RegExp
  readonly advises: RegExp
  /** No repetition mends it. */
  readonly hopeless?: true
}

const OUTAGES: readonly Outage[] = [
  {
    name: 'a refused connection',
    secure: false,
    behind: () => ({ kind: 'shut' }),
    says: /ECONNREFUSED/,
    advises: /firewall, proxy/,
  },
  {
    name: 'an unknown name',
    secure: false,
    behind: () => ({ kind: 'unknown-name' }),
    says: /ENOTFOUND/,
    advises: /not known here: check endpoint and region/,
  },
  {
    name: 'a certificate that is not trusted',
    secure: true,
    behind: () => ({ kind: 'forward', port: portOf(stranger.address()) }),
    says: /self-signed certificate/,
    advises: /ca-certificate/,
    hopeless: true,
  },
  {
    name: 'a port without TLS',
    secure: true,
    behind: () => ({ kind: 'says', bytes: 'HTTP/1.1 400 Bad Request\r\n\r\n' }),
    says: /wrong version number/,
    advises: /does not seem to speak TLS/,
    hopeless: true,
  },
  {
    name: 'a TLS handshake that is cut',
    secure: true,
    behind: () => ({ kind: 'cut' }),
    says: /disconnected before secure TLS|ECONNRESET/,
    advises: /TLS|firewall/,
  },
]

interface Window {
  readonly name: string
  readonly fromMs: number
  readonly toMs: number
  /** Requests with DRS, DDM and OMS, tries included. */
  readonly requests: Readonly<Record<Service, number>>
  readonly passes: boolean
  readonly starts: 0 | 1
  /** The same where no repetition mends the fault, which is tried twice; absent: as all others. */
  readonly hopeless?: Pick<Window, 'requests' | 'passes' | 'starts'>
  readonly polls?: number
}

const WINDOWS: readonly Window[] = [
  // The read before the start, or the start, is tried after 0, 0.5 and 1.5 s.
  {
    ...{ name: 'for a second at the start', fromMs: 0, toMs: 1_200 },
    ...{ requests: { drs: 8, ddm: 9, oms: 7 }, passes: true, starts: 1 },
    hopeless: { requests: { drs: 2, ddm: 2, oms: 2 }, passes: false, starts: 0 },
  },
  // Five tries, which a read before the start and the start share; OMS is asked for its health page, unless TLS failed.
  {
    ...{ name: 'from the start on, for ever', fromMs: 0, toMs: FOR_EVER },
    ...{ requests: { drs: 5, ddm: 5, oms: 6 }, passes: false, starts: 0 },
    hopeless: { requests: { drs: 2, ddm: 2, oms: 2 }, passes: false, starts: 0 },
  },
  {
    ...{ name: 'for a second in the middle', fromMs: 1_800, toMs: 2_800 },
    ...{ requests: { drs: 7, ddm: 7, oms: 5 }, passes: true, starts: 1 },
  },
  {
    ...{ name: 'from the middle on, for ever', fromMs: 1_800, toMs: FOR_EVER },
    ...{ requests: { drs: 16, ddm: 14, oms: 14 }, passes: false, starts: 1 },
    hopeless: { requests: { drs: 6, ddm: 4, oms: 4 }, passes: false, starts: 1 },
  },
]

const CELLS = OUTAGES.flatMap(outage =>
  WINDOWS.flatMap(window =>
    SERVICES.map(
      service => [`${service}, ${outage.name}, ${window.name}`, { outage, window, service }] as const,
    ),
  ),
)

describe('a host that cannot be reached', () => {
  it.each(CELLS)('%s', async (_name, { outage, window, service }) => {
    const { exitCode, report, simulator, sent } = await runBehindDoor(service, outage, window)
    const task = report.targets[0]?.tasks[0]
    const { passes, requests, starts } = (outage.hopeless && window.hopeless) || window
    expect([task?.reasonCode, report.requests, simulator.counts[startOf(service)]]).toEqual([
      passes ? 'all-passed' : 'service-unavailable',
      requests[service] - (asksNoHealthPage(outage, window, service) ? 1 : 0),
      starts,
    ])
    expect([sent, exitCode]).toEqual([report.requests, passes ? 0 : 1])
    if (passes) expect(task?.error).toBeNull()
    else {
      expect(task?.error?.message).toMatch(outage.says)
      expect(task?.error?.message).toMatch(starts === 0 ? /^Could not start the/ : /^Could not read the/)
      expect(task?.error?.message).toContain(taskName(service, 'run'))
      expect(task?.error?.message).not.toContain('may be running')
      expect(task?.error?.advice).toMatch(outage.advises)
    }
  })
})

/** What ends before any page of the host explains itself; a hopeless fault is counted without it already. */
function asksNoHealthPage({ secure, hopeless }: Outage, { fromMs, toMs }: Window, service: Service): boolean {
  return service === 'oms' && secure && !hopeless && fromMs === 0 && toMs === FOR_EVER
}

async function runBehindDoor(service: Service, { secure, behind }: Outage, { fromMs, toMs }: Window) {
  const scenario = courseOf(service, RUN)
  let inside: Behind = { kind: 'shut' }
  const events: [number, () => Promise<void>][] = [[fromMs, () => door.set(behind())]]
  if (Number.isFinite(toMs)) events.push([toMs, () => door.set(inside)])
  return runVirtualGate({
    scenario,
    ...(secure ? { tls: { key: CERTIFICATE_KEY, cert: CERTIFICATE } } : {}),
    events: fromMs === 0 ? events.slice(1) : events,
    open: async (simulator: Simulator) => {
      inside = { kind: 'forward', port: Number(new URL(simulator.url).port) }
      await door.set(inside)
      if (fromMs === 0) await door.set(behind())
    },
    inputs: simulator => ({
      ...inputsOf(service, 'run', simulator),
      endpoint: `${secure ? 'https' : 'http'}://${door.host}`,
      'timeout-minutes': '2',
      ...(secure ? { 'ca-certificate': CERTIFICATE } : {}),
    }),
  })
}

function portOf(address: ReturnType<typeof stranger.address>): number {
  if (typeof address !== 'object' || address === null) throw new Error('not listening')
  return address.port
}
