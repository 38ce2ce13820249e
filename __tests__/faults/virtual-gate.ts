import '../../testing/loaded-ahead.ts'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import type { ScenarioInput } from '../../simulator/scenario/scenario.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { GitHubSide } from '../../src/ci/github-side.ts'
import { runGate } from '../../src/gate.ts'
import { ACTION_EXIT_CODES } from '../../src/precheck/verdict.ts'
import type { Annotation } from '../../src/report/annotations.ts'
import { type Report, reportSchema } from '../../src/report/schema.ts'
import { askew, FakeClock } from '../../testing/fake-clock.ts'
import { isTrafficUnderWay, requestsMade } from '../../testing/traffic.ts'

/**
 * The whole gate, from its inputs to `report.json`, over real sockets against the simulator, in virtual time: minutes of
 * throttling take milliseconds, and the same run always takes the same course. Time-outs of requests are virtual, too.
 */

export interface VirtualGate {
  readonly scenario: ScenarioInput
  readonly inputs: (simulator: Simulator) => Readonly<Record<string, string>>
  readonly tls?: { readonly key: string; readonly cert: string }
  /** What happens at which moment, in milliseconds since the gate began. */
  readonly events?: readonly (readonly [atMs: number, happens: () => void | Promise<void>])[]
  /** Called before the gate begins. */
  readonly open?: (simulator: Simulator) => Promise<void>
  /** Kinds of faults after which the request waits for nothing but time. */
  readonly isStalling?: (kind: string | null) => boolean
  /** Real milliseconds that each faulty answer goes on having consequences. */
  readonly lingersMs?: number
  /** How far the gate's clock is ahead of the simulator's. */
  readonly clockOffsetMs?: number
}

export interface VirtualEnd {
  readonly exitCode: number
  readonly report: Report
  readonly annotations: readonly Annotation[]
  readonly log: readonly string[]
  readonly simulator: Pick<Simulator, 'requests' | 'counts'>
  /** Requests that left the gate, whether or not the simulator saw them. */
  readonly sent: number
  readonly tookMs: number
}

/** One for all runs of a process: making and removing folders would take longer than a run. */
const tempDir = mkdtempSync(path.join(tmpdir(), 'precheck-gate-faults-'))
const reportFile = path.join(tempDir, 'precheck-gate', 'precheck', 'report.json')
process.once('exit', () => rmSync(tempDir, { recursive: true, force: true }))

/** Runs a gate to its end. */
export async function runVirtualGate(gate: VirtualGate): Promise<VirtualEnd> {
  const lingering = new Lingering(gate.lingersMs ?? 0)
  // The request under way has come in, and the simulator lets it wait.
  const isStalled = () => {
    const { requests } = simulator
    const last = requests.at(-1)?.fault ?? null
    return requests.length === requestsMade() - madeBefore && (gate.isStalling ?? isHang)(last)
  }
  const clock = new FakeClock({
    isBusy: () => lingering.goesOn(simulator.requests) || isTrafficUnderWay(isStalled),
  })
  const epoch = clock.date().getTime()
  const { scenario, tls } = gate
  const simulator = await startSimulator({ scenario, clock: clock.ofDay, ...(tls ? { tls } : {}) })
  const restore = timeoutsOn(clock)
  const madeBefore = requestsMade()
  for (const [atMs, happens] of gate.events ?? [])
    void clock.sleep(atMs).then(() => lingering.over(happens()))
  try {
    await gate.open?.(simulator)
    const inputs = gate.inputs(simulator)
    const annotations: Annotation[] = []
    const log: string[] = []
    const checked = Promise.withResolvers<void>()
    const running = runGate({
      runner: {
        environment: {},
        tempDir,
        workspace: tempDir,
        eventPayload: null,
        input: name => inputs[name] ?? '',
        mask: () => {},
        log: line => void log.push(line),
        conclude: line => void log.push(line),
        annotate: annotation => void annotations.push(annotation),
        // The first thing that follows the check: from here on the gate writes files, in real time.
        setOutputs: async () => checked.resolve(),
        writeSummary: async () => {},
      },
      clock: askew(clock, { offMs: gate.clockOffsetMs ?? 0 }),
      random: () => 0,
      cancelled: new AbortController().signal,
      userAgent: 'virtual-gate',
      sideOf: (inputs, settings, ports) => new GitHubSide(inputs, settings, ports),
    })
    await clock.until(Promise.race([running, checked.promise]))
    const tookMs = clock.date().getTime() - epoch
    const exitCode = ACTION_EXIT_CODES[await running]
    const report = reportSchema.parse(JSON.parse(readFileSync(reportFile, 'utf8')))
    const sent = requestsMade() - madeBefore
    return { exitCode, report, annotations, log, simulator, sent, tookMs }
  } finally {
    restore()
    await simulator.close()
    rmSync(reportFile, { force: true })
  }
}

const isHang = (kind: string | null) => kind === 'hang'

/** What a fault does after its answer, it does in real time. */
class Lingering {
  readonly #ms: number
  #seen = 0
  #until = 0
  #events = 0

  constructor(ms: number) {
    this.#ms = ms
  }

  /** Time stands still until an event has happened. */
  async over(event: void | Promise<void>): Promise<void> {
    this.#events += 1
    await event
    this.#events -= 1
  }

  goesOn(requests: Simulator['requests']): boolean {
    if (this.#events > 0) return true
    if (this.#ms === 0) return false
    const fresh = requests.slice(this.#seen).some(({ fault }) => fault !== null)
    this.#seen = requests.length
    if (fresh) this.#until = performance.now() + this.#ms
    return performance.now() < this.#until
  }
}

const TIMED_OUT = new DOMException('timed out', 'TimeoutError')

/** A request's time-out is the one wait that the gate leaves to the platform. */
function timeoutsOn(clock: FakeClock): () => void {
  const real = AbortSignal.timeout
  AbortSignal.timeout = ms => {
    const controller = new AbortController()
    void clock.sleep(ms).then(() => controller.abort(TIMED_OUT))
    return controller.signal
  }
  return () => {
    AbortSignal.timeout = real
  }
}
