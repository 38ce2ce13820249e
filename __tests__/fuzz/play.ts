import '../../testing/loaded-ahead.ts'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { GitHubSide } from '../../src/ci/github-side.ts'
import type { Runner } from '../../src/ci/runner.ts'
import { runGate } from '../../src/gate.ts'
import { ACTION_EXIT_CODES } from '../../src/precheck/verdict.ts'
import { FakeClock } from '../../testing/fake-clock.ts'
import { askedOf, inputsOf } from './asked.ts'
import type { Case } from './case.ts'
import { cloudOf } from './cloud.ts'
import type { Asked, Exchange } from './oracle/exchange.ts'

/** Plays a case through the whole gate: its own inputs, files, services, poller, judge and reports; only time, network and runner are ours. */

export interface Played {
  readonly asked: Asked
  readonly exchanges: readonly Exchange[]
  /** Those that no target's service answered are not among the exchanges. */
  readonly requests: number
  readonly exitCode: number
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly annotations: readonly string[]
  readonly reportText: string
  readonly junit: string
  readonly log: readonly string[]
  /** Virtual time from the beginning to the end. */
  readonly tookMs: number
}

export interface Stage {
  play(run: Case): Promise<Played>
  close(): void
}

/** In memory where there is such a place: every case writes some files. */
const ROOM = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** A folder for the files of one case after the other. */
export function openStage(): Stage {
  const folder = mkdtempSync(path.join(ROOM, 'precheck-gate-fuzz-'))
  const reports = path.join(folder, 'reports')
  mkdirSync(reports)
  return {
    play: run => play(run, folder, reports),
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function play(run: Case, folder: string, reports: string): Promise<Played> {
  const asked = askedOf(run)
  const { inputs, config, waivers } = inputsOf(run)
  if (config !== null) writeFileSync(path.join(folder, 'targets.yml'), JSON.stringify(config))
  if (waivers !== null) writeFileSync(path.join(folder, 'waivers.yml'), JSON.stringify(waivers))
  for (const name of ['report.json', 'report.junit.xml']) rmSync(path.join(reports, name), { force: true })
  // Files are real, so time stands still while the gate reads its settings and while it writes its reports.
  const phase: { now: 'reading' | 'checking' | 'writing' | 'ending' } = { now: 'reading' }
  const clock = new FakeClock({ isBusy: () => phase.now === 'reading' || phase.now === 'writing' })
  const seen = notes(
    () => {
      phase.now = 'writing'
    },
    () => {
      phase.now = 'ending'
    },
  )
  const cloud = cloudOf(run, asked, clock)
  const cancel = new AbortController()
  if (asked.cancelledAt !== null) void clock.sleep(asked.cancelledAt).then(() => cancel.abort())
  const result = await clock.until(
    runGate({
      runner: runnerOf({ ...inputs, 'report-dir': reports }, folder, seen),
      clock,
      random: randomOf(run.seed),
      cancelled: cancel.signal,
      userAgent: 'fuzz',
      sideOf: (inputs, settings, ports) => new GitHubSide(inputs, settings, ports),
      transport: (request, options) => {
        if (phase.now === 'reading') phase.now = 'checking'
        return cloud.transport(request, options)
      },
    }),
  )
  const { outputs, pages, annotations, log } = seen
  const file = (name: string) => readIfThere(path.join(reports, name))
  return {
    asked,
    exchanges: cloud.exchanges.toSorted((a, b) => a.sentAt - b.sentAt),
    requests: cloud.requests(),
    exitCode: ACTION_EXIT_CODES[result],
    outputs: Object.fromEntries(outputs),
    summary: pages.join(''),
    annotations,
    reportText: file('report.json'),
    junit: file('report.junit.xml'),
    log,
    tookMs: clock.now(),
  }
}

function notes(onOutput: () => void, onSummary: () => void) {
  const outputs = new Map<string, string>()
  const pages: string[] = []
  const annotations: string[] = []
  const log: string[] = []
  const sinks: Pick<Runner, 'mask' | 'log' | 'conclude' | 'annotate' | 'setOutputs' | 'writeSummary'> = {
    mask: () => {},
    log: line => void log.push(line),
    conclude: line => void log.push(line),
    annotate: ({ level, message }) => void annotations.push(`${level}: ${message}`),
    setOutputs: async values => {
      for (const [name, value] of Object.entries(values)) {
        onOutput()
        outputs.set(name, value)
      }
    },
    writeSummary: async page => {
      onSummary()
      pages.push(page)
    },
  }
  return { outputs, pages, annotations, log, sinks }
}

function runnerOf(
  inputs: Readonly<Record<string, string>>,
  folder: string,
  { sinks }: ReturnType<typeof notes>,
): Runner {
  return {
    environment: {},
    tempDir: folder,
    workspace: folder,
    eventPayload: null,
    input: name => inputs[name] ?? '',
    ...sinks,
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** A small generator of numbers from 0 to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
