import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import { type ActionEnd, runAction } from '../../scripts/run-action.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import type { PlayedScenario } from './arbitrary-scenario.ts'
import { readReport } from './complaints.ts'
import type { Asked, AskedTarget, Exchange } from './oracle/exchange.ts'
import { type Expected, expectedOf } from './oracle/oracle.ts'
import { recorderBefore } from './recorder.ts'

/** Plays a scenario through the built action and says what is wrong with the end of it. */

const TIMEOUT_MINUTES = 0.1
const SETTLE_MS = 500
const MOST_MS = TIMEOUT_MINUTES * 60_000 + 10_000
/** Time for a process to come and go on a busy machine. */
const START_AND_END_MS = 8_000
/** What is answered so shortly before the end may be seen or not. */
const NEAR_THE_END_MS = 700
/** The recorder's clock is not the gate's: a wait can seem shorter or longer than it was. */
const SETTLE_SEEMS = [0.5, 2]

export interface BundleEnd {
  readonly decision: string
  readonly complaints: readonly string[]
}

export async function playBundle(run: PlayedScenario): Promise<BundleEnd> {
  const simulator = await startSimulator({ scenario: run.scenario })
  const recorder = await recorderBefore(simulator.url)
  const folder = mkdtempSync(path.join(tmpdir(), 'precheck-gate-bundle-'))
  try {
    const inputs = inputsOf(run, recorder.url, simulator)
    const end = await runAction({ inputs, folder, timeoutMs: MOST_MS + START_AND_END_MS })
    const exchanges = recorder.exchanges.toSorted((a, b) => a.sentAt - b.sentAt)
    const complaints = [...aboutEnd(end, run), ...aboutReport(end, run, exchanges, simulator)]
    const said =
      complaints.length === 0
        ? []
        : [...complaints, end.log.slice(-2_000), JSON.stringify(exchanges), JSON.stringify(run)]
    return { decision: end.outputs['decision'] ?? 'none', complaints: said }
  } finally {
    await recorder.close()
    await simulator.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function inputsOf({ service, tasks, failOn }: PlayedScenario, url: string, { credentials }: Simulator) {
  const huawei = {
    'project-id': credentials.projectId,
    'access-key-id': credentials.accessKeyId,
    'secret-access-key': credentials.secretAccessKey,
  }
  const own = {
    drs: { 'job-ids': tasks.join(' '), ...huawei },
    ddm: { 'instance-id': 'inst0', database: 'db', request: '{"new_shard_number":"9"}', ...huawei },
    oms: {
      'job-ids': tasks.join(' '),
      'oms-user': credentials.omsUser,
      'oms-password': credentials.omsPassword,
    },
  }[service]
  return {
    service,
    endpoint: url,
    'fail-on': failOn,
    'timeout-minutes': String(TIMEOUT_MINUTES),
    'poll-interval-seconds': '0.1',
    'settle-seconds': String(SETTLE_MS / 1_000),
    ...own,
  }
}

function aboutEnd(
  { exitCode, outputs, summary, log, durationMs }: ActionEnd,
  { failOn }: PlayedScenario,
): readonly string[] {
  const should = outputs['decision'] === 'passed' || failOn === 'never' ? 0 : 1
  return [
    ...(exitCode === should ? [] : [`exit code ${exitCode}, should be ${should}`]),
    ...(Object.keys(outputs).length === 13 ? [] : ['outputs are missing']),
    ...(summary.length > 100 ? [] : ['no summary']),
    ...(/^\s+at /m.test(log) || log.includes('Internal error') ? ['a stack or an internal error'] : []),
    ...(durationMs <= MOST_MS + START_AND_END_MS ? [] : [`took ${durationMs} ms`]),
  ]
}

function aboutReport(
  { outputs }: ActionEnd,
  run: PlayedScenario,
  exchanges: readonly Exchange[],
  { credentials }: Simulator,
): readonly string[] {
  const file = outputs['report-json'] ?? ''
  const report = readReport(existsSync(file) ? readFileSync(file, 'utf8') : '')
  if (report === null) return ['no valid report']
  const [least = [], most = []] = SETTLE_SEEMS.map(factor =>
    expectedOf(askedOf(run, SETTLE_MS * factor, credentials.projectId), exchanges),
  )
  const lastAt = Math.max(0, ...exchanges.map(({ end }) => end.at))
  const tasks = report.targets.flatMap(target => target.tasks)
  return run.tasks.flatMap((id, index) => {
    const is = tasks.find(task => task.id === id)?.reasonCode ?? 'nothing'
    const allowed = new Set([least[index], most[index]].flatMap(allowedBy))
    const isNearEnd = lastAt > TIMEOUT_MINUTES * 60_000 - NEAR_THE_END_MS
    if (isNearEnd)
      for (const reason of ['timed-out', 'service-unavailable', 'invalid-response']) allowed.add(reason)
    return [
      ...(allowed.has(is) ? [] : [`${id}: ${is}, where there is ground for ${[...allowed].join(', ')} only`]),
      ...(most[index]?.wrongStarts ?? []),
    ]
  })
}

const allowedBy = (expected: Expected | undefined): readonly string[] => [...(expected?.reasons ?? [])]

function askedOf({ service, tasks, failOn }: PlayedScenario, settleMs: number, projectId: string): Asked {
  const below = { drs: `/v3/${projectId}/jobs/`, ddm: `/v3/${projectId}/instances/`, oms: '/api/' }[service]
  const target: AskedTarget = {
    name: service,
    service,
    mode: 'run',
    settleMs,
    below,
    tasks: tasks.map(id => ({ id, key: service === 'ddm' ? '' : id })),
  }
  const deadlineAt = TIMEOUT_MINUTES * 60_000
  return { targets: [target], failOn, waivers: [], today: '2026-01-01', deadlineAt, cancelledAt: null }
}
